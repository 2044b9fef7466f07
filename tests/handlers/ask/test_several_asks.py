"""A message that asks several things; what was not read; sets, words of the trade and acts that no words do."""

from __future__ import annotations

import pytest

from bot.answers.as_json import answer_as_json
from tests.handlers.ask.conftest import Ask


def test_each_ask_is_answered_in_order_with_the_words_it_came_from(ask: Ask) -> None:
    given = answer_as_json(ask("is Rosneft sanctioned and what's in option B?"))
    assert [one["kind"] for one in given["asks"]] == ["screening", "option"]
    assert [one["read"] for one in given["asks"]] == ["is Rosneft sanctioned", "what's in option B?"]
    assert given["kind"] == "screening"
    assert all(one["text"].split("\n")[0] in given["text"] for one in given["asks"])


def test_a_pasted_message_is_screened_for_its_parties_and_nothing_else(ask: Ask) -> None:
    fields = ":50K:/40817810099910004312\nIVANOV IVAN\nMOSCOW\n:59:/CH9300762011623852957\nROSNEFT TRADING SA\nGENEVA"
    answer = ask(fields)
    assert answer.subjects == ("IVANOV IVAN", "ROSNEFT TRADING SA")
    assert "LISTED" in answer.text


def test_a_party_asked_by_two_of_its_names_is_told_once(ask: Ask) -> None:
    answer = ask("Rosneft, Роснефть and Lukoil")
    assert answer.text.count("LISTED, probably blocked: Rosneft Oil Company") == 1
    assert "“Роснефть” leads to the same entry." in answer.text
    assert [one.verdict for one in answer.screenings] == ["listed", "listed", "listed"]
    wallet = ask("0x12d66f87a04a9e220743712ce6d9bb1b5616b8fc - tornado cash deposit, blocked?")
    assert wallet.text.count("LISTED") == 1


def test_where_no_name_is_sure_one_line_asks_which_words_are_it(ask: Ask) -> None:
    text = ask("pls chk the zorblax quuxly frobnitz thing the other guys sent").text
    assert "NO MATCH" not in text


def test_a_set_is_counted_and_what_no_list_says_is_said(ask: Ask) -> None:
    answer = ask("how many Russian banks are on the SDN list?")
    assert answer.kind == "parties"
    assert answer.facts["count"] == len(answer.facts["party_ids"]) > 10  # type: ignore[arg-type]
    assert "No list says who counts among banks" in answer.text


def test_under_both_programs_means_each_of_them(ask: Ask) -> None:
    both = ask("who is under both EO 13661 and EO 14024?")
    assert both.kind == "parties"
    assert 0 < both.facts["count"] < 1000  # type: ignore[operator]


@pytest.mark.parametrize("asked", ["delist Rosneft", "export this", "pause alerts until Monday"])
def test_an_act_that_no_words_do_says_that_nothing_was_changed(ask: Ask, asked: str) -> None:
    assert ask(asked).text.startswith("Nothing was changed")


@pytest.mark.parametrize(
    ("asked", "said"), [("what does SSI mean", "Sectoral"), ("what are secondary sanctions", "non-US persons")]
)
def test_a_word_of_the_trade_is_explained_with_its_source(ask: Ask, asked: str, said: str) -> None:
    text = ask(asked).text
    assert said in text
    assert "Source: " in text


def test_a_day_that_can_be_read_in_two_ways_says_how_it_was(ask: Ask) -> None:
    assert "I read 1/3/2022 as 3 January 2022" in ask("what changed on 1/3/2022").text


@pytest.mark.parametrize("asked", ["Deripaska 51%", "Sberbank 49.9%, VTB 0.2% - is our client blocked?"])
def test_a_share_behind_a_name_is_told_with_the_50_percent_rule(ask: Ask, asked: str) -> None:
    said = ask(asked)
    assert said.text.startswith("50 percent rule")
    assert said.screenings
    assert "no_match" not in {one.verdict for one in said.screenings}
