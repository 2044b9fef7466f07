"""Which of Slack's events were seen: it sends one again when it is in doubt, and to every connection it likes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from store.dialect import a_key, add_if_absent
from store.rows import table_of
from store.tables.asking import SeenEventRow


def first_time(session: Session, key: str, now: datetime) -> bool:
    """Whether this event is new: true for exactly one of all who ask, once its transaction is committed.

    The key is an event's id, or its channel and time ("C123 1700000000.000100").
    """
    return add_if_absent(session, table_of(SeenEventRow), key=a_key(key, "The id of an event"), at=now)


def forget(session: Session, before: datetime) -> int:
    """Forget the events seen before a moment; how many they were."""
    old = delete(SeenEventRow).where(SeenEventRow.at < before).returning(SeenEventRow.key)
    return len(session.scalars(old, execution_options={"synchronize_session": False}).all())
