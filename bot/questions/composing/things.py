"""What is written as a name and names nobody: an address behind a name, a part of a firm, a document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.questions.composing.seen import Seen
from bot.questions.spotting.lexicon import lexicon, sets
from bot.questions.spotting.sheet import PartySpan, Row, Surety
from bot.sanctions.briefing.terms import glossary

_NEAR = 3  # items up to a word for a street in which its name stands


def things_in(seen: Seen) -> list[PartySpan]:
    """The names of a stretch that are none."""
    address = _address_from(seen)
    return [span for span in seen.spans if _is_of_an_address(span, seen, address) or _is_a_thing(span, seen)]


def _address_from(seen: Seen) -> int:
    """The item from where an address goes to the end of a stretch: behind a name and a comma, with a word for a street
    ("Igor Sechin, Sofiyskaya nab. 26/1, Moscow"); behind the last item where there is none."""
    row, end = seen.row, len(seen.row.items)
    streets = (at for at, item in enumerate(row.items) if item.word in sets.STREETS)
    for at in streets:
        first = next((i for i in range(at, 0, -1) if row.items[i].apart and "," in row.before(i)), 0)
        named = any(span.last <= first and (span.sure or span.borne) for span in seen.spans)
        if named and at - first <= _NEAR and not any(s.first <= at < s.last and s.sure for s in seen.spans):
            return first
    return end


def _is_of_an_address(span: PartySpan, seen: Seen, start: int) -> bool:
    """Whether it stands in the address that begins at an item, up to a word that asks."""
    between = seen.row.parts[start : span.first]
    sure = span.formed or (span.sure and not span.place)  # X, Road Star, Y
    return start <= span.first and not sure and not any(parts & sets.ACTS_ON_A_PARTY for parts in between)


def _is_a_thing(span: PartySpan, seen: Seen) -> bool:
    """Whether known words name a document or a part of a firm, or stand behind one: "Loan Agreement 2019", "Letter of
    Credit", "Risk Committee"; not where a list knows them so."""
    said = span.subject.name.casefold()
    surety = Surety.QUOTED if seen.spans[1:] else Surety.CAPITALS
    if " " in said and said in _terms() and span.surety is surety and not span.borne:
        return True  # respond "NO MATCH" for X; why NOT CHECKED
    if span.surety is not Surety.CAPITALS or span.formed:
        return False
    said, _, tail = span.subject.name.partition("-")
    if said.isalpha() and tail in sets.PLACED:  # a Cyprus-registered firm
        return True
    led = seen.row.item(span.first - 2).word in sets.DOCUMENTS | sets.UNITS
    items = seen.row.items[span.first : span.last]
    return says_what([item.word for item in items]) or (led and seen.row.item(span.first - 1).word == "of")


@cache
def _terms() -> frozenset[str]:
    return frozenset(word for term in glossary().values() for word in term.words)


def says_what(words: Sequence[str]) -> bool:
    """Whether known words name a document or a part of a firm."""
    words = [word for word in words if not word.isdigit()]
    inner = sets.OFFICES_OF_A_FIRM | sets.UNITS | sets.JOINERS
    if not words or not all(word in inner or lexicon().knows(word) for word in words):
        return False
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head in sets.DOCUMENTS or (head in sets.UNITS and inner.issuperset(words))


def flags_somebody(row: Row, at: int) -> bool:
    """Whether a source flags somebody there: "Dow Jones hit on X", "World-Check flagged X"."""
    if at >= len(row.items) or row.items[at].word not in sets.FLAGS:
        return False
    word = row.items[at].word
    return word.startswith("flag") or row.before(at + 1).strip() == ":" or row.item(at + 1).word in sets.ABOUT_HITS
