"""Forms as they are pasted: which words behind a label are the name, and what is asked of the parties of a form."""

from __future__ import annotations

from dataclasses import replace

from bot.questions.ask import Ask, Kind, Subject
from bot.questions.composing.ask import is_written_as_a_name
from bot.questions.composing.seen import Seen
from bot.questions.spotting.lexicon import lexicon
from bot.questions.spotting.parties import PartySpan
from bot.questions.spotting.party_words import sets
from bot.questions.spotting.telling import Surety


def labelled_whole(seen: Seen) -> PartySpan | None:
    """The name behind a label where it is read as none or as several: "Helmut Bauer", "Turkiye Is Bankasi". None where
    its words are read well, or say that there is no name ("not known")."""
    items = seen.row.items
    parted = len(seen.spans) > 1 and is_written_as_a_name(seen)
    if (seen.spans and not parted) or any(item.word in sets.SPLITTERS for item in items):
        return None
    last = next(
        (at for at, item in enumerate(items) if not (item.word and item.capital) or (at and item.apart)), len(items)
    )
    words = [item.word for item in items[:last]]
    strange = [word for word in words if not lexicon().plays(word)]
    if not strange or not (any(item.form for item in items[:last]) or 2 * len(strange) > len(words)):
        return None
    return PartySpan(0, last, Subject(seen.row.said(0, last)), Surety.CAPITALS)


def of_a_form(question: Ask, seen: Seen) -> Ask | None:
    """An ask beside parties behind labels. What is told there asks nothing, and what is asked without a name is whether
    they are listed: "pls revert with the sanctions status of vessel and owner"."""
    names = question.subjects or question.options or question.programs or question.measures or question.lists
    if names or question.kind not in sets.OF_NOBODY or (question.filter and _is_narrow(question)):
        return question
    if seen.parts & sets.OF_A_CHECK:
        return replace(Ask(Kind.SCREENING, read=question.read), permission=question.permission)
    return question if seen.is_question else None


def _is_narrow(question: Ask) -> bool:
    """Whether a set is told by more than a kind of party."""
    narrow = question.filter
    return bool(narrow and (narrow.country or narrow.flag or narrow.linked_to or narrow.designated))
