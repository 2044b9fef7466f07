"""An edition of months ago vouches for little: what came and what differs since is told, kind of fact by kind."""

from __future__ import annotations

from dataclasses import replace

from bot.lists.soundness.check import to_be_told
from bot.lists.soundness.unvouched import LONG_GAP, STILL
from bot.sanctions.listing import Listing
from tests.lists.soundness.test_step import BEFORE, entry

CAME = [entry(number) for number in range(2000, 2040)]


def told(after: list[Listing], days: int, before: list[Listing] = BEFORE) -> list[str]:
    were = {one.entity_id: one for one in before}
    differ = [one.entity_id for one in after if one.entity_id in were and one != were[one.entity_id]]
    return to_be_told(before, after, differ, (), days)


def test_what_came_and_what_differs_after_months_is_told_by_kind() -> None:
    fewer = [replace(one, identifiers=(), names=one.names[:1]) for one in BEFORE[:3]]
    said = told([*fewer, *BEFORE[3:], *CAME], 700)[-1]
    assert said == (
        "The edition before is 700 days older, too old to vouch for what came and what differs, of 1,040 entries: "
        "name 40 and 0; aliases 40 and 3; programs 40 and 0; birth dates 40 and 0; numbers 40 and 3; "
        f"addresses 40 and 0. Look at some on the publisher's own page (such as {CAME[0].name}, ofac-2000; "
        f"{CAME[-1].name}, ofac-2039; {BEFORE[0].name}, ofac-1; {BEFORE[2].name}, ofac-3)."
    )


def test_from_day_to_day_and_of_few_it_is_not_told() -> None:
    more = [*BEFORE, *CAME]
    assert len(told(more, LONG_GAP)) == 1  # that so many came at once
    assert len(told(more, LONG_GAP + 1)) == 2
    assert told([*BEFORE, *CAME[:5]], 700) == []  # half a percent
    assert told(BEFORE, 700) == []


def test_that_nothing_came_to_a_large_list_for_long_is_told() -> None:
    large = [*BEFORE, *(entry(number) for number in range(3000, 4000))]
    says = f"Nothing came in {STILL + 1} days to a list of 2,000 entries: see whether it is its end that is gone."
    assert told(large, STILL + 1, large) == [says]
    assert told(large, STILL, large) == []
    assert told([*large, entry(5000)], STILL + 1, large) == []
    assert told(BEFORE, STILL + 1) == []  # a small list may stand still for years
