"""Every listing of the editions that a snapshot is of, read when it is first needed."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property

from sqlalchemy.orm import Session, sessionmaker

import store.lists.listings
from bot.lists.starter import STARTER
from bot.sanctions.listing import Edition, Listing
from bot.sanctions.register import Register
from bot.sanctions.typeahead import Typeahead


class Entries:
    """Who is listed in some editions, given by their numbers, and under what.

    Screening needs none of it, and it takes a second to read. What an edition holds stays the same, so it may be read
    late: whoever asks, and when, it is that of these editions. Only starter facts are written over; they are few, and
    read at once, in the session given.
    """

    def __init__(self, editions: Mapping[int, Edition], session: Session, sessions: sessionmaker[Session]) -> None:
        starter = [number for number, edition in editions.items() if edition.list == STARTER]
        self._starter_facts = list(store.lists.listings.listings_in(session, starter))
        self._numbers = [number for number in editions if number not in starter]
        self._published = {edition.list: edition.published for edition in editions.values()}
        self._sessions = sessions
        self._lock = threading.Lock()
        self._register: Register | None = None

    @property
    def is_read(self) -> bool:
        return self._register is not None

    def read(self) -> Register:
        """The register of all listings; read from the store once, while others who need it wait."""
        if self._register is None:
            with self._lock:
                if self._register is None:
                    self._register = Register.of(self._listings(), self._published)
        return self._register

    def _listings(self) -> list[Listing]:
        with self._sessions() as session:
            found = [*self._starter_facts, *store.lists.listings.listings_in(session, self._numbers)]
        return sorted(found, key=lambda listing: listing.list)

    @cached_property
    def typeahead(self) -> Typeahead:
        """Parties by the beginnings of the words of their names; worked out when first needed, in about a second."""
        return Typeahead.of(self.read())

    @cached_property
    def program_counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many entries are under each program tag, by list."""
        register = self.read()
        return {
            tag: dict(sorted(Counter(register.listings[at].list for at in register.by_program[tag]).items()))
            for tag in sorted(register.by_program)
        }

    @cached_property
    def linked(self) -> Mapping[str, tuple[str, ...]]:
        """Who says `Linked To` whom: a party's id, and the ids of those that name it."""
        register = self.read()
        everywhere = frozenset(range(len(register.listings)))
        found: defaultdict[str, set[str]] = defaultdict(set)
        for at, keys in register.targets.items():
            own = register.listings[at].entity_id
            for target in register.ids(bearer for key in keys for bearer in register.bearers(key, everywhere)):
                if target != own:
                    found[target].add(own)
        return {target: tuple(sorted(ids)) for target, ids in found.items()}

    @cached_property
    def linked_counts(self) -> Mapping[str, int]:
        return {target: len(ids) for target, ids in self.linked.items()}
