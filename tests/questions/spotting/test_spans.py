"""Measures, identifiers, countries, kinds of party and days in a text; each from its table."""

from __future__ import annotations

from datetime import date

import pytest

from bot.questions.spotting.days import PHRASE, Dated, ahead, as_moment, dated, is_ambiguous, later, read_day
from bot.questions.spotting.items import spotted
from bot.questions.spotting.lexicon import KINDS
from bot.questions.spotting.places import COUNTRIES, Country
from bot.questions.spotting.sheet import Sheet, Sort, beginnings
from bot.sanctions.party import Schema
from tests.conftest import NOON
from tests.questions.words import VOCABULARY

MONDAY = date(2026, 11, 23)


def values(text: str, sort: Sort) -> list[object]:
    return [item.value for item in spotted(text, NOON.date(), VOCABULARY).items if item.sort is sort]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("what is the oil price cap?", ("oil-price-cap-crude", "oil-price-cap-products")),
        ("the cap on diesel", ("oil-price-cap-products",)),
        ("SSI directive 4", ("ssi-directive-4",)),
        ("directive 2", ("ssi-directive-2", "eo14024-directive-2")),
        ("eo 14024 directive 3", ("eo14024-directive-3",)),
        ("crude bought at $50", ("oil-price-cap-crude",)),
    ],
)
def test_measures_by_what_people_call_them(text: str, ids: tuple[str, ...]) -> None:
    assert values(text, Sort.MEASURES) == [ids]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("IMO 9253325", ("imo", "9253325")),
        ("INN 7706107510", ("tax_id", "7706107510")),
        ("SWIFT: SABRRUMM", ("bic", "SABRRUMM")),
        ("SABRRUMM", ("bic", "SABRRUMM")),
        ("0x098B716B8Aaf21512996dC57EB0615e2383E2f96", ("wallet", "0x098B716B8Aaf21512996dC57EB0615e2383E2f96")),
    ],
)
def test_identifiers_say_what_they_are_or_can_be_nothing_else(text: str, number: tuple[str, str]) -> None:
    assert values(text, Sort.NUMBER) == [number]


@pytest.mark.parametrize("text", ["IBAN DE89370400440532013000", "H.R. 1234", "AKTSIONERNOE OBSHCHESTVO"])
def test_accounts_bills_and_words_of_names_identify_nobody(text: str) -> None:
    assert values(text, Sort.NUMBER) == []


def test_a_birth_date_is_a_day_a_month_or_a_year() -> None:
    assert values("Ivan Ivanov born 12 March 1960", Sort.BORN) == ["1960-03-12"]
    assert [read_day("1956"), read_day("March 1960"), read_day("12 March")] == ["1956", "1960-03", ""]


@pytest.mark.parametrize(
    ("text", "name", "people"),
    [("Acme Ltd, Cyprus", "Cyprus", False), ("a Russian citizen", "Russia", True), ("из России", "Russia", False)],
)
def test_countries_by_name_and_by_people(text: str, name: str, people: bool) -> None:
    assert values(text, Sort.COUNTRY) == [Country(name, people)]


def test_every_country_of_the_table_is_spotted() -> None:
    assert [name for name in sorted(COUNTRIES) if not values(f"Acme Ltd ({name.title()})", Sort.COUNTRY)] == []


def test_kinds_of_party_have_the_type_that_lists_give_or_words_of_names() -> None:
    assert KINDS["tankers"].schema is Schema.VESSEL
    assert (KINDS["banks"].schema, KINDS["banks"].words) == (
        Schema.LEGAL_ENTITY,
        ("bank", "banka", "banque", "banco", "-bank"),
    )
    assert KINDS["олигархи"].called == "oligarchs"
    assert KINDS["parties"].schema is None
    assert KINDS["entities"].schema is Schema.LEGAL_ENTITY


def spot(text: str, today: date) -> list[Dated]:
    return [found for match in PHRASE.finditer(text) if (found := dated(match, today))]


def test_each_phrase_of_time_has_one_meaning() -> None:
    (since,) = spot("what changed since March 1?", MONDAY)
    assert (since.period.since, since.period.until) == (date(2026, 3, 1), None)
    (last,) = spot("who was added last week", MONDAY)
    assert (last.period.since, last.period.until) == (date(2026, 11, 16), date(2026, 11, 22))
    (on,) = spot("on 24 February 2022", MONDAY)
    assert as_moment(on.period, MONDAY) == date(2022, 2, 24)
    (slashed,) = spot("on 1/3/2022", MONDAY)
    assert is_ambiguous(slashed.period) == "I read 1/3/2022 as 3 January 2022, month first."
    assert spot("on 30 February 2022", MONDAY) == []


@pytest.mark.parametrize("text", ["в мае", "за неделю", "Montag", "hier", "q3 2025", "цього тижня", "since friday"])
def test_no_phrase_of_time_is_passed_over_because_of_how_it_begins(text: str) -> None:
    assert bool(values(text, Sort.DATE)) == bool(spot(text, NOON.date()))


def test_what_lies_ahead() -> None:
    assert ahead("Monday", MONDAY) == date(2026, 11, 30)
    assert ahead("1 December", MONDAY) == date(2026, 12, 1)
    assert ahead("1 March", MONDAY) == date(2027, 3, 1)
    assert ahead("the new guy is back", MONDAY) is None
    assert later(MONDAY, "two", "weeks") == date(2026, 12, 7)
    assert later(MONDAY, "a", "month") == date(2026, 12, 23)
    assert later(MONDAY, "some", "weeks") is None


def test_a_sheet_marks_each_place_once_and_keeps_all_places() -> None:
    sheet = Sheet("option B, option C")
    sheet.mark(Sort.OPTIONS, [(0, 8, ("B",))])
    assert sheet.text == Sort.OPTIONS.value * 8 + ", option C"
    assert sheet.whole == "option B, option C"
    assert sheet.may_hold(beginnings(["optional"]))
    assert not sheet.may_hold(beginnings(["Russia"]))
    assert not sheet.has_digits
