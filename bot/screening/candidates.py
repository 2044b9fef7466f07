"""The few dozen listed names worth a close look, out of all: by their words, and by their letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.screening.naming import Namer, Naming, Word
from bot.screening.vocabulary import Grams, Ids, Vocabulary
from bot.screening.words import Role

MOST = 64  # names looked at closely
_LIGHT = (Role.FORM, Role.PARTICLE, Role.TITLE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Candidates:
    """Finds listed names by number. The order of the names changes nothing but the numbers."""

    def __init__(self, namings: Sequence[Naming], namer: Namer) -> None:
        self._namer = namer
        self.vocabulary = Vocabulary(word for naming in namings for word in naming.words)
        holders: list[int] = []
        held: list[int] = []
        compact: defaultdict[str, list[int]] = defaultdict(list)
        for at, naming in enumerate(namings):
            numbers = {self.vocabulary.number[word.text] for word in naming.words}
            holders.extend([at] * len(numbers))
            held.extend(numbers)
            compact[naming.compact].append(at)
        order = np.argsort(np.array(held, dtype=np.int64), kind="stable")
        self._names: Ids = np.array(holders, dtype=np.int32)[order]
        counts = np.bincount(np.array(held, dtype=np.int64), minlength=len(self.vocabulary.words))
        self._starts = np.concatenate([[0], np.cumsum(counts)]).tolist()
        self._counts = counts.tolist()
        self._weights = np.array([sum(word.weight for word in naming.words) for naming in namings], dtype=np.float64)
        self._initials = np.array([_initials(naming.words) for naming in namings], dtype=np.int64)
        self._compact = dict(compact)
        self._letters = Grams([naming.compact for naming in namings])
        self._scale = np.log(max(len(namings), 2))

    def held_by(self, text: str) -> Ids:
        """The names that hold the word."""
        at = self.vocabulary.number.get(text)
        return self._names[:0] if at is None else self._names[self._starts[at] : self._starts[at + 1]]

    def by_words(self, asked: Naming) -> list[int]:
        """The names that hold the words of `asked` or words like them, the most promising MOST."""
        if not len(self._weights):
            return []
        solid = [word for word in asked.words if word.role not in _LIGHT] or list(asked.words)
        solid += self._apart(solid) + self._together(asked.words)
        got = np.zeros(len(self._weights))
        line = np.zeros(len(self._weights))
        for word in solid:
            self._add(word, got, line)
        near = np.flatnonzero(got > 0.4 * got.max()) if got.any() else np.zeros(0, dtype=np.int64)
        promise = got[near] - 0.1 * self._weights[near] + self._initials_fit(asked, near)
        if len(near) > MOST:
            near = near[np.argpartition(-promise, MOST)[:MOST]]
        return sorted({*near.tolist(), *self._compact.get(asked.compact, [])[:MOST]})

    def by_letters(self, asked: Naming) -> list[int]:
        """The names whose letters, spaces apart, share the most pieces with those of `asked`."""
        return self._letters.nearest(asked.compact, 24, 0.5).tolist() if len(asked.compact) >= 5 else []

    def _add(self, word: Word, got: NDArray[np.float64], line: NDArray[np.float64]) -> None:
        touched = []
        for at, value in self.vocabulary.variants(word):
            names = self._names[self._starts[at] : self._starts[at + 1]]
            rarity = 1 - 0.5 * np.log(max(self._counts[at], 1)) / self._scale
            line[names] = value * word.weight * rarity
            touched.append(names)
        if touched:
            got += line
            line[np.concatenate(touched)] = 0.0

    def _initials_fit(self, asked: Naming, near: NDArray[np.int64]) -> NDArray[np.float64]:
        fits = np.zeros(len(near))
        for word in asked.words:
            if len(word.text) == 1 and word.text in _LETTERS:
                fits += 0.4 * ((self._initials[near] >> _LETTERS.index(word.text)) & 1)
        return fits

    def _apart(self, words: Sequence[Word]) -> list[Word]:
        """Listed words that an unlisted one may be run together of."""
        known = self.vocabulary.number
        parts: list[Word] = []
        for word in words:
            if len(word.text) < 6 or word.text in known:
                continue
            for cut in range(2, len(word.text) - 1):
                one, other = word.text[:cut], word.text[cut:]
                if one in known and other in known and (len(one) > 3 or len(other) > 3):
                    parts += [self.vocabulary.words[known[one]], self.vocabulary.words[known[other]]]
        return parts[:12]

    def _together(self, words: Sequence[Word]) -> list[Word]:
        """Listed words that two neighbours may be the halves of."""
        known = self.vocabulary.number
        joined = (one.text + other.text for one, other in pairwise(words))
        return [self.vocabulary.words[known[text]] for text in joined if text in known][:8]


def _initials(words: Sequence[Word]) -> int:
    mask = 0
    for word in words:
        if word.text[0] in _LETTERS:
            mask |= 1 << _LETTERS.index(word.text[0])
    return mask
