"""What a statement that asks nothing is answered: who in it may be listed is asked about, and nobody is cleared."""

from __future__ import annotations

import pytest

from bot.screening.query import Verdict
from tests.handlers.ask.conftest import Ask


@pytest.mark.parametrize(
    ("told", "whom", "listed"),
    [
        ("we received a wire from Portnov", "Portnov", "Andriy Volodymyrovych Portnov"),
        ("the guest list includes Deripaska", "Deripaska", "Oleg Vladimirovich Deripaska"),
        ("our landlord Rashnikov raised the rent", "Rashnikov", "Viktor Filippovich Rashnikov"),
        ("I wonder if Kostin is still there", "Kostin", "Andrey Leonidovich Kostin"),
        ("the seller might be Bortnikov", "Bortnikov", "Alexander Vasilievich Bortnikov"),
        ("kindly do the needful for Bateni", "Bateni", "Naser Bateni"),
        ("our driver took Volodin to the airport", "Volodin", "Vyacheslav Victorovich Volodin"),
        ("please advise on Mahan", "Mahan", "Mahan Air"),
        ("please advise on Alfa", "Alfa", "Alfa-Bank"),
        ("our counterparty is Sevmash", "Sevmash", "Northern Machine-Building Enterprise"),
        ("a client of a client is Uss", "Uss", "Alexander Viktorovich Uss"),
    ],
)
def test_a_surname_or_a_telling_word_in_a_statement_is_asked_about(ask: Ask, told: str, whom: str, listed: str) -> None:
    said = ask(told)
    assert (said.subjects, [each.verdict for each in said.screenings]) == ((whom,), [Verdict.POSSIBLE])
    assert said.text.startswith(f"POSSIBLE MATCH for “{whom}”")
    assert listed in said.text
    assert not said.unread


@pytest.mark.parametrize(
    ("told", "listed"),
    [
        ("payment to Kasem Hejej got rejected by our correspondent", "Kassem Hejeij"),
        ("payment from Genady Timchenko was returned", "Gennady Nikolayevich Timchenko"),
        ("our agent works with Severstall", "Severstal"),
        ("shipper on the draft: Viktor Vekselburg", "Viktor Feliksovich Vekselberg"),
        ("one of our vendors, Goldi Electronic, changed its bank details", "Goldi Electronics S.A."),
        ("the seminar was attended by Aleksandr Bastrikin", "Alexander Ivanovich Bastrykin"),
    ],
)
def test_a_slip_in_a_name_of_a_statement_is_asked_about(ask: Ask, told: str, listed: str) -> None:
    said = ask(told)
    assert said.text.startswith("POSSIBLE MATCH")
    assert listed in said.text


@pytest.mark.parametrize("told", ["grateful for guidance about Lebedev", "please advise on Lebedev"])
def test_a_surname_of_too_many_in_a_statement_is_asked_back(ask: Ask, told: str) -> None:
    assert ask(told).text.startswith("NOT CHECKED: “Lebedev” alone is too common")


@pytest.mark.parametrize(
    "told",
    [
        "an invoice from Staples arrived",
        "our colleague Schmidt is on holiday",
        "we had lunch with Peter",
        "I spoke to Ali about the printer",
        "the meeting with Deloitte is on Tuesday",
        "our office in Hamburg is closed",
        "we got a call from London",
        "the price of Brent went up",
        "Twenty offers came from Hansen",
        "please advise on Martin Dahlberg",
    ],
)
def test_whom_no_list_may_hold_a_statement_neither_asks_about_nor_clears(ask: Ask, told: str) -> None:
    said = ask(told)
    assert not said.screenings
    assert said.text.startswith("Not understood, so not answered.")


@pytest.mark.parametrize("told", ["Foreign Minister Lavrov's statement", "President Putin's decree"])
def test_an_office_before_an_actor_of_policy_is_no_party(ask: Ask, told: str) -> None:
    assert not ask(told).screenings
