"""What a channel or a person watches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from store.dialect import a_key, add_if_absent
from store.lists.rows import table_of
from store.tables.telling import WatchRow
from store.telling.pauses import resume


@dataclass(frozen=True, slots=True)
class Watch:
    """`place` is a channel's or a person's id; `what` reads "entity:ofac-17022", "option:B", "list:un_sc"."""

    team: str
    place: str
    what: str
    who: str
    at: datetime


def watch(session: Session, team: str, place: str, what: str, who: str, now: datetime) -> bool:
    """Watch something in a place; whether that is new there. A place that was paused is told of things again."""
    a_key(what, "What is to be watched")
    resume(session, team, place, now)
    return add_if_absent(session, table_of(WatchRow), team=team, place=place, what=what, who=who, at=now)


def watch_of(session: Session, team: str, place: str, what: str) -> Watch | None:
    """The watch of something in a place."""
    row = session.get(WatchRow, (team, place, what))
    return _watch(row) if row else None


def restore(session: Session, watch: Watch) -> bool:
    """A watch that was ended, as it was; whether it was not there."""
    values = {"team": watch.team, "place": watch.place, "what": watch.what, "who": watch.who, "at": watch.at}
    return add_if_absent(session, table_of(WatchRow), **values)


def unwatch(session: Session, team: str, place: str, what: str) -> bool:
    """Watch something no more; whether it was watched there."""
    here = (WatchRow.team == team) & (WatchRow.place == place)
    gone = delete(WatchRow).where(here, WatchRow.what == what).returning(WatchRow.what)
    return session.execute(gone, execution_options={"synchronize_session": False}).first() is not None


def watches_of(session: Session, team: str, place: str) -> list[Watch]:
    """What is watched in a place, the oldest first."""
    here = select(WatchRow).where(WatchRow.team == team, WatchRow.place == place)
    return [_watch(row) for row in session.scalars(here.order_by(WatchRow.at, WatchRow.what))]


def all_watches(session: Session) -> list[Watch]:
    """What is watched anywhere in Slack, place by place, the oldest first; also where the
    place is paused: it is told later.

    Watches of the command line belong to no workspace: there is nowhere to write to.
    """
    found = select(WatchRow).where(WatchRow.team != "")
    found = found.order_by(WatchRow.team, WatchRow.place, WatchRow.at, WatchRow.what)
    return [_watch(row) for row in session.scalars(found)]


def follow(session: Session, was: str, now_is: str) -> None:
    """A watched party has a new id: whoever watched the old one watches the new one."""
    for row in list(session.scalars(select(WatchRow).where(WatchRow.what == was))):
        session.delete(row)
        values = {"team": row.team, "place": row.place, "what": now_is, "who": row.who, "at": row.at}
        add_if_absent(session, table_of(WatchRow), **values)
    session.flush()


def _watch(row: WatchRow) -> Watch:
    return Watch(row.team, row.place, row.what, row.who, row.at)
