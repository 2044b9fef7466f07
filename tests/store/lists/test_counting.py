from __future__ import annotations

from dataclasses import asdict
from datetime import date

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BadInput
from bot.sanctions.listing import Relation
from bot.sanctions.party import BirthDate, Identifier, Name, NameKind, Schema
from store.lists.counting import counted_as, counts
from tests.builders import a_listing, a_person
from tests.store.builders import load


def test_an_edition_is_counted_as_lists_show_prints_it(session_factory: sessionmaker[Session]):
    bank = a_listing(
        "GAZPROMBANK",
        entity_id="ofac-17015",
        aka=("GPB",),
        weak=("GAZ",),
        list="us_ofac_sdn",
        programs=("RUSSIA-EO14024", "UKRAINE-EO13662"),
        identifiers=(
            Identifier("tax_id", "7744001497", "Russia"),
            Identifier("registration", "1027700167110", "Russia"),
            Identifier("registration", "09807684", "Russia"),
            Identifier("bic", "GAZPRUMM"),
        ),
        relations=(Relation("GAZPROM"), Relation("ROSTEC")),
    )
    person = a_person(birth_dates=(BirthDate("02 Jan 1968", "1968-01-02", "1968-01-02"),))
    load(session_factory, "2023-12-28", [bank, person])
    with session_factory() as session:
        assert asdict(counts(session, "us_ofac_sdn")) == {
            "list": "us_ofac_sdn",
            "edition": "2023-12-28",
            "published": "2023-12-28",
            "entries": 2,
            "by_type": {"Organization": 1, "Person": 1},
            "programs": {"RUSSIA-EO14024": 1, "UKRAINE-EO13661": 1, "UKRAINE-EO13662": 2},
            "names": {"primary": 2, "strong": 1, "weak": 1, "former": 0},
            "identifiers": {"bic": 1, "inn": 1, "ogrn": 1, "registration": 2, "tax_id": 1},
            "with_birth_date": 1,
            "relations": 2,
        }


def test_the_figures_beside_the_entries_are_named_as_the_contract_names_them(session_factory: sessionmaker[Session]):
    load(session_factory, "2023-12-28", [a_person()])
    with session_factory() as session:
        figures = counts(session, "us_ofac_sdn").as_json()
    assert list(figures) == ["by_type", "programs", "names", "identifiers", "with_birth_date", "relations"]
    assert figures["names"] == {"primary": 1, "strong": 0, "weak": 0, "former": 0}


def test_a_former_name_is_counted_again_beside_strong_or_weak(session_factory: sessionmaker[Session]):
    renamed = a_person()
    former = (Name("OLD", NameKind.FORMERLY), Name("OLDER", NameKind.FORMERLY, weak=True), Name("N", NameKind.NOW))
    names = (*renamed.names, *former)
    load(session_factory, "2023-12-28", [type(renamed)("us_ofac_sdn", "ofac-1", Schema.PERSON, names)])
    with session_factory() as session:
        assert counts(session, "us_ofac_sdn").names == {"primary": 1, "strong": 2, "weak": 1, "former": 2}


def test_a_tag_counts_once_an_entry_even_where_the_file_names_it_twice(session_factory: sessionmaker[Session]):
    load(session_factory, "2023-12-28", [a_person(programs=("SDGT", "SDGT"))])
    with session_factory() as session:
        assert counts(session, "us_ofac_sdn").programs == {"SDGT": 1}


def test_an_edition_is_counted_as_of_a_day(session_factory: sessionmaker[Session]):
    load(session_factory, "2022-02-24", [a_person()])
    load(session_factory, "2023-12-28", [a_person("DERIPASKA"), a_person("SECHIN", entity_id="ofac-16635")])
    with session_factory() as session:
        then = counts(session, "us_ofac_sdn", as_of=date(2023, 12, 27))
        assert (then.published, then.entries, then.names["primary"]) == ("2022-02-24", 1, 1)
        assert counts(session, "us_ofac_sdn").entries == 2


def test_a_list_that_is_not_loaded_cannot_be_counted(session_factory: sessionmaker[Session]):
    load(session_factory, "2022-02-24", [a_person()])
    with session_factory() as session:
        with pytest.raises(BadInput, match="No edition of un_sc is loaded"):
            counts(session, "un_sc")
        with pytest.raises(BadInput, match="No edition of us_ofac_sdn is loaded for 2020-01-01"):
            counts(session, "us_ofac_sdn", as_of=date(2020, 1, 1))


@pytest.mark.parametrize(
    ("identifier", "found"),
    [
        (Identifier("tax_id", "7706107510", "Russia"), "inn"),
        (Identifier("tax_id", "7706107510", "Ukraine"), ""),
        (Identifier("tax_id", "7706107510"), ""),
        (Identifier("registration", "1027700043502", "Russia"), "ogrn"),
        (Identifier("registration", "304770000123456", "Russia"), "ogrn"),
        (Identifier("registration", "09807684", "Russia"), ""),
        (Identifier("registration", "1027700043502", "Belarus"), ""),
        (Identifier("passport", "1027700043502", "Russia"), ""),
    ],
)
def test_russian_numbers_are_counted_by_their_own_names_too(identifier: Identifier, found: str):
    assert counted_as(identifier) == found
