"""Which side of a kind is asked about: of a listing, with what risk to others; of the past, since when or whether
ever; of links, who owns; and why. Read from the words of the question, so that no answer looks at words itself."""

from __future__ import annotations

from enum import StrEnum

from bot.questions.ask import Ask, Kind
from bot.questions.data import standing_apart, table


class Aspect(StrEnum):
    NONE = ""
    EVER = "ever"
    SINCE = "since"  # since when, when, how long
    LEFT = "left"  # whether and when it was taken off
    OWNER = "owner"
    RISK = "risk"  # of secondary sanctions
    WHY = "why"  # beside whatever else is asked


_SAID = {
    of: [(Aspect(aspect), standing_apart(words)) for aspect, words in said.items()]
    for of, said in table("aspects").items()
}
_OF_KIND = {Kind.HISTORY: "past", Kind.SCREENING: "listing", Kind.LINKS: "links"}


def aspect_of(question: Ask) -> Aspect:
    """The side that is asked about; NONE where the question is about its kind as such. Names are not looked at: "the
    ship Ever Given" is no question of the past."""
    asked, sides = question.beside_names, _SAID.get(_OF_KIND.get(question.kind, ""), [])
    return next((aspect for aspect, words in sides if words.search(asked)), Aspect.NONE)


def asks_why(question: Ask) -> bool:
    """Whether the reasons of a listing, or of its end, are asked for."""
    return any(words.search(question.beside_names) for _, words in _SAID["reasons"])
