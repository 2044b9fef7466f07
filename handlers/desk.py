"""The desk: what answering needs, handed over in one piece."""

from __future__ import annotations

import copy
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

import store.briefing
import store.editions
import store.listings
import store.options
from bot.questions.question import Question, Vocabulary
from bot.questions.understand import understand
from bot.sanctions.briefing.measure import Measure
from bot.sanctions.briefing.statement import Source, Statement
from bot.sanctions.files.programs import known_programs, programs_ended
from bot.sanctions.listing import Edition, Party
from bot.sanctions.program import Program
from bot.sanctions.register import Register
from bot.sanctions.relief.confidential import Audience, Confidants, may_see
from bot.sanctions.relief.impact import Impact, evaluate
from bot.sanctions.relief.lifecycle import Editors
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.standing import NOTHING_KNOWN, AsOf, Standing, signs_of, standing_of
from bot.screening.judging.policy import STANDARD, Policy
from bot.screening.screen import Index
from store.database import reading
from store.snapshot.index_files import IndexFiles
from store.snapshot.roll import Roll

NOBODY = Confidants()
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
    indexes, if they are to be stored."""

    recheck_seconds: float = 1.0
    stale_days: Mapping[str, int] = field(default_factory=dict)
    confidants: Confidants = NOBODY
    editors: Editors = ADMINS
    index_dir: Path | None = None
    policy: Policy = STANDARD


@dataclass(frozen=True)
class Content:
    """What the store holds beside lists: options, briefing. Small, so read anew whenever it may have changed."""

    options: tuple[ReliefOption, ...]
    measures: tuple[Measure, ...]
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]
    programs: Mapping[str, Program]


@dataclass(frozen=True)
class Snapshot:
    """Everything that answers rest on, of the same editions: a question sees the old or the new, whole. The roll is
    read when it is first needed."""

    version: str
    editions: tuple[Edition, ...]
    index: Index
    roll: Roll
    content: Content
    confidants: Confidants = NOBODY
    whole: Snapshot | None = None  # of a part: what it is a part of
    as_of: AsOf = NOTHING_KNOWN

    @property
    def options(self) -> tuple[ReliefOption, ...]:
        return self.content.options

    @property
    def register(self) -> Register:
        return self.roll.read()

    @property
    def program_counts(self) -> Mapping[str, Mapping[str, int]]:
        return self.roll.program_counts

    @property
    def linked_counts(self) -> Mapping[str, int]:
        """How many parties' listings say `Linked To` a party, by its id."""
        return self.roll.linked_counts

    @cached_property
    def impacts(self) -> Mapping[str, Impact]:
        """What each option would do, by its key."""
        if self.whole is not None:
            return {option.key: self.whole.impacts[option.key] for option in self.options}
        return {option.key: evaluate(option, self.register) for option in self.options}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(
            options=tuple(option.key for option in self.options),
            programs=tuple(sorted({*self.content.programs, *self.program_counts})),
            measures={measure.id: measure.title for measure in self.content.measures},
            topics=tuple(sorted({topic for s in self.content.statements for topic in s.topics})),
        )

    def linked_to(self, entity_id: str) -> tuple[str, ...]:
        """The parties whose listing says `Linked To` this one."""
        return self.roll.linked.get(entity_id, ())

    def party(self, entity_id: str) -> Party | None:
        listings = self.register.by_id.get(entity_id)
        return Party(entity_id, listings) if listings else None

    def edition(self, key: str) -> Edition | None:
        return next((edition for edition in self.editions if edition.list == key), None)

    def option(self, key: str) -> ReliefOption | None:
        return next((option for option in self.options if option.key == key), None)

    def standing(self, party: Party) -> Standing:
        """How a party stands, over all its listings, by these editions and on this day."""
        return standing_of(map(signs_of, party.listings), self.as_of)

    def on(self, day: date) -> Snapshot:
        """The same, judged on a day: a program that had not ended then counts as in force."""
        as_of = AsOf.of(self.editions, programs_ended(), day)
        if as_of == self.as_of:
            return self
        key = frozenset(as_of.ended)
        if key not in self._days:
            self._days[key] = replace(self, as_of=as_of, index=self.index.judged_by(as_of))
        return self._days[key]

    @cached_property
    def _days(self) -> dict[frozenset[str], Snapshot]:
        """By the programs that had ended: few, for programs end seldom."""
        return {}

    def visible_to(self, asker: Asker) -> Snapshot:
        """The part that exists for whoever asks: without the options that they may not know of."""
        if asker.is_operator:
            return self
        seen = frozenset(o.key for o in self.options if may_see(o, asker.audience, self.confidants))
        if len(seen) == len(self.options):
            return self
        if seen not in self._parts:
            self._parts[seen] = self._part(seen)
        return self._parts[seen]

    @cached_property
    def _parts(self) -> dict[frozenset[str], Snapshot]:
        """Kept for as long as the whole is: people who may see the same options share what is reckoned of them."""
        return {}

    def _part(self, keys: frozenset[str]) -> Snapshot:
        kept = replace(self.content, options=tuple(o for o in self.options if o.key in keys))
        return replace(self, content=kept, whole=self)


