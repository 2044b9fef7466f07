"""What the briefing has on a party is said beside its verdict, which stays that of the list."""

from __future__ import annotations

from tests.handlers.ask.conftest import Ask


def test_who_was_put_on_a_list_since_our_edition_is_said_to_be_so(ask: Ask):
    answer = ask("is Rosneft sanctioned?")
    assert (
        "Reported: put on the SDN list on 22 Oct 2025 (sources disagree); our edition (28 Dec 2023) is older."
        in answer.text
    )
    assert "Reported: put on the UK list on 15 Oct 2025; that list is not loaded here." in answer.text
    assert "Licenses that name it: " in answer.text
    assert answer.screenings[0].verdict == "listed"


def test_who_was_taken_off_since_stays_listed_here_and_that_is_said(ask: Ask):
    answer = ask("is Alexandra Buriko sanctioned?")
    assert "LISTED" in answer.summary
    assert "Reported: taken off the SDN list on 30 Dec 2025; our edition (28 Dec 2023) is older." in answer.text


def test_no_match_on_our_old_lists_does_not_hide_what_was_reported_since(ask: Ask):
    answer = ask('is "Lukoil International GmbH" sanctioned?')
    assert answer.summary.startswith("NO MATCH for “Lukoil International GmbH”")
    assert "But Reported: put on the SDN list on 4 Dec 2025; our edition (28 Dec 2023) is older." in answer.summary
    assert "Licenses that name it: " in answer.text
    assert "The listing stays" not in answer.text
    assert answer.screenings[0].verdict == "no_match"


def test_who_was_taken_off_and_is_on_no_list_here(ask: Ask):
    answer = ask("is Antal Rogan sanctioned?")
    assert "Reported: taken off the SDN list on 15 Apr 2025; our edition (28 Dec 2023) is older." in answer.text


def test_a_party_that_nobody_speaks_of_has_no_such_lines(ask: Ask):
    text = ask("is Oleg Deripaska sanctioned?").text
    assert "Reported:" not in text
    assert "Licenses that name" not in text
    assert "Reported" not in ask("is Zzyzx Holdings Inc sanctioned?").text


def test_statements_that_only_name_a_party_are_told_by_the_newest(ask: Ask):
    text = ask("is Alisher Usmanov sanctioned?").text
    assert "Reported, 28 Nov 2025: At the end of November 2025 several persons listed earlier for links" in text
    assert "taken off the SDN list" not in text


def test_what_else_is_said_of_a_removal_is_told_with_it(ask: Ask):
    assert "He was not under a Russia programme." in ask("is Antal Rogan sanctioned?").text
    assert "Boris and Arkady Rotenberg stayed listed." in ask("was Karina Rotenberg delisted?").text
    assert "it stays on the US Entity List" in ask("is Megasan Elektronik sanctioned?").text


def test_a_statement_that_says_nearly_all_that_was_asked_is_told_before_that_nothing_is_held(ask: Ask):
    answer = ask("Carlyle closed the purchase of Lukoil International in January 2026, didn't it?")
    assert "lapsed at the end of July because OFAC had not approved it" in answer.summary
    assert "lapsed" not in ask("was Lukoil International sanctioned in January 2026?").text
