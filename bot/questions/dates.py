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

from bot.questions.question import Period

_MONTHS = (
    ("jan(?:uary)?", "январ[ьяею]"),
    ("feb(?:ruary)?", "феврал[ьяею]"),
    ("mar(?:ch)?", "март[ае]?"),
    ("apr(?:il)?", "апрел[ьяею]"),
    ("may", "ма[йяе]"),
    ("june?", "июн[ьяею]"),
    ("july?", "июл[ьяею]"),
    ("aug(?:ust)?", "август[ае]?"),
    ("sept?(?:ember)?", "сентябр[ьяею]"),
    ("oct(?:ober)?", "октябр[ьяею]"),
    ("nov(?:ember)?", "ноябр[ьяею]"),
    ("dec(?:ember)?", "декабр[ьяею]"),
)
_WEEKDAYS = (
    "mon(?:day)?|понедельник[а]?",
    "tue(?:s(?:day)?)?|вторник[а]?",
    "wed(?:nesday)?|сред[аыу]",
    "thu(?:r(?:s(?:day)?)?)?|четверг[а]?",
    "fri(?:day)?|пятниц[аыу]",
    "sat(?:urday)?|суббот[аыу]",
    "sun(?:day)?|воскресень[ея]",
)
_M = "(?:" + "|".join(f"{en}|{ru}" for en, ru in _MONTHS) + r")\b\.?"
_W = "(?:" + "|".join(_WEEKDAYS) + r")\b"
_Y = r"(?:19|20)\d\d"
_D = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|-?го)?"
_YEAR_END = r"(?:\s+(?:г\.?|года|году))?"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|ten|thirty)"
_UNIT = (
    r"(?:days?|weeks?|months?|quarters?|years?|hours?|дн(?:я|ей)|день|недел[юиьяе]|месяц(?:а|ев)?|"
    r"год[а]?|лет|час(?:а|ов)?)"
)

Days = tuple[date, date]  # first and last, inclusive


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
    if re.fullmatch(_Y, text):
        return text
    # a day without a year says nothing about a birth
    days = _days(text, date.max) if re.search(_Y, text) else None
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
        first, last = _days(one, today), _days(two, today)
        if not first or not last:
            return None
        start, end = first[0], last[1]
        if start > end and not re.search(_Y, one):
            start = _back_a_year(start)  # "between 1 Nov and 5 Feb": the first of them lies in the year before
        elif start > end:
            start, end = last[0], first[1]
        if not re.search(_Y, one) and (year := re.search(_Y, two)):
            start = _in_year(start, int(year.group()), end)
        return Dated(match.start(), match.end(), Period(start, end, words), framed=True, point=False)
    for name, make in _OPEN.items():
        if match[name]:
            days = _days(match[name], today)
            return days and Dated(match.start(), match.end(), make(days, words), framed=True, point=False)
    days = _days(match["at"] or match["alone"] or match["relative"], today)
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
    return _safe(day.year - 1, day.month, day.day) or day - timedelta(days=366)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _days(words: str, today: date) -> Days | None:
    words = re.sub(r"\s+", " ", words.strip().lower())
    for pattern, resolve in _ATOMS:
        if match := pattern.fullmatch(words):
            return resolve(match, today)
    return None


def _one(day: date | None) -> Days | None:
    return (day, day) if day else None


def _month_number(word: str) -> int:
    word = word.strip(" .").lower()
    return next(n for n, forms in enumerate(_MONTHS, 1) if any(re.fullmatch(f, word) for f in forms))


def _month(year: int, month: int) -> Days:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return first, after - timedelta(days=1)


def _minus_months(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), _month(year, month + 1)[1])


def _latest(month: int, day: int, today: date) -> date | None:
    """The last such day not after today. 29 February may lie up to eight years back."""
    for year in range(today.year, today.year - 9, -1):
        found = _safe(year, month, day)
        if found and found <= today:
            return found
    return None


def _number(word: str) -> int:
    names = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "thirty": 30}
    return names.get(word) or int(re.match(r"\d+", word).group())  # type: ignore[union-attr]


def _iso(m: re.Match[str], _today: date) -> Days | None:
    return _one(_safe(int(m[1]), int(m[2]), int(m[3])))


def _dotted(m: re.Match[str], _today: date) -> Days | None:
    year = int(m[3]) if len(m[3]) == 4 else 2000 + int(m[3])
    return _one(_safe(year, int(m[2]), int(m[1])))


