"""Reading an edition in force again from the bytes that are kept of it: after the reader of its format was mended, or
where its entries are not all there any more. What it says is read better then; nothing was published, so nobody is
told."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BadInput
from bot.lists.comparable import carried_from
from bot.lists.files import missing_from
from bot.lists.formats import Format
from bot.lists.publishers import known_list, title_of
from bot.lists.reading import Progress, silent
from bot.sanctions.listing import Edition
from jobs.deciding import NO_CHANGES
from store.database import writing
from store.dialect import hold
from store.lists.editions import current_editions
from store.lists.listings import listings_now
from store.lists.loading import apply_edition, files_in_force, move_files, prepare

log = logging.getLogger(__name__)


def is_outread(edition: Edition) -> bool:
    """Whether the reader of an edition's format has been mended since it was read."""
    return bool(known_list(edition.list).formats) and edition.reader < _format(edition).version


def reread(sessions: sessionmaker[Session], key: str, now: datetime, progress: Progress = silent) -> Edition:
    """Read the edition of a list in force once more. Raises BadInput where no bytes of it are kept, RefusedEdition
    where its reader now takes them for no whole list; nothing is changed then."""
    known = known_list(key)
    with sessions() as session:
        before = next((edition for edition in current_editions(session) if edition.list == key), None)
        if before is None:
            raise BadInput(f"No edition of the {known.title} is loaded.")
        files = files_in_force(session, key)
        old = tuple(listings_now(session, [key]))
    if not known.formats or (of := _format(before)).required.key not in files:
        raise BadInput(f"Of the {title_of(key)} no published file is kept: load it again.")
    reading = of.reader(key, files, progress)
    listings = reading.listings
    if missing_from(known, files):  # they were carried over from an edition in another format, as facts
        listings = tuple(carried_from(old, listings, files))
    after = replace(before, reader=of.version, entries=len(listings))
    prepared = prepare(after, listings, NO_CHANGES, {})
    with writing(sessions) as session:
        hold(session, f"list {key}")
        if before not in current_editions(session):
            raise BadInput(f"Another edition of {key} was loaded meanwhile.")
        apply_edition(session, prepared, now)
        move_files(session, key)
    log.info("%s: the edition of %s was read again, %d entries", key, before.published, len(listings))
    return after


def _format(edition: Edition) -> Format:
    formats = known_list(edition.list).formats
    return next((one for one in formats if one.key == edition.format), formats[0])
