"""Slips of a finger are read as the words they are near; names are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.ask import Vocabulary
from bot.questions.spotting.items import spotted
from bot.questions.spotting.names import NO_NAMES, ListedNames
from bot.questions.spotting.slips import mended
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def words(text: str, listed: ListedNames, vocabulary: Vocabulary = VOCABULARY) -> str:
    row = mended(spotted(text, NOON.date(), vocabulary), listed, vocabulary)
    return " ".join(item.word for item in row.items)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cna you chekc this", "can you check this"),
        ("a company calld so", "a company called so"),
        ("are they sanctiond", "are they sanctioned"),
        ("can i onbord them", "can i onboard them"),
        ("plewse check", "please check"),
        ("кторый из них", "который из них"),
    ],
)
def test_a_slip_is_read_as_the_word_it_is_near(typed: str, meant: str, listed: ListedNames) -> None:
    assert words(typed, listed) == meant


@pytest.mark.parametrize(
    "typed",
    ["is sechin there", "check suex", "check zentrix", "pay clint", "check chekc ltd", "is Chekc on it", "all lints"],
)
def test_a_name_stays_what_it_is(typed: str, listed: ListedNames) -> None:
    """One that a list has, a given name, one before a legal form or with a capital."""
    assert words(typed, listed) == typed.casefold()


def test_the_text_stays_as_it_was_typed(listed: ListedNames) -> None:
    row = mended(spotted("chekc rosneft", NOON.date(), VOCABULARY), listed, VOCABULARY)
    assert [item.text for item in row.items] == ["chekc", "rosneft"]
    assert "screen" in row.parts[0]


@given(st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёqwertyuiopasdfghjklzxcvbnmßñéü", min_size=3, max_size=9))
def test_no_word_of_any_keyboard_is_too_strange_to_be_read(word: str) -> None:
    spotted(f"{word} платіж", NOON.date(), VOCABULARY)
    assert mended(spotted(word, NOON.date(), VOCABULARY), NO_NAMES, VOCABULARY).items
