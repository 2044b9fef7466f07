"""Editions that the guards hold: kept whole until a person accepts or rejects them, at most one of a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.lists.content import Content, packed, unpacked
from store.dialect import storable
from store.tables.lists import HeldFileRow, HeldRow


@dataclass(frozen=True, slots=True)
class Held:
    """A held edition. `sha256` is of its files as they came, `follows` the name of the edition in force when it was
    held ("" for none), `reason` what the guards say; `added`, `removed`, `amended` count entries against that one."""

    list: str
    edition: str
    published: str
    sha256: str
    follows: str
    entries: int
    added: int
    removed: int
    amended: int
    reason: str
    at: datetime
    rejected_by: str = ""
    rejected_at: datetime | None = None

    @property
    def is_rejected(self) -> bool:
        return self.rejected_at is not None


def keep(session: Session, held: Held, files: Mapping[str, Content]) -> None:
    """Keep an edition with its files, by role, in the place of one that was held before."""
    clear(session, held.list)
    values = {name: getattr(held, name) for name in Held.__dataclass_fields__}
    session.add(HeldRow(**{**values, "reason": storable(held.reason)}))
    session.flush()
    for role, content in files.items():
        session.add(HeldFileRow(list=held.list, role=role, content=packed(content)))
    session.flush()


def held_of(session: Session, list: str) -> Held | None:
    """The held edition of a list, rejected or not."""
    row = session.get(HeldRow, list)
    return _held(row) if row else None


def waiting(session: Session) -> list[Held]:
    """The editions that wait for a person, by list."""
    found = select(HeldRow).where(HeldRow.rejected_at.is_(None)).order_by(HeldRow.list)
    return [_held(row) for row in session.scalars(found)]


def files_of(session: Session, list: str) -> dict[str, Content]:
    """The files of the held edition of a list, by role."""
    found = select(HeldFileRow).where(HeldFileRow.list == list).order_by(HeldFileRow.role)
    return {row.role: unpacked(row.content) for row in session.scalars(found)}


def reject(session: Session, list: str, who: str, now: datetime) -> None:
    """A person says that the held edition is damaged. It is remembered without its files: it will come again."""
    row = session.get(HeldRow, list)
    if row is not None:
        row.rejected_by, row.rejected_at = who, now
    session.execute(delete(HeldFileRow).where(HeldFileRow.list == list))
    session.flush()


def clear(session: Session, list: str) -> None:
    """Nothing of a list is held any more."""
    session.execute(delete(HeldFileRow).where(HeldFileRow.list == list))
    session.execute(delete(HeldRow).where(HeldRow.list == list))
    session.flush()
    session.expire_all()


def _held(row: HeldRow) -> Held:
    return Held(**{name: getattr(row, name) for name in Held.__dataclass_fields__})
