"""csvFullSanctionsList_1_1: semicolons, a row for each name, address, birth date or document of an entity.

The columns are those of the XML under a prefix: `NameAlias_WholeName`. A copy may begin with a line of its own that
holds the date of generation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.errors import RefusedEdition
from bot.lists import csv_stream, guards
from bot.lists.content import Content
from bot.lists.dates import one_date
from bot.lists.eu.entity import Entity, Part, listing_of
from bot.lists.reading import Progress, Reading, Role, silent
from bot.sanctions.listing import Listing
from bot.sanctions.packed import kept

MAX_BYTES = 200_000_000
ROLES = (Role("csv", ("csvfullsanctionslist_1_1.csv", "fsf.csv"), required=True, max_bytes=MAX_BYTES),)
NEEDED = frozenset({"Entity_LogicalId", "Entity_SubjectType", "NameAlias_WholeName", "Entity_Regulation_Programme"})
_GENERATED = "fileGenerationDate"
_PARTS = {
    "Entity_Regulation_": "regulations",
    "NameAlias_": "names",
    "BirthDate_": "births",
    "Citizenship_": "citizenships",
    "Identification_": "identifications",
    "Address_": "addresses",
}
# Columns whose name is not the XML's attribute with a capital letter.
_NAMES = {
    "BirthDate_BirthDate": "birthdate",
    "BirthDate_Day": "dayOfMonth",
    "BirthDate_Month": "monthOfYear",
    "Identification_IssuedDate": "issueDate",
    "Identification_TypeCode": "identificationTypeCode",
    "Identification_TypeDescription": "identificationTypeDescription",
    "Entity_EU_ReferenceNumber": "euReferenceNumber",
}

Row = Mapping[str, str]
Columns = Mapping[str, str]


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The listings of one edition; `published` is fileGenerationDate. Raises RefusedEdition."""
    name, content = ROLES[0].names[0], files["csv"]
    _, columns, records = _opened(name, content)
    parts = {prefix: _columns_of(prefix, columns) for prefix in ("Entity_", *_PARTS)}
    left = csv_stream.rows_of_each(name, columns, records, "Entity_LogicalId")
    published, columns, records = _opened(name, content)
    days = [published]

    def entities() -> Iterator[Listing]:
        open_ones: dict[str, Entity] = {}
        for number, row in enumerate(csv_stream.rows(name, columns, records), 1):
            if number % 5000 == 0:
                progress("reading", number, number)
            days[0] = days[0] or _day(row.get(_GENERATED, ""))
            uid = _add(name, number, open_ones, row, parts)
            left[uid] -= 1
            if not left[uid]:
                yield listing_of(key, name, open_ones.pop(uid))

    listings = kept(entities())
    guards.refuse_none(name, listings)
    return Reading(listings, published=days[0])


def _opened(name: str, content: Content) -> tuple[str, list[str], Iterator[list[str]]]:
    """The date of a line before the header, or "", the columns, and the records after them."""
    records = csv_stream.records(name, content, MAX_BYTES, delimiter=";")
    columns, published = csv_stream.first_record(name, records), ""
    if columns[:1] == [_GENERATED] and len(columns) <= 2:
        published, columns = _day(columns[-1]), csv_stream.first_record(name, records)
    if lacking := sorted(NEEDED - set(columns)):
        raise RefusedEdition(f"{name} is another file: it has no column {lacking[0]}.")
    return published, columns, records


def _add(name: str, number: int, entities: dict[str, Entity], row: Row, parts: Mapping[str, Columns]) -> str:
    """Add a row to its entity, whose number is given back."""
    uid = row.get("Entity_LogicalId", "")
    if not uid:
        raise RefusedEdition(f"{name} has no Entity_LogicalId in record {number:,}: it is damaged.")
    entity = entities.get(uid)
    if entity is None:
        entity = entities[uid] = Entity(_part(row, parts["Entity_"]), row.get("Entity_SubjectType", ""))
    if (remark := row.get("Entity_Remark", "")) and remark not in entity.remarks:
        entity.remarks.append(remark)
    for prefix, field in _PARTS.items():
        part, of = _part(row, parts[prefix]), getattr(entity, field)
        if part and part not in of:
            of.append(part)
    return uid


def _columns_of(prefix: str, columns: Iterable[str]) -> Columns:
    """The columns of a part, each with the XML's name for it."""
    found = {}
    for column in columns:
        rest = column.removeprefix(prefix)
        if rest != column and ("_" not in rest or column in _NAMES):
            found[column] = _NAMES.get(column) or rest[:1].lower() + rest[1:]
    return found


def _part(row: Row, columns: Columns) -> Part:
    """The cells of a part under the XML's names; empty where the row has none of it."""
    return {name: value for column, name in columns.items() if (value := row[column])}


def _day(text: str) -> str:
    """`23/09/2026` or an ISO date, as an ISO day."""
    parts = text.strip()[:10].split("/")
    return one_date("-".join(reversed(parts)) if len(parts) == 3 else text.strip()[:10])[0]
