"""What has been kept long enough is forgotten; by a clock that has just jumped nothing is."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.asking.questions
from jobs.housekeeping import tidy
from store.asking.questions import Asked
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
