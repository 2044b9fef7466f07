"""What has been kept long enough is forgotten; by a clock that has just jumped nothing is."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

import store.asking.chain
import store.asking.questions
from jobs.housekeeping import tidy
from store.asking.questions import Asked
from store.tables.asking import QuestionRow
from tests.conftest import NOON

AN_HOUR, A_DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)


def asked(sessions: sessionmaker[Session], at: datetime) -> None:
    with sessions.begin() as session:
        store.asking.questions.record(session, Asked("T1", "C1", "U1", "is Rosneft sanctioned?", "screening"), at)


def kept(sessions: sessionmaker[Session]) -> int:
    with sessions() as session:
        return len(store.asking.questions.asked_since(session))


def run(sessions: sessionmaker[Session], since: datetime, hours: int) -> datetime:
    """So many hourly turns; the moment after them."""
    for hour in range(hours):
        tidy(sessions, since + hour * AN_HOUR, YEAR)
    return since + hours * AN_HOUR


def test_what_is_old_is_forgotten_once_the_clock_has_gone_on_for_a_day(sessions: sessionmaker[Session]):
    asked(sessions, NOON - YEAR - A_DAY)
    asked(sessions, NOON)
    assert not tidy(sessions, NOON, YEAR).trusted
    assert kept(sessions) == 2
    run(sessions, NOON, 26)
    assert kept(sessions) == 1


@pytest.mark.parametrize("jump", [10 * YEAR, YEAR, timedelta(days=2), -A_DAY, -10 * YEAR])
def test_a_clock_that_jumps_purges_nothing(sessions: sessionmaker[Session], jump: timedelta):
    now = run(sessions, NOON, 30)
    asked(sessions, now)
    run(sessions, now + jump, 12)  # for half a day, until somebody mends it
    assert kept(sessions) == 1
    run(sessions, now + 12 * AN_HOUR, 12)
    assert kept(sessions) == 1


def test_a_bot_that_was_away_for_a_month_looks_at_its_clock_for_a_day_first(sessions: sessionmaker[Session]):
    now = run(sessions, NOON, 30)
    asked(sessions, now - YEAR - A_DAY)
    back = now + timedelta(days=30)
    assert not tidy(sessions, back, YEAR).trusted
    assert kept(sessions) == 1
    run(sessions, back, 26)
    assert kept(sessions) == 0


def test_the_record_is_whole_after_what_is_old_was_taken_and_says_how_much(sessions: sessionmaker[Session]):
    for days in (400, 390, 380, 10, 500, 5):  # that of 500 days ago by a clock that had gone back
        asked(sessions, NOON - days * A_DAY)
    with sessions() as session:
        noted = store.asking.chain.verify(session).head
    run(sessions, NOON, 30)
    with sessions() as session:
        found = store.asking.chain.verify(session, noted)
        left = store.asking.questions.asked_since(session)
    assert (found.is_whole, found.purged, found.forgotten) == (True, 3, 1)
    assert [one.kind for one in left] == ["screening", "forgotten", "screening", "questions deleted"]
    assert left[-1].at is not None
    assert NOON <= left[-1].at <= NOON + 30 * AN_HOUR  # the day on which it was done


def test_a_row_taken_by_hand_after_a_purge_is_missed(sessions: sessionmaker[Session]):
    for days in (400, 10, 9, 8):
        asked(sessions, NOON - days * A_DAY)
    run(sessions, NOON, 26)
    with sessions.begin() as session:
        first = session.scalars(select(QuestionRow).order_by(QuestionRow.seq).limit(1)).one()
        session.delete(first)
    with sessions() as session:
        found = store.asking.chain.verify(session)
    assert (found.purged, found.faults) == (1, ("Row 2 is missing.",))
