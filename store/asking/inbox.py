"""Questions that Slack was told we have: kept from the acknowledgement until they are answered, so that another process
answers them where ours dies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from store.dialect import LONGEST_KEY, add_those_absent, storable
from store.lists.rows import table_of
from store.tables.asking import InboxRow

LAPSED = timedelta(seconds=60)  # so long a process may have a question before another looks after it
TRIES = 5
AT_ONCE = 20
NOTED = "noted"  # of a payload: what was noted by us, no word of Slack's


def keep(session: Session, questions: Sequence[tuple[str, Mapping[str, Any]]], now: datetime) -> None:
    """Keep what Slack sent, by the question's own key: the same in a retry of Slack's. A crowd in one statement."""
    rows = [
        {"key": storable(key)[:LONGEST_KEY], "payload": storable(json.dumps(payload)), "taken_at": now, "tries": 0}
        for key, payload in questions
    ]
    add_those_absent(session, table_of(InboxRow), rows)


def done(session: Session, keys: Iterable[str]) -> None:
    """It is answered, or was before: kept no more."""
    gone = delete(InboxRow).where(InboxRow.key.in_([storable(key)[:LONGEST_KEY] for key in keys]))
    session.execute(gone, execution_options={"synchronize_session": False})


def take_up(session: Session, now: datetime) -> list[dict[str, Any]]:
    """Questions that nobody has answered for so long, now this process's; one that was tried too often is given up.

    One that was taken later than now (the clock has gone back) counts as taken now.
    """
    lapsed = or_(InboxRow.taken_at <= now - LAPSED, InboxRow.taken_at > now)
    rows = select(InboxRow).where(lapsed).order_by(InboxRow.taken_at).limit(AT_ONCE).with_for_update(skip_locked=True)
    found = []
    for row in list(session.scalars(rows)):
        if row.tries >= TRIES:
            session.delete(row)
            continue
        if row.taken_at <= now - LAPSED:
            row.tries += 1
            found.append(json.loads(row.payload))
        row.taken_at = now
    session.flush()
    return found


def hold(session: Session, keys: Iterable[str], now: datetime) -> None:
    """Whoever is at it is at it still: nobody else looks after it for a while, and its tries begin anew."""
    held = update(InboxRow).where(InboxRow.key.in_([storable(key)[:LONGEST_KEY] for key in keys]))
    session.execute(held.values(taken_at=now, tries=0), execution_options={"synchronize_session": False})


def note(session: Session, keys: Iterable[str], what: str, value: str) -> None:
    """Note something with what Slack sent, under `noted`: whoever takes it up after us finds it there."""
    for row in session.scalars(select(InboxRow).where(InboxRow.key.in_([storable(k)[:LONGEST_KEY] for k in keys]))):
        payload = json.loads(row.payload)
        row.payload = storable(json.dumps({**payload, NOTED: {**payload.get(NOTED, {}), what: value}}))
    session.flush()


def waiting(session: Session) -> int:
    """How many are not answered yet."""
    return len(session.scalars(select(InboxRow.key)).all())
