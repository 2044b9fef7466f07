"""The distinct words of all listed names, and which of them a typed word may mean.

A listed word is found by codes (see `codes`); what is found is compared exactly (see `pairs`).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.screening.flat import Arrays, Ids, Lookup, Texts
from bot.screening.index.codes import BONES, CONSONANTS, FORM, SOUND, bonds_between, codes_asked, codes_of
from bot.screening.index.pairs import Pairs, compare
from bot.screening.weights import WORD_FLOOR
from bot.screening.words.kin import STANDARD, kin_of
from bot.screening.words.spelling import FAR, HOWS, Alike, How, packed, unpacked
from bot.screening.words.traits import Traits, traits_of_all

MOST_VARIANTS = 400  # of one typed word
AT_ONCE = 50_000  # listed words whose codes are made at once
PLACED = 3  # letters by which the place of a word is found
REMEMBERED = 20_000  # listed words whose traits are kept
MOST_HELD = 300_000  # variants of typed words that are kept
_SURE_BONDS = SOUND | BONES | FORM | CONSONANTS  # words may be alike though of other lengths


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


class Lexicon:
    """Every word that a listed name holds, once, in order: plain words, then those in Arabic letters."""

    def __init__(self, texts: Texts, plain: int, packed: NDArray[np.uint64], codes: Lookup) -> None:
        self._texts, self._plain, self._packed, self._codes = texts, plain, packed, codes
        self._places = _places(texts, plain)
        self._known: dict[int, Traits] = {}
        self._found: dict[tuple[str, bool], Variants] = {}
        self._held = 0
        self.vocabulary = STANDARD

    @classmethod
    def of(cls, words: Iterable[tuple[str, bool]]) -> Lexicon:
        """`words` with whether they are written in Arabic letters."""
        distinct = set(words)
        plain = sorted(text for text, is_arabic in distinct if not is_arabic)
        texts = plain + sorted(text for text, is_arabic in distinct if is_arabic)
        made = [(np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.int32))]
        packed = array("Q")
        for start in range(0, len(texts), AT_ONCE):
            some = texts[start : start + AT_ONCE]
            made_traits = traits_of_all(some, [at >= len(plain) for at in range(start, start + len(some))])
            packed.extend([word.packed for word in made_traits])
            codes, owners = codes_of(made_traits)
            made.append((codes, owners + np.int32(start)))
        lookup = Lookup.of(*map(np.concatenate, zip(*made, strict=True)))
        return cls(Texts.of(texts), len(plain), np.array(packed, dtype=np.uint64), lookup)

    def __len__(self) -> int:
        return len(self._texts)

    def words(self, is_arabic: bool) -> list[str]:
        """The words in one way of writing, in the order of their numbers."""
        return [self._texts[at] for at in (range(self._plain, len(self)) if is_arabic else range(self._plain))]

    def number(self, text: str, is_arabic: bool = False) -> int | None:
        """The number of a listed word; None where it is not listed."""
        start, end = (self._plain, len(self)) if is_arabic else self._places.get(text[:PLACED].encode(), (0, 0))
        at = bisect_left(self._texts, text, start, end)
        return at if at < end and self._texts[at] == text else None

    def holds(self, text: str) -> bool:
        """Whether the plain word is listed."""
        return self.number(text) is not None

    def beginning_with(self, text: str, most: int) -> Ids:
        """The plain words that begin with the text and go on, at most `most`, the first in order."""
        first = bisect_right(self._texts, text, 0, self._plain)
        end = bisect_left(self._texts, text + "\x7f", first, self._plain)
        return np.arange(first, min(end, first + most), dtype=np.int32)

    def traits(self, at: int) -> Traits:
        known = self._known.get(at)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            text, arabic = self._texts[at], at >= self._plain
            known = self._known[at] = Traits(text, arabic, int(self._packed[at]))
        return known

    def variants(self, words: Sequence[Traits]) -> list[Variants]:
        """The listed words that each of the words may mean."""
        keys = [(word.text, word.arabic) for word in words]
        found = self._found
        new = {key: word for key, word in zip(keys, words, strict=True) if key not in found}
        made = dict(zip(new, self._find(list(new.values())), strict=True)) if new else {}
        if made:
            self._remember(made)
        return [made.get(key) or found[key] for key in keys]

    @property
    def has_room(self) -> bool:
        """Whether the half of what may be remembered is left for questions."""
        return self._held < MOST_HELD // 2

    def _remember(self, made: Mapping[tuple[str, bool], Variants]) -> None:
        self._held += sum([len(each.table) + 1 for each in made.values()])
        if self._held > MOST_HELD:  # a new one, for others may be reading the old
            self._found, self._held = {}, 0
        self._found.update(made)

    def _find(self, words: Sequence[Traits]) -> list[Variants]:
        """The variants of some words, looked for all at once."""
        exact = {at: self._exact(word) for at, word in enumerate(words) if word.is_number or len(word.text) == 1}
        asked = [word for at, word in enumerate(words) if at not in exact]
        found = iter(self._compared(asked) if asked else ())
        made = [exact[at] if at in exact else next(found) for at in range(len(words))]
        return [one if word.arabic else self._with_kin(word.text, one) for word, one in zip(words, made, strict=True)]

    def _with_kin(self, text: str, found: Variants) -> Variants:
        """The variants, and the listed words that the word may stand for whatever their letters."""
        more: dict[int, Alike] = {}
        for kin in kin_of(text, self.vocabulary):
            at = self.number(kin.text)
            if at is not None and found.table.get(at, 0) < (alike := packed(kin.value, kin.how)):
                more[at] = alike
        if not more:
            return found
        table = {**found.table, **more}
        numbers = sorted(table, key=table.__getitem__)
        values = np.array([unpacked(table[at])[0] for at in numbers])
        return Variants.of(np.array(numbers, dtype=np.int32), values, table)

    def _exact(self, word: Traits) -> Variants:
        own = (self.number(word.text), self.number(word.text, True))
        return exactly([at for at in own if at is not None])

    def _compared(self, words: list[Traits]) -> list[Variants]:
        at, near, bonds = self._near(words)
        if not len(near):
            return [exactly(()) for _ in words]
        texts, lengths = self._texts.many(near), self._texts.lengths(near)
        values, hows = compare(Pairs(words, at, bonds, texts, lengths, self._packed[near], near >= self._plain))
        good = (values >= WORD_FLOOR).nonzero()[0]
        good = good[np.lexsort((values[good], at[good]))]
        ends = at[good].searchsorted(np.arange(len(words)), side="right").tolist()
        numbers, likely = near[good].astype(np.int32), values[good]
        alike = (np.rint(likely * 1000).astype(np.int64) << 4 | hows[good]).tolist()
        rated, ids = (likely + 1j).astype(np.complex64), numbers.tolist()
        made, start = [], 0
        for end in ends:
            best = slice(max(start, end - MOST_VARIANTS), end)
            table = dict(zip(ids[best], alike[best], strict=True))
            made.append(Variants(numbers[best].copy(), rated[best].copy(), table))
            start = end
        return made

    def _near(self, words: list[Traits]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint8]]:
        """The pairs of typed and listed words that share a code, by their numbers, and what they share."""
        codes: list[int] = []
        bonds: list[int] = []
        owners: list[int] = []
        for at, word in enumerate(words):
            own, said = codes_asked(word, self.holds)
            codes += own
            bonds += said
            owners += [at] * len(own)
        ids, which = self._codes.find(codes)
        pairs = (np.array(owners, dtype=np.int64)[which] << 32) | ids
        order = pairs.argsort(kind="stable")
        pairs = pairs[order]
        new = np.ones(len(pairs), dtype=np.bool_)
        np.not_equal(pairs[1:], pairs[:-1], out=new[1:])
        first = new.nonzero()[0]
        if not len(first):
            return _NONE, _NONE, _NONE.astype(np.uint8)
        found = np.bitwise_or.reduceat(np.array(bonds, dtype=np.uint8)[which][order], first)
        owner, near = pairs[first] >> 32, pairs[first] & 0xFFFFFFFF
        sizes = np.array([len(word.text) for word in words])
        likely = (found & _SURE_BONDS != 0) | (np.abs(self._texts.lengths(near) - sizes[owner]) < FAR)
        return owner[likely], near[likely], found[likely]

    def arrays(self) -> Arrays:
        return {
            **self._texts.arrays("word"),
            "word.plain": np.array([self._plain], dtype=np.uint32),
            "word.traits": self._packed,
            **self._codes.arrays("code"),
        }

    @classmethod
    def read(cls, arrays: Arrays) -> Lexicon:
        plain: int = arrays["word.plain"].item()
        packed: NDArray[np.uint64] = arrays["word.traits"]  # type: ignore[assignment]
        return cls(Texts.read(arrays, "word"), plain, packed, Lookup.read(arrays, "code"))


def tables_between(asked: Sequence[Traits], listed: Sequence[Traits]) -> list[dict[int, Alike]]:
    """For each typed word the listed ones that are like it, by place. Each is compared with each, so more is found than
    codes would lead to.
    """
    tables: list[dict[int, Alike]] = [{} for _ in asked]
    at, near = (places.ravel() for places in np.indices((len(asked), len(listed))))
    exact = [word.is_number or len(word.text) == 1 for word in (*asked, *listed)]
    for i, j in zip(at.tolist(), near.tolist(), strict=True):
        if asked[i].text == listed[j].text:
            tables[i][j] = packed(1.0, How.EQUAL)
    for i, word in enumerate(asked):
        kin = {each.text: packed(each.value, each.how) for each in kin_of(word.text)}
        tables[i] |= {j: kin[other.text] for j, other in enumerate(listed) if other.text in kin}
    whole = np.array(
        [not (exact[i] or exact[len(asked) + j]) for i, j in zip(at.tolist(), near.tolist(), strict=True)],
        dtype=np.bool_,
    )
    at, near = at[whole], near[whole]
    if not len(at):
        return tables
    bonds = [bonds_between(asked[i], listed[j]) for i, j in zip(at.tolist(), near.tolist(), strict=True)]
    others = [listed[j] for j in near.tolist()]
    values, hows = compare(
        Pairs(
            asked,
            at,
            np.array(bonds, dtype=np.uint8),
            [word.text for word in others],
            np.array([len(word.text) for word in others]),
            np.array([word.packed for word in others], dtype=np.uint64),
            np.array([word.arabic for word in others]),
        )
    )
    for pair in (values >= WORD_FLOOR).nonzero()[0].tolist():
        table, place = tables[at[pair]], int(near[pair])
        table[place] = max(table.get(place, 0), packed(values[pair], HOWS[hows[pair]]))
    return tables


_NONE = np.zeros(0, dtype=np.int64)


def _places(texts: Texts, plain: int) -> dict[bytes, tuple[int, int]]:
    """Where the plain words begin and end that have their first letters in common."""
    starts, found = texts.beginnings(plain, PLACED), {}
    for start, end in pairwise([*starts, plain]):
        found[texts.raw(start)[:PLACED]] = (start, end)
    return found
