"""Held editions as Slack's buttons reach them: the jobs do the work, the handlers know no jobs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from bot.answers.phrases import count, day
from bot.errors import BadInput
from bot.lists.publishers import title_of
from jobs import holding


@dataclass(frozen=True, slots=True)
class HeldEditions:
    """What is held in this store. `channel` is the operators' channel, "" where none is set."""

    sessions: sessionmaker[Session]
    clock: Callable[[], datetime]
    channel: str = ""

    def accept(self, key: str, edition: str, who: str) -> str:
        """Put it in force; what was done, as a sentence. Raises BadInput where it is not held, or is refused now."""
        outcome = holding.accept(self.sessions, key, who, self.clock(), edition)
        if outcome.status != "applied":
            raise BadInput(outcome.reason)
        entries = count(outcome.entries, "entry", "entries")
        return (
            f"accepted. The edition of the {title_of(key)} of {day(outcome.published)} is in force: {entries}, "
            f"{outcome.added:,} added, {outcome.removed:,} removed, {outcome.amended:,} amended. Its alerts go out."
        )

    def reject(self, key: str, edition: str, who: str) -> str:
        """Leave it out; what was done, as a sentence. Raises BadInput where it is not held."""
        held = holding.reject(self.sessions, key, who, self.clock(), edition)
        which = f"the edition of the {title_of(key)} of {day(held.published)}"
        return f"rejected: {which} stays out, and answers rest on the one before."
