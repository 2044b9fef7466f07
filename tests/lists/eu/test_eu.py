"""The EU list as XML and as CSV: against what an independent reader counted, and the one against the other."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from bot.errors import RefusedEdition
from bot.lists.eu import fsf_csv, fsf_xml
from bot.lists.publishers import LISTS
from bot.sanctions.changes.comparison import compare
from bot.sanctions.listing import Listing
from tests.lists.read import of_types, programs, reading, truth_of

WHOLE, REBUILT = "eu_fsf/2024-05-13", "eu_fsf/2026-02-26-rebuilt"
# Three parties (547, 593, 120128) stand under two programmes, each in an element of its own: elements - parties.
TWICE = {WHOLE: {"person": 2, "enterprise": 1}, REBUILT: {"person": 0, "enterprise": 0}}


@pytest.mark.parametrize("place", [WHOLE, REBUILT])
def test_every_figure_agrees(place: str, lists_dir: Path) -> None:
    truth, read = truth_of(lists_dir / place), reading("eu_fsf", lists_dir / place)
    listings, twice = read.listings, TWICE[place]
    assert read.published == truth["generationDate"][:10]
    assert len(listings) == truth["entries"] - sum(twice.values())
    assert of_types(listings) == {
        "Person": truth["types"]["person"] - twice["person"],
        "Organization": truth["types"]["enterprise"] - twice["enterprise"],
    }
    assert programs(listings) == truth["programmes_entries"]
    names = [name for one in listings for name in one.names]
    assert len(names) == truth["nameAlias_strong"]["true"]
    assert not any(name.weak for name in names)  # `strong` is true on every one: no strength is read from it
    languages = dict(truth["name_languages"])  # of the rebuilt file the forty most frequent
    languages[""] = languages.pop("(none)") + languages.pop("EN")
    found = Counter(name.language for name in names)
    assert {language: found[language] for language in languages} == languages
    labels = Counter(i.label for one in listings for i in one.identifiers)
    assert labels["UN reference"] == truth["with_un_id"]
    types = Counter(i.type for one in listings for i in one.identifiers)
    given = truth["identifications"]
    assert types["passport"] == given["passport"]
    assert types["bic"] == given["swiftbic"]
    assert types["imo"] + types["imo_company"] == given["imo"]
    assert types["tax_id"] == given["fiscalcode"] + given.get("taxid", 0) - REPEATED[place].get("tax_id", 0)


# Numbers that one party bears twice in the file, with the same country and note.
REPEATED: dict[str, dict[str, int]] = {WHOLE: {}, REBUILT: {"tax_id": 1}}


def test_birth_dates_are_the_dates_and_not_the_places(lists_dir: Path) -> None:
    """The oracle counts `birthdate` elements; one without a year or a date holds a place of birth alone."""
    truth, listings = truth_of(lists_dir / WHOLE), reading("eu_fsf", lists_dir / WHOLE).listings
    content = gzip.decompress((lists_dir / WHOLE / "xmlFullSanctionsList_1_1.xml.gz").read_bytes()).decode()
    dated: set[str] = set()
    elements = 0
    for entity in content.split("<sanctionEntity ")[1:]:
        uid = entity.split(">", 1)[0].split(' logicalId="')[1].split('"')[0]
        for part in entity.split("<birthdate ")[1:]:
            elements += 1
            if any(f' {name}="' in f" {part.split('>', 1)[0]}" for name in ("birthdate", "year", "yearRangeFrom")):
                dated.add(f"eu-fsf-{uid}")
    assert elements == truth["birthdates"]
    assert {one.entity_id for one in listings if one.birth_dates} == dated
    assert len(dated) < truth["entries_with_birthdate"]
    assert all(birth.first for one in listings for birth in one.birth_dates)


def test_the_name_a_party_is_listed_under_is_the_one_the_act_gave_in_latin_letters(lists_dir: Path) -> None:
    for place in (WHOLE, REBUILT):  # the rebuilt file has the names in another order
        found = {one.entity_id: one.name for one in reading("eu_fsf", lists_dir / place).listings}
        assert found["eu-fsf-13"] == "Saddam Hussein Al-Tikriti"
        assert found["eu-fsf-20"] == "Qusay Saddam Hussein Al-Tikriti"  # not Qoussaï, which is French and came later
        assert "Vladimir Vladimirovich PUTIN" in found.values()


def test_a_party_under_two_programmes_is_one_party(lists_dir: Path) -> None:
    (one,) = (x for x in reading("eu_fsf", lists_dir / WHOLE).listings if x.entity_id == "eu-fsf-547")
    assert one.programs == ("AFG", "TAQA")
    assert one.legal_basis == ("2017/404 (OJ L63), 2017-03-09", "969/2007 (OJ L215), 2007-08-18")
    assert one.listed_on == "2001-02-23"
    assert {"Sayed Esmatullah Asem", "Asem, Sayed Esmatullah"} <= {name.text for name in one.names}


def test_unknown_countries_are_none(lists_dir: Path) -> None:
    listings = reading("eu_fsf", lists_dir / WHOLE).listings
    said = {*(c for one in listings for c in one.countries), *(p for one in listings for p in one.birth_places)}
    assert not any("UNKNOWN" in text for text in said)


# The CSV as the Commission writes it: the same parts, a row each. No whole published file is here; this one is made
# from the published XML, in the published columns.
PARTS = {
    "names": ("NameAlias_", {}),
    "births": ("BirthDate_", {"birthdate": "BirthDate", "dayOfMonth": "Day", "monthOfYear": "Month"}),
    "citizenships": ("Citizenship_", {}),
    "identifications": (
        "Identification_",
        {
            "issueDate": "IssuedDate",
            "identificationTypeCode": "TypeCode",
            "identificationTypeDescription": "TypeDescription",
        },
    ),
    "addresses": ("Address_", {}),
}


@cache
def as_csv(xml: bytes) -> bytes:
    from lxml import etree

    rows: list[dict[str, str]] = []
    for element in etree.fromstring(xml):
        entity = fsf_xml._entity(element)
        own = {f"Entity_{_capital(name)}": value for name, value in entity.own.items()}
        own["Entity_EU_ReferenceNumber"] = own.pop("Entity_EuReferenceNumber")
        own |= {"Entity_SubjectType": entity.kind, "Entity_Remark": " ".join(entity.remarks)}
        own |= {f"Entity_Regulation_{_capital(name)}": value for name, value in entity.regulations[0].items()}
        for field, (prefix, names) in PARTS.items():
            for part in getattr(entity, field):
                cells = {f"{prefix}{names.get(name, _capital(name))}": value for name, value in part.items()}
                rows.append({"fileGenerationDate": "13/05/2024", **own, **cells})
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    lines = csv.DictWriter(text, columns, restval="", delimiter=";")
    lines.writeheader()
    lines.writerows(rows)
    return text.getvalue().encode()


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def without_contacts(listing: Listing) -> set[str]:
    return {f"{i.type} {i.value}" for i in listing.identifiers if i.type not in ("phone", "email", "website")}


@pytest.mark.parametrize("head", ["", "\ufefffileGenerationDate;13/05/2024\r\n"])
def test_the_csv_tells_of_the_same_parties(head: str, lists_dir: Path) -> None:
    content = gzip.decompress((lists_dir / WHOLE / "xmlFullSanctionsList_1_1.xml.gz").read_bytes())
    xml = reading("eu_fsf", lists_dir / WHOLE)
    read = LISTS["eu_fsf"].read("eu_fsf", {"csv": head.encode() + as_csv(content)})
    assert read.published == xml.published
    ours = {one.entity_id: one for one in read.listings}
    assert ours.keys() == {one.entity_id for one in xml.listings}
    fields = Counter(f.field for change in compare(xml.listings, read.listings).changes for f in change.fields)
    # Telephones and web sites have no column of their own. A cell holds all remarks of an entity in one.
    assert set(fields) <= {"identifiers", "notes", "aliases", "birth_dates"}
    assert fields["aliases"] < 250  # names that stand in one party twice, word for word, come once
    assert all(without_contacts(one) == without_contacts(ours[one.entity_id]) for one in xml.listings)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html><body>EU Login</body></html>", "HTML page"),
        (b"a;b;c\r\n1;2;3\r\n", "is another file: it has no column"),
        (
            b"Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName;Entity_Regulation_Programme\r\n1;P\r\n",
            "it is cut",
        ),
        (
            b"Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName;Entity_Regulation_Programme\r\n;P;A;B\r\n",
            "damaged",
        ),
        (b"Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName;Entity_Regulation_Programme\r\n", "no entries"),
        (
            b"Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName;Entity_Regulation_Programme\r\n1;X;A;B\r\n",
            "type 'X'",
        ),
    ],
)
def test_a_csv_that_is_no_list_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(RefusedEdition, match=words):
        fsf_csv.read("eu_fsf", {"csv": content})


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"</export>", b"", "not well-formed"),
        (b' logicalId="13">', b' logicalId="">', "without a number or a name"),
        (b'code="person"', b'code="ship"', "has the type 'ship'"),
        (b"export", b"exports", "its root is exports"),
    ],
)
def test_an_xml_that_is_no_list_is_refused(old: bytes, new: bytes, words: str) -> None:
    whole = (
        b'<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-05-13T17:44:28.283+02:00">'
        b'<sanctionEntity euReferenceNumber="EU.27.28" logicalId="13"><subjectType code="person"/>'
        b'<nameAlias wholeName="Saddam Hussein Al-Tikriti" strong="false" logicalId="17"/></sanctionEntity></export>'
    )
    (one,) = fsf_xml.read("eu_fsf", {"xml": whole}).listings
    assert not one.names[0].weak
    with pytest.raises(RefusedEdition, match=words):
        fsf_xml.read("eu_fsf", {"xml": whole.replace(old, new)})
