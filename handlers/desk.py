"""The desk: what answering needs, handed over in one piece."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from sqlalchemy.orm import Session, sessionmaker

import store.briefing
import store.editions
import store.listings
import store.options
from bot.questions.question import Question, Vocabulary
from bot.questions.understand import understand
from bot.sanctions.briefing import Source, Statement
from bot.sanctions.listing import Edition, Party
from bot.sanctions.measure import Measure
from bot.sanctions.program import Program, known_programs
from bot.sanctions.relief import Impact, Register, ReliefOption, evaluate
from bot.screening.index import Index


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and where. The command line asks as nobody, nowhere."""

    team: str = ""
    user: str = ""
    place: str = ""  # the channel, or the user for a direct message or the command line


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What a desk can be set to. `stale_days` overrides a list's own limit, by key."""

    stale_days: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Snapshot:
    """Everything that answers rest on, read in one go: a question sees the old or the new, whole."""

    version: str
    editions: tuple[Edition, ...]
    index: Index
    register: Register
    options: tuple[ReliefOption, ...]
    measures: tuple[Measure, ...]
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]
    programs: Mapping[str, Program]
    program_counts: Mapping[str, Mapping[str, int]]

    @cached_property
    def impacts(self) -> Mapping[str, Impact]:
        """What each option would do, by its key."""
        return {option.key: evaluate(option, self.register) for option in self.options}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        tags = {*self.programs, *self.program_counts}
        return Vocabulary(
            options=tuple(option.key for option in self.options),
            programs=tuple(sorted(tags)),
            measures={measure.id: measure.title for measure in self.measures},
            topics=tuple(sorted({topic for s in self.statements for topic in s.topics})),
        )

    def party(self, entity_id: str) -> Party | None:
        listings = self.register.by_id.get(entity_id)
        return Party(entity_id, tuple(listings)) if listings else None

    def edition(self, key: str) -> Edition | None:
        return next((edition for edition in self.editions if edition.list == key), None)

    def option(self, key: str) -> ReliefOption | None:
        return next((option for option in self.options if option.key == key), None)


def read_snapshot(session: Session, version: str) -> Snapshot:
    """Read the store and build the index: seconds, so once per edition and not per question."""
    listings = list(store.listings.listings_now(session))
    briefed = {program.tag: program for program in store.briefing.program_notes(session)}
    return Snapshot(
        version=version,
        editions=tuple(store.editions.current_editions(session)),
        index=Index.build(listings),
        register=Register.of(listings),
        options=tuple(store.options.options_now(session)),
        measures=tuple(store.briefing.measures(session)),
        statements=tuple(store.briefing.statements(session)),
        sources={source.key: source for source in store.briefing.sources(session)},
        programs={**known_programs(), **briefed},
        program_counts=store.listings.program_counts(session),
    )


class Desk:
    """Answers are given from here: the store, the index, the clock and the settings."""

    def __init__(
        self, sessions: sessionmaker[Session], clock: Callable[[], datetime], settings: DeskSettings | None = None
    ) -> None:
        self.sessions = sessions
        self.now = clock
        self.settings = settings or DeskSettings()
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The newest whole picture. While a new one is built, others are answered from the old one."""
        with self.sessions() as session:
            version = store.editions.index_version(session)
        held = self._snapshot
        if held is not None and held.version == version:
            return held
        if not self._lock.acquire(blocking=held is None):
            assert held is not None
            return held
        try:
            held = self._snapshot
            if held is None or held.version != version:
                with self.sessions() as session:
                    held = self._snapshot = read_snapshot(session, version)
            return held
        finally:
            self._lock.release()

    def understand(self, text: str, before: Question | None = None) -> Question:
        return understand(text, self.now(), self.snapshot().vocabulary, before)
