"""One thing that an honest edition does not do, with its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.lists.soundness.curve import Limit


@dataclass(frozen=True, slots=True)
class Finding:
    """`guard` names what was found ("aliases lost"): in `entries` of `of`, where an honest edition has no more than
    `limit`. Entries are counted once. `such_as` are the ids of some."""

    guard: str
    entries: int
    of: int
    limit: float
    such_as: tuple[str, ...] = ()
    unit: str = "entries"

    @property
    def speaks_against(self) -> bool:
        return self.entries > self.limit

    @property
    def sentence(self) -> str:
        """`aliases lost: 4,302 of 9,123 entries (47.2%), at most 33 in an honest edition (such as ofac-36)`"""
        share = f" ({self.entries / self.of:.1%})" if self.of else ""
        some = f" (such as {', '.join(self.such_as)})" if self.such_as else ""
        counted = f"{self.entries:,} of {self.of:,} {self.unit}{share}"
        return f"{self.guard}: {counted}, at most {int(self.limit):,} in an honest edition{some}"


def counted(guard: str, ids: Iterable[str], of: int, limit: Limit, days: float = 1.0) -> Iterator[Finding]:
    """The finding of these entries; none where there are none."""
    several = list(dict.fromkeys(ids))
    if several:
        yield Finding(guard, len(several), of, limit.of(of, days), tuple(several[:3]))


def against(found: Iterable[Finding]) -> list[Finding]:
    """Those that speak against the edition, the gravest first."""
    return sorted((one for one in found if one.speaks_against), key=lambda one: -one.entries / max(1.0, one.limit))
