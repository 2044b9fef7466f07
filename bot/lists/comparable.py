"""Facts that one of two editions cannot have: of files that it came without, or that its format has no place for."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.lists.content import Content, whole
from bot.lists.ofac.csv import MAX_BYTES, REMARKS_CUT
from bot.lists.ofac.rows import END_MARK, Rows, csv_file
from bot.lists.publishers import KnownList
from bot.lists.reading import Role
from bot.sanctions.listing import Listing
from bot.sanctions.packed import by_id, kept


def carried_over(known: KnownList, given: Mapping[str, Content], kept: Mapping[str, Content]) -> dict[str, Content]:
    """The companion files that were not given, out of those kept: only the rows that still apply.

    Rows of parties that left the list go. The tail of a remark goes with the remark that it was the tail of: it is
    kept only where the primary file has the very same, cut, remark as before.
    """
    of = known.format_of(given)
    absent = [role for role in of.companions if role.key not in given and role.key in kept]
    if not absent:
        return {}
    now = _by_number(of.required, given)
    before = _by_number(of.required, kept)
    return {role.key: _packed(_apply(role, _rows(role, kept[role.key]), now, before)) for role in absent}


def _apply(role: Role, rows: Rows, now: Mapping[str, str], before: Mapping[str, str]) -> Rows:
    if role.key != "comments":
        return [row for row in rows if row[0] in now]
    return [row for row in rows if row[0] in now and now[row[0]] == before.get(row[0])]


def _by_number(role: Role, files: Mapping[str, Content]) -> dict[str, str]:
    """The remarks in the primary file, by ent_num."""
    return {row[0]: row[-1] for row in _rows(role, files[role.key])}


def _rows(role: Role, content: Content) -> Rows:
    return csv_file(role, whole(content), MAX_BYTES).rows


def _packed(rows: Rows) -> bytes:
    """As OFAC writes it: nulls as -0-, and the end mark."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([cell or "-0- " for cell in row] for row in rows)
    return (text.getvalue() + END_MARK).encode()


def carried_from(before: Iterable[Listing], after: Iterable[Listing], given: Collection[str]) -> Iterator[Listing]:
    """The later listings with the facts of files (by role) that were not given, from an edition in another format."""
    old = by_id(before)
    for listing in after:
        was = old.get(listing.entity_id)
        if was is None:
            yield listing
            continue
        if "alt" not in given:
            weak = tuple(name for name in listing.names[1:] if name.weak)
            listing = replace(listing, names=(listing.names[0], *was.strong_names[1:], *weak))
        if "add" not in given:
            listing = replace(listing, addresses=was.addresses)
        if "comments" not in given and len(listing.remarks) >= REMARKS_CUT:
            listing = _with_remarks_of(was, listing)
        yield listing


def first_told(files: Iterable[str], had: Iterable[str], before: Iterable[Listing]) -> frozenset[str]:
    """The roles of the files that come for the first time, but for those whose facts are known from an edition in
    another format."""
    first = frozenset(files) - frozenset(had)
    before = kept(before) if first & {"alt", "add"} else ()
    known = {"alt"} if any(len(one.strong_names) > 1 for one in before) else set()
    known |= {"add"} if any(one.addresses for one in before) else set()
    return first - known


def as_far_as_known(
    before: Iterable[Listing], after: Iterable[Listing], first_seen: frozenset[str]
) -> Sequence[Listing]:
    """The later listings without the facts of files (by role) that come for the first time.

    An edition that had no alt.csv said nothing of aliases: that the next one has them is no change.
    """
    if not first_seen:
        return kept(after)
    old = by_id(before)
    return kept(_less(listing, old.get(listing.entity_id), first_seen) for listing in after)


def _less(listing: Listing, before: Listing | None, first_seen: frozenset[str]) -> Listing:
    if before is None:
        return listing
    if "alt" in first_seen:
        listing = replace(listing, names=tuple(name for at, name in enumerate(listing.names) if not at or name.weak))
    if "add" in first_seen:
        listing = replace(listing, addresses=())
    if "comments" in first_seen and len(before.remarks) >= REMARKS_CUT and listing.remarks.startswith(before.remarks):
        listing = _with_remarks_of(before, listing)
    return listing


def _with_remarks_of(before: Listing, listing: Listing) -> Listing:
    strong = tuple(name for name in listing.names if not name.weak)
    weak = tuple(name for name in before.names if name.weak)
    return replace(
        listing,
        names=strong + weak,
        identifiers=before.identifiers,
        birth_dates=before.birth_dates,
        birth_places=before.birth_places,
        nationalities=before.nationalities,
        citizenships=before.citizenships,
        genders=before.genders,
        relations=before.relations,
        directives=before.directives,
        secondary_sanctions=before.secondary_sanctions,
        notes=before.notes,
        remarks=before.remarks,
    )
