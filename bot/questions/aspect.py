"""What only the whole of a message tells: which side of its kind an ask is about (of a listing, with what risk to
others; of the past, since when or whether ever; of links, who owns), whether reasons are, and what to search by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.questions.ask import Ask, Aspect, HelpWith, Kind, Subject
from bot.questions.data import standing_apart, table
from bot.questions.spotting.lexicon import sets
from bot.sanctions.briefing.glossary import stands_alone
from bot.sanctions.relief.license import keys_in

_SAID = {
    of: [(Aspect(aspect), standing_apart(words)) for aspect, words in said.items()]
    for of, said in table("aspects").items()
}


def told_by_all(question: Ask, asked: str, licenses: Sequence[str]) -> dict[str, Any]:
    """The fields of an ask that the whole message `asked` tells. `licenses` are the keys that are known."""
    keys = keys_in(question.read, licenses) if question.kind is Kind.LICENSE else ()
    return {
        "aspect": aspect_of(question.kind, asked, question.subjects),
        "why": question.kind in sets.ABOUT_PARTIES and aspect_of("reasons", asked, question.subjects) is Aspect.WHY,
        "licenses": keys,
        "search": "" if keys else _search_of(question, asked),
    }


def aspect_of(of: str, asked: str, subjects: Sequence[Subject]) -> Aspect:
    """The side of a kind, or of the reasons for a listing or its end, that is asked about; NONE where the question is
    about its kind as such. Names are not looked at: "the ship Ever Given" is no question of the past."""
    sides = [(aspect, words) for aspect, words in _SAID.get(of, ()) if words.search(asked)]
    beside = _beside_names(asked, subjects) if sides else ""
    return next((aspect for aspect, words in sides if words.search(beside)), Aspect.NONE)


def _beside_names(asked: str, subjects: Sequence[Subject]) -> str:
    names = sorted({one.name for one in subjects} - {""}, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, names)), " ", asked, flags=re.IGNORECASE) if names else asked


def _search_of(question: Ask, asked: str) -> str:
    """The words to search by: of a fact, of licenses where none is named, of somebody on no list on a day; and of what
    fits no known way of asking, for it may still be a question of fact."""
    if question.kind in (Kind.BRIEF, Kind.MEASURE):
        return question.read or asked
    if question.kind is Kind.LICENSE:
        return "" if question.subjects or question.programs else question.read or asked
    unsure = question.help in (HelpWith.NEAREST, HelpWith.NAME) and stands_alone(asked)
    return asked if unsure or question.kind is Kind.HISTORY else ""
