"""Forget what has been kept long enough: questions asked, and the ids of events already seen."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session, sessionmaker

import store.events
import store.questions
from store.database import writing

EVENTS_KEPT = timedelta(days=1)  # Slack retries an event for minutes; five of them have proved too short


def tidy(sessions: sessionmaker[Session], now: datetime, retention: timedelta) -> tuple[int, int]:
    """One turn: how many questions and how many events were forgotten."""
    with writing(sessions) as session:
        return store.questions.purge(session, now - retention), store.events.forget(session, now - EVENTS_KEPT)
