"""A claim costs the same however many messages wait."""

from __future__ import annotations

import time

import pytest
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
from bot.answers.document import Answer, Card, text
from store.database import writing
from store.tables.telling import OutboxRow
from store.telling.outbox import LEASE, Outgoing
from tests.conftest import NOON
from tests.endure.figures import figure
from tests.store.conftest import migrated_postgres, postgres, session_factory

__all__ = ["migrated_postgres", "postgres", "session_factory"]  # both databases

CHANNELS, MANY, CLAIMS = 200, 100_000, 40


def queued(session: Session, number: int) -> None:
    """So many messages to two hundred channels: the first of each by the door, the rest as copies of it, as many
    times as it takes, for one by one they take minutes."""
    card = Answer("alert", (Card(text("x")),))
    first = [Outgoing(f"{number} {n}", "T1", f"C{n}", "alert", card) for n in range(CHANNELS)]
    store.telling.outbox.queue(session, first, NOON)
    names = [column.name for column in OutboxRow.__table__.columns if column.name not in ("id", "key")]
    copied = ", ".join(names)
    copy = sql(
        f"INSERT INTO outbox (key, {copied}) SELECT key || :copy, {copied} FROM outbox "
        "WHERE key LIKE :number AND key NOT LIKE '%copy%'"
    )
    for turn in range(number // CHANNELS - 1):
        session.execute(copy, {"copy": f" copy {turn}", "number": f"{number} %"})


def claimed(factory: sessionmaker[Session]) -> float:
    """Seconds of one of many claims."""
    begun = time.perf_counter()
    for turn in range(CLAIMS):
        with writing(factory) as session:
            assert store.telling.outbox.claim(session, NOON + turn * LEASE, "one")
    return (time.perf_counter() - begun) / CLAIMS


@pytest.mark.endure
def test_a_claim_costs_the_same_with_a_hundred_thousand_waiting(session_factory: sessionmaker[Session]):
    costs = []
    for number in (CHANNELS, MANY):
        with writing(session_factory) as session:
            queued(session, number)
        costs.append(claimed(session_factory))
    with session_factory() as session:
        assert store.telling.outbox.waiting(session) == CHANNELS + MANY
    kind = session_factory.kw["bind"].dialect.name
    figure(f"{kind}: {costs[0] * 1000:.1f} ms with {CHANNELS} waiting, {costs[1] * 1000:.1f} ms with {MANY:,}")
    assert costs[1] < 3 * costs[0] + 0.01
