"""The distinct words of all listed names, and which of them a typed word may mean.

A listed word is found by codes (see `codes`); what is found is compared exactly (see `pairs`).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.screening.flat import Arrays, Ids, Lookup, Texts
from bot.screening.index.codes import bonds_between, codes_asked, codes_of
from bot.screening.index.pairs import Rating, Typed
from bot.screening.index.variants import Kept, Variants, exactly
from bot.screening.weights import WORD_FLOOR
from bot.screening.words import phonetic
from bot.screening.words.kin import STANDARD, kin_of
from bot.screening.words.spelling import HOWS, Alike, How, packed, unpacked
from bot.screening.words.traits import Traits, traits_of_all

MOST_VARIANTS = 400  # of one typed word
MANY = 100  # listed words beside one typed word, from where on arrays compare them faster
AT_ONCE = 50_000  # listed words whose codes are made at once
PLACED = 3  # letters by which the place of a word is found
REMEMBERED, NUMBERS_REMEMBERED = 20_000, 4_000  # listed words whose traits are kept; typed words, and their numbers
COMPLETED = 5  # words that a cut one may have been
MOST_HELD = 300_000  # variants that are remembered
KEPT_AT_ONCE = 128  # listed words whose variants are found in one go


class Lexicon:
    """Every word that a listed name holds, once, in order: plain words, then those in Arabic letters."""

    def __init__(self, texts: Texts, plain: int, packed: NDArray[np.uint64], codes: Lookup) -> None:
        self._texts, self._plain, self._packed, self._codes = texts, plain, packed, codes
        self._places = _places(texts, plain)
        self._known: dict[int, Traits] = {}
        self._found: dict[tuple[str, bool], Variants] = {}
        self._held = 0
        self._kept = Kept.of({})
        self.vocabulary = STANDARD
        # The number of a listed word, and whether it is in Arabic letters given; None where it is not listed. Of one
        # question's word it is asked several times.
        # It knows nothing of this object: in a circle with it it would outlive what no garbage collection looks at.
        self.number = lru_cache(NUMBERS_REMEMBERED)(partial(_number_of, texts, plain, self._places))

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

    def numbers(self) -> tuple[dict[str, int], dict[str, int]]:
        """The numbers of the plain words, and of those in Arabic letters."""
        plain, texts = self._plain, self._texts.many(np.arange(len(self)))
        every = dict(zip(texts[:plain], range(plain), strict=True))
        return every, dict(zip(texts[plain:], range(plain, len(texts)), strict=True))

    def joined(self, numbers: Ids, counts: NDArray[np.int64]) -> Texts:
        """The letters of names that are made of these words, of so many each."""
        return self._texts.joined(numbers, counts)

    def first_letters(self) -> NDArray[np.uint8]:
        """The first letter of each word."""
        return self._texts.beginning(np.arange(len(self)), 1)[:, 0]

    def holds(self, text: str) -> bool:
        """Whether the plain word is listed."""
        return self.number(text) is not None

    def beginning_with(self, text: str, most: int) -> Ids:
        """The plain words that begin with the text and go on, at most `most`, the first in order."""
        start, last = (0, self._plain) if len(text) < PLACED else self._places.get(text[:PLACED].encode(), (0, 0))
        first = bisect_right(self._texts, text, start, last)
        end = bisect_left(self._texts, text + "\x7f", first, last)
        return np.arange(first, min(end, first + most), dtype=np.int32)

    def completed(self, text: str) -> list[str]:
        """Some plain words that begin with the text and go on."""
        return [self._texts[at] for at in self.beginning_with(text, COMPLETED).tolist()]

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
        made: dict[tuple[str, bool], Variants] = {}
        strange: dict[tuple[str, bool], Traits] = {}
        for key, word in zip(keys, words, strict=True):
            if key in found:
                continue
            # Asked as `holds` asks, which has asked it of most words: another call would be another thing to remember.
            kept = self._kept.get(self.number(*key) if word.arabic else self.number(word.text))
            if kept is None:
                strange[key] = word
            else:
                made[key] = kept
        if strange:
            made |= zip(strange, self._find([*strange.values()]), strict=True)
        if made:
            self._remember(made)
        return [made.get(key) or found[key] for key in keys]

    def keep(self, commonest: Sequence[int]) -> None:
        """Find the variants of these listed words before anybody asks, as many as there is room for."""
        found: dict[int, Variants] = {}
        held = 0
        for start in range(0, len(commonest), KEPT_AT_ONCE):
            if held >= MOST_HELD // 2:  # the other half is left for questions
                break
            some = commonest[start : start + KEPT_AT_ONCE]
            made = dict(zip(some, self._find([self.traits(at) for at in some]), strict=True))
            held += sum([len(each.table) + 1 for each in made.values()])
            found |= made
        self._kept = Kept.of(found)

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
        numbers = sorted(table, key=lambda number: (table[number], number))
        values = np.array([unpacked(table[at])[0] for at in numbers])
        return Variants.of(np.array(numbers, dtype=np.int32), values, table)

    def _exact(self, word: Traits) -> Variants:
        own = (self.number(word.text), self.number(word.text, True))
        return exactly([at for at in own if at is not None])

    def _compared(self, words: list[Traits]) -> list[Variants]:
        shared = self._near(words)
        near = np.array([number for found in shared for number in found], dtype=np.int64)
        texts, traits, at = self._texts.many(near), self._packed[near], 0
        made = []
        sounds = phonetic.sounded("\n".join([word.text for word in words])).split("\n")
        for word, sounded, found in zip(words, sounds, shared, strict=True):
            some = slice(at, at + len(found))
            typed, at = Typed(word, sounded), at + len(found)
            if len(found) >= MANY:
                made.append(
                    _of_many(typed.beside_many(found, texts[some], traits[some], self._plain).last(MOST_VARIANTS))
                )
                continue
            rated = typed.beside_all(found, texts[some], traits[some].tolist(), self._plain)
            rated.sort()
            made.append(_variants_of(rated[-MOST_VARIANTS:]))
        return made

    def _near(self, words: list[Traits]) -> list[dict[int, int]]:
        """The listed words that share a code with each of the typed ones, by number, and what they share."""
        codes: list[int] = []
        bonds: list[int] = []
        shared: list[dict[int, int]] = [{} for _ in words]
        owners: list[dict[int, int]] = []
        for found, (own, said) in zip(shared, codes_asked(words, self.holds), strict=True):
            codes += own
            bonds += said
            owners += [found] * len(own)
        for at, numbers in self._codes.each(codes):
            found, bond = owners[at], bonds[at]
            if found:
                for number in numbers:
                    found[number] = found.get(number, 0) | bond
            else:  # a code of the sound, which many words share, comes first
                found.update(dict.fromkeys(numbers, bond))
        return shared

    def arrays(self) -> Arrays:
        return {
            **self._texts.arrays("word"),
            "word.plain": np.array([self._plain], dtype=np.uint32),
            "word.traits": self._packed,
            **self._codes.arrays("code"),
            **self._kept.arrays(),
        }

    @classmethod
    def read(cls, arrays: Arrays) -> Lexicon:
        plain: int = arrays["word.plain"].item()
        packed: NDArray[np.uint64] = arrays["word.traits"]  # type: ignore[assignment]
        lexicon = cls(Texts.read(arrays, "word"), plain, packed, Lookup.read(arrays, "code"))
        lexicon._kept = Kept(arrays)
        return lexicon


def _number_of(
    texts: Texts, plain: int, places: Mapping[bytes, tuple[int, int]], text: str, is_arabic: bool = False
) -> int | None:
    """The number of a word among `texts`, of which the first are `plain`, found by the `places` of their beginnings."""
    start, end = (plain, len(texts)) if is_arabic else places.get(text[:PLACED].encode(), (0, 0))
    at = bisect_left(texts, text, start, end)
    return at if at < end and texts[at] == text else None


def tables_between(asked: Sequence[Traits], listed: Sequence[Traits]) -> list[dict[int, Alike]]:
    """For each typed word the listed ones that are like it, by place. Each is compared with each, so more is found than
    codes would lead to.
    """
    tables: list[dict[int, Alike]] = [{} for _ in asked]
    exact = [word.is_number or len(word.text) == 1 for word in (*asked, *listed)]
    for i, word in enumerate(asked):
        kin = {each.text: packed(each.value, each.how) for each in kin_of(word.text)}
        typed, table = Typed(word, phonetic.sounded(word.text)), tables[i]
        for j, other in enumerate(listed):
            alike = packed(1.0, How.EQUAL) if word.text == other.text else 0
            alike = kin.get(other.text, alike)
            if not (exact[i] or exact[len(asked) + j]):
                value, how = typed.beside(other.text, bonds_between(word, other), other.packed, arabic=other.arabic)
                alike = max(alike, packed(value, HOWS[how]) if value >= WORD_FLOOR else 0)
            if alike:
                table[j] = alike
    return tables


def _variants_of(rated: Sequence[tuple[float, int, int]]) -> Variants:
    """Listed words with their likenesses, given as value, number and way, the least alike first."""
    numbers = [number for _, number, _ in rated]
    table = {number: round(value * 1000) << 4 | how for value, number, how in rated}
    likely = np.array([value + 1j for value, _, _ in rated], dtype=np.complex64)
    return Variants(np.array(numbers, dtype=np.int32), likely, table)


def _of_many(rated: Rating) -> Variants:
    """The same, of many."""
    alike = np.rint(rated.values * 1000).astype(np.int64) << 4 | rated.ways
    table = dict(zip(rated.numbers.tolist(), alike.tolist(), strict=True))
    return Variants.of(rated.numbers.astype(np.int32), rated.values, table)


def _places(texts: Texts, plain: int) -> dict[bytes, tuple[int, int]]:
    """Where the plain words begin and end that have their first letters in common."""
    starts, found = texts.beginnings(plain, PLACED), {}
    for start, end in pairwise([*starts, plain]):
        found[texts.raw(start)[:PLACED]] = (start, end)
    return found
