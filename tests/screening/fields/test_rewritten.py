"""Names as they may have been before something changed them."""

from __future__ import annotations

import pytest

from bot.sanctions.party import Schema
from bot.screening.fields.rewritten import rewritten
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

PEOPLE = (
    "KIRIYENKO, Anton Borisovich",
    "NOVAK, Aleksandr Valentinovich", "POLOZOV, Sergey Pavlovich", "CHERNYSHOV, Boris Aleksandrovich",
    "ANANSKIKH, Igor Aleksandrovich", "KANOKOV, Arsen Bashirovich", "POLYAKOVA, Alla Viktorovna",
    "MADURO MOROS, Nicolas", "VOLODIN, Vyacheslav Viktorovich", "BELSKIY, Sergey", "GRUEVSKI, Nikola",
    "RODRIGUEZ OREJUELA, Gilberto Jose", "SANCHEZ GONZALEZ, Arnulfo", "LOPEZ BELLO, Samark Jose",
    "FERNANDEZ VALENCIA, Guadalupe", "ZHENG, Yanxiong", "CAO, Jianming", "LUO, Huining", "ZHUO, Xinrong",
)  # fmt: skip
FIRMS = (
    "STRELA LLC", "LLC RAZREZ POLYARNIY", "JSC INFOROS", "OPEN JOINT-STOCK COMPANY GRODNO TOBACCO FACTORY NEMAN",
    "TRIGRON LOJISTIK KARGO LIMITED SIRKETI", "IRAN ALUMINUM COMPANY", "AL RASHID TRUST",
    "GLOBUS TURKEY LOJISTIK DIS TICARET LIMITED SIRKETI", "LIMITED LIABILITY COMPANY COMFORT MAX",
    "REY HAVACILIK ITHALAT IHRACAT SANAYI VE TICARET ANONIM SIRKETI",
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    people = [a_person(name, entity_id=f"ofac-{at}") for at, name in enumerate(PEOPLE)]
    firms = [a_listing(name, entity_id=f"ofac-9{at}", schema=Schema.COMPANY) for at, name in enumerate(FIRMS)]
    return Index.build([*people, *firms])


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("AV Novak", "NOVAK, Aleksandr Valentinovich"),
        ("Polozov SP", "POLOZOV, Sergey Pavlovich"),
        ("Novak A.V.", "NOVAK, Aleksandr Valentinovich"),
        ("Kiriyenko A.B.", "KIRIYENKO, Anton Borisovich"),  # AB is a legal form, too
        ("A.B. Kiriyenko", "KIRIYENKO, Anton Borisovich"),
        ("Borisa Chernyshova", "CHERNYSHOV, Boris Aleksandrovich"),
        ("Chernyshova Borisa", "CHERNYSHOV, Boris Aleksandrovich"),
        ("Borisu Chernyshovu", "CHERNYSHOV, Boris Aleksandrovich"),
        ("Borisom Aleksandrovichem Chernyshovym", "CHERNYSHOV, Boris Aleksandrovich"),
        ("Igorya Ananskikha", "ANANSKIKH, Igor Aleksandrovich"),
        ("Igora Ananskikha", "ANANSKIKH, Igor Aleksandrovich"),
        ("Arsena Kanokova", "KANOKOV, Arsen Bashirovich"),
        ("Арсена Канокова", "KANOKOV, Arsen Bashirovich"),
        ("Ally Polyakovoy", "POLYAKOVA, Alla Viktorovna"),
        ("Vyacheslava Volodina", "VOLODIN, Vyacheslav Viktorovich"),
        ("Sergeya Belskogo", "BELSKIY, Sergey"),
        ("Nicol?s Maduro Moros", "MADURO MOROS, Nicolas"),
        ("Nicol\ufffds Maduro Moros", "MADURO MOROS, Nicolas"),
        ("GRUEVSKl NlKOLA", "GRUEVSKI, Nikola"),
        ("TRlGRON LOJlSTlK KARGO LlMlTED SlRKETl", "TRIGRON LOJISTIK KARGO LIMITED SIRKETI"),
        ("lRAN ALUMlNUM COMPANY", "IRAN ALUMINUM COMPANY"),
        ("AL-RASH|D TRUST", "AL RASHID TRUST"),
        ("REY HAVAC?L?K ?THALAT ?HRACAT SANAY? VE T?CARET ANON?M ??RKET?", FIRMS[-1]),
        ("GLOBUS TURKEY LOJ. DIS TICARET LTD. STI.", "GLOBUS TURKEY LOJISTIK DIS TICARET LIMITED SIRKETI"),
        ("T.O.O. COMFORT MAX", "LIMITED LIABILITY COMPANY COMFORT MAX"),
        ("ТОО КОМФОРТ МАКС", "LIMITED LIABILITY COMPANY COMFORT MAX"),
        ("RGUEZ. OREJUELA GILBERTO", "RODRIGUEZ OREJUELA, Gilberto Jose"),
        ("RDZ OREJUELA GILBERTO JOSE", "RODRIGUEZ OREJUELA, Gilberto Jose"),
        ("SCHEZ GLEZ ARNULFO", "SANCHEZ GONZALEZ, Arnulfo"),
        ("LPZ BELLO SAMARK JOSE", "LOPEZ BELLO, Samark Jose"),
        ("FDEZ. VALENCIA MA GUADALUPE", "FERNANDEZ VALENCIA, Guadalupe"),
        ("Cheng Yen-hsiung", "ZHENG, Yanxiong"),
        ("Ts'ao Chien-ming", "CAO, Jianming"),
        ("Lo Hui-ning", "LUO, Huining"),
        ("Hsin-jung Cho", "ZHUO, Xinrong"),
        ("OOOSTRELA", "STRELA LLC"),
        ("ОООСтрела", "STRELA LLC"),
        ("OOORAZREZPOLYARNIY", "LLC RAZREZ POLYARNIY"),
        ("AOINFOROS", "JSC INFOROS"),
        ("OPEN JOINT-STOCK COMPANY GRODNO TOB", "OPEN JOINT-STOCK COMPANY GRODNO TOBACCO FACTORY NEMAN"),
    ],
)
def test_who_may_be_meant_is_asked_back_about(index: Index, text: str, listed: str) -> None:
    screening = index.screen(Query(text))
    assert [hit.matched.text for hit in screening.matches] == [listed]
    assert screening.verdict is not Verdict.LISTED or text == "ОООСтрела"


