"""Who watches a license, or a party that it names, is told that it ends: each step once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
import store.telling.watches
from bot.sanctions.relief.license import by_key
from jobs.digest import digest_of
from jobs.ends import alerts_for, step_of, tell_ends
from jobs.starter import load_starter_content
from store.telling.watches import Watch
from tests.builders import shipped
from tests.databases import a_database

TODAY = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
KNOWN = by_key(shipped("licenses.yml").licenses)


@pytest.fixture
def sessions(tmp_path: Path) -> sessionmaker[Session]:
    sessions = a_database(tmp_path)
    load_starter_content(sessions, TODAY)
    with sessions.begin() as session:
        store.telling.watches.watch(session, "T1", "C1", "license:GL 115D", "U1", TODAY)
    return sessions


@pytest.mark.parametrize(
    ("day", "step"),
    [
        ("2026-10-18", None),
        ("2026-10-19", 60),
        ("2026-12-04", 14),
        ("2026-12-18", 0),
        ("2027-01-01", 0),
        ("2027-01-02", None),
    ],
)
def test_two_months_two_weeks_and_the_day_itself(day: str, step: int | None):
    assert step_of(KNOWN["GL 115D"], date.fromisoformat(day)) == step


def test_each_step_is_told_once(sessions: sessionmaker[Session]):
    assert tell_ends(sessions, TODAY) == 1
    assert tell_ends(sessions, TODAY.replace(hour=23)) == 0
    assert tell_ends(sessions, TODAY.replace(month=12, day=5)) == 1
    with sessions() as session:
        told = [one.message.answer.text for one in store.telling.outbox.of_place(session, "T1", "C1", "alert")]
    assert any(said.startswith("GL 115D (Civil nuclear energy) ends in 20 days, on 18 Dec 2026.") for said in told)
    assert all("in force today" not in said for said in told)


def test_who_watches_a_party_is_told_of_the_licenses_that_name_it():
    watches = [Watch("T1", "C2", "entity:ofac-17016", "U1", TODAY)]
    names = {"entity:ofac-17016": frozenset({"gazprombank joint stock company"})}
    due = [KNOWN["GL 115D"], KNOWN["GL 55F"]]
    told = alerts_for(due, KNOWN, watches, names, TODAY.date())
    assert [(one.place, one.key.split(" ")[3:5]) for one in told] == [("C2", ["GL", "115D"])]


def test_nobody_who_does_not_watch_is_told(sessions: sessionmaker[Session]):
    with sessions() as session:
        assert alerts_for([KNOWN["GL 55F"]], KNOWN, store.telling.watches.all_watches(session), {}, TODAY.date()) == []


def test_the_digest_tells_what_ends_within_two_months(sessions: sessionmaker[Session]):
    (turn,) = digest_of(sessions, "C9", TODAY)
    assert "Licenses that end within 60 days, as far as they were seen: GL 115D on 18 Dec 2026" in turn.answer.text
