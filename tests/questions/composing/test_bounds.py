"""Where a name begins and ends, by the words about it."""

from __future__ import annotations

import pytest

from bot.questions.spotting.beside import is_abbreviation, may_be_one, with_around
from bot.questions.spotting.items import spotted
from bot.questions.spotting.names import NO_NAMES, ListedNames
from bot.questions.spotting.parties import parties_in
from bot.questions.spotting.sheet import PartySpan, Row
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def names_of(text: str, listed: ListedNames = NO_NAMES) -> tuple[Row, list[PartySpan]]:
    row = spotted(text, NOON.date(), VOCABULARY)
    return row, parties_in(row, listed)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("is zorblax sanctioned", True),
        ("is zorblax quuxly sanctioned", True),
        ("is zorblax quuxly frobnitz sanctioned", True),  # known words stand about it
        ("zorblax quuxly frobnitz trundle", True),  # it is all that is said
        ("is zorblax quuxly frobnitz trundle wibble sanctioned", False),  # five are a sentence
        ("is the zorblax quuxly frobnitz sanctioned", False),  # "the" begins a description
        ("is the zorblax quuxly holding sanctioned", True),  # a word of firms ends it
        ("is a zorblax sanctioned", False),  # a thing
    ],
)
def test_words_in_small_letters_may_be_one_name(text: str, may: bool) -> None:
    row, spans = names_of(text)
    assert [may_be_one(span, row, spans) for span in spans] == [may]


@pytest.mark.parametrize(
    ("text", "may"), [("wht about zorblax", [False, True]), ("zrx, zorblax", [True, True]), ("zrx", [True])]
)
def test_three_letters_beside_another_name_are_rather_a_typing_error(text: str, may: list[bool]) -> None:
    row, spans = names_of(text)
    assert [may_be_one(span, row, spans) for span in spans] == may


@pytest.mark.parametrize(("text", "so"), [("what is ZQX", True), ("what is UKRAINA", False), ("what is Zqx", False)])
def test_a_few_capitals_are_an_abbreviation(text: str, so: bool) -> None:
    _, spans = names_of(text)
    assert [is_abbreviation(span) for span in spans] == [so]


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("is bank zorblax iran sanctioned", ["bank zorblax iran"]),
        ("check institute of zorblax and time please", ["institute of zorblax and time"]),
        ("zorblax and quuxly", ["zorblax and quuxly"] * 2),  # two names, or one with a word that nobody knows
        ('is "zorblax" bank listed', [""]),  # a quotation says what is meant
    ],
)
def test_what_may_be_of_a_name_is_kept_beside_it(text: str, around: list[str]) -> None:
    row, spans = names_of(text)
    assert [span.subject.within for span in with_around(spans, row)] == around


def test_a_listed_name_beside_it_is_another(listed: ListedNames) -> None:
    row, spans = names_of("is zorblax bank Rosneft listed", listed)
    assert "Rosneft" not in with_around(spans, row)[0].subject.within
