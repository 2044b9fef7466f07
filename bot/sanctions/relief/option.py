"""Relief options: drafted, not enacted, sets of terms. See docs/relief.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

STATUSES = ("draft", "under_review", "proposed", "in_effect", "withdrawn")
ACTIONS = ("delist", "license", "suspend", "amend")
LISTS = ("us_ofac_sdn", "us_ofac_cons", "un_sc", "eu_fsf", "gb_uksl")


@dataclass(frozen=True, slots=True)
class Selector:
    """Selects listings. Set keys are ANDed; `linked_to` selects parties linked directly to what it selects."""

    entity: str = ""
    group: str = ""
    program: str = ""
    type: str = ""
    list: str = ""
    linked_to: Selector | None = None

    def following(self, numbers: Mapping[str, str]) -> Selector:
        linked = self.linked_to.following(numbers) if self.linked_to else None
        return replace(self, entity=numbers.get(self.entity, self.entity), linked_to=linked)


@dataclass(frozen=True, slots=True)
class Term:
    """One term: an action on what any of `select` selects, less `exclude`, or on a measure."""

    action: str
    select: tuple[Selector, ...] = ()
    exclude: tuple[Selector, ...] = ()
    scope: str = ""  # "program": only the program named in the selector is lifted
    measure: str = ""
    duration: str = ""  # ISO 8601
    snap_back: str = ""  # ISO 8601: notice before a suspended measure returns
    parameters: Mapping[str, str | int | float] = field(default_factory=dict)  # amend: the new values


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReliefOption:
    """One version of an option. `key` is a capital letter or short word: A, B, C."""

    key: str
    title: str
    status: str
    terms: tuple[Term, ...]
    version: int = 1
    illustrative: bool = False
    jurisdiction: str = "US"
    summary: str = ""
    drafted_by: tuple[str, ...] = ()
    in_return: Mapping[str, str] = field(default_factory=dict)  # {"status": ..., "says": ...}
    sources: tuple[str, ...] = ()
    note: str = ""
    effective_from: str = ""  # ISO date; a draft has none
    groups: tuple[Group, ...] = ()  # the groups that its terms name
    confidential: bool = False  # who may know of it: bot/sanctions/confidential.py
    channels: tuple[str, ...] = ()  # ids of channels in which a confidential one is answered
    people: tuple[str, ...] = ()  # ids of people to whom a confidential one is answered in person

    @property
    def in_force(self) -> bool:
        return self.status == "in_effect"

    def following(self, numbers: Mapping[str, str]) -> ReliefOption:
        """The same option where publishers have given parties new numbers (old id -> new id): it means the parties."""
        if not numbers:
            return self
        terms = tuple(
            replace(
                term,
                select=tuple(one.following(numbers) for one in term.select),
                exclude=tuple(one.following(numbers) for one in term.exclude),
            )
            for term in self.terms
        )
        groups = tuple(
            replace(group, entities=tuple(numbers.get(one, one) for one in group.entities)) for group in self.groups
        )
        return replace(self, terms=terms, groups=groups)
