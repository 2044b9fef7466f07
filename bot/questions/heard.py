"""Whom a message only tells of, in what stands aside or about a mail."""

from __future__ import annotations

from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame
from bot.questions.spotting.beside import is_firm, is_person, may_be_goods
from bot.questions.spotting.lexicon import is_given
from bot.questions.spotting.sheet import PartySpan, Surety


def heard_in(seen: Seen) -> tuple[list[PartySpan], list[PartySpan], list[str]]:
    """Of what stands aside or about a mail whom it tells of, the listed parties and but for its closing the firms;
    which of them are screened as items; and the names that are said to be unread."""
    frame = seen.stretch.frame
    paper, cell = frame in (Frame.ASIDE, Frame.CELL), frame is Frame.CELL
    listed = [span for span in seen.parties if span.surety is Surety.LISTED]
    beyond, items = list[str](), list[PartySpan]()
    if paper:  # Kazan is a vessel, too, and "sawn timber" goods
        doubtful = [span for span in listed if span.place or may_be_goods(span, seen.row)]
        beyond += (span.subject.name for span in doubtful)
        listed = [span for span in listed if span not in doubtful]
    told = (span for span in listed if not is_given(span.subject.name.casefold()))  # "Saludos, Maria"
    for span in (span for span in seen.parties if span not in listed and frame is not Frame.AROUND):
        quoted = span.surety is Surety.QUOTED and not span.place
        vouched = span.subject.schema or is_firm(span)  # т/х ПАТРИЯ
        if vouched or (cell and (quoted or is_person(span, seen.row))):
            items.append(span)
        elif cell or (quoted and paper):
            beyond.append(span.subject.name)
    return [*told, *items], items, beyond
