"""A reader that was mended reads the bytes that are kept again: what it reads better is in force, and nobody is
told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
import store.telling.watches
from bot.errors import BadInput
from bot.lists.files import EditionFiles, find_edition_files
from bot.lists.publishers import LISTS
from bot.sanctions.listing import Listing
from jobs.deciding import NO_CHANGES, InForce, decide
from jobs.digest import digest_of
from jobs.loading import load, reread
from jobs.refresh import refresh
from store.database import writing
from store.lists import counting
from store.lists.changes import changes_between
from store.lists.editions import current_editions, index_version
from store.lists.listings import listings_now
from store.lists.loading import apply_edition, prepare
from store.lists.spells import spells_of
from tests.conftest import NOON
from tests.databases import a_database
from tests.lists.files import ADD, ALT, COMMENTS, SDN, sdn_row

Store = sessionmaker[Session]
KEY = "us_ofac_sdn"
LATER = NOON + timedelta(hours=1)
FILES = EditionFiles({"primary": SDN, "alt": ALT, "add": ADD, "comments": COMMENTS}, "2026-11-20")
NEXT = EditionFiles({**FILES.files, "primary": SDN[:-1] + sdn_row(46_001, "NEW PARTY") + b"\x1a"}, "2026-11-21")


@pytest.fixture
def store_(tmp_path: Path) -> Store:
    """The edition in force was read by an older reader, which saw no aliases; a channel watches the whole list."""
    sessions = a_database(tmp_path)
    read_by_an_older_reader(sessions, KEY, FILES)
    with writing(sessions) as session:
        store.telling.watches.watch(session, "T1", "C1", f"list:{KEY}", "U1", NOON)
    return sessions


def read_by_an_older_reader(sessions: Store, key: str, files: EditionFiles) -> None:
    now = decide(LISTS[key], files, None, InForce(None, {}, ()), NOON)
    listings = [replace(one, names=one.names[:1]) for one in now.listings]
    with writing(sessions) as session:
        older = prepare(replace(now.edition, reader=0), listings, NO_CHANGES, now.files or {})
        apply_edition(session, older, NOON)


def names(sessions: Store) -> dict[str, int]:
    with sessions() as session:
        return {one.entity_id: len(one.names) for one in listings_now(session, [KEY])}


def told(sessions: Store) -> list[str]:
    with sessions() as session:
        return [sent.message.key for sent in store.telling.outbox.of_place(session, "T1", "C1")]


WHOLE = {"ofac-36": 2, "ofac-173": 2, "ofac-306": 3}


def test_what_the_reader_reads_better_is_in_force_and_nobody_is_told(store_: Store) -> None:
    assert set(names(store_).values()) == {1}
    with store_() as session:
        before = index_version(session)
    after = reread(store_, KEY, LATER)
    assert (after.published, after.entries, after.reader) == ("2026-11-20", 3, 1)
    assert names(store_) == WHOLE
    assert told(store_) == []
    with store_() as session:
        assert index_version(session) != before  # every process builds its index anew
        assert list(changes_between(session, None, None)) == []
    (turn,) = digest_of(store_, "C1", LATER + timedelta(hours=23, minutes=30))  # a day that begins before it
    assert turn.answer.text.startswith("Nothing new since 23 Nov 2026, 12:30.")


def test_a_party_is_listed_since_the_same_edition_as_before(store_: Store) -> None:
    reread(store_, KEY, LATER)
    with store_() as session:
        (spell,) = spells_of(session, ["ofac-36"], index_version(session))
    assert (spell.first.published, spell.gone) == ("2026-11-20", None)


def test_the_next_edition_announces_what_the_publisher_changed_and_no_more(store_: Store) -> None:
    outcome = load(store_, KEY, NEXT, None, LATER)
    assert (outcome.status, outcome.added, outcome.amended) == ("applied", 1, 0)
    assert len(told(store_)) == 1
    assert names(store_) == {**WHOLE, "ofac-46001": 1}


def test_a_turn_of_the_refresh_reads_again_though_nothing_new_is_published(store_: Store, tmp_path: Path) -> None:
    (outcome,) = refresh(store_, [KEY], tmp_path, LATER)
    assert outcome.status == "absent"
    assert names(store_) == WHOLE
    assert told(store_) == []


def test_it_is_read_again_once(store_: Store, tmp_path: Path) -> None:
    refresh(store_, [KEY], tmp_path, LATER)
    with store_() as session:
        version = index_version(session)
    refresh(store_, [KEY], tmp_path, LATER)
    with store_() as session:
        assert index_version(session) == version


def test_it_can_be_read_again_as_often_as_one_likes(store_: Store) -> None:
    for _ in range(3):
        reread(store_, KEY, LATER)
    assert names(store_) == WHOLE


def test_an_edition_that_lost_entries_is_whole_again(store_: Store) -> None:
    with writing(store_) as session:
        session.execute(sql("DELETE FROM entries WHERE entity_id = 'ofac-36'"))
    with store_() as session:
        assert counting.held(session) == {KEY: 2}
    reread(store_, KEY, LATER)
    with store_() as session:
        assert counting.held(session) == {KEY: current_editions(session)[0].entries} == {KEY: 3}


def test_an_edition_whose_bytes_are_gone_stays_and_says_why(store_: Store) -> None:
    with writing(store_) as session:
        session.execute(sql("DELETE FROM files"))
    with pytest.raises(BadInput, match="Of the OFAC SDN list no published file is kept: load it again"):
        reread(store_, KEY, LATER)
    assert load(store_, KEY, NEXT, None, LATER).status == "applied"  # and stops nothing


def test_facts_that_were_carried_over_from_another_format_stay(store_: Store, lists_dir: Path) -> None:
    """The non-SDN list as XML, then its main CSV file alone: its aliases are those of the XML."""
    cons = "us_ofac_cons"
    xml = find_edition_files(LISTS[cons], lists_dir / "ofac_cons/2025-03-28")
    assert load(store_, cons, xml, "2025-03-28", NOON).status == "applied"
    assert load(store_, cons, lists_dir / "ofac_cons/2025-08", None, NOON).status == "applied"
    before = of(store_, cons)
    assert sum(len(one.strong_names) > 1 for one in before) > 300
    reread(store_, cons, LATER)
    assert of(store_, cons) == before


def of(sessions: Store, key: str) -> list[Listing]:
    with sessions() as session:
        return sorted(listings_now(session, [key]), key=lambda one: one.entity_id)
