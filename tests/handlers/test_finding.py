"""What the lists hold of a party: by its name as it was read, and by what else that may be."""

from __future__ import annotations

import pytest

from bot.questions.ask import Subject
from bot.sanctions.listing import Party
from bot.sanctions.party import BirthDate, Schema
from bot.screening.query import Verdict
from bot.screening.screen import Index
from handlers.finding import parts_of, screened
from tests.builders import a_listing, a_person

SHIP, BANK, EXCHANGE = "GOLBON", "BANK SAINT PETERSBURG", "CHATEX"


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(
        [
            a_listing(SHIP, entity_id="ofac-1", schema=Schema.VESSEL),
            a_listing(BANK, entity_id="ofac-2", schema=Schema.COMPANY),
            a_listing(EXCHANGE, entity_id="ofac-3", schema=Schema.COMPANY),
            a_listing("GARANTEX EUROPE OU", entity_id="ofac-4", schema=Schema.COMPANY),
            a_person("SECHIN, Igor", entity_id="ofac-5"),
            a_listing("ORION STAR", entity_id="ofac-6", schema=Schema.VESSEL),
            a_listing("FU YUAN YU 1", entity_id="ofac-7", schema=Schema.VESSEL),
            a_listing("VICTORY", entity_id="ofac-8", schema=Schema.VESSEL),
        ]
    )


def test_a_party_by_its_name_is_listed(index: Index) -> None:
    assert screened(Subject(SHIP), index).verdict is Verdict.LISTED


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        (Subject("MT GOLBON OFF SKAW"), {SHIP}),
        (Subject("St. Petersburg", within="bank St. Petersburg"), {BANK}),
        (Subject("garantex chatex"), {EXCHANGE, "GARANTEX EUROPE OU"}),
    ],
)
def test_a_party_by_what_else_its_name_may_be_is_possible_and_no_more(
    subject: Subject, names: set[str], index: Index
) -> None:
    found = screened(subject, index)
    assert found.verdict is Verdict.POSSIBLE
    assert {hit.name for hit in found.matches} == names


@pytest.mark.parametrize(
    ("name", "number", "verdict"),
    [
        ("QDi.006", "QDI.006", Verdict.LISTED),
        ("reference QDi.006", "QDI.006", Verdict.LISTED),
        ("Igor Sechin", "QDI.006", Verdict.LISTED),
        ("Zalando", "QDI.006", Verdict.POSSIBLE),
        ("QDi.007", "QDI.007", Verdict.NOT_CHECKED),
        ("Zalando", "QDI.007", Verdict.NO_MATCH),
    ],
)
def test_the_un_reference_number_of_an_entry_is_its_partys(name: str, number: str, verdict: Verdict) -> None:
    listed = a_person("SECHIN, Igor", entity_id="unsc-QDi.006")
    subject, parties = Subject(name, identifiers={"un": number}), {"unsc-QDi.006": Party("unsc-QDi.006", (listed,))}
    found = screened(subject, Index.build([listed]), party_of=parties.get)
    assert found.verdict is verdict
    assert [hit.entity_id for hit in found.matches] == ["unsc-QDi.006"] * (verdict.value in ("listed", "possible"))


def test_of_another_birth_year_a_surname_is_told_with_what_speaks_against_it() -> None:
    born = (BirthDate("07 Sep 1960", "1960-09-07", "1960-09-07"),)
    index = Index.build([a_person("SECHIN, Igor", birth_dates=born)])
    found = screened(Subject("Sechin", birth_date="1975"), index)
    assert found.verdict is Verdict.POSSIBLE
    assert any("Birth year differs" in reason.says for reason in found.matches[0].reasons)


def test_nobody_is_found_by_words_that_nobody_bears(index: Index) -> None:
    assert screened(Subject("ZENTRIX HOLDINGS OFF MALTA"), index).verdict is Verdict.NO_MATCH


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("3 Orion Star", Verdict.POSSIBLE),
        ("1.Orion Star", Verdict.POSSIBLE),
        ("A-11 Orion Star", Verdict.POSSIBLE),
        ("Party 2 Orion Star", Verdict.POSSIBLE),
        ("Orion Star 20,000", Verdict.POSSIBLE),
        ("Chatex.........20", Verdict.POSSIBLE),
        ("1187 Garantex Europe OU", Verdict.POSSIBLE),
        ("Garantex Europe OU 700", Verdict.POSSIBLE),
        ("A-11 Fu Yuan Yu 1", Verdict.POSSIBLE),
        ("Fu Yuan Yu 1 20", Verdict.POSSIBLE),
        ("Fu Yuan Yu 7915", Verdict.NO_MATCH),
        ("Victory 3", Verdict.NO_MATCH),
        ("2 Brothers Trading", Verdict.NO_MATCH),
    ],
)
def test_a_name_is_looked_for_without_what_numbers_or_prices_it(name: str, verdict: Verdict, index: Index) -> None:
    assert screened(Subject(name), index).verdict is verdict


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("کیا مریم نواز پر پابندی ہے", Verdict.NOT_CHECKED),  # is Maryam Nawaz under sanctions, in Urdu
        ("مريم نواز", Verdict.NO_MATCH),
        ("Maryam Nawaz Sharif of all Lahore", Verdict.NO_MATCH),
    ],
)
def test_more_words_than_a_name_has_clear_nobody_in_a_script_without_capitals(
    name: str, verdict: Verdict, index: Index
) -> None:
    assert screened(Subject(name), index).verdict is verdict


def test_the_parts_of_a_name_are_its_runs_the_longest_first() -> None:
    assert [" ".join(part) for part in parts_of(["a", "b", "c"])] == ["a b", "b c", "a", "b", "c"]
