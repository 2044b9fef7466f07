"""A sort of entry of which none is left is told: a filter took it, or a publisher all of a small one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.lists.publishers import known_list
from bot.lists.soundness.finding import against, odd
from bot.lists.soundness.kinds import ADDRESSES
from bot.lists.soundness.step import Step, measures
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, BirthDate
from tests.lists.read import reading
from tests.lists.soundness.test_step import BEFORE, entry, renamed, without

IN_PERU = [entry(2000 + n, addresses=(Address(f"{n} Calle Real", "Lima", "Peru"),)) for n in range(12)]
OLD = [entry(3000 + n, birth_dates=(BirthDate("1911", "1911-01-01", "1911-12-31"),)) for n in range(12)]
LISTED = [*BEFORE, *IN_PERU, *OLD]


def told(kept: Callable[[Listing], bool]) -> list[str]:
    guards = [one.guard for one in odd(measures(Step(LISTED, [*filter(kept, LISTED)], 700)))]
    return [guard for guard in guards if guard.startswith("none is left")]


@pytest.mark.parametrize(
    ("kept", "says"),
    [
        (lambda one: not one.name.startswith("M"), 'none is left whose name begins with "m"'),
        (lambda one: one not in IN_PERU, 'none is left with an address in "Peru"'),
        (lambda one: one not in OLD, "none is left born in the 1910s"),
    ],
)
def test_what_a_filter_took_is_told(kept: Callable[[Listing], bool], says: str) -> None:
    assert told(kept) == [says]


def test_what_is_left_of_a_sort_or_was_rare_is_not_told() -> None:
    assert told(lambda one: one not in IN_PERU[1:]) == []
    assert not [one for one in odd(measures(Step(BEFORE, without(40), 700))) if one.guard.startswith("none is left")]


def test_what_was_taken_for_another_of_nearly_the_same_name_is_told() -> None:
    """A tool that takes several for one leaves the first of each."""
    twins = [
        renamed(entry(5000 + n), f"{BEFORE[n].name}  JUNIOR"[: len(BEFORE[n].name) + 2]) for n in range(0, 400, 20)
    ]
    guard = "removed though one of nearly the same name is left"

    def said(gone: list[Listing]) -> list[str]:
        listed = [*BEFORE, *twins]
        after = [one for one in listed if one not in gone]
        return [one.guard for one in odd(measures(Step(listed, after, 700)))]

    assert guard in said(twins)
    assert guard not in said([*BEFORE[5:400:20]])


def test_the_end_of_a_file_gone_with_nothing_after_it_is_a_fact_of_its_own() -> None:
    guard, came = "the last entries gone and none after them", [entry(9000)]

    def said(after: list[Listing], before: list[Listing] = LISTED) -> tuple[list[str], list[str]]:
        looked_at = measures(Step(before, after, 1))
        return tuple([one.guard for one in some if one.guard == guard] for some in (odd(looked_at), against(looked_at)))

    assert said(LISTED[:-10]) == ([], [guard])  # held: no honest edition ends so
    assert said(LISTED[:-9]) == ([guard], [])
    assert said(LISTED[:-3]) == ([guard], [])
    assert said(LISTED[:-2]) == ([], [])
    assert said([*LISTED[:-9], *came]) == ([], [])  # it goes on
    assert said([*LISTED[:-9], LISTED[-1]]) == ([], [])
    assert said(LISTED[:40], LISTED[:60]) == ([guard], [])  # a list of one's own


def test_that_hardly_one_of_those_removed_had_a_kind_of_fact_is_told() -> None:
    """An inner join leaves out who has nothing on the other side."""
    bare = [replace(one, identifiers=()) if n % 10 == 0 else one for n, one in enumerate(BEFORE)]
    lacking = [one for one in bare if not one.identifiers][:20]

    def said(gone: list[Listing]) -> list[str]:
        looked_at = odd(measures(Step(bare, [one for one in bare if one not in gone], 700)))
        return [one.guard for one in looked_at if one.guard.startswith("removed without")]

    assert said(lacking) == ["removed without numbers"]
    assert said([*lacking, bare[1]]) == ["removed without numbers"]
    assert said(bare[1:40:2]) == []


UN = known_list("un_sc")


@pytest.fixture(scope="module")
def united(lists_dir: Path) -> Sequence[Listing]:
    return reading("un_sc", lists_dir / "un/2026-02-27").listings


def against_it(before: Sequence[Listing], after: Sequence[Listing], days: int = 1) -> list[str]:
    return [one.guard for one in against(measures(Step(before, after, days)))]


def test_the_commonest_sort_of_entry_cannot_leave_a_program_that_goes_on(united: Sequence[Listing]) -> None:
    """A join left out who has no alias: eleven, all of Al-Qaida's list, on one day. Of three nothing is said."""
    bare = [one for one in united if len(one.names) == 1 and "Al-Qaida" in one.programs]
    for gone, guards in ((bare[-22::2], ["entries removed of a program that goes on"]), (bare[-6::2], [])):
        assert against_it(united, [one for one in united if one not in gone]) == guards


def test_an_end_of_a_program_is_none_where_the_program_goes_on(united: Sequence[Listing]) -> None:
    """Every other entry of Iraq's list and every entry: 37 of 75 are held, all of them are not."""
    mixed = [*united[::2], *united[1::2]]
    iraq = [one for one in mixed if "Iraq" in one.programs]
    left = [one for one in mixed if one not in iraq[::2]]
    assert "entries removed of a program that goes on" in against_it(mixed, left)
    everywhere = sorted(mixed, key=lambda one: one.name)
    few = [one for one in everywhere if "Libya" not in one.programs]
    assert against_it(everywhere, few) == []


def test_that_none_of_those_that_came_lacks_what_many_lack_is_told(united: Sequence[Listing]) -> None:
    """Of the newest 120, a join left those that have an address."""
    newest = sorted(united, key=lambda one: one.listed_on)[-120:]
    before = [one for one in united if one not in newest]
    guard = "entries came and none is without addresses"

    def said(came: Sequence[Listing]) -> list[str]:
        return [one.guard for one in odd(measures(Step(before, [*before, *came], 56)))]

    assert guard in said([one for one in newest if ADDRESSES.has(one)])
    assert guard not in said(newest)


def test_numbers_gone_are_seen_beside_a_reference_that_each_entry_has(lists_dir: Path) -> None:
    """The EU gives every entry a reference of its own: without passports and tax numbers it still has a number."""
    listed = reading("eu_fsf", lists_dir / "eu_fsf/2024-05-13").listings[::4]
    newest = sorted(listed, key=lambda one: int(one.entity_id.rpartition("-")[2]))[-120:]
    before = [one for one in listed if one not in newest]
    bare = [replace(one, identifiers=one.identifiers[:1]) for one in newest]
    assert {one.identifiers[0].label for one in bare} == {"EU reference"}
    guards = {"entries came without numbers", "the last entries came without numbers"}

    def said(came: Sequence[Listing]) -> set[str]:
        return {one.guard for one in measures(Step(before, [*before, *came], 56)) if one.is_odd or one.speaks_against}

    assert guards <= said(bare)
    assert not guards & said(newest)
