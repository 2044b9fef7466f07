"""One name against another: which word stands for which, and how alike the whole is, from 0 to 1.

Words are paired one to one, the best first. What is left over tells the rest: a word left out on one side costs
little (lists leave out patronymics, people leave out middle names); words left over on both sides stand against
each other and cost much, for that is how two different people differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.screening.naming import Naming, Word
from bot.screening.spelling import FLOOR, INITIAL, Alike, How, slip, unpacked
from bot.screening.words import GENERATIONS, PARTICLES, Role

AGAINST = 0.78  # at most, where something in the names speaks against the match
ABBREVIATED = 0.84  # of a firm's long name to its short one
SURE_ALONE = 0.93  # from here up a single word may be a misspelt surname
LONG = 14  # letters of a question that may have been cut off
VAGUE = 0.9  # likeness below which a word is merely alike
SHORT_NAME = 3  # letters of a firm's name that must be equal
LONG_WORD = 5  # letters from where on two words left over are looked at again

_FIRST = itemgetter(0)
Tables = Sequence[Mapping[int, Alike]]  # of each typed word: the listed words that it is like, and how


class Pair(NamedTuple):
    asked: Word
    listed: Word
    alike: float
    how: How


class Likeness(NamedTuple):
    """How alike two names are. `extra` are the words of the question that the list lacks, `lacking` the reverse."""

    score: float
    pairs: tuple[Pair, ...] = ()
    extra: tuple[Word, ...] = ()
    lacking: tuple[Word, ...] = ()
    equal: bool = False
    forms_differ: bool = False
    numbers_differ: bool = False
    run_together: bool = False


NONE = Likeness(0.0)


def compare(asked: Naming, listed: Naming, tables: Tables) -> Likeness:
    """How alike `asked` is to `listed`. `tables`: which of their words are alike."""
    if not asked.words or not listed.words:
        return NONE
    equal = asked.equals(listed) and not _lacks_title(asked, listed)
    pairs, extra, lacking = _align(asked, listed, tables)
    if extra and lacking:
        pairs, extra, lacking = _join(*_look_again(pairs, extra, lacking))
    if not pairs:
        return _whole(asked, listed, NONE)
    forms = bool(asked.forms) and bool(listed.forms) and not asked.forms & listed.forms
    numbers = asked.numbers != listed.numbers
    score = 1.0 if equal else _weigh(pairs, extra, lacking)
    if len(asked.core) == 1 < len(listed.core) and not equal:
        score = _single(pairs, listed, score)
    elif not equal and (
        _contradicts(pairs, extra, lacking, listed)
        or (asked.latin and _are_vague(pairs, lacking, last=asked.words[-1]))
    ):
        score = min(score, AGAINST)
    if not equal and len(listed.core) == 1 and (short := asked.short_form) and short.text == listed.core[0].text:
        score = max(score, ABBREVIATED)
    score *= 0.78 if forms else 1.0
    score *= 0.88 if asked.rough != listed.rough else 1.0
    score *= 0.8 if numbers else 1.0
    if asked.rough != listed.rough and (extra or lacking):
        score = min(score, AGAINST)
    made = Likeness(round(score, 4), tuple(pairs), tuple(extra), tuple(lacking), equal and not forms, forms, numbers)
    return _whole(asked, listed, made)


def _lacks_title(asked: Naming, listed: Naming) -> bool:
    """Whether the question leaves out a title that matters: Jr. always, any where the name is a common one."""
    lacking = listed.titles - asked.titles
    return bool(lacking) and (not lacking.isdisjoint(GENERATIONS) or asked.is_common)


Split = tuple[list[Pair], list[Word], list[Word]]


def _align(asked: Naming, listed: Naming, tables: Tables) -> Split:
    """The words paired one to one, the most alike first."""
    ours, theirs = asked.words, listed.words
    possible: list[tuple[float, int, int, float, How]] = []
    for j, other in enumerate(theirs):
        at = other.at
        for i, table in enumerate(tables):
            found = table.get(at)
            if found is not None:
                value, how = unpacked(found)
                if how is How.EQUAL or not _is_particle(ours[i], other):
                    possible.append((0.001 * abs(i - j) - value, i, j, value, how))
        # Ships and firms have letters in their names that are no initials.
        if listed.has_surname if len(other.text) == 1 else asked.has_letters:
            possible += _initials(asked, j, other)
    possible.sort(key=_FIRST)
    pairs: list[Pair] = []
    left_i, left_j = dict(enumerate(ours)), dict(enumerate(theirs))
    for _, i, j, value, how in possible:
        if i in left_i and j in left_j:
            pairs.append(Pair(left_i.pop(i), left_j.pop(j), value, how))
    last = len(ours) - 1
    if last in left_i and pairs and left_j and len(asked.compact) >= LONG:
        cut = _cut(left_i[last], left_j)
        if cut is not None:
            pairs.append(Pair(left_i.pop(last), left_j.pop(cut), 0.9, How.CUT))
    return pairs, list(left_i.values()), list(left_j.values())


def _is_particle(one: Word, other: Word) -> bool:
    """Whether one of the words is a short particle: al is no misspelt Ali."""
    if other.role is Role.PARTICLE:
        return len(other.text) <= 2
    return one.role is Role.PARTICLE


def _initials(asked: Naming, j: int, other: Word) -> list[tuple[float, int, int, float, How]]:
    """The words of which one is the initial of the other."""
    letter, single = other.text[0], len(other.text) == 1
    return [
        (0.001 * abs(i - j) - INITIAL[0], i, j, *INITIAL)
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
            if value >= FLOOR:
                more = [*pairs, Pair(one, other, value, How.SPELLING)]
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
                made = [Pair(whole, half, 0.97, How.JOINED) for half in two]
                return pairs + made, _less(extra, (whole,)), _less(lacking, two)
    for whole in lacking:
        for two in pairwise(extra):
            if _are_halves(two, whole):
                made = [Pair(half, whole, 0.97, How.JOINED) for half in two]
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


def _weigh(pairs: Sequence[Pair], extra: Sequence[Word], lacking: Sequence[Word]) -> float:
    got = total = 0.0
    solid = 0
    for asked, listed, value, how in pairs:
        if how is How.INITIAL:
            weight = min(asked.weight, listed.weight)
        else:
            weight = (asked.weight + listed.weight) / 2
            solid += asked.weight >= 0.5
        got += weight * value
        total += weight
    if not total:
        return 0.0
    more, less = sum([word.weight for word in extra]), sum([word.weight for word in lacking])
    against = min(more, less)
    patronymic = 0.5 * sum([word.weight for word in extra if word.role is Role.PATRONYMIC]) if not lacking else 0.0
    omission = 0.13 if solid >= 2 else 0.16
    omission += 0.05 * any(word.family for word in lacking)
    cost = 0.9 * against + 0.52 * (more - against - patronymic) + omission * (less - against)
    return got / (total + cost)


def _contradicts(pairs: Sequence[Pair], extra: Sequence[Word], lacking: Sequence[Word], listed: Naming) -> bool:
    """A telling word left over on both sides; slips in several short words; no surname, and the rest merely similar;
    or initials alone."""
    if any(_tells(one) for one in extra) and any(_tells(other) for other in lacking):
        return True
    slips = [pair for pair in pairs if pair.how is How.SPELLING and len(pair.listed.text) <= 4]
    if len(slips) >= 2:  # Kim Song Hun for Kim Jong Un
        return True
    if listed.has_surname and not any(pair.listed.family for pair in pairs):
        equal = sum(pair.how is How.EQUAL and _is_solid(pair) for pair in pairs)
        if equal >= 3 or (equal == 2 and not extra and all(map(_is_begun, pairs))):  # cut off before the surname
            return False
        return not all(_is_sure(pair) for pair in pairs)
    if not listed.has_surname and _is_another_firm(pairs, lacking):
        return True
    return not any(map(_is_solid, pairs))


def _is_another_firm(pairs: Sequence[Pair], lacking: Sequence[Word]) -> bool:
    """Whether what tells the firm from others is missing or merely alike: T-Mobile for Syriatel Mobile Telecom,
    Commercial International Bank for Rason International Commercial Bank, KBC Bank for KBK Bank."""
    telling = [pair for pair in pairs if pair.listed.role in (Role.NAME, Role.NUMBER)]
    if any(map(_is_sure, telling)):
        return any(pair.how is How.INITIAL for pair in pairs) and any(map(_tells, lacking))
    short = any(pair.how in (How.SPELLING, How.SOUND) and len(pair.listed.text) <= SHORT_NAME for pair in telling)
    return short or any(map(_tells, lacking))


def _is_solid(pair: Pair) -> bool:
    word = pair.listed
    return pair.how is not How.INITIAL and word.weight >= 0.5 and len(word.text) > 1 and word.text not in PARTICLES


def _is_sure(pair: Pair) -> bool:
    begun = len(pair.asked.text) >= 6 and pair.listed.text.startswith(pair.asked.text)
    return begun or pair.how in (How.EQUAL, How.CUT, How.JOINED)


def _are_vague(pairs: Sequence[Pair], lacking: Sequence[Word], last: Word) -> bool:
    """Whether the words are alike, and no more: a name of which each word is another is another's. Where the list has
    one surname more, or more words at all, the rest must be equal, but for the last word, which may be cut off."""
    telling = [pair for pair in pairs if not pair.listed.light]
    vague = [pair for pair in telling if pair.alike < VAGUE and pair.how in (How.SPELLING, How.SOUND)]
    if len(telling) == len(vague) > 1:
        return True
    loose = [
        pair
        for pair in telling
        if (pair.how is How.FORM or pair in vague) and not (pair.asked is last and _is_begun(pair))
    ]
    if any(word.family for word in lacking):
        return bool(loose)
    return len(loose) == len(telling) > 1 and any(map(_tells, lacking))


def _is_begun(pair: Pair) -> bool:
    return pair.listed.text.startswith(pair.asked.text)


def _tells(word: Word) -> bool:
    return word.role is Role.NAME and len(word.text) > 2


def _single(pairs: Sequence[Pair], listed: Naming, score: float) -> float:
    """One word for a longer name: a surname, or the one telling word of a firm, may be meant; more is not known."""
    pair = max(pairs, key=lambda each: each.asked.weight * each.alike)
    if pair.how in (How.INITIAL, How.CUT) or pair.asked.role in (Role.PARTICLE, Role.TITLE, Role.FORM):
        return min(score, 0.5)
    telling = [word for word in listed.core if word.role is not Role.STOCK]
    family = pair.listed.family and pair.alike >= SURE_ALONE
    if family or (not listed.has_surname and telling == [pair.listed] and pair.how is How.EQUAL):
        return min(max(score, 0.82), 0.86)
    return min(score, 0.78)


def _whole(asked: Naming, listed: Naming, made: Likeness) -> Likeness:
    """The letters without their spaces, where the words do not agree in number: names run together or split."""
    if made.equal or made.forms_differ or len(asked.words) == len(listed.words):
        return made
    if asked.size < 5 or abs(asked.size - listed.size) > 1:
        return made
    one, other = asked.compact, listed.compact
    distance = OSA.distance(one, other, score_cutoff=1)
    value = 0.97 if distance == 0 else 0.92 if distance == 1 and len(one) >= 8 else 0.0
    if value <= made.score:
        return made
    return Likeness(value, made.pairs, (), (), False, False, False, True)
