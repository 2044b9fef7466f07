from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BadInput
from bot.sanctions.changes.comparison import ChangeKind
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.party import Identifier, Name, Schema
from store.lists.changes import changes_between
from store.lists.editions import current_editions, editions_of, fetch_of, index_version, record_fetch
from store.lists.listings import listings_now, listings_on
from store.lists.loading import apply_edition, kept_files, prepare, remove_list
from store.tables.lists import EntryRow, FileRow
from tests.builders import a_person
from tests.store.builders import NOON, a_change, a_comparison, a_whole_sdn_list, an_edition, load

DERIPASKA = a_person()
SECHIN = a_person("SECHIN, Igor", entity_id="ofac-16635")
VEKSELBERG = a_person("VEKSELBERG, Viktor Feliksovich", entity_id="ofac-24278")


def rows(session: Session, table: type) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def anything() -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=()), max_size=30)  # halves of surrogate pairs too, and NUL


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(listing=st.from_type(Listing), name=anything(), value=anything(), tag=anything(), target=anything())
def test_any_listing_comes_back_exactly_as_it_went_in(
    session_factory: sessionmaker[Session], listing: Listing, name: str, value: str, tag: str, target: str
):
    whole = a_person(
        name,
        schema=listing.schema,
        programs=(*listing.programs, tag),
        identifiers=(*listing.identifiers, Identifier("tax_id", value, tag, name)),
        birth_dates=listing.birth_dates,
        addresses=listing.addresses,
        craft=listing.craft,
        relations=(*listing.relations, Relation(target)),
        directives=listing.directives,
        notes=(value, tag),
        remarks=target,
    )
    with session_factory() as session:  # never committed: the next example finds nothing
        apply_edition(session, prepare(an_edition(), [whole], a_comparison(), {}), NOON)
        assert list(listings_now(session)) == [whole]


def test_a_first_edition_has_no_changes_whatever_is_said_to_have_changed(session_factory: sessionmaker[Session]):
    load(session_factory, "2023-12-28", [DERIPASKA], a_change(ChangeKind.DESIGNATED, DERIPASKA))
    with session_factory() as session:
        assert changes_between(session) == []
        assert [edition.entries for edition in current_editions(session)] == [1]


def test_a_new_edition_writes_only_what_it_changed(session_factory: sessionmaker[Session]):
    load(session_factory, "2023-12-28", [DERIPASKA, SECHIN])
    amended = a_person("SECHIN, Igor Ivanovich", entity_id="ofac-16635")
    load(session_factory, "2024-01-05", [DERIPASKA, amended, VEKSELBERG])
    with session_factory() as session:
        assert rows(session, EntryRow) == 4
        assert list(listings_now(session)) == [DERIPASKA, amended, VEKSELBERG]


def test_what_was_removed_and_comes_back_has_two_spans(session_factory: sessionmaker[Session]):
    load(session_factory, "2023-12-01", [DERIPASKA, SECHIN])
    load(session_factory, "2023-12-10", [DERIPASKA])
    load(session_factory, "2023-12-20", [DERIPASKA, SECHIN])
    with session_factory() as session:
        then = {day: len(list(listings_on(session, "us_ofac_sdn", date(2023, 12, day)))) for day in (1, 9, 10, 19, 20)}
        assert then == {1: 2, 9: 2, 10: 1, 19: 1, 20: 2}


def test_a_party_on_both_lists_of_one_publisher_is_kept_on_each(session_factory: sessionmaker[Session]):
    load(session_factory, "2023-12-28", [DERIPASKA])
    elsewhere = a_person(list="us_ofac_cons")
    load(session_factory, "2023-12-28", [elsewhere], list="us_ofac_cons")
    load(session_factory, "2023-12-29", [])
    with session_factory() as session:
        assert list(listings_now(session)) == [elsewhere]


def test_an_edition_older_than_the_one_in_force_is_refused_and_nothing_changes(session_factory: sessionmaker[Session]):
    load(session_factory, "2023-12-28", [DERIPASKA])
    with pytest.raises(BadInput, match="in force was published 2023-12-28: one of 2022-02-24 is older"):
        load(session_factory, "2022-02-24", [SECHIN])
    with session_factory() as session:
        assert list(listings_now(session)) == [DERIPASKA]
        assert len(editions_of(session, "us_ofac_sdn")) == 1


