"""Loading one edition of a list: decide, and only then write it, in one transaction; or hold it for a person."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

import store.lists.held
import store.telling.outbox
from bot.answers.phrases import day
from bot.errors import BadInput, RefusedEdition
from bot.lists.comparable import carried_from
from bot.lists.content import digest
from bot.lists.files import EditionFiles, find_edition_files, missing_from
from bot.lists.formats import Format
from bot.lists.publishers import known_list, title_of
from bot.lists.reading import Progress, silent
from bot.sanctions.listing import Edition
from bot.sanctions.packed import kept
from jobs import held_alert
from jobs.alerts import basis_of, compose, follow_new_numbers
from jobs.deciding import NO_CHANGES, Decision, InForce, LoadOutcome, decide, left
from jobs.starter import arrivals, drop_starter
from store.database import reading, writing
from store.dialect import hold
from store.lists.earlier import earlier
from store.lists.editions import current_editions
from store.lists.held import Held
from store.lists.landed import Landed
from store.lists.listings import listings_now
from store.lists.loading import apply_edition, files_in_force, kept_files, move_files, prepare

log = logging.getLogger(__name__)

COMPOSED_AT_MOST = 3  # times, before the transaction


def load(
    sessions: sessionmaker[Session],
    key: str,
    path_or_files: Path | EditionFiles,
    published: str | None,
    now: datetime,
    accept: bool = False,
    progress: Progress | None = None,
    operators: str = "",
) -> LoadOutcome:
    """Load one edition of a list, from a path or from files already read.

    `published` is an ISO date or month; without one the folder's name says it, or the file, or else it is the day
    of `now`. `accept` loads an edition that would be held. One that is held is kept, and told to the channel
    `operators`. What cannot be used is `refused` in one sentence, with nothing changed; nothing is raised for it.
    """
    try:
        known = known_list(key)
        given = find_edition_files(known, path_or_files) if isinstance(path_or_files, Path) else path_or_files
        as_read_today(sessions, key, now, progress or silent)
        with sessions() as session:
            current = edition_in_force(session, key)
            if current and current.sha256 == digest(given.files):
                return left(current).outcome
            if not accept and (known_held := _held_already(session, key, given)):
                return known_held
            before = in_force(session, key)
        decision = decide(known, given, published, before, now, accept=accept, progress=progress or silent)
        if decision.outcome.status == "applied":
            _apply(sessions, decision, before, now, progress or silent, "" if accept else operators)
        elif decision.outcome.status == "held":
            _hold(sessions, decision, given, before, now, operators)
    except BadInput as refusal:
        return _refused(key, published or "", str(refusal))
    return decision.outcome


def as_read_today(sessions: sessionmaker[Session], key: str, now: datetime, progress: Progress = silent) -> None:
    """Where the reader of the edition in force was mended, read it again first: else the next edition would announce
    as the publisher's what the reader does otherwise. One that cannot be read again stays as it is."""
    with sessions() as session:
        current = edition_in_force(session, key)
    if current is None or not is_outread(current):
        return
    try:
        reread(sessions, key, now, progress)
    except (BadInput, RefusedEdition) as error:
        log.warning("%s: the edition in force could not be read again: %s", key, error)


def is_outread(edition: Edition) -> bool:
    """Whether the reader of an edition's format has been mended since it was read."""
    return bool(known_list(edition.list).formats) and edition.reader < _format(edition).version


def reread(sessions: sessionmaker[Session], key: str, now: datetime, progress: Progress = silent) -> Edition:
    """Read the edition of a list in force once more from the bytes that are kept of it: after its reader was mended,
    or where entries of it are gone. Nothing was published, so nobody is told. Raises BadInput where no bytes of it are
    kept, RefusedEdition where its reader now takes them for no whole list; nothing is changed then."""
    known = known_list(key)
    with sessions() as session:
        before = edition_in_force(session, key)
        if before is None:
            raise BadInput(f"No edition of the {known.title} is loaded.")
        files = files_in_force(session, key)
        old = kept(listings_now(session, [key]))
    if not known.formats or (of := _format(before)).required.key not in files:
        raise BadInput(f"Of the {title_of(key)} no published file is kept: load it again.")
    reading = of.reader(key, files, progress)
    listings = reading.listings
    if missing_from(known, files):  # they were carried over from an edition in another format, as facts
        listings = kept(carried_from(old, listings, files))
    after = replace(before, reader=of.version, entries=len(listings))
    prepared = prepare(after, listings, NO_CHANGES, {})
    with writing(sessions) as session:
        hold(session, f"list {key}")
        if edition_in_force(session, key) != before:
            raise BadInput(f"Another edition of {key} was loaded meanwhile.")
        apply_edition(session, prepared, now)
        move_files(session, key)
    log.info("%s: the edition of %s was read again, %d entries", key, before.published, len(listings))
    return after


