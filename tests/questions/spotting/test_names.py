"""Listed names in a text, endings and all."""

from __future__ import annotations

import pytest

from bot.questions.spotting.items import spotted
from bot.questions.spotting.lexicon import lexicon, spellings
from bot.questions.spotting.names import names_in
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Дерипаску", "Дерипаска"),
        ("Дерипаской", "Дерипаска"),
        ("Сбербанком", "Сбербанк"),
        ("Сбербанкові", "Сбербанк"),
        ("Роснефти", "Роснефть"),
        ("Роснефтью", "Роснефть"),
        ("Усманова", "Усманов"),
        ("Игоря", "Игорь"),
        ("Сергея", "Сергей"),
        ("Путиным", "Путин"),
    ],
)
def test_an_ending_is_undone(typed: str, name: str) -> None:
    assert name in spellings(typed)
    assert spellings(typed)[0] == typed


def test_latin_words_are_left_as_they_are() -> None:
    assert spellings("Sberbank") == ("Sberbank",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("can we pay Sberbank for oil", ["Sberbank"]),
        ("Алишера Усманова проверь", ["Алишер Усманов"]),
        ("payment to SOVCOMBANK failed", ["SOVCOMBANK"]),
        ("we had lunch by the sea", []),
    ],
)
def test_names_are_found_in_order(text: str, names: list[str], listed: Mentions) -> None:
    items = spotted(text, NOON.date(), VOCABULARY).items
    told = [not lexicon().knows(item.word) for item in items]
    assert [" ".join(found.spelt) for found in names_in(items, listed, told) if found.strong] == names
