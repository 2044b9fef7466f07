"""A typed word beside a listed one: how alike the two are, and in what way.

What a pair is known to share (its *bonds*) comes from the codes that led from the one to the other. It gives the pair a
*kind*, and the likeness is read from a table by kind, length and slips. A question makes some dozens of pairs: one by
one they cost less than the calls of array operations do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist, extract

from bot.screening import weights
from bot.screening.index.codes import BONES, CONSONANTS, FORM, LETTERS, MISREAD, SLIP, SOUND
from bot.screening.words import phonetic
from bot.screening.words.spelling import FAR, HOWS, How, spelt
from bot.screening.words.traits import Traits

LONGEST, MOST_SLIPS = 63, 15  # what is more counts as so much
Rated = tuple[float, int]  # how alike two words are, 0 for not at all; and in what way, as a place in HOWS


class Kind(IntEnum):
    """What two words share. Where they share several things, the last one tells."""

    NOTHING = 0
    SOUND = 1
    BARE = 2  # the consonants, and the typed word has no vowel: "Rhmn" for Rahman
    BARE_SHORT = 3
    THIN = 4  # the consonants, and the typed word lacks vowels: "Frnco" for Franco
    THIN_SHORT = 5
    OTHER_NAMES = 6  # forms of two given names: Oleg and Olga
    OPPOSED = 7  # a man's and a woman's form of one name: Ivanov and Ivanova, Aleksandr and Aleksandra
    ROMAN = 8
    FORM = 9


_VOWELS_LEFT_OUT = {
    Kind.BARE: weights.BARE,
    Kind.BARE_SHORT: weights.BARE_SHORT,
    Kind.THIN: weights.THIN,
    Kind.THIN_SHORT: weights.THIN_SHORT,
}


def _likeness(kind: Kind, longest: int, slips: int) -> tuple[float, How]:
    """How alike two words of a kind are, that differ by `slips` (OSA distance)."""
    by_letters = 1 - slips / max(longest, 1)
    if slips == 0:
        return 1.0, How.EQUAL
    if kind is Kind.SOUND and by_letters >= weights.SOUND_NEAR:
        return weights.SOUND + weights.SOUND_SHARE * by_letters, How.SOUND
    if kind in _VOWELS_LEFT_OUT:
        return max(_VOWELS_LEFT_OUT[kind], by_letters), How.VOWELS
    if kind is Kind.OTHER_NAMES:
        return 0.0, How.SPELLING
    if kind is Kind.OPPOSED:
        return min(by_letters, weights.WORD_OPPOSED), How.SPELLING
    if kind is Kind.ROMAN:
        return max(by_letters, weights.WORD_ROMAN), How.SOUND
    if kind is Kind.FORM:
        return weights.WORD_FORM, How.FORM
    return spelt(longest, slips), How.SPELLING


def _rated(kind: Kind, longest: int, slips: int) -> Rated:
    value, how = _likeness(kind, longest, slips)
    return value, HOWS.index(how)


_LIKENESSES = [[[_rated(k, n, s) for s in range(MOST_SLIPS + 1)] for n in range(LONGEST + 1)] for k in Kind]
_VALUES = np.array(_LIKENESSES)[..., 0]
_WAYS = np.array(_LIKENESSES)[..., 1].astype(np.int64)
_SOUNDS, _SPELT = HOWS.index(How.SOUND), HOWS.index(How.SPELLING)
_NOTHING, _SOUND, _OTHER_NAMES, _OPPOSED = Kind.NOTHING, Kind.SOUND, Kind.OTHER_NAMES, Kind.OPPOSED
_ROMAN, _FORM = Kind.ROMAN, Kind.FORM  # names of the module are found faster than members; there are very many pairs
_GROUP, _LETTER, _BELOW_ROMAN = 0xFFFF0000, 0xFF, 0xFFFFFFFF  # the bits of traits: see `Traits.packed`
_A = ord("a")
_BY_LETTERS = OSA.normalized_similarity
# A hundredth below: none is left out for a rounding.
_NEAR_LETTERS, _NEAR_SOUND = min(weights.SOUND_NEAR, weights.WORD_FLOOR) * 99 / 100, weights.HEARD_NEAR * 99 / 100
_LETTERS_OR_SOUND, _ACROSS = LETTERS | SOUND, CONSONANTS | SLIP  # what is shared by most; by words of two scripts
_SURE_BONDS = SOUND | BONES | FORM | CONSONANTS  # words may be alike though of other lengths


class Rating(NamedTuple):
    """Listed words, the least alike first: how much, their numbers, and in what way."""

    values: NDArray[np.float64]
    numbers: NDArray[np.int64]
    ways: NDArray[np.int64]

    def last(self, most: int) -> Rating:
        """Those most alike."""
        return Rating(self.values[-most:], self.numbers[-most:], self.ways[-most:])


class Typed:
    """A typed word, to be compared with listed ones."""

    __slots__ = ("_arabic", "_group", "_packed", "_size", "_sounded", "_text", "_word")

    def __init__(self, word: Traits, sounded: str) -> None:
        """`sounded`: the word as it sounds, which is found for many at once."""
        self._word, self._text, self._size, self._packed = word, word.text, len(word.text), word.packed
        self._arabic, self._group = word.arabic, word.packed & _GROUP
        # "" where it writes no sound with two letters, as dzh, kh, shch of other scripts do
        self._sounded = sounded if len(sounded) != self._size else ""

    def beside_all(
        self, found: Mapping[int, int], listed: Sequence[str], traits: Sequence[int], plain: int
    ) -> list[tuple[float, int, int]]:
        """Of some listed words those that are alike: how much, their number, and in what way. `found`: their numbers,
        and what each is known to share; `plain`: the number from which on words are in Arabic letters."""
        near, own, packed, arabic, rated = self._near(listed), self._size, self._packed, self._arabic, []
        for at, ((number, bonds), text, of_listed) in enumerate(zip(found.items(), listed, traits, strict=True)):
            if (number >= plain) is not arabic:
                if not bonds & _ACROSS:
                    continue
            elif bonds <= _LETTERS_OR_SOUND and at not in near and packed ^ of_listed > _BELOW_ROMAN:
                continue
            if bonds & _SURE_BONDS or -FAR < len(text) - own < FAR:
                value, how = self.beside(text, bonds, of_listed, arabic=number >= plain)
                if value >= weights.WORD_FLOOR:
                    rated.append((value, number, how))
        return rated

    def beside_many(
        self, found: Mapping[int, int], listed: Sequence[str], traits: NDArray[np.uint64], plain: int
    ) -> Rating:
        """What `beside_all` says, of so many words that arrays tell it in half the time: those of a million names."""
        numbers = np.fromiter(found, dtype=np.int64, count=len(found))
        bonds = np.fromiter(found.values(), dtype=np.int64, count=len(found))
        sizes = np.array([len(text) for text in listed])
        more, longest = sizes - self._size, np.minimum(np.maximum(sizes, self._size), LONGEST)
        far = cdist([self._text], listed, scorer=OSA.distance, dtype=np.int64)[0]
        kinds = self._kinds(more, bonds, traits, far)
        values, ways = (of[kinds, longest, np.minimum(far, MOST_SLIPS)] for of in (_VALUES, _WAYS))
        self._hear(listed, (kinds == int(_SOUND)) & (ways == _SPELT), values, ways)
        likely, across = (bonds & _SURE_BONDS > 0) | (np.abs(more) < FAR), (numbers >= plain) != self._arabic
        values[~likely | across] = 0
        few = likely & np.where(across, bonds & _ACROSS > 0, bonds & MISREAD > 0)
        for at in few.nonzero()[0].tolist():
            number = int(numbers[at])
            values[at], ways[at] = self.beside(listed[at], int(bonds[at]), int(traits[at]), arabic=number >= plain)
        alike = (values >= weights.WORD_FLOOR).nonzero()[0]
        alike = alike[np.lexsort((numbers[alike], values[alike]))]
        return Rating(values[alike], numbers[alike], ways[alike])

    def _kinds(
        self, more: NDArray[np.int64], bonds: NDArray[np.int64], traits: NDArray[np.uint64], far: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """The kind of each of many pairs, as `_kind` has it of one: what it asks first is told last."""
        kinds = np.where(bonds & SOUND > 0, int(_SOUND), int(_NOTHING))  # a member is told slowly from a number
        boned = (bonds & BONES > 0) & (more > 0)
        if boned.any():
            for thin, some in ((False, boned), (True, boned & (more >= 2) & (far == more))):
                kinds[some] = np.maximum(kinds[some], int(self._by_bones(thin=thin)))
        groups = traits & _GROUP
        if self._group:
            kinds[groups > 0] = int(_OTHER_NAMES)
        slips = ((far == 1) & (more != 0)).nonzero()[0]
        if len(slips):
            last, own_last, longer = traits[slips] & _LETTER, self._packed & _LETTER, more[slips] > 0
            ended = np.where(longer, (last == _A) & (own_last != _A), (last != _A) & (own_last == _A))
            kinds[slips[ended & (self._size + longer > 4)]] = int(_OPPOSED)
        kinds[(traits ^ np.uint64(self._packed)) <= _BELOW_ROMAN] = int(_ROMAN)
        if self._group:
            kinds[groups == self._group] = int(_FORM)
        return kinds

    def _hear(
        self, listed: Sequence[str], spelt: NDArray[np.bool_], values: NDArray[np.float64], ways: NDArray[np.int64]
    ) -> None:
        """Rate those words anew that sound alike, are no more than spelt alike, and are alike by ear."""
        some = spelt.nonzero()[0].tolist() if self._sounded else []
        if some:
            sounds = phonetic.sounded("\n".join([listed[at] for at in some])).split("\n")
            heard = extract(self._sounded, sounds, scorer=_BY_LETTERS, score_cutoff=weights.HEARD_NEAR, limit=None)
            for _, alike, at in heard:
                values[some[at]], ways[some[at]] = weights.HEARD + weights.SOUND_SHARE * alike, _SOUNDS

    def _near(self, listed: Sequence[str]) -> set[int]:
        """The places of those listed words that may be alike though they share letters or sound alone: what is near
        by its letters, or by ear. Most are not, and all are told at once."""
        near = extract(self._text, listed, scorer=_BY_LETTERS, score_cutoff=_NEAR_LETTERS, limit=None)
        if self._sounded and listed:
            sounds = phonetic.sounded("\n".join(listed)).split("\n")
            near += extract(self._sounded, sounds, scorer=_BY_LETTERS, score_cutoff=_NEAR_SOUND, limit=None)
        return {at for _, _, at in near}

    def beside(self, listed: str, bonds: int, traits: int, *, arabic: bool) -> Rated:
        """How alike a listed word is, and in what way. `bonds`: what the two are known to share; `traits`: those of the
        listed word, packed; `arabic`: whether it is written in Arabic letters."""
        far, size, own = OSA.distance(self._text, listed), len(listed), self._size
        longest = size if size > own else own
        longest = longest if longest < LONGEST else LONGEST
        if arabic is not self._arabic:
            return self._across(listed, bonds, traits, 1 - far / longest), _SOUNDS
        kind = self._kind(size - own, bonds, traits, far)
        rated = _LIKENESSES[kind][longest][far if far < MOST_SLIPS else MOST_SLIPS]
        if kind is _SOUND and self._sounded and rated[1] == _SPELT:
            heard = OSA.normalized_similarity(
                self._sounded, phonetic.sounded(listed), score_cutoff=weights.HEARD_NEAR
            )  # alike by ear though spelt far apart
            if heard:
                rated = weights.HEARD + weights.SOUND_SHARE * heard, _SOUNDS
        if bonds & MISREAD and "rn" in self._text and self._text.replace("rn", "m") == listed:
            rated = weights.WORD_MISREAD, _SPELT
        return rated

    def _kind(self, more: int, bonds: int, traits: int, far: int) -> Kind:
        """The kind of a pair. `more`: letters that the listed word has more; `far`: slips between the two."""
        if (self._packed ^ traits) <= _BELOW_ROMAN:
            return _FORM if self._group and self._group == traits & _GROUP else _ROMAN
        group = traits & _GROUP
        if group and self._group and group == self._group:
            return _FORM
        if far == 1 and more and self._size + (more > 0) > 4:
            longer, shorter = (traits, self._packed) if more > 0 else (self._packed, traits)
            if (longer & _LETTER) == _A and (shorter & _LETTER) != _A:
                return _OPPOSED
        if group and self._group:
            return _OTHER_NAMES
        kind = _SOUND if bonds & SOUND else _NOTHING
        if bonds & BONES and more > 0:
            return self._by_bones(thin=more >= 2 and far == more) or kind
        return kind

    def _by_bones(self, *, thin: bool) -> Kind:
        """The kind of a pair that has the consonants of this word and letters more: where it has no vowel, and where it
        lacks some (`thin`)."""
        if self._word.vowelless:
            return Kind.BARE if self._size >= 3 else Kind.BARE_SHORT
        if not thin:
            return Kind.NOTHING
        return Kind.THIN if len(self._word.bones) >= 3 else Kind.THIN_SHORT

    def _across(self, listed: str, bonds: int, traits: int, by_letters: float) -> float:
        """One word in Arabic letters, which leave short vowels out: consonants decide, and a long vowel at the end."""
        word, value = self._word, 0.0
        size = len(word.weak_key)
        if bonds & CONSONANTS:
            if size >= 2:
                least = weights.ARABIC if size >= 3 else weights.ARABIC_SHORT
                value = least + weights.ARABIC_LETTERS * by_letters
            elif size == 1 and _begin_alike(chr(self._packed >> 8 & _LETTER), chr(traits >> 8 & _LETTER)):
                value = weights.ARABIC_SINGLE
        elif bonds & SLIP and OSA.distance(word.weak_key, phonetic.weak_key(listed), score_cutoff=1) <= 1:
            value = weights.ARABIC_SLIP
        last, other_last = chr(self._packed & _LETTER), chr(traits & _LETTER)
        ends = _end_alike(last, other_last) if word.arabic else _end_alike(other_last, last)
        return value + weights.ARABIC_END if value > weights.ARABIC_SINGLE and not ends else value


def _begin_alike(one: str, other: str) -> bool:
    return one == other or (one in "aeiou" and other in "aeiou")


_LONG_VOWELS = {"y": "iyeah", "i": "iye", "a": "aeh"}


def _end_alike(arabic: str, latin: str) -> bool:
    """Whether a word ends in Latin letters as one in Arabic letters does, by the two last letters: Arabic writes a long
    vowel at the end, so Jalali is not Jalal. y is written alike by Persians for i and by Arabs for a."""
    return latin in _LONG_VOWELS[arabic] if arabic in _LONG_VOWELS else latin not in "iy"
