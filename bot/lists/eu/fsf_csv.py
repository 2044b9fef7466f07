"""csvFullSanctionsList_1_1: semicolons, a row for each name, address, birth date or document of an entity.

The columns are those of the XML under a prefix: `NameAlias_WholeName`. A copy may begin with a line of its own that
holds the date of generation.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from bot.errors import RefusedEdition
from bot.lists import guards
from bot.lists.content import Content, whole
from bot.lists.dates import one_date
from bot.lists.eu.entity import Entity, Part, listing_of
from bot.lists.reading import Progress, Reading, Role, silent

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


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The listings of one edition; `published` is fileGenerationDate. Raises RefusedEdition."""
    name = ROLES[0].names[0]
    text = guards.decoded(name, whole(files["csv"]), MAX_BYTES)
    published, rows = _rows(name, text)
    entities: dict[str, Entity] = {}
    for number, row in enumerate(rows, 1):
        if number % 5000 == 0:
            progress("reading", number, number)
        published = published or _day(row.get(_GENERATED, ""))
        _add(name, number, entities, row)
    listings = tuple(listing_of(key, name, entity) for entity in entities.values())
    guards.refuse_none(name, listings)
    return Reading(listings, published=published)


def _rows(name: str, text: str) -> tuple[str, Iterable[Row]]:
    """The date of a line before the header, or "", and the rows by column."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    try:
        head = next(lines)
        published = ""
        if head[0].strip() == _GENERATED and len(head) <= 2:
            published, head = _day(head[-1]), next(lines)
    except (csv.Error, StopIteration) as error:
        raise RefusedEdition(f"{name} is cut or damaged in its first lines.") from error
    columns = [cell.strip() for cell in head]
    if lacking := sorted(NEEDED - set(columns)):
        raise RefusedEdition(f"{name} is another file: it has no column {lacking[0]}.")
    return published, _by_column(name, columns, lines)


def _by_column(name: str, columns: list[str], lines: Iterable[list[str]]) -> Iterable[Row]:
    number = 0
    try:
        for number, cells in enumerate(lines, 1):
            if not any(cells):
                continue
            if len(cells) != len(columns):
                raise RefusedEdition(
                    f"{name} holds {len(cells)} columns in record {number:,} where {len(columns)} belong: it is cut."
                )
            yield dict(zip(columns, (" ".join(cell.split()) for cell in cells), strict=True))
    except csv.Error as error:
        raise RefusedEdition(f"{name} is cut or damaged after record {number:,} ({error}).") from error


def _add(name: str, number: int, entities: dict[str, Entity], row: Row) -> None:
    uid = row.get("Entity_LogicalId", "")
    if not uid:
        raise RefusedEdition(f"{name} has no Entity_LogicalId in record {number:,}: it is damaged.")
    entity = entities.get(uid)
    if entity is None:
        entity = entities[uid] = Entity(_part(row, "Entity_"), row.get("Entity_SubjectType", ""))
    if (remark := row.get("Entity_Remark", "")) and remark not in entity.remarks:
        entity.remarks.append(remark)
    for prefix, field in _PARTS.items():
        part, of = _part(row, prefix), getattr(entity, field)
        if part and part not in of:
            of.append(part)


def _part(row: Row, prefix: str) -> Part:
    """The cells of a part under the XML's names; empty where the row has none of it."""
    found = {}
    for column, value in row.items():
        rest = column.removeprefix(prefix)
        if value and rest != column and ("_" not in rest or column in _NAMES):
            found[_NAMES.get(column) or rest[:1].lower() + rest[1:]] = value
    return found


def _day(text: str) -> str:
    """`23/09/2026` or an ISO date, as an ISO day."""
    parts = text.strip()[:10].split("/")
    return one_date("-".join(reversed(parts)) if len(parts) == 3 else text.strip()[:10])[0]
