"""What speaks against two names being one, whatever else in them is alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.screening.judging.alignment import Pair
from bot.screening.weights import SOLID, VAGUE
from bot.screening.words.naming import SHORT_WORD, Naming, Word
from bot.screening.words.romanisation import KOREAN_SURNAMES
from bot.screening.words.spelling import (
    HOW_CUT,
    HOW_EQUAL,
    HOW_FORM,
    HOW_INITIAL,
    HOW_JOINED,
    HOW_ROMANISED,
    HOW_SHORT,
    HOW_SOUND,
    HOW_SPELLING,
    HOW_VOWELS,
)
from bot.screening.words.weak_words import PARTICLES, ROLE_INITIAL, ROLE_NAME, ROLE_NUMBER, ROLE_STOCK

FEW = 3  # words that agree
LONGEST_SYLLABLE = 6  # letters of a Korean one
LONG_NUMBER = 3  # digits that tell as much as a word
SHORT_NAME = 3  # letters of a firm's name that must be equal


def speaks_against(
    asked: Naming, listed: Naming, pairs: Sequence[Pair], extra: Sequence[Word], lacking: Sequence[Word]
) -> bool:
    """Whether the names contradict each other. A question in another script has been romanised, so what is merely alike
    there may be equal."""
    if _contradicts(asked, listed, pairs, extra, lacking):
        return True
    if not asked.latin and _is_korean(listed) and (extra or any(pair.how is HOW_SPELLING for pair in pairs)):
        return True  # a syllable of Hangul more, or another one, is another name
    return asked.latin and _are_vague(pairs, extra, lacking, last=asked.words[-1])


def _contradicts(
    asked: Naming, listed: Naming, pairs: Sequence[Pair], extra: Sequence[Word], lacking: Sequence[Word]
) -> bool:
    """A telling word left over on both sides; slips in several short words; no surname, and the rest merely similar;
    or initials alone."""
    if extra and _is_another_by_what_it_has_more(listed, pairs, extra, lacking):
        return True
    if HOW_ROMANISED in [pair.how for pair in pairs]:
        if extra or (_any_solid(lacking) and len(pairs) < FEW):
            return True  # Choi Do Yun for CHOE Un Jong: where the surname is another's spelling the rest is not
        if any(map(_is_another_syllable, pairs)):
            return True  # Ji Hoo Youn for YUN Ho-Jin
    slips = [pair for pair in pairs if pair.how is HOW_SPELLING and len(pair.listed.text) <= 4]
    if len(slips) >= 2:  # Kim Song Hun for Kim Jong Un
        return True
    if listed.has_surname and not any(pair.listed.family for pair in pairs):
        equal = sum(pair.how is HOW_EQUAL and _is_solid(pair) for pair in pairs)
        if equal >= 3 or (equal == 2 and not extra and all(map(_is_begun, pairs))):  # cut off before the surname
            return False
        return not all(_is_sure(pair) for pair in pairs)
    if not listed.has_surname and _is_another_firm(asked, listed, pairs, extra, lacking):
        return True
    return not any(map(_is_solid, pairs))


def _is_another_by_what_it_has_more(
    listed: Naming, pairs: Sequence[Pair], extra: Sequence[Word], lacking: Sequence[Word]
) -> bool:
    """Whether a word of the question that the list lacks makes it another name."""
    if any(map(_tells, extra)):
        if any(map(_tells, lacking)):
            return True
        if not listed.has_surname and _any_solid(lacking):
            return True  # a word of its own in the place of a stock word: another faculty, another plant
    if listed.has_surname and any(word.role is ROLE_NUMBER for word in extra) and not all(map(_is_equal, pairs)):
        return True  # the ship Kum Song VIII for KIM Song
    if any(word.family for word in lacking) and not any(pair.listed.family for pair in pairs):
        return True  # Chang Su Bin for HAN Chang-su
    # William W. Frost for William G. Frost
    return any(map(_is_initial, extra)) and any(_tells(word) or _is_initial(word) for word in lacking)


def _is_another_firm(
    asked: Naming, listed: Naming, pairs: Sequence[Pair], extra: Sequence[Word], lacking: Sequence[Word]
) -> bool:
    """Whether what tells the firm from others is missing or merely alike: T-Mobile for Syriatel Mobile Telecom,
    Commercial International Bank for Rason International Commercial Bank, KBC Bank for KBK Bank."""
    telling = [pair for pair in pairs if pair.listed.role is ROLE_NAME]
    numbers = [pair for pair in pairs if pair.listed.role is ROLE_NUMBER]
    telling += [pair for pair in numbers if not telling or len(pair.listed.text) >= LONG_NUMBER]
    if all(map(_is_stock, pairs)):
        if any(word.role in (ROLE_NAME, ROLE_INITIAL) for word in lacking):
            return True  # General Trading for RG General Trading: of what tells it, nothing is there
        if sum(not word.light for word in lacking) >= sum(not pair.listed.light for pair in pairs):
            return True
    letters = [pair for pair in pairs if pair.how is HOW_INITIAL]
    stock = [pair for pair in pairs if _is_stock(pair) and pair.how is not HOW_INITIAL]
    if letters and len(letters) + len(stock) == len(pairs):
        # G. K. C. I. Development for Ghadir Khuzestan Construction Industry Development; B Trading for Behineh Trading
        few = len(letters) + sum(not pair.listed.light for pair in stock) < FEW
        return few or _any_solid((*extra, *lacking)) or not _are_in_order(asked, listed, letters)
    if any(map(_is_sure, telling)):
        return bool(letters) and any(map(_tells, lacking))
    short = any(_is_short(pair) for pair in telling if len(telling) == 1 or pair.how is not HOW_VOWELS)
    return short or any(map(_tells, lacking))


def _are_in_order(asked: Naming, listed: Naming, pairs: Sequence[Pair]) -> bool:
    """Whether the words stand in one order in both names."""
    ours = {id(word): at for at, word in enumerate(asked.words)}
    theirs = {id(word): at for at, word in enumerate(listed.words)}
    places = sorted((ours[id(pair.asked)], theirs[id(pair.listed)]) for pair in pairs)
    return all(one[1] < other[1] for one, other in pairwise(places))


def _is_short(pair: Pair) -> bool:
    """Whether a word is merely alike, and too short for that to mean anything: KBC for KBK, ZR for Azar."""
    if pair.how is HOW_VOWELS:
        return len(pair.asked.text) <= SHORT_WORD
    return pair.how in (HOW_SPELLING, HOW_SOUND) and len(pair.listed.text) <= SHORT_NAME


def _is_stock(pair: Pair) -> bool:
    return pair.listed.light or pair.listed.role is ROLE_STOCK


def _is_solid(pair: Pair) -> bool:
    word = pair.listed
    return (
        pair.how not in (HOW_INITIAL, HOW_SHORT)
        and word.weight >= SOLID
        and len(word.text) > 1
        and word.text not in PARTICLES
    )


def _is_equal(pair: Pair) -> bool:
    return pair.how is HOW_EQUAL


def _is_another_syllable(pair: Pair) -> bool:
    """Whether a short word is spelt nearly so, and no more: ji for jin."""
    return pair.how is HOW_SPELLING and len(pair.listed.text) <= LONGEST_SYLLABLE


def _is_sure(pair: Pair) -> bool:
    begun = len(pair.asked.text) >= 6 and pair.listed.text.startswith(pair.asked.text)
    return begun or pair.how in (HOW_EQUAL, HOW_CUT, HOW_JOINED)


def _are_vague(pairs: Sequence[Pair], extra: Sequence[Word], lacking: Sequence[Word], last: Word) -> bool:
    """Whether the words are alike, and no more: a name of which each word is another is another's. Where the list has
    one surname more, or either side more words at all, the rest must be equal, but for the last word, which may be cut
    off."""
    telling = [pair for pair in pairs if not pair.listed.light]
    vague = [pair for pair in telling if pair.alike < VAGUE and pair.how in (HOW_SPELLING, HOW_SOUND)]
    if len(telling) == len(vague) > 1:
        return True
    loose = [
        pair
        for pair in telling
        if (pair.how is HOW_FORM or pair in vague) and not (pair.asked is last and _is_begun(pair))
    ]
    if any(word.family for word in lacking):
        return bool(loose)
    return len(loose) == len(telling) > 1 and (any(map(_tells, lacking)) or _any_solid(extra))


def _is_begun(pair: Pair) -> bool:
    return pair.listed.text.startswith(pair.asked.text)


def _is_korean(listed: Naming) -> bool:
    short = all(len(word.text) <= LONGEST_SYLLABLE for word in listed.words)
    return short and listed.has_surname and listed.surname <= KOREAN_SURNAMES


def _any_solid(words: Sequence[Word]) -> bool:
    return any(not word.light for word in words)


def _is_initial(word: Word) -> bool:
    return word.role is ROLE_INITIAL


def _tells(word: Word) -> bool:
    return word.role is ROLE_NAME and len(word.text) > 2
