"""Our own sets on the lists as published: firms stay quiet, common words are asked back, common people are possible."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.sets import Outcome, entries, names_on, plain, real_listings, screen_firms, screen_people, screen_words
from bot.sanctions.listing import Listing
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

pytestmark = pytest.mark.soak  # measures, on the real lists


@pytest.fixture(scope="module")
def published(lists_dir: Path) -> list[Listing]:
    return list(real_listings(lists_dir))


@pytest.fixture(scope="module")
def index(published: list[Listing]) -> Index:
    return Index.build(published)


@pytest.fixture(scope="module")
def listed(published: list[Listing]) -> frozenset[str]:
    return names_on(published)


# How many of each set miss today. A goal that is not reached yet is a ceiling that may only come down; the goals stand
# in docs/benchmarks.md: 3 firms (1 %), no word that is not asked back, nobody of common name LISTED.
# One firm more than before a word that one firm alone has meant it wherever it stands: Allianz, Iberia; not Nordea.
LOUD_FIRMS = 7
WORDS_NOT_ASKED_BACK = 32  # of them none is LISTED
COMMON_PEOPLE_LISTED = 2  # "Ahmed Ali", "Mohammad Khan": listed under that very name behind a title


def loud(outcome: Outcome) -> list[str]:
    return [each["asked"] for each in outcome.missed if each["verdict"] == "listed"]


def test_the_sets_are_whole() -> None:
    firms, words, people = entries("firms"), entries("words"), entries("common_people")
    assert (len(firms), len({plain(name) for name in firms})) == (300, 300)
    assert (len(words), len({plain(word) for word in words})) == (200, 200)
    assert all(len(word.split()) == 1 for word in words)
    assert all(len(name.split()) == 2 for name in people)


def test_no_firm_is_on_the_lists(listed: frozenset[str]) -> None:
    assert [name for name in entries("firms") if plain(name) in listed] == []


def test_firms_that_are_not_listed_stay_quiet(index: Index, listed: frozenset[str]) -> None:
    outcome = screen_firms(index, listed)
    assert outcome.asked == 300
    assert len(outcome.missed) <= LOUD_FIRMS, outcome.missed


def test_no_firm_is_said_to_be_listed(index: Index, listed: frozenset[str]) -> None:
    assert loud(screen_firms(index, listed)) == []


def test_a_common_word_is_never_listed(index: Index) -> None:
    assert loud(screen_words(index)) == []


def test_a_common_word_is_asked_back(index: Index) -> None:
    outcome = screen_words(index)
    assert len(outcome.missed) <= WORDS_NOT_ASKED_BACK, outcome.missed


def test_common_people_are_possible_at_most(index: Index, listed: frozenset[str]) -> None:
    outcome = screen_people(index, listed)
    assert outcome.asked >= 100
    assert len(outcome.missed) <= COMMON_PEOPLE_LISTED, outcome.missed


def test_a_firm_that_has_come_to_be_listed_is_left_out_and_said() -> None:
    listing = a_listing("TESLA")
    outcome = screen_firms(Index.build([listing]), names_on([listing]))
    assert (outcome.asked, outcome.listed) == (299, ["Tesla"])


def test_names_are_equal_whatever_their_order_and_accents() -> None:
    assert plain("DERIPASKA, Oleg Vladimirovich") == plain("Oleg Vladimirovich Deripaska")
    assert plain("Nestlé S.A.") == plain("NESTLE S A")
    assert plain("Deripaska") not in names_on([a_person()])
