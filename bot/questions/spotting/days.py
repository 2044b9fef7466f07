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
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.questions.ask import Period
from bot.questions.spotting.day_words import DAY, MONTH, RELATIVE, WEEKDAY, YEAR, YEAR_END, Days, days_of, safe_date


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
    found = []
    for match in _PHRASE.finditer(text):
        dated = _read(match, today)
        if dated:
            found.append(dated)
    return found


def read_day(text: str) -> str:
    """A date of birth in words as ISO: a day, else a month ("1960-03"), else a year; "" when it is none."""
    text = text.strip(" .,")
    if re.fullmatch(YEAR, text):
        return text
    # a day without a year says nothing about a birth
    days = days_of(text, date.max) if re.search(YEAR, text) else None
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
    one, two = match["from1"] or match["between1"], match["from2"] or match["between2"]
    words = match.group().strip()
    if one and two:
        first, last = days_of(one, today), days_of(two, today)
        if not first or not last:
            return None
        start, end = first[0], last[1]
        if start > end and not re.search(YEAR, one):
            start = _back_a_year(start)  # "between 1 Nov and 5 Feb": the first of them lies in the year before
        elif start > end:
            start, end = last[0], first[1]
        if not re.search(YEAR, one) and (year := re.search(YEAR, two)):
            start = _in_year(start, int(year.group()), end)
        return Dated(match.start(), match.end(), Period(start, end, words), framed=True, point=False)
    for name, make in _OPEN.items():
        if match[name]:
            days = days_of(match[name], today)
            return days and Dated(match.start(), match.end(), make(days, words), framed=True, point=False)
    days = days_of(match["at"] or match["alone"] or match["relative"], today)
    if days is None:
        return None
    framed = match["alone"] is None
    return Dated(match.start(), match.end(), Period(*days, words), framed, point=True)


def _in_year(day: date, year: int, end: date) -> date:
    try:
        moved = day.replace(year=year)
    except ValueError:
        return day
    return moved if moved <= end else _back_a_year(moved)


def _back_a_year(day: date) -> date:
    return safe_date(day.year - 1, day.month, day.day) or day - timedelta(days=366)


# A date that is one by itself, and one that is one only after a preposition ("in May", "since Monday", "in 2022").
_WHOLE = (
    rf"(?:(?:the )?(?:end|close|start|beginning) of (?:{MONTH},? )?{YEAR}|{YEAR}-\d\d?-\d\d?|"
    rf"\d\d?\.\d\d?\.(?:{YEAR}|\d\d)|\d\d?/\d\d?/(?:{YEAR}|\d\d)|(?:the )?{DAY} (?:of "
    rf")?{MONTH},?(?: {YEAR}\b)?"
    rf"{YEAR_END}|{MONTH} (?:the )?{DAY}\b,?(?: {YEAR}\b)?|{MONTH},? (?:of )?{YEAR}\b{YEAR_END})"
)
_ANY = rf"(?:{RELATIVE}|{_WHOLE}|q[1-4],?(?: (?:of )?{YEAR})?|(?:last |прошл\w+ )?{WEEKDAY}|{MONTH}|{YEAR}{YEAR_END})"
_OPEN: dict[str, Callable[[Days, str], Period]] = {
    "since": lambda days, words: Period(days[0], None, words),
    "after": lambda days, words: Period(days[1] + timedelta(days=1), None, words),
    "until": lambda days, words: Period(None, days[1], words),
    "before": lambda days, words: Period(None, days[0] - timedelta(days=1), words),
}
_PHRASE = re.compile(
    rf"(?<![\w-])(?:"
    rf"(?:from|с|со) (?P<from1>{_ANY}) ?(?:to|until|till|through|-|по|до) ?(?P<from2>{_ANY})"
    rf"|(?:between|между) (?P<between1>{_ANY}) (?:and|и) (?P<between2>{_ANY})"
    rf"|(?:(?:ever )?since|starting(?: from)?|from|с|со|начиная с|seit|depuis|desde|з|із|від) (?P<since>{_ANY})"
    rf"|(?:after|после) (?P<after>{_ANY})"
    rf"|(?:until|till|up to|through|по) (?P<until>{_ANY})"
    rf"|(?:before|prior to|до) (?P<before>{_ANY})"
    rf"|(?:on|in|during|as of|as at|at|by|for|back in|dated|the week of|week of|в|на|за|во|am|im|le|el|en) "
    rf"(?P<at>{_WHOLE}|q[1-4],?(?: {YEAR})?|"
    rf"(?:last )?{WEEKDAY}|{MONTH}|{YEAR}{YEAR_END}|today|yesterday|сегодня|вчера)"
    rf"|(?P<relative>{RELATIVE})"
    rf"|(?P<alone>{_WHOLE})"
    rf")(?![\w'-])",
    re.IGNORECASE,
)


_SLASHED = re.compile(r"(?<!\d)(\d\d?)/(\d\d?)/(\d{2,4})(?!\d)")


def is_ambiguous(period: Period) -> str:
    """How a day in figures was read, where it may be read in two ways; or ""."""
    found = _SLASHED.search(period.words)
    if not found or not (int(found[1]) <= 12 and int(found[2]) <= 12) or found[1] == found[2]:
        return ""
    day = days_of(found.group(), date.max)
    return f"I read {found.group()} as {day[0].day} {day[0]:%B %Y}, month first." if day else ""
