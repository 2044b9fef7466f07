"""Files of 130 MB in each format that a publisher has, made from real editions, and what `lists load` needs for them.

Entries come over and over, each time under numbers of their own. The CSV files are made from the published XML, in the
published columns: of neither a whole published one is at hand.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from benchmarks.loading import LISTS
from bot.lists.content import pieces_of
from bot.lists.eu import fsf_xml
from bot.lists.files import find_edition_files
from bot.lists.publishers import known_list
from bot.lists.uk import sl_xml

LARGE = 130_000_000  # bytes
TURN, FEW = 10_000_000, 10_000  # added to the numbers of entries, each time they come again


@dataclass(frozen=True, slots=True)
class Shape:
    """A format that is made large: its list, the folder that it is made from, the name of the file, and what makes it.
    `name` finds the names in it."""

    key: str
    folder: str
    file: str
    make: Callable[[bytes], Iterator[bytes]]
    name: bytes


def enlarged(shape: Shape) -> Iterator[bytes]:
    """The pieces of the large file."""
    if (LISTS / shape.folder).suffix == ".gz":  # a part of a list, which is no edition
        return shape.make(gzip.decompress((LISTS / shape.folder).read_bytes()))
    (content,) = find_edition_files(known_list(shape.key), LISTS / shape.folder).files.values()
    return shape.make(b"".join(pieces_of(content)))


def amended(shape: Shape, content: bytes) -> bytes:
    """The edition of the day after: a name in every thousand is another."""
    met = iter(range(1, len(content)))
    return re.sub(shape.name, lambda found: found[0] if next(met) % 1_000 else found[0] + b" NEW", content)


def _again(parts: tuple[bytes, ...], number: bytes, more: int = TURN) -> Callable[[bytes], Iterator[bytes]]:
    """Makes XML large: each of its `parts` (patterns of elements) over and over, `number` finding
    what tells them apart, which is `more` each time."""

    def make(text: bytes) -> Iterator[bytes]:
        found = [re.findall(part, text, re.DOTALL) for part in parts]
        turns = 1 + (LARGE - len(text)) // sum(len(one) for entries in found for one in entries)
        many, done = len(found[0]) * (1 + turns), 0
        for entries in found:
            first, last = text.index(entries[0]), text.rindex(entries[-1]) + len(entries[-1])
            yield re.sub(rb"(?<=<Record_Count>)\d+", b"%d" % many, text[done:last])
            for turn in range(1, 1 + turns):
                yield b"".join(re.sub(number, _later(turn * more), one) for one in entries)
            done = last
            assert first < last
        yield text[done:]

    return make


def _later(more: int) -> Callable[[re.Match[bytes]], bytes]:
    return lambda found: found[1] + b"%04d" % (int(found[2]) + more)


def _table(
    rows_of: Callable[[bytes], list[dict[str, str]]], key: str, delimiter: str, first: str = "", more: int = TURN
) -> Callable[[bytes], Iterator[bytes]]:
    """Makes a CSV file large: all rows over and over, the number in the column `key` another each time."""

    def make(xml: bytes) -> Iterator[bytes]:
        rows = rows_of(xml)
        columns = list(dict.fromkeys(column for row in rows for column in row))
        size, turn = 0, 0
        while size < LARGE:
            text = io.StringIO(newline="")
            lines = csv.DictWriter(text, columns, restval="", delimiter=delimiter)
            if not turn:
                text.write(first)
                lines.writeheader()
            lines.writerows({**row, key: _numbered(row[key], turn * more)} for row in rows)
            piece = text.getvalue().encode()
            yield piece
            size, turn = size + len(piece), turn + 1

    return make


def _numbered(uid: str, more: int) -> str:
    return re.sub(r"\d+", lambda number: f"{int(number[0]) + more:04}", uid)


_FSF = {
    "names": ("NameAlias_", {}),
    "births": ("BirthDate_", {"birthdate": "BirthDate", "dayOfMonth": "Day", "monthOfYear": "Month"}),
    "citizenships": ("Citizenship_", {}),
    "identifications": ("Identification_", {"identificationTypeCode": "TypeCode"}),
    "addresses": ("Address_", {}),
}  # fmt: skip


def fsf_rows(xml: bytes) -> list[dict[str, str]]:
    """The rows of the EU's CSV file: one for each part of an entity."""
    rows = []
    for element in etree.fromstring(xml):
        entity = fsf_xml._entity(element)
        own = {f"Entity_{_capital(name)}": value for name, value in entity.own.items()}
        own |= {"Entity_SubjectType": entity.kind, "Entity_Remark": " ".join(entity.remarks)}
        own |= {f"Entity_Regulation_{_capital(name)}": value for name, value in entity.regulations[0].items()}
        for field, (prefix, names) in _FSF.items():
            for part in getattr(entity, field):
                cells = {f"{prefix}{names.get(name, _capital(name))}": value for name, value in part.items()}
                rows.append({"fileGenerationDate": "13/05/2024", **own, **cells})
    return rows


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def uk_rows(xml: bytes) -> list[dict[str, str]]:
    """The rows of the UK's CSV file: one for each name with each address."""
    rows = []
    for element in etree.fromstring(xml).iter("{*}Designation"):
        of = sl_xml._designation(element)
        own = {
            "Last Updated": of.own.get("LastUpdated", ""),
            "Unique ID": of.own.get("UniqueID", ""),
            "Date Designated": of.own.get("DateDesignated", ""),
            "Regime Name": of.own.get("RegimeName", ""),
            "Designation Type": of.own.get("IndividualEntityShip", ""),
            "Sanctions Imposed": of.own.get("SanctionsImposed", ""),
            "Other Information": of.own.get("OtherInformation", ""),
            "UK Statement of Reasons": of.own.get("UKStatementofReasons", ""),
        }
        for name in of.names:
            named = {"Name 6": name.text, "Name type": name.kind, "Alias strength": name.strength}
            places = [{"Address Line 1": at.street, "Address Country": at.country} for at in of.addresses]
            rows += [{**own, **named, **place} for place in places or [{}]]
    return rows