def read_content(session: Session) -> Content:
    briefed = {program.tag: program for program in store.briefing.program_notes(session)}
    return Content(
        options=tuple(store.options.options_now(session)),
        measures=tuple(store.briefing.measures(session)),
        statements=tuple(store.briefing.statements(session)),
        sources={source.key: source for source in store.briefing.sources(session)},
        programs={**known_programs(), **briefed},
    )


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
        self._indexes = IndexFiles(self.settings.index_dir)
        self._lock = threading.Lock()
        self._held: Snapshot | None = None
        self._looked = 0.0
        self._fixed: Snapshot | None = None
        self._origin: Desk | None = None  # of a desk with another clock: the one that reads

    def snapshot(self) -> Snapshot:
        """The newest whole picture. While a new one is built, others are answered from the old one."""
        if self._fixed is not None:
            return self._fixed
        return (self._origin or self)._newest().on(self.now().date())

    def _newest(self) -> Snapshot:
        held = self._held
        if held is not None and time.monotonic() - self._looked < self.settings.recheck_seconds:
            return held
        if not self._lock.acquire(blocking=held is None):
            assert held is not None
            return held
        try:
            self._held = held = self._newer(self._held)
            self._looked = time.monotonic()
            return held
        finally:
            self._lock.release()

    def _newer(self, held: Snapshot | None) -> Snapshot:
        """What the store holds now; the very same picture when nothing has changed."""
        with reading(self.sessions) as session:
            version = store.editions.index_version(session)
            if held is None or held.version != version:
                new = self._read(session, version)
            else:
                content = read_content(session)
                return held if content == held.content else replace(held, content=content)
        if held is not None and held.roll.is_read:
            new.roll.read()  # here, while others are answered from the old one: they need not wait for it
        return new

    def _read(self, session: Session, version: str) -> Snapshot:
        """Read the store. Where no file has the index it is built, in seconds: once per edition, not per question."""
        editions = store.editions.numbered_editions(session)
        content = store.listings.content_key(session, editions)
        index = self._indexes.index_of(content, lambda: store.listings.listings_in(session, editions))
        return Snapshot(
            version=version,
            editions=tuple(editions.values()),
            index=index.under(self.settings.policy),
            roll=Roll(editions, session, self.sessions),
            content=read_content(session),
            confidants=self.settings.confidants,
        )

    def warm(self) -> None:
        """Read now what the first question would wait for."""
        self.snapshot().roll.read()

    def look_again(self) -> None:
        """Something was written: the next question finds it, whenever the store was looked at last."""
        (self._origin or self)._looked = float("-inf")

    def at(self, clock: Callable[[], datetime]) -> Desk:
        """This desk with another clock: it shares what has been read, and what is read later."""
        other = copy.copy(self)
        other.now = clock
        other._origin = self._origin or self
        return other

    def seen_by(self, asker: Asker) -> Desk:
        """This desk as it is now for whoever asks: what they may not know of is not on it. It is for one question: what
        lands while that is answered is not on it either."""
        other = copy.copy(self)
        other._fixed = self.snapshot().visible_to(asker)
        return other

    def understand(self, text: str, before: Question | None = None) -> Question:
        snapshot = self.snapshot()
        return understand(text, self.now(), snapshot.vocabulary, before, snapshot.index.mentions)
