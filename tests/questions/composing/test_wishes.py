"""What is wished of an answer about an option, a measure or a set."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Facet, OptionWish
from bot.questions.composing.wishes import facet_of, places_of
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def read(words: str) -> Ask:
    return understand(words, NOON, VOCABULARY).first


@pytest.mark.parametrize(
    ("words", "facet"),
    [
        ("is option B in force?", Facet.FORCE),
        ("who drafted option B?", Facet.AUTHOR),
        ("how long would option B last?", Facet.LASTS),
        ("when does option B take effect?", Facet.WHEN),
        ("кто составил вариант B", Facet.AUTHOR),
        ("what's in option B?", None),
        ("option B scraps the oil price cap for good, correct?", None),
        ("what is the price of option B for Moscow?", Facet.RETURNED),
    ],
)
def test_the_one_thing_about_an_option_that_is_asked_for(words: str, facet: Facet | None) -> None:
    assert facet_of(words) is facet
    assert read(words).option.facet is facet


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("who is in option B?", OptionWish(names=True)),
        ("option B page 3", OptionWish(names=True, page=3)),
        ("what changed in option B between version 1 and version 2?", OptionWish(versions=(1, 2), versioned=True)),
    ],
)
def test_names_pages_and_versions_of_an_option(words: str, wish: OptionWish) -> None:
    assert read(words).option == wish


def test_whose_level_of_a_measure() -> None:
    assert places_of("what's the UK cap") == ("UK",)
    assert places_of("the cap of the EU and of the US") == ("US", "EU")
    assert places_of("tell us the cap") == ()


def test_a_set_is_described_by_kind_country_flag_group_and_link() -> None:
    banks = read("how many Russian banks are on the SDN list?").filter
    assert banks is not None
    assert (banks.called, banks.country) == ("banks", (("Russia",),))
    flagged = read("which listed vessels are flagged Panama").filter
    assert flagged is not None
    assert (flagged.flag, flagged.country) == ((("Panama",),), ())
