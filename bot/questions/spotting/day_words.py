"""The words for days, and the days they stand for: "24 February 2022", "last week", "за неделю"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.questions.data import table

_TABLE = table("days")
_MONTHS, _WEEKDAYS = _TABLE["months"], _TABLE["weekdays"]
MONTH = "(?:" + "|".join(_MONTHS) + r")\b\.?"
WEEKDAY = "(?:" + "|".join(_WEEKDAYS) + r")\b"
YEAR = r"(?:19|20)\d\d"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|-?го)?"
YEAR_END = r"(?:\s+(?:г\.?|года|году))?"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|ten|thirty)"
_UNIT = (
    r"(?:days?|weeks?|months?|quarters?|years?|hours?|дн(?:я|ей)|день|недел[юиьяе]|тиждень|тижн[а-яіє]+|місяць|місяц[а-яіє]+|рік|дні|днів|месяц(?:а|ев)?|"
    r"год[а]?|лет|час(?:а|ов)?)"
)
# A phrase of time without a figure holds a word that begins so.
OF_DAYS = frozenset(_TABLE["telling"])

Days = tuple[date, date]  # first and last, inclusive


def safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_of(said: str, today: date) -> Days | None:
    said = re.sub(r"\s+", " ", said.strip().lower())
    for pattern, resolve in _ATOMS:
        if match := pattern.fullmatch(said):
            return resolve(match, today)
    return None


def ahead(said: str, today: date) -> date | None:
    """The first such day after today: tomorrow, (next) Monday, 1 December, the first day of January; a date with its
    year as it is."""
    said = re.sub(r"^(?:the |next |следующ\w+ |наступн\w+ )+", "", said.strip().lower())
    if said in _TOMORROW:
        return today + timedelta(days=1)
    if re.fullmatch(_UNIT, said):
        first = _before(today, -1, said)
        return first - timedelta(days=first.weekday()) if said[0] in "wнт" else first.replace(day=1)
    days = days_of(said, today)
    if days is None or days[0] > today or re.search(YEAR, said):
        return days and days[0]
    if re.fullmatch(WEEKDAY, said):
        return days[0] + timedelta(days=7)
    return None if re.fullmatch(_NAMED, said) else safe_date(days[0].year + 1, days[0].month, days[0].day)


def later(today: date, count: str, unit: str) -> date | None:
    """The day that lies so many days, weeks, months or years ahead."""
    if not re.fullmatch(_UNIT, unit) or not re.fullmatch(rf"{_COUNT}|an?|one", count):
        return None
    return _before(today, -(1 if count in ("a", "an", "one") else _number(count)), unit)


def _one(day: date | None) -> Days | None:
    return (day, day) if day else None


def _month_number(word: str) -> int:
    word = word.strip(" .").lower()
    return next(n for n, forms in enumerate(_MONTHS, 1) if re.fullmatch(forms, word))


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
        found = safe_date(year, month, day)
        if found and found <= today:
            return found
    return None


def _number(word: str) -> int:
    names = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "thirty": 30}
    return names.get(word) or int(re.match(r"\d+", word).group())  # type: ignore[union-attr]


def _iso(m: re.Match[str], _today: date) -> Days | None:
    return _one(safe_date(int(m[1]), int(m[2]), int(m[3])))


def _dotted(m: re.Match[str], _today: date) -> Days | None:
    year = int(m[3]) if len(m[3]) == 4 else 2000 + int(m[3])
    return _one(safe_date(year, int(m[2]), int(m[1])))


def _slashed(m: re.Match[str], _today: date) -> Days | None:
    year = int(m[3]) if len(m[3]) == 4 else 2000 + int(m[3])
    return _one(safe_date(year, int(m[1]), int(m[2])) or safe_date(year, int(m[2]), int(m[1])))


def _day_month_year(m: re.Match[str], today: date) -> Days | None:
    month, day = _month_number(m[2]), _number(m[1])
    return _one(safe_date(int(m[3]), month, day) if m[3] else _latest(month, day, today))


def _month_day_year(m: re.Match[str], today: date) -> Days | None:
    month, day = _month_number(m[1]), _number(m[2])
    return _one(safe_date(int(m[3]), month, day) if m[3] else _latest(month, day, today))


def _month_year(m: re.Match[str], today: date) -> Days | None:
    month = _month_number(m[1])
    if m[2]:
        return _month(int(m[2]), month)
    return _month(today.year if month <= today.month else today.year - 1, month)


def _year(m: re.Match[str], _today: date) -> Days | None:
    return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31)


def _edge(m: re.Match[str], today: date) -> Days | None:
    """The end or the start of a month or a year: its last or first day."""
    days = days_of(m["whole"], today)
    return days and _one(days[1] if m["edge"] in ("end", "close") else days[0])


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
    back = {**dict.fromkeys(("yesterday", "вчера", "вчора", "gestern", "hier", "ayer"), 1), "позавчера": 2}.get(m[1], 0)
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
    if unit.startswith(("day", "дн", "ден", "дні")):
        return today - timedelta(days=count)
    if unit.startswith(("week", "недел", "тиж")):
        return today - timedelta(weeks=count)
    if unit.startswith("quarter"):
        return _minus_months(today, 3 * count)
    months = 1 if unit.startswith(("month", "меся", "місяц")) else 12
    return _minus_months(today, min(months * count, 1200))


def _calendar(m: re.Match[str], today: date) -> Days | None:
    """This or the previous week, month, quarter, year of the calendar. Weeks begin on Monday."""
    which, unit = m["which"], m["unit"]
    last = which.startswith(("last", "prev", "прошл", "letzt", "vorig", "derni", "pasad", "минул"))
    if unit.startswith(("week", "недел", "woche", "seman", "semain", "тиж")):
        monday = today - timedelta(days=today.weekday() + (7 if last else 0))
        return monday, monday + timedelta(days=6)
    if unit.startswith(("mon", "меся", "mois", "mes", "місяц")):
        day = _minus_months(today, 1) if last else today
        return _month(day.year, day.month)
    if unit.startswith("quarter"):
        day = _minus_months(today, 3) if last else today
        quarter = (day.month - 1) // 3
        return _month(day.year, quarter * 3 + 1)[0], _month(day.year, quarter * 3 + 3)[1]
    year = today.year - 1 if last else today.year
    return date(year, 1, 1), date(year, 12, 31)


_NAMED = (
    "today|tonight|now|yesterday|the day before yesterday"
    "|сегодня|вчера|позавчера|сьогодні|вчора|heute|gestern|hier|hoy|ayer"
)
_TOMORROW = ("tomorrow", "завтра", "morgen", "demain", "mañana")
_THIS = r"diese[rsnm]?|cette|ce|esta|este|цього"
_LAST = r"letzte[rsnm]?|vorige[rsnm]?|минулого"
_FOREIGN = r"(?:woche|semaine|semana|тиж\w+|monat|mois|mes|місяц\w+|jahr|année|año|ро\w+)"
_RELATIVE = (
    rf"{_NAMED}|overnight",
    rf"(?:(?:in|over|during|within|for) )?(?:the )?(?:last|past|previous|recent) {_COUNT} {_UNIT}",
    r"(?:(?:in|over|during|within|for) )?(?:the )?past (?:day|week|month|quarter|year)",
    r"(?:(?:in|over|during|for) )?(?:the )?(?:last|previous|this|current) (?:week|month|quarter|year)",
    rf"(?:{_THIS}|{_LAST}) {_FOREIGN}",
    r"(?:la )?(?:semaine|semana) (?:dernière|pasada)",
    rf"(?:{_COUNT}|a|an|one) {_UNIT} ago",
    rf"за (?:последн\w+ )?(?:{_COUNT} )?{_UNIT}",
    r"(?:на |в )?(?:эт\w+|прошл\w+|текущ\w+) (?:недел\w+|месяц\w*|год\w*)",
    rf"(?:on )?(?:last|прошл\w+) {WEEKDAY}",
    rf"q[1-4],? (?:of )?{YEAR}",
)
_RESOLVED: tuple[tuple[str, Callable[[re.Match[str], date], Days | None]], ...] = (
    (rf"({YEAR})-(\d\d?)-(\d\d?)", _iso),
    (rf"(\d\d?)\.(\d\d?)\.({YEAR}|\d\d){YEAR_END}", _dotted),
    (rf"(\d\d?)/(\d\d?)/({YEAR}|\d\d)", _slashed),
    (rf"(?:the )?({DAY}) (?:of |de )?({MONTH}),?(?: (?:del? )?({YEAR}))?{YEAR_END}", _day_month_year),
    (rf"({MONTH}) (?:the )?({DAY}),?(?: ({YEAR}))?", _month_day_year),
    (rf"({MONTH}),?(?: (?:of |del? )?({YEAR}))?{YEAR_END}", _month_year),
    (rf"({YEAR}){YEAR_END}", _year),
    (rf"(?:the )?(?P<edge>end|close|start|beginning) of (?P<whole>(?:{MONTH},? )?{YEAR})", _edge),
    (rf"q([1-4]),?(?: (?:of )?({YEAR}))?", _quarter),
    (rf"(?:on )?(?P<last>last |прошл\w+ )?(?P<weekday>{WEEKDAY})", _weekday),
    (rf"({_NAMED})", _named_day),
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
    (rf"(?P<which>{_THIS}|{_LAST}) (?P<unit>{_FOREIGN})", _calendar),
    (
        r"(?:la )?(?P<unit>semaine|semana) (?P<which>dernière|pasada)",
        _calendar,
    ),
)
_ATOMS = tuple((re.compile(pattern), resolve) for pattern, resolve in _RESOLVED)

RELATIVE = "(?:" + "|".join(_RELATIVE) + ")"
