"""Where every word has a capital, those of a sentence are read as in small letters, and the names keep theirs."""

from __future__ import annotations

import pytest

from bot.questions.spotting.capitals import with_small_words
from bot.questions.spotting.items import spotted
from bot.questions.spotting.names import ListedNames
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def written(text: str, listed: ListedNames) -> str:
    row = with_small_words(spotted(text, NOON.date(), VOCABULARY), listed)
    return " ".join(item.text for item in row.items)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("SABITI URGENT", "SABITI urgent"),
        ("HI SABITI", "hi SABITI"),
        ("Rosneft Payment", "Rosneft payment"),
        ("ROSNEFT THANKS", "ROSNEFT thanks"),
        ("SALE OF SABITI TO HANSEN SHIPPING", "SALE of SABITI to HANSEN SHIPPING"),
        ("ZORBLAX ASAP", "ZORBLAX asap"),
    ],
)
def test_what_a_sentence_says_beside_a_name_is_in_small_letters(typed: str, read: str, listed: ListedNames) -> None:
    assert written(typed, listed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "GAZPROM NEFT SHELF",  # a listed name
        "Adyen Payments",  # what a firm does is of its name
        "Zorblax Trading LLC",
        "Rosneft payment",  # small letters tell them apart
        "ROSNEFT",
    ],
)
def test_a_name_keeps_its_capitals(typed: str, listed: ListedNames) -> None:
    assert written(typed, listed) == typed
