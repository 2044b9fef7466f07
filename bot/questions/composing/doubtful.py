"""What is no name beside one that is sure: in one message, a single word that only its capital, or its strangeness,
makes look like one. It is left unread, and said to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.questions.composing.bounds import WANT_A_PARTY
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame
from bot.questions.spotting.parties import PartySpan
from bot.questions.spotting.party_words import SPLITTERS, is_form, words
from bot.questions.spotting.written import Surety

_WHERE = words("at in near via в из на у з із in aus bei à dans en chez sur")  # what stands after is a place


def without_doubtful(every: Sequence[Seen]) -> list[Seen]:
    """The stretches of a message, each without the spans that are no names. Where no name is sure, nothing is left
    out: then the only word there is may be the name."""
    if not any(_is_sure(span, seen) for seen in every for span in seen.spans):
        return list(every)
    kept = []
    for at, seen in enumerate(every):
        signed = at > 0 and every[at - 1].is_small_talk  # "Many thanks", and who thanks
        spans = tuple(span for span in seen.spans if not _is_doubtful(span, seen, signed=signed))
        kept.append(seen if len(spans) == len(seen.spans) else replace(seen, spans=spans))
    return kept


def _is_sure(span: PartySpan, seen: Seen) -> bool:
    """Whether the index, an identifier, a quotation or a legal form says that it is a name."""
    return span.surety > Surety.CAPITALS or any(is_form(item.word) for item in seen.row.items[span.first : span.last])


def _is_doubtful(span: PartySpan, seen: Seen, *, signed: bool) -> bool:
    if _is_sure(span, seen) or span.last - span.first > 1 or span.subject.birth_date:
        return False
    if seen.stretch.frame is not Frame.PROSE or _is_asked_for(span, seen):
        return False
    if seen.is_question and "links" in seen.parts:  # "is Zentrix owned by Rosneft?"
        return False
    if span.surety is Surety.NOBODY or signed or _is_aside(span, seen):
        return True
    told = any(_is_sure(other, seen) for other in seen.spans)
    is_all = len(seen.row.items) == 1
    return not told and not seen.is_question and not is_all and not seen.parts & (WANT_A_PARTY - {"links"})


def _is_asked_for(span: PartySpan, seen: Seen) -> bool:
    """Whether an act stands right before it ("check zentrix"), or it is joined to another name."""
    row, at = seen.row, span.first
    before = row.items[at - 1].word if at else ""
    after = row.items[span.last].word if span.last < len(row.items) else ""
    if before in SPLITTERS or after in SPLITTERS or (at and row.parts[at - 1] & WANT_A_PARTY):
        return True
    return any(other.last == at and row.items[at].apart and not _in_brackets(span, seen) for other in seen.spans)


def _is_aside(span: PartySpan, seen: Seen) -> bool:
    """Whether it says where: behind "at" or "out of", or in brackets."""
    row, at = seen.row, span.first
    if at == 0:
        return False
    before = row.items[at - 1].word
    where = before in _WHERE or (before == "of" and at > 1 and row.items[at - 2].word == "out")
    return (where and not row.items[at].apart) or _in_brackets(span, seen)


def _in_brackets(span: PartySpan, seen: Seen) -> bool:
    row, at = seen.row, span.first
    return at > 0 and "(" in row.text[row.items[at - 1].end : row.items[at].start]
