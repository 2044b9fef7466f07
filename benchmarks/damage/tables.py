"""CSV files with a head, of the EU and the United Kingdom, taken apart; and OFAC's two newer kinds of XML."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import ClassVar

from benchmarks.damage.documents import Cell, Shape

ENHANCED = Shape(
    "enhanced",
    ("entity",),
    "@id",
    {
        "name": ("names/name/translations/translation/formattedFullName",),
        "type": ("generalInfo/entityType",),
        "program": ("sanctionsPrograms/sanctionsProgram",),
        "number": ("identityDocuments/identityDocument/documentNumber",),
        "street": ("addresses/address/translations/translation/addressParts/addressPart/value",),
        "country": ("addresses/address/country",),
    },
)
ADVANCED = Shape(
    "advanced",
    ("DistinctParty",),
    "@FixedRef",
    {"name": ("Profile/Identity/Alias/DocumentedName/DocumentedNamePart/NamePartValue",)},
)


class Table:
    """A list as one CSV file with several rows an entry. `where` are its columns by field; `first` a line before the
    head."""

    where: ClassVar[Mapping[str, str]]
    key: ClassVar[str]
    delimiter: ClassVar[str] = ","
    lines_before: ClassVar[int] = 0

    def __init__(self, files: Mapping[str, bytes]) -> None:
        text = files["csv"].decode("utf-8-sig")
        lines = text.split("\n", self.lines_before)
        self._before = "".join(f"{line}\n" for line in lines[:-1])
        read = csv.DictReader(io.StringIO(lines[-1], newline=""), delimiter=self.delimiter)
        self._rows, self._head = [*read], list(read.fieldnames or ())
        self.fields = tuple(field for field, column in self.where.items() if column in self._head)

    def _places(self) -> dict[str, int]:
        return {key: at for at, key in enumerate(dict.fromkeys(row[self.key] for row in self._rows))}

    def __len__(self) -> int:
        return len(self._places())

    def cells(self, field: str) -> list[Cell]:
        column, places = self.where[field], self._places()
        return [
            Cell(places[row[self.key]], row[column], lambda text, row=row: row.__setitem__(column, text))  # type: ignore[misc]
            for row in self._rows
            if row[column].strip()
        ]

    def drop(self, entries: set[int]) -> None:
        places = self._places()
        self._rows = [row for row in self._rows if places[row[self.key]] not in entries]

    def repeat(self, entries: set[int]) -> None:
        places = self._places()
        again = [row for row in self._rows if places[row[self.key]] in entries]
        self._rows += [{**row, self.key: f"9{places[row[self.key]]:05}"} for row in again]

    def renumber(self) -> None:
        places = self._places()
        for row in self._rows:
            row[self.key] = f"5{places[row[self.key]]:05}"

    def ids(self) -> list[str]:
        return [*self._places()]

    def files(self) -> dict[str, bytes]:
        out = io.StringIO(newline="")
        out.write(self._before)
        writer = csv.DictWriter(out, self._head, delimiter=self.delimiter)
        writer.writeheader()
        writer.writerows(self._rows)
        return {"csv": out.getvalue().encode()}


class EuCsv(Table):
    key = "Entity_LogicalId"
    delimiter = ";"
    where: ClassVar[Mapping[str, str]] = {
        "name": "NameAlias_WholeName",
        "type": "Entity_SubjectType",
        "program": "Entity_Regulation_Programme",
        "birth": "BirthDate_BirthDate",
        "number": "Identification_Number",
        "street": "Address_Street",
        "country": "Address_CountryDescription",
        "nationality": "Citizenship_CountryDescription",
    }


class UkCsv(Table):
    key = "Unique ID"
    lines_before = 1
    where: ClassVar[Mapping[str, str]] = {
        "name": "Name 6",
        "type": "Designation Type",
        "program": "Regime Name",
        "street": "Address Line 1",
        "country": "Address Country",
        "remarks": "Other Information",
    }


def as_csv(rows: list[dict[str, str]], delimiter: str = ",", first: str = "") -> bytes:
    """Rows as the publisher writes them."""
    out = io.StringIO(newline="")
    out.write(first)
    writer = csv.DictWriter(out, list(dict.fromkeys(column for row in rows for column in row)), "", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
