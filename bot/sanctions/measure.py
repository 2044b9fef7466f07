"""Measures: restrictions that are not listings, such as a price cap or a directive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Measure:
    """A restriction in force. `parameters` are its numbers ({level: 60, currency: USD, unit: barrel})."""

    id: str
    title: str
    says: str
    in_effect_since: str = ""
    imposed_by: tuple[str, ...] = ()
    legal_basis: str = ""
    parameters: Mapping[str, str | int | float] = field(default_factory=dict)
    note: str = ""
    source: str = ""  # key of a Source
    confidence: str = ""  # reported | official | unknown
