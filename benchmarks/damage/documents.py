"""Published files taken apart into entries and cells, to be damaged and put together again."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from xml.etree import ElementTree

from defusedxml.ElementTree import fromstring

NULL = "-0- "
END_MARK = b"\x1a"


@dataclass(slots=True)
class Cell:
    """One value of one entry, by the entry's place in the file."""

    owner: int
    text: str
    write: Callable[[str], None]

    def set(self, text: str) -> None:
        self.text = text
        self.write(text)


class Document(Protocol):
    """The files of one edition. `fields` are the names of the kinds of cells; only cells that say something count."""

    fields: tuple[str, ...]

    def __len__(self) -> int: ...

    def cells(self, field: str) -> list[Cell]: ...

    def drop(self, entries: set[int]) -> None: ...

    def repeat(self, entries: set[int]) -> None:
        """These entries a second time, under ids of their own."""

    def renumber(self) -> None: ...

    def ids(self) -> list[str]: ...

    def files(self) -> dict[str, bytes]: ...


def thinned(document: Document, one_in: int) -> Document:
    """The document with one in so many of its entries, the same ones in every edition."""
    others = {at for at, one in enumerate(document.ids()) if zlib.crc32(one.encode()) % one_in}
    document.drop(others)
    return document


_ITEMS = {
    "birth": re.compile(r"(?<=DOB )[^;]+?(?=;|\.$|\.?$)"),
    "number": re.compile(
        r"(?<=Passport |egistration Number |dentification |Tax ID No. |ational ID No. )[A-Z0-9-]{5,}"
        .replace("(?<=", "(?:").replace(" )[", " )([").replace("{5,}", "{5,})")
    ),
}  # fmt: skip


class OfacCsv:
    """The four files of OFAC, by role."""

    fields = ("name", "type", "program", "title", "birth", "number", "alias", "street", "city", "country", "remarks")
    _WHERE: Mapping[str, tuple[str, int]] = {
        "name": ("primary", 1),
        "type": ("primary", 2),
        "program": ("primary", 3),
        "title": ("primary", 4),
        "remarks": ("primary", 11),
        "alias": ("alt", 3),
        "street": ("add", 2),
        "city": ("add", 3),
        "country": ("add", 4),
    }

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.rows: dict[str, list[list[str]]] = {}
        self.marked: dict[str, bool] = {}
        for role, content in files.items():
            read = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
            self.rows[role] = [row for row in read if len(row) > 1]
            self.marked[role] = content.rstrip().endswith(END_MARK)

    def __len__(self) -> int:
        return len(self.rows["primary"])

    def cells(self, field: str) -> list[Cell]:
        if field in _ITEMS:
            return [cell for at, row in enumerate(self.rows["primary"]) for cell in self._items(field, at, row)]
        role, column = self._WHERE[field]
        owners = {row[0].strip(): at for at, row in enumerate(self.rows["primary"])}
        found = []
        for row in self.rows.get(role, []):
            if row[column].strip() not in ("", "-0-") and row[0].strip() in owners:
                found.append(Cell(owners[row[0].strip()], row[column], _setter(row, column)))
        return found

    def _items(self, field: str, owner: int, row: list[str]) -> Iterator[Cell]:
        match = _ITEMS[field].search(row[11])
        if match:
            group = match.lastindex or 0
            first, last = match.span(group)
            head, tail = row[11][:first], row[11][last:]
            yield Cell(owner, match[group], lambda text: row.__setitem__(11, head + text + tail))

    def drop(self, entries: set[int]) -> None:
        gone = {self.rows["primary"][at][0].strip() for at in entries}
        for role, rows in self.rows.items():
            self.rows[role] = [row for row in rows if row[0].strip() not in gone]

    def repeat(self, entries: set[int]) -> None:
        again = {self.rows["primary"][at][0].strip(): str(900_000 + at) for at in sorted(entries)}
        for rows in self.rows.values():
            rows += [[again[row[0].strip()], *row[1:]] for row in rows if row[0].strip() in again]

    def renumber(self) -> None:
        new = {row[0].strip(): str(500_000 + at) for at, row in enumerate(self.rows["primary"])}
        for rows in self.rows.values():
            for row in rows:
                row[0] = new.get(row[0].strip(), row[0])

    def ids(self) -> list[str]:
        return [row[0].strip() for row in self.rows["primary"]]

    def files(self) -> dict[str, bytes]:
        written = {}
        for role, rows in self.rows.items():
            out = io.StringIO(newline="")
            csv.writer(out, lineterminator="\r\n").writerows(rows)
            written[role] = out.getvalue().encode() + (END_MARK + b"\r\n" if self.marked[role] else b"")
        return written