def _format(edition: Edition) -> Format:
    formats = known_list(edition.list).formats
    return next((one for one in formats if one.key == edition.format), formats[0])


def edition_in_force(session: Session, key: str) -> Edition | None:
    return next((edition for edition in current_editions(session) if edition.list == key), None)


def in_force(session: Session, key: str) -> InForce:
    edition = edition_in_force(session, key)
    if edition is None:
        return InForce(None, {}, ())
    listings = kept(listings_now(session, [key]))
    return InForce(edition, kept_files(session, key), listings, earlier(session, key, listings))


def _refused(key: str, published: str, reason: str) -> LoadOutcome:
    return LoadOutcome(key, "", published, 0, 0, 0, 0, "refused", reason)


def _held_already(session: Session, key: str, given: EditionFiles) -> LoadOutcome | None:
    """What is known of these very files, where they were held before against the edition that is in force still."""
    held = store.lists.held.held_of(session, key)
    if held is None or held.sha256 != digest(given.files) or held.follows != _name_in_force(session, key):
        return None
    reason = held.reason
    if held.rejected_at is not None:
        reason = f"Rejected by {held.rejected_by} on {day(held.rejected_at.date().isoformat())}. {reason}"
    return LoadOutcome(
        key, held.edition, held.published, held.entries, held.added, held.removed, held.amended, "held", reason
    )


def _name_in_force(session: Session, key: str) -> str:
    edition = edition_in_force(session, key)
    return edition.edition if edition else ""


def _hold(
    sessions: sessionmaker[Session],
    decision: Decision,
    given: EditionFiles,
    before: InForce,
    now: datetime,
    operators: str,
) -> None:
    """Keep the edition for a person to judge, and tell the operators."""
    outcome = decision.outcome
    held = Held(
        list=outcome.list,
        edition=outcome.edition,
        published=outcome.published,
        sha256=digest(given.files),
        follows=before.edition.edition if before.edition else "",
        entries=outcome.entries,
        added=outcome.added,
        removed=outcome.removed,
        amended=outcome.amended,
        reason=outcome.reason,
        at=now,
    )
    told = [held_alert.message(held, before.edition, operators, now)] if operators else []
    with writing(sessions) as session:
        hold(session, f"list {outcome.list}")
        store.lists.held.keep(session, held, given.files)
        store.telling.outbox.queue(session, told, now)


def _apply(
    sessions: sessionmaker[Session],
    decision: Decision,
    before: InForce,
    now: datetime,
    progress: Progress,
    operators: str,
) -> None:
    """Write the edition, take the starter facts that it replaces, and queue the alerts it causes; all or nothing. What
    is odd about it the `operators` are told.

    The alerts are composed before the transaction. Should what they rest on change meanwhile (somebody watches
    something, another list lands) they are composed anew; where it never rests, at last in the transaction.
    """
    progress("writing", 0, 1)
    edition, listings, changes = decision.edition, decision.listings, decision.comparison.changes
    prepared = prepare(edition, listings, decision.comparison, decision.files or {})
    odd = held_alert.warnings(decision, before.edition, operators)
    landed = Landed.of(edition, now, before.edition, changes, before.listings, listings)
    for left_to_try in reversed(range(COMPOSED_AT_MOST)):
        with reading(sessions) as session:
            basis = basis_of(session, edition.list)
            alerts = compose(session, landed, listings, basis, now)
            news = arrivals(session, landed, now)
        with writing(sessions) as session:
            hold(session, f"list {edition.list}")
            if edition_in_force(session, edition.list) != before.edition:
                raise BadInput(
                    f"Another edition of the {title_of(edition.list)} was loaded meanwhile: load this again."
                )
            if (basis_now := basis_of(session, edition.list)) != basis:
                if left_to_try:
                    continue
                alerts = compose(session, landed, listings, basis_now, now)
            apply_edition(session, prepared, now)
            store.lists.held.clear(session, edition.list)
            drop_starter(session, edition.list, now)
            follow_new_numbers(session, landed.changes)
            store.telling.outbox.queue(session, [*odd, *news, *alerts], now)
            break
    progress("writing", 1, 1)
