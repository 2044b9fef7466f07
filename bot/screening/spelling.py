"""One word against another: alike in spelling, in sound, as forms of one name, or by initials."""

from __future__ import annotations

from enum import Enum

from rapidfuzz.distance import OSA

from bot.screening import phonetic
from bot.screening.traits import Traits

HEARD = 0.7  # likeness of words written as they sound
FLOOR = 0.64  # below this two words are no pair


class How(Enum):
    """In what way two words are alike."""

    EQUAL = "equal"
    FORM = "form"  # forms of one given name: Sasha, Aleksandr
    SPELLING = "spelling"
    SOUND = "sound"
    VOWELS = "vowels"  # vowels left out
    INITIAL = "initial"
    CUT = "cut"  # broken off
    JOINED = "joined"  # one word here, two there


Alike = tuple[float, How]
NO_LIKENESS: Alike = (0.0, How.SPELLING)
EQUAL: Alike = (1.0, How.EQUAL)
INITIAL: Alike = (0.8, How.INITIAL)
_FORM: Alike = (0.95, How.FORM)


def alike(asked: Traits, listed: Traits, distance: int | None = None) -> Alike:
    """How alike two words are, and in what way. `distance`: their OSA distance, where it is known already."""
    a, b = asked.text, listed.text
    if a == b:
        return EQUAL
    if len(a) == 1 or len(b) == 1:
        return INITIAL if a[0] == b[0] else NO_LIKENESS
    if asked.is_number or listed.is_number:
        return NO_LIKENESS
    if asked.group and asked.group == listed.group:
        return _FORM
    if asked.arabic != listed.arabic:
        return _across(asked, listed)
    return _by_letters(asked, listed, OSA.distance(a, b) if distance is None else distance)


def _across(asked: Traits, listed: Traits) -> Alike:
    """One word in Arabic letters, which leave short vowels out: consonants decide, and a long vowel at the end."""
    one, other = asked.weak_key, listed.weak_key
    if one != other:
        arabic = asked if asked.arabic else listed
        if "dz" in arabic.text and phonetic.persian_key(arabic.text) == (other if asked.arabic else one):
            one = other
    value = 0.0
    if one == other and len(one) >= 2:
        value = (0.92 if len(one) >= 3 else 0.86) + 0.03 * OSA.normalized_similarity(asked.text, listed.text)
    elif len(one) >= 4 and len(other) >= 4 and OSA.distance(one, other, score_cutoff=1) <= 1:
        value = 0.8
    elif len(one) == 1 and one == other and _same_start(asked.text[0], listed.text[0]):
        value = 0.75
    if value > 0.75 and not _same_end(*((asked, listed) if asked.arabic else (listed, asked))):
        value -= 0.12
    return (value, How.SOUND) if value else NO_LIKENESS


def _same_start(one: str, other: str) -> bool:
    return one == other or (one in "aeiou" and other in "aeiou")


def _same_end(arabic: Traits, latin: Traits) -> bool:
    """Whether the words end alike: Arabic writes a long vowel at the end, so Jalali is not Jalal."""
    last = arabic.text[-1]
    if last == "y":  # written alike by Persians for i and by Arabs for a
        return latin.text[-1] in "iyeah"
    if last == "i":
        return latin.text[-1] in "iye"
    if last == "a":
        return latin.text[-1] in "aeh"
    return latin.text[-1] not in "iy"


def _by_letters(asked: Traits, listed: Traits, distance: int) -> Alike:
    a, b = asked.text, listed.text
    longest = max(len(a), len(b))
    spelt = 1 - distance / longest
    if asked.roman == listed.roman:
        return max(0.97, spelt), How.SOUND
    if distance == 1 and _opposed(a, b):
        return min(spelt, 0.7), How.SPELLING
    if asked.group and listed.group:  # forms of different given names: Oleg and Olga
        return NO_LIKENESS
    if asked.bones == listed.bones and (without := _vowels_left_out(asked, listed)):
        return max(without, spelt), How.VOWELS
    if asked.sound and asked.sound == listed.sound:
        if spelt >= 0.55:
            return 0.6 + 0.38 * spelt, How.SOUND
        heard = OSA.normalized_similarity(phonetic.sounded(a), phonetic.sounded(b)) if asked.has_digraph else 0
        if heard >= HEARD:
            return 0.55 + 0.38 * heard, How.SOUND
    if "rn" in a and a.replace("rn", "m") == b:  # as scanning reads it
        return 0.95, How.SPELLING
    budget = 1 if longest <= 7 else 2 if longest <= 11 else 3
    if distance <= budget and spelt >= FLOOR:
        return max(spelt - 0.05 * (distance - 1), FLOOR), How.SPELLING
    return NO_LIKENESS


def _vowels_left_out(asked: Traits, listed: Traits) -> float:
    """ "Rhmn" for Rahman, "Frnco" for Franco: the consonants are the same, and no vowel is other than listed."""
    a, b = asked.text, listed.text
    if len(b) <= len(a):
        return 0.0
    if asked.vowelless:
        return 0.92 if len(a) >= 3 else 0.86
    left = iter(b)
    if len(b) - len(a) >= 2 and all(char in left for char in a):
        return 0.88 if len(phonetic.skeleton(a)) >= 3 else 0.8
    return 0.0


def _opposed(a: str, b: str) -> bool:
    """A man's and a woman's form of one name: Ivanov and Ivanova, Aleksandr and Aleksandra."""
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return len(short) >= 4 and long == short + "a"
