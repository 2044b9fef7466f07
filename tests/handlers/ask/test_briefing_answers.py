"""What the briefing answers: statements, those that differ side by side, measures with levels; or "not known"."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import store.briefing
from benchmarks.brevity import shown, words_in
from bot.blocks.render import render
from bot.errors import BadInput
from bot.sanctions.briefing.measure import Level, Measure
from bot.sanctions.briefing.statement import Briefing, Source, Statement
from handlers.desk import Desk, DeskSettings
from tests.conftest import NOON
from tests.databases import a_begun_database
from tests.handlers.ask.conftest import Ask, asking

DRAFTING = ("drafting", "who drafts")
REUTERS = Source("later", "Reuters", date="2025-04-10", url="https://example.org/later")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """What is shipped, and nothing else."""
    sessions = a_begun_database(tmp_path, facts=False)
    return Desk(sessions, lambda: NOON, DeskSettings(recheck_seconds=0))


@pytest.fixture
def ask(desk: Desk) -> Ask:
    return asking(desk)


def add(
    desk: Desk, *statements: Statement, sources: tuple[Source, ...] = (), measures: tuple[Measure, ...] = ()
) -> None:
    with desk.sessions.begin() as session:
        store.briefing.save_briefing(session, Briefing(sources, statements, measures), NOON)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Can the President do this alone?", "Official: Section 216 of the 2017 act lets Congress review"),
        ("who is drafting the list?", "Reported, 3 Mar 2025: The White House asked the State and Treasury departments"),
        ("what would Russia give in return?", "Reported, 26 Feb 2026: Sources told Reuters that talks of early 2026"),
        ("which oligarchs?", "Not known: Which names the real proposal holds is not known to this briefing."),
        (
            "did the Kremlin comment?",
            "Reported, 3 Mar 2025: The White House, the State Department, the Treasury and the Russian",
        ),
        ("will it rain in Moscow?", "Not known to this briefing."),
        ("what does the US want from Norway in the talks?", "Not known to this briefing."),
    ],
)
def test_a_question_of_fact_is_answered_from_the_briefing_or_not_known(ask: Ask, question: str, says: str):
    answer = ask(question)
    assert answer.kind == "brief"
    assert answer.text.startswith(says)


def test_the_weather_is_not_answered_from_it(ask: Ask):
    assert ask("what is the weather today?").kind != "brief"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (
            "which sectors have been hit since the invasion?",
            "Reported, 3 Mar 2025: US sanctions since the 2022",
        ),
        ("what does the proposal cover?", "Reported, 3 Mar 2025: The proposal would cover selected entities"),
        ("где прошли переговоры?", "Reported, 3 Mar 2025: Meetings of officials of both countries"),
    ],
)
def test_a_question_of_fact_in_a_form_that_is_not_known_is_looked_for_all_the_same(ask: Ask, question: str, says: str):
    answer = ask(question)
    assert answer.kind == "brief"
    assert answer.text.startswith(says)


@pytest.mark.parametrize("question", ["why?", "who owns it?", "who made you?", "asdf qwer", "who?"])
def test_what_points_back_or_asks_nothing_is_not_answered_from_it(ask: Ask, question: str):
    assert ask(question).kind != "brief"


# ---- statements that differ ------------------------------------------------


def test_statements_of_different_days_on_one_topic_are_shown_side_by_side_the_newest_first(desk: Desk, ask: Ask):
    later = Statement("drafters-2", DRAFTING, "The State Department alone is drafting the list.", "later", "reported")
    add(desk, later, sources=(REUTERS,))
    answer = ask("who is drafting the list?")
    newest, *older = answer.cards
    assert newest.headline[0].text == "Reported, 10 Apr 2025: "
    assert newest.headline[1].text == "The State Department alone is drafting the list."
    assert [card.headline[0].text for card in older] == ["Reported, 3 Mar 2025: "] * len(older)
    assert older
    assert "Source: Reuters, 10 Apr 2025." in answer.text
    assert "Source: Reuters, as retold by a news report, 3 Mar 2025." in answer.text


def test_a_statement_that_is_marked_to_contradict_another_is_shown_with_it_whichever_is_asked_for(desk: Desk, ask: Ask):
    denial = Statement(
        "denial", ("denial",), "Nobody was told to ease anything.", "later", "reported", "", ("request",)
    )
    add(desk, denial, sources=(REUTERS,))
    for question in ("who asked for the list?", "was there a denial?"):
        text = ask(question).text
        assert text.startswith("2 statements on this differ.")
        assert text.index("Nobody was told") < text.index("The White House asked the State and Treasury")


def test_statements_of_one_day_do_not_differ(ask: Ask):
    assert "differ" not in ask("who is drafting the list?").text


# ---- measures --------------------------------------------------------------


@pytest.mark.parametrize("question", ["is the price cap still 60?", "what is the oil price cap?", "what is the cap?"])
def test_the_cap_is_told_by_jurisdiction(ask: Ask, question: str):
    answer = ask(question)
    assert answer.kind == "measure"
    assert (
        "US 60 USD a barrel; EU and UK 44.10 USD a barrel; Canada 47.60 USD a barrel (as of 10 Oct 2026). Price cap on"
        in answer.text.splitlines()[0]
    )
    assert (
        "US: 60 USD a barrel since 5 Dec 2022; unchanged as far as this briefing goes (its newest date" in answer.text
    )
    before = (
        "before that 60 USD a barrel from 5 Dec 2022, 47.60 USD a barrel from 3 Sep 2025 and 44.10 USD a barrel from"
    )
    assert (
        f"EU: 44.10 USD a barrel since 23 Jul 2026, frozen until about July 2027; {before} 1 Feb 2026." in answer.text
    )
    assert "Second hand: a public dossier" in answer.text
    assert "UK: 44.10 USD a barrel since 31 Jan 2026" in answer.text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("what is the EU's cap?", "EU 44.10 USD a barrel (as of 10 Oct 2026)."),
        ("what is the UK price cap?", "UK 44.10 USD a barrel (as of 10 Oct 2026)."),
        ("what is the US oil price cap?", "US 60 USD a barrel (as of 10 Oct 2026)."),
        ("what was the EU's cap in October 2025?", "EU 47.60 USD a barrel (on 31 Oct 2025)."),
        ("what was the EU price cap in 2023?", "EU 60 USD a barrel (on 31 Dec 2023)."),
        ("can we ship Russian crude bought at $50 from Greece", "EU 44.10 USD a barrel (as of 10 Oct 2026)."),
        ("the price cap for a German trader?", "EU 44.10 USD a barrel (as of 10 Oct 2026)."),
        ("what is the price cap in Australia?", "Australia not known (as of 10 Oct 2026)."),
        ("what's Japan's price cap?", "Japan not known (as of 10 Oct 2026)."),
    ],
)
def test_the_level_that_is_asked_for_comes_first(ask: Ask, question: str, says: str):
    assert ask(question).text.startswith(says)


def test_whether_a_price_may_be_paid_is_not_answered_by_the_cap(ask: Ask):
    assert "Whether a dealing is allowed is not answered here" in ask("can we ship Russian crude bought at $50?").text


@pytest.mark.parametrize("question", ["what is directive 4?", "directive 2", "what does directive 1 say?"])
def test_of_two_directives_a_message_has_a_line_each(ask: Ask, question: str):
    answer = replace(ask(question), again=question)
    assert all(len(card.lines) <= 1 for card in answer.cards)
    assert words_in(shown(render(answer).blocks, at_a_glance=False)) <= 80


def test_diesel_is_capped_as_a_product(ask: Ask):
    text = ask("is diesel capped?").text
    first = text.splitlines()[0]
    assert first.endswith("Price caps on seaborne Russian petroleum products.")
    assert "100 USD a barrel (above crude, such as diesel)" in first


def test_two_directives_of_one_number_are_told_apart_by_their_order(ask: Ask):
    text = ask("what does directive 4 prohibit?").text
    orders = "Executive Order 13662 and Executive Order 14024"
    assert text.startswith(f"Several directives bear the number 4: under {orders}.")
    assert "Sectoral Directive 4 (deepwater, Arctic offshore, shale oil), under Executive Order 13662." in text
    assert "Directive 4 (central bank), under Executive Order 14024." in text


def test_a_measure_says_its_place_in_options_and_that_they_are_not_law(ask: Ask):
    says = "Relief: option B would suspend it for the US alone (draft, illustrative, not in force)"
    assert says in ask("the oil price cap").text


def test_a_level_that_nobody_recorded_is_not_known(desk: Desk, ask: Ask):
    levels = (Level("2025-01-01", "US", {"level": 10}), Level("2025-06-01", "US", {"level": 12.5, "currency": "USD"}))
    add(desk, measures=(Measure("gas-cap", "Gas price ceiling", "Nothing above it.", history=levels),))
    text = ask("what is the EU gas price ceiling?").text
    assert text.startswith("EU not known (as of 10 Oct 2026).")
    assert "A level of the EU: not known to this briefing." in text
    assert (
        "US: 12.50 USD since 1 Jun 2025; before that 10 from 1 Jan 2025.\nConfidence not stated. Source: none" in text
    )


# ---- 2025 and 2026 ---------------------------------------------------------


def test_each_jurisdiction_caps_by_law_of_its_own(ask: Ask):
    text = ask("what is the oil price cap?").text
    assert "Imposed by: US, EU, UK and Canada, each by law of its own." in text
    assert "EU: Regulation (EU) No 833/2014, Article 3n and Annex XXVIII" in text
    assert "UK: Russia (Sanctions) (EU Exit) Regulations 2019" in text


@pytest.mark.parametrize(
    ("issued", "tenor"),
    [("1 June 2014", "none yet"), ("1 August 2014", "90 days"), ("1 June 2015", "30 days"), ("1 June 2018", "14 days")],
)
def test_the_tenor_goes_by_the_day_on_which_the_debt_was_issued(ask: Ask, issued: str, tenor: str):
    text = ask(f"what is the tenor under sectoral directive 1 for debt issued on {issued}?").text
    assert text.startswith(f"US {tenor} for debt issued on {issued.replace('June', 'Jun').replace('August', 'Aug')}.")


def test_what_was_said_in_march_2025_is_told_with_what_came_later(ask: Ask):
    text = ask("what do sanctions target?").text
    assert text.startswith("Reported, 3 Mar 2025: US sanctions since the 2022")
    assert "Since then, reported, 20 Nov 2025: On 22 October 2025 the United States put Rosneft, Lukoil" in text
    assert "Since then, second hand, 10 Oct 2026: GL 135 of 9 October 2026 permits" in text


def test_sources_that_disagree_are_both_given(ask: Ask):
    text = ask("how did the Senate vote on H.R. 5334?").text
    assert "The Senate passed it 86 to 11 on 7 August 2026" in text
    assert "Sources disagree: A third party says 86 to 12 and July 2026. Against: a third party, in Hindi." in text


def test_a_statement_whose_day_has_passed_says_so(ask: Ask):
    text = ask("was the 22nd package adopted?").text
    assert "ministers were to adopt it on 12 October" in text
    assert "Its day, 12 Oct 2026, has passed: what came after is not in this briefing." in text


def test_second_hand_is_never_called_reported_or_official(ask: Ask):
    text = ask("was there a truce in May 2026?").text
    assert text.startswith("Second hand, 16 Aug 2026: A three-day truce of 9 to 11 May 2026 did not hold")
    assert "Official" not in text
    assert "Reported" not in text


def test_a_file_that_adds_levels_leaves_what_it_does_not_state(desk: Desk, ask: Ask):
    level = Level("2026-11-01", "UK", {"level": 40, "currency": "USD", "unit": "barrel"}, "", "reported")
    add(
        desk,
        measures=(Measure("oil-price-cap-crude", "Price cap on seaborne Russian crude oil", "", history=(level,)),),
    )
    text = ask("what is the UK price cap?").text
    assert "UK 40 USD a barrel (as of 1 Nov 2026)." in text.splitlines()[0]
    assert "Service providers of the price cap coalition" in text
    assert "44.10 USD a barrel from 31 Jan 2026" in text


def test_a_measure_of_which_nobody_says_what_it_is_is_refused(desk: Desk):
    with pytest.raises(BadInput, match="says nothing"):
        add(desk, measures=(Measure("unheard-of", "A measure", ""),))


def test_programs_that_ended_are_told_with_their_days_and_those_of_a_period_alone(ask: Ask):
    said = ask("which programs have ended?").text
    assert "ZIMBABWE (4 Mar 2024)" in said
    assert "SYRIA (1 Jul 2025)" in said
    in_2025 = next(line for line in ask("which programs ended in 2025?").text.splitlines() if line.startswith("Ended"))
    assert in_2025 == "Ended in 2025: WEST-BANK-EO14115 (20 Jan 2025) and SYRIA (1 Jul 2025)."
    assert "Ended in 2019: none that is known here." in ask("which programs ended in 2019?").text


def test_the_source_of_a_measure_is_said_once_where_it_is_the_same_for_all_its_levels(ask: Ask):
    assert ask("what is sectoral directive 2?").text.count("Electronic Code of Federal Regulations") == 1


@pytest.mark.parametrize(
    ("asked", "reported"),
    [
        ("what changed for Karina Rotenberg?", "Reported: taken off the SDN list on 2 Apr 2025"),
        ("what changed for Rosneft?", "Reported: put on the SDN list on 22 Oct 2025"),
    ],
)
def test_what_others_report_of_a_party_is_said_where_no_edition_shows_a_change(ask: Ask, asked: str, reported: str):
    said = ask(asked).text
    assert said.startswith("NOT KNOWN")
    assert reported in said
