"""Persons of one family, who are named with one surname."""

from __future__ import annotations

import pytest

from bot.questions.spotting.names import ListedNames
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("check the Rotenberg brothers Arkady and Boris", ["Arkady Rotenberg", "Boris Rotenberg"]),
        ("are Arkady, Boris and Igor Rotenberg sanctioned?", ["Arkady Rotenberg", "Boris Rotenberg", "Igor Rotenberg"]),
        ("are Arkady Rotenberg and Igor Sechin sanctioned?", ["Arkady Rotenberg", "Igor Sechin"]),
        ("is Igor Rotenberg sanctioned?", ["Igor Rotenberg"]),
    ],
)
def test_a_surname_is_that_of_each_who_is_named_by_a_given_name_beside_it(
    listed: ListedNames, words: str, names: list[str]
) -> None:
    assert [subject.name for subject in understand(words, NOON, VOCABULARY, None, listed).first.subjects] == names