def _slashed(m: re.Match[str], _today: date) -> Days | None:
    year = int(m[3]) if len(m[3]) == 4 else 2000 + int(m[3])
    return _one(_safe(year, int(m[1]), int(m[2])) or _safe(year, int(m[2]), int(m[1])))


def _day_month_year(m: re.Match[str], today: date) -> Days | None:
    month, day = _month_number(m[2]), _number(m[1])
    return _one(_safe(int(m[3]), month, day) if m[3] else _latest(month, day, today))


def _month_day_year(m: re.Match[str], today: date) -> Days | None:
    month, day = _month_number(m[1]), _number(m[2])
    return _one(_safe(int(m[3]), month, day) if m[3] else _latest(month, day, today))


def _month_year(m: re.Match[str], today: date) -> Days | None:
    month = _month_number(m[1])
    if m[2]:
        return _month(int(m[2]), month)
    return _month(today.year if month <= today.month else today.year - 1, month)


def _year(m: re.Match[str], _today: date) -> Days | None:
    return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31)


def _quarter(m: re.Match[str], today: date) -> Days | None:
    quarter, year = int(m[1]), int(m[2]) if m[2] else today.year
    return _month(year, quarter * 3 - 2)[0], _month(year, quarter * 3)[1]


def _weekday(m: re.Match[str], today: date) -> Days | None:
    number = next(n for n, forms in enumerate(_WEEKDAYS) if re.fullmatch(forms, m["weekday"]))
    back = (today.weekday() - number) % 7
    if m["last"] and back == 0:
        back = 7
    return _one(today - timedelta(days=back))


def _named_day(m: re.Match[str], today: date) -> Days | None:
    back = {"yesterday": 1, "вчера": 1, "позавчера": 2}.get(m[1], 0)
    if m[1] == "the day before yesterday":
        back = 2
    return _one(today - timedelta(days=back))


def _overnight(_m: re.Match[str], today: date) -> Days | None:
    return today - timedelta(days=1), today


def _trailing(m: re.Match[str], today: date) -> Days | None:
    """The last n days, weeks, months, counted back from today."""
    return _before(today, _number(m["n"] or "1"), m["unit"]), today


def _ago(m: re.Match[str], today: date) -> Days | None:
    word = m["n"]
    return _one(_before(today, 1 if word in ("a", "an", "one", None) else _number(word), m["unit"]))