def test_a_month_is_not_older_than_a_day_in_it(session_factory: sessionmaker[Session]):
    load(session_factory, "2025-12-04", [DERIPASKA])
    load(session_factory, "2025-12", [SECHIN])
    with session_factory() as session:
        assert list(listings_now(session)) == [SECHIN]


@pytest.mark.parametrize(
    ("listings", "sentence"),
    [
        ([DERIPASKA, DERIPASKA], "names ofac-24283 twice"),
        ([a_person(list="un_sc")], "is an entry of un_sc, not of us_ofac_sdn"),
        ([a_person(entity_id="")], "An entity id must have"),
        ([a_person(entity_id="x" * 5000)], "An entity id must have"),
    ],
)
def test_listings_that_cannot_be_one_edition_are_refused_whole(
    session_factory: sessionmaker[Session], listings: list[Listing], sentence: str
):
    load(session_factory, "2023-12-28", [VEKSELBERG])
    with pytest.raises(BadInput, match=sentence):
        load(session_factory, "2023-12-29", [SECHIN, *listings])
    with session_factory() as session:
        assert list(listings_now(session)) == [VEKSELBERG]
        assert rows(session, EntryRow) == 1


def test_names_and_tags_too_long_for_an_index_are_kept_whole(session_factory: sessionmaker[Session]):
    long = a_person("Ё" * 10_000, programs=("Ж" * 10_000,), relations=(Relation("Щ" * 10_000),))
    load(session_factory, "2023-12-28", [long])
    with session_factory() as session:
        assert list(listings_now(session)) == [long]


def test_the_newest_file_of_every_role_is_kept_even_when_later_editions_came_without_it(
    session_factory: sessionmaker[Session],
):
    load(session_factory, "2023-01-01", [DERIPASKA], files={"sdn": b"1", "alt": b"aliases", "add": b""})
    for day in range(2, 15):
        load(session_factory, f"2023-01-{day:02}", [DERIPASKA], files={"sdn": str(day).encode()})
    with session_factory() as session:
        assert kept_files(session, "us_ofac_sdn") == {"add": b"", "alt": b"aliases", "sdn": b"14"}
        assert kept_files(session, "un_sc") == {}


def test_files_are_kept_of_the_last_ten_editions(session_factory: sessionmaker[Session]):
    for day in range(1, 15):
        load(session_factory, f"2023-01-{day:02}", [DERIPASKA], files={"sdn": str(day).encode()})
    with session_factory() as session:
        assert rows(session, FileRow) == 10


def test_a_list_that_is_removed_leaves_nothing_and_others_stay(session_factory: sessionmaker[Session]):
    load(session_factory, "2023-12-01", [DERIPASKA], list="us_ofac_sdn")
    load(session_factory, "2022-01-01", [a_person("SECHIN", list="starter")], list="starter", files={"facts": b"..."})
    with session_factory.begin() as session:
        record_fetch(session, "starter", NOON)
        before = index_version(session)
        remove_list(session, "starter")
    with session_factory() as session:
        assert list(listings_now(session)) == [DERIPASKA]
        assert kept_files(session, "starter") == {}
        assert fetch_of(session, "starter") is None
        assert index_version(session) != before
        assert rows(session, EntryRow) == 1


def test_two_processes_that_load_the_same_list_come_one_after_the_other(session_factory: sessionmaker[Session]):
    editions = [f"2023-12-{day}" for day in range(10, 14)]

    def load_if_newer(published: str) -> None:
        with suppress(BadInput):  # where a newer one came first
            load(session_factory, published, [DERIPASKA, a_person(f"SECHIN {published}", entity_id="ofac-16635")])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(load_if_newer, editions))
    with session_factory() as session:
        assert [listing.name for listing in listings_now(session)] == [DERIPASKA.name, "SECHIN 2023-12-13"]


def test_a_whole_list_is_written_and_read(session_factory: sessionmaker[Session]):
    whole = a_whole_sdn_list(3_000)
    load(session_factory, "2023-12-28", whole)
    load(session_factory, "2023-12-29", whole[10:])
    with session_factory() as session:
        assert sum(1 for _ in listings_now(session)) == len(whole) - 10
        assert rows(session, EntryRow) == len(whole)
        assert all(listing.schema in Schema for listing in listings_on(session, "us_ofac_sdn", date(2023, 12, 28)))
        assert isinstance(next(listings_now(session)).names[0], Name)
