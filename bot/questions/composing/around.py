"""The words that stand about a name, of which it may be a part; and whether words that nobody knows may be one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from bot.questions.spotting.lexicon import lexicon, sets
from bot.questions.spotting.sheet import Item, PartySpan, Row, Sort, Surety, covered

_PART_NAMES = (sets.ASKING | {"links"}) - {"also", "change"}  # words that ask: none is of a name beside it
Told = Callable[[int], bool]
MOST = 24  # words of a name and about it that are looked at together


def may_be_one(span: PartySpan, row: Row, spans: Sequence[PartySpan]) -> bool:
    """Whether words in small letters that nobody knows may be one name: three of them are rather a sentence's, but
    where known words stand about them. What "a" or "per" stands before is a thing."""
    items = row.items[span.first : span.last]
    if not items[0].apart and row.item(span.first - 1).word in sets.OF_THINGS:
        return False
    if span.first == 0 and len(spans) > 1 and items[0].small and len(row.said(0, span.last)) < 4:
        return row.items[span.last].word in sets.SPLITTERS or row.items[span.last].apart  # else a typing error: wht
    if len(items) < 3 or any(item.ends_names for item in items) or len(items) == len(row.items):
        return True
    before, behind = row.item(span.first - 1).word, row.item(span.last).word
    described = "pointing" in lexicon().parts(before)  # "the zorblax thing"
    return len(items) < 5 and not described and all(lexicon().plays(word) for word in (before, behind) if word)


def is_abbreviation(span: PartySpan) -> bool:
    """A few capitals that no list knows: UKR, H&M and P&I."""
    words = [word for word in span.subject.name.split() if word not in sets.SPLITTERS]
    short = all(word.isupper() and len(word) < 6 for word in words) and len(words) < 3
    return span.surety is Surety.CAPITALS and short and not span.borne


def with_around(spans: Sequence[PartySpan], row: Row, *, plural: bool = False) -> tuple[PartySpan, ...]:
    """The spans; the subject of each with the words that stand about it and may be of its name: of "bank keshavrzi"
    only the word that nobody knows was read. A quotation and an identifier say what is meant."""
    if not spans:
        return ()
    series = sum(row.items[span.first].after_comma for span in spans) > 1  # X, Y, Z: none is of another's name
    sure = covered(span for span in spans if series or span.surety >= Surety.LISTED)
    splits = {at for at, item in enumerate(row.items) if item.word in sets.SPLITTERS}
    # "and" parts names beside one that is sure, or where the words say that there are several; else it may be of one
    others = sure | {at for at in splits if plural or {at - 1, at + 1} & sure}
    read = covered(spans) | splits
    may = cache(lambda at: at not in others and _may_be_of_a_name(row, at))
    stands_by = cache(lambda at: _stands_by(row, at, read))
    return tuple(_with_around(span, row, may, stands_by) for span in spans)


def _with_around(span: PartySpan, row: Row, may: Told, stands_by: Told) -> PartySpan:
    # "Gardenia, the Venezuelan tug": what says where it is ends the name
    placed = span.subject.country and any(item.apart for item in row.items[span.first + 1 : span.last])
    if placed or span.surety is Surety.QUOTED or span.subject.identifiers:
        return span
    first, last = span.first, span.last
    cut = row.items[last - 1].word in sets.JOINERS  # "Committee For The": the name goes on, whatever stands there
    while first > max(0, span.first - MOST) and stands_by(first) and may(first - 1):
        first -= 1
    while last < min(len(row.items), first + MOST + 1) and stands_by(last) and (cut or may(last)):
        last += 1
    while first < span.first and _only_joins(row.items[first]):
        first += 1
    while last > span.last and row.items[last - 1].word in sets.JOINERS:
        last -= 1
    if last - first > MOST or (first, last) == (span.first, span.last):
        return span
    return replace(span, subject=replace(span.subject, within=row.said(first, last)))


def _only_joins(item: Item) -> bool:
    """Whether no name begins with it."""
    fills = item.small and len(item.word) == 2 and "filler" in lexicon().parts(item.word)
    return fills or (item.word in sets.JOINERS and item.word not in sets.PARTICLES)


def _stands_by(row: Row, at: int, read: set[int]) -> bool:
    """Whether an item may be of one name with that before it. Where both are `read` as names a stop, a bracket or the
    only comma may stand between: "IMP. AND EXP. CO., LTD.", "Petrochemical (Aopc)"."""
    between = row.before(at).strip()
    marks = between in (".", ".,", "(", ")", "-") or (between == "," and row.text.count(",") < 3)
    return not row.items[at].apart or (marks and {at - 1, at} <= read)


def _may_be_of_a_name(row: Row, at: int) -> bool:
    item = row.items[at]
    if len(item.word) == 1 and item.word.isalpha():
        return True  # an initial
    if item.small and row.item(at - 1).sort is Sort.LISTS and not item.apart:
        return False  # "OFAC put X on the list"
    if not (item.word or item.sort is Sort.COUNTRY):
        return False
    return item.word not in sets.GRAMMAR and not row.parts[at] & _PART_NAMES
