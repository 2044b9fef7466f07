"""A birth date as people and files write it, made ISO; what is no date at all told from what cannot be one."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date

from bot.errors import BadInput
from bot.screening.words.normalise import visible

_ISO = re.compile(r"(\d{1,4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})[ .-]*)?([A-Za-z]{3,9})[. -]+(?:(\d{1,2}),? +)?(\d{4})")
_CIRCA = re.compile(r"^(?:circa|ca?\.?|about|approx(?:imately|\.)?|~)\s*", re.IGNORECASE)
_MONTHS = [name.casefold() for name in month_name[1:]]

# What forms and data bases hold where nobody gave a date: the ends of calendars (SQL, Excel, Python) and zeros.
PLACEHOLDERS = frozenset({"0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "9999-12-31"})
_NO_DATE = frozenset({"", "-", "--", "n/a", "na", "none", "null", "nil", "unknown", "not known", "?"})
OLDEST = 1800  # nobody on a list was born before


def read_birth_date(text: str) -> str:
    """The date as YYYY, YYYY-MM or YYYY-MM-DD; "" where the text is a placeholder or says that there is none.

    Of 03/04/1960 nobody knows which is the month: the year alone is taken. Raises BadInput for what is no date (31
    June, month 13) and for what cannot be read as one.
    """
    plain = _CIRCA.sub("", visible(text))
    if plain.casefold() in _NO_DATE or not plain.strip("0-/. :T"):
        return ""
    parts = _parts(plain)
    if parts is None:
        raise BadInput(f"{text[:40]!r} cannot be read as a birth date: write it as 1953-01-31, or the year alone.")
    year, month, day = parts
    if year == 0:
        return ""
    if month > 12 or day > 31 or (month and day and day > monthrange(max(year, 1), month)[1]):
        raise BadInput(f"{text[:40]!r} is no date: there is no such day.")
    iso = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
    if iso in PLACEHOLDERS:
        return ""
    if not OLDEST <= year <= date.max.year:
        raise BadInput(f"{text[:40]!r} is no birth date of anybody on a list.")
    return iso


def is_placeholder(iso: str) -> bool:
    """Whether an ISO date is what systems write where none was given."""
    return iso in PLACEHOLDERS or iso[:4] == "0000"


def _parts(plain: str) -> tuple[int, int, int] | None:
    """Year, month and day, 0 where one is not given or not sure."""
    if found := _COMPACT.fullmatch(plain):
        return int(found[1]), int(found[2]), int(found[3])
    if (found := _ISO.fullmatch(plain)) and len(found[1]) == 4:
        return int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found := _DAY_FIRST.fullmatch(plain):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == ".":
            return year, other, one
        if one > 12 or other > 12 or one == other:
            return (year, other, one) if one > 12 or one == other else (year, one, other)
        return year, 0, 0
    if found := _WORDS.fullmatch(plain):
        month = next((at for at, name in enumerate(_MONTHS, 1) if name.startswith(found[2].casefold())), 0)
        return (int(found[4]), month, int(found[1] or found[3] or 0)) if month else None
    return None
