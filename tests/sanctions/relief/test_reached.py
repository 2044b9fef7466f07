"""Whom options reach, and two options side by side, against the second calculation from the raw rows."""

from __future__ import annotations

import time
from collections import Counter
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest

from bot.sanctions.files.options import read_options
from bot.sanctions.listing import Directive, Party
from bot.sanctions.party import Identifier, Schema
from bot.sanctions.register import Register
from bot.sanctions.relief.comparing import compare
from bot.sanctions.relief.freeing import bindings_of
from bot.sanctions.relief.impact import Outcome, evaluate
from bot.sanctions.relief.option import ReliefOption, Selector, Term
from bot.sanctions.relief.reached import by_bond, by_program, by_type, reached_by, tally
from bot.sanctions.relief.remains import Bond
from tests.builders import a_listing, a_person
from tests.sanctions import brute_force

STARTER = (files("bot") / "data" / "relief" / "options.yml").read_text(encoding="utf-8")
OPTIONS = {option.key: option for option in read_options(STARTER, "options.yml")}
TYPES = {"Person": "Person", "Vessel": "Vessel", "Airplane": "Airplane", "LegalEntity": "entity"}


# ---- on the whole lists ----------------------------------------------------


@pytest.mark.parametrize(("one", "other"), list(combinations("ABC", 2)))
def test_a_comparison_comes_out_as_a_second_calculation(
    register: Register, expected: dict[str, dict[str, Any]], one: str, other: str
) -> None:
    found = compare(evaluate(OPTIONS[one], register), evaluate(OPTIONS[other], register))
    first, second = (
        expected[one]["freed"] | expected[one]["partly"],
        expected[other]["freed"] | expected[other]["partly"],
    )
    assert set(found.only_first) == first - second
    assert set(found.only_second) == second - first
    assert set(found.both) == first & second
    for (under_one, under_other), ids in found.cells.items():
        for key, outcome in ((one, under_one), (other, under_other)):
            raw = {Outcome.FREED: "freed", Outcome.PARTLY_RELIEVED: "partly"}.get(outcome)
            assert set(ids) <= (expected[key][raw] if raw else set(ids) - first if key == one else set(ids) - second)


@pytest.mark.parametrize("key", ["A", "B", "C"])
def test_counts_by_type_and_program_come_out_as_a_second_calculation(
    register: Register, raw_rows: list[brute_force.Row], expected: dict[str, dict[str, Any]], key: str
) -> None:
    reached = reached_by(evaluate(OPTIONS[key], register), register)
    for outcome, raw in (("freed", "freed"), ("partly", "partly")):
        ids = expected[key][raw]
        types = {row["id"]: row["type"] for row in raw_rows if row["id"] in ids}
        assert {TYPES[k]: getattr(t, outcome) for k, t in by_type(reached).items() if getattr(t, outcome)} == dict(
            Counter(types.values())
        )
        programs = {(row["id"], tag) for row in raw_rows if row["id"] in ids for tag in row["programs"]}
        assert {tag: getattr(t, outcome) for tag, t in by_program(reached).items() if getattr(t, outcome)} == dict(
            Counter(tag for _, tag in programs)
        )
    assert tally(reached).linked_left == len({one for ids in expected[key]["linked"].values() for one in ids})


@pytest.mark.parametrize("key", ["A", "B", "C"])
def test_what_remains_is_told_of_everybody_who_stays_listed_and_of_nobody_else(register: Register, key: str) -> None:
    reached = reached_by(evaluate(OPTIONS[key], register), register)
    assert all(bool(one.left.remaining) == (one.outcome is Outcome.PARTLY_RELIEVED) for one in reached)
    bonds = by_bond(reached)
    assert Bond.NONE not in bonds
    assert sum(by_type(reached)[kind].all for kind in by_type(reached)) == len(reached)


