"""What changed between two editions of a list. Pure: listings in, changes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.sanctions.listing import Listing


class ChangeKind(StrEnum):
    DESIGNATED = "designated"
    DELISTED = "delisted"
    AMENDED = "amended"
    PROGRAM_ADDED = "program_added"
    PROGRAM_REMOVED = "program_removed"
    REKEYED = "re-keyed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs. For fields with many values only what was added or removed stands here."""

    field: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


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


def compare(before: Iterable[Listing], after: Iterable[Listing]) -> Comparison:
    raise NotImplementedError
