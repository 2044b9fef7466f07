"""Ships and aircraft as papers of transport write them."""

from __future__ import annotations

import pytest

from bot.sanctions.party import Identifier, Schema
from bot.screening.query import Query
from bot.screening.screen import Index
from tests.builders import a_listing


def craft(name: str, number: str = "", schema: Schema = Schema.VESSEL) -> object:
    identifiers = (Identifier("imo", number),) if number else ()
    return a_listing(name, entity_id=f"ofac-{name}", schema=schema, identifiers=identifiers)


@pytest.fixture(scope="module")
def index() -> Index:
    ships = {"LADY MARIIA": "8220503", "HYOK SIN 2": "", "ARTMAN": "9405930", "RZK CONSTANTA": "8711289"}
    more = {"FU YUAN YU 8696": "", "MENA": "", "SEVERNIY PROECT": "9202053", "SUDAK": ""}
    more |= {"LIGOVSKY PROSPECT": "", "DAI HONG DAN": "", "LONG XING 601": "", "SHANG YUAN BAO": "", "TERIBERKA": ""}
    made = [craft(name, number) for name, number in (ships | more).items()]
    planes = [craft(mark, schema=Schema.AIRPLANE) for mark in ("EP-MOQ", "P-532", "EW-001PA", "YV2849")]
    return Index.build([*made, *planes, a_listing("SBERBANK", entity_id="ofac-bank")])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("MVLADYMARIIA", "LADY MARIIA"),
        ("M/VLADYMARIIA", "LADY MARIIA"),
        ("MVHYOKSIN2", "HYOK SIN 2"),
        ("ARTMANIMO9405930", "ARTMAN"),
        ("RZK CONSTANTA8711289", "RZK CONSTANTA"),
        ("IMO9405930ARTMAN", "ARTMAN"),
        ("IMO NO. 920 2053", "SEVERNIY PROECT"),
        ("IMO: 920-2053", "SEVERNIY PROECT"),
        ("SHIPPED ON BOARD FU YUAN YU 8696 AT BANDAR ABBAS 12 JAN 2024", "FU YUAN YU 8696"),
        ("VESSEL LADY MARIIA ETA NOVOROSSIYSK 12.01", "LADY MARIIA"),
        ("SHIPPED PER MENA FROM BUSHEHR 3 MAY 2023", "MENA"),
        ("LIGOVSKY PROSP. V.2308E B/L 00431", "LIGOVSKY PROSPECT"),
        ("TERIBERKA V.17W B/L NO ARH2201", "TERIBERKA"),
        ("MV TERIBERKA V.17", "TERIBERKA"),
        ("SUDAK voy. 17E", "SUDAK"),
        ("MV SUDAK (IR) LADEN W/ 40000 MT UREA", "SUDAK"),
        ("GC SHANGYUANBAO DWT 45000", "SHANG YUAN BAO"),
        ("DAI HONG DAN 12000 DWT", "DAI HONG DAN"),
        ("LONGXING601 GT 1200", "LONG XING 601"),
        ("LIGOVSKY PROSPECT MMSI 273354630 CALLSIGN UBAU9", "LIGOVSKY PROSPECT"),
        ("A/CEP-MOQ", "EP-MOQ"),
        ("ACFT EP-MOQ", "EP-MOQ"),
        ("EP-MOQ B747", "EP-MOQ"),
        ("REG P-532", "P-532"),
        ("A/CEW-001PA", "EW-001PA"),
        ("ACYV2849", "YV2849"),
    ],
)
def test_the_craft_is_found(index: Index, text: str, listed: str) -> None:
    assert [hit.matched.text for hit in index.screen(Query(text)).matches] == [listed]


@pytest.mark.parametrize(
    "text",
    [
        "MVLADYMARTHA",
        "MVHYOKSIN3",
        "MTSBERBANK",
        "A/CEP-MOX",
        "GC SHANGYUANMA DWT 45000",
        "LONGXING602 GT 1200",
        "SBERBANK DWT 45000",
        "VALDIMO1234567",
        "SHIPPED ON BOARD FU YUAN YU 8697 AT BANDAR ABBAS",
        "Invoice4405930",
    ],
)
def test_no_other_is(index: Index, text: str) -> None:
    assert not index.screen(Query(text)).matches
