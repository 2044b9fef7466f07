"""OpenSanctions' targets.simple.csv: one party a row, lists parted by `;`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping

from bot.errors import RefusedEdition
from bot.lists import guards
from bot.lists.dates import birth_date
from bot.lists.ftm.lines import SCHEMATA
from bot.lists.reading import Progress
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, Identifier, Name, NameKind, Schema

_NEEDED = frozenset({"id", "schema", "name"})
_IMO = re.compile(r"IMO(\d{7})")
_INN = re.compile(r"\d{10}|\d{12}")
_OGRN = re.compile(r"\d{13}|\d{15}")

Row = Mapping[str, str]


def read_rows(key: str, text: str, progress: Progress) -> tuple[Listing, ...]:
    """The parties in the file; rows of other schemata are passed over. Raises RefusedEdition."""
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        header = frozenset(rows.fieldnames or ())
        if not header >= _NEEDED:
            raise RefusedEdition(
                "The file is neither FollowTheMoney JSON lines nor targets.simple.csv: "
                "it has no columns id, schema, name."
            )
        listings = list(_listings(key, rows, progress))
    except csv.Error as error:
        raise RefusedEdition(f"The file is cut or damaged at line {rows.line_num:,} ({error}).") from error
    guards.refuse_none("the file", listings)
    guards.refuse_duplicates("the file", (listing.entity_id for listing in listings))
    return tuple(listings)


def _listings(key: str, rows: csv.DictReader[str], progress: Progress) -> Iterable[Listing]:
    for number, row in enumerate(rows, 1):
        if None in row or None in row.values():
            raise RefusedEdition(f"Row {number:,} has the wrong number of columns: the file is cut or damaged.")
        if not row["id"] or not row["name"].strip():
            raise RefusedEdition(f"Row {number:,} has no id or no name.")
        if number % 2000 == 0:
            progress("reading", number, number)
        if row["schema"] in SCHEMATA:
            yield _listing(key, row)


def _listing(key: str, row: Row) -> Listing:
    schema = SCHEMATA[row["schema"]]
    countries = [Address(country=country) for country in _cells(row, "countries")]
    return Listing(
        list=key,
        entity_id=row["id"],
        schema=schema,
        names=(Name(row["name"].strip()), *(Name(alias, NameKind.ALSO) for alias in _cells(row, "aliases"))),
        programs=tuple(_cells(row, "program_ids")),
        identifiers=tuple(_identifiers(row, schema)),
        birth_dates=tuple(birth_date(text) for text in _cells(row, "birth_date")),
        addresses=(*(Address(street=text) for text in _cells(row, "addresses")), *countries),
        notes=tuple(_sanctions(row)),
    )


def _identifiers(row: Row, schema: Schema) -> Iterable[Identifier]:
    """The column mixes all kinds: a company's IMO number stands there as a vessel's does."""
    for value in _cells(row, "identifiers"):
        imo = _IMO.fullmatch(value)
        if imo:
            yield Identifier("imo" if schema is Schema.VESSEL else "imo_company", imo[1])
        elif _OGRN.fullmatch(value):
            yield Identifier("registration", value)
        elif _INN.fullmatch(value):
            yield Identifier("tax_id", value)
        else:
            yield Identifier("other", value)
    yield from (Identifier("phone", value) for value in _cells(row, "phones"))
    yield from (Identifier("email", value) for value in _cells(row, "emails"))


def _cells(row: Row, column: str) -> Iterable[str]:
    return (value for value in (part.strip() for part in row.get(column, "").split(";")) if value)


def _sanctions(row: Row) -> Iterable[str]:
    """The column holds prose with semicolons in it, and two literal quotation marks where it is empty."""
    text = row.get("sanctions", "").strip()
    return () if text in ("", '""') else (text,)
