from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.drafts
from bot.errors import BadInput
from bot.sanctions.relief.option import Group, ReliefOption, Selector, Term
from store.database import writing
from store.options import Conflict, option, options_now, save_on, save_option, versions
from tests.store.builders import NOON

ENERGY = ReliefOption(
    key="B",
    title="Energy",
    status="draft",
    terms=(Term("license", (Selector(group="energy"),), duration="P90D"),),
    illustrative=True,
    groups=(Group("energy", "Energy companies", ("ofac-17022",)),),
)


def test_an_option_is_saved_with_its_groups_as_version_one(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        saved = save_option(session, ENERGY, "U1", "first draft", NOON)
    assert saved.is_new
    with session_factory() as session:
        assert option(session, "B") == saved.option == ENERGY
        assert option(session, "Z") is None


def test_an_option_that_says_the_same_is_no_new_version(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        save_option(session, ENERGY, "U1", "first draft", NOON)
        again = save_option(session, replace(ENERGY, version=7), "U2", "again", NOON)
        assert (again.is_new, again.option.version) == (False, 1)
        assert len(versions(session, "B")) == 1


def test_every_version_stays_with_who_why_and_when(session_factory: sessionmaker[Session]):
    later = NOON + timedelta(days=1)
    wider = replace(ENERGY, groups=(Group("energy", "Energy companies", ("ofac-17022", "ofac-17030")),))
    with session_factory.begin() as session:
        save_option(session, ENERGY, "U1", "first draft", NOON)
        save_option(session, wider, "U2", "Lukoil too", later)
    with session_factory() as session:
        second, first = versions(session, "B")
        assert (second.option.version, second.who, second.why, second.at) == (2, "U2", "Lukoil too", later)
        assert (first.option, first.who, first.at) == (ENERGY, "U1", NOON)
        assert option(session, "B", version=1) == ENERGY
        assert option(session, "B") == replace(wider, version=2)
        assert option(session, "B", version=3) is None


def test_going_back_to_old_words_is_a_new_version(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        for title in ("Energy", "Oil", "Energy"):
            save_option(session, replace(ENERGY, title=title), "U1", "", NOON)
        assert [version.option.title for version in versions(session, "B")] == ["Energy", "Oil", "Energy"]


def test_the_options_now_are_the_newest_version_of_each_key(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        for key, title in (("B", "Energy"), ("A", "Banks"), ("B", "Oil")):
            save_option(session, replace(ENERGY, key=key, title=title), "U1", "", NOON)
        assert [(o.key, o.version, o.title) for o in options_now(session)] == [("A", 1, "Banks"), ("B", 2, "Oil")]


def test_people_who_save_at_the_same_time_each_get_a_version(session_factory: sessionmaker[Session]):
    def save(number: int) -> int:
        with session_factory.begin() as session:
            return save_option(session, replace(ENERGY, title=f"Energy {number}"), "U1", "", NOON).option.version

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(save, range(8))) == list(range(1, 9))


@pytest.mark.parametrize("key", ["", "X" * 1000, "A\0"])
def test_a_key_that_cannot_be_one_is_refused(session_factory: sessionmaker[Session], key: str):
    with session_factory.begin() as session, pytest.raises(BadInput, match="The key of an option"):
        save_option(session, replace(ENERGY, key=key), "U1", "", NOON)


def test_who_saves_on_an_older_version_is_told_what_came_between(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        save_on(session, ENERGY, 0, "U1", "first draft", NOON)
        save_on(session, replace(ENERGY, title="Oil"), 1, "U2", "shorter", NOON)
    with session_factory.begin() as session, pytest.raises(Conflict, match="version 2 now") as found:
        save_on(session, replace(ENERGY, title="Gas"), 1, "U3", "mine", NOON)
    assert [(one.who, one.why, one.option.title) for one in found.value.since] == [("U2", "shorter", "Oil")]
    with session_factory.begin() as session, pytest.raises(Conflict):
        save_on(session, ENERGY, 0, "U3", "new, as I think", NOON)


def test_of_editors_who_save_at_once_on_the_same_version_one_wins(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        save_option(session, ENERGY, "U1", "", NOON)

    def save(number: int) -> bool:
        try:
            with writing(session_factory) as session:
                save_on(session, replace(ENERGY, title=f"Energy {number}"), 1, "U1", "", NOON)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(save, range(4))) == [False, False, False, True]


def test_a_draft_is_kept_for_its_author_until_it_is_forgotten(session_factory: sessionmaker[Session]):
    draft = store.drafts.Draft("T1", "U1", 3, replace(ENERGY, confidential=True, people=("U1",)), "because")
    with session_factory.begin() as session:
        key = store.drafts.keep(session, draft, NOON)
    with session_factory.begin() as session:
        assert store.drafts.kept(session, key, "T1", "U1") == draft
        assert store.drafts.kept(session, key, "T1", "U2") is None
        assert store.drafts.kept(session, "nothing", "T1", "U1") is None
        assert store.drafts.forget(session, NOON) == 0
        assert store.drafts.forget(session, NOON + timedelta(seconds=1)) == 1


def test_a_channel_has_one_thread_an_option(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        for ts in ("1.0", "2.0"):
            store.drafts.announced(session, "B", store.drafts.Thread("T1", "C1", ts), NOON)
        store.drafts.announced(session, "B", store.drafts.Thread("T1", "C2", "3.0"), NOON)
        store.drafts.announced(session, "A", store.drafts.Thread("T1", "C1", "4.0"), NOON)
        assert [(one.channel, one.ts) for one in store.drafts.threads_of(session, "B")] == [
            ("C1", "2.0"),
            ("C2", "3.0"),
        ]
