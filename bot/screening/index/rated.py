"""The names that hold the words of a question, or words like them, and what these rate them.

Nine of ten names that hold a common word hold no other word of the question, and no question is met by that: they are
left out before they are rated.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from bot.screening.flat import Indices, spread
from bot.screening.index.names import Names
from bot.screening.index.variants import Variants
from bot.screening.weights import BOTH, EXTRA, LEAST_SHARE, PROMISING, RATED_OMITTED

MOST_HOLDERS = 200_000  # names rated
FEW = 2_000  # names that are all rated: to tell which are worth it costs more
ROUNDED = 1 / 1_000  # what rounding makes of a rating is less

Ratings = NDArray[np.complex64]  # likeness times weight, and weight as the imaginary part
Near = tuple[Indices, Ratings]  # names, and what their words that agree weigh
Words = Sequence[tuple[Variants, float]]  # the listed words that each word may mean, and its weight


class Rated:
    """Rates names by words."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._starts = names.starts.astype(np.intp)
        self._counts = np.diff(self._starts)
        self._own = threading.local()
        self._met: dict[int, tuple[Variants, Indices, Ratings]] = {}  # by the ids of the variants, held with them

    def meet(self, words: Sequence[Variants]) -> None:
        """Gather the names that hold words which will be asked for: of many at once it costs less than one by one. It
        is kept until others are met; not where the names are very many."""
        some = [found for found in words if len(found.numbers)]
        self._met = {}
        if some and self._counts[np.concatenate([found.numbers for found in some])].sum() <= MOST_HOLDERS:
            names, weighed, ends = self._gathered([(found, 1.0) for found in some])
            held = [(names[start:end], weighed[start:end]) for start, end in pairwise(ends)]
            self._met = {id(found): (found, *each) for found, each in zip(some, held, strict=True)}

    def by(self, words: Words, own: float = 0.0) -> Near:
        """The names that hold the words or words like them, each once, and what they are rated. `own`: what the whole
        question weighs, where names that may not be PROMISING are left out; not all are."""
        if not words:
            return np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.complex64)
        names, weighed, ends = self._holders(words)
        try:
            if own and len(names) > FEW and len(words) > 1:
                names, weighed, ends = self._without_hopeless(names, weighed, ends, own)
            return names, self._summed(names, weighed, ends)
        except BaseException:
            del self._own.ratings, self._own.marks  # half done: the thread's next question begins with clean arrays
            raise

    def _summed(self, names: Indices, weighed: Ratings, ends: list[int]) -> Ratings:
        """What the words rate the names together; 0 of a name that was there before."""
        ratings, _ = self._rooms()
        places = [slice(start, end) for start, end in pairwise(ends)]
        for place in places:
            # A name that holds several of the variants gets the last of them, the one most alike.
            held = names[place]
            ratings[held] = ratings[held] + weighed[place] if place.start else weighed[place]
        got = []
        for place in places:  # a name that several of the words led to is taken once
            held = names[place]
            got.append(ratings[held])
            ratings[held] = 0
        return np.concatenate(got)

    def _without_hopeless(
        self, names: Indices, weighed: Ratings, ends: list[int], own: float
    ) -> tuple[Indices, Ratings, list[int]]:
        """The same; but of the word that most names hold only those that hold another, too, or may be PROMISING by it
        alone."""
        at = max(range(len(ends) - 1), key=lambda word: ends[word + 1] - ends[word])
        start, end = ends[at], ends[at + 1]
        before, held, after = names[:start], names[start:end], names[end:]
        _, marks = self._rooms()
        marks[before] = marks[after] = True
        kept = marks[held]
        marks[before] = marks[after] = False
        if heaviest := _heaviest(complex(weighed[end - 1]), own):  # the last variant is the one most alike
            kept |= self._names.weights[held] <= heaviest
        fewer = len(kept) - int(np.count_nonzero(kept))
        return (
            np.concatenate([before, held[kept], after]),
            np.concatenate([weighed[:start], weighed[start:end][kept], weighed[end:]]),
            ends[: at + 1] + [each - fewer for each in ends[at + 1 :]],
        )

    def _holders(self, words: Words) -> tuple[Indices, Ratings, list[int]]:
        """The names that hold each of the words, word after word; what that rates them; and the places at which the
        words begin and end."""
        met = [held for found, _ in words if (held := self._met.get(id(found)))]
        if len(met) < len(words):
            return self._gathered(words)
        names = np.concatenate([each[1] for each in met])
        weighed = [each[2] if weight == 1 else each[2] * weight for each, (_, weight) in zip(met, words, strict=True)]
        return names, np.concatenate(weighed), [0, *accumulate([len(each) for each in weighed])]

    def _gathered(self, words: Words) -> tuple[Indices, Ratings, list[int]]:
        """The same, of words that were not met; of very many names those of the rarest words."""
        numbers = np.concatenate([found.numbers for found, _ in words], dtype=np.intp)
        rated = np.concatenate([found.rated if weight == 1 else found.rated * weight for found, weight in words])
        sizes = [len(found.numbers) for found, _ in words]
        counts, last = self._counts[numbers], [at - 1 for at in accumulate(sizes)]
        ends = [0, *counts.cumsum()[last].tolist()]
        if ends[-1] > MOST_HOLDERS:
            counts = counts * self._affordable(sizes, ends)
            ends = [0, *counts.cumsum()[last].tolist()]
        names = self._names.holders[spread(self._starts[numbers], counts)]
        return names.astype(np.intp), rated.repeat(counts), ends

    def _affordable(self, sizes: list[int], ends: list[int]) -> Indices:
        """1 for the variants of the words with the fewest holders, as many as may be rated; 0 for the rest."""
        held = [end - start for start, end in pairwise(ends)]
        kept, total = [0] * len(held), 0
        for at in sorted(range(len(held)), key=held.__getitem__):
            if total and total + held[at] > MOST_HOLDERS:
                break
            kept[at] = 1
            total += held[at]
        return np.array(kept, dtype=np.intp).repeat(sizes)

    def _rooms(self) -> tuple[Ratings, NDArray[np.bool_]]:
        """This thread's room for ratings, all 0, and for marks, all False."""
        if not hasattr(self._own, "marks"):
            self._own.ratings = np.zeros(len(self._names), dtype=np.complex64)
            self._own.marks = np.zeros(len(self._names), dtype=np.bool_)
        return self._own.ratings, self._own.marks


def _heaviest(rated: complex, own: float) -> float:
    """What a name may weigh at most to be PROMISING by one word alone, as `candidates` rates it; 0 where none can be.
    `rated`: what the word rates it at most. (No word weighs as much as a name in a text must, LEAST_WHOLE.)"""
    value, paired = rated.real, rated.imag
    if value <= LEAST_SHARE * own - ROUNDED:
        return 0.0
    more, against = max(own - paired, 0.0), BOTH - EXTRA - RATED_OMITTED
    room = value / PROMISING - paired - EXTRA * more + ROUNDED
    less = max(room / (against + RATED_OMITTED), (room - against * more) / RATED_OMITTED)
    return paired + less if less >= 0 else 0.0
