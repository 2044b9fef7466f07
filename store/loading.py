"""Writing a new edition: only what it changed, and all of it or nothing."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import TypeVar

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from bot.errors import BadInput
from bot.sanctions.changes.comparison import Change, Comparison
from bot.sanctions.listing import Edition, Listing
from store.dialect import hold
from store.editions import row_on
from store.plain import dumps
from store.rows import entry_row, fact_rows
from store.tables.lists import ChangeRow, EditionRow, EntryRow, FetchRow, FileRow

Item = TypeVar("Item")
AT_ONCE = 500  # listings written at a time
EDITIONS_WITH_FILES = 10


def apply_edition(
    session: Session,
    edition: Edition,
    listings: Iterable[Listing],
    comparison: Comparison,
    files: Mapping[str, bytes],
    now: datetime,
) -> None:
    """Make an edition the one in force: its listings, its changes against the edition before, and its files.

    `files` holds the published files by role. The first edition of a list has no changes. All is written in the
    session's transaction, best one from `store.database.writing`. Raises BadInput for an edition that is older
    than the one in force, or that names a party twice.
    """
    hold(session, f"list {edition.list}")
    before = row_on(session, edition.list, None)
    if before and _is_older(edition.published, before.published):
        raise BadInput(
            f"The edition of {edition.list} in force was published {before.published}: one of {edition.published} "
            "is older. Load editions in their order."
        )
    row = _new_edition(session, edition, now)
    row.entries = _write_listings(session, row, listings)
    if before:
        _write_changes(session, row, comparison.changes)
    _keep_files(session, row, files)
    session.flush()


def kept_files(session: Session, list: str) -> dict[str, bytes]:
    """The newest file kept of every role that a list has ever had."""
    newest = select(func.max(FileRow.id)).where(FileRow.list == list).group_by(FileRow.role)
    found = session.execute(select(FileRow.role, FileRow.content).where(FileRow.id.in_(newest)).order_by(FileRow.role))
    return {role: zlib.decompress(content) for role, content in found}


def remove_list(session: Session, key: str) -> None:
    """Forget a list: its editions, with their entries, changes and files, and when it was fetched."""
    hold(session, f"list {key}")
    session.execute(delete(EntryRow).where(EntryRow.list == key))
    session.execute(delete(EditionRow).where(EditionRow.list == key))
    session.execute(delete(FetchRow).where(FetchRow.list == key))


def _is_older(published: str, than: str) -> bool:
    """Whether one date of publication is before another; a month is not before a day in it."""
    shared = min(len(published), len(than))
    return published[:shared] < than[:shared]


def _new_edition(session: Session, edition: Edition, now: datetime) -> EditionRow:
    row = EditionRow(
        list=edition.list,
        edition=edition.edition,
        published=edition.published,
        first_day=edition.first_day,
        fetched_at=edition.fetched_at,
        entries=edition.entries,
        missing=json.dumps(edition.missing),
        sha256=edition.sha256,
        applied_at=now,
    )
    session.add(row)
    session.flush()
    return row


def _write_listings(session: Session, edition: EditionRow, listings: Iterable[Listing]) -> int:
    """Begin and end the spans that the edition begins and ends; how many entries it has."""
    current = select(EntryRow.entity_id, EntryRow.id, EntryRow.hash)
    current = current.where(EntryRow.list == edition.list, EntryRow.until_edition_id.is_(None))
    over = {entity_id: (number, digest) for entity_id, number, digest in session.execute(current)}
    seen: set[str] = set()
    for batch in _batches(listings):
        fresh: list[tuple[Listing, dict[str, object]]] = []
        for listing in batch:
            row = entry_row(listing, edition.id)
            _check(listing, edition, seen)
            if over.get(listing.entity_id, (0, ""))[1] == row["hash"]:
                del over[listing.entity_id]
            else:
                fresh.append((listing, row))
        _insert(session, fresh)
    _end_spans(session, edition, [number for number, _ in over.values()])
    return len(seen)


def _check(listing: Listing, edition: EditionRow, seen: set[str]) -> None:
    if listing.list != edition.list:
        raise BadInput(f"{listing.entity_id} is an entry of {listing.list}, not of {edition.list}.")
    if listing.entity_id in seen:
        raise BadInput(f"The edition of {edition.list} names {listing.entity_id} twice.")
    seen.add(listing.entity_id)


def _insert(session: Session, fresh: list[tuple[Listing, dict[str, object]]]) -> None:
    if not fresh:
        return
    adding = insert(EntryRow).returning(EntryRow.id, sort_by_parameter_order=True)
    numbers = session.scalars(adding, [row for _, row in fresh]).all()
    for table, rows in fact_rows(zip(numbers, (listing for listing, _ in fresh), strict=True)).items():
        if rows:
            session.connection().execute(insert(table), rows)


def _end_spans(session: Session, edition: EditionRow, entries: list[int]) -> None:
    for batch in _batches(entries):
        ending = update(EntryRow).where(EntryRow.id.in_(batch)).values(until_edition_id=edition.id)
        session.execute(ending, execution_options={"synchronize_session": False})


def _write_changes(session: Session, edition: EditionRow, changes: Iterable[Change]) -> None:
    for batch in _batches(changes):
        rows = [
            {
                "edition_id": edition.id,
                "list": change.list,
                "entity_id": change.entity_id,
                "was": change.was,
                "kind": change.kind.value,
                "facts": dumps(change),
            }
            for change in batch
        ]
        session.execute(insert(ChangeRow), rows)


def _keep_files(session: Session, edition: EditionRow, files: Mapping[str, bytes]) -> None:
    """Keep the files, and those of the last editions only; but always the newest of a role, for an edition that
    comes without it."""
    for role, content in files.items():
        session.add(FileRow(edition_id=edition.id, list=edition.list, role=role, content=zlib.compress(content)))
    session.flush()
    of_list = FileRow.list == edition.list
    newest = select(func.max(FileRow.id)).where(of_list).group_by(FileRow.role)
    recent = select(EditionRow.id).where(EditionRow.list == edition.list).order_by(EditionRow.id.desc())
    old = of_list & FileRow.id.not_in(newest) & FileRow.edition_id.not_in(recent.limit(EDITIONS_WITH_FILES))
    session.execute(delete(FileRow).where(old), execution_options={"synchronize_session": False})


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch
