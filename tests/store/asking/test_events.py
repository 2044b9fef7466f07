from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BadInput
from store.asking.events import LEASE, Begun, begin, end, first_time, forget, release
from tests.store.builders import NOON

A_SECOND = timedelta(seconds=1)


def test_an_event_is_new_only_once(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        assert first_time(session, "Ev1", NOON)
        assert not first_time(session, "Ev1", NOON)
        assert first_time(session, "C1 1700000000.000100", NOON)
    with session_factory.begin() as session:
        assert not first_time(session, "Ev1", NOON)


def test_of_many_who_ask_at_once_exactly_one_is_told_that_it_is_new(session_factory: sessionmaker[Session]):
    def ask(number: int) -> bool:
        with session_factory.begin() as session:
            return first_time(session, f"Ev{number % 5}", NOON)

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(ask, range(40))) == 5


def test_an_event_whose_handling_was_undone_is_new_again(session_factory: sessionmaker[Session]):
    with session_factory() as session:
        assert first_time(session, "Ev1", NOON)
        session.rollback()
        assert first_time(session, "Ev1", NOON)


def test_old_events_are_forgotten(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        first_time(session, "Ev1", NOON - timedelta(days=2))
        first_time(session, "Ev2", NOON)
        assert forget(session, NOON - timedelta(days=1)) == 1
        assert first_time(session, "Ev1", NOON)
        assert not first_time(session, "Ev2", NOON)


def test_an_event_without_an_id_is_refused(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session, pytest.raises(BadInput, match="The id of an event"):
        first_time(session, "", NOON)


def beginning(factory: sessionmaker[Session], *keys: str, later: timedelta = timedelta(0)) -> Begun:
    with factory.begin() as session:
        return begin(session, keys, NOON + later)


def test_what_is_begun_is_nobody_elses_until_its_lease_is_over_and_then_it_is_begun_again(
    session_factory: sessionmaker[Session],
):
    assert beginning(session_factory, "event 1", "message 1") is Begun.NEW
    assert beginning(session_factory, "event 1", "message 1", later=LEASE - A_SECOND) is Begun.BUSY
    assert beginning(session_factory, "event 1", "message 1", later=LEASE) is Begun.AGAIN
    assert beginning(session_factory, "event 1", "message 1", later=LEASE) is Begun.BUSY


def test_a_message_that_comes_as_two_events_is_one(session_factory: sessionmaker[Session]):
    assert beginning(session_factory, "event 1", "message 1") is Begun.NEW
    assert beginning(session_factory, "event 2", "message 1") is Begun.BUSY
    with session_factory.begin() as session:
        end(session, ("event 1", "message 1"))
    assert beginning(session_factory, "event 2", "message 1", later=10 * LEASE) is Begun.DONE
    assert beginning(session_factory, "event 2", later=10 * LEASE) is Begun.DONE


def test_what_failed_may_be_begun_anew_and_what_is_done_not(session_factory: sessionmaker[Session]):
    beginning(session_factory, "press 1")
    with session_factory.begin() as session:
        release(session, ("press 1",))
    assert beginning(session_factory, "press 1") is Begun.NEW
    with session_factory.begin() as session:
        end(session, ("press 1",))
        release(session, ("press 1",))
    assert beginning(session_factory, "press 1", later=10 * LEASE) is Begun.DONE


def test_a_clock_that_went_back_since_keeps_nobody_out(session_factory: sessionmaker[Session]):
    beginning(session_factory, "event 1")
    assert beginning(session_factory, "event 1", later=-timedelta(days=1)) is Begun.AGAIN
