"""What a channel or a person watches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from store.dialect import a_key, add_if_absent
from store.rows import table_of
from store.tables import WatchRow


@dataclass(frozen=True, slots=True)
class Watch:
    """`place` is a channel's or a person's id; `what` reads "entity:ofac-17022", "option:B", "list:un_sc"."""

    team: str
    place: str
    what: str
    who: str
    at: datetime


def watch(session: Session, team: str, place: str, what: str, who: str, now: datetime) -> bool:
    """Watch something in a place; whether that is new there."""
    a_key(what, "What is to be watched")
    return add_if_absent(session, table_of(WatchRow), team=team, place=place, what=what, who=who, at=now)


def unwatch(session: Session, team: str, place: str, what: str) -> bool:
    """Watch something no more; whether it was watched there."""
    here = (WatchRow.team == team) & (WatchRow.place == place)
    gone = delete(WatchRow).where(here, WatchRow.what == what).returning(WatchRow.what)
    return session.execute(gone, execution_options={"synchronize_session": False}).first() is not None


def watches_of(session: Session, team: str, place: str) -> list[Watch]:
    """What is watched in a place, the oldest first."""
    here = select(WatchRow).where(WatchRow.team == team, WatchRow.place == place)
    found = session.scalars(here.order_by(WatchRow.at, WatchRow.what))
    return [Watch(row.team, row.place, row.what, row.who, row.at) for row in found]
