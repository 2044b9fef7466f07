"""The record of questions: nothing in it can be changed or taken away unnoticed, and people can be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, sessionmaker

from store.asking.chain import verify
from store.asking.questions import ADDED, asked_since, forget, last_in_thread, purge, recent_of, record
from store.tables.asking import AuditHeadRow, QuestionRow
from tests.store.asking.test_questions import ASKED
from tests.store.builders import NOON

Store = sessionmaker[Session]


@pytest.fixture
def asked(session_factory: Store) -> Store:
    """Ten questions of two people, an hour apart."""
    with session_factory.begin() as session:
        for at in range(10):
            given = replace(ASKED, who=f"U{at % 2}", text=f"question {at}", thread_ts=str(at))
            record(session, given, NOON + timedelta(hours=at))
    return session_factory


def faults(sessions: Store, noted: str = "") -> list[str]:
    with sessions() as session:
        return [*verify(session, noted).faults]


def test_an_untouched_record_is_whole(asked: Store):
    with asked() as session:
        found = verify(session)
    assert (found.is_whole, found.rows, found.forgotten, found.purged) == (True, 10, 0, 0)
    assert len(found.head) == 64


def test_an_empty_record_is_whole(session_factory: Store):
    assert faults(session_factory) == []


@pytest.mark.parametrize(
    ("tamper", "words"),
    [
        (update(QuestionRow).where(QuestionRow.seq == 4).values(text="something else"), "Row 4 was changed."),
        (update(QuestionRow).where(QuestionRow.seq == 4).values(who="U9"), "Row 4 was changed."),
        (update(QuestionRow).where(QuestionRow.seq == 4).values(verdicts="[]"), "Row 4 was changed."),
        (delete(QuestionRow).where(QuestionRow.seq == 4), "Row 4 is missing."),
        (delete(QuestionRow).where(QuestionRow.seq.between(4, 6)), "Rows 4 to 6 are missing."),
        (delete(QuestionRow).where(QuestionRow.seq == 1), "Row 1 is missing."),
        (delete(QuestionRow).where(QuestionRow.seq == 10), "The record ends at row 9; row 10 was written last."),
        (delete(QuestionRow), "The record ends at row 0; row 10 was written last."),
        (
            update(QuestionRow).where(QuestionRow.seq == 4).values(kind="forgotten", text="", salt=""),
            "Row 4 was emptied without a record of it.",
        ),
    ],
)
def test_a_row_changed_or_taken_away_is_found(asked: Store, tamper: object, words: str):
    with asked.begin() as session:
        session.execute(tamper)  # type: ignore[call-overload]
    assert words in faults(asked)


def test_a_record_rewritten_whole_is_found_by_a_head_that_was_noted(asked: Store):
    with asked() as session:
        noted = verify(session).head
    with asked.begin() as session:
        session.execute(delete(QuestionRow))
        session.execute(delete(AuditHeadRow))
        record(session, ASKED, NOON)
    assert faults(asked) == []
    assert faults(asked, noted) == [
        "The head that was noted is not in the record: it was changed, or that part of it was purged."
    ]


def test_a_head_noted_long_ago_is_still_in_the_record(asked: Store):
    with asked() as session:
        noted = verify(session).head
    with asked.begin() as session:
        record(session, ASKED, NOON + timedelta(days=1))
    assert faults(asked, noted) == []


def test_a_person_is_forgotten_and_the_record_stays_verifiable(asked: Store):
    with asked.begin() as session:
        assert forget(session, "U1", NOON + timedelta(days=1)) == 5
        assert forget(session, "U1", NOON + timedelta(days=1)) == 0
    with asked() as session:
        found = verify(session)
        kept = asked_since(session)
        assert recent_of(session, "T1", "U1", 10) == []
        assert last_in_thread(session, "T1", "C1", "1") is None
        cells = str([row.__dict__ for row in session.scalars(select(QuestionRow))])
    assert (found.is_whole, found.rows, found.forgotten) == (True, 11, 5)
    assert "question 1" not in cells
    assert "'U1'" not in cells
    assert [one.text for one in kept if one.who == "U0"] == [f"question {at}" for at in range(0, 10, 2)]
    assert kept[-1].text == "5 questions of one person were deleted"


def test_what_is_purged_leaves_a_record_that_is_whole(asked: Store):
    with asked.begin() as session:
        assert purge(session, NOON + timedelta(hours=4)) == 4
    with asked() as session:
        found = verify(session)
    assert (found.is_whole, found.rows, found.purged) == (True, 6, 4)
    with asked.begin() as session:
        assert purge(session, NOON + timedelta(days=9)) == 6
        record(session, ASKED, NOON + timedelta(days=10))
    assert faults(asked) == []


def test_a_question_of_a_clock_that_went_wrong_loses_its_words_in_time(asked: Store):
    with asked.begin() as session:
        record(session, replace(ASKED, text="of the past"), NOON - timedelta(days=400))
        assert purge(session, NOON - timedelta(days=365)) == 1
        assert "of the past" not in [one.text for one in asked_since(session)]
    assert faults(asked) == []


@pytest.mark.parametrize("first", ["forget", "purge"])
def test_forgetting_and_purging_follow_each_other(asked: Store, first: str):
    steps: dict[str, Callable[[Session], int]] = {
        "forget": lambda session: forget(session, "U0", NOON + timedelta(days=1)),
        "purge": lambda session: purge(session, NOON + timedelta(hours=5)),
    }
    for step in sorted(steps, key=lambda name: name != first):
        with asked.begin() as session:
            steps[step](session)
        assert faults(asked) == []


def test_rows_that_are_no_questions_are_in_the_chain_too(asked: Store):
    with asked.begin() as session:
        record(session, replace(ASKED, kind=ADDED), NOON + timedelta(days=1))
    with asked() as session:
        assert verify(session).rows == 11
