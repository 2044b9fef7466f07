"""Which of Slack's events were seen: it sends one again when it is in doubt, and to every connection it likes.

What takes its time is *begun* and then *done*: where it was begun and never done, its process died, and after LEASE
somebody else may begin it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from store.dialect import a_key, add_if_absent
from store.lists.rows import table_of
from store.tables.asking import SeenEventRow

LEASE = timedelta(minutes=2)  # longer than an answer takes, waiting for Slack included


class Begun(Enum):
    """What becomes of somebody who wants to begin something."""

    NEW = "new"
    AGAIN = "again"  # it was begun before, and never done: what it was to do may have been done
    BUSY = "busy"  # somebody is at it
    DONE = "done"


def first_time(session: Session, key: str, now: datetime) -> bool:
    """Whether this event is new: true for exactly one of all who ask, once its transaction is committed.

    The key is an event's id, or its channel and time ("C123 1700000000.000100").
    """
    return add_if_absent(session, table_of(SeenEventRow), key=a_key(key, "The id of an event"), at=now)


def begin(session: Session, keys: Sequence[str], now: datetime) -> Begun:
    """Begin what these keys name, all or none of them; NEW or AGAIN for exactly one of all who ask."""
    until = now + LEASE
    new = [
        add_if_absent(session, table_of(SeenEventRow), key=a_key(key, "The id of an event"), at=now, until=until)
        for key in keys
    ]
    if all(new):
        return Begun.NEW
    known = [key for key, is_new in zip(keys, new, strict=True) if not is_new]
    rows = list(session.scalars(select(SeenEventRow).where(SeenEventRow.key.in_(known)).with_for_update()))
    if any(row.until is None for row in rows):
        end(session, [key for key, is_new in zip(keys, new, strict=True) if is_new])
        return Begun.DONE
    if any(row.until is not None and row.until > now and row.at <= now for row in rows):
        release(session, [key for key, is_new in zip(keys, new, strict=True) if is_new])
        return Begun.BUSY
    for row in rows:
        row.at, row.until = now, until
    session.flush()
    return Begun.AGAIN


def renew(session: Session, keys: Sequence[str], now: datetime) -> None:
    """Whoever began it is at it still."""
    longer = update(SeenEventRow).where(SeenEventRow.key.in_(keys), SeenEventRow.until.is_not(None))
    session.execute(longer.values(at=now, until=now + LEASE), execution_options={"synchronize_session": False})


def end(session: Session, keys: Sequence[str]) -> None:
    """It is done, for good."""
    done = update(SeenEventRow).where(SeenEventRow.key.in_(keys)).values(until=None)
    session.execute(done, execution_options={"synchronize_session": False})


def release(session: Session, keys: Sequence[str]) -> None:
    """It failed, and somebody was told: it may be begun anew."""
    gone = delete(SeenEventRow).where(SeenEventRow.key.in_(keys), SeenEventRow.until.is_not(None))
    session.execute(gone, execution_options={"synchronize_session": False})


def was_seen(session: Session, key: str) -> bool:
    """Whether this event was seen before."""
    return session.get(SeenEventRow, a_key(key, "The id of an event")) is not None


def forget(session: Session, before: datetime) -> int:
    """Forget the events seen before a moment; how many they were."""
    old = delete(SeenEventRow).where(SeenEventRow.at < before).returning(SeenEventRow.key)
    return len(session.scalars(old, execution_options={"synchronize_session": False}).all())
