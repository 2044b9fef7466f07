from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.questions.ask import Ask, Kind, Period, Subject
from bot.sanctions.briefing.measure import Measure
from bot.sanctions.listing import Listing
from bot.sanctions.party import Schema
from bot.sanctions.relief.option import Group, ReliefOption, Selector, Term
from store.plain import dumps, loads, plain, read
from tests.builders import a_person


@given(st.from_type(Listing))
def test_any_listing_reads_back_as_it_was(listing: Listing):
    assert loads(Listing, dumps(listing)) == listing


def test_an_option_reads_back_with_its_nested_selectors_and_its_numbers():
    option = ReliefOption(
        key="B",
        title="Energy",
        status="draft",
        terms=(
            Term("license", (Selector(linked_to=Selector(entity="ofac-17022")),), duration="P90D"),
            Term("amend", measure="oil-price-cap", parameters={"level": 47.6, "currency": "USD", "step": 5}),
        ),
        in_return={"status": "not known", "says": "Nobody has said."},
        groups=(Group("state-banks", "State banks", ("ofac-18715", "ofac-18716")),),
    )
    assert loads(ReliefOption, dumps(option)) == option


def test_a_question_reads_back_for_a_follow_up():
    question = Ask(
        kind=Kind.SCREENING,
        subjects=(Subject("Rosneft", schema=Schema.COMPANY, identifiers={"inn": "7706107510"}),),
        period=Period(since=date(2022, 2, 24), words="since 24 February 2022"),
        as_of=date(2023, 12, 28),
    )
    stored = plain(question)
    assert read(Ask, stored) == read(Ask, stored) == question


def test_what_is_default_is_left_out_so_that_a_new_field_changes_no_hash():
    assert plain(Measure("oil-price-cap", "Price cap", "No more than 60 dollars")) == {
        "id": "oil-price-cap",
        "title": "Price cap",
        "says": "No more than 60 dollars",
    }


@dataclass(frozen=True)
class AfterAFieldWasDropped:
    list: str
    entity_id: str


def test_a_field_that_is_not_known_any_more_is_passed_over():
    text = dumps(a_person())
    assert loads(AfterAFieldWasDropped, text) == AfterAFieldWasDropped("us_ofac_sdn", "ofac-24283")


@given(st.text())
def test_the_same_facts_give_the_same_text(name: str):
    assert dumps(a_person(name)) == dumps(a_person(name))
    assert dumps(a_person(name)).isascii()
