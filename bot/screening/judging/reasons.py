"""A score in sentences that a lawyer can read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.sanctions.display import capitals
from bot.sanctions.party import Name, NameKind
from bot.screening.judging.alignment import Pair
from bot.screening.judging.score import Likeness
from bot.screening.query import Reason
from bot.screening.words.naming import Naming, Word
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
from bot.screening.words.weak_words import ROLE_FORM, ROLE_NUMBER, ROLE_PARTICLE, ROLE_PATRONYMIC, ROLE_TITLE

_HOW = {
    HOW_FORM: "is a form of",
    HOW_SPELLING: "is spelt nearly like",
    HOW_SOUND: "sounds like",
    HOW_VOWELS: "has the consonants of",
    HOW_INITIAL: "fits as an initial of",
    HOW_CUT: "is the beginning of",
    HOW_JOINED: "is written together with its neighbour as in",
    HOW_SHORT: "may be short for",
    HOW_ROMANISED: "is another romanisation of",
}
_SMALL = (ROLE_PARTICLE, ROLE_TITLE, ROLE_FORM)


def name_reasons(found: Likeness, listed: Naming, name: Name, *, latin: bool) -> list[Reason]:
    """Why `found` scores as it does. `latin`: whether the question is in Latin letters."""
    says = [_opening(found, listed, latin), *_left_over(found)]
    if found.forms_differ:
        says.append("Another legal form.")
    if found.numbers_differ:
        says.append("Other numbers in the name.")
    if name.kind is NameKind.FORMERLY:
        says.append("A former name.")
    made = [Reason("name", sentence) for sentence in says if sentence]
    if name.weak:
        made.append(Reason("weak", "A weak alias, by the publisher's own mark."))
    return made


def _opening(found: Likeness, listed: Naming, latin: bool) -> str:
    if found.equal:
        return "Same name." if latin else "Same name, once written in Latin letters."
    if found.published:
        return "As the list has it, but for the order of the words, spaces or signs."
    if found.cut:
        return "The listed name begins so; a field of fixed width may have cut it."
    if found.run_together:
        return "Same letters but for spaces or one letter."
    clauses = _clauses([pair for pair in found.pairs if pair.listed.role not in _SMALL], listed)
    sentence = "; ".join(clauses)
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else "Only small words are the same."


def _clauses(pairs: Sequence[Pair], listed: Naming) -> list[str]:
    same = [pair.listed for pair in pairs if pair.how is HOW_EQUAL]
    parts = [_part(word, listed) for word in same]
    clauses = []
    if "surname" in parts and "given name" in parts:
        clauses.append("same surname and given name")
    elif same:
        clauses.append(f"same {'surname' if set(parts) == {'surname'} else ''}".strip() + f" {_quoted(same)}")
    for pair in pairs:
        if pair.how is not HOW_EQUAL:
            clauses.append(f"{_quote(pair.asked.text)} {_HOW[pair.how]} {_quote(pair.listed.text)}")
    return clauses


def _left_over(found: Likeness) -> list[str]:
    if found.equal or found.run_together or found.cut or found.published:
        return []
    lacking = [word for word in found.lacking if word.role not in (ROLE_PARTICLE, ROLE_FORM)]
    extra = [word for word in found.extra if word.role not in _SMALL]
    says = [f"The list adds {_quoted(lacking)}."] if lacking else []
    return says + ([f"The list lacks {_quoted(extra)}."] if extra else [])


def _part(word: Word, listed: Naming) -> str:
    if word.family:
        return "surname"
    if word.role in (ROLE_PATRONYMIC, ROLE_TITLE):
        return word.role.label
    if word.role is ROLE_NUMBER:
        return "number"
    return "given name" if listed.has_surname else "word"


def _quoted(words: Sequence[Word]) -> str:
    quoted = [_quote(word.text) for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


@lru_cache(maxsize=4_000)  # the words of a question are quoted in the reasons of each hit
def _quote(word: str) -> str:
    return f"“{capitals(word.upper())}”"
