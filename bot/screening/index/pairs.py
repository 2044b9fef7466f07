"""Many pairs of words compared at once, in arrays: a typed word meets some dozens of listed ones.

What a pair is known to share (its *bonds*) comes from the codes that led from the one to the other. It gives the pair a
*kind*, and the likeness is read from a table by kind, length and slips. Few and plain array operations: what one costs
is its call, not its work.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from bot.screening import weights
from bot.screening.index.codes import BONES, CONSONANTS, MISREAD, SLIP, SOUND
from bot.screening.words import phonetic
from bot.screening.words.spelling import HOWS, How, spelt
from bot.screening.words.traits import Traits

LONGEST, MOST_SLIPS = 63, 15  # what is more counts as so much
Flags = NDArray[np.bool_]
Values = NDArray[np.float64]
Numbers = NDArray[np.int64]


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


_LIKENESSES = [_likeness(k, n, s) for k in Kind for n in range(LONGEST + 1) for s in range(MOST_SLIPS + 1)]
_VALUES = np.array([value for value, _ in _LIKENESSES])
_HOWS = np.array([HOWS.index(how) for _, how in _LIKENESSES], dtype=np.uint8)
_OF_BONDS = np.array([Kind.SOUND if bonds & SOUND else Kind.NOTHING for bonds in range(256)], dtype=np.int64)
_SOUNDS, _SPELT = HOWS.index(How.SOUND), HOWS.index(How.SPELLING)


class Pairs(NamedTuple):
    """Pairs of typed and listed words. `at`: the place of the typed word in `asked`; the traits of the listed words are
    packed as `Traits.packed`; `arabic` tells which listed words are written in Arabic letters."""

    asked: Sequence[Traits]
    at: Numbers
    bonds: NDArray[np.uint8]
    texts: Sequence[str]
    lengths: Numbers
    traits: NDArray[np.uint64]
    arabic: Flags


def compare(pairs: Pairs) -> tuple[Values, NDArray[np.uint8]]:
    """How alike the words of each pair are, 0 for not at all; and in what way, as a place in HOWS."""
    asked, at = pairs.asked, pairs.at
    typed = [asked[each].text for each in at.tolist()]
    far = cpdist(typed, pairs.texts, scorer=OSA.distance, dtype=np.int64)
    ours = np.array([(len(word.text), word.packed) for word in asked], dtype=np.uint64)[at]
    lengths = ours[:, 0].astype(np.int64)
    kinds = _kinds(pairs, ours[:, 1], far, pairs.lengths - lengths)
    longest = np.minimum(np.maximum(lengths, pairs.lengths), LONGEST)
    place = (kinds * (LONGEST + 1) + longest) * (MOST_SLIPS + 1) + np.minimum(far, MOST_SLIPS)
    values, hows = _VALUES[place], _HOWS[place]
    _by_ear(pairs, kinds, values, hows)
    arabic = [word.arabic for word in asked]
    if any(arabic) or pairs.arabic.any():
        across = (np.array(arabic)[at] != pairs.arabic).nonzero()[0]
        values[across], hows[across] = _across(pairs, (1 - far / longest)[across], across), _SOUNDS
    return values, hows


def _kinds(pairs: Pairs, ours: NDArray[np.uint64], far: Numbers, more: Numbers) -> Numbers:
    """The kind of each pair. `ours`: the traits of the typed words; `more`: letters that the listed ones have more."""
    kinds = _OF_BONDS[pairs.bonds]
    same_bones = pairs.bonds & BONES
    if same_bones.any():
        bare, thin = np.array([_by_bones(word) for word in pairs.asked])[pairs.at].T
        lacks = np.where(bare > 0, bare, np.where((more >= 2) & (far == more), thin, 0))
        put = (same_bones > 0) & (more > 0) & (lacks > 0)
        kinds[put] = lacks[put]
    named = any(word.group for word in pairs.asked)
    if named:
        groups, others = ours & 0xFFFF0000, pairs.traits & 0xFFFF0000
        kinds[(groups != others) & (groups > 0) & (others > 0)] = Kind.OTHER_NAMES
    one = ((far == 1) & (more != 0)).nonzero()[0]
    if len(one):
        longer, last, other = more[one] > 0, ours[one] & 0xFF, pairs.traits[one] & 0xFF
        put = (np.where(longer, other, last) == _A) & (np.where(longer, last, other) != _A)
        kinds[one[put & (pairs.lengths[one] + ~longer > 4)]] = Kind.OPPOSED
    kinds[(ours ^ pairs.traits) <= 0xFFFFFFFF] = Kind.ROMAN
    if named:
        kinds[(groups == others) & (groups > 0)] = Kind.FORM
    return kinds


_A = ord("a")


def _by_bones(word: Traits) -> tuple[Kind, Kind]:
    """The kinds of a pair that has the consonants of this typed word: if it has no vowel, and if it lacks some."""
    bare = (Kind.BARE if len(word.text) >= 3 else Kind.BARE_SHORT) if word.vowelless else Kind.NOTHING
    return bare, Kind.THIN if len(word.bones) >= 3 else Kind.THIN_SHORT


def _by_ear(pairs: Pairs, kinds: Numbers, values: Values, hows: NDArray[np.uint8]) -> None:
    """Words that sound alike though they are spelt far apart, and words that scanning reads alike."""
    spelt_far = (kinds == Kind.SOUND) & (hows == _SPELT)
    if spelt_far.any():
        sounds = [word.sounded for word in pairs.asked]
        # Only of a word that writes a sound with two letters, as other scripts are romanised: dzh, kh, shch.
        doubled = np.array([len(sound) != len(word.text) for sound, word in zip(sounds, pairs.asked, strict=True)])
        far = (spelt_far & doubled[pairs.at]).nonzero()[0].tolist()
        for pair, at in zip(far, pairs.at[far].tolist(), strict=True):
            other = phonetic.sounded(pairs.texts[pair])
            heard = OSA.normalized_similarity(sounds[at], other, score_cutoff=weights.HEARD_NEAR)
            if heard:
                values[pair], hows[pair] = weights.HEARD + weights.SOUND_SHARE * heard, _SOUNDS
    if any("rn" in word.text for word in pairs.asked):
        for pair in (pairs.bonds & MISREAD).nonzero()[0].tolist():
            typed = pairs.asked[pairs.at[pair]].text
            if "rn" in typed and typed.replace("rn", "m") == pairs.texts[pair]:
                values[pair], hows[pair] = weights.WORD_MISREAD, _SPELT


def _ends_alike() -> Flags:
    """Whether a word ends in Latin letters as one in Arabic letters does, by the two last letters: Arabic writes a long
    vowel at the end, so Jalali is not Jalal. y is written alike by Persians for i and by Arabs for a."""
    ends, letters = {"y": "iyeah", "i": "iye", "a": "aeh"}, [chr(code) for code in range(128)]
    alike = [
        [(latin in ends[arabic]) if arabic in ends else latin not in "iy" for latin in letters] for arabic in letters
    ]
    return np.array(alike, dtype=np.bool_)


_ENDS_ALIKE = _ends_alike()
_IS_VOWEL = np.array([chr(code) in "aeiou" for code in range(128)])


def _across(pairs: Pairs, by_letters: Values, where: Numbers) -> Values:
    """One word in Arabic letters, which leave short vowels out: consonants decide, and a long vowel at the end."""
    asked, at = pairs.asked, pairs.at[where]
    ours = np.array([(word.packed, len(word.weak_key), word.arabic) for word in asked], dtype=np.uint64)[at]
    packed, size, is_arabic = ours.T
    listed, bonds = pairs.traits[where], pairs.bonds[where]
    first, other_first = packed >> 8 & 0xFF, listed >> 8 & 0xFF
    starts = (first == other_first) | (_IS_VOWEL[first] & _IS_VOWEL[other_first])
    same = (bonds & CONSONANTS).astype(np.bool_)
    values = np.where(size >= 3, weights.ARABIC, weights.ARABIC_SHORT) + weights.ARABIC_LETTERS * by_letters
    values = np.where(same & (size >= 2), values, 0.0)
    values[same & (size == 1) & starts] = weights.ARABIC_SINGLE
    for pair in (~same & (bonds & SLIP).astype(np.bool_)).nonzero()[0].tolist():
        other = phonetic.weak_key(pairs.texts[where[pair]])
        if OSA.distance(asked[at[pair]].weak_key, other, score_cutoff=1) <= 1:
            values[pair] = weights.ARABIC_SLIP
    last, other_last = packed & 0xFF, listed & 0xFF
    ends = _ENDS_ALIKE[np.where(is_arabic, last, other_last), np.where(is_arabic, other_last, last)]
    values[(values > weights.ARABIC_SINGLE) & ~ends] += weights.ARABIC_END
    return values
