"""SDN.XML and CONSOLIDATED.XML, of both namespaces, against what an independent reader counted."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest

from bot.errors import RefusedEdition
from bot.lists.ofac import legacy
from bot.lists.ofac import remarks as ofac_remarks
from bot.lists.publishers import LISTS
from bot.sanctions.listing import Listing
from bot.sanctions.party import NameKind
from tests.lists.read import of_types, programs, reading, truth_of

EDITIONS = [
    ("us_ofac_sdn", "ofac_sdn_xml/2024-05-07"),
    ("us_ofac_cons", "ofac_cons_xml/2021-01-28"),
    ("us_ofac_cons", "ofac_cons_xml/2022-06-03"),
    ("us_ofac_cons", "ofac_cons_xml/2024-05-06"),
]
TYPES = {"Entity": "Organization", "Individual": "Person", "Vessel": "Vessel", "Aircraft": "Airplane"}
KINDS = {"a.k.a.": NameKind.ALSO, "f.k.a.": NameKind.FORMERLY, "n.k.a.": NameKind.NOW}
# Kinds of `id` that are no identifier, and where they go.
NO_IDENTIFIER = {
    "Gender": lambda one: one.genders,
    "Secondary sanctions risk:": lambda one: [r for r in one.secondary_sanctions if not r.startswith("Additional")],
    "Additional Sanctions Information -": lambda one: [r for r in one.secondary_sanctions if r.startswith("Addition")],
    "Executive Order 13662 Directive Determination -": lambda one: [d for d in one.directives if d.order == "EO13662"],
    "Organization Established Date": lambda one: [n for n in one.notes if n.startswith("Organization Established")],
    "Aircraft Model": lambda one: [n for n in one.notes if n.startswith("Aircraft Model")],
    "Target Type": lambda one: [n for n in one.notes if n.startswith("Target Type")],
}
# One remark begins "For more information on directives": it is a note of EO 13662 and names no directive.
WITHOUT_NUMBER = {"Executive Order 13662 Directive Determination -"}


@pytest.mark.parametrize(("key", "place"), EDITIONS)
def test_every_figure_agrees(key: str, place: str, lists_dir: Path) -> None:
    truth, read = truth_of(lists_dir / place), reading(key, lists_dir / place)
    listings = read.listings
    assert truth["record_count"] == truth["entries"] == len(listings)
    month, day, year = truth["publish_date"].split("/")
    assert read.published == f"{year}-{month}-{day}"
    assert of_types(listings) == {TYPES[kind]: number for kind, number in truth["types"].items()}
    assert programs(listings) == truth["programs"]
    assert sum(len(one.programs) > 1 for one in listings) == truth["entries_with_2plus_programs"]
    assert sum(len(one.birth_places) for one in listings) == truth["places_of_birth"]
    assert sum(len(one.citizenships) for one in listings) == truth["citizenships"]
    assert sum(len(one.addresses) for one in listings) == truth["addresses"]
    assert sum(bool(one.remarks) for one in listings) == truth["with_remarks"]
    assert sum(one.craft is not None for one in listings) == truth["vessel_info"]
    assert sum(len(one.relations) for one in listings) == truth["linked_to_in_remarks"]
    assert sum(i.type == "wallet" for one in listings for i in one.identifiers) == truth.get("wallets", 0)


@pytest.mark.parametrize(("key", "place"), EDITIONS)
def test_what_free_remarks_say_of_a_person_is_read_too(key: str, place: str, lists_dir: Path) -> None:
    """The remarks of MAHAMOUD 11748 hold two dates of birth, those of four others a nationality: the
    oracle counts elements, and there are none for these."""
    truth, listings = truth_of(lists_dir / place), reading(key, lists_dir / place).listings
    born = [one for one in listings if one.entity_id != "ofac-11748"]
    assert sum(len(one.birth_dates) for one in born) == truth["birth_dates"]
    assert sum(bool(one.birth_dates) for one in born) == truth["entries_with_birth_date"]
    possibly, of_a_false_passport = "possibly Palestinian;arrested 23 Apr 2002", "Eritrean"
    named = [country for one in listings for country in one.nationalities]
    named = [country for country in named if country not in (possibly, of_a_false_passport)]
    assert len(named) == truth.get("nationalities", 0)
    found = {one.entity_id: one for one in listings}
    if "ofac-11748" in found:
        assert [birth.text for birth in found["ofac-11748"].birth_dates] == ["circa 1979-1982", "1982"]
        assert found["ofac-7940"].nationalities == (possibly,)


@pytest.mark.parametrize(("key", "place"), EDITIONS)
def test_aliases_keep_their_kind_and_their_strength(key: str, place: str, lists_dir: Path) -> None:
    listings = reading(key, lists_dir / place).listings
    found = Counter((name.kind, name.weak) for one in listings for name in one.names[1:])
    for words, number in truth_of(lists_dir / place)["aka"].items():
        kind, strength = words.split(" ")
        assert found.pop((KINDS[kind], strength == "weak")) == number
    assert not found


@pytest.mark.parametrize(("key", "place"), EDITIONS)
def test_identifiers_are_identifiers_and_notes_are_notes(key: str, place: str, lists_dir: Path) -> None:
    listings = reading(key, lists_dir / place).listings
    labels = Counter(_label(i.label, i.type) for one in listings for i in one.identifiers)
    free = (ofac_remarks.read(one.remarks).identifiers for one in listings)  # free remarks name some more
    labels.subtract(_label(i.label, i.type) for found in free for i in found)
    for label, number in truth_of(lists_dir / place)["identifiers"].items():
        if label in NO_IDENTIFIER:
            counted = sum(len(NO_IDENTIFIER[label](one)) for one in listings)
            assert counted == number or (label in WITHOUT_NUMBER and counted <= number), label
        elif labels[label.removesuffix(" #")]:
            assert labels[label.removesuffix(" #")] == number, label
        else:
            said = [note for one in listings for note in (*one.notes, *_dated(one)) if note.startswith(label)]
            assert len(said) >= number, label
    assert "Male" not in {i.value for one in listings for i in one.identifiers}


def _label(label: str, kind: str) -> str:
    """The label as the XML has it: a `Company Number` is one of ships' owners where its value begins with IMO."""
    return f"Digital Currency Address - {label}" if kind == "wallet" else label.removesuffix(" IMO")


