"""A sort of entry of which none is left is told: a filter took it, or a publisher all of a small one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.lists.soundness.finding import against, odd
from bot.lists.soundness.step import Step, measures
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, BirthDate
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
