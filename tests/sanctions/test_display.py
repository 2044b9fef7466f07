"""Published names as a person reads them, on names as OFAC and the UN publish them."""

from __future__ import annotations

import pytest

from bot.sanctions.display import capitals, readable, split_form
from bot.sanctions.party import Schema


@pytest.mark.parametrize(
    ("published", "schema", "read"),
    [
        ("DERIPASKA, Oleg Vladimirovich", Schema.PERSON, "Oleg Vladimirovich Deripaska"),
        ("MULLAH OMAR", Schema.PERSON, "Mullah Omar"),  # no comma: the order is not known
        ("OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY", Schema.LEGAL_ENTITY, "Rosneft Oil Company"),
        ("FU YUAN YU 7915", Schema.VESSEL, "FU Yuan YU 7915"),
        ("VTB BANK", Schema.LEGAL_ENTITY, "VTB Bank"),
    ],
)
def test_a_name_is_read_in_the_order_of_speech_without_its_capitals_and_form(published: str, schema: Schema, read: str):
    assert readable(published, schema) == read


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("PUBLIC JOINT STOCK COMPANY SOVCOMFLOT", ("SOVCOMFLOT", "PJSC")),
        ("AVTODIZEL OAO", ("AVTODIZEL", "OAO")),
        ("OOO VOLGA GROUP", ("VOLGA GROUP", "OOO")),
        ("Limited Liability Company AB", ("Limited Liability Company AB", "")),  # too little would be left
        ("GAZPROM", ("GAZPROM", "")),
        ("JSCAPITAL", ("JSCAPITAL", "")),  # the form is no word of it
    ],
)
def test_a_legal_form_is_split_off_in_front_and_behind_where_a_name_is_left(name: str, parts: tuple[str, str]):
    assert split_form(name) == parts


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("BANK OF MOSCOW", "Bank of Moscow"),
        ("THE BANK OF MOSCOW", "The Bank of Moscow"),
        ("NEW OIL", "New Oil"),
        ("KGB", "KGB"),
        ("STRJL HOLDING", "STRJL Holding"),  # no vowel: an abbreviation
        ("Wagner Group", "Wagner Group"),  # as published
        ("O'NEILL'S", "O'neill'S"),
    ],
)
def test_capitals_are_lost_but_for_abbreviations(name: str, read: str):
    assert capitals(name) == read
