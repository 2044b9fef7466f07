"""One name against another: how alike the whole is, from 0 to 1.

Words are paired one to one (`alignment`). What is left over tells the rest: a word left out on one side costs
little (lists leave out patronymics, people leave out middle names); words left over on both sides stand against
each other and cost much, for that is how two different people differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.screening.judging.against import speaks_against
from bot.screening.judging.alignment import Pair, aligned
from bot.screening.weights import (
    ABBREVIATED,
    AGAINST,
    ALONE_LEAST,
    ALONE_MOST,
    BOTH,
    CUT,
    EXTRA,
    OMITTED,
    OMITTED_BESIDE_ONE,
    OMITTED_FAMILY,
    ONE_LETTER,
    OTHER_FORM,
    OTHER_NUMBER,
    OTHER_WRITING,
    PATRONYMIC,
    RUN_TOGETHER,
    SMALL_ALONE,
    SOLID,
    SURE_ALONE,
)  # fmt: skip
from bot.screening.words.naming import Naming, Word
from bot.screening.words.spelling import CUT_FROM, HOW_CUT, HOW_EQUAL, HOW_INITIAL, Tables
from bot.screening.words.weak_words import (
    ARTICLES,
    GENERATIONS,
    ROLE_FORM,
    ROLE_INITIAL,
    ROLE_NAME,
    ROLE_NUMBER,
    ROLE_PARTICLE,
    ROLE_PATRONYMIC,
    ROLE_STOCK,
    ROLE_TITLE,
    SHIPS,
)


class Likeness(NamedTuple):
    """How alike two names are. `extra` are the words of the question that the list lacks, `lacking` the reverse."""

    score: float
    pairs: tuple[Pair, ...] = ()
    extra: tuple[Word, ...] = ()
    lacking: tuple[Word, ...] = ()
    equal: bool = False
    forms_differ: bool = False
    numbers_differ: bool = False
    only_form: bool = False  # differs, and nothing else
    run_together: bool = False
    cut: bool = False
    published: bool = False  # letter for letter, or word for word, as the list has it

    @property
    def number_left_out(self) -> bool:
        """Whether the list has a number where the question has none: Nord Stream for NORD STREAM 2."""
        return not self.numbers_differ and any(word.text.isdigit() for word in self.lacking)

    @property
    def numeral_more(self) -> bool:
        """Whether the question has a numeral that the list has not: a title of a person or a firm, another ship."""
        return not self.numbers_differ and any(word.role is ROLE_NUMBER for word in self.extra)


NONE = Likeness(0.0)


def compare(asked: Naming, listed: Naming, tables: Tables) -> Likeness:
    """How alike `asked` is to `listed`. `tables`: which of their words are alike."""
    if not asked.words or not listed.words:
        return NONE
    equal = asked.equals(listed) and not _title_differs(asked, listed)
    pairs, extra, lacking = aligned(asked, listed, tables)
    if not pairs:
        return _whole(asked, listed, NONE)
    forms = bool(asked.forms) and bool(listed.forms) and not asked.forms & listed.forms
    numbers = _numbers_differ(asked, listed)
    score = 1.0 if equal else _weigh(pairs, extra, lacking)
    if len(asked.core) == 1 < len(listed.core) and not equal and not (asked.titles and _is_named_so(pairs, listed)):
        score = _single(
            pairs, listed, score, forms=any(word.role is ROLE_FORM and len(word.text) > 2 for word in asked.words)
        )
    elif not equal and score > AGAINST and speaks_against(asked, listed, pairs, extra, lacking):
        score = AGAINST
    if not equal and len(listed.core) == 1 and (short := asked.short_form) and short.text == listed.core[0].text:
        score = max(score, ABBREVIATED)
    score *= OTHER_FORM if forms else 1.0
    score *= OTHER_WRITING if asked.rough != listed.rough else 1.0
    score *= OTHER_NUMBER if numbers else 1.0
    if asked.rough != listed.rough and (extra or lacking):
        score = min(score, AGAINST)
    made = Likeness(
        round(score, 4),
        tuple(pairs),
        tuple(extra),
        tuple(lacking),
        equal=equal and not forms,
        forms_differ=forms,
        numbers_differ=numbers,
        only_form=equal and forms,
    )
    return _whole(asked, listed, made)


def window_of(asked: Naming, listed: Naming, tables: Tables) -> slice | None:
    """Where in a longer question all words of a listed name stand, word beside word and in their order; None where they
    do not."""
    pairs, _, lacking = aligned(asked, listed, tables)
    if not pairs or any(not word.light for word in lacking):
        return None
    places = {id(word): at for at, word in enumerate(asked.words)}
    order = {id(word): at for at, word in enumerate(listed.words)}
    stand = sorted((places[id(pair.asked)], order[id(pair.listed)]) for pair in pairs if not pair.listed.light)
    if any(one[1] > other[1] for one, other in pairwise(stand)):
        return None
    at = [place for place, _ in stand]
    if not at or any(not word.light for word in asked.words[at[0] : at[-1] + 1] if places[id(word)] not in at):
        return None
    return slice(at[0], at[-1] + 1)


def _numbers_differ(asked: Naming, listed: Naming) -> bool:
    """Whether one name has a number against the other's: another ship, another factory. A question without any may
    mean one that the list has (Nord Stream); of a person it may not. A Roman numeral must stand against another number,
    for it is a title, too."""
    if not (asked.numbers or asked.numerals or listed.numbers or listed.numerals):  # as with most names
        return False
    if listed.has_surname:
        return asked.numbers != listed.numbers
    ours, theirs = asked.numbers | asked.numerals, listed.numbers | listed.numerals
    more, less = ours - theirs - listed.maybe_numbers, theirs - ours - asked.maybe_numbers
    return bool((more and (less or more & asked.numbers)) or (less & listed.numbers and (ours or asked.maybe_numbers)))


def _title_differs(asked: Naming, listed: Naming) -> bool:
    """Whether the question leaves out a title that matters (Jr. always; where the name is common any, "son of" too) or
    has one that a ship or a firm does not: Lady Rasha is not RASHA."""
    if not listed.has_surname:
        return not asked.titles - SHIPS <= {word.text for word in listed.words}
    lacking = listed.titles - asked.titles
    if asked.is_common and (lacking or listed.particles - asked.particles - ARTICLES):
        return True
    return not lacking.isdisjoint(GENERATIONS)


def _is_named_so(pairs: Sequence[Pair], listed: Naming) -> bool:
    """Whether what is a title in the question is a part of a firm's name: Hafiz Darya, of HAFIZ DARYA SHIPPING."""
    named = any(pair.asked.role is ROLE_TITLE and pair.listed.role is ROLE_NAME for pair in pairs)
    return named and not listed.has_surname and all(pair.how is HOW_EQUAL for pair in pairs)


