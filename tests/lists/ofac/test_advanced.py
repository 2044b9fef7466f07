"""CONS_ADVANCED.XML against what an independent reader counted, and against the older XML of the same list."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest

from bot.errors import RefusedEdition
from bot.lists.between_formats import as_both_carry
from bot.lists.ofac import advanced
from bot.lists.publishers import LISTS
from bot.sanctions.changes.comparison import compare
from bot.sanctions.listing import Listing
from bot.sanctions.party import NameKind
from tests.lists.read import programs, reading, truth_of

PLACE = "ofac_cons_advanced/2020-03-17"


@pytest.fixture
def listings(lists_dir: Path) -> tuple[Listing, ...]:
    return reading("us_ofac_cons", lists_dir / PLACE).listings


def test_every_figure_agrees(listings: tuple[Listing, ...], lists_dir: Path) -> None:
    truth = truth_of(lists_dir / PLACE)
    assert reading("us_ofac_cons", lists_dir / PLACE).published == truth["DateOfIssue"]
    assert len(listings) == truth["distinct_parties"] == truth["identities"]
    names = [name for one in listings for name in one.names]
    assert len(names) == truth["documented_names"]
    assert Counter(name.kind for name in names) == {
        NameKind.PRIMARY: truth["aliases"]["Name primary"],
        NameKind.ALSO: truth["aliases"]["A.K.A."],
        NameKind.FORMERLY: truth["aliases"]["F.K.A."],
    }
    assert sum(name.weak for name in names) == truth["low_quality"]["true"]
    assert sum(len(one.relations) for one in listings) == truth["relations"]["Owned or Controlled By"]
    assert all(one.listed_on for one in listings)  # EntryEvent/Date is there for all
    # The oracle counts a party once for each list that it is on, and each is on the whole list and on its own.
    tags, counted = programs(listings), truth["programs"]
    assert set(tags) == set(counted)
    assert all(tags[tag] <= counted[tag] <= 3 * tags[tag] for tag in tags)


def test_features_and_documents_become_the_same_facts_as_in_other_formats(
    listings: tuple[Listing, ...], lists_dir: Path
) -> None:
    truth = truth_of(lists_dir / PLACE)
    features = truth["features"]
    counted = {
        "Birthdate": sum(len(one.birth_dates) for one in listings),
        "Place of Birth": sum(len(one.birth_places) for one in listings),
        "Citizenship Country": sum(len(one.citizenships) for one in listings),
        "Gender": sum(len(one.genders) for one in listings),
        "Executive Order 13662 Directive Determination -": sum(len(one.directives) for one in listings),
        "Nationality of Registration": sum("Nationality of Reg" in note for one in listings for note in one.notes),
    }
    labels = Counter(i.label for one in listings for i in one.identifiers)
    counted |= {label: labels[label] for label in ("Website", "Email Address", "SWIFT/BIC", "BIK (RU)")}
    assert counted == {label: features[label] for label in counted}
    assert {label: labels[label] for label in truth["id_documents"]} == truth["id_documents"]


def test_a_listing_has_its_dates_its_measures_its_act_and_its_link_with_the_id(listings: tuple[Listing, ...]) -> None:
    one = next(listing for listing in listings if listing.entity_id == "ofac-18267")
    (link,) = one.relations
    assert (link.label, link.target_id) == ("Owned or Controlled By", "ofac-17022")
    assert link.target == "Open Joint-Stock Company Rosneft Oil Company"
    assert one.listed_on == "2015-07-30"
    assert one.measures == ("13662 Sectoral Directive 2", "13662 Sectoral Directive 4")
    assert one.legal_basis == ("Executive Order 13662 (Ukraine)",)
    haniya = listings[0]
    assert (haniya.name, haniya.listed_on) == (
        "HANIYA, Ismail Abdul Salah",
        "2006-04-12",
    )  # not 2014, of the whole list


def test_the_next_edition_in_the_older_xml_differs_by_what_changed_alone(
    listings: tuple[Listing, ...], lists_dir: Path
) -> None:
    """From March 2020 to January 2021 OFAC put one party on the list; what else differs are notes that it began to
    write."""
    known = LISTS["us_ofac_cons"]
    was, now = known.format_of(["advanced"]), known.format_of(["xml"])
    later = reading("us_ofac_cons", lists_dir / "ofac_cons_xml/2021-01-28").listings
    found = compare(listings, as_both_carry(listings, later, was, now))
    assert (len(found.added), found.removed) == (1, ())
    assert Counter(field.field for change in found.changes for field in change.fields) == {"programs": 1}, found.changes


def test_the_file_of_the_other_list_and_damage_are_refused(lists_dir: Path) -> None:
    content = gzip.decompress((lists_dir / PLACE / "CONS_ADVANCED.XML.gz").read_bytes())
    with pytest.raises(RefusedEdition, match="is the file of OFAC's non-SDN list"):
        advanced.read("us_ofac_sdn", {"advanced": content})
    for broken, words in (
        (content[: len(content) // 2], "not well-formed"),
        (content.replace(b'PartySubTypeID="3"', b'PartySubTypeID="9"', 1), "of a type that OFAC does not have"),
        (content.replace(b'Profile ID="9640"', b'Profile ID="9639"'), "holds the entry 9639 twice"),
    ):
        with pytest.raises(RefusedEdition, match=words):
            advanced.read("us_ofac_cons", {"advanced": broken})
