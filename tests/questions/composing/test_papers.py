"""Pasted papers: what their fields, rows and columns become, and which lines name nobody by themselves."""

from __future__ import annotations

import pytest

from bot.questions.clean import clean
from bot.questions.composing.papers import Table, laid_out
from bot.questions.composing.stretches import Frame, stretches


@pytest.mark.parametrize(
    ("pasted", "lines"),
    [
        ("SHIPPER\nZORBLAX GMBH\nKIEL\nNOTIFY\nQUUX LTD", ["SHIPPER: ZORBLAX GMBH", "KIEL", "NOTIFY: QUUX LTD"]),
        ("Ship name ........ Lady R\nRegistered owner . Zorblax", ["Ship name: Lady R", "Registered owner: Zorblax"]),
        ("vsl - Lady R\ncnee - Quux Ltd", ["vsl: Lady R", "cnee: Quux Ltd"]),
        ("Owner\tZorblax AS\nCharterer\tQuux Ltd", ["Owner: Zorblax AS", "Charterer: Quux Ltd"]),
        ("Vessel: Lady R\tFlag: Malta", ["Vessel: Lady R", "Flag: Malta"]),
        ("BUYER: HOLLOWAY FREIGHT\nSYSTEMS INC\nQTY 5", ["BUYER: HOLLOWAY FREIGHT SYSTEMS INC", "QTY: 5"]),
        ("Buyer: Quux Ltd\nSystems Inc", ["Buyer: Quux Ltd", "Systems Inc"]),
        ("1 Cook - Ann Lee - UK\n2 AB - Bo Kim - DK", ["1 Cook\tAnn Lee\tUK", "2 AB\tBo Kim\tDK"]),
        ('"id","name","role"\n"7","Quux, Ltd","payer"', ["id\tname\trole", "7\tQuux, Ltd\tpayer"]),
        ("Rosneft - Moscow\nLukoil - Kogalym", ["Rosneft - Moscow", "Lukoil - Kogalym"]),
        (
            "Rm 402 - Mr Zed Zorblax - 2 nts - VIP\nRm 7 - Ann Lee",
            ["Rm 402\tMr Zed Zorblax\t2 nts\tVIP", "Rm 7\tAnn Lee"],
        ),
        ("laycan 3-6 Dec\nBuyer: Quux Ltd", ["laycan: 3-6 Dec", "Buyer: Quux Ltd"]),
        ("Payer: OOO Zorblax\nINN 7707011088\nBank: Quux", ["Payer: OOO Zorblax, INN 7707011088", "Bank: Quux"]),
        (
            "Vessel: LADY R\nIMO number: 9161003\nMMSI: 273382620",
            ["Vessel: LADY R, IMO number 9161003, MMSI 273382620"],
        ),
    ],
)
def test_every_field_gets_a_line_of_its_own(pasted: str, lines: list[str]) -> None:
    assert laid_out(pasted).split("\n") == lines


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (["Vessel\tIMO\tOwner", "LADY R\t9161003\tQuux Ltd"], ["LADY R\tIMO 9161003", "Quux Ltd"]),
        (["Surname\tGiven name\tRank", "KAZAKOVA\tOlga\tCook"], ["Olga KAZAKOVA"]),
        (["Given name\tAmount", "Olga Kazakova\tUSD 5", "Bo Kim\tUSD 7"], ["Olga Kazakova", "Bo Kim"]),
        (["No\tGiven name", "1\tOlga Kazakova", "2\tfor Rosneft?"], ["Olga Kazakova", "for Rosneft?"]),
        (["Ordered\tWho", "2026-11-20\tZorblax GmbH"], ["Zorblax GmbH"]),
        (["01 MASTER\tVAKILI MOHAMMAD\t19/08/1969", "02 COOK\tLEE ANN\t01/02/1980"],
         ["VAKILI MOHAMMAD\t19/08/1969", "LEE ANN\t01/02/1980"]),
        (["Polyus PJSC\tSika AG", "Rosneft PJSC\tNestle SA"], ["Polyus PJSC\tSika AG\tRosneft PJSC\tNestle SA"]),
    ],
)  # fmt: skip
def test_the_columns_of_a_table_are_told_by_its_heads_or_its_words(rows: list[str], named: list[str]) -> None:
    found = [line for line, names in Table(rows).lines() if names]
    assert sorted("\t".join(found).split("\t")) == sorted("\t".join(named).split("\t"))


def test_a_cell_that_may_name_somebody_is_never_left_out() -> None:
    rows = ["Zorblax GmbH\tFOUR SEASONS DAMASCUS\t7", "public joint stock company integral\tx\t8"]
    assert ("FOUR SEASONS DAMASCUS", None) in [*Table(rows).lines()]
    under = ["Customer\tRemark\tSince", "Zorblax GmbH\tAgent of Quux Ltd\t2019"]
    assert ("Agent of Quux Ltd", None) in [*Table(under).lines()]


