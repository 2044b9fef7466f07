"""A text as items: words, spans that say something by themselves, and the acts of its words."""

from __future__ import annotations

import pytest

from bot.questions.spotting.items import spotted
from bot.questions.spotting.sheet import Row, Sort
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def row(text: str) -> Row:
    return spotted(text, NOON.date(), VOCABULARY)


def spans(text: str, sort: Sort) -> list[object]:
    return [item.value for item in row(text).items if item.sort is sort]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("A vs B", ["A", "B"]),
        ("and C?", ["C"]),
        ("compare a and b", ["A", "B"]),
        ("A and B Shipping", []),  # of a name
        ("A certain Petrov called", []),  # an article
        ("is A Petrov listed", []),
    ],
)
def test_a_letter_is_an_option_where_no_name_and_no_article_can_stand(text: str, keys: list[str]) -> None:
    assert [key for value in spans(text, Sort.OPTIONS) for key in value] == keys  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('is "Marks and Spencer" listed', ["Marks and Spencer"]),
        ('they wrote "we can not pay you"', []),
        ("'May Trading'?", ["May Trading"]),
    ],
)
def test_a_quotation_names_where_it_is_no_sentence(text: str, named: list[str]) -> None:
    assert spans(text, Sort.QUOTED) == named


def test_what_ends_a_name_stands_before_the_item_behind_it() -> None:
    items = row("Acme Ltd. and Beta; Gamma, Delta").items
    apart = {item.text: (item.apart, item.after_comma) for item in items}
    assert apart["and"] == (False, False)  # the stop of a form ends nothing
    assert apart["Gamma"] == (True, False)
    assert apart["Delta"] == (True, True)


def test_the_longest_phrase_plays_its_parts_at_each_of_its_words() -> None:
    found = row("who is on the list")
    at = next(at for at, item in enumerate(found.items) if item.word == "on")
    assert "listed" in found.parts[at]
    assert "listed" in found.parts[at + 2]


def test_a_possessive_is_none_of_the_word() -> None:
    assert [item.text for item in row("Usmanov's yacht").items] == ["Usmanov", "yacht"]


def test_taken_off_a_list_is_removed() -> None:
    found = row("was Rosneft taken off the SDN list")
    at = next(at for at, item in enumerate(found.items) if item.word == "taken")
    assert "removed" in found.parts[at]


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("IS ROSNEFT SANCTIONED OR NOT", False),  # a sentence: its capitals say nothing
        ("CAN WE PAY VOLGA SHIPPING LLC", False),
        ("ПРОВЕРЬТЕ СУДНО NS CHAMPION ПЕРЕД ФРАХТОМ", False),
        ("ROSNEFT OIL COMPANY", True),
        ("ALL STAR CAN COMPANY LTD", True),  # a name whatever its words are, up to a legal form
        ("SMIC = SDN?", True),
        ("is ROSNEFT OIL sanctioned?", False),
    ],
)
def test_capitals_say_something_where_the_text_is_no_sentence(text: str, shouted: bool) -> None:
    assert row(text).shouted is shouted


def test_a_name_in_capitals_within_small_letters_keeps_them() -> None:
    assert [item.text for item in row("is ROSNEFT OIL sanctioned?").items][1:3] == ["ROSNEFT", "OIL"]
