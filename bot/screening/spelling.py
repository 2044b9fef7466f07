"""One word against another: alike in spelling, in sound, as forms of one name, or by initials."""

from __future__ import annotations

from enum import Enum

from rapidfuzz.distance import OSA

from bot.screening.given_names import different_given_names, same_given_name
from bot.screening.naming import Word
from bot.screening.words import Role

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
Memory = dict[tuple[str, str], Alike]
NO_LIKENESS = (0.0, How.SPELLING)


def alike(asked: Word, listed: Word) -> Alike:
    """How alike two words are, and in what way."""
    a, b = asked.text, listed.text
    if a == b:
        return 1.0, How.EQUAL
    if len(a) == 1 or len(b) == 1:
        return (0.8, How.INITIAL) if a[0] == b[0] else NO_LIKENESS
    if Role.NUMBER in (asked.role, listed.role) or Role.PARTICLE in (asked.role, listed.role):
        return NO_LIKENESS
    if same_given_name(a, b):
        return 0.95, How.FORM
    if asked.arabic != listed.arabic:
        return _across(asked, listed)
    return _by_letters(asked, listed)


def _across(asked: Word, listed: Word) -> Alike:
    """One word in Arabic letters, which leave short vowels out: consonants decide."""
    one, other = asked.weak_key, listed.weak_key
    if one == other and len(one) >= 2:
        return (0.92 if len(one) >= 3 else 0.86) + 0.03 * OSA.normalized_similarity(asked.text, listed.text), How.SOUND
    if len(one) >= 4 and len(other) >= 4 and OSA.distance(one, other, score_cutoff=1) <= 1:
        return 0.8, How.SOUND
    if len(one) == len(other) == 1 and one == other and asked.text[0] == listed.text[0]:
        return 0.75, How.SOUND
    return NO_LIKENESS


def _by_letters(asked: Word, listed: Word) -> Alike:
    a, b = asked.text, listed.text
    longest = max(len(a), len(b))
    distance = OSA.distance(a, b)
    spelt = 1 - distance / longest
    if asked.romanised == listed.romanised:
        return max(0.97, spelt), How.SOUND
    if _opposed(a, b):
        return min(spelt, 0.7), How.SPELLING
    if different_given_names(a, b):
        return NO_LIKENESS
    without = _vowels_left_out(asked, listed)
    if without:
        return max(without, spelt), How.VOWELS
    if asked.key == listed.key and len(asked.key) >= 2 and spelt >= 0.55:
        return 0.6 + 0.38 * spelt, How.SOUND
    if "rn" in a and a.replace("rn", "m") == b:  # as scanning reads it
        return 0.95, How.SPELLING
    budget = 1 if longest <= 7 else 2 if longest <= 11 else 3
    if distance <= budget and spelt >= FLOOR:
        return max(spelt - 0.05 * (distance - 1), FLOOR), How.SPELLING
    return NO_LIKENESS


def _vowels_left_out(asked: Word, listed: Word) -> float:
    """ "Rhmn" for Rahman, "Frnco" for Franco: the consonants are the same, and no vowel is other than listed."""
    a, b = asked.text, listed.text
    if len(b) <= len(a) or asked.skeleton != listed.skeleton:
        return 0.0
    if asked.vowelless:
        return 0.92 if len(a) >= 3 else 0.86
    left = iter(b)
    if len(b) - len(a) >= 2 and all(char in left for char in a):
        return 0.88 if len(asked.skeleton) >= 3 else 0.8
    return 0.0


def _opposed(a: str, b: str) -> bool:
    """A man's and a woman's form of one name: Ivanov and Ivanova, Aleksandr and Aleksandra."""
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return long == short + "a" and len(short) >= 4
