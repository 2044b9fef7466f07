"""Every figure of truth.json, which an independent program counted, against what the readers make of the same files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.lists.files import find_edition_files, missing_from
from bot.lists.publishers import known_list
from bot.lists.reading import Reading
from tests.lists.conftest import FOLDERS
from tests.lists.figures import ofac_figures, un_figures

Read = Callable[[str], Reading]

SDN = ["2022-01-21", "2022-02-24", "2022-02-25", "2023-12-28", "2024-02-23"]
OFAC = [*(f"ofac_sdn/{day}" for day in SDN), "ofac_cons/2025-08", "ofac_cons/2025-12"]

# Where the oracle is wrong, by figure: how much more (or less) there really is, and why.
#
# - IMO: it wants the word "IMO" before the seven digits. The numbers of RYONG GUN BONG (8606173) and, from 2023 on, of
#   FU YUAN YU 8683 (9894387) stand in the files without it; both have a valid check digit.
# - crypto_values: on 2024-02-23 a remark is cut right after "Digital Currency Address - XBT": that is no wallet.
ONE_SHIP = {"imo7_entries": 1, "imo7_values": 1, "vessels_with_imo": 1}
TWO_SHIPS = {"imo7_entries": 2, "imo7_values": 2, "vessels_with_imo": 2}
ORACLE_MISSES: Mapping[str, Mapping[str, int]] = {
    "ofac_sdn/2022-01-21": ONE_SHIP,
    "ofac_sdn/2022-02-24": ONE_SHIP,
    "ofac_sdn/2022-02-25": ONE_SHIP,
    "ofac_sdn/2023-12-28": TWO_SHIPS,
    "ofac_sdn/2024-02-23": {**TWO_SHIPS, "crypto_values": -1},
}


@pytest.mark.parametrize("place", OFAC)
def test_every_figure_of_an_ofac_edition_agrees(place: str, edition: Read, truth: dict[str, Any]) -> None:
    listings = edition(place).listings
    counted, expected = ofac_figures(listings), dict(truth[place])
    bounds = expected.pop("remark_figures_are_lower_bounds")
    assert bounds == (counted["remarks_truncated_unjoined"] > 0)
    parents = expected.pop("linked_to_top")
    assert {parent: counted["linked_to_top"][parent] for parent in parents} == parents
    known = {figure: value for figure, value in expected.items() if value is not None}
    for figure, missed in ORACLE_MISSES.get(place, {}).items():
        known[figure] += missed
    assert {figure: counted[figure] for figure in known} == known


@pytest.mark.parametrize("place", OFAC)
def test_figures_that_need_an_absent_file_are_the_ones_whose_file_is_said_to_be_missing(
    place: str, lists_dir: Path, truth: dict[str, Any]
) -> None:
    known = FOLDERS[place.split("/")[0]]
    missing = missing_from(known, find_edition_files(known, lists_dir / place).files)
    assert (truth[place]["alias_strong_alt_csv"] is None) == any("alt" in name for name in missing)
    assert (truth[place]["address_rows_nonempty"] is None) == any("add" in name for name in missing)


@pytest.mark.parametrize("place", ["un/2025-04-19", "un/2026-02-27"])
def test_every_figure_of_a_un_edition_agrees(place: str, edition: Read, truth: dict[str, Any]) -> None:
    reading, expected = edition(place), dict(truth[place])
    counted = un_figures(reading.listings)
    assert reading.published == expected.pop("dateGenerated")[:10]
    quality = expected.pop("alias_quality")
    assert counted.pop("low") == quality["Low"]
    assert counted.pop("former") == quality["f.k.a."]
    assert expected["aliases"] == sum(quality.values())
    assert counted.pop("names_beside_the_primary") == expected.pop("aliases") + expected.pop("original_script")
    assert counted == expected


def test_the_figures_of_a_targets_simple_csv_agree(lists_dir: Path, truth: dict[str, Any]) -> None:
    place = "opensanctions/ukraine-war-sanctions-2026-03"
    expected = truth[f"{place}/targets.simple.csv"]
    listings = _own(lists_dir / place).listings
    assert len(listings) == expected["rows"]
    assert Counter(listing.schema.value for listing in listings) == expected["schemas"]
    assert sum(len(listing.names) - 1 for listing in listings) == expected["aliases"]
    assert sum(bool(listing.birth_dates) for listing in listings) == expected["with_birth_date"]
    assert sum(any(i.type.startswith("imo") for i in one.identifiers) for one in listings) == expected["rows_with_imo"]
    assert sum(i.type.startswith("imo") for one in listings for i in one.identifiers) == expected["imo"]
    numbered = [any(i.type not in ("phone", "email") for i in listing.identifiers) for listing in listings]
    assert sum(numbered) == expected["with_identifiers"]
    assert sum(not listing.notes for listing in listings) == expected["sanctions_literal"]['""']
    programs = Counter(tag for listing in listings for tag in listing.programs)
    assert {tag: programs[tag] for tag in expected["program_ids"]} == expected["program_ids"]


@pytest.mark.parametrize("place", ["t1", "zala"])
def test_the_parties_of_a_followthemoney_file_are_its_targets(
    place: str, lists_dir: Path, truth: dict[str, Any]
) -> None:
    """truth.json counts lines. The three companies of `zala` that are no targets, known from a company register
    alone, are named by others but not listed."""
    folder = f"opensanctions/yente-fixtures/{place}"
    expected = truth[f"{folder}/entities.ftm.json"]["schemas"]
    schemas = Counter(listing.schema.value for listing in _own(lists_dir / folder).listings)
    parties = {schema: number for schema, number in expected.items() if schema in ("Person", "Company", "Organization")}
    if place == "zala":
        parties["Company"] -= 3
    assert schemas == parties


def _own(path: Path) -> Reading:
    known = known_list("ftm:own")
    assert known.reader is not None
    return known.reader(known.key, find_edition_files(known, path).files)
