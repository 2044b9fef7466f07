"""While noted facts stand in for lists, whoever asked is told when a list is in; later editions are told by watches."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session, sessionmaker

import store.asking.questions
import store.telling.outbox
from jobs.starter import ARRIVED, load_starter, load_starter_content
from store.asking.questions import Asked
from store.database import writing
from tests.conftest import NOON
from tests.jobs.conftest import Load


def told(sessions: sessionmaker[Session], place: str) -> list[str]:
    with sessions() as session:
        sent = store.telling.outbox.of_place(session, "T1", place)
    return [one.message.answer.text for one in sent if one.message.kind == ARRIVED]


def asked(sessions: sessionmaker[Session], place: str, who: str, days_ago: int = 0) -> None:
    with writing(sessions) as session:
        row = Asked("T1", place, who, "is Rosneft sanctioned?", "screening")
        store.asking.questions.record(session, row, NOON - timedelta(days=days_ago))


def test_who_asked_on_noted_facts_is_told_once_when_the_list_is_in(
    sessions: sessionmaker[Session], load_sdn: Load
) -> None:
    load_starter_content(sessions, NOON)
    load_starter(sessions, NOON)
    asked(sessions, "C1", "U1")
    asked(sessions, "C1", "U2")
    asked(sessions, "", "U3")
    asked(sessions, "C9", "U4", days_ago=3)
    load_sdn("2022-02-24", "2022-02-25")
    says = (
        "The OFAC SDN list of 24 Feb 2022 is in: 9,123 entries. "
        "What you asked before rested on noted facts alone: ask it again."
    )
    assert told(sessions, "C1") == [says]
    assert told(sessions, "U3") == [says]
    assert told(sessions, "C9") == []


def test_where_no_noted_facts_stood_in_nobody_is_told(sessions: sessionmaker[Session], load_sdn: Load) -> None:
    asked(sessions, "C1", "U1")
    load_sdn("2022-02-24")
    assert told(sessions, "C1") == []