def test_a_party_that_is_called_like_a_town_is_named_where_parties_are() -> None:
    rows = ["Vessel\tIMO", "KAZAN\t9161003", "LADY R\t9161015"]
    assert [line for line, names in Table(rows).lines() if names] == ["KAZAN\tIMO 9161003", "LADY R\tIMO 9161015"]


def test_columns_of_spaces_are_cells_but_not_where_all_words_are_parted_so() -> None:
    crew = clean("No  Name               Rank\n1   KIM SONG           Bosun\n2   HAUGEN NILS        Cook")
    assert crew.split("\n")[1] == "1\tKIM SONG\tBosun"
    assert clean("SHIP  MANAGER\nSAFIRAN  PAYAM  DARYA\nSHIPPING  COMPANY").count("\t") == 0
    assert clean("is Rosneft   sanctioned?") == "is Rosneft sanctioned?"


def test_a_table_may_have_a_heading_and_cells_that_do_not_stand_below_each_other() -> None:
    crew = clean("CREW  m/t LADY R\nNo  Rank   Name\n1   C/O    KIM SONG\n2   C/E    HAUGEN NILS PETTER  NOR")
    assert [line for line, names in Table(crew.split("\n")).lines() if names] == ["KIM SONG", "HAUGEN NILS PETTER"]
    spaced = clean("C R E W   L I S T\n01    COOK     KUMAR  AKHIL\n02    BOSUN    PRAVEEN  THOT")
    assert spaced.split("\n")[1] == "01\tCOOK\tKUMAR AKHIL"


@pytest.mark.parametrize(
    ("pasted", "named"),
    [
        ("03.11. Überweisung an Zed Zorblax   -420,00\n04.11. Entgelt Konto   -6,90", ["Zed Zorblax"]),
        ("27.11.2026 CR 12,400.00 ZORBLAX PTE LTD INV 20261101", ["ZORBLAX PTE LTD"]),
        ("VIR RECU  SCI ZORBLAX   REF LOYER   24 000,00\nFRAIS  -12,50", ["SCI ZORBLAX"]),
        ("Dbtr/Nm: Zorblax AG\nDbtr/PstlAdr/TwnNm: Basel\nCdtr/Nm: Quux SA", ["Zorblax AG", "Quux SA"]),
        ("From: Zorblax Ltd\nTo: Quux SA\nAmount: 5 BTC", ["Zorblax Ltd", "Quux SA"]),
        (":50F:/AE0703\n1/ZORBLAX LLC\n2/AL RAS ST 8\n3/AE/DUBAI\n:59:QUUX SA", ["ZORBLAX LLC", "QUUX SA"]),
        ("A/C Zorblax Bulk\nOwners: Quux SA", ["Zorblax Bulk", "Quux SA"]),
        ("Remitter: Zorblax AG | Remitter acct: ES91 | Bank: QUUX | Amt: 18.500 EUR", ["Zorblax AG", "QUUX"]),
    ],
)
def test_what_stands_about_a_name_is_none(pasted: str, named: list[str]) -> None:
    assert [s.text.split(" INV")[0] for s in stretches(clean(pasted)) if s.frame is Frame.LABELLED] == named


def test_passengers_are_written_given_name_first() -> None:
    pax = "PAX LIST\n1A ZORBLAX/ZED MR\n2. MRS / QUUX-LEE / ANN"
    assert [s.text for s in stretches(clean(pax)) if s.frame is Frame.ITEM] == ["ZED ZORBLAX", "ANN QUUX-LEE"]


def test_what_neither_a_label_nor_a_cell_vouches_for_is_a_line_by_itself() -> None:
    paper = "CREW LIST\nVessel: LADY R\nOwner: Quux Ltd\n2x40HC said to contain bearings\npls check all"
    assert {s.text: s.frame for s in stretches(clean(paper))} == {
        "CREW LIST": Frame.CELL,
        "LADY R": Frame.LABELLED,
        "Quux Ltd": Frame.LABELLED,
        "2x40HC said to contain bearings": Frame.CELL,
        "pls check all": Frame.ITEM,
    }


def test_names_below_a_label_that_opens_a_list_are_items() -> None:
    form = "Company: Quux Ltd\nCountry: Malta\nDirectors:\nAnn Lee\nBo Kim"
    assert [s.text for s in stretches(clean(form)) if s.frame is Frame.ITEM][-2:] == ["Ann Lee", "Bo Kim"]
