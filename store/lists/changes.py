"""What changed, and when. "When" is the day of the edition: for a month, its first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import Session

from bot.sanctions.changes.comparison import Change
from store.plain import loads
from store.tables.lists import ChangeRow, EditionRow, EntryProgramRow, EntryRow


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """A change, the edition that brought it, and when that was published (an ISO date, or a month)."""

    at: str
    edition: str
    change: Change


def changes_between(
    session: Session,
    since: date | None = None,
    until: date | None = None,
    lists: Collection[str] = (),
    programs: Collection[str] = (),
    entity_id: str | None = None,
    limit: int | None = None,
) -> list[RecordedChange]:
    """The changes of a span of days, both inclusive, the newest first; of some lists, programs or one party only.

    A change is of a program when the entry is or was under it; of a party also when that was its id before.
    """
    found = (
        select(EditionRow.published, EditionRow.edition, ChangeRow.facts)
        .join(EditionRow, ChangeRow.edition_id == EditionRow.id)
        .where(*_asked_for(since, until, lists, programs, entity_id))
        .order_by(EditionRow.first_day.desc(), EditionRow.id.desc(), ChangeRow.id)
        .limit(limit)
    )
    return [RecordedChange(at, edition, loads(Change, facts)) for at, edition, facts in session.execute(found)]


def _asked_for(
    since: date | None, until: date | None, lists: Collection[str], programs: Collection[str], entity_id: str | None
) -> list[ColumnElement[bool]]:
    return [
        EditionRow.first_day >= since.isoformat() if since else true(),
        EditionRow.first_day <= until.isoformat() if until else true(),
        ChangeRow.list.in_(lists) if lists else true(),
        or_(ChangeRow.entity_id == entity_id, ChangeRow.was == entity_id) if entity_id else true(),
        _of_programs(programs) if programs else true(),
    ]


def _of_programs(programs: Collection[str]) -> ColumnElement[bool]:
    """Whether an entry that the change's edition began or ended, of the party, is under one of the programs."""
    touched = or_(EntryRow.since_edition_id == ChangeRow.edition_id, EntryRow.until_edition_id == ChangeRow.edition_id)
    return (
        select(EntryRow.id)
        .join(EntryProgramRow, EntryProgramRow.entry_id == EntryRow.id)
        .where(
            EntryRow.list == ChangeRow.list,
            or_(EntryRow.entity_id == ChangeRow.entity_id, EntryRow.entity_id == ChangeRow.was),
            touched,
            EntryProgramRow.tag.in_(programs),
        )
        .exists()
    )


def renumbered(session: Session) -> dict[str, str]:
    """Former id -> the id that the party has now, of every party that a publisher has listed under a new one."""
    steps = select(ChangeRow.was, ChangeRow.entity_id).where(ChangeRow.was != "").order_by(ChangeRow.id)
    now: dict[str, str] = {}
    for was, became in session.execute(steps):
        now.pop(became, None)  # a number that is used again names whoever has it now
        now = {old: became if new == was else new for old, new in now.items()} | {was: became}
    return now
