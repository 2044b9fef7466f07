"""Forget what has been kept long enough: questions asked, the ids of events already seen, messages delivered,
drafts of options that nobody saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session, sessionmaker

import store.asking.events
import store.asking.questions
import store.drafts
import store.steady
import store.telling.endings
import store.telling.outbox
from store.database import writing

DRAFTS_KEPT = timedelta(days=1)
ENDINGS_KEPT = timedelta(days=2)  # twice as long as they can be taken back
EVENTS_KEPT = timedelta(days=1)  # Slack retries an event for minutes; five of them have proved too short
# A clock that has just jumped, or just come up, may be wrong: it deletes nothing before it has gone on so long.
STEADY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many of each were forgotten; nothing is where the clock is not `trusted` yet."""

    questions: int = 0
    events: int = 0
    messages: int = 0
    trusted: bool = True


def tidy(sessions: sessionmaker[Session], now: datetime, retention: timedelta) -> Forgotten:
    """One turn. To be done about once an hour: by that the clock is watched."""
    with writing(sessions) as session:
        if now - store.steady.steady_since(session, now) < STEADY:
            return Forgotten(trusted=False)
        store.drafts.forget(session, now - DRAFTS_KEPT)
        store.telling.endings.forget(session, now - ENDINGS_KEPT)
        return Forgotten(
            questions=store.asking.questions.purge(session, now - retention, now),
            events=store.asking.events.forget(session, now - EVENTS_KEPT),
            messages=store.telling.outbox.forget(session, now - retention),
        )
