"""Whether the clock can be trusted: it has gone on steadily, as far as the store has seen it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from store.tables.telling import ClockRow

LONGEST_GAP = timedelta(hours=6)  # between two looks; a longer one is a jump, or the bot was away


def steady_since(session: Session, now: datetime) -> datetime:
    """Since when the clock has gone on without a jump, this look included. Looked at once an hour by housekeeping."""
    row = session.get(ClockRow, 1)
    if row is None:
        row = ClockRow(id=1, steady_since=now, seen_at=now)
        session.add(row)
    elif not timedelta(0) <= now - row.seen_at <= LONGEST_GAP:
        row.steady_since = now
    row.seen_at = now
    session.flush()
    return row.steady_since
