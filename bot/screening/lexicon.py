"""The distinct words of all listed names, and which of them a typed word may mean.

A listed word is found by codes: its sound, its consonants, the given name it is a form of, and its letters and its
sound with any one of them left out. What is found is compared exactly; a code alone proves nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from bot.screening import phonetic
from bot.screening.flat import Arrays, Ids, Lookup, code_of
from bot.screening.given_names import group_of
from bot.screening.spelling import EQUAL, FLOOR, Alike, alike
from bot.screening.traits import Traits, traits_of

MOST_VARIANTS = 200  # of one typed word
REMEMBERED = 20_000  # listed words whose traits are kept
MOST_HELD = 200_000  # variants of typed words that are kept
LONGEST = 24  # letters from where on single letters are not left out
_BUDGET = np.array([1] * 8 + [2] * 4 + [3] * 300, dtype=np.uint8)  # slips, by the letters of the longer word


class Variants(NamedTuple):
    """The listed words that a typed word may mean: their numbers and likenesses, the least alike first."""

    numbers: Ids
    values: NDArray[np.float32]
    table: Mapping[int, Alike]

    @property
    def best(self) -> float:
        """The likeness of the most alike; 0 where there is none."""
        return float(self.values[-1]) if len(self.values) else 0.0


class Lexicon:
    """Every word that a listed name holds, once, in order: plain words, then those in Arabic letters."""

    def __init__(self, plain: list[str], arabic: list[str], traits: NDArray[np.uint32], codes: Lookup) -> None:
        self._plain, self._arabic = plain, arabic
        self._texts = plain + arabic
        self._traits, self._codes = traits, codes
        self._known: dict[int, Traits] = {}
        self._found: dict[tuple[str, bool], Variants] = {}
        self._held = 0
        self._shared: dict[Alike, Alike] = {}  # one object for equal likenesses: fewer for the garbage collector

    @classmethod
    def of(cls, words: Iterable[tuple[str, bool]]) -> Lexicon:
        """`words` with whether they are written in Arabic letters."""
        distinct = set(words)
        plain = sorted(text for text, is_arabic in distinct if not is_arabic)
        arabic = sorted(text for text, is_arabic in distinct if is_arabic)
        traits: list[tuple[int, int, int, int, int]] = []
        codes: list[int] = []
        owners: list[int] = []
        for at, text in enumerate(plain + arabic):
            one = traits_of(text, at >= len(plain))
            traits.append((one.sound, one.roman, one.bones, one.group, len(text)))
            own = {code_of(code) for code in _codes_of(text, one.arabic)}
            codes.extend(own)
            owners.extend([at] * len(own))
        lookup = Lookup.of(np.array(codes, dtype=np.uint32), np.array(owners, dtype=np.int32))
        return cls(plain, arabic, np.array(traits, dtype=np.uint32).reshape(-1, 5), lookup)

    def __len__(self) -> int:
        return len(self._texts)

    def words(self, is_arabic: bool) -> list[str]:
        """The words in one way of writing, in the order of their numbers."""
        return self._arabic if is_arabic else self._plain

    def number(self, text: str, is_arabic: bool = False) -> int | None:
        """The number of a listed word; None where it is not listed."""
        words = self._arabic if is_arabic else self._plain
        at = bisect_left(words, text)
        if at == len(words) or words[at] != text:
            return None
        return at + len(self._plain) * is_arabic

    def beginning_with(self, text: str, most: int) -> Ids:
        """The plain words that begin with the text and go on, at most `most`, the first in order."""
        first = bisect_right(self._plain, text)
        end = bisect_left(self._plain, text + "\x7f", first)
        return np.arange(first, min(end, first + most), dtype=np.int32)

    def traits(self, at: int) -> Traits:
        known = self._known.get(at)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            sound, roman, bones, group, _ = self._traits[at].tolist()
            known = self._known[at] = Traits(self._texts[at], at >= len(self._plain), sound, roman, bones, group)
        return known

    def variants(self, word: Traits) -> Variants:
        """The listed words that `word` may mean."""
        known = self._found.get((word.text, word.arabic))
        if known is None:
            known = self._find(word)
            self._held += len(known.table) + 1
            if self._held > MOST_HELD:
                self._found.clear()
                self._held = 0
            self._found[word.text, word.arabic] = known
        return known

    def _find(self, word: Traits) -> Variants:
        if len(word.text) == 1 or word.is_number:
            own = [self.number(word.text), self.number(word.text, True)]
            return _ranked({at: EQUAL for at in own if at is not None})
        codes = list(map(code_of, _codes_asked(word)))
        if self.number(word.text, word.arabic) is None:
            codes += map(code_of, _codes_of_slips(word))
        near = list(dict.fromkeys(self._codes.find(codes).tolist()))
        if not near:
            return _ranked({})
        texts = self._texts
        far = cdist([word.text], [texts[at] for at in near], scorer=OSA.distance, dtype=np.uint8)[0]
        table: dict[int, Alike] = {}
        for at, distance in self._likely(word, np.array(near, dtype=np.int32), far):
            found = alike(word, self.traits(at), distance)
            if found[0] >= FLOOR:
                table[at] = self._shared.setdefault(found, found)
        return _ranked(table)

    def _likely(self, word: Traits, near: Ids, far: NDArray[np.uint8]) -> list[tuple[int, int]]:
        """Those of the words that `alike` may find alike, with their distances."""
        if not word.arabic:
            sound, _, bones, group, length = self._traits[near].T
            size = len(word.text)
            longest = np.maximum(length, size)
            likely = far <= _BUDGET[longest]
            likely |= (sound == word.sound) & (word.has_digraph | (far <= 0.45 * longest))
            likely |= (bones == word.bones) & (length > size)
            likely |= near >= len(self._plain)
            if word.group:
                likely |= group == word.group
            if "rn" in word.text:
                likely |= far <= 2
            near, far = near[likely], far[likely]
        if len(near) > MOST_VARIANTS:
            closeness = far.astype(np.int16)
            if word.vowelless:  # its consonants tell more than the letters it lacks
                closeness -= 100 * (self._traits[near, 2] == word.bones).astype(np.int16)
            closest = np.argsort(closeness, kind="stable")[:MOST_VARIANTS]
            if word.group:
                forms = (self._traits[near, 3] == word.group).nonzero()[0]
                closest = np.union1d(closest, forms[:MOST_VARIANTS])
            near, far = near[closest], far[closest]
        return list(zip(near.tolist(), far.tolist(), strict=True))

    def arrays(self) -> Arrays:
        def packed(words: list[str]) -> NDArray[np.uint8]:
            return np.frombuffer("\n".join(words).encode("ascii"), dtype=np.uint8)

        words: Arrays = {"lexicon.plain": packed(self._plain), "lexicon.arabic": packed(self._arabic)}
        return {**words, "lexicon.traits": self._traits.ravel(), **self._codes.arrays("lexicon")}

    @classmethod
    def read(cls, arrays: Arrays) -> Lexicon:
        plain, arabic = (arrays[f"lexicon.{part}"].tobytes().decode("ascii") for part in ("plain", "arabic"))
        traits: NDArray[np.uint32] = arrays["lexicon.traits"].reshape(-1, 5)  # type: ignore[assignment]
        return cls(
            plain.split("\n") if plain else [],
            arabic.split("\n") if arabic else [],
            traits,
            Lookup.read(arrays, "lexicon"),
        )


def _ranked(table: dict[int, Alike]) -> Variants:
    best = sorted([(found[0], at) for at, found in table.items()])[-MOST_VARIANTS:]
    numbers = np.array([at for _, at in best], dtype=np.int32)
    return Variants(numbers, np.array([value for value, _ in best], dtype=np.float32), table)


def _left_out(text: str) -> Iterator[str]:
    """The text without one of its letters."""
    return (text[:at] + text[at + 1 :] for at in range(len(text)))


def _codes_of(text: str, is_arabic: bool) -> Iterator[str]:
    """The codes of a listed word. The first letter of a code says what it is of."""
    if text.isdigit() or len(text) == 1:
        return
    weak = phonetic.weak_key(text)
    if is_arabic:
        yield f"v{weak}"
    else:
        yield f"w{weak}"
    yield f"d{text}"
    if 2 <= len(text) <= LONGEST:
        yield from (f"d{shorter}" for shorter in _left_out(text))
    key, bones = phonetic.key(text), phonetic.skeleton(text)
    if len(key) >= 2:
        yield f"k{key}"
    if 4 <= len(key) <= LONGEST:
        yield from (f"q{shorter}" for shorter in _left_out(key))
    if 4 <= len(weak) <= LONGEST:
        yield from (f"x{shorter}" for shorter in _left_out(weak))
    if len(bones) >= 2:
        yield f"s{bones}"
    if group := group_of(text):
        yield f"g{group}"


def _codes_asked(word: Traits) -> Iterator[str]:
    """The codes under which a typed word is looked for."""
    text, bones = word.text, phonetic.skeleton(word.text)
    yield f"d{text}"
    if 2 <= len(text) <= LONGEST:
        yield from (f"d{shorter}" for shorter in _left_out(text))
    if "rn" in text:  # as scanning reads an m
        yield f"d{text.replace('rn', 'm')}"
    key = phonetic.key(text)
    if len(key) >= 2:
        yield f"k{key}"
    if len(bones) >= 3 or (word.vowelless and len(bones) >= 2):
        yield f"s{bones}"
    if len(word.weak_key) >= 3:
        yield f"v{word.weak_key}"
    if word.group:
        yield f"g{word.group}"
    if word.arabic:
        weak = word.weak_key
        yield f"w{weak}"
        if "dz" in text:
            yield f"w{phonetic.persian_key(text)}"
        if 4 <= len(weak) <= LONGEST:
            yield f"x{weak}"
            yield from (f"x{shorter}" for shorter in _left_out(weak))


def _codes_of_slips(word: Traits) -> Iterator[str]:
    """More codes for a word that is not listed: a slip in its sound may be two slips in its letters."""
    key = phonetic.key(word.text)
    if 4 <= len(key) <= LONGEST:
        yield f"q{key}"
        yield from (f"q{shorter}" for shorter in _left_out(key))
