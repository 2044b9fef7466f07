"""What changed between two editions of a list. Pure: listings in, changes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.sanctions.changes.facts import FieldChange, differences
from bot.sanctions.changes.rekeyed import rekeyed
from bot.sanctions.listing import Listing
from bot.sanctions.packed import by_id, differing, ids_of

__all__ = ["Change", "ChangeKind", "Comparison", "FieldChange", "compare"]


class ChangeKind(StrEnum):
    DESIGNATED = "designated"
    DELISTED = "delisted"
    AMENDED = "amended"
    PROGRAM_ADDED = "program_added"
    PROGRAM_REMOVED = "program_removed"
    REKEYED = "re-keyed"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one entry. For REKEYED, `entity_id` is the new id and `was` the old one."""

    list: str
    entity_id: str
    name: str
    kind: ChangeKind
    fields: tuple[FieldChange, ...] = ()
    was: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions compared. `added`, `removed`, `amended` are entity ids, by id; `changes` reads as a person
    would say it: a program added is its own kind, a party under a new id is re-keyed, not delisted."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    amended: tuple[str, ...]
    changes: tuple[Change, ...]


def compare(before: Iterable[Listing], after: Iterable[Listing], differ: Iterable[str] | None = None) -> Comparison:
    """What leads from one edition of a list to the next. The order of the listings, and of the values within a
    field, never matters. `differ`: the ids in both whose listings differ, where they are known already."""
    old, new = by_id(before), by_id(after)
    differ = differing(old, new) if differ is None else differ
    removed = [old[key] for key in sorted(old.keys() - new.keys(), key=in_order)]
    added = [new[key] for key in sorted(new.keys() - old.keys(), key=in_order)]
    moved = rekeyed(removed, added, old, new)
    fields_of = {key: differences(old[key], new[key]) for key in sorted(differ, key=in_order)}
    amended = [key for key, fields in fields_of.items() if fields]
    changes = [
        *_designated(added, frozenset(moved.values())),
        *_delisted(removed, moved, new),
        *(change for key in amended for change in _amended(new[key], fields_of[key])),
    ]
    return Comparison(
        added=tuple(listing.entity_id for listing in added),
        removed=tuple(listing.entity_id for listing in removed),
        amended=tuple(amended),
        changes=tuple(changes),
    )


def first(edition: Iterable[Listing]) -> Comparison:
    """What the first edition of a list brings: every entry, and no change."""
    return Comparison(tuple(sorted(ids_of(edition), key=in_order)), (), (), ())


def in_order(entity_id: str) -> tuple[tuple[int, int, str], ...]:
    """Ids in the order a person expects: ofac-9 before ofac-10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", entity_id)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def _designated(added: Iterable[Listing], moved_to: frozenset[str]) -> Iterable[Change]:
    for listing in added:
        if listing.entity_id not in moved_to:
            fields = (FieldChange("programs", after=listing.programs),) if listing.programs else ()
            yield Change(listing.list, listing.entity_id, listing.name, ChangeKind.DESIGNATED, fields)


def _delisted(removed: Iterable[Listing], moved: Mapping[str, str], new: Mapping[str, Listing]) -> Iterable[Change]:
    for listing in removed:
        if listing.entity_id in moved:
            now = new[moved[listing.entity_id]]
            fields = differences(listing, now)
            yield Change(now.list, now.entity_id, now.name, ChangeKind.REKEYED, fields, was=listing.entity_id)
        else:
            fields = (FieldChange("programs", before=listing.programs),) if listing.programs else ()
            yield Change(listing.list, listing.entity_id, listing.name, ChangeKind.DELISTED, fields)


def _amended(listing: Listing, fields: tuple[FieldChange, ...]) -> Iterable[Change]:
    """A program that came or went is its own change, and legally the important one; the rest is one more."""
    key, name = listing.entity_id, listing.name
    rest = []
    for field in fields:
        if field.field != "programs":
            rest.append(field)
            continue
        if field.after:
            gained = FieldChange("programs", after=field.after)
            yield Change(listing.list, key, name, ChangeKind.PROGRAM_ADDED, (gained,))
        if field.before:
            lost = FieldChange("programs", before=field.before)
            yield Change(listing.list, key, name, ChangeKind.PROGRAM_REMOVED, (lost,))
    if rest:
        yield Change(listing.list, key, name, ChangeKind.AMENDED, tuple(rest))
