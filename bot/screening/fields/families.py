"""People who are named by a family: by the name at birth beside a married one, by two surnames with a hyphen between,
as a couple, as the founder of a trust.

    Alla Schmidt née Polyakova    Natalya Serdyukova-Schmidt    Mr and Mrs Sergio & Jane Orozco    Abel Kandiho Trust

Each reading is a guess, and only of a listed person; where it is made of a surname, that must be the person's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.screening.fields.beside import BORN, VEHICLES, Reading, Token, phrase_at
from bot.screening.words.normalise import words_of
from bot.screening.words.weak_words import PARTICLES, TITLES, words_in

LEAST_HALF = 4  # letters of either half of a surname; those of Korean given names are mostly fewer
MOST_WORDS = 8  # of a field that may name a person by a family
LONGEST_FAMILY = 3  # words of a surname
_HALVES = re.compile(rf"([^\W\d_]{{{LEAST_HALF},}})[-–]([^\W\d_]{{{LEAST_HALF},}})")
_AND = words_in("and und et y e i")
_SPOUSES = words_in("frau fru sra mme mrs wife husband spouse zhena muzh")
_MARRIED = words_in("de vda viuda")
_SIGNS = " ,.;:()[]\"'“”«»"


def may_be_of_a_family(text: str, words: Sequence[str]) -> bool:
    """Whether a person may be named by a family, told at once. `words`: those of the text, folded."""
    if "-" in text and _HALVES.search(text):
        return True
    return len(words) > 2 and (words[-1] in VEHICLES or "and" in words or "de" in words[2:-1])


def of_families(tokens: Sequence[Token]) -> Iterator[Reading]:
    """The persons that a field names by a family, or a couple in it."""
    named = [token for token in tokens if token.folded]
    if not 1 < len(named) <= MOST_WORDS + 2:
        return
    yield from _halves(named)
    yield from _born(named)
    yield from _wives(named)
    yield from _couple(named)


def _halves(named: Sequence[Token]) -> Iterator[Reading]:
    """Natalya Serdyukova-Schmidt may be listed by either surname."""
    for at in (len(named) - 1, 0):
        if found := _HALVES.fullmatch(named[at].typed.strip(_SIGNS)):
            others = [*named[:at], *named[at + 1 :]]
            for half in found.groups():
                if half[0].isupper() and half.casefold() not in PARTICLES:
                    yield _person([*others, Token(half, " ".join(words_of(half)))])


def _born(named: Sequence[Token]) -> Iterator[Reading]:
    """The given names, and the surname that stands behind née, before the end or what follows it."""
    for at in range(2, len(named)):
        if size := phrase_at(named, at, BORN):
            own = named[at + size : at + size + LONGEST_FAMILY]
            if own and _is_name(own[-1]):
                yield _person([*named[: at - 1], *own])
                yield _person([*named[1:at], *own])  # the married name first
            return
        if at == len(named) - 1 and named[at].typed.startswith("(") and _is_name(named[at]):  # Alla Schmidt (Polyakova)
            yield _person([*named[: at - 1], named[at]])


def _wives(named: Sequence[Token]) -> Iterator[Reading]:
    """Delcy Eloina Rodriguez de Fernandez is a Rodriguez."""
    for at in range(2, len(named) - 1):
        if named[at].folded in _MARRIED:
            yield _person(named[:at])
            return


def _couple(named: Sequence[Token]) -> Iterator[Reading]:
    """Both of a couple, each with the surname that stands behind the second: Sergio & Jane Orozco Rodriguez."""
    bare = [token for token in named if token.folded not in TITLES and token.folded not in _SPOUSES]
    if len(bare) < len(named):
        while bare and bare[0].folded in _AND:
            bare = bare[1:]
        yield Reading(_typed(bare), guess=True, person=True)
    at = next((at for at, token in enumerate(bare) if token.folded in _AND and 0 < at < len(bare) - 2), 0)
    if at and len(bare) <= MOST_WORDS:
        for family in range(at + 2, min(len(bare), at + 4)):
            yield _person([*bare[:at], *bare[family:]])
        yield _person(bare[at + 1 :])


def of_founder(tokens: Sequence[Token]) -> Iterator[Reading]:
    """Whom a trust or a settlement is called after."""
    named = [token for token in tokens if token.folded]
    end = len(named)
    while end and named[end - 1].folded in VEHICLES:
        end -= 1
    if 1 < end < len(named):
        begin = 1 if named[0].folded == "the" else 0
        yield Reading(_typed(named[begin:end]), guess=True, person=True)


def _is_name(token: Token) -> bool:
    return not any(char.isdigit() for char in token.folded)


def _person(tokens: Sequence[Token]) -> Reading:
    """A person whose surname is the last word."""
    return Reading(_typed(tokens), guess=True, person=True, family=tokens[-1].folded.split()[-1])


def _typed(tokens: Sequence[Token]) -> str:
    return " ".join(token.typed.strip(_SIGNS) for token in tokens)
