"""Which other words a typed word may stand for, though their letters say little of it: a number in the other
numerals, a
word abbreviated, a name in another romanisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.screening.weights import WORD_ROMANISED, WORD_SHORT
from bot.screening.words.abbreviations import Vocabulary
from bot.screening.words.legal_forms import FORMS
from bot.screening.words.normalise import NOT_FIRST
from bot.screening.words.numerals import as_digits, same_number
from bot.screening.words.romanisation import other_spellings
from bot.screening.words.spelling import How
from bot.screening.words.weak_words import STOCK_WORDS

LONGEST_WHOLE = 18  # letters of a word that is abbreviated; forms of several words are kept as one


class Kin(NamedTuple):
    text: str
    value: float
    how: How


def vocabulary_of(frequent: Iterable[str] = ()) -> Vocabulary:
    """Words that people abbreviate: stock words, words of legal forms, and `frequent` ones."""
    of_forms = [word for form in FORMS for word in form if len(word) >= 5]
    others = [word for word in frequent if len(word) <= LONGEST_WHOLE]
    return Vocabulary([*_shorter_first(STOCK_WORDS), *_shorter_first([*of_forms, *others])])


def _shorter_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (len(word), word))


STANDARD = vocabulary_of()


def kin_of(word: str, vocabulary: Vocabulary = STANDARD) -> Iterator[Kin]:
    """The other words that a plain word may stand for."""
    for number in same_number(word):
        yield Kin(number, 1.0, How.EQUAL)
    if as_digits(word):
        return
    for whole in (*vocabulary.meant_by(word), *NOT_FIRST.get(word, ())):
        yield Kin(whole, WORD_SHORT, How.SHORT)
    for other in other_spellings(word):
        yield Kin(other, WORD_ROMANISED, How.ROMANISED)
