"""Whether the facts of one entry say the same: the newest entries of the real SDN list, moved to neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.lists.publishers import known_list
from bot.lists.soundness.step import Step, measures
from bot.sanctions.listing import Listing
from bot.sanctions.party import BirthDate
from tests.lists.read import reading

SDN = known_list("us_ofac_sdn")
CAME = 800


@pytest.fixture(scope="module")
def listed(lists_dir: Path) -> Sequence[Listing]:
    return reading("us_ofac_sdn", lists_dir / "ofac_sdn/2023-12-28").listings


def _told(before: Sequence[Listing], came: Sequence[Listing]) -> dict[str, bool]:
    """What is told of entries that came, and whether it holds the edition."""
    found = measures(Step(before, (*before, *came), 30))
    return {one.guard: one.speaks_against for one in found if one.is_odd or one.speaks_against}


def _moved(came: Sequence[Listing], field: str, few: Callable[[Listing], bool]) -> list[Listing]:
    """A field of some entries, each from the one before."""
    some = [one for one in came if few(one)]
    theirs = [getattr(one, field) for one in some]
    new = dict(zip((one.entity_id for one in some), theirs[-1:] + theirs[:-1], strict=True))
    return [replace(one, **{field: new[one.entity_id]}) if one.entity_id in new else one for one in came]


def _register(one: Listing) -> str:
    return next((n.value for n in one.identifiers if n.type == "registration" and len(n.value) == 13), "")


def _with_register(one: Listing, value: str) -> Listing:
    numbers = (replace(n, value=value) if n.value == _register(one) else n for n in one.identifiers)
    return replace(one, identifiers=tuple(numbers))


def test_of_a_whole_edition_nothing_is_told(listed: Sequence[Listing]) -> None:
    said = _told(listed[:-CAME], listed[-CAME:])
    assert not [one for one in said if one.startswith(("numbers that say", "numbers that name", "names that differ"))]
    assert not {"birth dates that are no days", "numbers without a digit", "titles of another entry"} & {*said}


def test_register_numbers_of_other_russian_firms_are_told_and_held(listed: Sequence[Listing]) -> None:
    before, came = listed[:-CAME], [*listed[-CAME:]]
    firms = [one for one in came if _register(one)]
    for share, is_held in ((0.2, False), (1.0, True)):
        some = firms[: round(share * len(firms))]
        values = [_register(one) for one in some]
        moved = {
            one.entity_id: _with_register(one, other) for one, other in zip(some, values[7:] + values[:7], strict=True)
        }
        said = _told(before, [moved.get(one.entity_id, one) for one in came])
        assert said["numbers that name different regions"] is is_held


def test_birth_dates_of_others_are_told_where_numbers_have_the_day_in_them(listed: Sequence[Listing]) -> None:
    """The Mexican C.U.R.P., a Chinese or a Belarusian number."""
    mexican = [one for one in listed if any(number.label == "C.U.R.P." for number in one.identifiers)]
    came = _moved(mexican[-60:], "birth_dates", lambda one: bool(one.birth_dates))
    before = [one for one in listed if one not in mexican[-60:]]
    assert _told(before, came)["numbers that say another birth date"]
    assert "numbers that say another birth date" not in _told(before, mexican[-60:])


def test_birth_dates_that_are_no_days_are_told(listed: Sequence[Listing]) -> None:
    born = (BirthDate("60 Jul 1961"),)
    came = [replace(one, birth_dates=born) if one.birth_dates and at % 9 == 0 else one
            for at, one in enumerate(listed[-CAME:])]  # fmt: skip
    assert "birth dates that are no days" in _told(listed[:-CAME], came)


def test_numbers_of_which_the_digits_are_gone_are_told(listed: Sequence[Listing]) -> None:
    def without(one: Listing) -> Listing:
        left = (replace(n, value="".join(filter(str.isalpha, n.value)) or "-") for n in one.identifiers)
        return replace(one, identifiers=tuple(left))

    came = [without(one) if at % 9 == 0 else one for at, one in enumerate(listed[-CAME:])]
    assert "numbers without a digit" in _told(listed[:-CAME], came)


def test_letters_gone_from_the_aliases_of_firms_are_told(listed: Sequence[Listing]) -> None:
    def shortened(one: Listing) -> Listing:
        first, *others = one.names
        return replace(one, names=(first, *(replace(n, text=n.text[:4] + n.text[5:]) for n in others)))

    came = [shortened(one) for one in listed[-CAME:]]
    assert "names that differ from their aliases in a letter" in _told(listed[:-CAME], came)


def test_names_by_other_sounds_are_told_with_their_words(listed: Sequence[Listing]) -> None:
    def sounding(one: Listing) -> Listing:
        first, *others = one.names
        return replace(one, names=(replace(first, text=first.text.replace("Y", "I").replace("J", "DJ")), *others))

    said = _told(listed[:-CAME], [sounding(one) for one in listed[-CAME:]])
    assert any(one.startswith("words that no entry had in name") and '"compani"' in one for one in said)


def test_titles_that_one_other_entry_had_are_told(listed: Sequence[Listing]) -> None:
    before, titled = listed[:3000], [one for one in listed[3000:] if one.titles][-200:]
    given = iter([one.titles for one in before if one.titles and len(one.titles[0]) > 40])
    came = [replace(one, titles=next(given, one.titles)) for one in titled]
    assert _told(before, came)["titles of another entry"] is False  # told, not held
    assert "titles of another entry" not in _told(before, titled)
