"""A database that rests is not read again; whatever is written to it is found by the next question."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session, sessionmaker

import store.options
from handlers.desk import Desk, DeskSettings
from jobs.starter import load_starter_content
from store.database import RESTED_SECONDS, last_write, writing
from tests.builders import a_person
from tests.conftest import NOON
from tests.databases import ON_POSTGRESQL, a_database
from tests.store.builders import load

Store = sessionmaker[Session]
pytestmark = pytest.mark.skipif(ON_POSTGRESQL, reason="a server tells of no last write")


@pytest.fixture
def sessions(tmp_path: Path) -> Store:
    return a_database(tmp_path)


def age(sessions: Store) -> None:
    """As if the file had been written a while ago."""
    path = Path(str(sessions.kw["bind"].url.database))
    at = path.stat().st_mtime - 2 * RESTED_SECONDS
    os.utime(path, (at, at))


class Statements:
    """How many statements a database has been sent since."""

    def __init__(self, sessions: Store) -> None:
        self.count = 0
        engine = sessions.kw["bind"]
        assert isinstance(engine, Engine)
        event.listen(engine, "before_cursor_execute", self._count)

    def _count(self, *_: object) -> None:
        self.count += 1


def a_desk(sessions: Store) -> Desk:
    return Desk(sessions, lambda: NOON, DeskSettings(recheck_seconds=0))


def test_a_database_that_rests_is_asked_nothing(sessions: Store):
    load(sessions, "2023-12-28", [a_person()])
    age(sessions)
    desk = a_desk(sessions)
    first = desk.snapshot()
    statements = Statements(sessions)
    assert desk.snapshot() is first
    assert statements.count == 0


def test_what_is_written_to_it_is_found_by_the_next_question(sessions: Store):
    load_starter_content(sessions, NOON)
    age(sessions)
    desk = a_desk(sessions)
    option = replace(desk.snapshot().options[0], title="Another")
    with writing(sessions) as session:
        store.options.save_option(session, option, "U1", "why", NOON)
    assert "Another" in {one.title for one in desk.snapshot().options}


def test_what_another_who_keeps_the_file_open_has_written_is_found(sessions: Store):
    load(sessions, "2023-12-28", [a_person()])
    age(sessions)
    desk = a_desk(sessions)
    desk.snapshot()
    with sessions() as open_meanwhile:  # so the log of writes stays, and the file itself as it is
        store.options.options_now(open_meanwhile)
        load(sessions, "2024-02-23", [a_person("SECHIN, Igor Ivanovich", entity_id="ofac-16635")])
        assert {listing.entity_id for listing in desk.snapshot().register.listings} == {"ofac-16635"}


def test_a_file_that_was_written_just_now_does_not_tell(sessions: Store):
    load(sessions, "2023-12-28", [a_person()])
    assert last_write(sessions) is None
    age(sessions)
    assert last_write(sessions) == last_write(sessions) is not None
