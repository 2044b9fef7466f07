"""Which statement answers a question: 80 questions with the right one decided beforehand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sanctions.briefing.glossary import search_words
from bot.sanctions.briefing.search import best_statements, suggested_topics
from tests.builders import shipped

STATEMENTS = shipped("briefing.yml").statements


def asked() -> list[tuple[frozenset[str], str]]:
    """What people ask, with the ids of the statements that answer it."""
    path = Path(__file__).parent / "asked_of_the_briefing.txt"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split(" | ", 1) for line in lines]
    return [(frozenset(ids.split(", ")), question) for ids, question in rows]


def answered(question: str) -> str:
    found = best_statements(question, STATEMENTS)
    return found[0].id if found else "none"


def test_of_80_questions_at_least_76_get_the_right_statement():
    wrong = [(question, answered(question)) for right, question in asked() if answered(question) not in right]
    assert len(asked()) == 80
    assert len(wrong) <= 4, wrong


@pytest.mark.parametrize("question", [question for right, question in asked() if "none" in right])
def test_what_the_briefing_does_not_cover_is_not_answered(question: str):
    assert answered(question) == "none"


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Can the President do this alone?", "congress"),
        ("what would Russia give in return?", "in-return"),
        ("which oligarchs?", "names"),
        ("did the Kremlin comment?", "no-comment"),
        ("who is drafting the list?", "request"),
        ("кто составляет список?", "request"),
        ("что США хотят взамен?", "in-return"),
        ("UN snapback on Iran never happened, right?", "iran-snapback"),
        ("the House killed the Graham sanctions bill in September, correct?", "act-2026"),
        ("so Carlyle never completed the deal on Lukoil International, agree?", "gl-lukoil-sale"),
    ],
)
def test_what_is_asked_most_is_answered(question: str, right: str):
    assert answered(question) == right


def test_a_search_finds_every_statement_that_the_ranking_would_choose():
    """The search knows words, not meanings: it is given all words of each meaning."""
    for _, question in asked():
        words = search_words(question)
        for statement in best_statements(question, STATEMENTS):
            text = " ".join((*statement.topics, statement.says)).lower().replace("ü", "u")
            assert any(word[:4] in text for word in words), (question, statement.id)


def test_ranking_among_what_a_search_found_leaves_out_the_rest():
    assert [s.id for s in best_statements("which oligarchs?", STATEMENTS, among=["scope"])] == ["scope"]


def test_topics_are_suggested_that_the_text_has_words_of():
    text = "Putin said he would refuse to talk while the pressure goes on"
    assert "Putin" in suggested_topics(text, STATEMENTS)
    assert suggested_topics("", STATEMENTS) == ()
    assert suggested_topics("nothing of the kind", STATEMENTS) == ()


@given(st.text(max_size=200))
def test_whatever_is_asked_no_statement_is_made_up(question: str):
    assert {s.id for s in best_statements(question, STATEMENTS)} <= {s.id for s in STATEMENTS}
    search_words(question)
