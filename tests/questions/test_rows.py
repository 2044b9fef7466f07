"""No listed party of a row is lost: each is screened by itself, or said to be unread."""

from __future__ import annotations

import pytest

from bot.questions.ask import Kind, Reading
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def read(text: str, listed: Mentions) -> Reading:
    return understand(text, NOON, VOCABULARY, listed=listed)


def screened(reading: Reading) -> list[str]:
    return [subject.name for ask in reading.asks if ask.kind is Kind.SCREENING for subject in ask.subjects]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        # a given name and a surname about a comma are nobody's where another name goes on
        ("Directors are Ivan Petrov, Sergei Chemezov and Ann Lee", ["Ivan Petrov", "Sergei Chemezov", "Ann Lee"]),
        ("Our directors: Ann Lee, Ivan Petrov, Sergei Chemezov", ["Ann Lee", "Ivan Petrov", "Sergei Chemezov"]),
        ("is Chemezov, Sergei listed", ["Chemezov, Sergei"]),
        ("is Chemezov, Sergei Viktorovich listed", ["Chemezov, Sergei Viktorovich"]),
        # two vessels, though one is a given name, too
        ("Shortlist is Noah, Linda", ["Noah", "Linda"]),
        ("cc Khuran, Aaj, Maria on the reply", ["Khuran", "Aaj", "Maria"]),
        # a whole listed name of everyday words
        ("got a mail from russian machines about kontroles", ["russian machines", "kontroles"]),
        ("got a mail from arch consulting about pcpmb", ["arch consulting", "pcpmb"]),
        ("is smiletravels part of tehran prisons or not", ["smiletravels", "tehran prisons"]),
        ("who the hell put usa really on our vendor list next to newsfront", ["usa really", "newsfront"]),
        ("gubkin university or mino congo, dont care which", ["gubkin university", "mino congo"]),
        # ... an alias that is a weak one
        ("buying white pigeon shares and selling red dot", ["white pigeon", "red dot"]),
        ("sold to tallon company, bought from nickel kimball", ["tallon company", "nickel kimball"]),
        ("can't release until someone tells me about 9th Brigade", ["9th Brigade"]),
        ("Kim Yong Un? He signed", ["Kim Yong Un"]),
        # ... and what is none: words of grammar, asking, of many names; an idiom; beyond a comma
        ("is Bank Sepah sanctioned?", ["Bank Sepah"]),
        ("the snow was deep, sea calm, is Deep Sea listed?", ["Deep Sea"]),
        # shares
        ("shareholders: 40% Danesh, 35% Safe, 25% Kiazand", ["Danesh", "Safe", "Kiazand"]),
        ("shareholders: 40% Peter Brown, 35% Mr. Sechin", ["Peter Brown", "Sechin"]),
        # who takes something for somebody; by whose order and in whose favour
        ('the payee line reads "STAN C/O KATZ LAURIN"', ["STAN", "KATZ LAURIN"]),
        ("is Sun Group FZE c/o Rosneft sanctioned", ["Sun Group FZE", "Rosneft"]),
        ("ORD/ KAFOLATBANK BNF/ SEVERSTAL REM/ cotton yarn", ["KAFOLATBANK", "SEVERSTAL"]),
        # words that are made of a name
        ("Wagner-linked miners, can we pay Rosneft?", ["Wagner", "Rosneft"]),
        ("Sechin-owned yacht in Antibes", ["Sechin"]),
        ("Rotenberg-controlled builder bids", ["Rotenberg"]),
        ("Hamas-run charity invoice", ["Hamas"]),
        ("pro-Wagner channel on Telegram, advertise?", ["Wagner", "Telegram"]),
        ("an ex-Promsvyazbank director", ["Promsvyazbank"]),
        ("is Alfa-Bank-issued paper listed?", ["Alfa-Bank"]),
        ("is Kim Jong-nam listed?", ["Kim Jong-nam"]),
        ("is US-sanctioned Rosneft state-owned?", ["Rosneft"]),
        # somebody else is spoken of beside him
        ("Half the cargo goes to Oleg Deripaska, the other half to a cousin", ["Oleg Deripaska"]),
        ("Either Stan or his brother", ["Stan"]),
        ("Everyone but Sechin signed", ["Sechin"]),
        # money that moves, and a site of news, are no changes
        ("Client moved 40k from Tinkoff to Raiffeisen to Alfa, flag it?", ["Tinkoff", "Raiffeisen", "Alfa"]),
        ("Southfront still pretending to be a news site or did ofac get them", ["Southfront"]),
    ],
)
def test_each_party_of_a_row_is_screened_by_itself(asked: str, names: list[str], listed: Mentions) -> None:
    assert screened(read(asked, listed)) == names


@pytest.mark.parametrize(
    ("asked", "names", "unread"),
    [
        ("names: rostec; wagner; sechin; alrosa", ["rostec", "sechin", "alrosa"], "wagner"),
        ("check wagner; check stan", ["stan"], "wagner"),
        ("wagner, stan", ["stan"], "wagner"),
        ("wagner; stan", ["stan"], "wagner"),
        ("Neither hassm nor onerbank nor irgcaf rings a bell", ["onerbank", "irgcaf"], "hassm"),
        ("green birds, formerly constanta, now gone", ["green birds"], "constanta"),
        ("sent cash to rostec. sorry!", [], "rostec"),
        ("buyer: Kim, seller: Hamas", ["Hamas"], "Kim"),
        ("hamas; kamaz; marvin", ["hamas", "kamaz"], "marvin"),
        ("- mahan air\n- gloria clark", ["mahan air"], "gloria clark"),
        ("screen: paul simon, kamaz, peter green", ["paul simon", "kamaz"], "peter green"),
        ("shang yuan bao and new regent", ["shang yuan bao"], "new regent"),
    ],
)
def test_what_is_not_sure_to_be_a_party_is_said_to_be_unread(
    asked: str, names: list[str], unread: str, listed: Mentions
) -> None:
    reading = read(asked, listed)
    assert screened(reading) == names
    assert any(unread in said for said in reading.unread)


@pytest.mark.parametrize("asked", ["iran flagged vessels", "list of sanctioned aircraft", "Check Siemens"])
def test_what_was_read_is_not_said_to_be_unread(asked: str, listed: Mentions) -> None:
    assert read(asked, listed).unread == ()


def test_a_license_without_a_party_is_asked_for_the_one_told_of(listed: Mentions) -> None:
    reading = read("Almaz-Antey's sub sent us drawings; license or no license?", listed)
    assert [(ask.kind, [subject.name for subject in ask.subjects]) for ask in reading.asks] == [
        (Kind.LICENSE, ["Almaz-Antey"])
    ]
