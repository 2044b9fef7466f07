"""The UK Sanctions List as XML and as CSV. The edition that is here is rebuilt, so birth dates, IMO numbers and
documents, which it lost, are tried on a small file of the published shape."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter
from pathlib import Path

import pytest

from bot.errors import RefusedEdition
from bot.lists.publishers import LISTS
from bot.lists.uk import sl_csv, sl_xml
from bot.sanctions.changes.comparison import compare
from bot.sanctions.party import Schema
from tests.lists.read import of_types, programs, reading, truth_of

PLACE = "uk_sl/2026-08-22-rebuilt"


def test_every_figure_agrees(lists_dir: Path) -> None:
    truth, read = truth_of(lists_dir / PLACE), reading("gb_uksl", lists_dir / PLACE)
    listings = read.listings
    assert read.published == "-".join(reversed(truth["DateGenerated"].split("/")))
    assert len(listings) == truth["entries"]
    kinds = truth["types"]
    assert of_types(listings) == {
        "Person": kinds["Individual"],
        "Organization": kinds["Entity"],
        "Vessel": kinds["Ship"],
    }
    assert programs(listings) == truth["regimes"]
    imposed = {" ".join(kind.split()): number for kind, number in truth["sanctions_imposed"].items()}
    assert Counter(kind for one in listings for kind in one.measures) == imposed
    names = [name for one in listings for name in one.names]
    empty = 26  # names that have a type and no text
    assert len(names) == sum(truth["name_types_as_written"].values()) - empty + truth["non_latin_names"]
    # One name of low quality is a primary name, and a primary name is always strong.
    assert sum(name.weak for name in names) == truth["alias_strength"]["Low quality a.k.a"] - 1
    labels = Counter(i.label for one in listings for i in one.identifiers)
    assert labels["OFSI group"] == truth["with_ofsi_group_id"]
    assert labels["UN reference"] == truth["with_un_reference"]
    assert (
        sum(any(note.startswith("Statement of reasons") for note in one.notes) for one in listings)
        == truth["with_reasons"]
    )
    said = Counter(note for one in listings for note in one.notes if note.startswith("Designated by"))
    assert said == {f"Designated by: {by.replace('|', ' and ')}": number for by, number in truth["source"].items()}


def test_six_designations_have_two_primary_names_and_lead_with_the_first(lists_dir: Path) -> None:
    content = gzip.decompress((lists_dir / PLACE / "UK-Sanctions-List.xml.gz").read_bytes()).decode()
    twice = []
    for part in content.split("<Designation>")[1:]:
        types = [name.split("</NameType>")[0] for name in part.split("<NameType>")[1:]]
        if sum(kind.casefold() == "primary name" for kind in types) > 1:
            twice.append(part.split("<UniqueID>")[1].split("<")[0])
    assert len(twice) == 6
    found = {one.entity_id: one for one in reading("gb_uksl", lists_dir / PLACE).listings}
    for uid in twice:
        kinds = Counter(name.kind.value for name in found[f"gb-{uid}"].names)
        assert kinds["primary"] == 1
        assert kinds["aka"] >= 1


def test_a_designation_has_its_regime_its_measures_and_its_name_in_its_own_script(lists_dir: Path) -> None:
    (putin,) = (one for one in reading("gb_uksl", lists_dir / PLACE).listings if one.entity_id == "gb-RUS0251")
    assert [name.text for name in putin.names] == [
        "Vladimir Vladimirovich PUTIN",
        "Vladimir Putin",
        "владимир владимирович путин",
    ]
    assert putin.programs == ("The Russia (Sanctions) (EU Exit) Regulations 2019",)
    assert putin.measures == ("Asset freeze", "Trust Services Sanctions", "Director Disqualification Sanction")
    assert (putin.listed_on, putin.updated_on) == ("2022-02-25", ("2025-04-09",))


DETAILS = """<?xml version="1.0"?><Designations><DateGenerated>08/10/2026</DateGenerated>
<Designation><LastUpdated>01/02/2026</LastUpdated><DateDesignated>29/06/2012</DateDesignated><UniqueID>RUS9001</UniqueID>
<Names><Name><Name1>Ivan</Name1><Name6>IVANOV</Name6><NameType>Alias</NameType>
<AliasStrength>Low quality a.k.a</AliasStrength></Name>
<Name><Name1>Oleg</Name1><Name6>PETROV</Name6><NameType>Primary name</NameType></Name></Names>
<RegimeName>The Russia (Sanctions) (EU Exit) Regulations 2019</RegimeName>
<IndividualEntityShip>Individual</IndividualEntityShip><SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
<IndividualDetails><Individual><DOBs><DOB>02/01/1968</DOB><DOB>dd/mm/1945</DOB><DOB>dd/03/1946</DOB></DOBs>
<Nationalities><Nationality>Russia</Nationality></Nationalities><Positions><Position>Minister</Position></Positions>
<Genders><Gender>Male</Gender></Genders>
<BirthDetails><Location><TownOfBirth>Omsk</TownOfBirth><CountryOfBirth>Russia</CountryOfBirth></Location></BirthDetails>
<PassportDetails><Passport><PassportNumber>75 123</PassportNumber>
<PassportAdditionalInformation>Russia</PassportAdditionalInformation></Passport></PassportDetails>
</Individual></IndividualDetails></Designation>
<Designation><UniqueID>RUS9002</UniqueID><Names><Name><Name6>VELA RAIN</Name6><NameType>Primary Name</NameType></Name>
</Names><RegimeName>The Russia (Sanctions) (EU Exit) Regulations 2019</RegimeName>
<IndividualEntityShip>Ship</IndividualEntityShip><SanctionsImposed>Prohibition of port entry</SanctionsImposed>
<ShipDetails><Ship><IMONumbers><IMONumber>IMO9562233</IMONumber></IMONumbers>
<CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Gabon</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips>
<TypeOfShips><TypeOfShip>Crude oil tanker</TypeOfShip></TypeOfShips></Ship></ShipDetails></Designation>
</Designations>"""


def test_details_of_persons_and_ships_are_facts() -> None:
    person, ship = sl_xml.read("gb_uksl", {"xml": DETAILS.encode()}).listings
    assert [(name.text, name.weak) for name in person.names] == [("Oleg PETROV", False), ("Ivan IVANOV", True)]
    assert [(birth.first, birth.last) for birth in person.birth_dates] == [
        ("1968-01-02", "1968-01-02"),
        ("1945-01-01", "1945-12-31"),
        ("1946-03-01", "1946-03-31"),
    ]
    assert (person.nationalities, person.genders, person.titles) == (("Russia",), ("Male",), ("Minister",))
    assert person.birth_places == ("Omsk, Russia",)
    assert [(i.type, i.value, i.note) for i in person.identifiers] == [("passport", "75 123", "Russia")]
    assert (ship.schema, [(i.type, i.value) for i in ship.identifiers]) == (Schema.VESSEL, [("imo", "9562233")])
    assert ship.craft is not None
    assert (ship.craft.flag, ship.craft.type) == ("Gabon", "Crude oil tanker")


def as_csv(rows: list[dict[str, str]], header: list[str]) -> bytes:
    text = io.StringIO()
    text.write("Report Date: 08-Oct-2026\r\n")
    lines = csv.DictWriter(text, header, restval="")
    lines.writeheader()
    lines.writerows(rows)
    return text.getvalue().encode()


@pytest.fixture
def header(lists_dir: Path) -> list[str]:
    text = (lists_dir / "samples/uk-csv-header-2026-10-08.csv").read_text(encoding="utf-8-sig")
    (columns,) = csv.reader([text.splitlines()[0]])
    assert len(columns) == 58
    return columns


def test_the_csv_tells_of_the_same_parties(header: list[str]) -> None:
    """One row for each name with each address; the other columns stand on every row again."""
    own = {
        "Unique ID": "RUS9001",
        "Last Updated": "01/02/2026",
        "Date Designated": "29/06/2012",
        "Regime Name": "The Russia (Sanctions) (EU Exit) Regulations 2019",
        "Designation Type": "Individual",
        "Sanctions Imposed": "Asset freeze|Travel Ban",
        "D.O.B": "02/01/1968|dd/mm/1945|dd/03/1946",
        "Nationality(/ies)": "Russia",
        "Position": "Minister",
        "Gender": "Male",
        "Town of birth": "Omsk",
        "Country of birth": "Russia",
        "Passport number": "75 123",
        "Passport additional information": "Russia",
    }
    names = [
        {"Name 1": "Ivan", "Name 6": "IVANOV", "Name type": "Alias", "Alias strength": "Low quality a.k.a"},
        {"Name 1": "Oleg", "Name 6": "PETROV", "Name type": "Primary name"},
    ]
    ship = {
        "Unique ID": "RUS9002",
        "Name 6": "VELA RAIN",
        "Name type": "Primary Name",
        "Regime Name": own["Regime Name"],
        "Designation Type": "Ship",
        "Sanctions Imposed": "Prohibition of port entry",
        "IMO number": "IMO9562233",
        "Current believed flag of ship": "Gabon",
        "Type of ship": "Crude oil tanker",
    }
    rows = [{**own, **name, "Address Line 6": town} for name in names for town in ("", "")] + [ship]
    read = sl_csv.read("gb_uksl", {"csv": as_csv(rows, header)})
    assert read.published == "2026-10-08"
    assert compare(sl_xml.read("gb_uksl", {"xml": DETAILS.encode()}).listings, read.listings).changes == ()


def test_cells_with_commas_and_quotes_are_read(header: list[str]) -> None:
    row = {
        "Unique ID": "RUS9003",
        "Name 6": 'JSC "ALFA, BETA"',
        "Name type": "Primary Name",
        "Regime Name": "R",
        "Designation Type": "Entity",
        "Sanctions Imposed": "Asset freeze",
        "Address Line 1": "1, Road",
        "Address Country": "Russia",
    }
    (one,) = sl_csv.read("gb_uksl", {"csv": as_csv([row, {**row, "Address Line 1": "2, Road"}], header)}).listings
    assert one.name == 'JSC "ALFA, BETA"'
    assert [at.street for at in one.addresses] == ["1, Road", "2, Road"]


def test_ofsis_closed_list_is_refused_whatever_its_format(lists_dir: Path) -> None:
    known = LISTS["gb_uksl"]
    for name in ("ConList.csv", "ConList.as-found.csv"):
        content = (lists_dir / "uk/2020-03-excerpt" / name).read_bytes()
        with pytest.raises(RefusedEdition, match="closed on 28 January 2026"):
            known.read(known.key, {"csv": content})
    xml = b'<ArrayOfFinancialSanctionsTarget xmlns="http://schemas.hmtreasury.gov.uk/ofsi/consolidatedlist"/>'
    with pytest.raises(RefusedEdition, match="closed on 28 January 2026"):
        known.read(known.key, {"xml": xml})


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("RUS9002", "", "without an id or a name"),
        ("RUS9002", "RUS9001", "holds the entry gb-RUS9001 twice"),
        (">Ship<", ">Aircraft<", "has the type 'Aircraft'"),
        ("</Designations>", "", "not well-formed"),
    ],
)
def test_what_is_no_whole_list_is_refused(old: str, new: str, words: str) -> None:
    with pytest.raises(RefusedEdition, match=words):
        sl_xml.read("gb_uksl", {"xml": DETAILS.replace(old, new).encode()})
