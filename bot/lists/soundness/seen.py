"""What is looked at of two editions: entries by id, those that differ, those that came, and how long the step is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.sanctions.listing import Listing


@dataclass(frozen=True, slots=True)
class Seen:
    """The two editions by id, what differs, and how long the step is."""

    old: Mapping[str, Listing]
    new: Mapping[str, Listing]
    pairs: Sequence[tuple[Listing, Listing]]
    fields: Sequence[Sequence[str]]  # of each pair, those that differ
    added: Sequence[Listing]
    entries: int
    days: float
    dated: bool  # whether the publisher dates the updates of entries: of most it did before
