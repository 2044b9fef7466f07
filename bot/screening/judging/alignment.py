"""Which word of one name stands for which of another: paired one to one, the most alike first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.screening.weights import WORD_APART, WORD_CUT, WORD_FLOOR, WORD_JOINED
from bot.screening.words.naming import Naming, Word
from bot.screening.words.romanisation import KOREAN_SURNAMES
from bot.screening.words.spelling import (
    HOW_CUT,
    HOW_EQUAL,
    HOW_JOINED,
    HOW_ROMANISED,
    HOW_SPELLING,
    INITIAL,
    LONG,
    How,
    Tables,
    slip,
    unpacked,
)
from bot.screening.words.weak_words import ROLE_FORM, ROLE_PARTICLE

LONG_WORD = 5  # letters from where on two words left over are looked at again

_FIRST = itemgetter(0)


class Pair(NamedTuple):
    asked: Word
    listed: Word
    alike: float
    how: How


Split = tuple[list[Pair], list[Word], list[Word]]


def aligned(asked: Naming, listed: Naming, tables: Tables) -> Split:
    """The words in pairs, and those left over on either side. `tables`: which of their words are alike."""
    pairs, extra, lacking = _align(asked, listed, tables)
    if extra and lacking:
        return _join(*_look_again(pairs, extra, lacking))
    return pairs, extra, lacking


def _align(asked: Naming, listed: Naming, tables: Tables) -> Split:
    ours, theirs = asked.words, listed.words
    possible: list[tuple[float, int, int, float, How]] = []
    # Ships and firms have letters in their names that are no initials.
    letters = asked.has_letters or (listed.has_letters and listed.has_surname)
    for j, other in enumerate(theirs):
        at = other.at
        for i, table in enumerate(tables):
            if at in table:
                value, how = unpacked(table[at])
                if how is HOW_ROMANISED and not _is_romanised(other, listed):
                    value, how = slip(ours[i].text, other.text), HOW_SPELLING
                    if not value:
                        continue
                if how is HOW_EQUAL or not _is_particle(ours[i], other):
                    possible.append((-WORD_APART * abs(i - j) - value, i, j, value, how))
        if letters and (listed.has_surname if len(other.text) == 1 else asked.has_letters):
            possible += _initials(asked, j, other)
    if len(possible) > 1:
        possible.sort(key=_FIRST)
    pairs: list[Pair] = []
    left_i, left_j = dict(enumerate(ours)), dict(enumerate(theirs))
    for _, i, j, value, how in possible:
        if i in left_i and j in left_j:
            pairs.append(Pair(left_i.pop(i), left_j.pop(j), value, how))
    last = len(ours) - 1
    if last in left_i and pairs and left_j and len(asked.compact) >= LONG and not _is_whole(ours[last], listed):
        cut = _cut(left_i[last], left_j)
        if cut is not None:
            pairs.append(Pair(left_i.pop(last), left_j.pop(cut), WORD_CUT, HOW_CUT))
    return pairs, list(left_i.values()), list(left_j.values())


def _is_romanised(other: Word, listed: Naming) -> bool:
    """Whether a listed word may have been romanised in another way: the surname of a person; of a Korean the rest,
    too."""
    return other.family or (listed.has_surname and listed.surname <= KOREAN_SURNAMES)


def _is_whole(last: Word, listed: Naming) -> bool:
    """Whether the last word of a question is no beginning of a longer one: SA is not that of Sarlu."""
    return last.role is ROLE_FORM and not listed.has_surname


def _is_particle(one: Word, other: Word) -> bool:
    """Whether one of the words is a short particle: al is no misspelt Ali."""
    if other.role is ROLE_PARTICLE:
        return len(other.text) <= 2
    return one.role is ROLE_PARTICLE


def _initials(asked: Naming, j: int, other: Word) -> list[tuple[float, int, int, float, How]]:
    """The words of which one is the initial of the other."""
    letter, single = other.text[0], len(other.text) == 1
    return [
        (-WORD_APART * abs(i - j) - INITIAL[0], i, j, *INITIAL)
        for i, one in enumerate(asked.words)
        if one.text[0] == letter and (len(one.text) == 1) != single and letter.isalpha()
    ]


def _cut(last: Word, free: Mapping[int, Word]) -> int | None:
    """The listed word that the last word of a long question is the beginning of, as fields of fixed width leave it."""
    if len(last.text) < 2:
        return None
    return next((j for j, word in free.items() if word.text.startswith(last.text)), None)


def _look_again(pairs: list[Pair], extra: list[Word], lacking: list[Word]) -> Split:
    """Long words left over on both sides may be alike, and yet too far apart for the one to have found the other."""
    for one in extra:
        for other in lacking if len(one.text) >= LONG_WORD and not one.light else ():
            if len(other.text) < LONG_WORD or other.light:
                continue
            value = slip(one.text, other.text)
            if value >= WORD_FLOOR:
                more = [*pairs, Pair(one, other, value, HOW_SPELLING)]
                return _look_again(more, _less(extra, (one,)), _less(lacking, (other,)))
    return pairs, extra, lacking


def _join(pairs: list[Pair], extra: list[Word], lacking: list[Word]) -> Split:
    """Words that one side writes together and the other apart."""
    for _ in range(3):
        if not extra or not lacking or len(extra) == len(lacking) == 1:
            break
        joined = _join_one(pairs, extra, lacking)
        if joined is None:
            break
        pairs, extra, lacking = joined
    return pairs, extra, lacking


def _join_one(pairs: list[Pair], extra: list[Word], lacking: list[Word]) -> Split | None:
    for whole in extra:
        for two in pairwise(lacking):
            if _are_halves(two, whole):
                made = [Pair(whole, half, WORD_JOINED, HOW_JOINED) for half in two]
                return pairs + made, _less(extra, (whole,)), _less(lacking, two)
    for whole in lacking:
        for two in pairwise(extra):
            if _are_halves(two, whole):
                made = [Pair(half, whole, WORD_JOINED, HOW_JOINED) for half in two]
                return pairs + made, _less(extra, two), _less(lacking, (whole,))
    return None


def _are_halves(two: tuple[Word, Word], whole: Word) -> bool:
    parts = (two[0].text + two[1].text, two[1].text + two[0].text)
    if whole.text in parts:
        return True
    if whole.traits.arabic != two[0].traits.arabic:
        return (
            len(whole.traits.weak_key) >= 4 and whole.traits.weak_key == two[0].traits.weak_key + two[1].traits.weak_key
        )
    return len(whole.text) >= LONG and any(OSA.distance(whole.text, part, score_cutoff=1) <= 1 for part in parts)


def _less(words: Sequence[Word], taken: Sequence[Word]) -> list[Word]:
    """The words but for those taken, each of them once."""
    left = list(words)
    for word in taken:
        left.remove(word)
    return left
