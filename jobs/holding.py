"""Held editions, accepted or rejected by a person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

import store.lists.held
from bot.errors import BadInput
from bot.lists.files import EditionFiles
from bot.lists.publishers import known_list, title_of
from bot.lists.reading import Progress
from jobs.deciding import LoadOutcome
from jobs.loading import load
from store.database import writing
from store.lists.editions import fetch_of, record_fetch
from store.lists.held import Held


def accept(
    sessions: sessionmaker[Session], key: str, now: datetime, edition: str = "", progress: Progress | None = None
) -> LoadOutcome:
    """Put the held edition of a list in force; its alerts go out now. `edition` names the one that is meant, where it
    may have been replaced since it was looked at. Raises BadInput where none is held."""
    with sessions() as session:
        held = _held(session, key, edition)
        files = store.lists.held.files_of(session, key)
    if not files:
        gone = f"The held edition of the {title_of(key)} was rejected, and its files are gone"
        raise BadInput(f"{gone}: load it again with `lists load --accept`.")
    outcome = load(sessions, key, EditionFiles(files), held.published, now, accept=True, progress=progress)
    if outcome.status == "applied":
        _no_failure(sessions, key)
    return outcome


def _no_failure(sessions: sessionmaker[Session], key: str) -> None:
    """The last refresh is told no more to have failed because the edition was held: a person has accepted it."""
    with writing(sessions) as session:
        if tried := fetch_of(session, key):
            record_fetch(session, key, tried.at)


def reject(sessions: sessionmaker[Session], key: str, who: str, now: datetime, edition: str = "") -> Held:
    """Leave the held edition of a list out for good; the one in force stays. Raises BadInput where none is held."""
    with writing(sessions) as session:
        held = _held(session, key, edition)
        if not held.is_rejected:
            store.lists.held.reject(session, key, who, now)
        return held


def _held(session: Session, key: str, edition: str) -> Held:
    held = store.lists.held.held_of(session, known_list(key).key)
    if held is None or (edition and held.edition != edition):
        which = f"edition {edition}" if edition else "edition"
        raise BadInput(
            f"No {which} of the {title_of(key)} is held: none was, it was judged already, or another one came."
        )
    return held
