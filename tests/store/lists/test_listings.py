from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.sanctions.listing import Relation
from store.lists.editions import numbered_editions
from store.lists.listings import (
    content_key,
    listings_in,
    listings_now,
    listings_of,
    listings_on,
)
from tests.builders import a_listing, a_person
from tests.store.builders import load

ROSNEFT = a_listing()
NEFTEBAZA = a_listing("RN-NEFTEBAZA", entity_id="ofac-1", relations=(Relation("OPEN JOINT-STOCK COMPANY ROSNEFT"),))
DERIPASKA = a_person()


@pytest.fixture
def loaded(session_factory: sessionmaker[Session]) -> sessionmaker[Session]:
    load(session_factory, "2022-02-24", [DERIPASKA])
    load(session_factory, "2022-02-24", [ROSNEFT], list="us_ofac_cons")
    load(session_factory, "2023-12-28", [ROSNEFT, NEFTEBAZA], list="us_ofac_cons")
    return session_factory


def test_listings_come_list_by_list_and_of_the_lists_asked_for(loaded: sessionmaker[Session]):
    with loaded() as session:
        assert list(listings_now(session)) == [ROSNEFT, NEFTEBAZA, DERIPASKA]
        assert list(listings_now(session, ["us_ofac_sdn"])) == [DERIPASKA]
        assert list(listings_now(session, [])) == []


def test_what_was_listed_on_a_day_is_what_the_edition_of_that_day_says(loaded: sessionmaker[Session]):
    with loaded() as session:
        assert list(listings_on(session, "us_ofac_cons", date(2022, 2, 23))) == []
        assert list(listings_on(session, "us_ofac_cons", date(2023, 12, 27))) == [ROSNEFT]
        assert list(listings_on(session, "us_ofac_cons", date(2026, 1, 1))) == [ROSNEFT, NEFTEBAZA]
        assert list(listings_on(session, "un_sc", date(2026, 1, 1))) == []


def test_what_an_edition_holds_is_read_by_its_number_whatever_came_after(loaded: sessionmaker[Session]):
    with loaded() as session:
        before = numbered_editions(session)
    load(loaded, "2024-02-23", [a_person(entity_id="ofac-2")])
    load(loaded, "2024-02-23", [NEFTEBAZA], list="us_ofac_cons")
    with loaded() as session:
        assert list(listings_in(session, before)) == [ROSNEFT, NEFTEBAZA, DERIPASKA]
        assert list(listings_in(session, numbered_editions(session))) == list(listings_now(session))
        assert list(listings_in(session, [])) == []


def test_the_key_of_what_editions_hold_is_that_of_their_facts_and_of_nothing_else(
    session_factory: sessionmaker[Session],
):
    def key() -> str:
        with session_factory() as session:
            return content_key(session, numbered_editions(session))

    keys = [key()]
    load(session_factory, "2023-12-26", [ROSNEFT], list="us_ofac_cons")
    for day, listings in (
        ("26", [DERIPASKA]),
        ("27", [DERIPASKA, a_person(entity_id="ofac-2")]),
        ("28", [a_person(remarks="Amended."), a_person(entity_id="ofac-2")]),
    ):
        load(session_factory, f"2023-12-{day}", listings)
        keys.append(key())
    assert len(set(keys)) == 4
    load(session_factory, "2023-12-29", [a_person(entity_id="ofac-2"), DERIPASKA], sha256="another file")
    assert key() == keys[2]


def test_a_party_has_a_listing_for_each_list_that_it_is_on(loaded: sessionmaker[Session]):
    on_sdn_too = a_person("ROSNEFT", entity_id="ofac-17022")
    load(loaded, "2025-01-01", [on_sdn_too])
    with loaded() as session:
        assert listings_of(session, "ofac-17022") == [ROSNEFT, on_sdn_too]
        assert listings_of(session, "ofac-17022", as_of=date(2024, 1, 1)) == [ROSNEFT]
        assert listings_of(session, "ofac-17022", as_of=date(2020, 1, 1)) == []
        assert listings_of(session, DERIPASKA.entity_id) == []
        assert listings_of(session, DERIPASKA.entity_id, as_of=date(2024, 1, 1)) == [DERIPASKA]
