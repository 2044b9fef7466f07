"""Differences of entries in words: one party field by field, and what many entries share as one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answers.phrases import count, some
from bot.sanctions.changes.comparison import Change, ChangeKind
from bot.sanctions.changes.facts import FieldChange

MASS = 10  # entries that share a difference: from here on it is one line for all of them
LONGEST = 120  # characters of one value
VALUES = 3  # of one field

SAYS = {
    "programs": "program",
    "name": "name",
    "schema": "type",
    "aliases": "alias",
    "weak_aliases": "weak alias",
    "directives": "directive",
    "secondary_sanctions": "secondary sanctions risk",
    "relations": "link",
    "birth_dates": "date of birth",
    "birth_places": "place of birth",
    "nationalities": "nationality",
    "citizenships": "citizenship",
    "genders": "gender",
    "identifiers": "number or code",
    "addresses": "address",
    "titles": "title",
    "craft": "detail of ship or aircraft",
    "listed_on": "date of listing",
    "updated_on": "date of update",
    "notes": "note",
    "remarks": "remarks",
}


@dataclass(frozen=True, slots=True)
class Shared:
    """A difference that many entries have alike."""

    field: FieldChange
    entries: int

    @property
    def sentence(self) -> str:
        """`Secondary sanctions risk added to 499 entries (See Section 11 of Executive Order 14024.).`"""
        what, many = field_name(self.field), count(self.entries, "entry", "entries")
        said = f"{what[0].upper()}{what[1:]}"
        old, new = _values(self.field.before), _values(self.field.after)
        if self.field.field == "remarks":
            return f"Remarks reworded in {many}."
        if self.field.before and self.field.after:
            return f"{said} changed from {old} to {new} in {many}."
        return f"{said} added to {many} ({new})." if self.field.after else f"{said} removed from {many} ({old})."


def field_name(field: FieldChange) -> str:
    return SAYS.get(field.field, field.field.replace("_", " "))


def in_words(field: FieldChange) -> str:
    """`program RUSSIA-EO14024 added`; `name changed from SECHIN, Igor to SECHIN, Igor Ivanovich`."""
    what = field_name(field)
    if field.field == "remarks":
        return "remarks reworded"
    old, new = _values(field.before), _values(field.after)
    if field.before and field.after:
        return f"{what} changed from {old} to {new}"
    return f"{what} {new} added" if field.after else f"{what} {old} removed"


def own_fields(change: Change) -> tuple[FieldChange, ...]:
    """The differences of a change without what only repeats another one: a title that stands in the notes too."""
    said = {value for field in change.fields if field.field != "notes" for value in (*field.before, *field.after)}
    return tuple(f for f in change.fields if f.field != "notes" or not said.issuperset((*f.before, *f.after)))


def apart(changes: Iterable[Change]) -> tuple[list[Shared], list[tuple[Change, tuple[FieldChange, ...]]]]:
    """What MASS or more amended entries share, the most frequent first; and each entry with what is its own."""
    amended = [(change, own_fields(change)) for change in changes if change.kind is ChangeKind.AMENDED]
    counted = Counter(field for _, fields in amended for field in fields)
    shared = [Shared(field, entries) for field, entries in counted.most_common() if entries >= MASS]
    common = {one.field for one in shared}
    left = [(change, tuple(field for field in fields if field not in common)) for change, fields in amended]
    return shared, [(change, fields) for change, fields in left if fields]


def by_field(changed: Sequence[tuple[Change, tuple[FieldChange, ...]]]) -> str:
    """`number or code 120, alias 80`: how many entries differ in which field, the most frequent first."""
    counted = Counter(field_name(field) for _, fields in changed for field in fields)
    return some([f"{what} {entries:,}" for what, entries in counted.most_common()], 6)


def _values(values: Sequence[str]) -> str:
    return some([_short(value) for value in values], VALUES)


def _short(value: str) -> str:
    said = value.replace("linked_to ", "linked to ", 1) if value.startswith("linked_to ") else value
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"
