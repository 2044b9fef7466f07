"""Days in words: "since March 1", "last week", "on 24 February 2022", "с 1 марта", "за неделю".

Rules, so that one phrase has one meaning:
- a day without a year is the last such day not after today; a weekday likewise;
- a month or a year means all its days, so as a moment ("was X listed in 2021") its last one, today at the latest;
- "last week" and "last month" are the calendar's; "past week", "last 7 days", "за неделю" count back from today;
- 02/03/2024 is read the American way (2 March is 03/02/2024), unless only the other way is a date.
Everything is in the zone of the `today` that is passed in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.questions.ask import Period
from bot.questions.data import patterns
from bot.questions.spotting.day_words import DAY, YEAR, Days, days_of, safe_date

_PHRASE, _SLASHED = patterns("days")["phrase"], patterns("days")["slashed"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A phrase of time found in a text. `framed` tells that it has a preposition or is relative ("last week"),
    so that it cannot well be part of a name; `point` that it is one stretch, not an open or two-ended one."""

    start: int
    end: int
    period: Period
    framed: bool
    point: bool


def spot(text: str, today: date) -> list[Dated]:
    """Every phrase of time in `text`, in order. Words that name no real day ("30 February") are left alone."""
    return [dated for match in _PHRASE.finditer(text) if (dated := _read(match, today))]


def read_day(text: str) -> str:
    """A date of birth in words as ISO: a day, else a month ("1960-03"), else a year; "" when it is none."""
    # a day without a year says nothing about a birth
    days = days_of(text.strip(" .,"), date.max) if YEAR.search(text) else None
    if days is None:
        return ""
    first, last = days
    if first == last:
        return first.isoformat()
    return f"{first:%Y-%m}" if first.month == last.month else str(first.year)


def as_moment(period: Period, today: date) -> date | None:
    """The one day that a stretch stands for when a state is asked about: its last, but not after today."""
    day = period.until or period.since
    return min(day, today) if day else None


def _read(match: re.Match[str], today: date) -> Dated | None:
    said = {name: phrase for name, phrase in match.groupdict().items() if phrase}
    one, *others = said
    if others and DAY.fullmatch(said[one]):  # between 1 and 15 December
        said[one] = DAY.sub(said[one], said[others[0]], count=1)
    read = [days for phrase in said.values() if (days := days_of(phrase, today))]
    if len(read) < len(said):
        return None
    name, (first, last) = next(iter(said)), read[0]
    if len(read) > 1:
        first, last = _between(list(said.values()), read)
    open_ended = {
        "since": (first, None),
        "after": (last + timedelta(days=1), None),
        "until": (None, last),
        "before": (None, first - timedelta(days=1)),
    }
    since, until = open_ended.get(name, (first, last))
    period = Period(since, until, match.group().strip())
    return Dated(*match.span(), period, framed=name != "alone", point=len(read) == 1 and name not in open_ended)


def _between(said: Sequence[str], read: Sequence[Days]) -> Days:
    """From one day to another: "between 1 Nov and 5 Feb", the first of which lies in the year before."""
    (one, two), (first, last) = said, read
    start, end = first[0], last[1]
    if start > end and YEAR.search(one):
        return last[0], first[1]
    if start > end:
        start = _in_year(start, start.year - 1)
    if not YEAR.search(one) and (year := YEAR.search(two)):
        moved = _in_year(start, int(year.group()))
        start = moved if moved <= end else _in_year(moved, moved.year - 1)
    return start, end


def _in_year(day: date, year: int) -> date:
    return safe_date(year, day.month, day.day) or day.replace(year=year, day=28)


def is_ambiguous(period: Period) -> str:
    """How a day in figures was read, where it may be read in two ways; or ""."""
    found = _SLASHED.search(period.words)
    if not found or not (int(found[1]) <= 12 and int(found[2]) <= 12) or found[1] == found[2]:
        return ""
    day = days_of(found.group(), date.max)
    return f"I read {found.group()} as {day[0].day} {day[0]:%B %Y}, month first." if day else ""
