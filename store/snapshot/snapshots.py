"""The newest snapshot, read from the store when there is news, and kept until then: for handlers and for jobs alike."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

import store.briefing
import store.lists.changes
import store.lists.counting
import store.lists.editions
import store.lists.listings
import store.options
from bot.sanctions.files.programs import known_programs, programs_ended
from bot.sanctions.relief.confidential import Confidants
from bot.screening.policy import STANDARD, Policy
from store.database import last_write, reading
from store.snapshot.building import in_a_process
from store.snapshot.entries import Entries
from store.snapshot.index_files import PAST_KEPT, IndexFiles
from store.snapshot.past import Past, Pasts
from store.snapshot.snapshot import NOBODY, Content, Snapshot

log = logging.getLogger(__name__)


class Snapshots:
    """Where the newest snapshot is had from. The store is looked at for news at most every `recheck_seconds`;
    `index_dir` is the folder of stored indexes, if they are to be stored. Reading a new edition takes seconds: who asks
    meanwhile waits for it no longer than `patience`, and is answered from the picture before; without one, to the end.
    """

    def __init__(
        self,
        sessions: sessionmaker[Session],
        *,
        recheck_seconds: float = 1.0,
        patience: float | None = None,
        index_dir: Path | None = None,
        policy: Policy = STANDARD,
        confidants: Confidants = NOBODY,
    ) -> None:
        self._sessions = sessions
        self._recheck_seconds, self._patience = recheck_seconds, patience
        self._policy, self._confidants = policy, confidants
        self._indexes = IndexFiles(index_dir)
        self._pasts = Pasts(sessions, IndexFiles(index_dir, "past", PAST_KEPT), policy)
        self._lock = threading.Lock()
        self._held: Snapshot | None = None
        self._looked = 0.0
        self._written: tuple[int, ...] | None = None  # the last write before what is held was read, where known

    def newest(self) -> Snapshot:
        """The newest whole picture. While a new one is built, others are given the old one."""
        held = self._held
        if held is not None and time.monotonic() - self._looked < self._recheck_seconds:
            return held
        if held is not None and self._written is not None and last_write(self._sessions) == self._written:
            self._looked = time.monotonic()
            return held
        if not self._lock.acquire(blocking=held is None):
            assert held is not None
            return held
        beside = None
        try:
            beside = self._read_beside()
            if beside is None:
                return self._look()
        finally:
            if beside is None:
                self._lock.release()
        beside.join(self._patience)
        assert self._held is not None
        return self._held

    def _look(self) -> Snapshot:
        """Look at the store, under the lock."""
        written = last_write(self._sessions)  # before it is read: what is written meanwhile is looked at again
        self._held = held = self._newer(self._held)
        self._written = written
        self._looked = time.monotonic()
        return held

    def _read_beside(self) -> threading.Thread | None:
        """Begin to read a new edition on a thread of its own, which gives the lock back; meanwhile others, this
        question too, are answered from the old picture. None where there is no picture yet, or no new edition: what
        else was written is read at once, for who wrote it asks next."""
        if self._held is None or self._patience is None:
            return None
        with reading(self._sessions) as session:
            if store.lists.editions.index_version(session) == self._held.version:
                return None
        thread = threading.Thread(target=self._look_beside, name="reading a new edition", daemon=True)
        thread.start()
        return thread

    def _look_beside(self) -> None:
        """Look, and give the lock back. Where it fails the old picture stays, and the next look tries again."""
        try:
            self._look()
        except Exception:
            self._looked = time.monotonic()
            log.exception("A new edition is in the store and could not be read; answers are from the one before")
        finally:
            self._lock.release()

    def _newer(self, held: Snapshot | None) -> Snapshot:
        """What the store holds now; the very same picture when nothing has changed."""
        with reading(self._sessions) as session:
            version = store.lists.editions.index_version(session)
            if held is None or held.version != version:
                new = self._read(session, version)
            else:
                content = read_content(session)
                return held if content == held.content else replace(held, content=content)
        if held is not None and held.entries.is_read:
            new.entries.read()  # here, while others are answered from the old one: they need not wait for it
        return new

    def _read(self, session: Session, version: str) -> Snapshot:
        """Read the store. Where no file has the index it is built, in seconds: once per edition, not per question."""
        editions = store.lists.editions.numbered_editions(session)
        content = store.lists.listings.content_key(session, editions)
        index = self._indexes.index_of(
            content,
            lambda: store.lists.listings.listings_in(session, editions),
            in_a_process(self._sessions, editions),
        )
        return Snapshot(
            version=version,
            editions=tuple(editions.values()),
            index=index.under(self._policy),
            entries=Entries(editions, session, self._sessions),
            content=read_content(session),
            confidants=self._confidants,
            held=store.lists.counting.held(session),
        )

    def past(self, day: date, lists: Collection[str]) -> Past:
        """These lists as they were on a day. Only the first question about a time builds an index for it."""
        return self._pasts.on(day, lists, self.newest())

    def warm(self) -> None:
        """Read now what the first question would wait for."""
        self.newest().entries.read()

    def look_again(self) -> None:
        """Something was written: the next question finds it, whenever the store was looked at last."""
        self._looked = float("-inf")


def read_content(session: Session) -> Content:
    briefed = {program.tag: program for program in store.briefing.program_notes(session)}
    numbers = store.lists.changes.renumbered(session)
    return Content(
        options=tuple(one.following(numbers) for one in store.options.options_now(session)),
        measures=tuple(store.briefing.measures(session)),
        statements=tuple(store.briefing.statements(session)),
        sources={source.key: source for source in store.briefing.sources(session)},
        programs={**known_programs(), **briefed},
        licenses={license.key: license for license in store.briefing.licenses(session)},
        ended={**programs_ended(), **{ended.tag: ended for ended in store.briefing.ended_programs(session)}},
    )
