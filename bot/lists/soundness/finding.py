"""One thing that an honest edition does not do, with its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.lists.soundness.curve import Limit

A_DAY = 1.0
NAME = 60  # letters of it that are said


@dataclass(frozen=True, slots=True)
class Finding:
    """`guard` names what was found ("aliases lost"): in `entries` of `of`, where an honest edition has no more than
    `limit`, and that of the next day no more than `usual`. Entries are counted once. `such_as` are the ids of some."""

    guard: str
    entries: int
    of: int
    limit: float
    such_as: tuple[str, ...] = ()
    unit: str = "entries"
    usual: float = float("inf")

    @property
    def speaks_against(self) -> bool:
        return self.entries > self.limit

    @property
    def is_odd(self) -> bool:
        """Whether it is more than the next day brings, though a publisher may do it in the time between."""
        return self.entries > self.usual

    @property
    def sentence(self) -> str:
        """`aliases lost: 4,302 of 9,123 entries (47.2%), at most 33 in an honest edition (such as ofac-36)`"""
        return self.sentence_with({})

    def sentence_with(self, names: Mapping[str, str]) -> str:
        """The same with the names of entries, where they are known by id: `(such as AERO-CARIBBEAN, ofac-36)`"""
        some = "; ".join(f"{names[one][:NAME]}, {one}" if one in names else one for one in self.such_as)
        such = f" (such as {some})" if some else ""
        return f"{self.figures}, at most {int(self.limit):,} in an honest edition{such}"

    @property
    def figures(self) -> str:
        """`aliases lost: 41 of 9,123 entries (0.4%)`"""
        share = f" ({self.entries / self.of:.1%})" if self.of else ""
        return f"{self.guard}: {self.entries:,} of {self.of:,} {self.unit}{share}"


def counted(guard: str, ids: Iterable[str], of: int, limit: Limit, days: float = 1.0) -> Iterator[Finding]:
    """The finding of these entries; none where there are none."""
    several = list(dict.fromkeys(ids))
    if several:
        usual = limit.of(of, min(days, A_DAY))
        yield Finding(guard, len(several), of, limit.of(of, days), tuple(several[:3]), usual=usual)


def against(found: Iterable[Finding]) -> list[Finding]:
    """Those that speak against the edition, the gravest first."""
    return sorted((one for one in found if one.speaks_against), key=lambda one: -one.entries / max(1.0, one.limit))


def odd(found: Iterable[Finding]) -> list[Finding]:
    """Those that do not speak against it, and are more than the next day brings; the gravest first."""
    several = (one for one in found if one.is_odd and not one.speaks_against)
    return sorted(several, key=lambda one: -one.entries / max(1.0, one.usual))
