"""Licenses as they are typed: with "GL", and those with a letter by their number alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.questions.ask import Kind
from bot.questions.understand import understand
from bot.sanctions.relief.license import keys_in, numbers_by_themselves
from tests.conftest import NOON
from tests.questions.words import VOCABULARY

KNOWN = ("GL 8", "GL 8L", "GL 128B", "GL 131F", "Belarus GL 11", "GL 26A (Ukraine)")
ASKED = replace(VOCABULARY, licenses=KNOWN)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("what does 128B say?", "GL 128B"),
        ("when does 8l lapse", "GL 8L"),
        ("what came before 131F", "GL 131F"),
        ("is 131f dead?", "GL 131F"),
    ],
)
def test_a_number_with_a_letter_that_a_known_license_bears_is_that_license(words: str, key: str):
    asked = understand(words, NOON, ASKED).first
    assert (asked.kind, asked.subjects, asked.licenses, asked.search) == (Kind.LICENSE, (), (key,), "")


@pytest.mark.parametrize("words", ["is 128Z sanctioned?", "check Tango 8L Limited", "8"])
def test_what_nobody_knows_as_a_license_is_none(words: str):
    assert understand(words, NOON, ASKED).first.kind is not Kind.LICENSE


def test_only_numbers_with_a_letter_stand_by_themselves():
    assert numbers_by_themselves(KNOWN) == ("8L", "128B", "131F")
    assert keys_in("8 or 11, 26A and 128b", KNOWN) == ("GL 128B",)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("what does GL 8 allow?", ("GL 8",)),
        ("what does Belarus GL 11 allow?", ("Belarus GL 11",)),
        ("compare GL 8 and GL 128B", ("GL 8", "GL 128B")),
        ("what does general license 500 say?", ("GL 500",)),
        ("is license 8 still in force?", ("GL 8",)),
        ("has licence no. 13 expired?", ("GL 13",)),
        ("is general licence number 8 over?", ("GL 8",)),
        ("действует ли ещё лицензия 8?", ("GL 8",)),
        ("чи діє ще ліцензія 13?", ("GL 13",)),
    ],
)
def test_an_ask_carries_the_keys_of_the_licenses_that_it_names(words: str, keys: tuple[str, ...]):
    assert understand(words, NOON, ASKED).first.licenses == keys


def test_an_ask_that_names_no_license_carries_the_words_to_look_for_and_the_countries():
    asked = understand("which general licenses cover oil from Iran?", NOON, ASKED).first
    assert (asked.kind, asked.licenses, asked.countries) == (Kind.LICENSE, (), ("Iran",))
    assert "oil" in asked.search


@pytest.mark.parametrize(
    "words",
    [
        "new licenses since June 2026",
        "latest general license",
        "newest GL?",
        "licences issued last month",
        "which licenses came out in March 2026?",
        "новые лицензии с июня",
    ],
)
def test_new_licenses_are_asked_for_and_no_changes_of_lists(words: str):
    asked = understand(words, NOON, ASKED).first
    assert (asked.kind, asked.issued) == (Kind.LICENSE, True)


@pytest.mark.parametrize(
    ("words", "topic", "places"),
    [
        ("licenses about humanitarian aid", ("humanitarian aid",), ()),
        ("licences for food and medicine", ("food", "medicine"), ()),
        ("what license covers medicine?", ("medicine",), ()),
        ("are there UK licences?", (), ("UK",)),
        ("EU licences?", (), ("EU",)),
        ("what licenses are there?", (), ()),
        ("is there a licence for agricultural goods?", ("agricultural",), ()),
    ],
)
def test_what_licenses_are_for_and_whose_they_are_is_kept(words: str, topic: tuple[str, ...], places: tuple[str, ...]):
    asked = understand(words, NOON, ASKED).first
    assert (asked.kind, asked.topic, asked.places) == (Kind.LICENSE, topic, places)
