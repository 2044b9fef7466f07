"""Questions kept from the acknowledgement until they are answered."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session, sessionmaker

from store.asking.inbox import LAPSED, TRIES, done, keep, take_up, waiting
from store.database import writing
from tests.store.builders import NOON

A_SECOND = timedelta(seconds=1)
PAYLOAD = {"command": "/sanctions", "text": "is Роснефть\0 sanctioned?", "trigger_id": "1.2"}


def kept(factory: sessionmaker[Session], *keys: str) -> None:
    with writing(factory) as session:
        keep(session, [(key, PAYLOAD) for key in keys], NOON)


def taken(factory: sessionmaker[Session], later: timedelta) -> int:
    with writing(factory) as session:
        return len(take_up(session, NOON + later))


def test_a_question_is_its_keepers_for_a_minute_and_then_the_first_ones_who_looks(
    session_factory: sessionmaker[Session],
):
    kept(session_factory, "command 1.2")
    assert taken(session_factory, LAPSED - A_SECOND) == 0
    assert taken(session_factory, LAPSED) == 1
    assert taken(session_factory, LAPSED) == 0
    assert taken(session_factory, 2 * LAPSED) == 1


def test_it_comes_out_as_slack_sent_it(session_factory: sessionmaker[Session]):
    kept(session_factory, "command 1.2")
    with writing(session_factory) as session:
        assert take_up(session, NOON + LAPSED) == [PAYLOAD]


def test_the_same_question_sent_again_is_kept_once(session_factory: sessionmaker[Session]):
    kept(session_factory, "event Ev1", "event Ev1", "event Ev2")
    with session_factory() as session:
        assert waiting(session) == 2


def test_what_is_answered_is_kept_no_more(session_factory: sessionmaker[Session]):
    kept(session_factory, "event Ev1", "event Ev2")
    with writing(session_factory) as session:
        done(session, ("event Ev1", "message T1 C1 1.1"))
        assert waiting(session) == 1


def test_what_kills_every_process_that_takes_it_up_is_given_up(session_factory: sessionmaker[Session]):
    kept(session_factory, "event Ev1")
    for turn in range(1, TRIES + 1):
        assert taken(session_factory, turn * LAPSED) == 1
    assert taken(session_factory, (TRIES + 1) * LAPSED) == 0
    with session_factory() as session:
        assert waiting(session) == 0


def test_a_clock_that_went_back_delays_it_by_a_minute_at_most(session_factory: sessionmaker[Session]):
    kept(session_factory, "event Ev1")
    assert taken(session_factory, -timedelta(days=1)) == 0
    assert taken(session_factory, -timedelta(days=1) + LAPSED) == 1