_ENTITIES = _again((rb"<entity id=.*?</entity>",), rb'(<entity id=")(\d+)')
_IRGC = "ofac_enhanced/2024-08-28-irgc/IRGC_ENHANCED.XML.gz"
_FULL_NAME = rb"(?<=<formattedFullName>)[^<]*"


def _as_delta(xml: bytes) -> Iterator[bytes]:
    """The same in the words of a delta file that only adds, as the first of OFAC's archive does."""
    space = rb"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML(?=\")"
    xml = re.sub(space, b"https://www.treasury.gov/ofac/DeltaFile/1.0", xml).replace(b"dataAsOf", b"datePublished")
    return _ENTITIES(re.sub(rb'<entity id="\d+"', lambda found: found[0] + b' action="add"', xml))


_ADVANCED = tuple(
    rb"<%b (?:ID|FixedRef)=.*?</%b>" % (part, part)
    for part in (b"Location", b"IDRegDocument", b"DistinctParty", b"ProfileRelationship", b"SanctionsEntry")
)
_JOINED_BY = rb'( (?:ID|FixedRef|ProfileID|IdentityID|From-ProfileID|To-ProfileID|LocationID|NamePartGroupID)=")(\d+)'
SHAPES = {
    "SDN.XML": Shape(
        "us_ofac_sdn",
        "ofac_sdn_xml/2024-05-07",
        "SDN.XML",
        _again((rb"<sdnEntry>.*?</sdnEntry>",), rb"(<uid>)(\d+)"),
        rb"(?<=<lastName>)[^<]*",
    ),
    "ADVANCED": Shape(
        "us_ofac_cons",
        "ofac_cons_advanced/2020-03-17",
        "CONS_ADVANCED.XML",
        _again(_ADVANCED, _JOINED_BY),
        rb'(?<=Acronym="false">)[^<]*',
    ),
    "ENHANCED": Shape("us_ofac_sdn", _IRGC, "SDN_ENHANCED.XML", _ENTITIES, _FULL_NAME),
    "delta": Shape("us_ofac_sdn", _IRGC, "delta.xml", _as_delta, _FULL_NAME),
    "EU XML": Shape(
        "eu_fsf",
        "eu_fsf/2024-05-13",
        "eu.xml",
        _again((rb"<sanctionEntity .*?</sanctionEntity>",), rb'( logicalId=")(\d+)'),
        rb'(?<=wholeName=")[^"]*',
    ),
    "EU CSV": Shape(
        "eu_fsf",
        "eu_fsf/2024-05-13",
        "csvFullSanctionsList_1_1.csv",
        _table(fsf_rows, "Entity_LogicalId", ";"),
        rb";(?=[A-Z][a-z]+ [A-Z][a-z]+;)[^;\r\n]+",
    ),
    "UK XML": Shape(
        "gb_uksl",
        "uk_sl/2026-08-22-rebuilt",
        "UK-Sanctions-List.xml",
        _again((rb"<Designation>.*?</Designation>",), rb"(<UniqueID>[A-Z]+)(\d+)", FEW),
        rb"(?<=<Name6>)[^<]*",
    ),
    "UK CSV": Shape(
        "gb_uksl",
        "uk_sl/2026-08-22-rebuilt",
        "UK-Sanctions-List.csv",
        _table(uk_rows, "Unique ID", ",", "Report Date: 22-Aug-2026\r\n", FEW),
        rb",(?=[A-Z]+ [A-Z]+,)[^,\r\n]+",
    ),
}
