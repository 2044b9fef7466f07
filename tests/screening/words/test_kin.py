"""Words that stand for others though their letters say little of it: numerals, abbreviations, romanisations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sanctions.party import Schema
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from bot.screening.words.abbreviations import abbreviates
from bot.screening.words.numerals import as_digits, same_number
from bot.screening.words.romanisation import korean_spellings, other_spellings
from tests.builders import a_listing, a_person


def ship(name: str) -> Index:
    return Index.build([a_listing(name, schema=Schema.VESSEL, list="us_ofac_sdn")])


def firm(name: str) -> Index:
    return Index.build([a_listing(name)])


def verdict(index: Index, name: str) -> Verdict:
    return index.screen(Query(name)).verdict


@pytest.mark.parametrize(
    ("listed", "typed"),
    [
        ("SPARTA IV", "Sparta 4"),
        ("BICENTENARIO I", "BICENTENARIO 1"),
        ("AN SAN 1", "AN SAN I"),
        ("DIAMOND II", "DIAMOND 2"),
    ],
)
def test_roman_and_arabic_numerals_are_one(listed: str, typed: str) -> None:
    assert verdict(ship(listed), typed) is Verdict.LISTED


@pytest.mark.parametrize(
    ("listed", "typed"),
    [
        ("TIAN YU 8", "TIAN YU EIGHT"),
        ("MARIE DE LOURDES I", "MARIE DE LOURDES ONE"),
        ("SAKHALIN 10", "SAKHALIN TEN"),
        ("ALFA ONE", "ALFA 1"),
    ],
)
def test_a_number_in_words_may_be_that_in_figures(listed: str, typed: str) -> None:
    assert verdict(ship(listed), typed) is Verdict.POSSIBLE


@pytest.mark.parametrize("typed", ["FU YUAN YU7615", "FUYUANYU 7615", "Fu Yuan Yu 7615"])
def test_a_number_may_be_joined_to_its_word(typed: str) -> None:
    assert verdict(ship("FU YUAN YU 7615"), typed) is not Verdict.NO_MATCH


@pytest.mark.parametrize(
    ("listed", "typed"),
    [
        ("FU YUAN YU 7615", "FU YUAN YU7915"),
        ("SPARTA IV", "SPARTA 5"),
        ("SPARTA IV", "SPARTA III"),
        ("KUM UN SAN", "KUM UN SAN6"),
        ("DIAMOND II", "DIAMOND 3"),
        ("SOUTH HILL 5", "SOUTH HILL TWO"),
    ],
)
def test_a_number_that_differs_is_another_ship(listed: str, typed: str) -> None:
    assert verdict(ship(listed), typed) is Verdict.NO_MATCH


def test_a_numeral_that_the_list_lacks_may_be_a_title() -> None:
    assert verdict(firm("SONEX INVESTMENTS LTD."), "Sonex Investments Ltd. II") is Verdict.POSSIBLE


@given(st.integers(1, 39))
def test_every_number_has_its_numeral(number: int) -> None:
    assert as_digits(same_number(str(number))[0]) == str(number)


@pytest.mark.parametrize(
    ("listed", "typed"),
    [
        ("IRAN ELECTRONICS INDUSTRIES", "IRAN ELECTRONICS INDS"),
        ("HAFIZ DARYA SHIPPING", "Hafiz Darya Shpg"),
        ("LUKOIL OIL COMPANY", "LUKOIL OIL COMP"),
        ("LUKOIL OIL COMPANY", "LUKOIL OIL COY"),
        ("EXPOBANK JOINT STOCK COMPANY", "Expobank Jt Stk Co"),
        ("MASHPRIBORINTORG LIMITED LIABILITY COMPANY", "Mashpriborintorg Ltd Liab Co"),
        ("KHATAM FOUNDATION", "KHATAM FDN"),
        ("RADAN INTERNATIONAL TRADING", "RADAN INT'L TRDG"),
        ("NIA INTERNATIONAL", "NIA INT."),
        ("FULMEN GROUP", "FULMEN GR."),
        ("GLOBAL RELIEF FOUNDATION, INC.", "GLOBAL RELIEF F'DATION, INC."),
        ("EUROPEAN INSTITUTE JUSTO", "EUROPEAN INST'E JUSTO"),
        ("RAVEN INTERNATIONAL TRADE LIMITED", "RAVEN I'NATIONAL TRADE LIMITED"),
        ("STATE UNITARY ENTERPRISE STATE GRAIN OPERATOR", "STATE UNITARY ENTRPRSE STATE GRAIN OPERATOR"),
    ],
)
def test_stock_words_and_legal_forms_may_be_abbreviated(listed: str, typed: str) -> None:
    assert verdict(firm(listed), typed) is not Verdict.NO_MATCH


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        *(("ind", "industries"), ("mgmt", "management"), ("svcs", "services"), ("tech", "technology"), ("gr", "group")),
        *(("inste", "institute"), ("fdation", "foundation"), ("insce", "insurance")),
    ],
)
def test_an_abbreviation_begins_as_its_word_and_goes_on_in_order(short: str, whole: str) -> None:
    assert abbreviates(short, whole)


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        *(("dni", "industries"), ("gmt", "management"), ("trade", "trading"), ("in", "industries")),
        *(("ting", "trading"), ("marine", "maritime"), ("inal", "international"), ("pion", "production")),
    ],
)
def test_other_letters_or_another_order_are_no_abbreviation(short: str, whole: str) -> None:
    assert not abbreviates(short, whole)


def test_an_abbreviated_stock_word_alone_finds_nobody() -> None:
    assert verdict(firm("MARITIME TRADING"), "MAR TRDG") is Verdict.NO_MATCH


@pytest.mark.parametrize("typed", ["R O S N E F T", "R.O.S.N.E.F.T.", "I R I S L", "I.R.I.S.L."])
def test_letters_apart_are_one_word(typed: str) -> None:
    index = Index.build([a_listing("ROSNEFT"), a_listing("IRISL", entity_id="ofac-2")])
    assert verdict(index, typed) is Verdict.LISTED


@pytest.mark.parametrize(
    ("listed", "typed"),
    [
        ("XU, Xiaoming", "Xiaoming Hsu"),
        ("ZHANG, Keping", "Chang Keping"),
        ("CAI, Guohua", "Tsai Guohua"),
        ("WU, Peng", "Ng Peng"),
        ("RI, Pyong Chol", "Lee Pyong Chol"),
        ("PAK, Yong Sik", "Park Yong Sik"),
        ("CHOE, Ryong Hae", "Choi Ryong Hae"),
        ("KIM, Jong Un", "Kim Chong Un"),
        ("KIM, Jong Un", "Kim Jung Eun"),
        ("RYU, Kyong Il", "Yoo Kyong Il"),
        ("CHON, Il Ho", "Jeon Il Ho"),
        # as Russian writes them
        ("ZHENG, Guanghua", "Chzhen Guanghua"),
        ("ZHANG, Chunxian", "Chzhan Chunxian"),
        ("XU, Xiaoming", "Syuy Xiaoming"),
        ("HUANG, Sheng Zhen", "Khuan Sheng Zhen"),
        ("CHOE, Un Hyok", "Tsoi Un Hyok"),
        ("HWANG, Su Man", "Su Man Khvan"),
        ("KO, Il Hwan", "Il Hwan Kogay"),  # as Koreans of Russia are called
        ("YU, Jin", "Jin Yugai"),
        ("SO, Myong", "Shegay Myong"),
        # as Dutch wrote them, and as Vietnam does
        ("ZHANG, Chunxian", "Tjong Chunxian"),
        ("LIN, Jinghe", "Jinghe Liem"),
        ("CHEN, Dong", "Tjhin Dong"),
        ("WANG, Tianmin", "Vuong Tianmin"),
        ("WEI, Lin Na", "Lin Na Nguy"),
    ],
)
def test_a_surname_may_be_romanised_in_another_way(listed: str, typed: str) -> None:
    assert verdict(Index.build([a_person(listed)]), typed) is Verdict.POSSIBLE


@pytest.mark.parametrize(
    ("listed", "typed"), [("LI, Xiaoming", "Lee Jingyao"), ("CHOE, Un Jong", "Choi Do Yun"), ("XU, Wei", "Hsu Jian")]
)
def test_another_given_name_is_another_person(listed: str, typed: str) -> None:
    assert verdict(Index.build([a_person(listed)]), typed) is Verdict.NO_MATCH


@pytest.mark.parametrize("common", ["chen", "yan", "khan", "van", "den"])
def test_a_syllable_that_is_written_elsewhere_too_is_not_taken_for_the_russian_way(common: str) -> None:
    assert other_spellings(common).isdisjoint({"cheng", "yang", "han", "hang", "wang", "deng"})


def test_other_romanisations_are_never_the_word_itself() -> None:
    for word in ("li", "jong", "xu", "park", "un"):
        assert word not in other_spellings(word)
    assert korean_spellings("rosneft") == frozenset()
