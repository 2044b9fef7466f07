"""What is lost little by little: in no edition more than an honest one loses, in several of them together more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.lists.soundness import step
from bot.lists.soundness.check import TOLD, days_between
from bot.lists.soundness.curve import TOLD_AT_ONCE
from bot.lists.soundness.finding import against
from bot.sanctions.listing import Listing

FAR = 30  # days: so far back an edition may lie
FEW = 0.001  # of the entries: where fewer have gone or become others since, nothing can have gathered


@dataclass(frozen=True, slots=True)
class Earlier:
    """An edition of the same list, format and files as the one in force, and some editions older than it: so many
    entries were removed or became others between the two."""

    published: str
    listings: Sequence[Listing]
    changed: int

    def sentences(self, after: Sequence[Listing], published: str, changed: int) -> list[str]:
        """What was lost since, if it is more than an honest list loses in that time; `changed` entries were removed or
        became others in the newest edition. Told, not held: the editions between are in force, and what they lost was
        let pass or accepted."""
        if self.changed + changed <= TOLD_AT_ONCE * len(self.listings):
            return []
        days = days_between(self.published, published)
        speaking = against(step.measures(step.Step(self.listings, after, days)))
        found = [one for one in speaking if one.entries > TOLD_AT_ONCE * one.of]
        if not found:
            return []
        figures = "; ".join(f"{one.figures}, at most {int(one.limit):,} in an honest list" for one in found[:TOLD])
        return [f"Little by little since the edition of {self.published}, {days} days before: {figures}."]
