"""Accounts, numbers and what they are called, tags and addresses beside a name in payment messages."""

from __future__ import annotations

import pytest

from bot.sanctions.party import Address, Schema
from bot.screening.fields.signs import parted
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

FIRMS = (
    "SENAT SHIPPING LIMITED", "PARTHIA CARGO LLC", "MOTORCYCLE ART LTD.", "KARTAL EXIM DIS TICARET LIMITED SIRKETI",
    "RADUGA STATE MACHINE BUILDING DESIGN BUREAU JOINT STOCK COMPANY", "RK BRIZ, OOO", "NORTH DRILLING COMPANY",
    "INMOBILIARIA LA PROVINCIA S.A. DE C.V.", "OBRAS, SERVICIOS Y MANTENIMIENTOS C.A.", "MOKU GOLDMINES AG",
    "BELTRAN LEYVA ORGANIZATION", "DONATA COMPANY D.O.O.",
)  # fmt: skip
PEOPLE = "GRIGORENKO, Dmitriy Yuryevich", "SHOIGU, Sergei Kuzhugetovich", "NIKOUSOKHAN, Mahmoud", "RAZA, Syed Ali"
CITIES = "Istanbul", "Belgrade", "Zug"


@pytest.fixture(scope="module")
def index() -> Index:
    firms = [a_listing(name, entity_id=f"ofac-1{at}", schema=Schema.COMPANY) for at, name in enumerate(FIRMS)]
    people = [a_person(name, entity_id=f"ofac-{at}") for at, name in enumerate(PEOPLE)]
    towns = tuple(Address(city=city, country="Nowhere") for city in CITIES)
    return Index.build([*firms, *people, a_listing("SBERBANK", entity_id="ofac-bank", addresses=towns)])


@pytest.mark.parametrize(
    ("field", "listed"),
    [
        ("/AE070331234567890123456 SENAT SHIPPING LIMITED PO BOX 31291 DEIRA", "SENAT SHIPPING LIMITED"),
        ("50K /0099887711223 PARTHIA CARGO LLC OFFICE 204 SZR", "PARTHIA CARGO LLC"),
        (":50K:/00-4471-22 MOTORCYCLE ART LTD P.O. Box 12, Nowhere", "MOTORCYCLE ART LTD."),
        (":59:/TR330006100519786457841326 KARTAL EXIM DIS TICARET LTD STI MERTER-ISTANBUL", FIRMS[3]),
        ("/RS35260005601001611379 DONATA COMPANY DOO BELGRADE-ZEMUN", "DONATA COMPANY D.O.O."),
        ("/C/40817810099910004312 RADUGA STATE MACHINE BUILDING DESIGN BUREAU JSC", FIRMS[4]),
        ("59 /IR062960000000100324200001 NORTH DRILLING CO P O BOX 901 AHWAZ", "NORTH DRILLING COMPANY"),
        ("ORG=INMOBILIARIA LA PROVINCIA SA DE CV RFC IPR9908123 GUADALAJARA", FIRMS[7]),
        ("OBRAS SERVICIOS Y MANTENIMIENTOS C.A. RIF J-30123456-7", FIRMS[8]),
        ("RK BRIZ OOO INN 7716900012 KPP 771601001", "RK BRIZ, OOO"),
        ("ООО РК БРИЗ ИНН 7716900012 КПП 771601001 Р/С 40702810900000000001", "RK BRIZ, OOO"),
        ("ИНН 231500000002 ГРИГОРЕНКО Д.Ю. Р/С 40802810900000000003", "GRIGORENKO, Dmitriy Yuryevich"),
        ("ИП ШОЙГУ С.К. ИНН 770400011122 БИК 044525225", "SHOIGU, Sergei Kuzhugetovich"),
        ("Dbtr/Nm PARTHIA CARGO LLC Dbtr/Id/OrgId/Othr/Id 998877 Dbtr/PstlAdr/Ctry AE", "PARTHIA CARGO LLC"),
        ("InitgPty Nm MOKU GOLDMINES AG PstlAdr StrtNm BAHNHOFSTR TwnNm ZUG", "MOKU GOLDMINES AG"),
        ("Cdtr Nm NIKOUSOKHAN MAHMOUD CtryOfRes IR Id PrvtId Othr Id 0071234567", "NIKOUSOKHAN, Mahmoud"),
        ("Document/CstmrCdtTrfInitn/GrpHdr/InitgPty/Nm BELTRAN LEYVA ORGANIZATION", "BELTRAN LEYVA ORGANIZATION"),
        ("Syed Ali Raza ul. Mira 74 kv. 4 Valletta", "RAZA, Syed Ali"),
        ("Ekholt Foods Pte Ltd ITF Mahmoud Nikousokhan", "NIKOUSOKHAN, Mahmoud"),
        ("TRANSFER BY ORDER OF NIKOUSOKHAN MAHMOUD FOR CONSULTING", "NIKOUSOKHAN, Mahmoud"),
        (":72:/ACC/FURTHER CREDIT TO PARTHIA CARGO LLC\n//ACCOUNT 00991122", "PARTHIA CARGO LLC"),
        ("Estate of Mahmoud Nikousokhan", "NIKOUSOKHAN, Mahmoud"),
        ("Herederos de Mahmoud Nikousokhan", "NIKOUSOKHAN, Mahmoud"),
    ],
)
def test_the_name_is_found_beside_what_a_message_puts_there(index: Index, field: str, listed: str) -> None:
    screening = index.screen(Query(field))
    assert [hit.matched.text for hit in screening.matches] == [listed]


@pytest.mark.parametrize(
    "field",
    [
        "/AE070331234567890123456 SENAT CATERING LIMITED PO BOX 31291 DEIRA",
        "Dbtr/Nm PARTHIA BAKERY LLC Dbtr/PstlAdr/Ctry AE",
        "RK BOSTON OOO INN 7716900012 KPP 771601001",
        "ИНН 231500000002 ГРИГОРЕНКО А.С. Р/С 40802810900000000003",
        "Estate of Ali Nikpour",
    ],
)
def test_another_name_beside_them_is_not(index: Index, field: str) -> None:
    assert index.screen(Query(field)).verdict is Verdict.NO_MATCH


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("RK BRIZ OOO KPP 771601001", ["RK BRIZ OOO", "KPP", ""]),
        ("RK BRIZ OOO 771601001", ["RK BRIZ OOO", ""]),  # a legal form is no name of a number
        ("NIT 900123456-1 RK BRIZ", ["", " RK BRIZ"]),
        ("FU YUAN YU 8696", ["FU YUAN YU 8696"]),
    ],
)
def test_what_a_number_is_called_may_belong_to_the_name(text: str, pieces: list[str]) -> None:
    assert parted(text).replace("\x1e", "\x1f").split("\x1f") == pieces
