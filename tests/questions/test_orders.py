"""Whoever orders what no bot does is told that nothing was done, beside the verdict."""

from __future__ import annotations

import pytest

from bot.questions.ask import Kind
from bot.questions.orders import ordered
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY, seen_in


def notes(text: str, listed: Mentions) -> str:
    return " ".join(understand(text, NOON, VOCABULARY, listed=listed).first.notes)


@pytest.mark.parametrize(
    ("asked", "verb"),
    [
        ("freeze the account of Usmanov", "freeze"),
        ("freeze all accounts of Usmanov", "freeze"),
        ("block every payment to Rosneft", "block"),
        ("block Rosneft", "block"),
        ("can you block Lukoil", "block"),
        ("please approve the payment to Rosneft", "approve"),
        ("escalate Rosneft to compliance", "escalate"),
        ("close the case on Rosneft", "close"),
        ("clear the alert on Rosneft", "clear"),
        ("file a SAR on Rosneft", "file"),
        ("submit a license application for Rosneft", "submit"),
        ("send Rosneft to my boss", "send"),
        ("report Rosneft to OFAC", "report"),
        ("terminate our contract with Rosneft", "terminate"),
        ("rate Lukoil as high risk", "rate"),
        # the name leads, and a mark
        ("Rosneft: reject", "reject"),
        ("Rosneft - freeze account", "freeze"),
        ("Rosneft, close the case", "close"),
        ("bloquer le paiement de Lukoil", "bloquer"),
        ("congelar la cuenta de Usmanov", "congelar"),
        ("Konto von Usmanov einfrieren", "einfrieren"),
        ("Konto sperren: Rosneft", "sperren"),
        ("Zahlung an Rosneft bitte stoppen", "stoppen"),
        ("Verdachtsmeldung gegen Rosneft erstellen", "erstellen"),
        ("заморозь счёт Роснефти", "заморозь"),
        ("заморозь счёт Усманова", "заморозь"),
        ("пожалуйста, отклоните платёж Роснефти", "отклоните"),
        ("заблокуй рахунок Роснефти", "заблокуй"),
    ],
)
def test_an_order_that_no_bot_carries_out_is_said_to_be_not_done(asked: str, verb: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.kind is Kind.SCREENING
    assert f"Nothing was done: this bot looks up and tells, it cannot “{verb}”." in first.notes


@pytest.mark.parametrize("asked", ["load the EU list", "refresh the lists", "accept the held edition"])
def test_of_a_list_it_is_said_who_does_it(asked: str, listed: Mentions) -> None:
    assert "an administrator does it: “sanctions-bot lists”" in notes(asked, listed)


@pytest.mark.parametrize(
    "asked",
    [
        # questions
        "do we have to freeze the account of Usmanov?",
        "is Usmanov's account frozen",
        "must we block Rosneft?",
        "can we release the payment to Lukoil?",
        "why was Usmanov blocked",
        # what is told
        "we froze the account of Usmanov, is he listed?",
        "our bank rejected the wire to Rosbank",
        "payment to Rosneft blocked, why",
        "hold on, is Rosneft listed",
        "Müssen wir das Konto von Rosneft sperren?",
        "Wir wollen Rosneft beliefern",
        "Rosneft überprüfen",
        "не блокируй платёж Роснефти",
        "платежи Роснефти",
        "перечисли компании Роснефти",
        "составь список российских банков",
        "invoice Rosneft",
        "customer Rosneft",
        "import steel from Mahan Air",
        # what the bot does
        "check Rosneft",
        "look up Lukoil",
        "run Alrosa against the lists",
        "perform a check on Rosneft",
        "provide the status of Rosbank",
        "clear the new client Rosneft",
        "list the vessels of Sovcomflot",
        "name the owners of Rosneft",
        "watch Rosneft",
        "rank the three options",
        "A process that is told to stop finishes what it has begun.",
        # what another ordered
        "From: Anna\nTo: me\nfreeze the account of Usmanov",
    ],
)
def test_a_question_or_what_is_told_is_no_order(asked: str, listed: Mentions) -> None:
    assert "Nothing was done" not in notes(asked, listed)


def test_who_is_to_tell_somebody_else_watches_nobody(listed: Mentions) -> None:
    assert understand("notify OFAC about Rosneft", NOON, VOCABULARY, listed=listed).first.kind is Kind.SCREENING


@pytest.mark.parametrize(
    ("asked", "kind", "verb"),
    [
        ("Compare A and B, then export the result", Kind.COMPARISON, "export"),
        ("is Rosbank listed, then print the answer", Kind.SCREENING, "print"),
        ("check Rosbank and email me the result", Kind.SCREENING, "email me"),
        ("how many Russian banks on SDN, and export that", Kind.PARTIES, "export"),
    ],
)
def test_an_order_behind_a_question_is_told_beside_its_answer(
    asked: str, kind: Kind, verb: str, listed: Mentions
) -> None:
    first, last = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert first.kind is kind
    assert last.cannot
    assert last.cannot.said == verb


@pytest.mark.parametrize(
    "asked", ["we buy oil from Rosneft and export it to Turkey", "can Rosneft buy oil and export it?"]
)
def test_goods_that_are_exported_are_no_answer(asked: str, listed: Mentions) -> None:
    assert all(ask.cannot is None for ask in understand(asked, NOON, VOCABULARY, listed=listed).asks)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("freeze the account of Rosneft", "it cannot “freeze”"),
        ("Konto von Rosneft einfrieren", "it cannot “einfrieren”"),
        ("load the EU list", "words cannot “load” a list"),
    ],
)
def test_an_order_is_told_by_its_verb(text: str, said: str, listed: Mentions) -> None:
    assert said in ordered(seen_in(text, listed))


@pytest.mark.parametrize("text", ["is Rosneft listed", "our bank froze the account of Rosneft", "check Rosneft"])
def test_what_is_asked_or_told_is_no_order(text: str, listed: Mentions) -> None:
    assert ordered(seen_in(text, listed)) == ""
