"""Terms as people type them, and the rows of the editor that hold them."""

from __future__ import annotations

import pytest

from bot.blocks.term_rows import PROGRAM_ONLY, Row, row_of
from bot.errors import BadInput
from bot.sanctions.files.options import read_options
from bot.sanctions.register import Register
from bot.sanctions.relief.drafting import Known, Mistyped, Typed, term_of
from bot.sanctions.relief.option import Group, Selector, Term
from bot.sanctions.relief.wording import duration_in_words, duration_of
from tests.builders import a_listing, a_person
from tests.conftest import ROOT

KNOWN = Known(
    Register.of([a_listing(), a_person(), a_person("DERIPASKA, Oleg", entity_id="ofac-1")]),
    ("RUSSIA-EO14024", "PEESA-EO14039"),
    {"oil-price-cap-crude": "Crude oil price cap"},
    {"banks": Group("banks", "Banks", ("ofac-17018",))},
)
STARTER = (ROOT / "bot" / "data" / "relief" / "options.yml").read_text(encoding="utf-8")


def typed(row: Row) -> Typed:
    only = row.action == PROGRAM_ONLY
    rest = (row.kind, row.value, row.only_type, row.under, row.exclude, row.duration, row.snap_back)
    return Typed("delist" if only else row.action, only, *rest)


@pytest.mark.parametrize(
    "term",
    [
        Term("delist", (Selector(entity="ofac-17022"), Selector(entity="ofac-24283"))),
        Term("delist", (Selector(program="RUSSIA-EO14024", type="Vessel"),), scope="program"),
        Term("license", (Selector(group="banks"),), (Selector(type="Vessel"),), duration="P6M"),
        Term("suspend", (Selector(linked_to=Selector(group="banks"), program="RUSSIA-EO14024"),), snap_back="P30D"),
        Term("suspend", measure="oil-price-cap-crude", snap_back="P30D"),
        Term("license", (Selector(list="us_ofac_cons", type="Person"),)),
        Term("license", (Selector(type="Vessel"),)),
    ],
)  # fmt: skip
def test_a_term_that_a_row_can_say_comes_back_as_it_was(term: Term):
    row = row_of(term, 1)
    assert row is not None
    assert term_of(typed(row), KNOWN) == term


def test_terms_that_say_more_than_a_row_are_no_rows():
    (c,) = [option for option in read_options(STARTER, "options.yml") if option.key == "C"]
    assert row_of(c.terms[0], 1) is None
    assert row_of(Term("amend", measure="oil-price-cap-crude", parameters={"level": 50}), 1) is None
    assert row_of(Term("delist", (Selector(entity="ofac-1", group="banks"),)), 1) is None
    assert row_of(Term("delist", (Selector(type="Vessel"),), (Selector(linked_to=Selector(group="banks")),)), 1) is None


def test_a_party_is_named_by_its_full_name_where_one_alone_has_it():
    row = Row(1, "license", "entity", "Open Joint-Stock Company Rosneft Oil Company")
    assert term_of(typed(row), KNOWN).select == (Selector(entity="ofac-17022"),)


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        (Row(1, "", "entity", "ofac-17022"), "action", "Choose"),
        (Row(1, "license", "", "ofac-17022"), "kind", "Choose"),
        (Row(1, "license", "entity", "\n "), "value", "Say which"),
        (Row(1, "license", "entity", "Rosneft"), "value", "no id and no full name"),
        (Row(1, "license", "group", "ships"), "value", "no group “ships” (there: banks)"),
        (Row(1, "license", "program", "RUSSIA-EO14042"), "value", "Do you mean RUSSIA-EO14024?"),
        (Row(1, "license", "type", "Boat"), "value", "types are Person"),
        (Row(1, "license", "list", "sdn"), "value", "lists are us_ofac_sdn"),
        (Row(1, PROGRAM_ONLY, "type", "Vessel"), "under", "which program"),
        (Row(1, "license", "program", "RUSSIA-EO14024", under="PEESA-EO14039"), "under", "by program already"),
        (Row(1, "license", "type", "Vessel", only_type="Person"), "only_type", "by type already"),
        (Row(1, "delist", "measure", "oil-price-cap-crude"), "kind", "no listing"),
        (Row(1, "suspend", "measure", "gas cap"), "value", "no measure"),
        (Row(1, "suspend", "measure", "oil-price-cap-crude", exclude="ofac-1"), "exclude", "no parties"),
        (Row(1, "delist", "type", "Vessel", duration="P6M"), "duration", "only"),
        (Row(1, "license", "type", "Vessel", snap_back="P6M"), "snap_back", "suspensions"),
        (Row(1, "license", "type", "Vessel", duration="six months"), "duration", "write 180 days"),
        (Row(1, "license", "type", "Vessel", exclude="program: X"), "exclude", "no program tag"),
    ],
)
def test_what_is_mistyped_names_its_input_and_the_reason(row: Row, field: str, reason: str):
    with pytest.raises(Mistyped) as wrong:
        term_of(typed(row), KNOWN)
    assert wrong.value.field == field
    assert reason in str(wrong.value)


def test_of_the_starter_options_two_are_rows_and_one_is_yaml():
    assert [all(row_of(term, 1) for term in option.terms) for option in read_options(STARTER, "options.yml")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("180 days", "P180D"),
        ("6 months", "P6M"),
        ("1 year and 6 months", "P1Y6M"),
        ("2 weeks", "P2W"),
        ("1 day", "P1D"),
        ("p30d", "P30D"),
        ("30d", "P30D"),
    ],
)
def test_a_duration_is_written_in_words_or_as_iso_8601(words: str, iso: str):
    assert duration_of(words) == iso
    assert duration_of(duration_in_words(iso)) == iso


@pytest.mark.parametrize("words", ["half a year", "6 moons", "days", "6 days 2 years", "6 months or so", "soon"])
def test_what_is_no_duration_is_refused(words: str):
    with pytest.raises(BadInput, match="no duration"):
        duration_of(words)