def _before(today: date, count: int, unit: str) -> date:
    if unit.startswith(("hour", "час")):
        return today - timedelta(days=(count + 23) // 24)
    if unit.startswith(("day", "дн", "ден")):
        return today - timedelta(days=count)
    if unit.startswith(("week", "недел")):
        return today - timedelta(weeks=count)
    if unit.startswith("quarter"):
        return _minus_months(today, 3 * count)
    months = 1 if unit.startswith(("month", "меся")) else 12
    return _minus_months(today, min(months * count, 1200))


def _calendar(m: re.Match[str], today: date) -> Days | None:
    """This or the previous week, month, quarter, year of the calendar. Weeks begin on Monday."""
    which, unit = m["which"], m["unit"]
    last = which.startswith(("last", "prev", "прошл"))
    if unit.startswith(("week", "недел")):
        monday = today - timedelta(days=today.weekday() + (7 if last else 0))
        return monday, monday + timedelta(days=6)
    if unit.startswith(("month", "меся")):
        day = _minus_months(today, 1) if last else today
        return _month(day.year, day.month)
    if unit.startswith("quarter"):
        day = _minus_months(today, 3) if last else today
        quarter = (day.month - 1) // 3
        return _month(day.year, quarter * 3 + 1)[0], _month(day.year, quarter * 3 + 3)[1]
    year = today.year - 1 if last else today.year
    return date(year, 1, 1), date(year, 12, 31)


_RELATIVE = (
    r"today|tonight|now|yesterday|the day before yesterday|overnight|сегодня|вчера|позавчера",
    rf"(?:(?:in|over|during|within|for) )?(?:the )?(?:last|past|previous|recent) {_COUNT} {_UNIT}",
    r"(?:(?:in|over|during|within|for) )?(?:the )?past (?:day|week|month|quarter|year)",
    r"(?:(?:in|over|during|for) )?(?:the )?(?:last|previous|this|current) (?:week|month|quarter|year)",
    rf"(?:{_COUNT}|a|an|one) {_UNIT} ago",
    rf"за (?:последн\w+ )?(?:{_COUNT} )?{_UNIT}",
    r"(?:на |в )?(?:эт\w+|прошл\w+|текущ\w+) (?:недел\w+|месяц\w*|год\w*)",
    rf"(?:on )?(?:last|прошл\w+) {_W}",
    rf"q[1-4],? (?:of )?{_Y}",
)
_RESOLVED: tuple[tuple[str, Callable[[re.Match[str], date], Days | None]], ...] = (
    (rf"({_Y})-(\d\d?)-(\d\d?)", _iso),
    (rf"(\d\d?)\.(\d\d?)\.({_Y}|\d\d){_YEAR_END}", _dotted),
    (rf"(\d\d?)/(\d\d?)/({_Y}|\d\d)", _slashed),
    (rf"(?:the )?({_D}) (?:of )?({_M}),?(?: ({_Y}))?{_YEAR_END}", _day_month_year),
    (rf"({_M}) (?:the )?({_D}),?(?: ({_Y}))?", _month_day_year),
    (rf"({_M}),?(?: (?:of )?({_Y}))?{_YEAR_END}", _month_year),
    (rf"({_Y}){_YEAR_END}", _year),
    (rf"q([1-4]),?(?: (?:of )?({_Y}))?", _quarter),
    (rf"(?:on )?(?P<last>last |прошл\w+ )?(?P<weekday>{_W})", _weekday),
    (r"(today|tonight|now|yesterday|the day before yesterday|сегодня|вчера|позавчера)", _named_day),
    (r"overnight", _overnight),
    (
        rf"(?:(?:in|over|during|within|for|за) )?(?:the )?(?:last|past|previous|recent|последн\w+) "
        rf"(?P<n>{_COUNT}) (?P<unit>{_UNIT})",
        _trailing,
    ),
    (rf"(?:(?:in|over|during|within|for) )?(?:the )?past (?P<n>){'(?P<unit>day|week|month|quarter|year)'}", _trailing),
    (rf"за (?:последн\w+ )?(?:(?P<n>{_COUNT}) )?(?P<unit>{_UNIT})", _trailing),
    (rf"(?P<n>{_COUNT}|a|an|one) (?P<unit>{_UNIT}) ago", _ago),
    (
        r"(?:(?:in|over|during|for|на|в) )?(?:the )?(?P<which>last|previous|this|current|эт\w+|прошл\w+|текущ\w+) "
        r"(?P<unit>week|month|quarter|year|недел\w+|месяц\w*|год\w*)",
        _calendar,
    ),
)
_ATOMS = tuple((re.compile(pattern), resolve) for pattern, resolve in _RESOLVED)

_REL = "(?:" + "|".join(_RELATIVE) + ")"
# A date that is one by itself, and one that is one only after a preposition ("in May", "since Monday", "in 2022").
_WHOLE = (
    rf"(?:{_Y}-\d\d?-\d\d?|\d\d?\.\d\d?\.(?:{_Y}|\d\d)|\d\d?/\d\d?/(?:{_Y}|\d\d)|(?:the )?{_D} (?:of "
    rf")?{_M},?(?: {_Y}\b)?"
    rf"{_YEAR_END}|{_M} (?:the )?{_D}\b,?(?: {_Y}\b)?|{_M},? (?:of )?{_Y}\b{_YEAR_END})"
)
_ANY = rf"(?:{_REL}|{_WHOLE}|q[1-4],?(?: (?:of )?{_Y})?|(?:last |прошл\w+ )?{_W}|{_M}|{_Y}{_YEAR_END})"
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
    rf"|(?:(?:ever )?since|starting(?: from)?|from|с|со|начиная с) (?P<since>{_ANY})"
    rf"|(?:after|после) (?P<after>{_ANY})"
    rf"|(?:until|till|up to|through|по) (?P<until>{_ANY})"
    rf"|(?:before|prior to|до) (?P<before>{_ANY})"
    rf"|(?:on|in|during|as of|as at|at|by|for|back in|dated|в|на|за|во) (?P<at>{_WHOLE}|q[1-4],?(?: {_Y})?|"
    rf"(?:last )?{_W}|{_M}|{_Y}{_YEAR_END}|today|yesterday)"
    rf"|(?P<relative>{_REL})"
    rf"|(?P<alone>{_WHOLE})"
    rf")(?![\w'-])",
    re.IGNORECASE,
)
