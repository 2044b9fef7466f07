"""Which editions there are, which one was in force on a day, and when each list was last fetched."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, func, or_, select
from sqlalchemy.orm import Session

from bot.sanctions.listing import Edition
from store.dialect import storable
from store.tables.lists import EditionRow, EntryRow, FetchRow

READS_WITHIN = timedelta(minutes=30)  # a list that is being read for longer was broken off


@dataclass(frozen=True, slots=True)
class Fetch:
    """The last try to get a list. `error` is the sentence that says why it failed, or ""."""

    list: str
    at: datetime
    error: str = ""


def current_editions(session: Session) -> list[Edition]:
    """The edition in force of every list, by list key."""
    return list(numbered_editions(session).values())


def numbered_editions(session: Session) -> dict[int, Edition]:
    """The same by their numbers: with these, what an edition holds can be read later, when another is in force."""
    found = session.scalars(select(EditionRow).where(EditionRow.id.in_(in_force())).order_by(EditionRow.list))
    return {row.id: as_edition(row) for row in found}


def numbered_editions_on(session: Session, day: date, lists: Collection[str]) -> dict[int, Edition]:
    """The editions of some lists that were in force on a day, by their numbers, in the order of their lists."""
    found = select(EditionRow).where(EditionRow.id.in_(in_force(day)), EditionRow.list.in_(lists))
    return {row.id: as_edition(row) for row in session.scalars(found.order_by(EditionRow.list))}


def editions_at(session: Session, moment: datetime) -> dict[int, Edition]:
    """The editions, by their numbers, that were in force here at a moment: one a list. Of a list that was not held
    then, the first that was."""
    held = select(func.max(EditionRow.id)).where(EditionRow.applied_at <= moment).group_by(EditionRow.list)
    later = select(EditionRow.list).where(EditionRow.applied_at <= moment)
    first = select(func.min(EditionRow.id)).where(EditionRow.list.not_in(later)).group_by(EditionRow.list)
    base = or_(EditionRow.id.in_(held), EditionRow.id.in_(first))
    return {
        row.id: as_edition(row) for row in session.scalars(select(EditionRow).where(base).order_by(EditionRow.list))
    }


def edition_on(session: Session, list: str, day: date) -> Edition | None:
    """The edition of a list that was in force on a day; None where none was loaded for so early a day."""
    row = row_on(session, list, day)
    return as_edition(row) if row else None


def editions_of(session: Session, list: str) -> list[Edition]:
    """Every edition of a list, the oldest first."""
    found = session.scalars(select(EditionRow).where(EditionRow.list == list).order_by(EditionRow.id))
    return [as_edition(row) for row in found]


def index_version(session: Session) -> str:
    """A string that differs whenever any edition in force does: what an index built from the store is of."""
    newest = select(EditionRow.list, func.max(EditionRow.id)).group_by(EditionRow.list).order_by(EditionRow.list)
    return " ".join(f"{key}:{number}" for key, number in session.execute(newest))


def newest_of(version: str) -> dict[str, int]:
    """The number of the newest edition of each list, out of an `index_version`."""
    pairs = (part.rpartition(":") for part in version.split())
    return {key: int(number) for key, _, number in pairs}


def record_fetch(session: Session, list: str, now: datetime, error: str = "") -> None:
    """Remember that a list was tried, and what went wrong, if anything did."""
    session.merge(FetchRow(list=list, at=now, error=storable(error), reading_since=None))
    session.flush()


def record_reading(session: Session, list: str, now: datetime) -> None:
    """Remember that an edition of a list is being read, until `record_fetch` says what became of it."""
    row = session.get(FetchRow, list) or FetchRow(list=list, at=now, error="")
    row.reading_since = now
    session.add(row)
    session.flush()


def read_now(session: Session, now: datetime) -> tuple[str, ...]:
    """The lists that are being read. One whose reading nobody has ended for long was broken off."""
    began = FetchRow.reading_since > now - READS_WITHIN
    return tuple(session.scalars(select(FetchRow.list).where(began).order_by(FetchRow.list)))


def fetch_of(session: Session, list: str) -> Fetch | None:
    row = session.get(FetchRow, list)
    return Fetch(row.list, row.at, row.error) if row else None


# For the other modules of the store.


def in_force(day: date | None = None) -> Select[int]:
    """The ids of the editions in force, one a list, now or on a day. Editions of a list are loaded in order."""
    newest = select(func.max(EditionRow.id)).group_by(EditionRow.list)
    return newest if day is None else newest.where(EditionRow.last_day <= day.isoformat())


def alive_in(edition_id: SQLColumnExpression[int] | int) -> ColumnElement[bool]:
    """Whether an entry is in an edition (of its own list)."""
    not_over = or_(EntryRow.until_edition_id.is_(None), EntryRow.until_edition_id > edition_id)
    return (EntryRow.since_edition_id <= edition_id) & not_over


def row_on(session: Session, list: str, day: date | None) -> EditionRow | None:
    """The row of the edition of a list that is in force, or was on a day."""
    found = select(EditionRow).where(EditionRow.list == list).order_by(EditionRow.id.desc()).limit(1)
    if day is not None:
        found = found.where(EditionRow.last_day <= day.isoformat())
    return session.scalars(found).first()


def as_edition(row: EditionRow) -> Edition:
    return Edition(
        list=row.list,
        edition=row.edition,
        published=row.published,
        fetched_at=row.fetched_at,
        entries=row.entries,
        missing=tuple(json.loads(row.missing)),
        sha256=row.sha256,
        format=row.format,
        reader=row.reader,
        odd=row.odd,
    )
