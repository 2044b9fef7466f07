"""What differs though every kind of fact says the same is told, and held where it is in many: on real entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bot.lists.soundness.finding import against, odd
from bot.lists.soundness.step import Step, measures
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, NameKind
from tests.lists.read import reading

Change = Callable[[Listing], Listing]
TWO_YEARS = 700


@pytest.fixture(scope="module")
def un(lists_dir: Path) -> Sequence[Listing]:
    return reading("un_sc", lists_dir / "un/2026-02-27").listings


@pytest.fixture(scope="module")
def non_sdn(lists_dir: Path) -> Sequence[Listing]:
    return reading("us_ofac_cons", lists_dir / "ofac_cons_xml/2024-05-06").listings


def _changed(listed: Sequence[Listing], having: str, many: int, change: Change) -> list[Listing]:
    """The first `many` entries that have this field changed."""
    some = {one.entity_id for one in [one for one in listed if getattr(one, having)][:many]}
    return [change(one) if one.entity_id in some else one for one in listed]


def _told(before: Sequence[Listing], after: Sequence[Listing]) -> list[str]:
    return [one.guard for one in odd(measures(Step(before, after, TWO_YEARS)))]


def _held(before: Sequence[Listing], after: Sequence[Listing]) -> list[str]:
    return [one.guard for one in against(measures(Step(before, after, TWO_YEARS)))]


def _spoken(one: Listing) -> Listing:
    return replace(one, names=tuple(replace(name, language="xx") for name in one.names))


def _in_numbers(field: str, one: Listing) -> Listing:
    return replace(one, identifiers=tuple(replace(number, **{field: "Elsewhere"}) for number in one.identifiers))


@pytest.mark.parametrize("field", ["country", "note", "label"])
def test_numbers_of_another_country_or_date_are_told_and_held_in_many(un: Sequence[Listing], field: str) -> None:
    change = partial(_in_numbers, field)
    assert "countries and dates of numbers" in _told(un, _changed(un, "identifiers", 9, change))
    assert "countries and dates of numbers" in _held(un, _changed(un, "identifiers", 150, change))


@pytest.mark.parametrize(
    ("having", "change", "says"),
    [
        ("remarks", lambda one: replace(one, remarks=one.remarks.swapcase()), "remarks written in other signs"),
        ("titles", lambda one: replace(one, titles=tuple(map(str.upper, one.titles))), "titles written in other signs"),
        (
            "birth_dates",
            lambda one: replace(
                one, birth_dates=tuple(replace(birth, circa=not birth.circa) for birth in one.birth_dates)
            ),
            "birth dates, how sure they are",
        ),
        (
            "addresses",
            lambda one: replace(one, addresses=tuple(replace(at, note="as of old") for at in one.addresses)),
            "notes to addresses",
        ),
        ("names", _spoken, "languages of names"),
    ],
)  # fmt: skip
def test_other_signs_and_details_are_told(un: Sequence[Listing], having: str, change: Change, says: str) -> None:
    assert says in _told(un, _changed(un, having, 9, change))


def test_links_in_another_word_are_told(non_sdn: Sequence[Listing]) -> None:
    def change(one: Listing) -> Listing:
        return replace(one, relations=tuple(replace(link, target_id="ofac-1") for link in one.relations))

    assert "words for links" in _told(non_sdn, _changed(non_sdn, "relations", 9, change))


def test_two_details_corrected_are_not(un: Sequence[Listing]) -> None:
    after = _changed(un, "identifiers", 2, partial(_in_numbers, "country"))
    assert not [guard for guard in _told(un, after) if "numbers" in guard]


def test_measures_and_acts_that_are_gone_are_held(un: Sequence[Listing]) -> None:
    before = [replace(one, measures=("Asset freeze", "Travel ban"), legal_basis=("2024/753",)) for one in un]
    less = [replace(one, measures=()) for one in before[:300]]
    assert "measures lost" in _held(before, [*less, *before[300:]])
    acts = [replace(one, legal_basis=("2014/269",)) for one in before[:300]]
    assert "acts that they are listed by lost" in _held(before, [*acts, *before[300:]])


def test_facts_that_a_note_says_now_are_told(non_sdn: Sequence[Listing]) -> None:
    """`TaxIdNo. 2326002180` is no number that a reader knows."""

    def as_notes(one: Listing) -> Listing:
        said = [f"{number.label.replace(' ', '')} {number.value}" for number in one.identifiers]
        return replace(one, identifiers=(), notes=(*one.notes, *said))

    told = _told(non_sdn, _changed(non_sdn, "identifiers", 5, as_notes))
    assert "numbers that are notes now" in told
    assert any(guard.startswith("notes that begin as none did, ") for guard in told)


def test_entries_that_came_with_notes_as_none_begins_are_told(non_sdn: Sequence[Listing]) -> None:
    came = [
        replace(one, entity_id=f"ofac-9{at}", notes=(f"Dob {at + 1950}", *one.notes)) for at, one in
        enumerate(non_sdn[:9])
    ]  # fmt: skip
    assert 'notes that begin as none did, "Dob"' in _told(non_sdn, [*non_sdn, *came])
    assert not [guard for guard in _told(non_sdn[:-30], non_sdn) if "begin as none did" in guard]


def _elsewhere(at: Address, code: int) -> Address:
    return replace(at, city=f"{at.city.rstrip('0123456789 ')} {code}")


def test_postal_codes_of_others_are_told(non_sdn: Sequence[Listing]) -> None:
    coded = [one for one in non_sdn if len(one.addresses) == 1 and one.addresses[0].city[-6:].isdigit()][:8]
    theirs = [one.addresses[0].city[-6:] for one in coded]
    moved = {
        one.entity_id: replace(one, addresses=(_elsewhere(one.addresses[0], int(code)),))
        for one, code in zip(coded, theirs[1:] + theirs[:1], strict=True)
    }
    told = _told(non_sdn, [moved.get(one.entity_id, one) for one in non_sdn])
    assert "addresses, other digits in the town" in told
    assert "addresses, words that another entry lost" in told


def test_towns_of_which_the_number_is_left_are_told(non_sdn: Sequence[Listing]) -> None:
    def bare(one: Listing) -> Listing:
        left = (replace(at, city="".join(filter(str.isdigit, at.city))) for at in one.addresses)
        return replace(one, addresses=tuple(left))

    lone = [one for one in non_sdn if len(one.addresses) == 1 and one.addresses[0].city]
    some = {one.entity_id for one in lone[:4]}
    after = [bare(one) if one.entity_id in some else one for one in non_sdn]
    assert "addresses, the town gone" in _told(non_sdn, after)


@pytest.mark.parametrize("many", [8, 40])
def test_remarks_in_words_run_together_are_told(un: Sequence[Listing], many: int) -> None:
    after = _changed(un, "remarks", many, lambda one: replace(one, remarks=one.remarks.replace(" ", "")))
    assert "remarks, words run together or apart" in _told(un, after)


def test_names_of_which_nothing_is_left_are_told(non_sdn: Sequence[Listing]) -> None:
    """A code of how it sounds, or letters of another keyboard, in the place of the name; a renamed party keeps its old
    name among its aliases."""

    def coded(one: Listing) -> Listing:
        hidden = "".join(chr(ord(sign) + 1) if sign.isalpha() else sign for sign in one.name)
        return replace(one, names=(replace(one.names[0], text=hidden), *one.names[1:]))

    def renamed(one: Listing) -> Listing:
        first, *others = one.names
        return replace(
            one, names=(replace(first, text="NEW HORIZONS"), replace(first, kind=NameKind.FORMERLY), *others)
        )

    lone = [one for one in non_sdn if len(one.names) == 1][:6]
    for some, said in ((lone, _told), (list(non_sdn[:6]), _told), (list(non_sdn[:20]), _held)):
        ids = {one.entity_id for one in some}
        assert "names given up" in said(non_sdn, [coded(one) if one.entity_id in ids else one for one in non_sdn])
    assert "names given up" not in _told(non_sdn, [renamed(one) if one.entity_id in ids else one for one in non_sdn])
