"""Two formats of one list: what differs only because the format does is no change, what the publisher changed is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.lists.between_formats import as_both_carry, plain
from bot.lists.publishers import LISTS
from bot.sanctions.changes.comparison import Comparison, compare
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.party import Address, BirthDate, Craft, Identifier, Name, NameKind, Schema
from tests.lists.read import reading

SDN = LISTS["us_ofac_sdn"]
CSV, XML, ENHANCED = (SDN.format_of([role]) for role in ("primary", "xml", "enhanced"))
CSV_DAY, XML_DAY = "ofac_sdn/2023-12-28", "ofac_sdn_xml/2024-05-07"


@pytest.fixture(scope="module")
def step(lists_dir: Path) -> Comparison:
    before = reading("us_ofac_sdn", lists_dir / CSV_DAY).listings
    after = reading("us_ofac_sdn", lists_dir / XML_DAY).listings
    return compare(before, as_both_carry(before, after, CSV, XML))


def ids(*keys: str) -> set[str]:
    return {f"ofac-{key}" for key in keys}


def test_from_the_csv_of_december_to_the_xml_of_may_only_what_ofac_changed_is_told(step: Comparison) -> None:
    """13,709 parties stand on both. Read field by field, 59 of them differ, each as OFAC announced."""
    assert (len(step.added), len(step.removed)) == (1257, 112)
    assert len(step.amended) < 75
    said = {field.field for change in step.changes for field in change.fields}
    assert not said & {"listed_on", "measures", "legal_basis", "remarks"}


def test_the_changes_of_the_csv_edition_between_are_among_them(
    step: Comparison, lists_dir: Path, truth: dict[str, dict[str, list[str]]]
) -> None:
    """Of 23 February 2024 there is the primary file: what it added, took off and changed is in the longer step too."""
    between = truth["diff ofac_sdn 2023-12-28 -> 2024-02-23"]
    now = {one.entity_id for one in reading("us_ofac_sdn", lists_dir / XML_DAY).listings}
    assert ids(*between["removed"]) - now <= set(step.removed)
    assert ids(*between["added"]) & now <= set(step.added)
    still = ids(*between["amended"]) & now
    told = set(step.amended)
    assert still - told <= ids("34475"), "it lost its address and got it back"
    programs = {change.entity_id for change in step.changes if change.kind.value.startswith("program")}
    assert ids(*between["program_changed"]) & now <= programs


def a_party(**facts: object) -> Listing:
    names = (Name('WAGNER "PMC" CO.'), Name("CHVK 'VAGNER'", NameKind.ALSO))
    return Listing("us_ofac_sdn", "ofac-1", Schema.VESSEL, names, ("RUSSIA-EO14024",), **facts)  # type: ignore[arg-type]


BORN_IN_1946 = BirthDate("Born in 1946", "1946-01-01", "1946-12-31")
ALIKE = [
    ({"craft": Craft(tonnage="164,154")}, {"craft": Craft(tonnage="164154")}),
    ({"addresses": (Address("1  Road", "Baku"),)}, {"addresses": (Address("1 Road", "Baku"),)}),
    ({"relations": (Relation("A CO"),)}, {"relations": (Relation("A Co.", label="Owned", target_id="ofac-9"),)}),
    (
        {"notes": ("Director; of it", "Director"), "titles": ("Director",)},
        {"notes": ("Director; of it",), "titles": ("Director",)},
    ),
    ({"notes": ("Type: A", "B")}, {"notes": ("Type: A; B",)}),
    ({"remarks": "DOB 1946."}, {"remarks": ""}),
    ({}, {"listed_on": "2014-01-01", "measures": ("Block",), "legal_basis": ("EO",)}),
    ({"birth_dates": (BirthDate("1946", "1946-01-01", "1946-12-31"),)}, {"birth_dates": (BORN_IN_1946,)}),
    ({"birth_dates": (BirthDate("Unknown"),)}, {"birth_dates": (BirthDate("UNKNOWN"),)}),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_says_the_same_is_no_change_in_either_direction(one: dict[str, object], other: dict[str, object]) -> None:
    for was, now, formats in ((one, other, (CSV, ENHANCED)), (other, one, (ENHANCED, CSV))):
        before = [a_party(**was)]
        after = [replace(a_party(**now), names=(Name("Wagner 'PMC' Co"), Name('CHVK "VAGNER"', NameKind.ALSO)))]
        assert compare(before, as_both_carry(before, after, *formats)).amended == ()


def test_a_name_in_its_own_script_is_a_fact_only_between_formats_that_have_them() -> None:
    before, after = a_party(), replace(a_party(), names=(*a_party().names, Name("ЧВК Вагнер", NameKind.ALSO)))
    assert compare([before], as_both_carry([before], [after], XML, ENHANCED)).amended == ()
    assert compare([after], as_both_carry([after], [before], ENHANCED, XML)).amended == ()
    assert compare([before], as_both_carry([before], [after], ENHANCED, ENHANCED)).amended == ("ofac-1",)


@pytest.mark.parametrize(
    "facts",
    [
        {"programs": ("CUBA",)},
        {"names": (Name("WAGNER"),)},
        {"addresses": (Address("2 Road"),)},
        {"relations": (Relation("ANOTHER"),)},
        {"notes": ("New",)},
        {"craft": Craft(tonnage="164155")},
        {"identifiers": (Identifier("imo", "9562233"),)},
        {"birth_dates": (BirthDate("1947", "1947-01-01", "1947-12-31"),)},
    ],
)
def test_what_the_publisher_changed_is_told(facts: dict[str, object]) -> None:
    before = a_party(craft=Craft(tonnage="164,154"))
    after = replace(a_party(craft=Craft(tonnage="164154")), **facts)  # type: ignore[arg-type]
    assert compare([before], as_both_carry([before], [after], CSV, XML)).amended == ("ofac-1",)


def test_a_country_that_the_publisher_calls_otherwise_is_told() -> None:
    """OFAC's CSV has `Cabo Verde.  Previously Cape Verde.` in December 2023 and `Cabo Verde` in February 2024: that is
    no difference of formats."""
    was, now = (
        a_party(identifiers=(Identifier("passport", "1", country, "Passport"),))
        for country in ("Cabo Verde.  Previously Cape Verde.", "Cabo Verde")
    )
    assert compare([was], as_both_carry([was], [now], CSV, XML)).amended == ("ofac-1",)


def test_a_note_of_which_only_a_part_was_said_before_is_news() -> None:
    before = a_party(notes=("Type: A",))
    after = replace(a_party(), notes=("Type: A; Linked to B",))
    assert compare([before], as_both_carry([before], [after], CSV, XML)).amended == ("ofac-1",)


def test_plain_keeps_what_tells_two_texts_apart() -> None:
    assert plain(' "A"  CO., LTD. ') == plain("'a' Co., Ltd")
    assert plain("1,234") == plain("1234")
    assert plain("1,23") != plain("123")
    assert plain("A") != plain("B")
