from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy.orm import Session, sessionmaker

from store.asking.questions import Asked, last_in_thread, purge, recent_of, record
from tests.store.builders import NOON

ASKED = Asked(
    team="T1",
    place="C1",
    who="U1",
    text="is Rosneft sanctioned?",
    kind="screening",
    verdicts=("listed",),
    editions="us_ofac_sdn:2",
    thread_ts="1700000000.000100",
    question={"kind": "screening", "subjects": [{"name": "Rosneft"}]},
)


def test_a_follow_up_finds_the_last_question_of_its_thread(session_factory: sessionmaker[Session]):
    last = replace(ASKED, text="and Lukoil?", question={"kind": "screening", "subjects": [{"name": "Lukoil"}]})
    with session_factory.begin() as session:
        record(session, ASKED, NOON)
        record(session, last, NOON)  # in the same second
        record(session, replace(ASKED, thread_ts="1700000001.000100"), NOON)
        record(session, replace(ASKED, team="T2"), NOON)
    with session_factory() as session:
        assert last_in_thread(session, "T1", "C1", ASKED.thread_ts) == last
        assert last_in_thread(session, "T1", "C2", ASKED.thread_ts) is None


def test_questions_are_purged_when_their_time_is_over(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        record(session, ASKED, NOON - timedelta(days=91))
        record(session, replace(ASKED, thread_ts="2"), NOON)
        assert purge(session, NOON - timedelta(days=90)) == 1
        assert purge(session, NOON - timedelta(days=90)) == 0
        assert last_in_thread(session, "T1", "C1", ASKED.thread_ts) is None
        assert last_in_thread(session, "T1", "C1", "2") is not None


def test_hostile_text_is_kept_as_far_as_it_can_be(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        record(session, replace(ASKED, text="Robert'); DROP TABLE entries;--\0\ud800<!channel>", verdicts=()), NOON)
        found = last_in_thread(session, "T1", "C1", ASKED.thread_ts)
        assert found is not None
        assert found.text == "Robert'); DROP TABLE entries;--?<!channel>"


def test_what_one_person_asked_lately_comes_newest_first(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        for text in ("first", "second", "third"):
            record(session, replace(ASKED, text=text), NOON)
        record(session, replace(ASKED, who="U2"), NOON)
        assert [asked.text for asked in recent_of(session, "T1", "U1", 2)] == ["third", "second"]
