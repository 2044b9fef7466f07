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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from bot.questions.ask import Period
from bot.questions.data import patterns, table

_TABLE, _PATTERNS = table("days"), patterns("days")
PHRASE, YEAR, DAY = (_PATTERNS[name] for name in ("phrase", "year", "day"))


@dataclass(frozen=True, slots=True)
class Dated:
    """A phrase of time found in a text. `framed` tells that it has a preposition or is relative ("last week"),
    so that it cannot well be part of a name; `point` that it is one stretch, not an open or two-ended one."""

    period: Period
    framed: bool
    point: bool


def is_due(period: Period) -> bool:
    """Whether words may say by when something is to be done: "before Friday", which lies behind only in a question."""
    return _PATTERNS["due"].fullmatch(period.words) is not None


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


@lru_cache(maxsize=20_000)
def is_of_calendar(word: str) -> bool:
    """Whether a folded word is a month, a weekday or the like."""
    return _PATTERNS["calendar"].fullmatch(word) is not None


def dated(match: re.Match[str], today: date) -> Dated | None:
    """What a PHRASE says; None where its words name no real day ("30 February")."""
    if _PATTERNS["of_a_person"].match(match.string, match.start()):  # what is there on June Winter
        return None
    said = {name: phrase for name, phrase in match.groupdict().items() if phrase}
    one, *others = said
    if others and DAY.fullmatch(said[one]):  # between 1 and 15 December
        said[one] = DAY.sub(said[one], said[others[0]], count=1)
    if "opens" in said:  # feb 24 and 25 2022
        said["closes"] = f"{said['opens'].split()[0]} {said['closes']}"
    ends = match.start() + len(match.group().rstrip(" ,"))
    if not YEAR.search(match.group()) and (behind := _PATTERNS["year_behind"].match(match.string, ends)):
        year = YEAR.search(behind.group())  # compare 24 feb and 25 feb 2022
        dated = {name: f"{phrase.strip()} {year.group()}" for name, phrase in said.items() if year}
        said |= {name: phrase for name, phrase in dated.items() if days_of(phrase, today)}
    read = [days for phrase in said.values() if (days := days_of(phrase, today))]
    if len(read) < len(said):
        return None
    name, (first, last) = next(iter(said)), read[0]
    if len(read) > 1:
        first, last = _between(list(said.values()), read)
    open_ended = {
        "since": (first, None),
        "onward": (first, None),
        "after": (last + timedelta(days=1), None),
        "until": (None, last),
        "before": (None, first - timedelta(days=1)),
    }
    if _PATTERNS["within"].fullmatch(match.group().strip()):
        open_ended = {}
    since, until = open_ended.get(name, (first, last))
    period = Period(since, until, match.group().strip())
    return Dated(period, framed=name != "alone", point=len(read) == 1 and name not in open_ended)


def _between(said: Sequence[str], read: Sequence[Days]) -> Days:
    """From one day to another: "between 1 Nov and 5 Feb", the first of which lies in the year before."""
    (one, two), (first, last) = said, read
    start, end = first[0], last[1]
    if start > end and _place(one.strip().lower(), "weekdays") is not None:  # from Friday to Monday
        return start - timedelta(days=7), end
    year = YEAR.search(two) if not YEAR.search(one) else None
    moved = in_year(start, int(year.group())) if year else start
    return (moved if moved <= end else in_year(moved, moved.year - 1)), end


def in_year(day: date, year: int) -> date:
    return safe_date(year, day.month, day.day) or day.replace(year=year, day=28)


def each_day(period: Period, text: str) -> list[Period]:
    """The two days of "24 and 25 February" by themselves, which are no stretch of days; the years of a row in the text,
    "in 2021, 2022 and 2023"; else the period."""
    days = (period.since, period.until) if _PATTERNS["two_days"].fullmatch(period.words) else ()
    behind = text.partition(period.words)[2] if YEAR.search(period.words) else ""
    row = _PATTERNS["years_behind"].match(behind)
    years = [(year[0], days_of(year[0], date.max)) for year in YEAR.finditer(row[0])] if row else []
    further = [Period(*days, year) for year, days in years if days]
    return [*([replace(period, since=day, until=day) for day in days] or [period]), *further]


