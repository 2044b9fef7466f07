"""How much of a list an honest edition changes: limits as shares of its entries, growing with the days between.

Derived from real steps (docs/guards.md has the figures and the curve): none of them reaches half of a limit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

TINY, FEW_OF_TINY = 100, 8  # entries: a list of one's own, of which a person rewrites some lines in an afternoon
SMALL = 2_000  # entries: a list of fewer may stand still for years, or be rewritten at once
DAYS_FOR_ONE, SOME_MORE = 45.0, 3.0
MOST_DAYS = 90.0  # a gap counts for no more than so many days,
DAYS_A_DESIGNATION = 50.0  # and so many for each percent of entries that came new: a list that stood still is as it was
LONG = 600.0  # days: after so many a list has been gone through
DATED_DAYS, DATED_LESS_DAYS = 30.0, 120.0
LARGE_DAYS = 120.0  # so far a gap counts for the facts of a list that is not SMALL: of thousands few are corrected
BETWEEN_FORMATS = 4.0  # times as much differs where the file is of another format than before


@dataclass(frozen=True, slots=True)
class Limit:
    """`base` of the entries, and `daily` more a day, and `later` more by the square of the days, the whole of it after
    LONG of them: corrections are few from day to day, and many once a list is gone through. Up to `most`, and never
    less than `few` entries."""

    base: float
    daily: float
    most: float
    few: int
    later: float = 0.0

    def of(self, entries: int, days: float) -> float:
        """How many entries: a small list changes by a few whatever its size, and by some more as time goes."""
        few = max(self.few, FEW_OF_TINY) if self.few and entries < TINY else self.few
        return max(few + min(SOME_MORE, days / DAYS_FOR_ONE), self.share(days) * entries)

    def share(self, days: float) -> float:
        return min(self.most, self.base + self.daily * days + self.later * (days / LONG) ** 2)


def between_formats(limit: Limit) -> Limit:
    """The same for an edition that came in another format than the one before."""
    return replace(limit, base=BETWEEN_FORMATS * limit.base, daily=BETWEEN_FORMATS * limit.daily)


LOST = Limit(0.0035, 0.0, 0.15, 2, later=0.09)  # lost a fact, or had it replaced by one unlike it
PROGRAM = Limit(0.0035, 0.0, 0.05, 2, later=0.005)  # lost a program, edits of many apart: seldom, whatever the time
ALIKE = Limit(0.0035, 0.0, 0.2, 2, later=0.14)  # a fact was written otherwise
GAINED = Limit(0.006, 0.0004, 0.25, 8)  # gained a fact
ANY = Limit(0.004, 0.0, 0.25, 3, later=0.18)  # lost a fact of those that name a party or say what holds for it
LESS = Limit(0.005, 0.0, 0.2, 5, later=0.18)  # lost a fact of any other kind
REWORDED = Limit(0.01, 0.0004, 0.4, 10, later=0.1)  # the same, written otherwise
RESPELT = Limit(0.0035, 0.0002, 0.4, 3, later=0.1)  # the same words in other signs: case, accents, dots and dashes
RENAMED = Limit(0.02, 0.0, 0.12, 10, later=0.1)  # had the same word put for another: a country called otherwise
MARKED = Limit(0.02, 0.0005, 0.3, 40)  # amended, as the publisher's own date of update says
DETAILS = Limit(0.02, 0.0, 0.15, 10, later=0.1)  # differs in what no kind of fact tells: the country of a number
GIVEN_UP = Limit(0.005, 0.00001, 0.015, 4)  # has a name that is like none that it had or has
TYPES = Limit(0.002, 0.000005, 0.01, 2)  # changed its type
SCRIPT = Limit(0.002, 0.000005, 0.01, 2)  # had its name put into another script
TEXT = Limit(0.002, 0.0, 0.002, 2)  # gained text that was read wrongly
REPEATED = Limit(0.0035, 0.00001, 0.02, 5)  # gained the very same fact as others
MOVED = Limit(0.0035, 0.00001, 0.02, 5)  # gained a fact that was another's alone
SCATTERED = Limit(0.0035, 0.00008, 0.1, 0)  # removed, from all programs alike
TOGETHER = Limit(0.05, 0.0001, 0.2, 0)  # removed, most from one program, which ended
OF_ONE = Limit(0.005, 0.0001, 0.2, 5)  # removed, most from one program, which goes on
STRETCH = Limit(0.0035, 0.00001, 0.02, 45)  # removed, one after the other in the file
END_GONE = 9  # entries removed, the last ones, with none after them
TOLD_AT_ONCE, FEW_TOLD = 0.005, 2  # of the entries: of more that are removed, added or amended a person is told
ADDED = Limit(0.2, 0.001, 1.5, 60)
TWICE = Limit(0.0035, 0.00001, 0.02, 5)  # added, and equal to another entry, or to one but for names and numbers


def removable(limit: Limit, entries: int) -> Limit:
    """The limit of what may be removed: three entries at least, but of a tiny list one in twenty."""
    return replace(limit, few=max(3, limit.few)) if entries >= TINY else replace(limit, base=max(limit.base, 0.05))


def of_facts(days: float, entries: int, *, dated: bool) -> tuple[float, float]:
    """As many of the days as count for the facts of entries: for those that name a party or say what holds for it, and
    for others. What a publisher who dates its updates left undated can be no correction."""
    far = days if entries < SMALL else min(days, LARGE_DAYS)
    return (min(far, DATED_DAYS), min(far, DATED_LESS_DAYS)) if dated else (far, far)


def effective(days: int, entries: int, added: int) -> float:
    """The days between two editions as far as they count. Same-day and unknown distances count as one day."""
    if entries < SMALL:
        return max(1.0, float(days))
    came = 100 * added / entries
    return max(1.0, min(float(days), MOST_DAYS + DAYS_A_DESIGNATION * came))
