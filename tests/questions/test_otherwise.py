"""What else a name may be, where nobody is found by it as it was read."""

from __future__ import annotations

import pytest

from bot.questions.ask import Subject
from bot.questions.otherwise import (
    as_lists_call,
    body_of,
    in_nominative,
    otherwise,
    with_words_about,
    without_known_words,
    without_numbers,
)
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Trade and Investment Bank of Cyprus", ["Trade and Investment Bank"]),
        ("Gazprombank Luxembourg SA Luxembourg", ["Gazprombank Luxembourg SA"]),
        ("Iran Space Research Center", ["Space Research Center"]),
        ("Bank Rossiya", []),
        ("Syria", []),
        ("Trade Syria", []),
    ],
)
def test_a_country_at_an_end_may_be_no_part_of_a_name(name: str, others: list[str]) -> None:
    assert [other.name for other in otherwise(Subject(name))] == others


def test_a_country_at_an_end_says_whose_the_name_is() -> None:
    (bank,) = otherwise(Subject("Foreign Trade Bank of Vietnam"))
    (ministry,) = otherwise(Subject("Ukraine Ministry of Defence"))
    assert (bank.name, bank.country) == ("Foreign Trade Bank", "Vietnam")
    assert (ministry.name, ministry.country) == ("Ministry of Defence", "Ukraine")


def test_the_words_about_a_name_may_be_of_it_on_either_side() -> None:
    inner = Subject("state secuurity", within="ministry of state secuurity está")
    outer = Subject("keshavrzi", within="bank keshavrzi")
    assert list(with_words_about(inner)) == [
        "ministry of state secuurity está",
        "ministry of state secuurity",
        "state secuurity está",
    ]
    assert list(with_words_about(outer)) == ["bank keshavrzi"]
    assert not list(with_words_about(Subject("Rosneft")))


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("status sberbnk pjsc", ["sberbnk pjsc"]),
        ("watch this space ltd", ["this space ltd"]),
        ("Status Sberbnk PJSC", []),
        ("sberbnk pjsc", []),
        ("status zentrix", []),
    ],
)
def test_a_first_word_in_small_letters_that_asks_may_be_no_part_of_a_name(name: str, others: list[str]) -> None:
    assert [other.name for other in otherwise(Subject(name))] == others


def test_in_a_series_no_name_is_of_the_words_of_another() -> None:
    asked = understand("check Kalashnikov, Almaz-Antey, Zelnorin", NOON, VOCABULARY).first
    assert [(subject.name, subject.within) for subject in asked.subjects] == [
        ("Kalashnikov", ""),
        ("Almaz-Antey", ""),
        ("Zelnorin", ""),
    ]


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("Iranian central bank", "central bank of the Islamic Republic of Iran"),
        ("Russian finance ministry", "ministry of finance of the Russian Federation"),
        ("Iran's oil ministry", "ministry of petroleum"),
        ("post bank of Russia", "Russian post bank"),
        ("north korean foreign ministry", "ministry of foreign affairs of the Democratic People's Republic of Korea"),
        ("Burma's timber enterprise", "Myanma timber enterprise"),
        ("Belarusian state security committee", "state security committee of the Republic of Belarus"),
    ],
)
def test_a_body_of_a_state_is_looked_for_as_lists_call_it(said: str, listed: str) -> None:
    body = body_of(said)
    assert body
    assert listed.casefold() in [other.name.casefold() for other in as_lists_call(body)]


@pytest.mark.parametrize("name", ["Peresvet central bank", "Iranian oil", "Russia", "Bank Rossiya", "Iran Air"])
def test_other_names_are_of_no_body(name: str) -> None:
    assert body_of(name) is None


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("Melnitschenkos", ["Melnitschenko"]),
        ("AEROS", []),
        ("Gess", []),
        ("Systems", []),
        ("kovalchuks", ["kovalchuk"]),
        ("systems", []),
        ("Ковальчуки", ["Ковальчука", "Ковальчук", "Ковальчуко", "Ковальчукь", "Ковальчукя"]),
        ("Открытия", ["Открытий", "Открытие", "Открытиь"]),
    ],
)
def test_an_ending_of_a_case_is_left_off(name: str, without: list[str]) -> None:
    assert list(in_nominative(name)) == without


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("Rostec Still Sanctioned", ["Rostec"]),
        ("Hat Rostec", ["Rostec"]),
        ("Rostec OK and Novikombank OK", ["Rostec", "Novikombank"]),
        ("Rostec", []),
        ("Rostec Still GmbH", []),
        ("Rostec and", ["Rostec"]),
        ("and", []),
        ("and or", []),
        ("", []),
    ],
)
def test_known_words_at_the_ends_may_be_no_part_of_a_name(name: str, without: list[str]) -> None:
    assert list(without_known_words(Subject(name))) == without


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("1 Orion Star", ["Orion Star"]),
        ("1.Sparrow Trading FZE", ["Sparrow Trading FZE"]),
        ("A-11 Congo Futur", ["Congo Futur"]),
        ("Party 2 Orion Star", ["Orion Star", "2 Orion Star"]),
        ("Sparrow Trading FZE 1,200", ["Sparrow Trading FZE"]),
        ("Osprey Valve Inc..........20", ["Osprey Valve Inc"]),
        ("C-1002 Long Xing 802", ["Long Xing 802", "C-1002 Long Xing", "Long Xing"]),
        ("Port Olya-2", []),
        ("Orion 5 Star", []),
        ("Orion Star", []),
        ("3M", []),
    ],
)
def test_a_number_at_an_end_may_be_no_part_of_a_name(name: str, without: list[str]) -> None:
    assert list(without_numbers(Subject(name))) == without
