"""What differs though every kind of fact says the same: the country or the dates of a number, the language of a name,
the word for a link, other signs in remarks. Publishers correct few of them, a column that slipped is in all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from bot.lists.soundness import curve
from bot.lists.soundness.finding import Finding
from bot.lists.soundness.kinds import (
    ALIAS_KINDS,
    IDENTIFIERS,
    IDENTITY,
    KINDS,
    NAME,
    STRENGTH,
    Kind,
    folded,
)
from bot.lists.soundness.seen import Seen
from bot.lists.soundness.signs import Sign, is_marked
from bot.sanctions.listing import Listing

# Fields whose items hold more than a kind of fact has of them, with what that is called.
_OF_ITEMS: Mapping[str, str] = {
    "names": "languages of names",
    "identifiers": "countries and dates of numbers",
    "birth_dates": "birth dates, how sure they are",
    "addresses": "notes to addresses",
    "relations": "words for links",
}
LIKE = 60  # of 100
SHORTEST = 4  # letters and digits of a fact that is looked for in notes
SHOWN, FEW = 40, 6  # letters of a word that is quoted; words
_OTHERS = tuple(kind for kind in KINDS if kind not in (*IDENTITY, STRENGTH, ALIAS_KINDS))


def measures(found: Sequence[Sign], seen: Seen) -> Iterator[Finding]:
    """`found` are the signs of the entries that differ: what these tell is not told again."""
    yield from _differences(found, seen)
    yield from _notes_of_facts(found, seen)
    yield from _new_notes(seen)
    yield from _names_given_up(found, seen)


def _differences(found: Sequence[Sign], seen: Seen) -> Iterator[Finding]:
    told, ids = {(sign.entity_id, sign.kind.field) for sign in found}, defaultdict[str, list[str]](list)
    for (was, now), fields in zip(seen.pairs, seen.fields, strict=True):
        left = [field for field in fields if (now.entity_id, field) not in told]
        if left and not (seen.dated and is_marked(was, now)):
            for what in _differing(left, was, now):
                ids[what].append(now.entity_id)
    days = curve.of_facts(seen.days, seen.entries, dated=seen.dated)[1]
    of, usual = seen.entries, _usual(seen)
    for what, several in ids.items():
        several = [*dict.fromkeys(several)]
        yield Finding(what, len(several), of, curve.DETAILS.of(of, days), tuple(several[:3]), usual=usual)


def _usual(seen: Seen) -> float:
    return max(curve.FEW_TOLD, curve.TOLD_AT_ONCE * seen.entries)


def _differing(fields: Sequence[str], was: Listing, now: Listing) -> Iterator[str]:
    for kind in _OTHERS:
        if kind.field in fields and not _same_texts(kind, was, now):
            yield f"{kind.title} written in other signs"
    for field in filter(_OF_ITEMS.__contains__, fields):
        in_other_signs = any(kind.field == field and not _same_texts(kind, was, now) for kind in KINDS)
        if {*getattr(was, field)} != {*getattr(now, field)} and not in_other_signs:
            yield _OF_ITEMS[field]


def _same_texts(kind: Kind, was: Listing, now: Listing) -> bool:
    return {*kind.raw(was)} == {*kind.raw(now)}


def _notes_of_facts(found: Sequence[Sign], seen: Seen) -> Iterator[Finding]:
    """Facts that a note says now: what stands before them is written otherwise, and the reader knows them no more."""
    lost = [sign for sign in found if sign.is_loss and sign.kind.key not in ("notes", "remarks")]
    losers = {sign.entity_id for sign in lost}
    noting = (sign for sign in found if sign.kind.key == "notes" and sign.gained and sign.entity_id in losers)
    noted = {sign.entity_id: _plain(" ".join(sign.gained)) for sign in noting}
    of_kind = defaultdict[str, list[str]](list)
    for sign in lost if noted else ():
        if note := noted.get(sign.entity_id):
            values = (text.rpartition(" ")[2] if sign.kind is IDENTIFIERS else text for text in sign.lost)
            if any(len(value) >= SHORTEST and value in note for value in map(_plain, values)):
                of_kind[sign.kind.title].append(sign.entity_id)
    for title, ids in of_kind.items():
        of = len(seen.new)
        yield Finding(f"{title} that are notes now", len(ids), of, of, tuple(ids[:3]), usual=1)


def _new_notes(seen: Seen) -> Iterator[Finding]:
    """Notes that begin as none did: a new sort of fact, or one whose name is written otherwise."""
    fresh = (*seen.added, *(now for (_, now), fields in zip(seen.pairs, seen.fields, strict=True) if "notes" in fields))
    firsts = [(note.partition(" ")[0], one.entity_id) for one in fresh for note in one.notes]
    of, usual = len(seen.new), _usual(seen)
    new = {word for word, many in Counter(word for word, _ in firsts).items() if many > usual}
    asked = tuple(new)
    for one in seen.old.values() if asked else ():
        for note in one.notes:
            if note.startswith(asked):
                new.discard(note.partition(" ")[0])
                asked = tuple(new)
    bearers = {word: {key for other, key in firsts if other == word} for word in new}
    words = sorted((word for word in new if len(bearers[word]) > usual), key=lambda word: (-len(bearers[word]), word))
    if ids := sorted(set().union(*(bearers[word] for word in words))):
        quoted = " ".join(f'"{word[:SHOWN]}"' for word in words[:FEW])
        yield Finding(f"notes that begin as none did, {quoted}", len(ids), of, of, tuple(ids[:3]), usual=usual)


def _names_given_up(found: Sequence[Sign], seen: Seen) -> Iterator[Finding]:
    """Names that others replaced, which are like no other name of the entry: whoever renames a party keeps the old name
    beside the new one, or corrects it."""
    replaced = (sign.entity_id for sign in found if sign.kind is NAME and sign.is_loss and not sign.marked)
    ids = [one for one in replaced if _is_given_up(seen.old[one], seen.new[one])]
    if ids:
        of, limit = seen.entries, curve.GIVEN_UP.of(seen.entries, seen.days)
        yield Finding("names given up", len(ids), of, limit, tuple(ids[:3]), usual=curve.FEW_TOLD)


def _is_given_up(was: Listing, now: Listing) -> bool:
    old, new, others = folded(was.name), folded(now.name), [folded(name.text) for name in now.names[1:]]
    return old not in others and not any(fuzz.token_set_ratio(new, other) >= LIKE for other in (old, *others))


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
