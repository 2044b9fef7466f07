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


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Bashar al-Assad and his wife Asma", ["Bashar al-Assad", "Asma al-Assad"]),
        ("Lukashenko, his sons Viktor and Dmitry", ["Lukashenko", "Viktor Lukashenko", "Dmitry Lukashenko"]),
        (
            "Arkady Rotenberg, his brother Boris, his son Igor",
            ["Arkady Rotenberg", "Boris Rotenberg", "Igor Rotenberg"],
        ),
        ("Peskov with daughter Elizaveta", ["Peskov", "Elizaveta Peskov"]),
        ("Аркадий Ротенберг и его брат Борис", ["Аркадий Ротенберг", "Борис Ротенберг"]),
        ("Аркадій Ротенберг та його син Ігор", ["Аркадій Ротенберг", "Ігор Ротенберг"]),
        ("Nicolás Maduro y su esposa Cilia", ["Nicolás Maduro", "Cilia Maduro"]),
        ("Arkady Rotenberg et son frère Boris", ["Arkady Rotenberg", "Boris Rotenberg"]),
        ("Arkady Rotenberg und sein Bruder Boris", ["Arkady Rotenberg", "Boris Rotenberg"]),
        ("Daniel Ortega and his wife Rosario Murillo", ["Daniel Ortega", "Rosario Murillo"]),
    ],
)
def test_a_relative_by_a_given_name_alone_has_the_surname_of_whose_relative_he_is(
    listed: ListedNames, words: str, names: list[str]
) -> None:
    assert [subject.name for subject in understand(words, NOON, VOCABULARY, None, listed).first.subjects] == names
