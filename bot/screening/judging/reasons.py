"""A score in sentences that a lawyer can read."""

from __future__ import annotations

from collections.abc import Sequence

from bot.sanctions.party import Name, NameKind
from bot.screening.judging.alignment import Pair
from bot.screening.judging.score import Likeness
from bot.screening.query import Reason
from bot.screening.words.naming import Naming, Word
from bot.screening.words.spelling import How
from bot.screening.words.weak_words import Role

_HOW = {
    How.FORM: "is a form of",
    How.SPELLING: "is spelt nearly like",
    How.SOUND: "sounds like",
    How.VOWELS: "has the consonants of",
    How.INITIAL: "fits as an initial of",
    How.CUT: "is the beginning of",
    How.JOINED: "is written together with its neighbour as in",
    How.SHORT: "may be short for",
    How.ROMANISED: "is another romanisation of",
}
_SMALL = (Role.PARTICLE, Role.TITLE, Role.FORM)


def name_reasons(found: Likeness, listed: Naming, name: Name, *, latin: bool) -> list[Reason]:
    """Why `found` scores as it does. `latin`: whether the question is in Latin letters."""
    says = [_opening(found, listed, latin)]
    says += _left_over(found, listed)
    if found.forms_differ:
        says.append("The legal form differs.")
    if found.numbers_differ:
        says.append("The numbers in the names differ.")
    if name.kind is NameKind.FORMERLY:
        says.append("The listed name is a former one.")
    made = [Reason("name", sentence) for sentence in says if sentence]
    if name.weak:
        made.append(Reason("weak", "Weak alias: the publisher itself marks it as weak."))
    return made


def _opening(found: Likeness, listed: Naming, latin: bool) -> str:
    if found.equal:
        return "The full name is equal." if latin else "The full name is equal once written in Latin letters."
    if found.run_together:
        return "The names are equal or differ by one letter, spaces apart."
    clauses = _clauses([pair for pair in found.pairs if pair.listed.role not in _SMALL], listed)
    sentence = "; ".join(clauses)
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else "Only small words are equal."


def _clauses(pairs: Sequence[Pair], listed: Naming) -> list[str]:
    equal: dict[str, list[str]] = {}  # the words that are equal, by part
    for pair in pairs:
        if pair.how is How.EQUAL:
            equal.setdefault(_part(pair.listed, listed), []).append(_quote(pair.listed))
    clauses = [
        f"{part} equal" if part == "surname" else f"{part}{'s' * (len(words) > 1)} {' '.join(words)} equal"
        for part, words in equal.items()
    ]
    for pair in pairs:
        if pair.how is not How.EQUAL:
            part = _part(pair.listed, listed)
            clauses.append(f"the {part} {_quote(pair.asked)} {_HOW[pair.how]} {_quote(pair.listed)}")
    return clauses


def _left_over(found: Likeness, listed: Naming) -> list[str]:
    if found.equal or found.run_together:
        return []
    says = []
    for word in found.lacking:
        if word.role not in (Role.PARTICLE, Role.FORM):
            part = _part(word, listed)
            says.append(f"The list has {_article(part)} {part}, {_quote(word)}, that the question leaves out.")
    extra = [_quote(word) for word in found.extra if word.role not in _SMALL]
    if extra:
        says.append(f"The question has {' and '.join(extra)}, which the listed name lacks.")
    return says


def _part(word: Word, listed: Naming) -> str:
    if word.family:
        return "surname"
    if word.role in (Role.PATRONYMIC, Role.TITLE):
        return word.role.label
    if word.role is Role.NUMBER:
        return "number"
    return "given name" if listed.has_surname else "word"


def _article(part: str) -> str:
    return "an" if part[0] in "aeiou" else "a"


def _quote(word: Word) -> str:
    return f"'{word.text.capitalize()}'"
