"""The past is read once for each time that is asked about, and beside the process that answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.screening.query import Query, Verdict
from store.snapshot import building
from store.snapshot.past import Past
from store.snapshot.snapshots import Snapshots
from tests.builders import a_person
from tests.databases import a_database
from tests.store.builders import load

SDN, CONS = "us_ofac_sdn", "us_ofac_cons"
DERIPASKA, SECHIN = a_person(), a_person("SECHIN, Igor Ivanovich", entity_id="ofac-16635")
THEN, LATER = date(2022, 3, 1), date(2024, 1, 1)


@pytest.fixture
def factory(tmp_path: Path) -> sessionmaker[Session]:
    factory = a_database(tmp_path)
    load(factory, "2022-02-24", [DERIPASKA])
    load(factory, "2023-12-28", [SECHIN])
    return factory


@pytest.fixture
def snapshots(factory: sessionmaker[Session], tmp_path: Path) -> Snapshots:
    return Snapshots(factory, recheck_seconds=0, index_dir=tmp_path / "indexes")


def listed(past: Past, name: str) -> bool:
    return past.index.screen(Query(name)).verdict is Verdict.LISTED


def test_a_day_is_answered_from_the_editions_that_were_in_force_then(snapshots: Snapshots):
    past = snapshots.past(THEN, [SDN])
    assert [edition.published for edition in past.editions] == ["2022-02-24"]
    assert listed(past, "Oleg Deripaska")
    assert not listed(past, "Igor Ivanovich Sechin")
    assert past.listings_of(DERIPASKA.entity_id) == [DERIPASKA]
    assert past.listings_of(SECHIN.entity_id) == []


def test_a_day_before_every_edition_and_a_list_not_asked_for_have_none(snapshots: Snapshots):
    assert snapshots.past(date(2020, 1, 1), [SDN]).editions == ()
    assert snapshots.past(LATER, [CONS]).editions == ()
    assert snapshots.past(LATER, [CONS]).listings_of(SECHIN.entity_id) == []


def test_the_second_question_about_a_time_builds_no_index(snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch):
    first = snapshots.past(THEN, [SDN])
    assert snapshots.past(date(2022, 5, 5), [SDN]) is first


def test_a_day_of_the_editions_in_force_is_answered_from_the_index_of_now(snapshots: Snapshots, tmp_path: Path):
    past = snapshots.past(LATER, [SDN])
    assert past.index is snapshots.newest().index
    assert not list((tmp_path / "indexes").glob("past-*"))


def test_an_index_of_the_past_takes_the_place_of_none_of_now(snapshots: Snapshots, tmp_path: Path):
    snapshots.newest()
    now = set((tmp_path / "indexes").glob("names-*"))
    snapshots.past(THEN, [SDN])
    assert now <= set((tmp_path / "indexes").iterdir())
    assert len(list((tmp_path / "indexes").glob("past-*"))) == 1


def test_a_large_index_is_built_in_a_process_of_its_own_and_is_the_same(
    factory: sessionmaker[Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(building, "LARGE", 1)
    built_here: list[str] = []
    monkeypatch.setattr("bot.screening.screen.Index.build", lambda *_: built_here.append("here"))
    past = Snapshots(factory, index_dir=tmp_path / "indexes").past(THEN, [SDN])
    assert built_here == []
    assert listed(past, "Oleg Deripaska")


def test_where_no_process_can_build_it_is_built_here_and_said(
    factory: sessionmaker[Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(building, "LARGE", 1)
    monkeypatch.setattr(building, "build", _ends)
    past = Snapshots(factory, index_dir=tmp_path / "indexes").past(THEN, [SDN])
    assert listed(past, "Oleg Deripaska")
    assert "ended with 3: the index of names is built here" in caplog.text


def _ends(*_: object) -> None:
    raise SystemExit(3)
