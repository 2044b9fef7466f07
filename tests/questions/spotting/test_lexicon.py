"""The data files of words."""

from __future__ import annotations

import pytest

from bot.questions.spotting.lexicon import LANGUAGES, lexicon, read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_found(language: str) -> None:
    words = lexicon()
    for part, phrases in read(language).items():
        for phrase in phrases:
            typed = phrase.replace("*", "").casefold().replace("ё", "е").split()
            assert (len(typed), part) in list(words.at(typed, 0)), phrase


def test_a_stem_stands_for_any_ending_and_a_word_for_itself() -> None:
    words = lexicon()
    assert words.knows("санкциями")
    assert words.knows("sanctioned")
    assert not words.knows("gazprombank")
    assert not words.knows("дерипаска")
