"""What was ended in a place: kept as it was, for as long as it can be taken back."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from sqlalchemy import delete
from sqlalchemy.orm import Session

from store.plain import dumps, loads
from store.tables.telling import EndingRow

Kept = TypeVar("Kept")


def keep(session: Session, team: str, place: str, what: str, kept: object, who: str, now: datetime) -> None:
    """Keep what `who` ends now. `kept` is the watch or the subscription."""
    session.merge(EndingRow(team=team, place=place, what=what, facts=dumps(kept), who=who, at=now))
    session.flush()


def take(session: Session, kind: type[Kept], team: str, place: str, what: str, since: datetime) -> Kept | None:
    """What was ended there, if that was not before `since`; it is kept no more, so one of all who ask gets it."""
    here = (EndingRow.team == team) & (EndingRow.place == place) & (EndingRow.what == what)
    gone = delete(EndingRow).where(here).returning(EndingRow.facts, EndingRow.at)
    found = session.execute(gone, execution_options={"synchronize_session": False}).first()
    return loads(kind, found.facts) if found and found.at >= since else None


def forget(session: Session, before: datetime) -> int:
    """Forget what was ended before a moment; how many."""
    old = delete(EndingRow).where(EndingRow.at < before).returning(EndingRow.what)
    return len(session.scalars(old, execution_options={"synchronize_session": False}).all())
