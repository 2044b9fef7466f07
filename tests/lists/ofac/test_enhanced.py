"""An excerpt in OFAC's enhanced format against what an independent reader counted, and against SDN.XML."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.lists.between_formats import as_both_carry
from bot.lists.publishers import LISTS
from bot.lists.scripts import in_latin
from bot.sanctions.changes.comparison import compare
from bot.sanctions.listing import Listing
from tests.lists.read import of_types, programs, reading, truth_of

PLACE = "ofac_enhanced/2024-08-28-irgc"


@pytest.fixture
def listings(lists_dir: Path) -> tuple[Listing, ...]:
    return reading("us_ofac_sdn", lists_dir / PLACE).listings


def test_every_figure_agrees(listings: tuple[Listing, ...], lists_dir: Path) -> None:
    truth = truth_of(lists_dir / PLACE)
    assert reading("us_ofac_sdn", lists_dir / PLACE).published == truth["dataAsOf"][:10]
    assert len(listings) == truth["entries"] == sum(bool(one.listed_on) for one in listings)
    assert programs(listings) == truth["programs"]
    kinds = truth["types"]
    assert of_types(listings) == {
        "Person": kinds["Individual"],
        "Organization": kinds["Entity"],
        "Airplane": kinds["Aircraft"],
    }
    latin = [name for one in listings for name in one.names if in_latin(name.text)]
    others = [name for one in listings for name in one.names if not in_latin(name.text)]
    assert len(latin) == truth["scripts_of_translations"]["Latin"]
    assert len(others) == sum(truth["scripts_of_translations"].values()) - len(latin)
    assert sum(name.weak for name in latin) == truth["low_quality"]["true"]
    assert Counter(name.kind.value for name in latin) == {
        "primary": truth["names"]["primary"],
        "aka": truth["names"]["A.K.A."],
        "fka": truth["names"]["F.K.A."],
    }
    assert Counter(of.label for one in listings for of in one.relations) == truth["relationships"]
    assert all(of.target_id.startswith("ofac-") for one in listings for of in one.relations)
    assert Counter(kind for one in listings for kind in one.measures) == truth["sanction_types"]
    features, labels = truth["features"], Counter(i.label for one in listings for i in one.identifiers)
    assert sum(len(one.birth_dates) for one in listings) == features["Birthdate"]
    assert sum(len(one.birth_places) for one in listings) == features["Place of Birth"]
    assert sum(len(one.genders) for one in listings) == features["Gender"]
    assert sum(len(one.nationalities) for one in listings) == features["Nationality Country"]
    assert sum(len(one.citizenships) for one in listings) == features["Citizenship Country"]
    documents = {label.removesuffix(" #"): number for label, number in truth["identity_documents"].items()}
    assert {label: labels[label] for label in documents} == documents


def test_an_excerpt_says_that_it_is_one(lists_dir: Path) -> None:
    assert reading("us_ofac_sdn", lists_dir / PLACE).excerpt == "sanctionsProgram IRGC"


def test_names_in_their_own_script_come_without_direction_marks(listings: tuple[Listing, ...]) -> None:
    texts = {name.text for one in listings for name in one.names}
    assert "خبرگزاری تسنیم" in texts
    assert not any(mark in text for text in texts for mark in "\u202a\u202b\u202c\u200e\u200f")


def test_the_same_parties_in_the_older_xml_differ_by_what_changed_alone(
    listings: tuple[Listing, ...], lists_dir: Path
) -> None:
    """Of the 293 parties, from May to August 2024: three got CAATSA - IRAN, one a risk of secondary sanctions."""
    known = LISTS["us_ofac_sdn"]
    before = reading("us_ofac_sdn", lists_dir / "ofac_sdn_xml/2024-05-07").listings
    ids = {one.entity_id for one in listings}
    then = [one for one in before if one.entity_id in ids]
    found = compare(then, as_both_carry(then, listings, known.format_of(["xml"]), known.format_of(["enhanced"])))
    fields = Counter(field.field for change in found.changes for field in change.fields)
    assert fields == {"programs": 3, "identifiers": 2, "secondary_sanctions": 1}  # two passports: "not valid"
