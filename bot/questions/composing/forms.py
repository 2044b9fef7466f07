"""Forms as they are pasted: which words behind a label are the name, and what is asked of the parties of a form."""

from __future__ import annotations

from dataclasses import replace

from bot.questions.ask import Ask, Kind, Subject
from bot.questions.composing.ask import is_written_as_a_name
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame
from bot.questions.spotting.lexicon import lexicon
from bot.questions.spotting.parties import PartySpan
from bot.questions.spotting.party_words import sets
from bot.questions.spotting.telling import Surety
from bot.screening.words.nothing import says_nothing


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
    name = seen.row.said(0, last)
    whole = last == len(items) and (last > 1 or bool(strange))
    titled = whole and not says_nothing(name)  # "Société Générale", "Bright Horizon", "Siemens"
    strangely = strange and (any(item.form for item in items[:last]) or 2 * len(strange) > len(words))
    return PartySpan(0, last, Subject(name), Surety.CAPITALS) if titled or strangely else None


def names_nobody(seen: Seen) -> bool:
    """Whether a line of a form that has no label is a title or says where ("FIXTURE RECAP", "Tverskaya 12"): nobody
    vouches for a name in it, but for its capitals, and it ends as none."""
    titled = seen.is_bare or not any(item.small for item in seen.row.items)
    if seen.stretch.frame is not Frame.ITEM or "\t" in seen.row.text or not seen.spans or not titled:
        return False
    return not any(span.surety >= Surety.LISTED or seen.row.items[span.last - 1].ends_names for span in seen.spans)


def of_a_form(question: Ask, seen: Seen) -> Ask | None:
    """An ask beside parties behind labels. What is told there asks nothing, and what is asked without a name is whether
    they are listed: "pls revert with the sanctions status of vessel and owner"."""
    names = question.subjects or question.options or question.programs or question.measures or question.lists
    set_of = question.kind is Kind.PARTIES and seen.is_question and seen.parts & {"count", "every", "what", "who"}
    if names or question.kind not in sets.OF_NOBODY or set_of or (question.filter and _is_narrow(question)):
        return question
    if seen.parts & sets.OF_A_CHECK:
        return replace(Ask(Kind.SCREENING, read=question.read), permission=question.permission)
    return question if seen.is_question else None


def _is_narrow(question: Ask) -> bool:
    """Whether a set is told by more than a kind of party."""
    narrow = question.filter
    return bool(narrow and (narrow.country or narrow.flag or narrow.linked_to or narrow.designated))
