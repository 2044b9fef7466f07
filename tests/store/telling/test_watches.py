from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BadInput
from store.telling.watches import Watch, unwatch, watch, watches_of
from tests.store.builders import NOON

LATER = NOON + timedelta(hours=1)


def test_watching_is_new_once_in_a_place(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        assert watch(session, "T1", "C1", "entity:ofac-17022", "U1", NOON)
        assert not watch(session, "T1", "C1", "entity:ofac-17022", "U2", LATER)
        assert watch(session, "T1", "C2", "entity:ofac-17022", "U1", NOON)
    with session_factory() as session:
        assert watches_of(session, "T1", "C1") == [Watch("T1", "C1", "entity:ofac-17022", "U1", NOON)]


def test_one_workspace_does_not_see_what_another_watches(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        watch(session, "T1", "C1", "option:B", "U1", NOON)
        assert watches_of(session, "T2", "C1") == []
        assert not unwatch(session, "T2", "C1", "option:B")


def test_what_is_watched_no_more_is_gone_once(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        watch(session, "T1", "C1", "program:RUSSIA-EO14024", "U1", LATER)
        watch(session, "T1", "C1", "list:un_sc", "U1", NOON)
        assert [seen.what for seen in watches_of(session, "T1", "C1")] == ["list:un_sc", "program:RUSSIA-EO14024"]
        assert unwatch(session, "T1", "C1", "list:un_sc")
        assert not unwatch(session, "T1", "C1", "list:un_sc")
        assert [seen.what for seen in watches_of(session, "T1", "C1")] == ["program:RUSSIA-EO14024"]


def test_nothing_and_too_much_cannot_be_watched(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        for what in ("", "entity:" + "x" * 3000, "option:\0"):
            with pytest.raises(BadInput, match="What is to be watched"):
                watch(session, "T1", "C1", what, "U1", NOON)
