"""A program: what a publisher's tag stands for, and its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Program:
    """A sanctions program. `tag` is the publisher's ("RUSSIA-EO14024"); `former` are tags that it replaced."""

    tag: str
    title: str
    authority: str = ""
    date: str = ""
    effect: Mapping[str, str] = field(default_factory=dict)  # {"sdn": ..., "non_sdn": ...}
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of a program: from the day `ended` (ISO) on it binds nobody. An older edition still carries its tag.

    Days are ISO or "". `confidence`: official, reported, second_hand (a third party's file says so).
    """

    tag: str
    ended: str
    by: str = ""  # the act that ended it
    removed_from_list: str = ""  # when the listings went, where that was another day
    regulations_removed: str = ""
    note: str = ""
    source: str = ""  # key of a Source
    also: tuple[str, ...] = ()  # keys of further sources
    confidence: str = ""
    witnesses: int = 0

    def had_ended(self, on: str) -> bool:
        """Whether the program had ended on a day (ISO): for a day before its end it counts as in force."""
        return on >= self.ended
