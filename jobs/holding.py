"""Held editions, accepted or rejected by a person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

import store.asking.questions
import store.lists.held
from bot.answers.phrases import day
from bot.errors import BadInput, Overtaken
from bot.lists.files import EditionFiles
from bot.lists.publishers import known_list, title_of
from bot.lists.reading import Progress
from jobs.deciding import LoadOutcome
from jobs.loading import edition_in_force, load
from store.asking.questions import JUDGED, Asked
from store.database import writing
from store.lists.editions import fetch_of, record_fetch
from store.lists.held import Held


def accept(
    sessions: sessionmaker[Session],
    key: str,
    who: str,
    now: datetime,
    edition: str = "",
    progress: Progress | None = None,
) -> LoadOutcome:
    """Put the held edition of a list in force; its alerts go out now, and that `who` did it is in the audit. `edition`
    names the one that is meant, where it may have been replaced since it was looked at. Raises BadInput where none is
    held."""
    with sessions() as session:
        held = _held(session, key, edition)
        files = store.lists.held.files_of(session, key)
    if not files:
        gone = f"The held edition of the {title_of(key)} was rejected, and its files are gone"
        raise BadInput(f"{gone}: load it again with `lists load --accept`.")
    outcome = load(sessions, key, EditionFiles(files), held.published, now, accept=True, progress=progress)
    if outcome.status == "applied":
        with writing(sessions) as session:
            _no_failure(session, key)
            _note(session, "Accepted", held, who, now)
    else:
        with sessions() as session:
            _held(session, key, held.edition)  # somebody else may have judged it in the same moment
    return outcome


def _no_failure(session: Session, key: str) -> None:
    """The last refresh is told no more to have failed because the edition was held: a person has accepted it."""
    if tried := fetch_of(session, key):
        record_fetch(session, key, tried.at)


def _note(session: Session, did: str, held: Held, who: str, now: datetime) -> None:
    """Who judged it stands in the audit: answers rest on that."""
    figures = f"{held.entries:,} entries, {held.added:,} added, {held.removed:,} removed, {held.amended:,} amended"
    text = f"{did} the held {_of(held.published)} of the {title_of(held.list)} ({held.edition}): {figures}"
    store.asking.questions.record(session, Asked(team="", place="", who=who, text=text, kind=JUDGED), now)


def reject(sessions: sessionmaker[Session], key: str, who: str, now: datetime, edition: str = "") -> Held:
    """Leave the held edition of a list out for good; the one in force stays, and that `who` did it is in the audit.
    Raises BadInput where none is held."""
    with writing(sessions) as session:
        held = _held(session, key, edition)
        if held.rejected_at is not None:
            raise BadInput(f"The {_of(held.published)} of the {title_of(key)} was rejected already.")
        store.lists.held.reject(session, key, who, now)
        _note(session, "Rejected", held, who, now)
        return held


def _held(session: Session, key: str, edition: str) -> Held:
    held = store.lists.held.held_of(session, known_list(key).key)
    if held is not None and edition in ("", held.edition):
        return held
    if not edition:
        raise BadInput(f"No edition of the {title_of(key)} is held.")
    in_force = edition_in_force(session, key)
    asked = f"The {_of(edition.rpartition('-')[0])} of the {title_of(key)}"
    if in_force and in_force.edition == edition:
        raise BadInput(f"{asked} was accepted already, and is in force.")
    if held is not None:
        became = "was rejected" if held.is_rejected else "waits to be judged in its own message"
        raise Overtaken(f"{asked} is not held any more: a later one came, the {_of(held.published)}, and {became}.")
    now = f"the {_of(in_force.published)} is in force" if in_force else "none is in force"
    raise Overtaken(f"{asked} is not held any more: {now}.")


def _of(published: str) -> str:
    return f"edition of {day(published)}"
