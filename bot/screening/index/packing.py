"""The words of listed names as flat arrays have them: which word, which part it plays, and what names weigh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.screening.flat import Arrays, Ids, starts_of
from bot.screening.words.legal_forms import KINDS
from bot.screening.words.naming import weight_of
from bot.screening.words.parts import Part

FAMILY = 0x80  # bit of a word's part, beside 3 bits of the kind of form and 4 of the role
Number = TypeVar("Number", bound=np.generic)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class PackedParts:
    """The parts of listed words as arrays have them, each once, by number. Names share parts: what is asked of one is
    asked once."""

    def __init__(self, words: tuple[Mapping[str, int], Mapping[str, int]]) -> None:
        """`words`: the numbers of plain words, and of those in Arabic letters."""
        self._words = words
        self._numbers: tuple[dict[int, int], dict[int, int]] = ({}, {})  # by the ids of the parts
        self._held: list[Part] = []  # for as long as a part is held nothing else has its id
        self._made: list[tuple[int, int, bool, float, int]] = []

    def numbers(self, parts: Sequence[Sequence[Part]], arabic: Sequence[bool]) -> list[int]:
        """The numbers of all parts, name after name. `arabic`: of each name, whether it is in Arabic letters."""
        found: list[int] = []
        for made, is_in_arabic in zip(parts, arabic, strict=True):
            known = self._numbers[is_in_arabic]
            for part in made:
                number = known.get(id(part))
                found.append(self._add(part, is_in_arabic) if number is None else number)
        return found

    def _add(self, part: Part, is_in_arabic: bool) -> int:
        text, role, kind, family = part
        number = self._numbers[is_in_arabic][id(part)] = len(self._held)
        self._held.append(part)
        byte = role.at | KINDS.index(kind) << 4 | FAMILY * family
        self._made.append((self._words[is_in_arabic][text], byte, role.light, weight_of(text, role), initial_bit(text)))
        return number

    def arrays(self, numbers: list[int], counts: Sequence[int]) -> tuple[Ids, Arrays]:
        """The words of all names; and the arrays of them, of their roles, of each name's weight and of its initials."""
        at = np.array(numbers, dtype=np.int64)
        words, roles = self._column(0, np.int32)[at], self._column(1, np.uint8)[at]
        light, weights = self._column(2, np.bool_)[at], self._column(3, np.float64)[at]
        initials = self._column(4, np.uint32)[at]
        some = np.array(counts, dtype=np.int64) > 0
        starts = starts_of(counts)[:-1].astype(np.int64)[some]
        weighed, letters = np.zeros(len(counts), dtype=np.float32), np.zeros(len(counts), dtype=np.uint32)
        if len(starts):
            telling = np.add.reduceat(np.where(light, 0.0, weights), starts)
            weighed[some] = np.where(telling > 0, telling, np.add.reduceat(weights, starts))  # of all where none tells
            letters[some] = np.bitwise_or.reduceat(initials, starts)
        return words, {
            "name.weights": weighed,
            "name.initials": letters,
            "name.words": words,
            "name.parts": roles,
        }

    def _column(self, at: int, kind: type[Number]) -> NDArray[Number]:
        """What is known of each part, in the order of their numbers."""
        return np.array([each[at] for each in self._made], dtype=kind)


def told(words: Sequence[tuple[bool, float]]) -> float:
    """The weight of the telling words, given whether each is light and what it weighs; of all where none tells."""
    return sum(weight for light, weight in words if not light) or sum(weight for _, weight in words)


def initial_bit(word: str) -> int:
    at = _LETTERS.find(word[0])
    return 1 << at if at >= 0 else 0
