"""What ends when: licenses, what a statement says comes due, and the terms of options that have a day to count from.
Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.sanctions.briefing.statement import Statement
from bot.sanctions.relief.license import License, is_open, keys_in, series_of
from bot.sanctions.relief.option import ReliefOption

_PARTS = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")


@dataclass(frozen=True, slots=True)
class End:
    """A day (ISO) on which something ends or comes due. `kind`: license, statement, option. `confidence` as in the
    briefing; "" for an option, which is a draft unless it is in effect."""

    day: str
    kind: str
    key: str
    title: str
    confidence: str = ""


def ends(
    licenses: Iterable[License],
    statements: Iterable[Statement],
    options: Iterable[ReliefOption],
    since: str,
    until: str,
) -> list[End]:
    """Everything that ends within a span of days, both inclusive, the first first."""
    licenses = list(licenses)

    def told(statement: Statement) -> bool:
        """Whether it speaks of a license that ends on that day and stands here itself."""
        named = {series_of(key) for topic in statement.topics for key in keys_in(topic)}
        return any(one.ends == statement.until and series_of(one.key) in named for one in licenses)

    found = [
        *(End(x.ends, "license", x.key, x.title, x.confidence) for x in licenses if x.ends and is_open(x)),
        *(End(x.until, "statement", x.id, x.says, x.confidence) for x in statements if x.until and not told(x)),
        *(one for option in options for one in option_ends(option)),
    ]
    return sorted((one for one in found if since <= one.day <= until), key=lambda one: (one.day, one.kind, one.key))


def option_ends(option: ReliefOption) -> list[End]:
    """When the terms of an option end that has a day from which it is in effect; a draft has none."""
    if not option.effective_from:
        return []
    start = date.fromisoformat(option.effective_from)
    return [
        End(after(start, term.duration).isoformat(), "option", option.key, f"term {number}")
        for number, term in enumerate(option.terms, 1)
        if term.duration
    ]


def after(start: date, duration: str) -> date:
    """The day that comes an ISO 8601 duration after another; a part of a day does not count. A month that has no such
    day ends on its last ("P1M" after 31 January is 28 February)."""
    found = _PARTS.fullmatch(duration)
    if not found:
        raise ValueError(f"{duration!r} is no ISO 8601 duration")
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    month = start.month - 1 + months + 12 * years
    year, month = start.year + month // 12, month % 12 + 1
    day = min(start.day, monthrange(year, month)[1])
    return date(year, month, day) + timedelta(weeks=weeks, days=days)


def calendar(found: Sequence[End], titles: Mapping[tuple[str, str], str], stamp: str) -> str:
    """The ends as an iCalendar file (RFC 5545), a whole-day entry each. `titles`: the words of an entry by (kind, key);
    `stamp`: when it was made, as 20261128T090000Z."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sanctions-bot//what ends when//EN", "CALSCALE:GREGORIAN"]
    for one in found:
        day = one.day.replace("-", "")
        following = (date.fromisoformat(one.day) + timedelta(days=1)).isoformat().replace("-", "")
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_uid(one)}@sanctions-bot",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{day}",
            f"DTEND;VALUE=DATE:{following}",
            f"SUMMARY:{_escaped(titles[(one.kind, one.key)])}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _uid(one: End) -> str:
    return re.sub(r"[^\w.-]+", "-", f"{one.kind}-{one.key}-{one.title if one.kind == 'option' else one.day}")


def _escaped(words: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", words).replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """A line in pieces of at most 75 octets, those that follow with a space in front; no character is cut."""
    pieces, piece = [], ""
    for mark in line:
        if len((piece + mark).encode()) > 75:
            pieces.append(piece)
            piece = " "
        piece += mark
    return [*pieces, piece]
