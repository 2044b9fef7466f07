"""Building a large index in a process of its own: it takes seconds, and questions are answered meanwhile.

In the process that answers, building would hold the interpreter's lock, and every question beside it would wait.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

import store.lists.listings
from bot.sanctions.listing import Edition
from bot.screening.screen import Index
from store.own_process import NoProcess, in_own_process
from store.snapshot.index_files import Elsewhere, keep

log = logging.getLogger(__name__)

LARGE = 3000  # entries, from where on starting a process costs less than it spares
SECONDS = 600.0


def in_a_process(factory: sessionmaker[Session], editions: Mapping[int, Edition]) -> Elsewhere | None:
    """How to build the index of some editions, by their numbers, beside this process; None where they are small."""
    engine = factory.kw["bind"]
    if not isinstance(engine, Engine) or sum(edition.entries for edition in editions.values()) < LARGE:
        return None
    return partial(_built, factory, tuple(editions))


def _built(factory: sessionmaker[Session], numbers: tuple[int, ...], path: Path, key: str) -> bool:
    try:
        in_own_process(build, factory, numbers, path, key, seconds=SECONDS)
    except NoProcess as why:
        log.warning("%s: the index of names is built here.", why)
        return False
    return True


def build(factory: sessionmaker[Session], numbers: tuple[int, ...], path: Path, key: str) -> None:
    """Build the index of some editions of a database and store it. Runs in the process of its own."""
    with factory() as session:
        keep(Index.build(store.lists.listings.listings_in(session, numbers), key), path)
