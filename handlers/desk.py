"""The desk: what answering needs, handed over in one piece."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from bot.questions.ask import Ask, Reading
from bot.questions.understand import understand
from bot.sanctions.relief.confidential import Audience, Confidants
from bot.sanctions.relief.lifecycle import Editors
from bot.screening.policy import STANDARD, Policy
from handlers.finding import or_screened
from store.snapshot.past import Past
from store.snapshot.snapshot import NOBODY, Snapshot
from store.snapshot.snapshots import Snapshots

ADMINS = Editors()


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and where. The command line asks as nobody, nowhere; it sees everything.

    The flags are what Slack says of them (`handlers.permissions`); where `known` is false it has not said anything.
    """

    team: str = ""
    user: str = ""
    place: str = ""  # the channel, or the user for a direct message or the command line
    known: bool = False
    is_admin: bool = False
    is_guest: bool = False
    is_external: bool = False  # of another organisation
    channel_shared: bool = False  # with another organisation

    @property
    def is_operator(self) -> bool:
        """The command line: whoever has the database sees everything. Nobody in Slack is without a team and a name."""
        return not self.team and not self.user

    @property
    def is_among_others(self) -> bool:
        """Whether the place is not theirs alone: what they do there others should know of."""
        return not self.is_operator and self.place != self.user

    def may_end(self, who: str) -> bool:
        """Whether they may end, or change, what somebody set up in this place: `who` did, whoever is of this workspace
        and no guest (admins are), the command line; and in their own conversation everybody."""
        of_the_house = self.known and not self.is_guest and not self.is_external
        return of_the_house or not self.is_among_others or self.user == who

    @property
    def audience(self) -> Audience:
        return Audience(self.place, self.user, self.known, self.is_guest, self.is_external, self.channel_shared)


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What a desk can be set to. `stale_days` overrides a list's own limit, by key; `index_dir` is the folder of stored
    indexes, if they are to be stored; `patience` is how many seconds a question waits for a new edition to be read
    before it is answered from the one before (None: to the end)."""

    recheck_seconds: float = 1.0
    patience: float | None = None
    stale_days: Mapping[str, int] = field(default_factory=dict)
    confidants: Confidants = NOBODY
    editors: Editors = ADMINS
    index_dir: Path | None = None
    policy: Policy = STANDARD


class Desk:
    """Answers are given from here: the store, the index, the clock and the settings.

    The store is looked at for news at most every `settings.recheck_seconds`.
    """

    def __init__(
        self, sessions: sessionmaker[Session], clock: Callable[[], datetime], settings: DeskSettings | None = None
    ) -> None:
        self.sessions = sessions
        self.now = clock
        self.settings = settings or DeskSettings()
        self.snapshots = Snapshots(
            sessions,
            recheck_seconds=self.settings.recheck_seconds,
            patience=self.settings.patience,
            index_dir=self.settings.index_dir,
            policy=self.settings.policy,
            confidants=self.settings.confidants,
        )
        self._fixed: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The newest whole picture. While a new one is built, others are answered from the old one."""
        if self._fixed is not None:
            return self._fixed
        return self.snapshots.newest().on(self.now().date())

    def past(self, day: date, lists: Collection[str]) -> Past:
        """These lists as they were on a day, whatever they are now."""
        return self.snapshots.past(day, lists)

    def warm(self) -> None:
        """Read now what the first question would wait for."""
        self.snapshots.warm()

    def look_again(self) -> None:
        """Something was written: the next question finds it, whenever the store was looked at last."""
        self.snapshots.look_again()

    def at(self, clock: Callable[[], datetime]) -> Desk:
        """This desk with another clock: it shares what has been read, and what is read later."""
        other = copy.copy(self)
        other.now = clock
        return other

    def seen_by(self, asker: Asker) -> Desk:
        """This desk as it is now for whoever asks: what they may not know of is not on it. It is for one question: what
        lands while that is answered is not on it either."""
        other = copy.copy(self)
        other._fixed = self.snapshot().visible_to(None if asker.is_operator else asker.audience)
        return other

    def understand(self, text: str, before: Ask | None = None) -> Reading:
        snapshot = self.snapshot()
        return or_screened(understand(text, self.now(), snapshot.vocabulary, before, snapshot.index.mentions), snapshot)
