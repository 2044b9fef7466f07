"""What a desk reads, and when: the old or the new, whole, and nothing twice."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Event

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session, sessionmaker

import handlers.ask
import store.options
from bot.sanctions.listing import Relation
from bot.sanctions.party import Schema
from bot.screening.query import Query, Screening, Verdict
from handlers.desk import Asker, Desk, DeskSettings
from jobs.starter import drop_starter, load_starter, load_starter_content
from store.database import writing
from store.snapshot.snapshot import Snapshot
from store.snapshot.snapshots import Snapshots
from tests.builders import a_listing, a_person
from tests.conftest import NOON
from tests.databases import a_database
from tests.store.builders import load
from tests.waiting import until

DERIPASKA = a_person()
SECHIN = a_person("SECHIN, Igor Ivanovich", entity_id="ofac-16635", programs=("UKRAINE-EO13661",))
Store = sessionmaker[Session]


@pytest.fixture
def sessions(tmp_path: Path) -> Store:
    return a_database(tmp_path)


def a_desk(sessions: Store, index_dir: Path | None = None) -> Desk:
    """A desk as a process has it that has just started; it looks for news with every question."""
    return Desk(sessions, lambda: NOON, DeskSettings(recheck_seconds=0, index_dir=index_dir))


class Readings:
    """How often the listings of a database have been read since."""

    def __init__(self, sessions: Store) -> None:
        self.count = 0
        engine = sessions.kw["bind"]
        assert isinstance(engine, Engine)
        event.listen(engine, "before_cursor_execute", self._remember)

    def _remember(self, *executed: object) -> None:
        self.count += "SELECT entries.facts" in str(executed[2])


def screened(snapshot: Snapshot, name: str = "Oleg Deripaska") -> Screening:
    return snapshot.index.screen(Query(name))


def listed_in(snapshot: Snapshot) -> set[str]:
    return {listing.entity_id for listing in snapshot.register.listings}


# ---- while a new edition is read ---------------------------------------------


def a_patient_desk(sessions: Store, patience: float) -> Desk:
    return Desk(sessions, lambda: NOON, DeskSettings(recheck_seconds=0, patience=patience))


def test_whoever_asks_while_a_new_edition_is_read_is_answered_from_the_old_one(
    sessions: Store, monkeypatch: pytest.MonkeyPatch
):
    load(sessions, "2023-12-28", [DERIPASKA])
    desk = a_patient_desk(sessions, 0.01)
    old, held_up = desk.snapshot(), Event()
    read = Snapshots._read
    monkeypatch.setattr(Snapshots, "_read", lambda self, *given: (held_up.wait(60), read(self, *given))[1])
    load(sessions, "2024-02-23", [DERIPASKA, SECHIN])
    assert desk.snapshot() == desk.snapshot() == old
    held_up.set()
    assert until(lambda: listed_in(desk.snapshot()) == {DERIPASKA.entity_id, SECHIN.entity_id})


def test_an_edition_that_is_read_within_the_patience_is_the_one_that_answers(sessions: Store):
    load(sessions, "2023-12-28", [DERIPASKA])
    desk = a_patient_desk(sessions, 60)
    desk.snapshot()
    load(sessions, "2024-02-23", [SECHIN])
    assert listed_in(desk.snapshot()) == {SECHIN.entity_id}


def test_what_else_is_written_is_found_at_once_by_who_wrote_it(sessions: Store):
    load_starter_content(sessions, NOON)
    desk = a_patient_desk(sessions, 0)
    before = desk.snapshot()
    option = replace(before.options[0], title="Another")
    with writing(sessions) as session:
        store.options.save_option(session, option, "U1", "why", NOON)
    assert "Another" in {one.title for one in desk.snapshot().options}


def test_an_edition_that_cannot_be_read_leaves_the_old_answers_and_is_tried_again(
    sessions: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    load(sessions, "2023-12-28", [DERIPASKA])
    desk = a_patient_desk(sessions, 60)
    old = desk.snapshot()
    load(sessions, "2024-02-23", [SECHIN])
    with monkeypatch.context() as broken:
        broken.setattr(Snapshots, "_read", lambda *_: 1 / 0)
        assert desk.snapshot() == old
    assert "could not be read" in caplog.text
    assert listed_in(desk.snapshot()) == {SECHIN.entity_id}


# ---- starting again ---------------------------------------------------------


def test_a_desk_that_starts_again_screens_the_same_without_reading_the_listings(sessions: Store, tmp_path: Path):
    load(sessions, "2023-12-28", [DERIPASKA, SECHIN])
    before = a_desk(sessions, tmp_path).snapshot()
    readings = Readings(sessions)
    again = a_desk(sessions, tmp_path).snapshot()
    assert screened(again) == screened(before)
    assert screened(again).verdict is Verdict.LISTED
    assert readings.count == 0
    assert listed_in(again) == {DERIPASKA.entity_id, SECHIN.entity_id}
    assert readings.count == 1


def test_databases_with_the_same_row_numbers_and_other_content_share_no_index(tmp_path: Path):
    desks = []
    for name, listing in (("one", DERIPASKA), ("other", SECHIN)):
        (tmp_path / name).mkdir()
        sessions = a_database(tmp_path / name)
        load(sessions, "2023-12-28", [listing])
        desks.append(a_desk(sessions, tmp_path))
    one, other = (desk.snapshot() for desk in desks)
    assert one.version == other.version
    assert [screened(snapshot).verdict for snapshot in (one, other)] == [Verdict.LISTED, Verdict.NO_MATCH]


def test_a_database_with_other_row_numbers_and_the_same_content_shares_the_index(tmp_path: Path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    first, second = a_database(tmp_path / "one"), a_database(tmp_path / "other")
    load(first, "2023-12-28", [DERIPASKA, SECHIN])
    load(second, "2023-12-27", [SECHIN])
    load(second, "2023-12-28", [SECHIN, DERIPASKA])
    a_desk(first, tmp_path).snapshot()
    readings = Readings(second)
    assert screened(a_desk(second, tmp_path).snapshot()).verdict is Verdict.LISTED
    assert readings.count == 0


def test_a_new_edition_makes_a_new_index_and_the_file_of_the_one_before_stays_for_now(sessions: Store, tmp_path: Path):
    desk = a_desk(sessions, tmp_path)
    for day, listings in (("26", [DERIPASKA]), ("27", [DERIPASKA, SECHIN]), ("28", [SECHIN])):
        load(sessions, f"2023-12-{day}", listings)
        index = desk.snapshot().index
    assert screened(desk.snapshot()).verdict is Verdict.NO_MATCH
    files = [path.name for path in tmp_path.glob("names-*.index")]
    assert len(files) == 2
    assert f"names-{index.version[:16]}.index" in files


# ---- reading late -----------------------------------------------------------


def test_what_a_snapshot_reads_late_is_still_of_its_own_editions(sessions: Store):
    desk = a_desk(sessions)
    load(sessions, "2023-12-27", [DERIPASKA])
    old = desk.snapshot()
    load(sessions, "2023-12-28", [SECHIN])
    load(sessions, "2023-12-28", [a_listing()], list="us_ofac_cons")
    new = desk.snapshot()
    assert listed_in(old) == {DERIPASKA.entity_id}
    assert old.register.editions == {"us_ofac_sdn": "2023-12-27"}
    assert listed_in(new) == {SECHIN.entity_id, "ofac-17022"}
    assert old.program_counts == {"UKRAINE-EO13661": {"us_ofac_sdn": 1}, "UKRAINE-EO13662": {"us_ofac_sdn": 1}}
    assert new.program_counts == {"UKRAINE-EO13661": {"us_ofac_sdn": 1}, "UKRAINE-EO13662": {"us_ofac_cons": 1}}


def test_starter_facts_that_a_real_list_has_taken_the_place_of_are_still_on_the_old_roll(sessions: Store):
    load_starter(sessions, NOON)
    desk = a_desk(sessions)
    old = desk.snapshot()
    with writing(sessions) as session:
        drop_starter(session, "us_ofac_sdn", NOON)
    load(sessions, "2023-12-28", [SECHIN])
    assert screened(old).verdict is Verdict.LISTED
    assert old.party(screened(old).hits[0].entity_id)
    assert screened(desk.snapshot()).verdict is Verdict.NO_MATCH
    assert "us_ofac_sdn" in {listing.taken_from for listing in old.register.listings}
    assert "us_ofac_sdn" not in {listing.taken_from for listing in desk.snapshot().register.listings}


def test_however_many_threads_need_the_roll_it_is_read_once(sessions: Store, tmp_path: Path):
    load(sessions, "2023-12-28", [DERIPASKA, SECHIN])
    a_desk(sessions, tmp_path).snapshot()
    readings, crowd = Readings(sessions), Barrier(8)
    snapshot = a_desk(sessions, tmp_path).snapshot()

    def read(_: int) -> int:
        crowd.wait()
        return id(snapshot.register)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(read, range(8)))) == 1
    assert readings.count == 1


def test_options_that_change_or_are_not_for_all_do_not_make_the_roll_be_read_again(sessions: Store, tmp_path: Path):
    load(sessions, "2023-12-28", [DERIPASKA])
    a_desk(sessions, tmp_path).snapshot()
    readings, desk = Readings(sessions), a_desk(sessions, tmp_path)
    before = desk.snapshot()
    load_starter_content(sessions, NOON)
    after = desk.snapshot()
    assert (len(before.options), len(after.options)) == (0, 3)
    stranger = after.visible_to(Asker("T1", "U1", "C1").audience)
    assert before.register is after.register is stranger.register
    assert readings.count == 1


def test_a_new_roll_is_read_with_its_index_where_the_old_one_was_needed(sessions: Store, tmp_path: Path):
    desk = a_desk(sessions, tmp_path)
    load(sessions, "2023-12-26", [DERIPASKA])
    assert not desk.snapshot().entries.is_read
    load(sessions, "2023-12-27", [SECHIN])
    assert not desk.snapshot().entries.is_read
    desk.warm()
    load(sessions, "2023-12-28", [DERIPASKA, SECHIN])
    assert desk.snapshot().entries.is_read


def test_programs_are_counted_by_list_and_once_an_entry(sessions: Store):
    load(sessions, "2023-12-28", [a_person(programs=("SDGT", "SDGT")), a_person(entity_id="ofac-2")])
    load(sessions, "2023-12-28", [a_listing()], list="us_ofac_cons")
    assert a_desk(sessions).snapshot().program_counts == {
        "SDGT": {"us_ofac_sdn": 1},
        "UKRAINE-EO13661": {"us_ofac_sdn": 1},
        "UKRAINE-EO13662": {"us_ofac_cons": 1, "us_ofac_sdn": 1},
    }


def test_who_is_linked_to_whom_is_told_by_id(sessions: Store):
    ship = a_listing("PIZHMA", entity_id="ofac-2", schema=Schema.VESSEL, relations=(Relation("DERIPASKA, Oleg"),))
    load(sessions, "2023-12-28", [a_person("DERIPASKA, Oleg")])
    load(sessions, "2023-12-28", [ship], list="us_ofac_cons")
    snapshot = a_desk(sessions).snapshot()
    assert snapshot.linked_to(DERIPASKA.entity_id) == ("ofac-2",)
    assert snapshot.linked_counts == {DERIPASKA.entity_id: 1}


# ---- while an edition lands -------------------------------------------------


def test_a_question_stays_with_what_it_began_with(sessions: Store):
    desk = a_desk(sessions)
    load(sessions, "2023-12-27", [DERIPASKA])
    asked = desk.seen_by(Asker())
    load(sessions, "2023-12-28", [SECHIN])
    desk.snapshot()
    assert listed_in(asked.snapshot()) == {DERIPASKA.entity_id}
    assert listed_in(desk.seen_by(Asker()).snapshot()) == {SECHIN.entity_id}


def test_questions_during_an_index_swap_see_the_old_or_the_new_whole(sessions: Store, tmp_path: Path):
    load(sessions, "2023-12-01", [DERIPASKA])
    desk, enough = a_desk(sessions, tmp_path), Event()
    seen: dict[int, list[tuple[str, tuple[str, ...], str]]] = {number: [] for number in range(4)}

    def told() -> tuple[str, tuple[str, ...], str]:
        """The day of the edition, the verdicts, and the text, which rests on the roll."""
        answer = handlers.ask.answer_all(desk.understand("are Oleg Deripaska and Igor Sechin under sanctions?"), desk)
        [edition] = answer.editions
        return edition.published, tuple(s.verdict.value for s in answer.screenings), answer.text

    def keep_asking(number: int) -> None:
        while not enough.is_set():
            seen[number].append(told())

    whole = {told()}
    with ThreadPoolExecutor(len(seen)) as pool:
        asking = [pool.submit(keep_asking, number) for number in seen]
        try:
            for day in range(2, 7):
                load(sessions, f"2023-12-0{day}", [SECHIN] if day % 2 == 0 else [DERIPASKA])
                while told()[0] != f"2023-12-0{day}":
                    time.sleep(0.001)
                whole.add(told())
                time.sleep(0.02)
        finally:
            enough.set()
    for each in asking:
        each.result()
    assert {(day, verdicts) for day, verdicts, _ in whole} == {
        (f"2023-12-0{day}", ("no_match", "listed") if day % 2 == 0 else ("listed", "no_match")) for day in range(1, 7)
    }
    answers = {answer for each in seen.values() for answer in each}
    assert answers <= whole
    assert len(answers) > 1


def test_a_desk_with_another_clock_reads_nothing_again(sessions: Store):
    load(sessions, "2023-12-28", [DERIPASKA, SECHIN])
    desk = Desk(sessions, lambda: NOON, DeskSettings(recheck_seconds=3600))
    readings = Readings(sessions)
    snapshots = [desk.at(lambda: NOON.replace(day=1)).snapshot() for _ in range(7)]
    assert readings.count == 1
    assert all(snapshot is desk.snapshot() for snapshot in snapshots)


def test_a_desk_with_another_clock_sees_what_is_written_as_soon_as_the_first_does(sessions: Store):
    load(sessions, "2023-12-28", [DERIPASKA])
    desk = Desk(sessions, lambda: NOON, DeskSettings(recheck_seconds=3600))
    other = desk.at(lambda: NOON.replace(day=1))
    assert screened(other.snapshot(), "Igor Sechin").verdict is Verdict.NO_MATCH
    load(sessions, "2024-02-23", [DERIPASKA, SECHIN])
    other.look_again()
    assert screened(other.snapshot(), "Igor Sechin").verdict is Verdict.LISTED
    assert other.snapshot() is desk.snapshot()
