"""Abbreviated words: INDS for Industries, SHPG for Shipping, MGMT for Management. A rule, no table.

A short word abbreviates a long one where it begins as that does, and goes on with later letters of it in order,
consonants
alone. Which long words are abbreviated at all is for the caller to say: stock words, legal forms, and what many
names hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

SHORTEST, LONGEST = 2, 10  # letters of an abbreviation
LEAST_WHOLE, LEAST_LESS = 4, 2  # letters of a word that is abbreviated, and how many of them are left out
LEAST_BEGUN, LEAST_ENDING = 3, 5  # letters that a word and its contraction begin with, or end in
MOST = 8  # words that one abbreviation may stand for
VOWELS = frozenset("aeiou")


def abbreviates(short: str, whole: str) -> bool:
    """Whether people who save letters may write `short` for `whole`."""
    if not SHORTEST <= len(short) <= LONGEST or len(whole) - len(short) < LEAST_LESS or short[0] != whole[0]:
        return False
    begun = 0
    while begun < len(short) and short[begun] == whole[begun]:
        begun += 1
    rest = short[begun:]
    if not rest:
        return len(short) >= 3 or VOWELS.isdisjoint(short)
    if not VOWELS.isdisjoint(rest):
        return _is_contracted(begun, rest, whole)
    return _in_order(rest, whole[begun:]) or (rest == "s" and len(short) >= 4)  # INDS, of Industry: a plural of IND


def _is_contracted(begun: int, rest: str, whole: str) -> bool:
    """Whether what follows a common beginning ends as the whole does, vowels and all: INST'E, ENTRPRSE, F'DATION.
    Much must be left of the one or of the other, or it would as well be another word's."""
    ending = next((size for size in range(len(rest), 0, -1) if whole.endswith(rest[-size:])), 0)
    if not ending or (begun < LEAST_BEGUN and ending < LEAST_ENDING) or begun + ending > len(whole):
        return False
    between = rest[:-ending]
    return VOWELS.isdisjoint(between) and _in_order(between, whole[begun:-ending])


def _in_order(letters: str, whole: str) -> bool:
    at = 0
    for letter in letters:
        at = whole.find(letter, at) + 1
        if not at:
            return False
    return True


def _letters_in(word: str) -> int:
    """A bit for each letter that the word has, of 32."""
    bits = 0
    for letter in word.encode():
        bits |= 1 << (letter & 31)
    return bits


_Whole = tuple[int, str, int]  # the place of a long word among all, the word, and its letters


class Vocabulary:
    """The long words that may be abbreviated."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words`: those that are likelier meant first."""
        self._by_start: defaultdict[str, list[_Whole]] = defaultdict(list)
        self._by_ending: defaultdict[str, list[_Whole]] = defaultdict(list)
        for at, word in enumerate(dict.fromkeys(words)):
            if len(word) >= LEAST_WHOLE and word.isalpha():
                whole = at, word, _letters_in(word)
                for start in (word[0], word[:2]):
                    self._by_start[start].append(whole)
                self._by_ending[word[0] + word[-LEAST_ENDING:]].append(whole)

    def meant_by(self, short: str) -> list[str]:
        """The words that it may stand for, the likelier first: those that begin with it; at most MOST."""
        if not SHORTEST <= len(short) <= LONGEST:
            return []
        # One with vowels begins with two letters of its word, or ends as that does.
        likely = self._by_start.get(short[: 1 if VOWELS.isdisjoint(short[1:]) else 2], [])
        if alike := self._by_ending.get(short[0] + short[-LEAST_ENDING:]):
            likely = sorted({*likely, *alike})
        if not likely:
            return []
        letters = _letters_in(short.removesuffix("s"))  # most words lack one of them, which is told at once
        meant = [word for _, word, held in likely if not letters & ~held and abbreviates(short, word)]
        return sorted(meant, key=lambda word: not word.startswith(short))[:MOST]
