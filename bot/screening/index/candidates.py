"""The few dozen listed names worth a close look, out of all: by their words, and by their letters.

The names that hold the typed words, or words like them, are rated all at once by what `score` would make of them:
the weight of the words that agree against the weight of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from bot.screening.flat import Indices, ends_of_runs
from bot.screening.index.codes import LONGEST
from bot.screening.index.names import Names, letter_codes, pieces_of
from bot.screening.index.packing import initial_bit, told
from bot.screening.index.rated import Near, Rated
from bot.screening.index.variants import Variants, exactly
from bot.screening.weights import (
    BOTH,
    CLOSE,
    EQUAL_WORDS,
    EXTRA,
    KNOWN_WORD,
    LEAST_SHARE,
    LEAST_WHOLE,
    LETTER,
    LIKELY,
    PROMISING,
    RATED_OMITTED,
    SHARED,
    SOLID,
    TITLE_FIRST,
    TWO_WORDS,
    WHOLE,
    WORD_CUT,
    WORD_INITIAL,
)
from bot.screening.words.naming import Naming
from bot.screening.words.published import letters_of
from bot.screening.words.spelling import LONG, Tables
from bot.screening.words.traits import traits_of
from bot.screening.words.weak_words import ROLE_TITLE

MOST = 32  # names looked at closely
MOST_BY_INITIALS = 32  # the same where initials leave much open
MOST_BY_INITIALS_ALONE = 10  # and where there is no more than initials, which many names fit
MOST_BY_LETTERS = 16
MOST_TURNED = 500  # names of a portfolio that are screened for one listed name
# So many are always looked at; more only where they may be a match, or are nearly as good as the first.
ALWAYS = 6
MOST_BY_PIECES = 12_000  # names counted for the letters they share
MOST_SAME = 200
MOST_BEGUN = 50  # words that a cut one may be the beginning of
LEAST_HOLDING, MOST_HELD = 3, 6  # words of a question that holds a name among others; how many such names

Ranked = list[int]  # names, the most promising first


@dataclass(frozen=True, slots=True)
class Sought:
    """A typed name, with the listed words that each of its words may mean."""

    naming: Naming
    variants: Sequence[Variants]
    joined: Sequence[tuple[Variants, float]]  # of two neighbours as one word, with its weight

    @property
    def tables(self) -> Tables:
        return [each.table for each in self.variants]

    @property
    def has_strange_words(self) -> bool:
        """Whether a word is unlike all listed words: it may be two of them, or a piece of one."""
        for word, found in zip(self.naming.words, self.variants, strict=True):
            if not word.light and found.best < KNOWN_WORD:
                return True
        return False


class Candidates:
    """Finds listed names by number."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._rated = Rated(names)

    def meet(self, found: Sequence[Variants]) -> None:
        """Look up who holds words that will be asked for, given what they may mean."""
        self._rated.meet(found)

    def sought(self, asked: Naming) -> Sought:
        """What the words may mean. Arabic writes together and apart as it likes, so neighbours may be one word there;
        in Latin letters they may where that is a listed word."""
        lexicon, words = self._names.lexicon, [word.traits for word in asked.words]
        joined = [
            (traits_of(one.text + other.text, True), one.weight)
            for one, other in pairwise(asked.words)
            if one.traits.arabic and len(one.text + other.text) <= LONGEST
        ]
        found = lexicon.variants([*words, *[traits for traits, _ in joined]])
        both = [(each, weight) for each, (_, weight) in zip(found[len(words) :], joined, strict=True)]
        both += [
            (exactly([at]), one.weight)
            for one, other in pairwise(asked.words)
            if not one.traits.arabic and (at := lexicon.number(one.text + other.text)) is not None
        ]
        return Sought(asked, found[: len(words)], both)

    def by_words(self, sought: Sought, among: NDArray[np.bool_] | None = None) -> tuple[Ranked, Near | None]:
        """The names that hold the words or words like them, and what all that were looked at are rated. `among`: the
        parties that count."""
        own = _own_weight(sought.naming)
        # An initial may lift any name that holds one word.
        names, rated = self._rated.by(self._looked_for(sought), 0.0 if sought.naming.has_letters else own)
        if not len(names):
            return [], None
        return self._best(sought.naming, own, names, rated, among), (names, rated)

    def turned(self, sought: Sought, text: str) -> tuple[list[int], list[int]]:
        """The names by which a listed name may be asked for, here among those of a portfolio: rated as if each were the
        question. Those that hold the whole listed name, too; apart, those of its letters. `text`: the listed name."""
        asked = sought.naming
        near, got = self._rated.by(self._looked_for(sought, letters=True))
        weights, own = self._names.weights[near], told([(word.light, word.weight) for word in asked.words])
        value, paired = got.real, got.imag
        more, less = np.maximum(weights - paired, 0), np.maximum(own - paired, 0)
        against = (BOTH - EXTRA - RATED_OMITTED) * np.minimum(more, less)
        rating = value / np.maximum(paired + against + EXTRA * more + RATED_OMITTED * less, SOLID)
        rating = np.where(value >= WHOLE * own, np.maximum(rating, PROMISING), rating)
        kept = (rating >= PROMISING).nonzero()[0]
        best = near[kept[np.argsort(-rating[kept], kind="stable")[:MOST_TURNED]]].tolist()
        return best, [*self.same_letters(asked, text), *self.by_letters(asked)]

    def held_whole(self, asked: Naming, rated: Near | None, among: NDArray[np.bool_] | None = None) -> Ranked:
        """The names of which nearly every word is in a longer question, the longest first; then those of which a given
        name and a surname may be. `rated`: of `by_words`."""
        if rated is None or len(asked.core) < LEAST_HOLDING:
            return []
        near, got = rated
        some = (got.real >= LEAST_WHOLE).nonzero()[0]  # what two words must reach is more
        if not len(some):
            return []
        near, got = near[some], got[some]
        whole = got.real >= WHOLE * self._names.weights[near]
        two = (got.imag >= TWO_WORDS) & (got.real >= EQUAL_WORDS * got.imag) & ~whole
        if among is not None:
            mine = among[self._names.owners[near]]
            whole, two = whole & mine, two & mine
        names: Ranked = []
        for held in (whole.nonzero()[0], two.nonzero()[0]):
            order = np.lexsort((near[held], -got.real[held]))[:MOST_HELD]
            names += near[held][order].tolist()
        return names

    def same_letters(self, asked: Naming, text: str, among: NDArray[np.bool_] | None = None) -> list[int]:
        """The names of the same letters, in whatever order and words: what is typed as listed is among them. `text`:
        the question as it was typed."""
        codes = letter_codes(asked, letters_of(text))
        same = sorted({at for code in codes for at in self._names.letters.ids(code).tolist()})
        if among is not None:
            same = [at for at in same if among[self._names.owners[at]]]
        return same[:MOST_SAME]

    def by_letters(self, asked: Naming, among: NDArray[np.bool_] | None = None) -> Ranked:
        """The names whose letters, spaces apart, share the most pieces with those of `asked`."""
        pieces = pieces_of(asked.compact)
        if not pieces:
            return []
        held = np.sort(self._names.pieces.rarest(list(pieces), MOST_BY_PIECES))
        ends = ends_of_runs(held)
        counts = ends[1:] - ends[:-1]
        enough = (counts >= SHARED * sqrt(len(pieces))).nonzero()[0]  # of a name of one piece: most names have too few
        found, counts = held[ends[enough]].astype(np.intp), counts[enough]
        sizes = np.sqrt(np.maximum(self._names.sizes[found], 1), dtype=np.float64)
        shared = counts / (sqrt(len(pieces)) * sizes)
        if among is not None:
            shared = shared * among[self._names.owners[found]]
        return _top(found, shared, MOST_BY_LETTERS, SHARED)

    def _looked_for(self, sought: Sought, *, letters: bool = False) -> list[tuple[Variants, float]]:
        """The telling words, and neighbours as one; each with its weight. `letters`: a letter means that letter, and no
        word that begins with it."""
        naming, both = sought.naming, list(zip(sought.naming.words, sought.variants, strict=True))
        looked = [(found, word.weight) for word, found in both if not word.light]
        if naming.has_letters and naming.has_words and not letters:
            # Initials are told by the letters that names begin with; the names that hold a letter are of others.
            looked = [(f, word.weight) for word, f in both if not word.light and (len(word.text) > 1 or word.number)]
        if naming.titles:
            looked += [(found, TITLE_FIRST) for word, found in both if word.role is ROLE_TITLE]
        looked = looked or [(found, word.weight) for word, found in both]
        if (cut := self._begun(sought)) is not None:
            looked.append((cut, naming.words[-1].weight))
        looked += sought.joined
        return [(found, weight) for found, weight in looked if len(found.numbers)]

    def _begun(self, sought: Sought) -> Variants | None:
        """The listed words that the last word of a long question may be the beginning of."""
        last = sought.naming.words[-1]
        if len(last.text) < 2 or last.light or len(sought.naming.compact) < LONG or sought.variants[-1].best == 1:
            return None
        numbers = self._names.lexicon.beginning_with(last.text, MOST_BEGUN)
        return Variants.of(numbers, np.full(len(numbers), WORD_CUT), {})

    def _best(
        self, asked: Naming, own: float, near: Indices, got: NDArray[np.complex64], among: NDArray[np.bool_] | None
    ) -> Ranked:
        names = self._names
        if among is not None:
            got = got * among[names.owners[near]]
        likely = (got.real > (LEAST_SHARE * own if not asked.has_letters else 0.0)).nonzero()[0]
        if not len(likely):
            return []
        near, got = near[likely], got[likely]
        value, paired, weights = got.real, got.imag, names.weights[near]
        for word in asked.words:
            if len(word.text) == 1:
                fits = ((names.initials[near] & initial_bit(word.text)) > 0) * np.float32(LETTER)
                value, paired = value + WORD_INITIAL * fits, paired + fits
        more, less = np.maximum(own - paired, 0), np.maximum(weights - paired, 0)
        against = np.minimum(more, less)
        rating = value / (paired + (BOTH - EXTRA - RATED_OMITTED) * against + EXTRA * more + RATED_OMITTED * less)
        return _top(near, rating, _most(asked), PROMISING)


def _own_weight(asked: Naming) -> float:
    """What a question weighs that a name is rated by."""
    own = told([(word.light, word.weight) for word in asked.words])
    if short := asked.short_form:  # the rest is what a short name leaves out
        return (own + short.weight) / 2
    return own


def _most(asked: Naming) -> int:
    """How many names are worth a close look."""
    if not asked.has_letters:
        return MOST
    return MOST_BY_INITIALS if asked.has_words else MOST_BY_INITIALS_ALONE


def _top(names: Indices, rating: NDArray[np.floating], most: int, least: float) -> Ranked:
    """The best-rated names. Each may be named once above `least`."""
    kept = (rating >= least).nonzero()[0]
    if len(kept) > most:
        kept = kept[np.argpartition(rating[kept], -most)[-most:]]
    best, rating = names[kept], rating[kept]
    if len(best) > 1:
        order = np.lexsort((best, -rating))
        best, rating = best[order], rating[order]
    if len(best) > ALWAYS:
        best = best[: max(np.count_nonzero(rating >= min(rating[0] - CLOSE, LIKELY)), ALWAYS)]
    ranked: Ranked = best.tolist()
    return ranked
