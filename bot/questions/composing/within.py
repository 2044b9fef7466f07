"""Within what a set is, in words that are no name: a town ("who in limassol is listed"), a part of a list ("on
NS-CMIC"), what firms do ("Chinese shipping companies"), a kind of party for which a program stands in."""

from __future__ import annotations

from collections.abc import Iterator, Set

from bot.questions.composing.contents import Contents
from bot.questions.data import table
from bot.questions.spotting.lexicon import KINDS, KindOfParty, folded, lexicon, sets
from bot.questions.spotting.places import is_town
from bot.questions.spotting.sheet import Sort, Surety, covered
from bot.sanctions.party import Schema
from bot.screening.words.weak_words import STOCK_WORDS

_SAYS_NOTHING = frozenset({"ordinary", "actor"})  # Moscow acts, too
_PROGRAMS_OF = table("lists")["programs_of"]
TRADES = frozenset(word for word in STOCK_WORDS if lexicon().parts(word) <= {"ordinary", "filler"})
_LONGEST = 3  # words of a town: rostov on don


def town_in(seen: Contents) -> range:
    """The items of a town behind "in", "from" and the like, where it is spelt in small letters and so is no name; none
    where no such stands there."""
    items, sure = seen.row.items, covered(span for span in seen.spans if span.surety is not Surety.NOBODY)
    for at in (n for n in range(1, len(items)) if items[n - 1].word in sets.PLACED_IN | sets.HENCE):
        for last in range(min(at + _LONGEST, len(items)), at, -1):
            inner = items[at:last]
            plain = all(item.word and item.small for item in inner) and not any(item.apart for item in inner)
            says = last == at + 1 and lexicon().parts(inner[0].word) - _SAYS_NOTHING  # in short
            if plain and not says and sure.isdisjoint(range(at, last)) and is_town(seen.row.said(at, last)):
                return range(at, last)
    return range(0)


def of_a_trade(at: int, seen: Contents) -> bool:
    """Whether a word says with others of its like what firms do: "Chinese shipping companies"."""
    while seen.row.item(at).word in TRADES:
        at += 1
    kind = KINDS.get(seen.row.item(at).word)
    return kind is not None and kind.schema is Schema.LEGAL_ENTITY and not kind.words


def type_of(seen: Contents, kind: KindOfParty, types: Set[str]) -> tuple[str, ...]:
    """The words of a ship's type or of a firm's trade: those of the kind, and those of `types` before it, as in "crude
    oil tankers", "gas companies"."""
    at = next((at for at, item in seen.items if KINDS.get(item.word) == kind), 0)
    first = at
    while first > 0 and seen.row.items[first - 1].word in types and first - 1 not in seen.named:
        first -= 1
    return (*(item.word for item in seen.row.items[first:at]), *kind.craft.split())


def part_programs(seen: Contents) -> tuple[str, ...]:
    """The programs by which the parts of a list that are named are told: CMIC-EO13959 of "NS-CMIC"."""
    lists = (item.text.casefold() for _, item in seen.items if item.sort is Sort.LISTS)
    return tuple(tag for said in lists for word in said.split() for tag in _PROGRAMS_OF.get(word, ()))


def programs_within(seen: Contents) -> tuple[str, ...]:
    """The programs by which a part of a list, or a kind of party that no list tells, is told."""
    return part_programs(seen) or (_stand_in(seen).nearest if seen.kinds else ())


def _stand_in(seen: Contents) -> KindOfParty:
    """The kind that a program may stand in for: the narrowest, or whose wallets these are."""
    first, *others = seen.kinds
    return next((kind for kind in others if kind.nearest and first.schema is Schema.CRYPTO_WALLET), first)


def read_widely(seen: Contents) -> Iterator[str]:
    """Which country each place of another name was read as: Dubai."""
    if seen.kinds and (tags := _stand_in(seen).nearest) and not seen.values(Sort.PROGRAMS):
        called = _stand_in(seen).called
        yield f"No list says who counts among {called}: {' and '.join(tags)}, the nearest program, stands in for it."
    if tags := part_programs(seen):
        yield f"That part of the non-SDN list is told by its programs: {' and '.join(tags)}."
    for item in (item for _, item in seen.items if item.sort is Sort.COUNTRY and not item.word):
        abbreviated = item.value.people or item.text.isupper()
        if not abbreviated and folded(item.text)[:3] not in folded(item.value.name):
            yield f"“{item.text}” was read as {item.value.name}."
