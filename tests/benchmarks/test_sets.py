"""Our own sets on the lists as published: firms stay quiet, common words are asked back, common people are possible."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.sets import Outcome, entries, names_on, plain, real_listings, screen_firms, screen_people, screen_words
from bot.sanctions.listing import Listing
from bot.screening.index import Index
from tests.builders import a_listing, a_person


@pytest.fixture(scope="module")
def published(lists_dir: Path) -> list[Listing]:
    return list(real_listings(lists_dir))


@pytest.fixture(scope="module")
def index(published: list[Listing]) -> Index:
    return Index.build(published)


@pytest.fixture(scope="module")
def listed(published: list[Listing]) -> frozenset[str]:
    return names_on(published)


# Goals that are not reached yet, and how far off they were when last measured. The mark goes when the test passes.
MISSED_FIRMS = pytest.mark.xfail(reason="6 of 300 firms alarm, 2.0 %: the goal is 1 %", strict=False)
MISSED_WORDS = pytest.mark.xfail(reason="5 of 200 words are LISTED, 67 are not asked back", strict=False)
MISSED_PEOPLE = pytest.mark.xfail(reason="2 of 138 people are LISTED by a name without its title", strict=False)


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


@MISSED_FIRMS
def test_firms_that_are_not_listed_stay_quiet(index: Index, listed: frozenset[str]) -> None:
    outcome = screen_firms(index, listed)
    assert outcome.asked == 300
    assert outcome.share <= 0.01, outcome.missed


def test_no_firm_is_said_to_be_listed(index: Index, listed: frozenset[str]) -> None:
    assert loud(screen_firms(index, listed)) == []


@MISSED_WORDS
def test_a_common_word_is_never_listed(index: Index) -> None:
    assert loud(screen_words(index)) == []


@MISSED_WORDS
def test_a_common_word_is_asked_back(index: Index) -> None:
    outcome = screen_words(index)
    assert outcome.missed == []


@MISSED_PEOPLE
def test_common_people_are_possible_at_most(index: Index, listed: frozenset[str]) -> None:
    outcome = screen_people(index, listed)
    assert outcome.asked >= 100
    assert outcome.missed == []


def test_a_firm_that_has_come_to_be_listed_is_left_out_and_said() -> None:
    listing = a_listing("TESLA")
    outcome = screen_firms(Index.build([listing]), names_on([listing]))
    assert (outcome.asked, outcome.listed) == (299, ["Tesla"])


def test_names_are_equal_whatever_their_order_and_accents() -> None:
    assert plain("DERIPASKA, Oleg Vladimirovich") == plain("Oleg Vladimirovich Deripaska")
    assert plain("Nestlé S.A.") == plain("NESTLE S A")
    assert plain("Deripaska") not in names_on([a_person()])
