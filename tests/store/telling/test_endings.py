from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session, sessionmaker

from store.telling.endings import forget, keep, take
from store.telling.watches import Watch
from tests.store.builders import NOON

A_DAY = timedelta(days=1)
KEPT = Watch("T1", "C1", "option:B", "U1", NOON)


def test_what_was_ended_is_given_back_once_as_it_was_in_its_own_place(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        keep(session, "T1", "C1", "option:B", KEPT, "U2", NOON)
        assert take(session, Watch, "T1", "C2", "option:B", NOON - A_DAY) is None
        assert take(session, Watch, "T2", "C1", "option:B", NOON - A_DAY) is None
        assert take(session, Watch, "T1", "C1", "option:B", NOON - A_DAY) == KEPT
        assert take(session, Watch, "T1", "C1", "option:B", NOON - A_DAY) is None


def test_after_its_time_it_is_gone(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        keep(session, "T1", "C1", "option:B", KEPT, "U2", NOON)
        assert take(session, Watch, "T1", "C1", "option:B", NOON + timedelta(seconds=1)) is None
        keep(session, "T1", "C1", "option:B", KEPT, "U2", NOON)
        assert forget(session, NOON) == 0
        assert forget(session, NOON + timedelta(seconds=1)) == 1


def test_the_last_ending_is_the_one_that_is_kept(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        keep(session, "T1", "C1", "option:B", KEPT, "U2", NOON - A_DAY)
        keep(session, "T1", "C1", "option:B", Watch("T1", "C1", "option:B", "U3", NOON), "U2", NOON)
        found = take(session, Watch, "T1", "C1", "option:B", NOON)
        assert found is not None
        assert found.who == "U3"
