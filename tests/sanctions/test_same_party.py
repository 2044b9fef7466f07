"""Whether an entry of another publisher is the same party."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, BirthDate, Identifier, Schema
from bot.sanctions.relief.impact import Impact, evaluate
from bot.sanctions.relief.option import Selector
from bot.sanctions.same_party import same_party
from tests.builders import a_listing, a_person
from tests.sanctions.relief.test_impact import BASIC_ELEMENT, DERIPASKA, an_option, delisting


def elsewhere(ours: Listing, theirs: Listing) -> Impact:
    return evaluate(an_option(delisting(Selector(entity=ours.entity_id))), [ours, theirs])


def test_the_same_full_name_on_the_list_of_the_union_is_said() -> None:
    theirs = a_person("Oleg Vladimirovich DERIPASKA", list="eu_fsf", entity_id="eu-fsf-1", programs=("UKR",))
    assert elsewhere(DERIPASKA, theirs).still_listed_elsewhere == {"ofac-24283": ("eu_fsf",)}


def test_a_birth_date_that_cannot_be_the_same_parts_two_parties_of_one_name() -> None:
    ours = replace(DERIPASKA, birth_dates=(BirthDate("02 Jan 1968", "1968-01-02", "1968-01-02"),))
    theirs = replace(
        DERIPASKA, list="gb_uksl", entity_id="gb-1", birth_dates=(BirthDate("1971", "1971-01-01", "1971-12-31"),)
    )
    assert elsewhere(ours, theirs).still_listed_elsewhere == {}


@pytest.mark.parametrize(("year", "same"), [("1965", True), ("1950", False)])
def test_a_circa_is_a_few_years_wide(year: str, same: bool) -> None:
    born = BirthDate("02 Jan 1968", "1968-01-02", "1968-01-02")
    circa = BirthDate(f"circa {year}", f"{year}-01-01", f"{year}-12-31", circa=True)
    theirs = replace(DERIPASKA, list="un_sc", entity_id="unsc-2", birth_dates=(circa,))
    assert bool(elsewhere(replace(DERIPASKA, birth_dates=(born,)), theirs).still_listed_elsewhere) is same


def test_ships_of_one_name_are_the_same_only_by_their_imo_number() -> None:
    ours = a_listing("HOPE", list="us_ofac_sdn", entity_id="ofac-2", schema=Schema.VESSEL)
    theirs = replace(ours, list="un_sc", entity_id="unsc-1")
    assert elsewhere(ours, theirs).still_listed_elsewhere == {}
    imo, same = Identifier("imo", "IMO 9253325"), Identifier("imo", "9253325")
    numbered = elsewhere(replace(ours, identifiers=(imo,)), replace(theirs, identifiers=(same,)))
    assert numbered.still_listed_elsewhere == {"ofac-2": ("un_sc",)}


def test_a_weak_alias_does_not_make_the_same_party() -> None:
    ours = a_person(weak=["BASEL"])
    theirs = a_listing("BASEL", list="eu_fsf", entity_id="eu-fsf-2", schema=Schema.LEGAL_ENTITY)
    assert elsewhere(ours, theirs).still_listed_elsewhere == {}


def test_companies_of_one_name_with_two_tax_numbers_are_two() -> None:
    ours = replace(BASIC_ELEMENT, identifiers=(Identifier("tax_id", "7706107510", "Russia"),))
    theirs = replace(
        BASIC_ELEMENT, list="eu_fsf", entity_id="eu-fsf-3", identifiers=(Identifier("tax_id", "7707083893", "Russia"),)
    )
    assert elsewhere(ours, theirs).still_listed_elsewhere == {}
    assert elsewhere(replace(ours, identifiers=()), theirs).still_listed_elsewhere == {"ofac-24224": ("eu_fsf",)}


def test_bodies_that_share_an_alias_alone_are_two() -> None:
    """OFAC has Ansar Allah among the names of Hizballah; the United Nations among those of the Houthis."""
    hizballah = a_listing("HIZBALLAH", entity_id="ofac-4697", list="us_ofac_sdn", aka=("ANSAR ALLAH", "PARTY OF GOD"))
    houthis = a_listing("THE HOUTHIS", entity_id="unsc-YEe.006", list="un_sc", aka=("ANSAR ALLAH",))
    assert not same_party(hizballah, houthis)
    assert same_party(hizballah, a_listing("Hizb", entity_id="gb-CTI0032", list="gb_uksl", aka=("Hizballah",)))


def test_people_that_share_an_alias_alone_are_two_unless_their_birth_dates_agree() -> None:
    """The UN has Abu Anas among the names of al-Jahani (QDi.327), the UK among those of Tantoush (AQD0197)."""
    born = (BirthDate("1971-12-04", "1971-12-04", "1971-12-04"),)
    jahani = a_person("Abd al-Rahman al-JAHANI", entity_id="unsc-QDi.327", list="un_sc", aka=("Abu Anas",))
    tantoush = a_person("Ibrahim TANTOUSH", entity_id="gb-AQD0197", list="gb_uksl", aka=("Abu Anas",))
    assert not same_party(jahani, tantoush)
    assert not same_party(replace(jahani, birth_dates=born), tantoush)
    assert same_party(replace(jahani, birth_dates=born), replace(tantoush, birth_dates=born))
    assert same_party(jahani, a_person("Abu Anas", entity_id="eu-fsf-9", list="eu_fsf"))


def a_bank(name: str, key: str, country: str, *aka: str, number: Identifier | None = None) -> Listing:
    listed = a_listing(name, entity_id=f"{key}-1", list=key, aka=aka, schema=Schema.ORGANIZATION)
    return replace(listed, addresses=(Address("", "", country),), identifiers=(number,) if number else ())


def test_countries_are_compared_as_countries_not_as_words() -> None:
    """OGRN 1027700132195 is of "Russia" at OFAC and of the "RUSSIAN FEDERATION" at the EU."""
    ours = a_bank("PJSC", "us_ofac_sdn", "Russia", number=Identifier("registration", "1027700132195", "Russia"))
    theirs = Identifier("registration", "1027700132195", "RUSSIAN FEDERATION")
    assert same_party(ours, a_bank("Sberbank", "eu_fsf", "", number=theirs))
    assert not same_party(ours, a_bank("Sberbank", "eu_fsf", "", number=replace(theirs, country="Belarus")))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("VTB BANK PUBLIC JOINT STOCK COMPANY", "VTB Bank (Public Joint-Stock Company)"),
        ("PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA", "PJSC Sberbank of Russia (PJSC Sberbank)"),
        ("ISLAMIC REVOLUTIONARY GUARD CORPS", "Islamic Revolutionary Guard Corps (IRGC)"),
        ("GENERAL BUREAU OF ATOMIC ENERGY", "General Bureau of Atomic Energy (GBAE)"),
        ("LIMITED LIABILITY COMPANY BITVAN", "LLC BITVAN"),
        ("KAMAZ PUBLICLY TRADED COMPANY", "Kamaz Publicly Traded Company"),
    ],
)
def test_a_legal_form_and_a_gloss_do_not_part_bodies_of_one_country(ours: str, theirs: str) -> None:
    at_home = a_bank(ours, "us_ofac_sdn", "Russia")
    assert same_party(at_home, a_bank(theirs, "gb_uksl", "Russian Federation"))


@pytest.mark.parametrize(
    ("ours", "theirs", "country"),
    [
        ("JOINT STOCK COMPANY SBERBANK", "Sberbank", "Ukraine"),  # a subsidiary with its parent's name
        ("BITVAN LIMITED LIABILITY COMPANY", "JSC Bitvan", "Russia"),  # two firms
        ("VTB BANK (KIEV)", "VTB Bank", "Russia"),  # the bracket says something new
        ("VTB BANK (BELARUS)", "VTB Bank (Armenia)", "Russia"),
    ],
)
def test_what_tells_bodies_apart_stays(ours: str, theirs: str, country: str) -> None:
    assert not same_party(a_bank(ours, "us_ofac_sdn", country), a_bank(theirs, "eu_fsf", "RUSSIAN FEDERATION"))
