"""Which editions are held, and what they tell of the days that are asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import store.lists.editions
from bot.lists.publishers import LISTS
from bot.questions.ask import Period
from bot.sanctions.listing import Edition
from handlers.ask import words
from handlers.desk import Desk

CLOSE = timedelta(days=7)  # so near to each other two editions tell well enough when something changed


def held(desk: Desk, lists: Sequence[str]) -> dict[str, list[Edition]]:
    with desk.sessions() as session:
        found = {key: store.lists.editions.editions_of(session, key) for key in (lists or LISTS)}
    return {key: editions for key, editions in found.items() if editions}


def oldest_words(desk: Desk, lists: Sequence[str]) -> str:
    first = {key: min(editions, key=lambda e: e.first_day) for key, editions in held(desk, lists).items()}
    return ", ".join(f"{words.short_title(key)} {words.day(one.published)}" for key, one in first.items()) or "nothing"


def held_words(desk: Desk, lists: Sequence[str]) -> str:
    """Which editions the past is told from: `SDN 4 editions, 21 Jan 2022 to 28 Dec 2023 (stale)`."""
    said = []
    for key, editions in held(desk, lists).items():
        days = sorted(editions, key=lambda e: e.first_day)
        span = words.day(days[-1].published)
        if len(days) > 1:
            span = f"{len(days)} editions, {words.day(days[0].published)} to {span}"
        said.append(f"{words.short_title(key)} {span}{' (stale)' if words.note(desk, days[-1]).stale else ''}")
    return f"Editions held: {'; '.join(said)}." if said else "No edition is held here."


class Gap(NamedTuple):
    """What the editions held of a list do not tell of the changes of some days; "" where they tell all up to the
    newest, `up_to`. `dated`: whether one is of those days, or later."""

    list: str
    says: str
    up_to: str
    dated: bool


def gaps_of(lists: Sequence[str], period: Period, desk: Desk) -> list[Gap]:
    found = []
    for key, editions in held(desk, lists).items():
        every = sorted(editions, key=lambda edition: edition.first_day)
        says = "; ".join(_untold(every, period))
        newest = f"up to the edition of {words.day(every[-1].published)}"
        dated = not period.since or every[-1].first_day >= str(period.since)
        found.append(Gap(key, f"{words.full_title(key)}: {says}." if says else "", newest, dated))
    return found


def _untold(every: Sequence[Edition], period: Period) -> Iterator[str]:
    """An edition shows what changed since the one before it: before the oldest, behind the newest, and on which day
    between two that are far apart, nothing is known."""
    since, until = str(period.since or ""), str(period.until or "9999")
    day = {one.first_day: words.day(one.published) for one in every}
    within = [one for one in day if since <= one <= until]
    before, after = [one for one in day if one < since], [one for one in day if one > until]
    if not (within or after):
        yield f"the newest edition here is of {day[before[-1]]}, before that period: not known"
    elif len(day) == 1:
        yield f"the only edition here is of {day[within[0] if within else after[0]]}, with none before it: not known"
    elif not (within or before):
        yield f"the oldest edition here is of {day[after[0]]}: not known"
    elif not within:
        yield f"what changed then came between our editions of {day[before[-1]]} and {day[after[0]]}: not known"
    else:
        if period.since and not before:
            yield f"before our edition of {day[within[0]]}, the oldest, nothing is known"
        if before and date.fromisoformat(before[-1]) < date.fromisoformat(since) - CLOSE:
            yield f"some of what our edition of {day[within[0]]} tells may have come since that of {day[before[-1]]}"
        if after and date.fromisoformat(within[-1]) < date.fromisoformat(until) - CLOSE:
            yield f"what came after {day[within[-1]]} is told with our edition of {day[after[0]]} alone"