def test_those_who_come_off_stand_first_by_name(register: Register) -> None:
    reached = reached_by(evaluate(OPTIONS["A"], register), register)
    assert [one.outcome for one in reached[:11]] == [Outcome.FREED] * 10 + [Outcome.PARTLY_RELIEVED]
    assert reached[0].name == "Alexey Aleksandrovich Mordashov"


def test_impact_and_everybody_reached_take_a_moment(register: Register) -> None:
    evaluate(OPTIONS["A"], register)  # the entries of other publishers are indexed when first asked for
    started = time.process_time()
    for option in OPTIONS.values():
        reached_by(evaluate(option, register), register)
    assert (time.process_time() - started) / len(OPTIONS) < 0.4


# ---- other publishers ------------------------------------------------------

SHIP = a_listing(
    "CHONG CHON GANG",
    list="us_ofac_sdn",
    entity_id="ofac-15036",
    schema=Schema.VESSEL,
    programs=("DPRK",),
    identifiers=(Identifier("imo", "7937317"),),
)
AT_THE_UN = a_listing(
    "CHONGCHONGANG",
    list="un_sc",
    entity_id="unsc-KPe.001",
    schema=Schema.VESSEL,
    programs=("DPRK",),
    identifiers=(Identifier("imo", "IMO 7937317"),),
)


def freeing(jurisdiction: str, entity_id: str) -> ReliefOption:
    term = Term("delist", (Selector(entity=entity_id),))
    return ReliefOption("Z", "Test", "draft", (term,), jurisdiction=jurisdiction)


def test_a_party_freed_by_one_publisher_is_still_listed_by_another() -> None:
    register = Register.of([SHIP, AT_THE_UN])
    assert evaluate(freeing("US", "ofac-15036"), register).still_listed_elsewhere == {"ofac-15036": ("un_sc",)}


def test_an_option_of_the_united_nations_frees_there_and_leaves_the_american_listing() -> None:
    impact = evaluate(freeing("UN", "unsc-KPe.001"), Register.of([SHIP, AT_THE_UN]))
    assert impact.freed == ("unsc-KPe.001",)
    assert impact.still_listed_elsewhere == {"unsc-KPe.001": ("us_ofac_sdn",)}


def test_what_binds_a_party_is_every_program_of_every_publisher() -> None:
    found = bindings_of(Party("ofac-15036", (SHIP,)), Register.of([SHIP, AT_THE_UN]))
    assert [(one.publisher, one.list, one.entity_id) for one in found.found] == [
        ("US", "us_ofac_sdn", "ofac-15036"),
        ("UN", "un_sc", "unsc-KPe.001"),
    ]


def test_a_non_sdn_row_newer_than_the_sdn_list_binds_probably_there_too() -> None:
    rosneft = a_listing(programs=("UKRAINE-EO13662", "RUSSIA-EO14024"), directives=(Directive("EO13662", "2"),))
    editions = {"us_ofac_sdn": "2023-12-28", "us_ofac_cons": "2025-12"}
    assert bindings_of(Party("ofac-17022", (rosneft,)), Register.of([rosneft], editions)).probable_sdn == (
        "RUSSIA-EO14024"
    )
    assert bindings_of(Party("ofac-17022", (rosneft,)), Register.of([rosneft])).probable_sdn == ""


def test_the_cells_of_a_comparison_hold_each_party_once() -> None:
    person, other = a_person(), a_person("VEKSELBERG, Viktor Feliksovich", entity_id="ofac-24306")
    register = Register.of([person, other])
    license_all = Term("license", (Selector(type="Person"),))
    found = compare(
        evaluate(freeing("US", "ofac-24283"), register),
        evaluate(ReliefOption("Y", "Test", "draft", (license_all,)), register),
    )
    assert found.cells == {
        (Outcome.FREED, Outcome.PARTLY_RELIEVED): ("ofac-24283",),
        (Outcome.UNAFFECTED, Outcome.PARTLY_RELIEVED): ("ofac-24306",),
    }
    assert (found.only_first, found.only_second, found.both) == ((), ("ofac-24306",), ("ofac-24283",))
