"""Writing a new edition: only what it changed, and all of it or nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from bot.errors import BadInput
from bot.lists.content import Content, packed, unpacked
from bot.sanctions.changes.comparison import Comparison
from bot.sanctions.listing import Edition, Listing
from bot.sanctions.packed import Packed, PackedEdition
from store.dialect import hold, storable
from store.lists.editions import row_on
from store.lists.rows import EntryFacts, Row, entry_facts, table_of
from store.plain import dumps
from store.tables.lists import ChangeRow, EditionRow, EntryProgramRow, EntryRow, FetchRow, FileRow

Item = TypeVar("Item")
AT_ONCE = 500  # listings written at a time
EDITIONS_WITH_FILES = 10


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition ready to be written: whatever takes time was done before the transaction, so others that write wait
    for the writing alone."""

    edition: Edition
    entries: Sequence[EntryFacts]
    changes: tuple[Row, ...]
    files: Mapping[str, bytes]  # by role, compressed


def prepare(
    edition: Edition, listings: Iterable[Listing], comparison: Comparison, files: Mapping[str, Content]
) -> Prepared:
    """`files` holds the published files by role. Raises BadInput for listings that cannot be one edition of the list:
    an entry of another list, a party named twice, an id that cannot be a key."""
    found = _entries(edition, listings)
    entries = Packed(found) if isinstance(listings, PackedEdition) else tuple(found)
    changes: tuple[Row, ...] = tuple(
        {
            "list": change.list,
            "entity_id": change.entity_id,
            "was": change.was,
            "kind": change.kind.value,
            "facts": dumps(change),
        }
        for change in comparison.changes
    )
    kept = {role: packed(content) for role, content in files.items()}
    return Prepared(edition, entries, changes, kept)


def _entries(edition: Edition, listings: Iterable[Listing]) -> Iterator[EntryFacts]:
    seen: set[str] = set()
    for listing in listings:
        _check(listing, edition, seen)
        yield entry_facts(listing)


def apply_edition(session: Session, prepared: Prepared, now: datetime) -> None:
    """Make an edition the one in force: its listings, its changes against the edition before, and its files.

    The first edition of a list has no changes. All is written in the session's transaction, best one from
    `store.database.writing`. Raises BadInput for an edition that is older than the one in force.
    """
    edition = prepared.edition
    hold(session, f"list {edition.list}")
    before = row_on(session, edition.list, None)
    if before and _is_older(edition.published, before.published):
        raise BadInput(
            f"The edition of {edition.list} in force was published {before.published}: one of {edition.published} "
            "is older. Load editions in their order."
        )
    row = _new_edition(session, edition, len(prepared.entries), now)
    _write_entries(session, row, prepared.entries)
    if before:
        _write_changes(session, row, prepared.changes)
    _keep_files(session, row, prepared.files)
    session.flush()


def kept_files(session: Session, list: str, roles: Collection[str] | None = None) -> dict[str, Content]:
    """The newest file kept of every role that a list has ever had, or of some roles."""
    newest = select(func.max(FileRow.id)).where(FileRow.list == list).group_by(FileRow.role)
    wanted = select(FileRow.role, FileRow.content).where(FileRow.id.in_(newest)).order_by(FileRow.role)
    if roles is not None:
        wanted = wanted.where(FileRow.role.in_(roles))
    return {role: unpacked(content) for role, content in session.execute(wanted)}


def files_in_force(session: Session, list: str) -> dict[str, Content]:
    """The files that the edition in force was read from, by role: those that came, and those carried over."""
    newest = select(func.max(EditionRow.id)).where(EditionRow.list == list).scalar_subquery()
    found = select(FileRow.role, FileRow.content).where(FileRow.list == list, FileRow.edition_id == newest)
    return {role: unpacked(content) for role, content in session.execute(found.order_by(FileRow.role))}


def move_files(session: Session, list: str) -> None:
    """Give the files of the edition before to the one in force, which was read from the same."""
    newest = select(EditionRow.id).where(EditionRow.list == list).order_by(EditionRow.id.desc()).limit(2)
    now, before = session.scalars(newest).all()
    moving = update(FileRow).where(FileRow.edition_id == before).values(edition_id=now)
    session.execute(moving, execution_options={"synchronize_session": False})


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


def _new_edition(session: Session, edition: Edition, entries: int, now: datetime) -> EditionRow:
    row = EditionRow(
        list=edition.list,
        edition=edition.edition,
        published=edition.published,
        first_day=edition.first_day,
        last_day=edition.last_day,
        fetched_at=edition.fetched_at,
        entries=entries,
        missing=json.dumps(edition.missing),
        sha256=edition.sha256,
        applied_at=now,
        format=edition.format,
        reader=edition.reader,
        odd=storable(edition.odd),
    )
    session.add(row)
    session.flush()
    return row


def _write_entries(session: Session, edition: EditionRow, entries: Iterable[EntryFacts]) -> None:
    """Begin and end the spans that the edition begins and ends."""
    current = select(EntryRow.entity_id, EntryRow.id, EntryRow.hash)
    current = current.where(EntryRow.list == edition.list, EntryRow.until_edition_id.is_(None))
    over = {entity_id: (number, digest) for entity_id, number, digest in session.execute(current)}
    for batch in _batches(_fresh(entries, over)):
        _insert(session, edition, batch)
    _end_spans(session, edition, [number for number, _ in over.values()])


def _fresh(entries: Iterable[EntryFacts], over: dict[str, tuple[int, str]]) -> Iterator[EntryFacts]:
    """The entries that are not there yet as they are; those that are are taken out of `over`, which then has what is
    over."""
    for entry in entries:
        if over.get(entry.entity_id, (0, ""))[1] == entry.hash:
            del over[entry.entity_id]
        else:
            yield entry


def _check(listing: Listing, edition: Edition, seen: set[str]) -> None:
    if listing.list != edition.list:
        raise BadInput(f"{listing.entity_id} is an entry of {listing.list}, not of {edition.list}.")
    if listing.entity_id in seen:
        raise BadInput(f"The edition of {edition.list} names {listing.entity_id} twice.")
    seen.add(listing.entity_id)


def _insert(session: Session, edition: EditionRow, fresh: list[EntryFacts]) -> None:
    adding = insert(EntryRow).returning(EntryRow.id, sort_by_parameter_order=True)
    numbers = session.scalars(adding, [entry.row(edition.id) for entry in fresh]).all()
    tags = [row for number, entry in zip(numbers, fresh, strict=True) for row in entry.program_rows(number)]
    if tags:
        session.connection().execute(insert(table_of(EntryProgramRow)), tags)


def _end_spans(session: Session, edition: EditionRow, entries: list[int]) -> None:
    for batch in _batches(entries):
        ending = update(EntryRow).where(EntryRow.id.in_(batch)).values(until_edition_id=edition.id)
        session.execute(ending, execution_options={"synchronize_session": False})


def _write_changes(session: Session, edition: EditionRow, changes: Iterable[Row]) -> None:
    for batch in _batches(changes):
        session.execute(insert(ChangeRow), [{"edition_id": edition.id, **row} for row in batch])


def _keep_files(session: Session, edition: EditionRow, files: Mapping[str, bytes]) -> None:
    """Keep the files, and those of the last editions only; but always the newest of a role, for an edition that
    comes without it."""
    for role, content in files.items():
        session.add(FileRow(edition_id=edition.id, list=edition.list, role=role, content=content))
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
