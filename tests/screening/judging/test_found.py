"""A party that a name may mean, by the name alone."""

from __future__ import annotations

import pytest

from bot.screening import weights
from bot.screening.index.names import Read
from bot.screening.judging.found import Found, described_by, found_by, short_for
from bot.screening.judging.score import compare
from bot.screening.policy import MATCH
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from bot.screening.words.naming import Naming
from bot.screening.words.weak_words import COMMON_WORDS
from tests.builders import a_listing
from tests.screening.judging.of_two_names import asked_name, listed_name, tables_of


def found(asked: str, listed: str, *, weak: bool = False, person: bool | None = False, number: int = 0) -> Found:
    return asked_and_found(asked, listed, weak=weak, person=person, number=number)[1]


def asked_and_found(
    asked: str, listed: str, *, weak: bool = False, person: bool | None = False, number: int = 0
) -> tuple[Naming, Found]:
    one, other = asked_name(asked, person=person), listed_name(listed, person=person)
    read = Read(number, 0, weak, other)
    return one, found_by(one, read, compare(one, other, tables_of(one, other)))


def test_an_equal_strong_name_is_sure_and_an_equal_weak_one_never() -> None:
    assert found("Mahan Air", "MAHAN AIR").sure
    weak = found("Mahan Air", "MAHAN AIR", weak=True)
    assert not weak.sure
    assert MATCH <= weak.score <= weights.WEAK_MOST


@pytest.mark.parametrize("alias", ["RTSA", "HTS", "CNNC", "JSC RZD", "LOCO", "ABU DU'A"])
def test_a_weak_alias_asked_as_it_is_published_is_a_match_and_never_listed_by_itself(alias: str) -> None:
    one = found(alias, alias, weak=True)
    assert not one.sure
    assert MATCH <= one.score <= weights.WEAK_MOST


@pytest.mark.parametrize(
    ("asked", "listed"), [("RTSA Ltd", "RTSB"), ("RTSB", "RTSA"), ("Mahan Aire", "MAHAN AIR"), ("HTS Logistics", "HTS")]
)
def test_a_misspelt_weak_alias_or_a_short_one_with_other_words_is_no_match(asked: str, listed: str) -> None:
    assert found(asked, listed, weak=True).score < MATCH


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Rosnefft", "ROSNEFT"),
        ("Rosneft", "ROSNEFT"),
        ("Rosneft OAO", "ROSNEFT OAO"),
        ("Sberbnak", "PJSC SBERBANK"),
        ("حماس", "HAMAS"),
        ("داعش", "DAESH"),
        ("Gazpormneft", "PUBLIC JOINT STOCK COMPANY GAZPROM NEFT"),
    ],
)
def test_one_long_word_may_be_misspelt(asked: str, listed: str) -> None:
    assert found(asked, listed).score >= MATCH


@pytest.mark.parametrize(("asked", "listed"), [("Honda", "HODA"), ("Iberia", "SIBERIA"), ("Kold", "GOLD")])
def test_one_word_that_is_merely_like_a_name_is_no_match(asked: str, listed: str) -> None:
    assert found(asked, listed).score <= weights.BELOW < MATCH


def test_a_name_fits_alone_where_only_a_patronymic_is_left_out() -> None:
    assert found("Oleg Deripaska", "DERIPASKA, Oleg Vladimirovich", person=True).fits
    assert not found("Igor Deripaska", "DERIPASKA, Oleg Vladimirovich", person=True).fits
    assert not found("Oleg Deripaska", "DERIPASKA, Oleg Vladimirovich", person=True, weak=True).fits


def test_what_is_made_possible_is_never_sure_again() -> None:
    made = found("Mahan Air", "MAHAN AIR").possible(0.85)
    assert (made.sure, made.score) == (False, 0.85)


def test_another_number_makes_it_another_ship() -> None:
    left_out = found("Nord Stream", "NORD STREAM 2 AG")
    assert left_out.score >= MATCH
    other = left_out.of_another_number()
    assert other.score < MATCH
    assert other.likeness.numbers_differ


def test_of_the_names_of_a_party_an_equal_one_speaks_for_it_then_the_nearest_then_a_strong_one() -> None:
    equal, near = found("Mahan Air", "MAHAN AIR", number=3), found("Mahan Air", "MAHAN AIR COMPANY TEHRAN", number=1)
    assert equal.rank > near.rank
    assert equal.rank > found("Mahan Air", "MAHAN AIR", weak=True).rank
    first, second = found("Mahan", "MAHAN AIR", number=1), found("Mahan", "MAHAN AIR", number=2)
    assert first.rank > second.rank


def test_a_word_in_the_firms_own_legal_form_is_short_for_it() -> None:
    name = "ANNINSKII ELEVATOR OOO"
    word = short_for(*asked_and_found("Anninskii OOO", name))
    assert word is not None
    assert word.text == "anninskii"
    for other in ("Anninskii", "Anninskii AO", "Anninskii Khleb OOO"):
        assert short_for(*asked_and_found(other, name)) is None


def test_the_first_name_of_a_firm_is_described_by_the_names_after_it() -> None:
    name = "BELAVIA BELARUSIAN AIRLINES"
    described = described_by(*asked_and_found("Belavia", name), COMMON_WORDS.__contains__)
    assert described is not None
    word, others = described
    assert (word.text, [other.text for other in others]) == ("belavia", ["belarusian"])
    for other in ("Belarusian", "Belavia Inc.", "Belavia Belarusian"):
        assert described_by(*asked_and_found(other, name), COMMON_WORDS.__contains__) is None


def test_what_says_where_a_firm_is_does_not_stand_before_what_it_is_called() -> None:
    found = asked_and_found("Kwangson", "KOREA KWANGSON BANKING CORP")
    described = described_by(*found, COMMON_WORDS.__contains__)
    assert described is not None
    assert (described[0].text, described[1]) == ("kwangson", [])
    assert described_by(*found, frozenset[str]().__contains__) is None


@pytest.mark.parametrize("asked", ["COMPANYLIMITED", "limitedcompany", "jointstockcompany", "sdnbhd"])
def test_a_legal_form_run_together_means_no_firm_of_stock_words(asked: str) -> None:
    names = ("GENERAL PETROLEUM COMPANY LIMITED", "BANK JOINT STOCK COMPANY", "TRADING LIMITED COMPANY", "OIL SDN BHD")
    listed = [a_listing(name, entity_id=f"ofac-{at}") for at, name in enumerate(names)]
    assert Index.build(listed).screen(Query(asked)).verdict in (Verdict.NO_MATCH, Verdict.NOT_CHECKED)
