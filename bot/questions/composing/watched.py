"""What an order to watch says that a watch cannot do: a part of what is watched, one change alone, until when."""

from __future__ import annotations

from typing import Any

from bot.questions.ask import Ask, Kind, changed
from bot.questions.composing.seen import Seen
from bot.questions.data import patterns
from bot.questions.spotting.lexicon import KINDS, sets
from bot.questions.spotting.sheet import Sort

_SAID = patterns("acting")
_ITSELF = "What belongs to a party, or is linked to it, is not watched with it: name each."
_WHOLE = "A list, a program or an option is watched as a whole: no part of it by itself."
_EVERY_CHANGE = "Every change is told, not that one alone."
_NO_END = "A watch has no end and no hour of its own: “unwatch …” ends it."
_OF_IT = {"links", "owned", "its_set", "relative", "kin"}
_ONE_CHANGE = {"added", "removed", "free", "frees"}


def as_watched(question: Ask, seen: Seen) -> Ask:
    """The order with what of it cannot be done, said; what ends a watch and means a part of it is left to who asks."""
    own: dict[str, Any] = {"programs": _by_themselves(seen)} if question.subjects else {}
    part = _is_of_a_part(question, seen)
    notes = [_ITSELF if question.subjects else _WHOLE] if part else []
    if question.kind is Kind.WATCH:
        waits = _ONE_CHANGE & seen.parts and _SAID["waits_for"].search(seen.row.text)
        notes += [_EVERY_CHANGE] if waits or (question.subjects and question.lists) else []
        notes += [_NO_END] if question.period or {"a_while", "schedule"} & seen.marks else []
    provided = question.provided or (part and question.kind is Kind.UNWATCH)
    return changed(question, **own, provided=provided, notes=(*question.notes, *notes))


def _by_themselves(seen: Seen) -> tuple[str, ...]:
    """The programs that are named beside a party, and not as what it is under."""
    items = [item for at, item in seen.items if seen.row.item(at - 1).word not in sets.WITHIN]
    return tuple(tag for item in items if item.sort is Sort.PROGRAMS for tag in item.value)


def _is_of_a_part(question: Ask, seen: Seen) -> bool:
    """Whether some of what a party has, or of who is in a list or a program, is meant."""
    if not question.subjects:
        named = question.programs or question.lists or question.options
        return bool(named and (seen.kinds or seen.values(Sort.COUNTRY)))
    its = seen.kinds and any(item.word in sets.POSSESSING for _, item in seen.items)
    before = ((seen.row.item(span.first - 1).word, seen.row.item(span.first - 2).word) for span in seen.parties)
    of_one = any(of in sets.HENCE and has in KINDS for of, has in before)  # the yacht of Usmanov
    return bool(_OF_IT & seen.features or its or of_one)
