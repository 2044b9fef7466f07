"""Which names of a message are those of places, and say where something is or goes: "in Kazan", "our London branch"."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame
from bot.questions.spotting.lexicon import sets
from bot.questions.spotting.sheet import PartySpan, Surety
from bot.screening.words.normalise import words_of
from bot.screening.words.weak_words import PLACES

_LONGEST = 3  # words of a place
_FIRST = attrgetter("first")


def is_sure(span: PartySpan, seen: Seen) -> bool:
    """Whether the index, an identifier, a quotation or a legal form says that it is a name."""
    return span.surety > Surety.CAPITALS or has_form(span, seen)


def has_form(span: PartySpan, seen: Seen) -> bool:
    items = seen.row.items[span.first : span.last]
    initials = "." in items[0].text  # A.B. Usmanov
    return len(items) > 1 and any(item.form for item in items[initials:])


def is_no_place(span: PartySpan, seen: Seen) -> bool:
    """Whether the index knows it, or another says that it is a name, and it is no place's."""
    return not span.place and (span.borne or is_sure(span, seen))


def is_in_or_towards(span: PartySpan, seen: Seen) -> bool:
    """Whether what is a place's name, and perhaps a listed party's, too, stands where a place does: "account in Kazan",
    "to tashkent", "from Tartus to Baltiysk"; or "ex Primorsk to Sikka", whatever these are."""
    row, at = seen.row, span.first
    before, joined = row.item(at - 1).word, row.item(span.last).word in sets.SPLITTERS
    if at == 0 or row.items[at].apart or span.subject.identifiers:
        return False
    near = [other for other in seen.spans if other.first == span.last + 1 or other.last == at - 1]
    for one, two in pairwise(sorted([span, *near], key=_FIRST)):
        goes = row.item(one.last).word in sets.TOWARDS - {"for"}
        whence = row.item(one.first - 1).word
        places = one.place and two.place and whence in sets.WHERE | sets.HENCE
        unsure = not (is_sure(one, seen) or is_sure(two, seen))
        if goes and (places or (whence == "ex" and unsure)):
            return True
    with_one = joined and any(other.first > at and is_no_place(other, seen) for other in near)
    hence = sets.HENCE if at - 1 in seen.ending else frozenset[str]()  # Zenit from Kazan
    within = sets.INSIDE | hence if span.surety is Surety.LISTED else sets.WHERE | sets.HENCE | sets.TOWARDS
    return span.place and before in within and not with_one


def is_place(span: PartySpan, seen: Seen, *, sure: bool) -> bool:
    """Whether words say where: behind "at", right behind a name and "from" or a comma, in brackets; or "our London
    branch"."""
    row, at = seen.row, span.first
    at -= at > 1 and row.items[at - 1].word in sets.ARTICLES and not row.items[at].apart  # Koshelev of the State Duma
    office = row.items[span.last - 1].small and row.items[span.last - 1].word in sets.OFFICES  # in Warsaw office
    generic = row.items[span.last - 1].generic and not office
    if at == 0 or is_sure(span, seen) or span.last - at > _LONGEST or generic or span.subject.birth_date:
        return False
    apart, before = row.items[at].apart, row.items[at - 1].word
    if before in sets.OURS and row.item(span.last).word in sets.OFFICES:
        return span.last - at == 1
    if apart:
        behind = seen.ending.get(at) if row.items[at].after_comma else None
        told = behind and (seen.stretch.frame is Frame.LABELLED or is_sure(behind, seen))
        if told and span.place:  # It's Promsvyazbank, Moscow.
            return row.item(span.last).apart
        firm = behind and not span.borne and has_form(behind, seen)  # not Acme Ltd, Sechin
        last = [behind, span] == [*seen.spans][-2:] and (span.place or len(seen.spans) == 2)  # not X, Acme Ltd, Enel
        ends = firm and last and row.item(span.last).apart
        return bool(ends) or ((sure or span.place) and _in_brackets(span, seen))
    out = at > 1 and (row.items[at - 2].word, before) == ("out", "of")
    if before == "via" and span.borne and not span.place:  # via uralsib
        return False
    if at - 1 - out in seen.ending and before in sets.WHERE | sets.HENCE:
        return span.surety is not Surety.NOBODY or before in sets.WHERE
    if before in sets.WHERE and "parcel" in row.parts[at - 1] | row.parts[at - 2]:  # how many people born in Grozny
        return True
    joined = {item.word for item in row.items[at : span.last]} & sets.JOINERS  # Novorossiysk for Alexandria
    if "for" in joined and before in sets.WHERE | sets.HENCE | sets.TOWARDS:
        return sure
    led = (before in sets.WHERE or out) and (sure or min(seen.ending) <= at)
    return led and (bool(joined) or office or span.last - at == 1)


def cells_of_places(seen: Seen) -> list[int]:
    """The cells behind the first that hold a place and no more."""
    cells = enumerate(map(words_of, seen.row.text.split("\t")[1:]), 1)
    return [at for at, words in cells if PLACES.issuperset(words) and words]


def stands_among_places(span: PartySpan, seen: Seen, columns: set[int]) -> bool:
    """Whether it stands behind a name that is sure in a column that holds places: "Nestle SA <tab> Vevey"."""
    text, start = seen.row.text, seen.row.items[span.first].start
    if text.count("\t", 0, start) not in columns or is_sure(span, seen):
        return False
    return any(other.last <= span.first and is_sure(other, seen) for other in seen.spans)


def _in_brackets(span: PartySpan, seen: Seen) -> bool:
    row, opened = seen.row, seen.row.text.rfind("(", 0, seen.row.items[span.first].start)
    return opened > 0 and row.text.find(")", opened) >= row.items[span.last - 1].end