def the_one_before(period: Period) -> Period | None:
    """As many days, or the month, before a period: "and the day before?"."""
    if not (period.since and period.until):
        return None
    until, days = period.since - timedelta(days=1), period.until - period.since
    month = period.since.day == 1 and period.until + timedelta(days=1) == later(period.since, "a", "month")
    return Period(until.replace(day=1) if month else until - days, until, "before that")


def is_ambiguous(period: Period) -> str:
    """How a day in figures was read, where it may be read in two ways; or ""."""
    found = _PATTERNS["slashed"].search(period.words)
    if not found or not (int(found[1]) <= 12 and int(found[2]) <= 12) or found[1] == found[2]:
        return ""
    day = days_of(found.group(), date.max)
    return f"I read {found.group()} as {day[0].day} {day[0]:%B %Y}, month first." if day else ""


OF_DAYS = frozenset(_TABLE["telling"])  # a phrase of time without a figure holds a word that begins so
_UNITS = {begins: unit for unit, said in _TABLE["units"].items() for begins in said.split() or [""]}
_COUNTS = {word: int(count) for count, said in _TABLE["counts"].items() for word in said.split()}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}

Days = tuple[date, date]  # first and last, inclusive
Given = Mapping[str, str]  # what a phrase says, by the names of groups


def safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_of(said: str, today: date) -> Days | None:
    said = re.sub(r"\s+", " ", said.strip().lower())
    for pattern, resolve in _ATOMS:
        if match := pattern.fullmatch(said):
            return resolve({name: given for name, given in match.groupdict().items() if given}, today)
    return None


def ahead(said: str, today: date) -> date | None:
    """The first such day after today: tomorrow, (next) Monday, 1 December, the first day of January; a date with its
    year as it is."""
    said = _PATTERNS["next"].sub("", said.strip().lower(), count=1)
    if said in _TABLE["tomorrow"]:
        return today + timedelta(days=1)
    if _PATTERNS["unit"].fullmatch(said):
        first = _before(today, -1, said)
        return first - timedelta(days=first.weekday()) if said[0] in "wнт" else first.replace(day=1)
    days = days_of(said, today)
    if days is None or days[0] > today or YEAR.search(said):
        return days and days[0]
    if _place(said, "weekdays") is not None:
        return days[0] + timedelta(days=7)
    return None if _place(said, "named") is not None else safe_date(days[0].year + 1, days[0].month, days[0].day)


def later(today: date, count: str, unit: str) -> date | None:
    """The day that lies so many days, weeks, months or years ahead."""
    known = count in _COUNTS or re.fullmatch(r"\d{1,3}", count)
    return _before(today, -_number(count), unit) if known and _PATTERNS["unit"].fullmatch(unit) else None


def _place(word: str, of: str) -> int | None:
    """Where a word stands in a list of the table, a pattern each; None where it does not."""
    return next((at for at, forms in enumerate(_TABLE[of]) if re.fullmatch(forms, word)), None)


def _number(word: str) -> int:
    return _COUNTS.get(word) or int(re.match(r"\d+", word).group())  # type: ignore[union-attr]


def _month_number(word: str) -> int:
    return int(word) if word.isdigit() else 1 + (_place(word.strip(" ."), "months") or 0)


def _one(day: date | None) -> Days | None:
    return (day, day) if day else None


def _months(year: int, month: int, count: int) -> Days:
    """The days of so many months."""
    after = year * 12 + month - 1 + count
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _minus_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    first, last = _months(year, month + 1, 1)
    return min(first + timedelta(days=day.day - 1), last)


