from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from store.lists.editions import (
    Fetch,
    current_editions,
    edition_on,
    editions_of,
    fetch_of,
    index_version,
    record_fetch,
)
from tests.builders import a_listing, a_person
from tests.store.builders import NOON, an_edition, load

SDN = "us_ofac_sdn"


def test_the_edition_in_force_is_the_last_of_each_list(session_factory: sessionmaker[Session]):
    load(session_factory, "2022-02-24", [a_person()])
    load(session_factory, "2023-12-28", [a_person()])
    load(session_factory, "2025-12", [a_listing()], list="us_ofac_cons", missing=("alt", "add"), sha256="c0ffee")
    with session_factory() as session:
        cons, sdn = current_editions(session)
    assert (cons.list, cons.published, cons.missing, cons.sha256) == (
        "us_ofac_cons",
        "2025-12",
        ("alt", "add"),
        "c0ffee",
    )
    assert (sdn.list, sdn.published, sdn.entries) == (SDN, "2023-12-28", 1)


def test_the_edition_of_a_day_is_the_one_published_last_before_it(session_factory: sessionmaker[Session]):
    load(session_factory, "2022-02-24", [a_person()])
    load(session_factory, "2023-12-28", [a_person()])
    with session_factory() as session:
        on = [edition_on(session, SDN, date(2022, 2, 23) + timedelta(days=days)) for days in (0, 1, 300, 2000)]
        assert [edition and edition.published for edition in on] == [None, "2022-02-24", "2022-02-24", "2023-12-28"]


def test_an_edition_of_which_only_the_month_is_known_counts_from_the_months_end(session_factory: sessionmaker[Session]):
    load(session_factory, "2025-12", [a_person()])
    with session_factory() as session:
        assert edition_on(session, SDN, date(2025, 12, 30)) is None
        assert edition_on(session, SDN, date(2025, 12, 31)) is not None


@pytest.mark.parametrize("order", [("2025-12-10", "2025-12"), ("2025-12", "2025-12-10")])
def test_an_edition_known_by_its_month_hides_none_known_by_a_day_in_it(
    session_factory: sessionmaker[Session], order: tuple[str, str]
):
    for published in order:
        load(session_factory, published, [a_person()])
    with session_factory() as session:
        on = [edition_on(session, SDN, date(2025, 12, day)) for day in (9, 10, 30, 31)]
        assert [edition and edition.published for edition in on] == [None, "2025-12-10", "2025-12-10", order[1]]


@pytest.mark.parametrize(
    ("month", "end"), [("2024-02", "2024-02-29"), ("2023-02", "2023-02-28"), ("2025-12", "2025-12-31")]
)
def test_the_end_of_a_month_is_its_last_day(month: str, end: str):
    edition = an_edition(month)
    assert (edition.first_day, edition.last_day) == (f"{month}-01", end)


def test_the_editions_of_a_list_are_told_from_the_oldest(session_factory: sessionmaker[Session]):
    load(session_factory, "2022-02-24", [a_person()])
    load(session_factory, "2023-12-28", [a_person()])
    with session_factory() as session:
        assert [edition.published for edition in editions_of(session, SDN)] == ["2022-02-24", "2023-12-28"]
        assert editions_of(session, "un_sc") == []


def test_the_version_of_the_index_changes_with_every_edition_and_only_then(session_factory: sessionmaker[Session]):
    versions = []
    for published, key in (("2022-02-24", SDN), ("2023-12-28", SDN), ("2023-12-28", "us_ofac_cons")):
        load(session_factory, published, [a_person(list=key)], list=key)
        with session_factory.begin() as session:
            record_fetch(session, key, NOON, "")
            versions += [index_version(session), index_version(session)]
    assert versions[::2] == versions[1::2]
    assert len(set(versions)) == 3


def test_the_last_try_to_fetch_a_list_is_remembered_with_what_went_wrong(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        assert fetch_of(session, SDN) is None
        record_fetch(session, SDN, NOON, "")
        record_fetch(session, SDN, NOON + timedelta(hours=1), "The publisher did not answer.")
    with session_factory() as session:
        assert fetch_of(session, SDN) == Fetch(SDN, NOON + timedelta(hours=1), "The publisher did not answer.")