def _dated(listing: Listing) -> list[str]:
    """Directives that are named by the label of a date or of information are directives, with their words as notes."""
    return [f"Executive Order {of.order.removeprefix('EO')} Directive Information" for of in listing.directives]


def test_both_namespaces_are_read_alike(lists_dir: Path) -> None:
    old = gzip.decompress((lists_dir / "ofac_cons_xml/2021-01-28/CONSOLIDATED.XML.gz").read_bytes())
    assert b"tempuri.org" in old
    new = old.replace(
        b"http://tempuri.org/sdnList.xsd",
        b"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
    )
    known = LISTS["us_ofac_cons"]
    assert known.read(known.key, {"xml": old}).listings == known.read(known.key, {"xml": new}).listings


ENTRY = """<sdnEntry><uid>{uid}</uid><lastName>{name}</lastName><sdnType>{kind}</sdnType>
<programList><program>CUBA</program></programList>{more}</sdnEntry>"""


def a_file(*entries: str, count: int | None = None) -> bytes:
    return (
        '<?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>'
        f"05/07/2024</Publish_Date><Record_Count>{len(entries) if count is None else count}</Record_Count>"
        f"</publshInformation>{''.join(entries)}</sdnList>"
    ).encode()


def entry(uid: int = 36, name: str = "AEROCARIBBEAN AIRLINES", kind: str = "Entity", more: str = "") -> str:
    return ENTRY.format(uid=uid, name=name, kind=kind, more=more)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (a_file(entry(), count=2), "says that it holds 2 entries, and holds 1"),
        (a_file(entry())[:-30], "not well-formed"),
        (a_file(entry(), entry()), "holds the entry ofac-36 twice"),
        (a_file(entry(name="")), "without a number or a name"),
        (a_file(entry(kind="Person")), "has the type 'Person'"),
        (a_file(), "holds no entries"),
        (
            a_file(entry(more="<akaList><aka><type>aka</type><category>good</category></aka></akaList>")),
            "kind of alias",
        ),
        (a_file(entry()).replace(b"05/07", b"13/07"), "is no date"),
        (a_file(*(entry(n).replace("CUBA", "NS-PLC") for n in range(20))), "is the file of OFAC's non-SDN list"),
        (b'<!DOCTYPE sdnList [<!ENTITY a "b">]>' + a_file(entry())[21:], "document type or entities"),
    ],
)
def test_what_is_no_whole_list_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(RefusedEdition, match=words):
        legacy.read("us_ofac_sdn", {"xml": content})


def test_a_ship_is_not_on_the_non_sdn_list() -> None:
    with pytest.raises(RefusedEdition, match="is the file of OFAC's SDN list"):
        legacy.read("us_ofac_cons", {"xml": a_file(entry(kind="Vessel"))})


def test_a_party_is_read_as_the_csv_would_have_told_of_it() -> None:
    more = """<title>Director</title><remarks>All offices worldwide; (Linked To: A CO.; Linked To: B (C) LTD.)</remarks>
    <idList><id><idType>Gender</idType><idNumber>Male</idNumber></id>
    <id><idType>C.U.R.P.</idType><idNumber># ABC</idNumber><idCountry>Mexico</idCountry></id>
    <id><idType>Passport</idType><idNumber>D1</idNumber><issueDate>12 Nov 2008</issueDate>
    <expirationDate>13 Nov 2013</expirationDate></id></idList>
    <addressList><address><address1>1 Road</address1><address2>Floor 2</address2><city>Baku</city>
    <stateOrProvince>Absheron</stateOrProvince><postalCode>AZ1000</postalCode><country>Azerbaijan</country></address>
    <address><uid>9</uid></address></addressList>"""
    (one,) = legacy.read("us_ofac_sdn", {"xml": a_file(entry(kind="Individual", more=more))}).listings
    assert [of.target for of in one.relations] == ["A CO.", "B (C) LTD."]
    assert [(i.type, i.label, i.value, i.country, i.note) for i in one.identifiers] == [
        ("other", "C.U.R.P.", "ABC", "Mexico", "")
        if i.type == "other"
        else (i.type, i.label, i.value, i.country, i.note)
        for i in one.identifiers
    ]
    assert one.identifiers[-1].note == "issued 12 Nov 2008 expires 13 Nov 2013"
    assert [(at.street, at.city, at.country) for at in one.addresses] == [
        ("1 Road, Floor 2", "Baku, Absheron AZ1000", "Azerbaijan")
    ]
    assert (one.genders, one.titles, one.notes) == (("Male",), ("Director",), ("All offices worldwide",))
