"""Where a name in a row begins and ends, told by the words about it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.questions.spotting.items import Row
from bot.questions.spotting.lexicon import lexicon
from bot.questions.spotting.parties import PartySpan
from bot.questions.spotting.party_words import GENERIC, NAME_ENDS, is_form, words
from bot.questions.spotting.written import Surety

# acts that want a party: a name that nobody vouches for is one beside them
WANT_A_PARTY = words(
    """
    screen listed permission watch unwatch links when added removed moved frees licence
    """
)
_OURS = ("our", "my", "unsere", "unserer", "notre", "nuestra", "наш", "наша", "нашей")
_OFFICES = ("branch", "office", "desk", "team", "colleagues", "entity", "filiale", "büro", "bureau", "oficina")
_OF_THINGS = ("a", "an", "per", "some", "any", "every", "ein", "eine", "einen", "un", "une", "una")
_WITHIN = ("in", "at", "near", "в", "у", "aus", "à", "en")


def may_be_one(span: PartySpan, row: Row) -> bool:
    """Whether words in small letters that nobody knows may be one name: three of them are rather a sentence's, but
    where known words stand about them. What "a" or "per" stands before is a thing."""
    items = row.items[span.first : span.last]
    if span.first and not items[0].apart and row.items[span.first - 1].word in _OF_THINGS:
        return False
    if len(items) < 3 or any(item.word in NAME_ENDS for item in items) or len(items) == len(row.items):
        return True
    begins = span.first == 0 or row.items[span.first].apart or _parts_names(row, span.first - 1)
    ends = span.last == len(row.items) or row.items[span.last].apart or _parts_names(row, span.last)
    return len(items) < 5 and begins and ends


def _parts_names(row: Row, at: int) -> bool:
    """Whether an item is none of a name that stands beside it: a span, or a word that does something in a question."""
    word = row.items[at].word
    return not word or bool(lexicon().parts(word) - {"ordinary"})


def is_place(span: PartySpan, row: Row, spans: Sequence[PartySpan]) -> bool:
    """Whether a word in capitals says where another party is, "can we ship to Larosa in Dubai", or we are: "our London
    branch"."""
    if span.surety is Surety.CAPITALS and span.last - span.first == 1 and span.first > 0 and span.last < len(row.items):
        before, after = row.items[span.first - 1].word, row.items[span.last]
        if before in _OURS and after.word in _OFFICES and not after.apart:
            return True
    if span.surety is not Surety.CAPITALS or span.last - span.first > 2 or span.first < 2:
        return False
    last = row.items[span.last - 1].word
    within = row.items[span.first - 1].word in _WITHIN and not row.items[span.first].apart
    beside = any(other.last == span.first - 1 for other in spans)
    return within and beside and not is_form(last) and last not in GENERIC