@pytest.mark.parametrize(
    "text",
    [
        "AB Novak",
        "BV Novak",
        "SP Group",
        "Denisa Chernyshova",
        "Borisa Ivanova",
        "Alla Chernyshova",
        "Nicol?s Keller Moros",
        "What is this?",
        "OOOVALE S.A",
        "AOKI Holding",
        "OPEN JOINT-STOCK COMPANY GRODNO BAT",
        "TRlGRAM LOJlSTlK KARGO LlMlTED SlRKETl",
        "Lydia Kelly",
        "SANZ GLEZ ARNULFO",
        "RGUEZ. VALENCIA GILBERTO",
        "Cheng Yen-hui",
        "Ts'ao Chien-hui",
        "GLOBUS TURKEY LOK. DIS TICARET LTD. STI.",
        "T.O.O. COMFORT BAKERY",
    ],
)
def test_nobody_else_is(index: Index, text: str) -> None:
    assert not index.screen(Query(text)).matches


def test_a_woman_of_her_own_name_is_no_man_in_another_case() -> None:
    index = Index.build([a_person("PETROV, Aleksandr")])
    assert not index.screen(Query("Aleksandra Petrova")).matches


@pytest.mark.parametrize(
    ("typed", "may_be"),
    [
        ("OOOSTRELA", ["OOO STRELA"]),
        ("AV Novak", ["A. V. novak"]),
        ("Novak A.B.", ["A. B. novak"]),
        ("Borisa Chernyshova", ["boris chernyshov"]),
        ("Nicol?s Maduro Moros", ["Nicolas Maduro Moros"]),
        ("Dan Gertler", []),
    ],
)
def test_only_a_name_that_is_written_so_is_tried_otherwise(typed: str, may_be: list[str]) -> None:
    listed = {"strela", "novak", "boris", "chernyshov", "nicolas", "maduro", "moros"}
    assert [each.text for each in rewritten(typed, listed.__contains__, lambda begun: [])] == may_be
