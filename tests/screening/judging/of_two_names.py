"""Two names as screening compares them, for tests of what is made of the comparison."""

from __future__ import annotations

from bot.screening.index.lexicon import tables_between
from bot.screening.judging.alignment import Pair, aligned
from bot.screening.judging.score import Likeness, compare
from bot.screening.words.naming import Naming, Word, naming_of
from bot.screening.words.spelling import Tables


def asked_name(text: str, *, person: bool | None = None) -> Naming:
    return naming_of(text, person=person, is_listed=lambda word: False)


def listed_name(text: str, *, person: bool | None = None) -> Naming:
    return naming_of(text, person=person).numbered()


def tables_of(asked: Naming, listed: Naming) -> Tables:
    return tables_between([word.traits for word in asked.words], [word.traits for word in listed.words])


def likeness(asked: str, listed: str, *, person: bool | None = None) -> Likeness:
    one, other = asked_name(asked, person=person), listed_name(listed, person=person)
    return compare(one, other, tables_of(one, other))


def aligned_names(
    asked: str, listed: str, *, person: bool | None = None
) -> tuple[Naming, Naming, list[Pair], list[Word], list[Word]]:
    one, other = asked_name(asked, person=person), listed_name(listed, person=person)
    return (one, other, *aligned(one, other, tables_of(one, other)))