def _date(given: Given, today: date) -> Days | None:
    """A day of a month. Of two figures that may each be the month ("2/3/2024") the first is, where that is a date."""
    month, day = _month_number(given["month"]), _number(given["day"])
    if "year" not in given:
        # 29 February may lie up to eight years back
        every = (safe_date(year, month, day) for year in range(today.year, today.year - 9, -1))
        return _one(next((found for found in every if found and found <= today), None))
    year = int(given["year"]) + (2000 if len(given["year"]) == 2 else 0)
    return _one(safe_date(year, month, day) or ("either" in given and safe_date(year, day, month)) or None)


def _span(given: Given, today: date) -> Days:
    """A month, a quarter or a year."""
    year = int(given.get("year", today.year))
    if "quarter" in given:
        return _months(year, int(given["quarter"]) * 3 - 2, 3)
    if "month" not in given:
        return _months(year, 1, 12)
    month = _month_number(given["month"])
    return _months(year - ("year" not in given and month > today.month), month, 1)


def _share(given: Given, today: date) -> Days | None:
    """A part of a month or a year: early, mid, late; a half, a quarter; its first or last weeks, or day."""
    said, days = given["share"], days_of(given["whole"], today)
    if days is None or "edge" in given:
        return days and _one(days[_PATTERNS["late_edge"].match(said) is not None])
    if "week" in said:
        count = next((_number(word) for word in said.split() if word in _COUNTS or word.isdigit()), 1)
        weeks = timedelta(days=7 * count - 1)
        return (days[0], days[0] + weeks) if said.startswith("first") else (days[1] - weeks, days[1])
    at, parts = next(share for words, share in _TABLE["shares"].items() if re.match(words, said))
    if days[1] - days[0] > timedelta(days=31):
        return _months(days[0].year, 12 * at // parts + 1, 12 // parts)
    size = days[1].day
    return days[0].replace(day=size * at // parts + 1), days[0].replace(day=size * (at + 1) // parts)


def _weekday(given: Given, today: date) -> Days | None:
    back = (today.weekday() - (_place(given["weekday"], "weekdays") or 0)) % 7
    return _one(today - timedelta(days=back or (7 if "last" in given else 0)))


def _named(given: Given, today: date) -> Days | None:
    return _one(today - timedelta(days=_place(given["named"], "named") or 0))


def _back(given: Given, today: date) -> Days:
    """So many days, weeks, months counted back from today: all of them, or the day that lies so far back."""
    first = _before(today, _number(given.get("count", "1")), given.get("unit", "day"))
    return first, first if "ago" in given else today


def _unit(word: str) -> str:
    return next(str(unit) for begins, unit in _UNITS.items() if word.startswith(begins))


def _before(today: date, count: int, word: str) -> date:
    unit = _unit(word)
    if unit == "hour":
        unit, count = "day", (count + 23) // 24
    if unit in _DAYS:
        return today - timedelta(days=count * _DAYS[unit])
    return _minus_months(today, min(count * _MONTHS[unit], 1200))


def _calendar(given: Given, today: date) -> Days:
    """This or the previous week, month, quarter, year of the calendar. Weeks begin on Monday."""
    is_last, unit = bool(_PATTERNS["gone_by"].match(given.get("which", ""))), _unit(given["unit"])
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * is_last)
        return monday, monday + timedelta(days=6)
    count = _MONTHS[unit]
    day = _minus_months(today, count * is_last)
    return _months(day.year, day.month - (day.month - 1) % count, count)


Resolver = Callable[[Given, date], Days | None]  # what a sort of phrase says is told by the function of its name
_RESOLVERS: list[Resolver] = [_date, _span, _share, _weekday, _named, _back, _calendar]
_BY_SORT = {resolver.__name__.strip("_"): resolver for resolver in _RESOLVERS}
_ATOMS = [(re.compile(said), _BY_SORT[sort]) for sort, every in _TABLE["atoms"].items() for said in every]
