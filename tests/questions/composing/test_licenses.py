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
ASKED = replace(VOCABULARY, licenses=numbers_by_themselves(KNOWN))


@pytest.mark.parametrize(
    "words", ["what does 128B say?", "when does 8l lapse", "what came before 131F", "is 131f dead?"]
)
def test_a_number_with_a_letter_that_a_known_license_bears_is_that_license(words: str):
    asked = understand(words, NOON, ASKED).first
    assert (asked.kind, asked.subjects) == (Kind.LICENSE, ())
    assert keys_in(words, KNOWN)


@pytest.mark.parametrize("words", ["is 128Z sanctioned?", "check Tango 8L Limited", "8"])
def test_what_nobody_knows_as_a_license_is_none(words: str):
    assert understand(words, NOON, ASKED).first.kind is not Kind.LICENSE


def test_only_numbers_with_a_letter_stand_by_themselves():
    assert numbers_by_themselves(KNOWN) == ("8L", "128B", "131F")
    assert keys_in("8 or 11, 26A and 128b", KNOWN) == ("GL 128B",)
