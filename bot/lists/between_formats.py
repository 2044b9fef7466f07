"""Two editions of one list in different formats: what differs only because the formats do is no change.

Only facts that both formats carry are compared, and they are compared as a reader would: OFAC writes 'Wagner' in one
format and "Wagner" in the other, 164,154 tons and 164154, and repeats a title among the remarks of one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from bot.lists.formats import CONTACTS, SCRIPTS, Format
from bot.lists.scripts import in_latin
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.packed import by_id, kept
from bot.sanctions.party import Address, BirthDate, Craft, Identifier, Name

Item = TypeVar("Item")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_QUOTES = str.maketrans(dict.fromkeys('"“”„‟’‘‛´`', "'"))
_CONTACTS = ("phone", "email", "website")
# Facts of which a format lacks all or none, with the value that stands for nothing.
_WHOLE = ("listed_on", "measures", "legal_basis", "updated_on")


def as_both_carry(before: Iterable[Listing], after: Iterable[Listing], was: Format, now: Format) -> Sequence[Listing]:
    """The later listings as the earlier format would have told them, as far as it can tell: to be compared, not kept.

    A fact that either format lacks is that of the edition before; one that is spelt otherwise, and says the same, is
    spelt as before.
    """
    old = by_id(before)
    lacks = was.lacks | now.lacks
    return kept(_told_alike(old[one.entity_id], one, lacks) if one.entity_id in old else one for one in after)


def _told_alike(before: Listing, after: Listing, lacks: frozenset[str]) -> Listing:
    primary, *others = _spelt_alike(before.names, _carried_names(before, after, lacks), _name)
    taken = {name: getattr(before, name) for name in _WHOLE if name in lacks}
    return replace(
        after,
        names=(primary, *others),
        identifiers=_spelt_alike(before.identifiers, _carried_identifiers(before, after, lacks), _identifier),
        birth_dates=_spelt_alike(before.birth_dates, after.birth_dates, _birth),
        birth_places=_spelt_alike(before.birth_places, after.birth_places, plain),
        nationalities=_spelt_alike(before.nationalities, after.nationalities, plain),
        citizenships=_spelt_alike(before.citizenships, after.citizenships, plain),
        genders=_spelt_alike(before.genders, after.genders, plain),
        addresses=_spelt_alike(before.addresses, after.addresses, _address),
        titles=_spelt_alike(before.titles, after.titles, plain),
        craft=before.craft if _craft(before.craft) == _craft(after.craft) else after.craft,
        relations=_spelt_alike(before.relations, after.relations, _relation),
        secondary_sanctions=_spelt_alike(before.secondary_sanctions, after.secondary_sanctions, plain),
        notes=_spelt_alike(before.notes, _carried_notes(before, after), plain),
        remarks=before.remarks,
        **taken,
    )


@lru_cache(maxsize=200_000)
def plain(text: str) -> str:
    """A text without what formats differ in: case, spaces, quotation marks, thousands, a final dot."""
    said = " ".join(_THOUSANDS.sub("", text.casefold().translate(_QUOTES)).split())
    return said.replace(" # ", " ").rstrip(". ")


def _spelt_alike(before: Sequence[Item], after: Sequence[Item], key: Callable[[Item], Hashable]) -> tuple[Item, ...]:
    """The later items, each that says what an earlier one said as that one spelt it."""
    if tuple(before) == tuple(after):
        return tuple(after)
    spelt: defaultdict[Hashable, list[Item]] = defaultdict(list)
    for item in before:
        spelt[key(item)].append(item)
    found = []
    for item in after:
        same = spelt.get(key(item))
        found.append(same.pop(same.index(item) if item in same else 0) if same else item)
    return tuple(found)


def _carried_names(before: Listing, after: Listing, lacks: frozenset[str]) -> tuple[Name, ...]:
    if SCRIPTS not in lacks:
        return after.names
    kept = [name for name in after.names[1:] if in_latin(name.text)]
    return (after.names[0], *kept, *(name for name in before.names[1:] if not in_latin(name.text)))


def _carried_identifiers(before: Listing, after: Listing, lacks: frozenset[str]) -> tuple[Identifier, ...]:
    if CONTACTS not in lacks:
        return after.identifiers
    kept = [one for one in after.identifiers if one.type not in _CONTACTS]
    return (*kept, *(one for one in before.identifiers if one.type in _CONTACTS))


def _carried_notes(before: Listing, after: Listing) -> tuple[str, ...]:
    """OFAC's CSV repeats the title among the remarks, its XML does not."""
    titles = [plain(title) for title in (*before.titles, *after.titles)]

    def repeats(note: str) -> bool:
        return any(plain(note) in title for title in titles)

    notes = _joined_alike(before.notes, after.notes)
    kept = [note for note in notes if not repeats(note)]
    return (*kept, *(note for note in before.notes if repeats(note)))


def _joined_alike(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """The CSV's items end at a semicolon, the XML's own texts may hold one: parted or joined as they were before."""
    told = set(map(plain, before))
    notes: list[str] = []
    for note in after:
        items = note.split("; ")
        parted = len(items) > 1 and plain(note) not in told and all(plain(item) in told for item in items)
        notes += items if parted else [note]
    for note in before:
        items = [plain(item) for item in note.split("; ")]
        said = [plain(one) for one in notes]
        if len(items) > 1 and plain(note) not in said and all(item in said for item in items):
            notes = [one for one in notes if plain(one) not in items] + [note]
    return notes


def _name(name: Name) -> Hashable:
    return plain(name.text), name.kind, name.weak


def _identifier(one: Identifier) -> Hashable:
    return plain(one.label or one.type), plain(one.value), plain(one.country), plain(one.note)


def _birth(birth: BirthDate) -> Hashable:
    return (birth.first, birth.last, birth.circa) if birth.first else plain(birth.text)


def _address(at: Address) -> Hashable:
    return plain(at.street), plain(at.city), plain(at.country), plain(at.note)


def _relation(of: Relation) -> Hashable:
    return of.kind, plain(of.target)


def _craft(craft: Craft | None) -> Hashable:
    if craft is None:
        return ()
    said = (craft.call_sign, craft.type, craft.tonnage, craft.gross_tonnage, craft.flag, craft.owner)
    return tuple(plain(text) for text in said)
