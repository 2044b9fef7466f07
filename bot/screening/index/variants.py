"""The listed words that a typed word may mean; of common words they are found beforehand and stored with the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.screening.flat import Arrays, Ids, starts_of
from bot.screening.words.spelling import Alike, How, packed


class Variants(NamedTuple):
    """The listed words that a typed word may mean: their numbers and likenesses, the least alike first."""

    numbers: Ids
    rated: NDArray[np.complex64]  # the likeness, and 1 as the imaginary part: see `candidates`
    table: Mapping[int, Alike]

    @classmethod
    def of(cls, numbers: Ids, values: NDArray[np.floating], table: Mapping[int, Alike]) -> Variants:
        return cls(numbers, (values + 1j).astype(np.complex64), table)

    @property
    def best(self) -> float:
        """The likeness of the most alike; 0 where there is none."""
        return float(self.rated[-1].real) if len(self.rated) else 0.0


def exactly(numbers: Sequence[int]) -> Variants:
    """These listed words, as they are."""
    table = dict.fromkeys(numbers, packed(1.0, How.EQUAL))
    return Variants.of(np.array(numbers, dtype=np.int32), np.ones(len(numbers)), table)


class Kept:
    """The variants of listed words, found beforehand and stored with the index: most questions hold some of them."""

    def __init__(self, arrays: Arrays) -> None:
        self._arrays = arrays
        words: Ids = arrays["kept.words"]  # type: ignore[assignment]
        self._starts: list[int] = arrays["kept.starts"].tolist()
        self._numbers: Ids = arrays["kept.numbers"]  # type: ignore[assignment]
        likely: NDArray[np.float32] = arrays["kept.likely"]  # type: ignore[assignment]
        self._rated = (likely + 1j).astype(np.complex64)
        self._alike: NDArray[np.uint16] = arrays["kept.alike"]  # type: ignore[assignment]
        self._places = {number: at for at, number in enumerate(words.tolist())}

    @classmethod
    def of(cls, found: Mapping[int, Variants]) -> Kept:
        """Of listed words by number."""
        each = [*found.values()]
        alike = [variants.table[at] for variants in each for at in variants.numbers.tolist()]
        likely = [variants.rated.real for variants in each]
        numbers = [variants.numbers for variants in each]
        return cls(
            {
                "kept.words": np.array([*found], dtype=np.int32),
                "kept.starts": starts_of(map(len, numbers)),
                "kept.numbers": np.concatenate([np.zeros(0, dtype=np.int32), *numbers]),
                "kept.likely": np.concatenate([np.zeros(0, dtype=np.float32), *likely]),
                "kept.alike": np.array(alike, dtype=np.uint16),
            }
        )

    def get(self, word: int | None) -> Variants | None:
        """The variants of a listed word; None where they were not found beforehand."""
        at = None if word is None else self._places.get(word)
        if at is None:
            return None
        some = slice(self._starts[at], self._starts[at + 1])
        numbers = self._numbers[some]
        table = dict(zip(numbers.tolist(), self._alike[some].tolist(), strict=True))
        return Variants(numbers, self._rated[some], table)

    def arrays(self) -> Arrays:
        return self._arrays
