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
MOST = 8  # words that one abbreviation may stand for
_VOWELS = frozenset("aeiou")


def abbreviates(short: str, whole: str) -> bool:
    """Whether people who save letters may write `short` for `whole`."""
    if not SHORTEST <= len(short) <= LONGEST or len(whole) - len(short) < LEAST_LESS or short[0] != whole[0]:
        return False
    begun = 0
    while begun < len(short) and short[begun] == whole[begun]:
        begun += 1
    rest = short[begun:]
    if not rest:
        return len(short) >= 3
    if not _VOWELS.isdisjoint(rest):
        return False
    at = begun
    for letter in rest:
        at = whole.find(letter, at) + 1
        if not at:
            return rest == "s" and len(short) >= 4  # INDS, of Industry: a plural of the abbreviation
    return True


class Vocabulary:
    """The long words that may be abbreviated."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_start: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words), key=lambda each: (len(each), each)):
            if len(word) >= LEAST_WHOLE and word.isalpha():
                self._by_start[word[0]].append(word)
                self._by_start[word[:2]].append(word)

    def meant_by(self, short: str) -> list[str]:
        """The words that it may stand for, the shortest first, at most MOST."""
        if not SHORTEST <= len(short) <= LONGEST:
            return []
        bare = _VOWELS.isdisjoint(short[1:])  # else its word begins with the same two letters
        return [word for word in self._by_start.get(short[: 1 if bare else 2], ()) if abbreviates(short, word)][:MOST]
