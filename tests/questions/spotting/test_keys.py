"""Which letters of a text are keys of options, and which initials, headings and articles."""

from __future__ import annotations

from datetime import date

import pytest

from bot.questions.ask import Vocabulary
from bot.questions.spotting.items import spotted
from bot.questions.spotting.sheet import Sort

OPTIONS = Vocabulary(options=("A", "B", "C"))


def keys_in(text: str) -> list[str]:
    row = spotted(text, date(2026, 11, 23), OPTIONS)
    return [key for item in row.items if item.sort is Sort.OPTIONS for key in item.value]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("A vs B", ["A", "B"]),
        ("would Rosneft be in B", ["B"]),
        ("does b take her off", ["B"]),
        ("compare a and c", ["A", "C"]),
        ("if A comes in, is Rosneft free?", ["A"]),
    ],
)
def test_a_letter_is_a_key_where_relief_is_spoken_of(text: str, keys: list[str]) -> None:
    assert keys_in(text) == keys


@pytest.mark.parametrize(
    "text",
    [
        "Senin V. B. sanctioned?",
        "Annex B: Interpal",
        "series A shares of Gazprombank",
        "A/S Maersk",
        "A certain Petrov called",
    ],
)
def test_initials_headings_forms_and_articles_are_none(text: str) -> None:
    assert keys_in(text) == []
