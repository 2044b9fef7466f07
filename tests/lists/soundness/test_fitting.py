"""Whether what came fits itself: facts of another type, names apart from their aliases, check digits, towns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.lists.publishers import known_list
from bot.lists.soundness.step import Step, measures
from bot.sanctions.listing import Listing
from bot.sanctions.party import Schema
from tests.lists.read import reading

SDN = known_list("us_ofac_sdn")


@pytest.fixture(scope="module")
def later(lists_dir: Path) -> Sequence[Listing]:
    return reading("us_ofac_sdn", lists_dir / "ofac_sdn/2023-12-28").listings


def told(before: Sequence[Listing], after: Sequence[Listing]) -> dict[str, int]:
    return {one.guard: one.entries for one in measures(Step(before, tuple(after), 700)) if one.is_odd}


def test_nothing_of_it_is_said_of_what_came_whole(later: Sequence[Listing]) -> None:
    said = told(later[:-400], later)
    assert not [
        one for one in said if one.startswith(("names that have nothing", "numbers whose", "the same of birth"))
    ]


def test_birth_dates_of_firms_are_told(later: Sequence[Listing]) -> None:
    before, born = later[:-400], next(one.birth_dates for one in later if one.birth_dates)
    came = [replace(one, birth_dates=born) if one.schema is not Schema.PERSON else one for one in later[-400:]]
    assert any(one.startswith("birth dates of a") for one in told(before, [*before, *came]))


def test_aliases_of_other_entries_are_told(later: Sequence[Listing]) -> None:
    before, came = later[:-400], [*later[-400:]]
    aliases = [one.names[1:] for one in came]
    came = [
        replace(one, names=(one.names[0], *other)) for one, other in zip(came, aliases[9:] + aliases[:9], strict=True)
    ]
    assert "names that have nothing of their aliases" in told(before, [*before, *came])


def test_russian_tax_numbers_with_a_wrong_digit_are_told(later: Sequence[Listing]) -> None:
    before, came = later[:-400], list[Listing]()
    for one in later[-400:]:
        numbers = (replace(n, value=n.value[:-1] + "0") if n.type == "tax_id" else n for n in one.identifiers)
        came.append(replace(one, identifiers=tuple(numbers)))
    assert "numbers whose check digits are wrong" in told(before, [*before, *came])


def test_one_birth_date_of_many_is_told(later: Sequence[Listing]) -> None:
    before, born = later[:-400], next(one.birth_dates for one in reversed(later) if one.birth_dates)
    came = [replace(one, birth_dates=born) if one.birth_dates else one for one in later[-400:]]
    assert any(one.startswith("the same of birth dates") for one in told(before, [*before, *came]))


def test_towns_that_moved_to_another_country_are_told(later: Sequence[Listing]) -> None:
    before, came = later[:-400], list[Listing]()
    for one in later[-400:]:
        came.append(replace(one, addresses=tuple(replace(at, country="Peru") for at in one.addresses)))
    assert "addresses whose town lies in another country" in told(before, [*before, *came])


def test_a_few_towns_in_another_country_are_told_though_each_has_another_postal_code(later: Sequence[Listing]) -> None:
    before, came, moved = later[:-400], list[Listing](), 0
    for one in later[-400:]:
        if moved < 5 and any(at.city.startswith("Moscow ") for at in one.addresses):
            moved += 1
            one = replace(one, addresses=tuple(replace(at, country="Luxembourg") for at in one.addresses))
        came.append(one)
    assert told(before, later).keys().isdisjoint({"addresses whose town lies in another country"})
    assert told(before, [*before, *came])["addresses whose town lies in another country"] == 5


def test_programs_of_the_entry_before_are_told(later: Sequence[Listing]) -> None:
    """Each of them is well known, and never stood with these countries and risks."""
    before, came = later[:-400], later[-400:]
    programs = [one.programs for one in came]
    slipped = [replace(one, programs=of) for one, of in zip(came, programs[-60:] + programs[:-60], strict=True)]
    guard = "programs that never stood with such countries and risks"
    assert guard not in told(before, later)
    assert told(before, [*before, *slipped])[guard] >= 20


def test_streets_that_are_gone_from_a_stretch_are_told_by_their_postal_codes(later: Sequence[Listing]) -> None:
    before, came = later[:-400], [*later[-400:]]
    guard = "addresses with a postal code and no street"
    assert guard not in told(before, later)
    came[100:150] = [
        replace(one, addresses=tuple(replace(at, street="") for at in one.addresses)) for one in came[100:150]
    ]
    assert guard in told(before, [*before, *came])
