"""Places that cannot be written to: what is watched there is kept, and what there is to tell waits for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

import store.telling.outbox
from store.dialect import add_if_absent
from store.lists.rows import table_of
from store.tables.telling import PauseRow


@dataclass(frozen=True, slots=True)
class Pause:
    """Why (Slack's word) and since when."""

    reason: str
    since: datetime


def pause(session: Session, team: str, place: str, reason: str, now: datetime) -> bool:
    """This place takes nothing; whether that is news."""
    return add_if_absent(session, table_of(PauseRow), team=team, place=place, reason=reason, at=now)


def resume(session: Session, team: str, place: str, now: datetime) -> bool:
    """It does again: what waits for it is tried now. Whether it was paused."""
    gone = delete(PauseRow).where(PauseRow.team == team, PauseRow.place == place).returning(PauseRow.place)
    was = session.execute(gone, execution_options={"synchronize_session": False}).first() is not None
    if was:
        store.telling.outbox.wake(session, team, place, now)
    return was


def pause_of(session: Session, team: str, place: str) -> Pause | None:
    row = session.get(PauseRow, (team, place))
    return Pause(row.reason, row.at) if row else None


def paused(session: Session) -> dict[tuple[str, str], Pause]:
    """Every place that is paused, by team and place."""
    return {(row.team, row.place): Pause(row.reason, row.at) for row in session.scalars(select(PauseRow))}
