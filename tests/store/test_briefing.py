from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.sanctions.briefing.glossary import search_words
from bot.sanctions.briefing.measure import Level, Measure
from bot.sanctions.briefing.search import best_statements
from bot.sanctions.briefing.statement import Briefing, Source, Statement
from bot.sanctions.program import Program
from store.briefing import (
    measures,
    program_notes,
    save_briefing,
    save_statement,
    sources,
    statement_versions,
    statements,
    whole_briefing,
)
from store.database import downgrade, upgrade
from store.statement_search import find_statements
from store.tables.briefing import StatementRow
from tests.sanctions.briefing.test_search import STATEMENTS, asked
from tests.store.builders import NOON
from tests.store.conftest import opened

BRIEFING = Briefing(
    sources=(Source("ofac", "OFAC", "SDN list", "2023-12-28", "https://ofac.treasury.gov"),),
    statements=(
        Statement("who-drafts", ("drafting",), "Nobody has said who drafts the list."),
        Statement("cap", ("oil",), "The cap may be lowered.", "ofac", "reported", "2023-12-20"),
    ),
    measures=(
        Measure(
            "oil-price-cap",
            "Oil price cap",
            "At most 60",
            parameters={"level": 60, "currency": "USD"},
            history=(Level("2025-09-03", "EU", {"level": 47.6}, "ofac", "official"),),
        ),
    ),
    programs=(Program("RUSSIA-EO14024", "Russian Harmful Foreign Activities", effect={"sdn": "blocking"}),),
)


def test_a_briefing_is_read_back_in_its_own_order(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        save_briefing(session, BRIEFING, NOON)
    with session_factory() as session:
        assert tuple(sources(session)) == BRIEFING.sources
        assert tuple(statements(session)) == BRIEFING.statements
        assert tuple(measures(session)) == BRIEFING.measures
        assert tuple(program_notes(session)) == BRIEFING.programs


def test_what_has_the_same_id_takes_the_place_of_what_was_and_the_rest_stays(session_factory: sessionmaker[Session]):
    official = Statement("who-drafts", ("drafting",), "The Treasury drafts it.", "ofac", "official")
    with session_factory.begin() as session:
        save_briefing(session, BRIEFING, NOON)
        save_briefing(session, Briefing(statements=(official,)), NOON)
    with session_factory() as session:
        assert statements(session) == [official, BRIEFING.statements[1]]
        assert tuple(measures(session)) == BRIEFING.measures


def test_what_a_statement_said_before_stays_readable_with_who_and_when(session_factory: sessionmaker[Session]):
    later = NOON + timedelta(days=1)
    source = Source("slack-1", "A newspaper", date="2026-11-24", url="https://example.slack.com/archives/C1/p1")
    said = Statement("who-drafts", ("drafting",), "The Treasury drafts it.", "slack-1", "reported")
    with session_factory.begin() as session:
        save_briefing(session, BRIEFING, NOON)
        assert save_statement(session, said, source, "U0MARIA", later) == 2
        assert save_statement(session, said, source, "U0JAMES", later) == 2  # nothing new is no version
    with session_factory() as session:
        newest, first = statement_versions(session, "who-drafts")
        assert (newest.version, newest.statement, newest.source, newest.who, newest.at) == (
            2, said, source, "U0MARIA", later,
        )  # fmt: skip
        assert (first.version, first.statement.says, first.source, first.who, first.at) == (
            1, "Nobody has said who drafts the list.", None, "a file", NOON,
        )  # fmt: skip
        assert statements(session)[0] == said
        assert statement_versions(session, "nothing") == []


def test_a_search_finds_words_in_any_form_and_only_what_is_said_now(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        save_briefing(session, BRIEFING, NOON)
    with session_factory() as session:
        assert find_statements(session, ["drafts"]) == ["who-drafts"]
        assert find_statements(session, ["lowering"]) == ["cap"]
        assert set(find_statements(session, ["draft", "oil"])) == {"who-drafts", "cap"}
        assert find_statements(session, ["weather"]) == []
    with session_factory.begin() as session:
        save_briefing(session, Briefing(statements=(Statement("cap", ("gas",), "Gas is not capped."),)), NOON)
    with session_factory() as session:
        assert find_statements(session, ["oil"]) == []
        assert find_statements(session, ["gas"]) == ["cap"]


def test_the_search_is_in_step_with_what_is_stored_or_neither_is(session_factory: sessionmaker[Session]):
    with session_factory() as session:
        save_briefing(session, BRIEFING, NOON)
        assert find_statements(session, ["draft"]) == ["who-drafts"]
        session.rollback()
    with session_factory() as session:
        assert statements(session) == []
        assert find_statements(session, ["draft", "oil"]) == []
        assert statement_versions(session, "cap") == []


@pytest.mark.parametrize(
    "word", ["", "'", '"', "a'b", "x) OR (y", "*", "NEAR", "AND", "the", "\0", "a:b", "-", "\ud800", "x" * 5_000, "и"]
)
def test_no_word_breaks_the_search(session_factory: sessionmaker[Session], word: str):
    with session_factory.begin() as session:
        save_briefing(session, BRIEFING, NOON)
    with session_factory() as session:
        assert "who-drafts" in find_statements(session, [word, "draft"])


def test_the_search_finds_all_that_the_ranking_would_choose(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        save_briefing(session, Briefing(statements=STATEMENTS), NOON)
    with session_factory() as session:
        for _, question in asked():
            found = find_statements(session, search_words(question))
            best = best_statements(question, STATEMENTS)
            assert best_statements(question, STATEMENTS, among=found) == best, question


def test_the_whole_briefing_is_given_as_it_was_saved(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        save_briefing(session, BRIEFING, NOON)
    with session_factory() as session:
        assert whole_briefing(session) == BRIEFING


def test_statements_from_before_versions_become_first_versions_and_are_found(empty: str):
    with opened(empty) as engine:
        upgrade(engine)
        with sessionmaker(engine).begin() as session:
            save_briefing(session, BRIEFING, NOON)
        downgrade(engine, "0003")
        upgrade(engine)
        with sessionmaker(engine)() as session:
            assert session.query(StatementRow).count() == 2
            assert [one.version for one in statement_versions(session, "cap")] == [1]
            source = statement_versions(session, "cap")[0].source
            assert source is not None
            assert source.publisher == "OFAC"
            assert find_statements(session, ["oil"]) == ["cap"]
