"""Building a large index in a process of its own: it takes seconds, and questions are answered meanwhile.

In the process that answers, building would hold the interpreter's lock, and every question beside it would wait.
"""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

import store.lists.listings
from bot.sanctions.listing import Edition
from bot.screening.screen import Index
from store.database import open_engine, sessions
from store.snapshot.index_files import Elsewhere, keep

log = logging.getLogger(__name__)

LARGE = 3000  # entries, from where on starting a process costs less than it spares
SECONDS = 600.0


def in_a_process(factory: sessionmaker[Session], editions: Mapping[int, Edition]) -> Elsewhere | None:
    """How to build the index of some editions, by their numbers, beside this process; None where they are small."""
    engine = factory.kw["bind"]
    if not isinstance(engine, Engine) or sum(edition.entries for edition in editions.values()) < LARGE:
        return None
    return partial(_built, engine.url.render_as_string(hide_password=False), tuple(editions))


def _built(url: str, numbers: tuple[int, ...], path: Path, key: str) -> bool:
    process = multiprocessing.get_context("spawn").Process(target=build, args=(url, numbers, path, key), daemon=True)
    try:
        process.start()
    except OSError as error:
        log.warning("No process could be started to build the index of names (%s): it is built here.", error.strerror)
        return False
    process.join(SECONDS)
    if process.exitcode is None:
        process.kill()
        process.join()
    if process.exitcode:
        log.warning("The process that builds the index of names ended with %s: it is built here.", process.exitcode)
    return process.exitcode == 0


def build(url: str, numbers: tuple[int, ...], path: Path, key: str) -> None:
    """Build the index of some editions of a database and store it. Runs in the process of its own."""
    with sessions(open_engine(url))() as session:
        keep(Index.build(store.lists.listings.listings_in(session, numbers), key), path)
