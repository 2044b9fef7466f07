from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BadInput
from store.events import first_time, forget
from tests.store.builders import NOON


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
