"""Which names of a message are those of places, and say where something is or goes: "in Kazan", "our London branch"."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame
from bot.questions.spotting.lexicon import sets
from bot.questions.spotting.sheet import PartySpan, Surety

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
    if at == 0 or row.items[at].apart or span.subject.identifiers:
        return False
    before, joined = row.item(at - 1).word, row.item(span.last).word in sets.SPLITTERS
    near = [other for other in (seen.starting.get(span.last + 1), seen.ending.get(at - 1)) if other]
    if any(_is_route(one, two, seen) for one, two in pairwise(sorted([span, *near], key=_FIRST))):
        return True
    hence = sets.HENCE if at - 1 in seen.ending else frozenset[str]()  # Zenit from Kazan
    within = sets.INSIDE | hence if span.surety is Surety.LISTED else sets.WHERE | sets.HENCE | sets.TOWARDS
    with_one = joined and any(other.first > at and is_no_place(other, seen) for other in near)
    return span.place and before in within and not with_one  # our shares in Kazan and Rosneft


def _is_route(one: PartySpan, two: PartySpan, seen: Seen) -> bool:
    whence = seen.row.item(one.first - 1).word
    goes = seen.row.item(one.last).word in sets.TOWARDS - {"for"}
    return goes and (whence == "ex" or (one.place and two.place and whence in sets.WHERE | sets.HENCE))


def is_place(span: PartySpan, seen: Seen, *, sure: bool) -> bool:
    """Whether words say where: behind "at", right behind a name and "from" or a comma, in brackets; or "our London
    branch"."""
    row, at = seen.row, span.first
    at -= at > 1 and row.items[at - 1].word in sets.ARTICLES and not row.items[at].apart  # Koshelev of the State Duma
    last = row.items[span.last - 1]
    office = last.small and last.word in sets.OFFICES  # in Warsaw office
    generic = last.generic and not office
    if at == 0 or is_sure(span, seen) or span.last - at > _LONGEST or generic or span.subject.birth_date:
        return False
    before = row.items[at - 1].word
    if row.items[at].apart:
        return _is_behind_a_firm(span, seen) or ((sure or span.place) and _in_brackets(span, seen))
    if before in sets.OURS:
        return row.item(span.last).word in sets.OFFICES
    if at - 1 in seen.ending and (before in sets.WHERE or (before in sets.HENCE and span.surety > Surety.NOBODY)):
        return True
    joined = {item.word for item in row.items[at : span.last]} & sets.JOINERS  # Novorossiysk for Alexandria
    if "for" in joined and before in sets.WHERE | sets.HENCE | sets.TOWARDS:
        return sure
    born = "parcel" in row.parts[at - 1] | row.parts[at - 2]  # how many people born in Grozny
    led = before in sets.WHERE and (sure or born or min(seen.ending) <= at)
    return led and (bool(joined) or office or span.last - at == 1)


def _is_behind_a_firm(span: PartySpan, seen: Seen) -> bool:
    """Whether a comma parts it from a firm, at the end: "Acme Shipping Ltd, Hamburg", "It's Promsvyazbank, Moscow."."""
    firm = seen.ending.get(span.first) if seen.row.items[span.first].after_comma else None
    if not firm or not seen.row.item(span.last).apart:
        return False
    if span.place and (seen.stretch.frame is Frame.LABELLED or is_sure(firm, seen)):
        return True
    last = [firm, span] == [*seen.spans][-2:] and (span.place or len(seen.spans) == 2)  # not X, Acme Ltd, Enel
    return last and not span.borne and has_form(firm, seen)  # not Acme Ltd, Sechin


def _in_brackets(span: PartySpan, seen: Seen) -> bool:
    row, opened = seen.row, seen.row.text.rfind("(", 0, seen.row.items[span.first].start)
    return opened > 0 and row.text.find(")", opened) >= row.items[span.last - 1].end