def _setter(row: list[str], column: int) -> Callable[[str], None]:
    return lambda text: row.__setitem__(column, text or NULL)


@dataclass(frozen=True, slots=True)
class Shape:
    """Where an XML list keeps what: names of elements without their namespaces, `path@attribute` for attributes.
    `id` is the path of an entry's key; `count` that of the number of entries the file states, where it does."""

    role: str
    entry: tuple[str, ...]
    id: str
    where: Mapping[str, tuple[str, ...]]
    count: str = ""


UN = Shape(
    "consolidated",
    ("INDIVIDUAL", "ENTITY"),
    "REFERENCE_NUMBER",
    {
        "name": ("FIRST_NAME",),
        "program": ("UN_LIST_TYPE",),
        "birth": ("INDIVIDUAL_DATE_OF_BIRTH/YEAR", "INDIVIDUAL_DATE_OF_BIRTH/DATE"),
        "number": ("INDIVIDUAL_DOCUMENT/NUMBER",),
        "alias": ("INDIVIDUAL_ALIAS/ALIAS_NAME", "ENTITY_ALIAS/ALIAS_NAME"),
        "street": ("INDIVIDUAL_ADDRESS/STREET", "ENTITY_ADDRESS/STREET"),
        "country": ("INDIVIDUAL_ADDRESS/COUNTRY", "ENTITY_ADDRESS/COUNTRY"),
        "title": ("DESIGNATION/VALUE",),
        "nationality": ("NATIONALITY/VALUE",),
        "remarks": ("COMMENTS1",),
    },
)
OFAC_XML = Shape(
    "legacy",
    ("sdnEntry",),
    "uid",
    {
        "name": ("lastName",),
        "type": ("sdnType",),
        "program": ("programList/program",),
        "birth": ("dateOfBirthList/dateOfBirthItem/dateOfBirth",),
        "number": ("idList/id/idNumber",),
        "alias": ("akaList/aka/lastName",),
        "street": ("addressList/address/address1",),
        "city": ("addressList/address/city",),
        "country": ("addressList/address/country",),
        "nationality": ("nationalityList/nationality/country",),
    },
    "publshInformation/Record_Count",
)
EU = Shape(
    "fsf",
    ("sanctionEntity",),
    "@logicalId",
    {
        "name": ("nameAlias@wholeName",),
        "type": ("subjectType@code",),
        "program": ("regulation@programme",),
        "birth": ("birthdate@birthdate",),
        "number": ("identification@number",),
        "street": ("address@street",),
        "country": ("address@countryDescription",),
        "nationality": ("citizenship@countryDescription",),
        "remarks": ("remark",),
    },
)
UK = Shape(
    "uksl",
    ("Designation",),
    "UniqueID",
    {
        "name": ("Names/Name/Name6",),
        "type": ("IndividualEntityShip",),
        "program": ("RegimeName",),
        "street": ("Addresses/Address/AddressLine1",),
        "country": ("Addresses/Address/AddressCountry",),
        "remarks": ("OtherInformation",),
    },
)


class Xml:
    """A list as one XML file."""

    def __init__(self, files: Mapping[str, bytes], shape: Shape) -> None:
        self._role, content = next(iter(files.items()))
        self._shape = shape
        self._root = fromstring(content, forbid_dtd=True)
        self.fields = tuple(shape.where)

    def _entries(self) -> list[tuple[Any, Any]]:
        """Each entry with the element that holds it."""
        return [(child, parent) for parent in self._root.iter() for child in parent if _local(child) in
                self._shape.entry and child.find("..") is None and len(child)]  # fmt: skip

    def __len__(self) -> int:
        return len(self._entries())

    def cells(self, field: str) -> list[Cell]:
        found = []
        for owner, (entry, _) in enumerate(self._entries()):
            for path in self._shape.where[field]:
                found += [cell for cell in _at(owner, entry, path) if cell.text.strip()]
        return found

    def drop(self, entries: set[int]) -> None:
        for at, (entry, parent) in enumerate(self._entries()):
            if at in entries:
                parent.remove(entry)
        self._recount()

    def repeat(self, entries: set[int]) -> None:
        for at, (entry, parent) in enumerate(self._entries()):
            if at in entries:
                again = copy.deepcopy(entry)
                for cell in _at(at, again, self._shape.id):
                    cell.set(f"9{at:05}")
                parent.append(again)
        self._recount()

    def renumber(self) -> None:
        for at, (entry, _) in enumerate(self._entries()):
            for cell in _at(at, entry, self._shape.id):
                cell.set(f"5{at:05}")

    def ids(self) -> list[str]:
        return [cell.text for at, (entry, _) in enumerate(self._entries()) for cell in _at(at, entry, self._shape.id)]

    def _recount(self) -> None:
        if self._shape.count:
            for cell in _at(0, self._root, self._shape.count):
                cell.set(str(len(self)))

    def files(self) -> dict[str, bytes]:
        return {self._role: ElementTree.tostring(self._root, encoding="utf-8", xml_declaration=True)}


