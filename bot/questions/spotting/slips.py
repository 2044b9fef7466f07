"""Words that a slip of a finger made strange: "chekc", "calld", "sanctiond". They are read as what they were meant to
be, so that none of them is taken for a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import inf

from rapidfuzz.distance import OSA

from bot.questions.ask import Vocabulary
from bot.questions.spotting.items import row_of, with_keys
from bot.questions.spotting.lexicon import KINDS, common_english, is_common, is_given, is_known, lexicon, read, sets
from bot.questions.spotting.names import ListedNames
from bot.questions.spotting.sheet import Row
from bot.screening.words.weak_words import COMMON_WORDS

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_KEYS = {key: complex(at + row % 3 / 2, row) for row, keys in enumerate(_ROWS) for at, key in enumerate(keys)}
_BESIDE = 1.2  # of the width of a key: those to the left and right, above and below
_VOWELS, _TELLING = str.maketrans("", "", "aeiou"), 4  # consonants of a word that is told by them
_COMMONEST = 1e-3  # the share of a word of which the first letters change places
_COMMON = 3e-4  # the share of a short word of which a vowel is another or left out
_ALIKE = {*"aeiouy"}, {*"csz"}  # letters that are written for one another by their sound
_SHORTEST, _LONG = 3, 5  # letters: of the shorter ones two may have changed places, or a vowel is wrong


def mended(row: Row, listed: ListedNames, vocabulary: Vocabulary) -> Row:
    """`row` with slips read as the words they are near. None of a word that a list or a given name has, that stands
    before a legal form, or in capitals. Beside them keys of options may be told: "comapre B wiht C"."""
    near = {at: word for at, parts in enumerate(row.parts) if not parts and (word := _meant(row, at, listed))}
    if not near:
        return row
    items = [item.read_as(word=near.get(at)) for at, item in enumerate(row.items)]
    return row_of(row.text, with_keys(row.text, items, vocabulary))


def _meant(row: Row, at: int, listed: ListedNames) -> str:
    item = row.items[at]
    strange = item.small and item.word.isalpha() and len(item.word) >= _SHORTEST
    then = row.follows(at + 1)
    if not strange or is_known(item.word) or then.form or (then.generic and then.small and then.word not in KINDS):
        return ""
    word = _nearest(item.word)
    return word if word and not listed.bearers(item.text) else ""


@lru_cache(maxsize=20_000)
def _nearest(word: str) -> str:
    """The word of the lexicon that one slip makes to `word`, the likeliest slip first; "" for none."""
    if is_given(word):
        return ""
    near = [meant for meant in _beside(word) if OSA.distance(word, meant, score_cutoff=1) == 1]
    slip = _is_slip if len(word) >= _LONG else _has_its_consonants
    near = [meant for meant in near if slip(word, meant) or _has_changed(word, meant)]
    return min(near, key=lambda meant: _likely(word, meant), default="") or _without_vowels().get(_consonants(word), "")


def _consonants(word: str) -> str:
    """What is left of a word without its vowels, where that tells it from others; "" of too little."""
    left = word.translate(_VOWELS)
    return left if len(left) >= _TELLING else ""


@lru_cache(maxsize=1)
def _without_vowels() -> dict[str, str]:
    """English words that ask, by their consonants: "sanctnd", "blckd", "lstd"."""
    said = sorted({entry for own in read("en").values() for entry in own if entry.isalpha()}, key=len, reverse=True)
    return {left: word for word in said if (left := _consonants(word)) and lexicon().parts(word) & sets.OF_SENTENCES}


def _has_its_consonants(word: str, meant: str) -> bool:
    """Whether a short word is a common one but for a vowel: "mny", "undr", "meen"."""
    return word[0] == meant[0] and word.translate(_VOWELS) == meant.translate(_VOWELS) and is_common(meant, _COMMON)


def _is_slip(word: str, meant: str) -> bool:
    """Whether a letter typed for another lies beside it, or sounds as it does ("lisence"): "lints" is no slip of
    "lists". A letter that neither keyboard has lies beside none: "платіж"."""
    pairs = [pair for pair in zip(word, meant, strict=False) if pair[0] != pair[1]]
    near = (
        abs(_KEYS.get(a, inf) - _KEYS.get(b, 0)) <= _BESIDE or any({a, b} <= alike for alike in _ALIKE)
        for a, b in pairs
    )
    return len(word) != len(meant) or all(near)


def _has_changed(word: str, meant: str) -> bool:
    """Whether letters have changed places; the first, which a finger hardly misses, only of the commonest words and of
    those that ask: "hte", "hwo", and no "acme" for came."""
    first = word[0] == meant[0] or is_common(meant, _COMMONEST) or lexicon().parts(meant) - {"ordinary", "filler"}
    return bool(first) and sorted(meant) == sorted(word)


def _likely(word: str, meant: str) -> tuple[bool, bool, int]:
    """How likely a slip is, the likeliest first: letters that changed places, one left out, one too many, another."""
    acting = bool(lexicon().parts(meant) - {"ordinary", "filler"})
    return sorted(meant) != sorted(word), not acting, len(word) - len(meant) + 2 * (len(word) == len(meant))


def _beside(word: str) -> Sequence[str]:
    firsts = dict.fromkeys(word[:2])
    return [meant for first in firsts for size in (-1, 0, 1) for meant in _words().get((first, len(word) + size), ())]


@lru_cache(maxsize=1)
def _words() -> dict[tuple[str, int], tuple[str, ...]]:
    """English and Russian words of the lexicon, and the commonest of English, by their first letter and length."""
    said = {*KINDS, *(entry for language in ("en", "ru") for own in read(language).values() for entry in own)}
    said = (said | set(common_english()) - COMMON_WORDS) - sets.NAME_ENDS  # of these names are made: "utited world"
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for word in sorted(entry for entry in said if entry.isalpha() and len(entry) >= _SHORTEST):
        found[word[0], len(word)] = (*found.get((word[0], len(word)), ()), word)
    return found
