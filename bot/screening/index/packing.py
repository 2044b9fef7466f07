"""The words of listed names as flat arrays have them: which word, which part it plays, and what names weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.screening.flat import Arrays, Ids, starts_of
from bot.screening.index.lexicon import Lexicon
from bot.screening.words.legal_forms import KINDS
from bot.screening.words.naming import weight_of
from bot.screening.words.parts import Part
from bot.screening.words.weak_words import ROLE_FORM, ROLES

_ROLE, FAMILY = 0x0F, 0x80  # bits of a word's part, beside 3 of the kind of form
_LIGHT = np.array([role.light for role in ROLES])
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class PackedParts:
    """The parts of listed names as arrays have them. Names share parts: what is asked of one is asked once."""

    def __init__(self, parts: Sequence[Sequence[Part]], arabic: Sequence[bool]) -> None:
        """`parts`: those of each name; `arabic`: of each name, whether it is in Arabic letters."""
        self.counts = np.array([len(made) for made in parts], dtype=np.int64)
        every = [*chain.from_iterable(parts)]
        keys = np.fromiter(map(id, every), dtype=np.int64, count=len(every)) << 1  # all are held: no two have one id
        keys |= np.array(arabic, dtype=np.int64).repeat(self.counts)
        keys, first, self._at = np.unique(keys, return_index=True, return_inverse=True)
        self._parts = [every[at] for at in first.tolist()]
        self._arabic: list[bool] = (keys & 1).astype(np.bool_).tolist()
        bits = [role.at | KINDS.index(kind) << 4 | FAMILY * family for _, role, kind, family in self._parts]
        self._roles = np.array(bits, dtype=np.uint8)[self._at]

    @property
    def words(self) -> Iterator[tuple[str, bool]]:
        """The words, some twice, and whether they are in Arabic letters."""
        return zip([part.text for part in self._parts], self._arabic, strict=True)

    def arrays(self, lexicon: Lexicon) -> tuple[Ids, Arrays]:
        """The words of all names; and the arrays of them, of their roles, of each name's weight and of its initials."""
        numbers = lexicon.numbers()
        of_parts = [numbers[arabic][text] for text, arabic in self.words]
        words = np.array(of_parts, dtype=np.int32)[self._at]
        weights = np.array([weight_of(text, role) for text, role, _, _ in self._parts], dtype=np.float64)[self._at]
        initials, light = _initial_bits(lexicon.first_letters())[words], _LIGHT[self._roles & _ROLE]
        some = self.counts > 0
        starts = starts_of(self.counts)[:-1].astype(np.int64)[some]
        weighed, letters = np.zeros(len(some), dtype=np.float32), np.zeros(len(some), dtype=np.uint32)
        if len(starts):
            telling = np.add.reduceat(np.where(light, 0.0, weights), starts)
            weighed[some] = np.where(telling > 0, telling, np.add.reduceat(weights, starts))  # of all where none tells
            letters[some] = np.bitwise_or.reduceat(initials, starts)
        return words, {
            "name.weights": weighed,
            "name.initials": letters,
            "name.words": words,
            "name.parts": self._roles,
        }

    def without_forms(self, words: Ids) -> tuple[Ids, NDArray[np.int64]]:
        """Those of the words that are no legal forms, and how many each name has; of one that has no others, all."""
        owners = np.arange(len(self.counts)).repeat(self.counts)
        is_form = self._roles & _ROLE == ROLE_FORM.at
        left = np.bincount(owners[~is_form], minlength=len(self.counts))
        return words[~is_form | (left == 0)[owners]], np.where(left > 0, left, self.counts)


def told(words: Sequence[tuple[bool, float]]) -> float:
    """The weight of the telling words, given whether each is light and what it weighs; of all where none tells."""
    return sum(weight for light, weight in words if not light) or sum(weight for _, weight in words)


def initial_bit(word: str) -> int:
    at = _LETTERS.find(word[0])
    return 1 << at if at >= 0 else 0


def _initial_bits(letters: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """The same of the first letters of many words."""
    at = letters.astype(np.int64) - ord(_LETTERS[0])
    return np.where((at >= 0) & (at < len(_LETTERS)), 1 << np.clip(at, 0, 31), 0).astype(np.uint32)