def _local(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _at(owner: int, entry: Any, path: str) -> list[Cell]:
    steps, _, attribute = path.partition("@")
    here = [entry]
    for step in filter(None, steps.split("/")):
        here = [child for one in here for child in one if _local(child) == step]
    if attribute:
        return [
            Cell(owner, one.get(attribute, ""), lambda text, one=one: one.set(attribute, text))  # type: ignore[misc]
            for one in here
            if attribute in one.attrib
        ]
    return [Cell(owner, one.text or "", lambda text, one=one: setattr(one, "text", text)) for one in here]  # type: ignore[misc]


class FtmLines:
    """FollowTheMoney, one party a line."""

    fields = ("name", "alias", "program", "birth", "number", "street", "country", "nationality")
    _WHERE: Mapping[str, str] = {
        "name": "name",
        "alias": "alias",
        "program": "programId",
        "birth": "birthDate",
        "number": "registrationNumber",
        "street": "address",
        "country": "country",
        "nationality": "nationality",
    }

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._lines = [json.loads(line) for line in files["entities"].decode().split("\n") if line.strip()]

    def __len__(self) -> int:
        return len(self._lines)

    def cells(self, field: str) -> list[Cell]:
        name = self._WHERE[field]
        return [
            Cell(at, text, lambda new, values=values, place=place: values.__setitem__(place, new))  # type: ignore[misc]
            for at, line in enumerate(self._lines)
            for values in [line["properties"].get(name, [])]
            for place, text in enumerate(values)
        ]

    def drop(self, entries: set[int]) -> None:
        self._lines = [line for at, line in enumerate(self._lines) if at not in entries]

    def repeat(self, entries: set[int]) -> None:
        self._lines += [{**copy.deepcopy(self._lines[at]), "id": f"again-{at}"} for at in sorted(entries)]

    def renumber(self) -> None:
        for at, line in enumerate(self._lines):
            line["id"] = f"new-{at}"

    def ids(self) -> list[str]:
        return [line["id"] for line in self._lines]

    def files(self) -> dict[str, bytes]:
        return {"entities": "\n".join(json.dumps(line, ensure_ascii=False) for line in self._lines).encode()}


class SimpleCsv:
    """OpenSanctions' targets.simple.csv."""

    fields = ("name", "type", "alias", "birth", "number", "street", "country")
    _WHERE: Mapping[str, str] = {
        "name": "name",
        "type": "schema",
        "alias": "aliases",
        "birth": "birth_date",
        "number": "identifiers",
        "street": "addresses",
        "country": "countries",
    }

    def __init__(self, files: Mapping[str, bytes]) -> None:
        read = csv.DictReader(io.StringIO(files["entities"].decode("utf-8"), newline=""))
        self._rows = [*read]
        self._head = list(read.fieldnames or ())

    def __len__(self) -> int:
        return len(self._rows)

    def cells(self, field: str) -> list[Cell]:
        column = self._WHERE[field]
        return [
            Cell(at, row[column], lambda text, row=row: row.__setitem__(column, text))  # type: ignore[misc]
            for at, row in enumerate(self._rows)
            if row[column].strip()
        ]

    def drop(self, entries: set[int]) -> None:
        self._rows = [row for at, row in enumerate(self._rows) if at not in entries]

    def repeat(self, entries: set[int]) -> None:
        self._rows += [{**self._rows[at], "id": f"again-{at}"} for at in sorted(entries)]

    def renumber(self) -> None:
        for at, row in enumerate(self._rows):
            row["id"] = f"new-{at}"

    def ids(self) -> list[str]:
        return [row["id"] for row in self._rows]

    def files(self) -> dict[str, bytes]:
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, self._head)
        writer.writeheader()
        writer.writerows(self._rows)
        return {"entities": out.getvalue().encode()}


def as_ftm(entities: Iterable[Mapping[str, Any]]) -> bytes:
    """Parties as FollowTheMoney JSON lines."""
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in entities).encode()
