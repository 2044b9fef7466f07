"""LISTED, POSSIBLE or no match: the rules of what a name alone can prove."""

from __future__ import annotations

from collections.abc import Iterable

from bot.screening.naming import Naming, Word
from bot.screening.query import MATCH, Hit, Verdict
from bot.screening.score import How, Likeness
from bot.screening.words import COMMON_WORDS, Role

RARE_SURNAME = 5  # parties on the lists that may bear it
COMMON_FROM = 40  # parties whose names hold a word, from where on that word alone says nothing


def is_common(word: Word, parties: int) -> bool:
    """Whether the word alone is too common to mean anybody. `parties`: how many have it in a name, 0 where one
    party is listed under just this word."""
    return word.text in COMMON_WORDS or parties >= COMMON_FROM or len(word.text) <= 2


def may_fit_alone(found: Likeness, listed: Naming) -> bool:
    """Given name and surname equal, only a patronymic or middle name left out (relief/README, Verdicts)."""
    if not listed.surname or found.extra or not found.lacking or found.forms_differ:
        return False
    solid = [pair for pair in found.pairs if pair.listed.role is not Role.PARTICLE]
    if any(pair.how is not How.EQUAL for pair in solid):
        return False
    matched = {pair.listed.text for pair in solid}
    given = next((word.text for word in listed.core if word.text not in listed.surname), "")
    return listed.surname <= matched and given in matched


def verdict_of(hits: Iterable[Hit]) -> Verdict:
    verdict = Verdict.NO_MATCH
    for hit in hits:
        if hit.certain:
            return Verdict.LISTED
        if hit.score >= MATCH:
            verdict = Verdict.POSSIBLE
    return verdict


def ask_back_for(word: str) -> str:
    """What is asked when a question is one common word."""
    return (
        f"“{word}” alone is too common to screen. Please give the full name, or a birth date or identifier beside it."
    )
