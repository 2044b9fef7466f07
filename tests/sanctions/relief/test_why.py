"""Why an option reaches a party or does not, and what differs between two versions, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from bot.sanctions.listing import Listing, Party, Relation
from bot.sanctions.party import Schema
from bot.sanctions.register import Register
from bot.sanctions.relief.impact import evaluate
from bot.sanctions.relief.option import Group, ReliefOption, Selector, Term
from bot.sanctions.relief.versions import version_changes
from bot.sanctions.relief.why import reasons
from bot.sanctions.relief.why_in_words import why
from bot.sanctions.relief.wording import terms_in_words
from tests.builders import a_listing, a_person
from tests.sanctions.relief.test_properties import options, worlds

DERIPASKA = a_person()
ADLER = a_listing(
    "ADLER", list="us_ofac_sdn", entity_id="ofac-37057", schema=Schema.VESSEL, programs=("RUSSIA-EO14024",)
)
LENA = replace(ADLER, entity_id="ofac-20402", relations=(Relation("DERIPASKA, Oleg Vladimirovich"),))
BASIC_ELEMENT = a_listing(
    "BASIC ELEMENT LIMITED",
    list="us_ofac_sdn",
    entity_id="ofac-24224",
    programs=("UKRAINE-EO13661",),
    relations=(Relation("DERIPASKA, Oleg Vladimirovich"),),
)
WORLD = [DERIPASKA, ADLER, LENA, BASIC_ELEMENT]
FEW = Group("few", "A few", ("ofac-24283",))


def said(term: Term, listing: Listing, **facts: object) -> list[str]:
    option = ReliefOption("Z", "Test", "draft", (term,), groups=(FEW,), **facts)  # type: ignore[arg-type]
    register = Register.of(WORLD)
    party = Party(listing.entity_id, (listing,))
    names = {"ofac-24283": "Oleg Deripaska"}
    return why(option, register, party, terms_in_words(option, names), lambda one: names.get(one, one))


@pytest.mark.parametrize(
    ("selector", "listing", "because"),
    [
        (Selector(entity="ofac-37057"), ADLER, "it is named in the option (ofac-37057)"),
        (Selector(group="few"), DERIPASKA, "they are in the group “A few”"),
        (
            Selector(program="RUSSIA-EO14024", type="Vessel"),
            ADLER,
            "it is listed under RUSSIA-EO14024 and a vessel",
        ),
        (Selector(list="us_ofac_sdn"), DERIPASKA, "they are on the SDN list"),
        (
            Selector(linked_to=Selector(group="few")),
            BASIC_ELEMENT,
            "it is linked, by its own listing, to Oleg Deripaska",
        ),
        (Selector(type="Company"), BASIC_ELEMENT, "it is a company or other body"),
    ],
)
def test_the_reason_says_by_which_words_of_which_term(selector: Selector, listing: Listing, because: str) -> None:
    (one,) = said(Term("license", (selector,)), listing)
    assert one.startswith(f"{because}, and term 1 says: Licenses dealings with ")


def test_what_an_exception_takes_away_is_said_to_be_excepted() -> None:
    term = Term("license", (Selector(linked_to=Selector(group="few")),), (Selector(type="Vessel"),))
    assert said(term, LENA) == [
        "no term selects it.",
        "Term 1 would, but for an exception: it is a vessel.",
    ]


def test_the_nearest_term_says_what_is_missing() -> None:
    term = Term("delist", (Selector(program="UKRAINE-EO13661", type="Vessel"),), scope="program")
    assert said(term, DERIPASKA) == [
        "no term selects them.",
        "Nearest is term 1: they are listed under UKRAINE-EO13661, but not a vessel.",
    ]


def test_being_a_vessel_is_by_itself_no_near_miss() -> None:
    term = Term("delist", (Selector(program="PEESA-EO14039", type="Vessel"),), scope="program")
    assert said(term, ADLER) == ["no term selects it."]


def test_an_option_of_another_jurisdiction_says_that_it_reaches_no_other_list() -> None:
    term = Term("delist", (Selector(entity="ofac-24283"),))
    assert said(term, DERIPASKA, jurisdiction="EU") == [
        "they are not on the EU list, and an option of the EU reaches no other list."
    ]


@given(options, worlds)
def test_a_reason_holds_exactly_for_whom_a_term_selects(option: ReliefOption, world: list[Listing]) -> None:
    register = Register.of(world)
    impact = evaluate(option, register)
    for entity_id, listings in register.by_id.items():
        holding = {reason.number for reason in reasons(option, register, Party(entity_id, listings)) if reason.holds}
        selecting = {n for n, term in enumerate(impact.terms, 1) if entity_id in term.selected}
        assert holding == selecting


# ---- versions --------------------------------------------------------------

FIRST = ReliefOption(
    "B",
    "Ships",
    "draft",
    (Term("license", (Selector(group="few"),)), Term("suspend", measure="cap", snap_back="P30D")),
    in_return={"status": "unknown", "says": "Nothing public."},
    groups=(FEW,),
)
NAMES = {"ofac-24283": "Oleg Deripaska", "ofac-37057": "Adler"}


def changed(**facts: object) -> list[str]:
    return version_changes(FIRST, replace(FIRST, version=2, **facts), NAMES, {"cap": "Price cap"})  # type: ignore[arg-type]


def test_versions_that_say_the_same_differ_in_nothing() -> None:
    assert changed() == []


def test_each_fact_that_differs_is_a_sentence() -> None:
    assert changed(title="Ships and planes", status="under_review", illustrative=True) == [
        "Title changed from “Ships” to “Ships and planes”.",
        "Status changed from “draft” to “under review”.",
        "Illustrative changed from “no” to “yes”.",
    ]
    assert changed(in_return={"status": "reported", "says": "A ceasefire"}) == [
        "What is sought in return changed from “Nothing public (unknown)” to “A ceasefire (reported)”."
    ]
    assert changed(sources=("https://example.org/paper",)) == [
        "Sources, not stated before, is now: https://example.org/paper."
    ]


def test_terms_are_told_as_new_dropped_or_reworded() -> None:
    first, second = FIRST.terms
    new = Term("delist", (Selector(program="PEESA-EO14039"),), scope="program")
    assert changed(terms=(new, first)) == [
        "Term 1 is new: Lifts PEESA-EO14039, and no other program, from parties listed under PEESA-EO14039.",
        "Term 2 was dropped: Suspends the measure 'Price cap', with a snap-back on 30 days' notice.",
    ]
    assert changed(terms=(first, replace(second, snap_back="P60D"))) == [
        "Term 2 was: Suspends the measure 'Price cap', with a snap-back on 30 days' notice. "
        "Now: Suspends the measure 'Price cap', with a snap-back on 60 days' notice."
    ]


def test_who_joins_or_leaves_a_group_is_named() -> None:
    assert changed(groups=(Group("few", "A few", ("ofac-37057",)),)) == [
        "Group “A few”: added Adler.",
        "Group “A few”: taken out Oleg Deripaska.",
    ]


@given(options, options)
def test_versions_differ_in_words_exactly_where_they_differ(one: ReliefOption, other: ReliefOption) -> None:
    assert bool(version_changes(one, other, {}, {})) == (replace(one, version=1) != replace(other, version=1))
