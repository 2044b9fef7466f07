"""Words that answers, alerts and digests share: dates, counts, lists of names, and how old an edition is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from bot.answers.document import EditionNote
from bot.lists.publishers import known_list
from bot.sanctions.listing import Edition

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def day(iso: str | date) -> str:
    """`2023-12-28` -> `28 Dec 2023`; `2025-12` -> `Dec 2025`; a year stays."""
    parts = str(iso)[:10].split("-")
    if len(parts) == 1:
        return parts[0]
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def count(n: int, one: str, many: str = "") -> str:
    """`1 entry`, `13,821 entries`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(items: Sequence[str], word: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def some(items: Sequence[str], most: int) -> str:
    """The first few, and how many more there are."""
    more = len(items) - most
    return listed(items) if more <= 0 else f"{', '.join(items[:most])} and {more:,} more"


def some_names(names: Sequence[str], most: int) -> str:
    """As `some`, but with semicolons where a name brings its own comma (`Desarrollos Urbanos, Ltda.`)."""
    if not any("," in name for name in names[:most]):
        return some(names, most)
    more = len(names) - most
    shown = list(names[:most]) + ([f"and {more:,} more"] if more > 0 else [])
    return "; ".join(shown)


def stop(sentence: str) -> str:
    """With one full stop at its end: a name may bring its own (S.A.)."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def age_days(edition: Edition, now: datetime) -> int:
    """Days since publication. A month counts from its first day: an edition is never said to be younger than it is."""
    return (now.astimezone(UTC).date() - date.fromisoformat(edition.first_day)).days


def edition_note(edition: Edition, now: datetime, stale_after_days: int | None = None) -> EditionNote:
    """An edition with its title and age; stale by the list's own limit, unless another is given."""
    known = known_list(edition.list)
    age = age_days(edition, now)
    limit = known.stale_after_days if stale_after_days is None else stale_after_days
    return EditionNote(
        list=edition.list,
        title=known.title,
        edition=edition.edition,
        published=edition.published,
        age_days=age,
        stale=age > limit,
        missing=edition.missing,
    )
