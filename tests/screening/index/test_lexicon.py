"""The listed words that a typed one may mean: those that an exact comparison with every listed word would find."""

from __future__ import annotations

import pytest

from bot.screening.index.lexicon import Lexicon
from bot.screening.words.traits import traits_of

SOME_WORDS = "deripaska aleksandr oleksandr nikolaevna rahman mohammad salim rosneft gazprom gazprombank petrov 7885 o"
LISTED = SOME_WORDS.split()


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("deripasko", "deripaska"),  # one slip
        ("dreipaska", "deripaska"),  # two letters swapped
        ("sasha", "aleksandr"),  # a form of the name
        ("sasha", "oleksandr"),
        ("mykolaivna", "nikolaevna"),  # the father's name in another language
        ("rhmn", "rahman"),  # vowels left out
        ("salirn", "salim"),  # as scanning reads it
        ("rosnyeft", "rosneft"),
        ("7885", "7885"),
    ],
)
def test_a_typed_word_finds_the_listed_one(typed: str, listed: str) -> None:
    lexicon = Lexicon.of((word, False) for word in LISTED)
    assert lexicon.number(listed) in lexicon.variants([traits_of(typed)])[0].table


@pytest.mark.parametrize(("typed", "listed"), [("gazprom", "gazprombank"), ("7858", "7885"), ("olga", "o"), ("", "o")])
def test_another_word_is_not_found(typed: str, listed: str) -> None:
    lexicon = Lexicon.of((word, False) for word in LISTED)
    assert lexicon.number(listed) not in lexicon.variants([traits_of(typed)])[0].table


def test_a_word_in_arabic_letters_finds_the_latin_one_by_its_consonants() -> None:
    lexicon = Lexicon.of([("muhammad", False), ("mhmd", True), ("fazl", False), ("fadil", False)])
    assert len(lexicon.variants([traits_of("mhmd", True)])[0].table) == 2
    assert len(lexicon.variants([traits_of("fdzl", True)])[0].table) == 2  # read d by Arabs, z by Persians


@pytest.mark.parametrize("word", LISTED)
def test_words_that_were_looked_up_beforehand_mean_what_they_mean_when_looked_up(word: str) -> None:
    asked, kept = Lexicon.of((word, False) for word in LISTED), Lexicon.of((word, False) for word in LISTED)
    kept.keep(range(len(kept)))
    stored = Lexicon.read(kept.arrays())
    expected = asked.variants([traits_of(word)])[0]
    for lexicon in (kept, stored):
        found = lexicon.variants([traits_of(word)])[0]
        assert dict(found.table) == dict(expected.table)
        assert found.numbers.tolist() == expected.numbers.tolist()
        assert found.rated.tolist() == expected.rated.tolist()


def test_words_looked_up_beforehand_leave_room_for_those_of_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.screening.index.lexicon.MOST_HELD", 4)
    monkeypatch.setattr("bot.screening.index.lexicon.KEPT_AT_ONCE", 1)
    lexicon = Lexicon.of((word, False) for word in LISTED)
    lexicon.keep(range(len(lexicon)))
    assert 1 <= len(lexicon.arrays()["kept.words"]) < len(LISTED)
    assert lexicon.number("deripaska") in lexicon.variants([traits_of("deripasko")])[0].table
