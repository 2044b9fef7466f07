"""The editions of another day: what was in force then, with its index, kept for the next question about that time."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from cachetools import LRUCache
from sqlalchemy.orm import Session, sessionmaker

import store.lists.editions
import store.lists.listings
from bot.sanctions.listing import Edition, Listing
from bot.screening.policy import Policy
from bot.screening.screen import Index
from store.snapshot.building import in_a_process
from store.snapshot.index_files import IndexFiles
from store.snapshot.snapshot import Snapshot

HELD = 4  # sets of editions, the last asked for; each index is mapped from its file


@dataclass(frozen=True)
class Past:
    """Some lists as they were on a day. A list of which no edition was held for that day is not among `editions`."""

    editions: tuple[Edition, ...]
    index: Index
    _numbers: tuple[int, ...]
    _sessions: sessionmaker[Session]

    def listings_of(self, entity_id: str) -> list[Listing]:
        """The listings of one party then, one a list at most."""
        with self._sessions() as session:
            return store.lists.listings.listings_of_in(session, entity_id, self._numbers)


class Pasts:
    """Reads the past, one at a time: a second question about the same days finds what the first has built."""

    def __init__(self, sessions: sessionmaker[Session], files: IndexFiles, policy: Policy) -> None:
        self._sessions, self._files, self._policy = sessions, files, policy
        self._held: LRUCache[tuple[int, ...], Past] = LRUCache(HELD)
        self._lock = threading.Lock()

    def on(self, day: date, lists: Collection[str], now: Snapshot) -> Past:
        """The editions of these lists that were in force on a day, as far as any are held for it. Where they are those
        of now, now's index serves."""
        with self._sessions() as session:
            editions = store.lists.editions.numbered_editions_on(session, day, lists)
        numbers = tuple(editions)
        if set(editions.values()) == set(now.editions):
            return Past(tuple(editions.values()), now.index, numbers, self._sessions)
        with self._lock:
            past = self._held.get(numbers)
            if past is None:
                past = self._held[numbers] = self._read(editions)
        return past

    def _read(self, editions: dict[int, Edition]) -> Past:
        with self._sessions() as session:
            index = self._files.index_of(
                store.lists.listings.content_key(session, editions),
                lambda: store.lists.listings.listings_in(session, editions),
                in_a_process(self._sessions, editions),
            )
        return Past(tuple(editions.values()), index.under(self._policy), tuple(editions), self._sessions)
