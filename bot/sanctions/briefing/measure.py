"""Measures: restrictions that are not listings, such as a price cap or a directive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Parameters = Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Level:
    """The numbers that one jurisdiction set for a measure, from a day on until its next level."""

    date: str  # ISO: in effect from
    jurisdiction: str  # US, EU, UK
    parameters: Parameters
    source: str = ""  # key of a Source
    confidence: str = ""  # official | reported | second_hand | unknown


@dataclass(frozen=True, slots=True)
class Measure:
    """A restriction in force. `parameters` are its numbers ({level: 60, currency: USD, unit: barrel}), those of who
    imposes it; `history` has them by jurisdiction and day."""

    id: str
    title: str
    says: str
    in_effect_since: str = ""
    imposed_by: tuple[str, ...] = ()
    legal_basis: str = ""
    bases: Mapping[str, str] = field(default_factory=dict)  # the legal basis by jurisdiction, where each has its own
    parameters: Parameters = field(default_factory=dict)
    note: str = ""
    source: str = ""  # key of a Source
    confidence: str = ""  # official | reported | second_hand | unknown
    history: tuple[Level, ...] = ()

    @property
    def jurisdictions(self) -> tuple[str, ...]:
        """Whose levels are known, in the order of the file."""
        return tuple(dict.fromkeys(level.jurisdiction for level in self.history))

    def level(self, jurisdiction: str, on: str = "") -> Level | None:
        """The newest level that a jurisdiction set, or the one in effect on a day (ISO)."""
        until = [one for one in self.history if one.jurisdiction == jurisdiction and (not on or one.date <= on)]
        return max(until, key=lambda one: one.date, default=None)

    def levels_of(self, jurisdiction: str) -> tuple[Level, ...]:
        """Every level of a jurisdiction, the oldest first."""
        return tuple(sorted((x for x in self.history if x.jurisdiction == jurisdiction), key=lambda x: x.date))

    def basis_of(self, jurisdiction: str) -> str:
        """The legal basis of one jurisdiction; "" where it was not seen."""
        return self.bases.get(jurisdiction, "") if self.bases else self.legal_basis


def added_to(held: Measure, new: Measure) -> Measure:
    """A measure that is held, with what a file says of it: what the file leaves out stays, and its levels are added, in
    place of those of the same day and jurisdiction."""
    levels = {(one.date, one.jurisdiction): one for one in (*held.history, *new.history)}
    stated = {name: getattr(new, name) for name in _FACTS if getattr(new, name)}
    return replace(held, **stated, history=tuple(sorted(levels.values(), key=lambda one: one.date)))


_FACTS: tuple[str, ...] = ("title", "says", "in_effect_since", "imposed_by", "legal_basis", "bases", "parameters")
_FACTS += ("note", "source", "confidence")