def _weigh(pairs: Sequence[Pair], extra: Sequence[Word], lacking: Sequence[Word]) -> float:
    got = total = 0.0
    solid = 0
    for asked, listed, value, how in pairs:
        if how is HOW_INITIAL:
            weight = min(asked.weight, listed.weight)
        else:
            weight = (asked.weight + listed.weight) / 2
            solid += asked.weight >= SOLID
        got += weight * value
        total += weight
    if not total:
        return 0.0
    more, less = sum([word.weight for word in extra]), sum([word.weight for word in lacking])
    against = min(more, less)
    fathers = _of_fathers(pairs, extra) if extra and not lacking else 0.0
    omission = OMITTED if solid >= 2 else OMITTED_BESIDE_ONE
    if True in [word.family for word in lacking]:
        omission += OMITTED_FAMILY
    cost = BOTH * against + EXTRA * (more - against - PATRONYMIC * fathers) + omission * (less - against)
    return got / (total + cost)


def _of_fathers(pairs: Sequence[Pair], extra: Sequence[Word]) -> float:
    """The weight of the patronymics among what the list lacks, or of their initials: Sechin I.I., of SECHIN, Igor."""
    initials = HOW_INITIAL in [pair.how for pair in pairs]
    return sum(
        [word.weight for word in extra if word.role is ROLE_PATRONYMIC or (initials and word.role is ROLE_INITIAL)]
    )


def _single(pairs: Sequence[Pair], listed: Naming, score: float, *, forms: bool) -> float:
    """One word for a longer name: a surname, or the one telling word of a firm, may be meant; more is not known."""
    pair = max(pairs, key=lambda each: each.asked.weight * each.alike)
    if pair.how in (HOW_INITIAL, HOW_CUT) or pair.asked.role in (ROLE_PARTICLE, ROLE_TITLE, ROLE_FORM):
        return min(score, SMALL_ALONE)
    telling = [word for word in listed.core if word.role not in (ROLE_STOCK, ROLE_NUMBER)]
    family = pair.listed.family and pair.alike >= SURE_ALONE
    if family and forms:  # a firm called after somebody
        return min(score, AGAINST)
    if family or (not listed.has_surname and telling == [pair.listed] and pair.how is HOW_EQUAL):
        return min(max(score, ALONE_LEAST), ALONE_MOST)
    return min(score, AGAINST)


def _is_cut(asked: Naming, listed: Naming) -> bool:
    """Whether the question is the beginning of the listed name, letter by letter, as fields of fixed width leave it."""
    if asked.size < CUT_FROM or listed.size <= asked.size:
        return False
    one = "".join([word.text for word in asked.words])
    return "".join([word.text for word in listed.words]).startswith(one)


def _whole(asked: Naming, listed: Naming, made: Likeness) -> Likeness:
    """The letters without their spaces, where the words do not agree in number: names run together or split, or cut."""
    if made.score < CUT and _is_cut(asked, listed):
        return Likeness(CUT, made.pairs, cut=True)
    if made.equal or made.forms_differ or made.numbers_differ or len(asked.words) == len(listed.words):
        return made
    if asked.size < 5 or abs(asked.size - listed.size) > 1:
        return made
    one, other = asked.compact, listed.compact
    distance = OSA.distance(one, other, score_cutoff=1)
    value = RUN_TOGETHER if distance == 0 else ONE_LETTER if distance == 1 and len(one) >= 8 else 0.0
    if value <= made.score:
        return made
    return Likeness(value, made.pairs, run_together=True)
