"""Dates of birth as lists write them, and the span of days that each can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from bot.sanctions.party import BirthDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CIRCA = re.compile(r"^(?:circa|approximately|c\.)\s*", re.IGNORECASE)
_NOTE = re.compile(r"\s*\([^()]*\)$")  # "1977 to 1978 (from a false passport)"
_RANGE = re.compile(r"^(.+?)\s+(?:to|and)\s+(.+)$|^(\d{4})\s*[-/]\s*(\d{4})$", re.IGNORECASE)
_ISO = re.compile(r"^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?$")
_WORDS = re.compile(r"^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})$")

Span = tuple[str, str]


def birth_date(text: str) -> BirthDate:
    """`12 Mar 1960`, `1960`, `circa 1960`, `Mar 1960`, `1960 to 1962`, `1960-03-12`: with the days it can mean.

    A text that is none of these stays, with no span.
    """
    circa = "circa" in text.casefold() or bool(_CIRCA.match(text))
    first, last = _span(_CIRCA.sub("", _NOTE.sub("", text.strip())))
    return BirthDate(text.strip(), first, last, circa)


def _span(text: str) -> Span:
    found = _RANGE.match(text)
    if found:
        left = one_date(_CIRCA.sub("", found[1] or found[3]))
        right = one_date(_CIRCA.sub("", found[2] or found[4]))
        if left[0] and right[1] and left[0] <= right[1]:
            return left[0], right[1]
        return "", ""
    return one_date(text)


def one_date(text: str) -> Span:
    """The first and last day of a date, a month or a year; two empty strings where it is none."""
    text = text.strip()
    iso = _ISO.match(text)
    if iso:
        return _days(int(iso[1]), int(iso[2] or 0), int(iso[3] or 0))
    words = _WORDS.match(text)
    if words and words[2][:3].casefold() in _MONTHS:
        return _days(int(words[3]), _MONTHS.index(words[2][:3].casefold()) + 1, int(words[1] or 0))
    return "", ""


def _days(year: int, month: int, day: int) -> Span:
    if not 1 <= year <= 9999 or month > 12:
        return "", ""
    if not month:
        return date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
    last = monthrange(year, month)[1]
    if day > last:
        return "", ""
    return date(year, month, day or 1).isoformat(), date(year, month, day or last).isoformat()
