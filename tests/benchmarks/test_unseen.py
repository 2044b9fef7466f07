"""Cases that nothing was tuned on: fresh names, the same ones each time, and labels that hold on the corpus."""

from __future__ import annotations

import json
from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from benchmarks.sets import plain
from benchmarks.shared import Harness, find_harness
from benchmarks.unseen import WAYS, Row, cases, key

NAMES, PEOPLE = 100, 300  # enough for every way and every kind; all of them are made in a second
SEED = 3


@pytest.fixture(scope="module")
def harness() -> Harness:
    found = find_harness()
    if found is None:
        pytest.skip("the shared harness is not here (SANCTIONS_BENCH)")
    return found


@pytest.fixture(scope="module")
def made(harness: Harness) -> list[Row]:
    return cases(harness, SEED, NAMES, PEOPLE)


@pytest.fixture(scope="module")
def bearers(harness: Harness) -> dict[str, set[str]]:
    """The parties of the corpus by each of their names, as a careful reader compares two."""
    by_name: dict[str, set[str]] = {}
    for row in harness.rows("corpus.jsonl"):
        for name in row["names"] + row["weak"]:
            by_name.setdefault(plain(name), set()).add(row["id"])
    return by_name


def of_set(made: list[Row], kind: str) -> list[Row]:
    return [row for row in made if row["set"] == kind]


def test_the_same_seed_makes_the_same_cases_and_another_seed_others(harness: Harness, made: list[Row]) -> None:
    assert cases(harness, SEED, NAMES, PEOPLE) == made
    other = cases(harness, SEED + 1, NAMES, PEOPLE)
    assert {row["query"] for row in other} != {row["query"] for row in made}


def test_each_case_has_an_id_of_its_own(made: list[Row]) -> None:
    assert len({row["id"] for row in made}) == len(made)


def test_every_kind_and_every_way_is_there(made: list[Row]) -> None:
    assert Counter(row["set"] for row in made).keys() == {"ssb", "ssb_negative", "negatives_crossed"}
    assert {row["cls"] for row in of_set(made, "ssb")} == WAYS.keys()
    assert {row["cls"] for row in of_set(made, "ssb_negative")} == {"token_swap", "edit_beyond", "cross_pair"}


def test_no_source_is_one_that_was_tuned_on(harness: Harness, made: list[Row]) -> None:
    known = harness.rows("cases.jsonl")
    sources = {row["source"] for row in known} - {""}
    parties = {party for row in known if row["set"] == "ssb" for party in row["expect"]}
    assert sources
    assert parties
    assert not sources & {row["source"] for row in made}
    assert not parties & {party for row in made for party in row["expect"]}


def test_a_disturbed_name_is_not_the_name_itself_and_is_to_find_its_bearers(
    made: list[Row], bearers: dict[str, set[str]]
) -> None:
    for row in of_set(made, "ssb"):
        assert row["query"] != row["source"]
        assert row["expect"]
        assert set(row["expect"]) == bearers[plain(row["source"])]


def test_near_misses_and_people_who_are_not_listed_are_borne_by_nobody(
    made: list[Row], bearers: dict[str, set[str]]
) -> None:
    silent = [*of_set(made, "ssb_negative"), *of_set(made, "negatives_crossed")]
    assert [row["query"] for row in silent if plain(row["query"]) in bearers] == []
    assert all(row["expect"] == [] for row in silent)


def test_what_crossing_makes_of_listed_names_is_no_near_miss(tmp_path: Path) -> None:
    given, family = ("Oleg", "Igor", "Anna", "Vera"), ("DERIPASKA", "SECHIN", "ROTENBERG", "LAVROV")
    names = [f"{one} {other}" for one, other in product(given, family)]
    listed, free = set(names[:-2]), set(names[-2:])
    corpus = [
        {"id": f"ofac-{at}", "schema": "Person", "names": [name], "weak": []} for at, name in enumerate(sorted(listed))
    ]
    known = [{"set": "negatives_us", "query": name, "source": "", "expect": []} for name in names]
    for file, rows in (("corpus", corpus), ("cases", known)):
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / f"{file}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    made = cases(Harness(tmp_path), SEED, NAMES, PEOPLE)
    assert {row["query"] for row in of_set(made, "negatives_crossed")} == free
    assert not listed & {row["query"] for row in of_set(made, "ssb_negative")}
    assert free <= {row["query"] for row in of_set(made, "ssb_negative")}


def test_people_who_are_not_listed_come_in_several_scripts(made: list[Row]) -> None:
    scripts = {row["cls"] for row in of_set(made, "negatives_crossed")}
    assert {"latin", "arabic+", "cyrillic+", "cjk+"} <= scripts


def test_a_name_has_one_key_whatever_its_case_order_and_marks() -> None:
    assert key("NÚÑEZ, José") == key("jose nunez")
    assert key("Al-Rahman") == key("rahman al")
    assert key("Oleg") != key("Olga")
