"""Programs and effects, on every row of the real lists."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from bot.errors import BadInput
from bot.sanctions.effect import Effect, effect_in_words, effect_of, probably_on_sdn
from bot.sanctions.files.programs import ended_from, known_programs, programs_ended
from bot.sanctions.listing import Directive, Listing
from tests.builders import a_listing, a_person

SECTION_11 = "See Section 11 of Executive Order 14024."


def test_every_tag_of_the_real_lists_has_a_title(truth: dict[str, Any]) -> None:
    known = known_programs()
    tags = {tag for figures in truth.values() for tag in figures.get("programs") or {} if "entries" in figures}
    tags |= {tag for figures in truth.values() for tag in figures.get("lists") or {}}
    assert len(tags) > 80
    ofac_and_un = {tag for tag in tags if not tag.startswith(("EU-", "UA-"))}
    assert sorted(ofac_and_un - known.keys()) == []


def test_a_shipped_program_states_its_authority_and_date() -> None:
    program = known_programs()["RUSSIA-EO14024"]
    assert (program.authority, program.date) == ("Executive Order 14024", "2021-04-15")
    assert program.effect == {"sdn": "blocking", "non_sdn": "directive"}


def test_a_former_tag_has_the_title_of_the_one_that_replaced_it() -> None:
    known = known_programs()
    assert known["PEESA-EO"].title == known["PEESA-EO14039"].title


def test_the_order_in_a_tag_is_the_order_in_its_authority() -> None:
    for tag, program in known_programs().items():
        if "-EO1" in tag:
            assert f"Executive Order {tag.rpartition('-EO')[2]}" in program.authority


def test_each_effect_of_the_non_sdn_list_of_december_2025_is_counted(cons: tuple[Listing, ...]) -> None:
    assert Counter(effect_of(listing) for listing in cons) == {
        Effect.SECTORAL: 286,
        Effect.DIRECTIVE: 7,
        Effect.MENU_BASED: 2,
        Effect.OTHER: 147,
    }


def test_nothing_on_the_sdn_list_of_december_2023_is_sectoral_alone(sdn: tuple[Listing, ...]) -> None:
    assert {effect_of(listing) for listing in sdn} == {Effect.BLOCKING}


@pytest.mark.parametrize(
    ("entity_id", "words"),
    [
        ("ofac-17022", "sectoral directives 2 and 4"),  # Rosneft
        ("ofac-17250", "sectoral directive 4; Directive 3 under EO 14024"),  # Gazprom
        ("ofac-17018", "sectoral directive 1; Directives 2 and 3 under EO 14024"),  # Sberbank
        ("ofac-31695", "Directives 1a and 4 under EO 14024"),  # Bank of Russia
        ("ofac-46072", "Directive 1 under EO 14014"),  # Myanma Oil and Gas Enterprise
        ("ofac-15268", "correspondent accounts prohibited (CAPTA)"),  # Bank of Kunlun
        ("ofac-27016", "menu-based measures"),
        ("ofac-50476", "menu-based measures"),
        ("ofac-30882", "securities ban (CMIC)"),
        ("ofac-9639", "transactions to be rejected (NS-PLC)"),
        ("ofac-9647", "transactions to be rejected (NS-PLC)"),  # SDGT too: by its SDN listing
        ("ofac-18299", "sectoral directives 2 and 4"),  # VENEZUELA-EO13850 too
    ],
)
def test_an_effect_reads_as_a_lawyer_would_say_it(cons: tuple[Listing, ...], entity_id: str, words: str) -> None:
    listing = next(one for one in cons if one.entity_id == entity_id)
    assert effect_in_words(listing) == words


def test_every_row_of_the_non_sdn_list_has_an_effect_in_words(cons: tuple[Listing, ...]) -> None:
    assert [one.entity_id for one in cons if effect_in_words(one).startswith(("listed", "blocked"))] == []


def test_a_determination_beside_other_programs_does_not_stop_an_sdn_listing_from_blocking() -> None:
    sberbank = a_listing(
        list="us_ofac_sdn",
        programs=("UKRAINE-EO13662", "RUSSIA-EO14024"),
        directives=(Directive("EO13662", "1"),),
    )
    assert effect_in_words(sberbank) == "blocked"


def test_an_sdn_listing_under_eo13662_alone_is_sectoral_only_with_a_determination() -> None:
    alone = a_listing(list="us_ofac_sdn", programs=("UKRAINE-EO13662",), directives=(Directive("EO13662", "1"),))
    assert effect_of(alone) is Effect.SECTORAL
    assert effect_of(a_person(programs=("UKRAINE-EO13662",))) is Effect.BLOCKING


def probable(
    sdn: tuple[Listing, ...], cons: tuple[Listing, ...], sdn_edition: str = "2023-12-28", cons_edition: str = "2025-12"
) -> list[str]:
    on_sdn = {one.entity_id for one in sdn}
    return [one.entity_id for one in cons if probably_on_sdn(one, sdn_edition, cons_edition, one.entity_id in on_sdn)]


def test_twenty_eight_parties_have_probably_been_put_on_the_sdn_list_since(
    sdn: tuple[Listing, ...], cons: tuple[Listing, ...]
) -> None:
    """60 numbers are on both files; with these 28 it is 88, what both lists held together in December 2025."""
    found = probable(sdn, cons)
    both = {one.entity_id for one in sdn} & {one.entity_id for one in cons}
    assert (len(found), len(both)) == (28, 60)
    assert {"ofac-17022", "ofac-17248", "ofac-17145", "ofac-17143", "ofac-17016"} <= set(found)
    assert not {"ofac-17250", "ofac-17254", "ofac-31695", "ofac-27016"} & set(found)


def test_an_older_non_sdn_edition_says_nothing_about_the_sdn_list(
    sdn: tuple[Listing, ...], cons: tuple[Listing, ...]
) -> None:
    assert probable(sdn, cons, sdn_edition="2026-01-05") == []
    assert probable(sdn, cons, sdn_edition="2025-12-10") == []  # a month that may be older or newer
    assert probable(sdn, cons, sdn_edition="") == []


def test_the_tag_is_named_and_the_note_on_section_11_overrules_directive_information() -> None:
    facts: dict[str, Any] = {
        "programs": ("UKRAINE-EO13662", "RUSSIA-EO14024"),
        "directives": (Directive("EO13662", "1"), Directive("EO14024", "3")),
    }
    gazprombank = a_listing(secondary_sanctions=(SECTION_11,), **facts)
    assert probably_on_sdn(gazprombank, "2023-12-28", "2025-12", False) == "RUSSIA-EO14024"
    assert probably_on_sdn(gazprombank, "2023-12-28", "2025-12", True) == ""
    assert probably_on_sdn(a_listing(**facts), "2023-12-28", "2025-12", False) == ""


def test_programs_that_have_ended_are_facts_of_one_place() -> None:
    ended = programs_ended()
    assert {tag: one.ended for tag, one in ended.items()} == {
        "SYRIA": "2025-07-01",
        "WEST-BANK-EO14115": "2025-01-20",
        "ZIMBABWE": "2024-03-04",
        "BURUNDI": "2021-11-18",
        "COTED": "2016-09-14",
        "ETHIOPIA-EO14046": "2026-09-17",
        "LIBERIA": "2015-11-12",
        "SUDAN": "2017-10-12",
    }
    assert ended["SYRIA"].confidence == "official"
    assert ended["ETHIOPIA-EO14046"].confidence == "second_hand"


def test_a_program_counts_as_in_force_until_the_day_of_its_end() -> None:
    zimbabwe = programs_ended()["ZIMBABWE"]
    assert not zimbabwe.had_ended("2024-03-03")
    assert zimbabwe.had_ended("2024-03-04")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("programs_ended: {CUBA: {by: nobody}}", "ended is missing"),
        ("programs_ended: {CUBA: {ended: null}}", "needs the day of its end"),
        ("programs_ended: {CUBA: {ended: soon}}", "must be a date"),
        ("programs_ended: {CUBA: {ended: 2030-01-01, confidence: sure}}", "'sure' is not known"),
    ],
)
def test_a_bad_end_is_refused_where_it_stands(text: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        ended_from(text, "mine.yml")
