"""A body of a state is found by what it is and whose, and never cleared by that."""

from __future__ import annotations

import pytest

from tests.handlers.ask.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("is the Iranian space agency listed?", "Iran Space Agency"),
        ("Russian ministry of finance", "Ministry of Finance of the Russian Federation"),
        ("Iranian shipping lines", "Islamic Republic of Iran Shipping Lines"),
        ("is the Iranian oil ministry listed?", "Ministry of Petroleum"),
        ("north korean central bank", "Central Bank of the Democratic People's Republic of Korea"),
        ("is Burma's timber enterprise on the list", "Myanma Timber Enterprise"),
        ("Iran's central bank", "Bank Markazi Jomhouri Islami Iran"),
        ("Post Bank of Russia", "Post Bank (INN 3232005484"),
    ],
)
def test_a_body_is_listed_where_lists_call_it_by_the_formal_name_of_its_country(
    ask: Ask, asked: str, listed: str
) -> None:
    assert listed in ask(asked).text.splitlines()[0]


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Iranian ministry of intelligence", "Iranian Ministry of Intelligence and Security"),
        ("north korean reconnaissance bureau", "Reconnaissance General Bureau"),
        ("Russia's state duma", "State Duma of the Federal Assembly of the Russian Federation"),
        ("is Syria's petroleum ministry sanctioned?", "Syrian Ministry of Petroleum and Mineral Resources"),
    ],
)
def test_a_body_that_lists_call_more_than_it_was_is_possible(ask: Ask, asked: str, listed: str) -> None:
    first, second, *_ = ask(asked).text.splitlines()
    assert first.startswith("POSSIBLE MATCH")
    assert listed in second


@pytest.mark.parametrize("asked", ["is the Venezuelan oil company sanctioned?", "Myanmar's military conglomerate"])
def test_a_body_that_no_list_calls_so_is_not_cleared_by_what_it_is(ask: Ask, asked: str) -> None:
    assert "says what it is, and no list here calls anybody so" in ask(asked).text.splitlines()[0]


def test_a_body_by_a_name_of_its_own_that_is_on_no_list_is_no_match(ask: Ask) -> None:
    assert ask("is Russian Post sanctioned?").text.startswith("NO MATCH for “Russian Post”")
