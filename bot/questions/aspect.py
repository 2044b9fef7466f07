"""Which side of a kind is asked about: of the past, since when or whether ever; of links, who owns; of an option,
whether it is in force. Read from the words that the question was read from, so that no answer looks at words itself."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.questions.ask import Ask, Kind
from bot.questions.data import standing_apart, table


class Aspect(StrEnum):
    NONE = ""
    EVER = "ever"
    SINCE = "since"  # since when, when, how long
    LEFT = "left"  # whether and when it was taken off
    OWNER = "owner"
    IN_FORCE = "in_force"
    APPROVED = "approved"
    DURATION = "duration"
    WHEN = "when"


def _aspects(of: str) -> dict[Aspect, re.Pattern[str]]:
    return {Aspect(aspect): standing_apart(words) for aspect, words in table("aspects")[of].items()}


_PAST, _LINKS, _OPTION = (_aspects(of) for of in ("past", "links", "option"))
_OF_KIND = {Kind.HISTORY: _PAST, Kind.SCREENING: _PAST, Kind.CHANGES: _PAST, Kind.LINKS: _LINKS, Kind.OPTION: _OPTION}


def aspect_of(question: Ask) -> Aspect:
    """The side that is asked about; NONE where the question is about its kind as such. Names are not looked at: "the
    ship Ever Given" is no question of the past."""
    asked = question.beside_names
    for aspect, words in _OF_KIND.get(question.kind, {}).items():
        if words.search(asked):
            return aspect
    return Aspect.NONE
