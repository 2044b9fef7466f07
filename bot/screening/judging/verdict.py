"""LISTED, POSSIBLE or no match: why a hit is certain, all in this file.

A hit is certain, and the verdict LISTED, where an identifier is equal; or where nothing beside the name contradicts,
the question is more than one common word, and the full strong name is equal (`is_equal`) or one party alone fits
(`alone_of`). What many people are called is nobody's by an alias alone. What was read out of running text, of an
address on the net, or is one common word of a field is never certain (`Found.possible`), and no score, however high,
makes a hit so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Protocol, TypeVar

import numpy as np

from bot.screening.flat import Ids
from bot.screening.judging.alignment import Pair
from bot.screening.judging.score import Likeness
from bot.screening.policy import Certainty, Policy
from bot.screening.query import Hit, Verdict
from bot.screening.weights import COMMON_FROM, RARE_SURNAME
from bot.screening.words.given_names import is_given_name
from bot.screening.words.naming import Naming, Word
from bot.screening.words.spelling import HOW_EQUAL, HOW_FORM, HOW_SOUND
from bot.screening.words.weak_words import COMMON_WORDS, GENERATIONS, ROLE_NAME, ROLE_PARTICLE, are_common_people


def is_common(word: Word, parties: int) -> bool:
    """Whether the word alone is too common to mean anybody. `parties`: how many have it in a name, 0 where one
    party is listed under just this word."""
    return word.text in COMMON_WORDS or is_given_name(word.text) or parties >= COMMON_FROM or len(word.text) <= 2


def is_of_ordinary_words(naming: Naming) -> bool:
    """Whether no word of a name tells: there is a Ministry of Defence in each country. A name that tells is one party's
    wherever it has a branch."""
    telling = any(word.role is ROLE_NAME and word.text not in COMMON_WORDS for word in naming.core)
    return not telling and not naming.forms and len(naming.core) > 1


def is_equal(found: Likeness, *, latin: bool) -> bool:
    """Whether the names are equal. A name typed in another script has several Latin spellings: any of them will do."""
    if found.equal or latin:
        return found.equal
    whole = not (found.extra or found.lacking or found.forms_differ or found.numbers_differ or found.run_together)
    return whole and bool(found.pairs) and all(_is_same(pair, latin) for pair in found.pairs)


def may_fit_alone(found: Likeness, listed: Naming, *, latin: bool) -> bool:
    """Given name and surname equal, only a patronymic or middle name left out (relief/README, Verdicts)."""
    if not listed.has_surname or not found.lacking or found.forms_differ:
        return False
    if any(not word.light for word in found.extra):
        return False
    if any(word.text in GENERATIONS for word in (*found.lacking, *found.extra)):
        return False
    solid = [pair for pair in found.pairs if pair.listed.role is not ROLE_PARTICLE]
    if not all(_is_same(pair, latin) for pair in solid):
        return False
    matched = {pair.listed.text for pair in solid}
    given = next((word.text for word in listed.core if not word.family), "")
    return listed.surname <= matched and given in matched


def _is_same(pair: Pair, latin: bool) -> bool:
    if pair.how is HOW_EQUAL or latin:
        return pair.how is HOW_EQUAL
    return is_one_romanisation(pair)


def is_one_romanisation(pair: Pair) -> bool:
    """Whether the two words are spellings of one word of another script: Anninsky, Anninskii."""
    return pair.how in (HOW_FORM, HOW_SOUND) and pair.asked.traits.roman == pair.listed.traits.roman


class Fitting(Protocol):
    """A party found by a name: its number, its score, the listed name, and whether that is equal or may fit alone."""

    @property
    def at(self) -> int: ...
    @property
    def score(self) -> float: ...
    @property
    def naming(self) -> Naming: ...
    @property
    def sure(self) -> bool: ...
    @property
    def fits(self) -> bool: ...


class Publishers(Protocol):
    """How many of some parties the publisher has who has most of them."""

    def most_of_one(self, parties: Ids) -> int: ...


Fit = TypeVar("Fit", bound=Fitting)


def alone_of(
    found: Iterable[Fit],
    policy: Policy,
    bearers_of: Callable[[str], Ids],
    parties: Publishers,
    may_be_one: Callable[[Fit, Fit], bool],
) -> frozenset[int]:
    """The one party that a given name and a rare surname fit, if there is just one: on the lists of each publisher one
    at most, and all of them perhaps the same person (`may_be_one`). That a second publisher lists somebody makes
    nobody less listed. `bearers_of`: the parties that have a word in a name."""
    if policy.certainty is Certainty.EQUAL:
        return frozenset()
    best: dict[int, Fit] = {}
    for each in found:
        if each.score >= policy.possible_from and (each.fits or each.sure):
            best.setdefault(each.at, each)
    fits = [*best.values()]
    if not fits or (len(fits) > 1 and parties.most_of_one(np.array([*best], dtype=np.int32)) > 1):
        return frozenset()
    if not all(may_be_one(one, other) for one, other in combinations(fits, 2)):
        return frozenset()
    naming = fits[0].naming
    surname = naming.surname
    if are_common_people(frozenset([word.text for word in naming.core if not word.family]), surname):
        return frozenset()
    texts = {text for each in fits for text in each.naming.surname}
    bearers = [*map(bearers_of, texts)]
    if sum(map(len, bearers)) <= RARE_SURNAME or parties.most_of_one(np.concatenate(bearers)) <= RARE_SURNAME:
        return frozenset(best)
    return frozenset()


def is_certain(*, same_identifier: bool, equal: bool, alone: bool, common: bool, contradicted: bool) -> bool:
    """Whether a hit makes the verdict LISTED. `equal`: an equal full strong name; `alone`: `alone_of` gave this party;
    `common`: the question is one common word, or a common name that is an alias alone; `contradicted`: type, birth date
    or an identifier speaks against, or the country beside ordinary words."""
    return same_identifier or ((equal or alone) and not common and not contradicted)


def verdict_of(hits: Iterable[Hit]) -> Verdict:
    verdict = Verdict.NO_MATCH
    for hit in hits:
        if hit.certain:
            return Verdict.LISTED
        if hit.is_match:
            verdict = Verdict.POSSIBLE
    return verdict


def ask_who(name: str) -> str:
    """What is asked when a name says nothing ("N/A", "LLC")."""
    return f"“{name}” says nothing of whom is meant. Please give the name."


def ask_holder(account: str) -> str:
    """What is asked when the number of an account was given for a name."""
    return f"“{account}” is an account, and no list here gives any. Please name its holder and the bank."


def ask_in_latin(name: str) -> str:
    """What is asked when nobody is found by a name in a script that is not compared with Latin letters."""
    return (
        f"“{name}” is compared only with names that the lists print in that script, which few do. "
        "Please give the name in Latin letters, or an identifier."
    )


def ask_surname(given: str, name: str) -> str:
    """What is asked when a relative was called by a given name, and nobody has it with the surname of the other."""
    return (
        f"“{given}” is a given name alone, and no “{name}” is on the lists here. Please give the full name: "
        "the surname may be another."
    )


def ask_body(name: str) -> str:
    """What is asked when nobody is found by what a body of a state is, which lists may call otherwise."""
    return f"“{name}” says what it is, and no list here calls anybody so. Please give its own name or an abbreviation."


def ask_other_number(number: str) -> str:
    """What is asked when no entry here has a number by which the UN knows its entries."""
    return f"“{number}” is a reference number of the UN list, and no entry here has it. Please give the name."


def ask_back_for(word: str) -> str:
    """What is asked when a question is one common word."""
    return (
        f"“{word}” alone is too common to screen. Please give the full name, or a birth date or identifier beside it."
    )
