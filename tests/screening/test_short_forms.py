"""Names that are short of a listed one, or have another legal form: who may be meant is for a person to decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.sanctions.party import Identifier, Name, NameKind, Schema
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from bot.screening.words.identifiers import Wanted
from tests.builders import a_listing

FIRMS = (
    *("VTB CAPITAL HOLDINGS CLOSED JOINT STOCK COMPANY", "LIMITED LIABILITY COMPANY RCC TRADING", "FARC-EP"),
    *("MINERA MI ESPERANZA, S.A.", "JOINT STOCK COMPANY SIGNALTEK", "FOURTH OCEAN GMBH & CO KG"),
    *("UNITED GENERAL HOLDING SAL", "KARNER D.O.O. LJUBLJANA", "FLETES Y TRANSPORTES GAXGAR S.A. DE C.V."),
    *("LASHKAR E-TAYYIBA", "JOINT STOCK COMPANY NTV BROADCASTING COMPANY", "TROPIC TOURS GMBH"),
)
MEN = ("KARNER, Mihael", "KARNER, Alenka", "KARNER, Matevz")


@pytest.fixture(scope="module")
def listed() -> Index:
    firms = [a_listing(name, entity_id=f"firm-{at}", schema=Schema.COMPANY) for at, name in enumerate(FIRMS)]
    return Index.build([*firms, *(a_listing(name, entity_id=name, schema=Schema.PERSON) for name in MEN)])


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("VTB Capital Holdings Ltd", FIRMS[0]),
        ("RCC Trading JSC", FIRMS[1]),
        ("Minera Mi Esperanza Ltda", FIRMS[3]),
        ("Signaltek Ltd", FIRMS[4]),
        ("fourth ocean gmbh", FIRMS[5]),
        ("United General Holding Ltd", FIRMS[6]),
        ("Tropic Tours JSC", FIRMS[11]),
    ],
)
def test_nothing_but_the_legal_form_differs(listed: Index, asked: str, name: str) -> None:
    screening = listed.screen(Query(asked))
    assert screening.verdict is Verdict.POSSIBLE
    assert screening.hits[0].name == name
    assert "Another legal form." in [reason.says for reason in screening.hits[0].reasons]


@pytest.mark.parametrize("asked", ["VTB Kapital Partners Ltd", "RCC Import JSC", "Tropic Hotel LLC"])
def test_beside_another_word_another_form_is_another_firm(listed: Index, asked: str) -> None:
    assert listed.screen(Query(asked)).verdict is Verdict.NO_MATCH


@pytest.mark.parametrize("asked", ["Karner D.O.O.", "Gaxgar", "Tayyiba", "NTV", "FARC"])
def test_one_word_that_tells_may_mean_the_firm(listed: Index, asked: str) -> None:
    screening = listed.screen(Query(asked))
    assert screening.verdict is Verdict.POSSIBLE
    assert asked.split()[0].casefold() in screening.hits[0].name.casefold()


def test_the_societe_anonyme_libanaise_is_a_legal_form(listed: Index) -> None:
    assert listed.screen(Query("United General Holding")).verdict is Verdict.LISTED


def test_of_two_that_bear_a_name_the_one_who_bears_it_today_comes_first() -> None:
    tanker = a_listing("HENNA", entity_id="a", schema=Schema.VESSEL)
    tanker = replace(tanker, names=(*tanker.names, Name("LENA", NameKind.FORMERLY)))
    yacht = a_listing("LENA", entity_id="b", schema=Schema.VESSEL)
    assert [hit.name for hit in Index.build([tanker, yacht]).screen(Query("Lena")).hits] == ["LENA", "HENNA"]


def test_the_address_itself_is_no_other_name_of_its_entry() -> None:
    site = Identifier("website", "www.ytkmachine.com")
    index = Index.build([a_listing("YASON GENERAL MACHINERY CO., LTD.", identifiers=[site], schema=Schema.COMPANY)])
    for asked in ("www.ytkmachine.com", "https://ytkmachine.com", "sales@ytkmachine.com"):
        screening = index.screen(Query(asked))
        assert screening.verdict is Verdict.POSSIBLE
        assert [reason.kind for reason in screening.hits[0].reasons] == ["identifier"]


def test_a_page_of_a_site_that_several_have_pages_of_is_of_whom_it_is() -> None:
    pages = {"PORTICELLO": "www.facebook.com/porticellomalta", "ZK GRAND TOWN": "www.facebook.com/ZKGrandTown/"}
    index = Index.build(
        a_listing(name, entity_id=name, identifiers=(Identifier("website", page),)) for name, page in pages.items()
    )
    for name, page in pages.items():
        assert [hit.name for hit in index.screen(Query(f"https://{page}")).matches] == [name]
    for other in ("facebook.com", "facebook.com/marketplace", "www.facebook.com/oakhill.bakery"):
        assert index.screen(Query(other)).verdict is Verdict.NO_MATCH


def test_two_words_without_a_space_are_no_address_that_tells() -> None:
    assert Index.build([a_listing()]).screen(Query("TBN.Thanks")).verdict is Verdict.NO_MATCH
    assert not Wanted("website", "tbn.thanks").tells
    assert Wanted("imo", "9253325").tells
    assert not Wanted("", "desconocido").tells


def test_an_equal_number_of_a_shipping_company_makes_no_matter_of_what_was_asked_for() -> None:
    number = Identifier("imo_company", "1142781", label="Identification Number IMO")
    index = Index.build([a_listing("KAZAN SHIPPING INCORPORATED", identifiers=[number], schema=Schema.ORGANIZATION)])
    screening = index.screen(Query("Kazan Shipping Inc IMO 1142781", schema=Schema.VESSEL))
    assert screening.verdict is Verdict.LISTED
    assert "The question is about" not in " ".join(reason.says for reason in screening.hits[0].reasons)
