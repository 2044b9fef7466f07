"""The starter facts: what the bot knows before any list is loaded. They go, list by list, as real ones land."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from bot.lists.starter import STARTER, starter_listings
from bot.sanctions.changes.comparison import Comparison
from bot.sanctions.listing import Edition, Listing
from store.database import writing
from store.dialect import hold
from store.lists.editions import current_editions
from store.lists.listings import listings_now
from store.lists.loading import apply_edition, prepare, remove_list

_NOTHING = Comparison((), (), (), ())  # starter facts are never compared with an edition


def load_starter(sessions: sessionmaker[Session], now: datetime) -> int:
    """Offer the starter facts of every list that has no edition yet; how many there are now."""
    with writing(sessions) as session:
        hold(session, f"list {STARTER}")
        loaded = {edition.list for edition in current_editions(session)}
        facts = [listing for listing in starter_listings() if listing.taken_from not in loaded]
        if facts != list(listings_now(session, [STARTER])):
            _write(session, facts, now)
    return len(facts)


def drop_starter(session: Session, key: str, now: datetime) -> None:
    """Take away the starter facts of a list, for a real edition of it lands in this transaction."""
    if key == STARTER:
        return
    facts = list(listings_now(session, [STARTER]))
    left = [listing for listing in facts if listing.taken_from != key]
    if len(left) < len(facts):
        _write(session, left, now)


def _write(session: Session, facts: Collection[Listing], now: datetime) -> None:
    """Starter facts have no history: they are written anew, or are gone."""
    remove_list(session, STARTER)
    if not facts:
        return
    digest = hashlib.sha256(repr(list(facts)).encode()).hexdigest()
    published = min(listing.taken_on for listing in facts)
    edition = Edition(
        list=STARTER,
        edition=f"{published}-{digest[:8]}",
        published=published,
        fetched_at=now.isoformat(timespec="seconds"),
        entries=len(facts),
        sha256=digest,
    )
    apply_edition(session, prepare(edition, facts, _NOTHING, {}), now)
