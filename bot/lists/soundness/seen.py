"""What is looked at of two editions: entries by id, those that differ, those that came, and how long the step is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import TypeVar

from bot.sanctions.listing import Listing

Item = TypeVar("Item")
ByIds = tuple[Mapping[str, Listing], Mapping[str, Listing]]  # two editions, the earlier one first
ENOUGH = 1_000  # entries: what is wrong with more of a list than a person is told of shows in so many


def every(several: Sequence[Item], about: int = ENOUGH) -> Sequence[Item]:
    """All of some, and of many one in so many."""
    return several[:: one_in(several, about)]


def one_in(several: Sized, about: int = ENOUGH) -> int:
    """How many of them there are for each of about so many."""
    return max(1, len(several) // about)


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
