"""The clock is trusted from when it has gone on without a jump."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from store.database import writing
from store.steady import LONGEST_GAP, steady_since
from tests.conftest import NOON

AN_HOUR = timedelta(hours=1)


def looked(sessions: sessionmaker[Session], *after: timedelta) -> list[timedelta]:
    """Since when the clock is steady, counted from NOON, at looks so long after it."""
    found = []
    for each in after:
        with writing(sessions) as session:
            found.append(steady_since(session, NOON + each) - NOON)
    return found


def test_hour_after_hour_it_is_steady_since_the_first_look(session_factory: sessionmaker[Session]) -> None:
    assert looked(session_factory, *(n * AN_HOUR for n in range(5))) == [timedelta(0)] * 5


@pytest.mark.parametrize("step", [LONGEST_GAP, timedelta(0)])
def test_a_gap_as_long_as_may_be_and_none_at_all_are_no_jumps(
    session_factory: sessionmaker[Session], step: timedelta
) -> None:
    assert looked(session_factory, timedelta(0), AN_HOUR, AN_HOUR + step) == [timedelta(0)] * 3


@pytest.mark.parametrize("step", [LONGEST_GAP + timedelta(seconds=1), timedelta(seconds=-1), timedelta(days=-400)])
def test_a_jump_in_either_direction_begins_anew(session_factory: sessionmaker[Session], step: timedelta) -> None:
    assert looked(session_factory, timedelta(0), step, step + AN_HOUR) == [timedelta(0), step, step]
