"""One name against another: which word stands for which, and how alike the whole is, from 0 to 1.

Words are paired one to one, the best first. What is left over tells the rest: a word left out on one side costs
little (lists leave out patronymics, people leave out middle names); words left over on both sides stand against
each other and cost much, for that is how two different people differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.screening.naming import Naming, Word
from bot.screening.spelling import FLOOR, How, Memory, alike
from bot.screening.words import PARTICLES, Role

AGAINST = 0.78  # at most, where something in the names speaks against the match
SURE_ALONE = 0.93  # from here up a single word may be a misspelt surname


@dataclass(frozen=True, slots=True)
class Pair:
    asked: Word
    listed: Word
    alike: float
    how: How


@dataclass(frozen=True, slots=True)
class Likeness:
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


def compare(asked: Naming, listed: Naming, memory: Memory | None = None) -> Likeness:
    """How alike `asked` is to `listed`. `memory` keeps word likenesses between calls with the same `asked`."""
    if not asked.words or not listed.words:
        return NONE
    equal = asked.core_key == listed.core_key or asked.full_key == listed.full_key
    equal = equal and not (listed.junior and not asked.junior)
    pairs, extra, lacking = _align(asked, listed, {} if memory is None else memory)
    pairs, extra, lacking = _join(pairs, extra, lacking)
    if not pairs:
        return _whole(asked, listed, NONE)
    forms = bool(asked.forms and listed.forms and not asked.forms & listed.forms)
    numbers = asked.numbers != listed.numbers
    score = 1.0 if equal else _weigh(pairs, extra, lacking, listed.surname)
    if len(asked.core) == 1 < len(listed.core) and not equal:
        score = _single(pairs, listed, score)
    elif not equal and _contradicts(pairs, extra, lacking, listed):
        score = min(score, AGAINST)
    score *= 0.78 if forms else 1.0
    score *= 0.88 if asked.rough != listed.rough else 1.0
    score *= 0.8 if numbers else 1.0
    made = Likeness(round(score, 4), pairs, extra, lacking, equal and not forms, forms, numbers)
    return _whole(asked, listed, made)


def _align(
    asked: Naming, listed: Naming, memory: Memory
) -> tuple[tuple[Pair, ...], tuple[Word, ...], tuple[Word, ...]]:
    possible: list[tuple[float, int, int, How]] = []
    for i, one in enumerate(asked.words):
        for j, other in enumerate(listed.words):
            remembered = memory.get((one.text, other.text))
            if remembered is None:
                remembered = memory[(one.text, other.text)] = alike(one, other)
            value, how = remembered
            if how is How.INITIAL and len(other.text) == 1 and not listed.surname:
                continue  # ships and firms have letters in their names that are no initials
            if value >= FLOOR:
                possible.append((value - 0.001 * abs(i - j), i, j, how))
    possible.sort(key=lambda found: -found[0])
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    pairs = []
    for _, i, j, how in possible:
        if i in taken_i or j in taken_j:
            continue
        taken_i.add(i)
        taken_j.add(j)
        pairs.append(Pair(asked.words[i], listed.words[j], memory[(asked.words[i].text, listed.words[j].text)][0], how))
    cut = _cut(asked, listed, pairs, taken_i, taken_j)
    if cut is not None:
        pairs.append(Pair(asked.words[-1], listed.words[cut], 0.9, How.CUT))
        taken_i.add(len(asked.words) - 1)
        taken_j.add(cut)
    extra = tuple(word for i, word in enumerate(asked.words) if i not in taken_i)
    lacking = tuple(word for j, word in enumerate(listed.words) if j not in taken_j)
    return tuple(pairs), extra, lacking


def _cut(asked: Naming, listed: Naming, pairs: list[Pair], taken_i: set[int], taken_j: set[int]) -> int | None:
    """The listed word that the last word of a long question is the beginning of, as fields of fixed width leave it."""
    last = asked.words[-1].text
    if len(asked.words) - 1 in taken_i or not pairs or len(asked.compact) < 14 or len(last) < 2:
        return None
    free = (j for j in range(len(listed.words)) if j not in taken_j)
    return next((j for j in free if listed.words[j].text.startswith(last)), None)


Split = tuple[tuple[Pair, ...], tuple[Word, ...], tuple[Word, ...]]


def _join(pairs: tuple[Pair, ...], extra: tuple[Word, ...], lacking: tuple[Word, ...]) -> Split:
    """Words that one side writes together and the other apart."""
    for _ in range(3):
        if not extra or not lacking or len(extra) == len(lacking) == 1:
            break
        joined = _join_one(pairs, extra, lacking)
        if joined is None:
            break
        pairs, extra, lacking = joined
    return pairs, extra, lacking


def _join_one(pairs: tuple[Pair, ...], extra: tuple[Word, ...], lacking: tuple[Word, ...]) -> Split | None:
    for whole in extra:
        for two in pairwise(lacking):
            if _are_halves(two, whole):
                made = tuple(Pair(whole, half, 0.97, How.JOINED) for half in two)
                return pairs + made, _less(extra, (whole,)), _less(lacking, two)
    for whole in lacking:
        for two in pairwise(extra):
            if _are_halves(two, whole):
                made = tuple(Pair(half, whole, 0.97, How.JOINED) for half in two)
                return pairs + made, _less(extra, two), _less(lacking, (whole,))
    return None


def _are_halves(two: tuple[Word, Word], whole: Word) -> bool:
    return whole.text in (two[0].text + two[1].text, two[1].text + two[0].text)


def _less(words: tuple[Word, ...], taken: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words if not any(word is each for each in taken))


def _weigh(pairs: Sequence[Pair], extra: Sequence[Word], lacking: Sequence[Word], surname: frozenset[str]) -> float:
    got = total = 0.0
    for pair in pairs:
        weight = (
            min(pair.asked.weight, pair.listed.weight)
            if pair.how is How.INITIAL
            else (pair.asked.weight + pair.listed.weight) / 2
        )
        got += weight * pair.alike
        total += weight
    more, less = sum(word.weight for word in extra), sum(word.weight for word in lacking)
    against = min(more, less)
    patronymic = 0.5 * sum(word.weight for word in extra if word.role is Role.PATRONYMIC and not lacking)
    solid = sum(1 for pair in pairs if pair.how is not How.INITIAL and pair.asked.weight >= 0.5)
    omission = 0.13 if solid >= 2 else 0.16
    omission += 0.05 * any(word.text in surname for word in lacking)
    cost = 0.9 * against + 0.52 * (more - against - patronymic) + omission * (less - against)
    return got / (total + cost) if total else 0.0


def _contradicts(pairs: Sequence[Pair], extra: Sequence[Word], lacking: Sequence[Word], listed: Naming) -> bool:
    """A telling word left over on both sides; slips in several short words; no surname, and the rest merely similar;
    or initials alone."""
    if any(_tells(one) for one in extra) and any(_tells(other) for other in lacking):
        return True
    slips = [pair for pair in pairs if pair.how is How.SPELLING and len(pair.listed.text) <= 4]
    if len(slips) >= 2:  # Kim Song Hun for Kim Jong Un
        return True
    matched = {pair.listed.text for pair in pairs}
    if listed.surname and not listed.surname & matched:
        return any(not _is_sure(pair) for pair in pairs)
    initials = [pair for pair in pairs if pair.how is How.INITIAL]
    if initials and not listed.surname and any(_tells(word) for word in lacking):
        return True  # T-Mobile for Syriatel Mobile Telecom
    return not any(_is_solid(pair) for pair in pairs)


def _is_solid(pair: Pair) -> bool:
    word = pair.listed
    return pair.how is not How.INITIAL and word.weight >= 0.5 and len(word.text) > 1 and word.text not in PARTICLES


def _is_sure(pair: Pair) -> bool:
    begun = len(pair.asked.text) >= 6 and pair.listed.text.startswith(pair.asked.text)
    return begun or pair.how in (How.EQUAL, How.CUT, How.JOINED)


def _tells(word: Word) -> bool:
    return word.role is Role.NAME and len(word.text) > 2


def _single(pairs: Sequence[Pair], listed: Naming, score: float) -> float:
    """One word for a longer name: a surname, or the one telling word of a firm, may be meant; more is not known."""
    pair = max(pairs, key=lambda each: each.asked.weight * each.alike)
    if pair.how in (How.INITIAL, How.CUT) or pair.asked.role in (Role.PARTICLE, Role.TITLE, Role.FORM):
        return min(score, 0.5)
    telling = [word for word in listed.core if word.role is not Role.STOCK]
    family = pair.listed.text in listed.surname and pair.alike >= SURE_ALONE
    if family or (not listed.surname and telling == [pair.listed] and pair.how is How.EQUAL):
        return min(max(score, 0.82), 0.86)
    return min(score, 0.78)


def _whole(asked: Naming, listed: Naming, made: Likeness) -> Likeness:
    """The letters without their spaces, where the words do not agree in number: names run together or split."""
    if made.equal or made.forms_differ or len(asked.words) == len(listed.words):
        return made
    one, other = asked.compact, listed.compact
    if len(one) < 5 or abs(len(one) - len(other)) > 1:
        return made
    distance = OSA.distance(one, other, score_cutoff=1)
    value = 0.97 if distance == 0 else 0.92 if distance == 1 and len(one) >= 8 else 0.0
    if value <= made.score:
        return made
    return Likeness(value, made.pairs, (), (), False, False, False, True)
