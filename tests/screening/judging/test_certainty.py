"""Why a hit is LISTED."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sanctions.party import Address, BirthDate, Schema
from bot.screening.judging.verdict import is_certain
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

WAYS = ("same_identifier", "equal", "alone", "common", "contradicted")


def certain(*said: str) -> bool:
    return is_certain(**{way: way in said for way in WAYS})


def test_an_equal_identifier_is_certain_whatever_else_is_said() -> None:
    for rest in product((False, True), repeat=4):
        assert is_certain(same_identifier=True, **dict(zip(WAYS[1:], rest, strict=True)))


@pytest.mark.parametrize("name", ["equal", "alone"])
def test_a_name_is_certain_unless_it_is_one_common_word_or_something_contradicts(name: str) -> None:
    assert certain(name)
    assert not certain(name, "common")
    assert not certain(name, "contradicted")


def test_nothing_else_is_certain() -> None:
    assert not certain()
    assert not certain("common")
    assert not certain("contradicted")


@pytest.fixture(scope="module")
def index() -> Index:
    born = (BirthDate("02 Jan 1968", "1968-01-02", "1968-01-02"),)
    return Index.build(
        [
            a_person("DERIPASKA, Oleg Vladimirovich", birth_dates=born),
            a_listing("ROSNEFT TRADING S.A.", entity_id="ofac-27945", aka=("ROSNEFT",), weak=("RTSA",)),
        ]
    )


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        (Query("Oleg Vladimirovich Deripaska"), True),
        (Query("Oleg Deripaska"), True),  # a rare surname, a patronymic left out
        (Query("Oleg Vladimirovich Deripaska", birth_date="1971-05-05"), False),
        (Query("Oleg Vladimirovich Deripaska", birth_date="1968-01-02"), True),
        (Query("O. V. Deripaska"), False),
        (Query("Rosneft"), True),
        (Query("Attn: Rosneft Trading"), True),
        (Query("info@rosneft.com"), False),  # nobody wrote it as a name
        (Query("RTSA"), False),
    ],
)
def test_the_verdict_follows_from_what_is_certain(index: Index, query: Query, listed: bool) -> None:
    screening = index.screen(query)
    assert (screening.verdict is Verdict.LISTED) is listed
    assert any(hit.certain for hit in screening.hits) is listed


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="rosneft aldipk.@:/", max_size=24))
def test_no_hit_is_certain_below_the_threshold_and_listed_means_one_is(index: Index, text: str) -> None:
    screening = index.screen(Query(text))
    assert all(hit.is_match for hit in screening.hits if hit.certain)
    assert (screening.verdict is Verdict.LISTED) is any(hit.certain for hit in screening.hits)


@pytest.mark.parametrize("name", ["Serena GmbH", "Serena Inc.", "Serena Oyj", "ООО Серена"])
def test_a_legal_form_makes_a_ship_of_the_same_name_possible_at_most(name: str) -> None:
    ship, firm = (a_listing("Serena", schema=schema) for schema in (Schema.VESSEL, Schema.COMPANY))
    assert Index.build([ship]).screen(Query("Serena")).verdict is Verdict.LISTED
    assert Index.build([ship]).screen(Query(name)).verdict is Verdict.POSSIBLE
    assert Index.build([firm]).screen(Query(name)).verdict is not Verdict.NO_MATCH


@pytest.mark.parametrize(
    ("name", "country", "verdict"),
    [
        ("Ministry of Defence", "Iran", Verdict.LISTED),
        ("Ministry of Defence", "Russia", Verdict.POSSIBLE),
        ("Ministry of Defence", "", Verdict.LISTED),
        ("Mahan Air", "Germany", Verdict.LISTED),  # a name that tells: it has a branch there
    ],
)
def test_a_country_contradicts_a_name_of_ordinary_words(name: str, country: str, verdict: Verdict) -> None:
    of_iran = (Address(country="Iran"),)
    parties = [
        a_listing("MINISTRY OF DEFENCE", entity_id="ofac-1", addresses=of_iran),
        a_listing("MAHAN AIR", entity_id="ofac-2", addresses=of_iran),
    ]
    assert Index.build(parties).screen(Query(name, country=country)).verdict is verdict


@pytest.mark.parametrize("name", ["Mark Taylor Ltd", "Mark Taylor GmbH", "ООО Mark Taylor"])
def test_a_legal_form_is_no_mans(name: str) -> None:
    index = Index.build([a_listing("TAYLOR, Mark", schema=Schema.PERSON)])
    assert index.screen(Query("Mark Taylor")).verdict is Verdict.LISTED
    assert index.screen(Query(name)).verdict is Verdict.POSSIBLE
    assert index.screen(Query("Mark Taylor, ACME LLC")).verdict is Verdict.LISTED  # another party's


def test_a_word_of_a_mans_name_that_is_a_legal_form_too_is_his() -> None:
    index = Index.build([a_listing("OUMEYNA, Ag Mohamed", schema=Schema.PERSON)])
    assert index.screen(Query("Ag Mohamed Oumeyna")).verdict is Verdict.LISTED


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        (Query("Ali Hassan"), False),  # what many are called, and the person's own name is another
        (Query("Hassan Ali"), False),
        (Query("Ali Hassan", birth_date="1976-06-23"), True),
        (Query("Ali Hassan", birth_date="1990-01-02"), False),
        (Query("Mustafa Mohamed Fadhil"), True),
        (Query("Ali Bazmargan"), True),  # an alias that tells
        (Query("Mustafa Mohamed"), True),  # a shorter form of the own name
        (Query("Mohamed Ali"), True),  # the own name of another
    ],
)
def test_a_name_that_many_have_is_nobodys_by_an_alias_alone(query: Query, listed: bool) -> None:
    born = (BirthDate("23 Jun 1976", "1976-06-23", "1976-06-23"),)
    aliases = ("ALI, Hassan", "BAZMARGAN, Ali", "MOHAMED, Mustafa")
    parties = [
        a_person("FADHIL, Mustafa Mohamed", entity_id="ofac-1", birth_dates=born, aka=aliases),
        a_person("ALI, Mohamed", entity_id="ofac-2"),
    ]
    screening = Index.build(parties).screen(query)
    assert (screening.verdict is Verdict.LISTED) is listed
    assert screening.hits[0].is_match
