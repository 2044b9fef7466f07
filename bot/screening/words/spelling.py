"""How two words may be alike, and how alike their spelling makes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from rapidfuzz.distance import OSA

from bot.screening.weights import WORD_FLOOR, WORD_INITIAL, WORD_SLIP

LONG = 14  # letters of a question that may have been cut off
CUT_FROM = 24  # letters from where on a question that begins a listed name is taken to have been cut off
FAR = 4  # slips from where on a word is another one


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
    SHORT = "short"  # abbreviated
    ROMANISED = "romanised"  # the same name of East Asia in another romanisation


HOWS = tuple(How)
# A member of an Enum is found slowly (0.2 µs in Python 3.11), and these are asked for dozens of times a name.
HOW_EQUAL, HOW_FORM, HOW_SPELLING, HOW_SOUND, HOW_VOWELS, HOW_INITIAL, HOW_CUT, HOW_JOINED, HOW_SHORT, HOW_ROMANISED = (
    HOWS
)
INITIAL = WORD_INITIAL, How.INITIAL
# How alike two words are and in what way, in one number: thousandths, and a place in HOWS. There are very many.
Alike = int
Tables = Sequence[Mapping[int, Alike]]  # of each typed word: the listed words that it is like, and how


def packed(value: float, how: How) -> Alike:
    return round(1000 * value) << 4 | HOWS.index(how)


def unpacked(alike: Alike) -> tuple[float, How]:
    return (alike >> 4) / 1000, HOWS[alike & 15]


def slip(one: str, other: str) -> float:
    """The likeness of two words by their spelling alone; 0 where they are two words."""
    return spelt(max(len(one), len(other)), OSA.distance(one, other, score_cutoff=FAR - 1))


def spelt(longest: int, slips: int) -> float:
    """The same by the letters of the longer word and by slips (OSA distance): one slip in a word of up to 7 letters,
    two in one of up to 11, then three."""
    budget = 1 if longest <= 7 else 2 if longest <= 11 else 3
    likeness = 1 - slips / max(longest, 1)
    if slips == 0:
        return 1.0
    return max(likeness + WORD_SLIP * (slips - 1), WORD_FLOOR) if slips <= budget and likeness >= WORD_FLOOR else 0.0
