"""A party is meant by the role that it had in what was pasted before."""

from __future__ import annotations

import pytest

from bot.questions.composing.labels import of_a_role
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY, in_words

PAPER = "Seller: Hansen ApS\nBuyer: Kriogenmash\nIssuing bank: Bank Tejarat\nVessel: Adisa IMO 9304667"


def last_of(*said: str) -> tuple[str, bool]:
    before = None
    for text in said:
        first = understand(text, NOON, VOCABULARY, before).first
        before = first
    return in_words(first), first.provided


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("and the bank?", "screening: Bank Tejarat"),
        ("and the issuing bank?", "screening: Bank Tejarat"),
        ("is the buyer blocked?", "screening: Kriogenmash"),
        ("what about the seller", "screening: Hansen ApS"),
        ("the buyer", "screening: Kriogenmash"),
        ("buyer?", "screening: Kriogenmash"),
        ("who owns the seller?", "links: Hansen ApS"),
        ("would option A help the buyer?", "coverage: Kriogenmash [option A]"),
        ("watch the buyer", "watch: Kriogenmash"),
        ("unwatch the buyer", "unwatch: Kriogenmash"),
        ("is the buyer of the vessel listed?", "screening: Kriogenmash"),
        ("is the vessel's buyer listed?", "screening: Kriogenmash"),
        ("and the vessel?", "screening: Adisa (Vessel, imo 9304667)"),
    ],
)
def test_a_role_stands_for_who_had_it(said: str, expected: str) -> None:
    assert last_of(PAPER, said) == (expected, False)
    assert last_of(PAPER, "is Lukoil listed?", said) == (expected, False)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("just acme", "screening: Acme Widgets"),
        ("only zentrix please", "screening: Zentrix Trading"),
        ("without acme", "screening: Rosneft; Zentrix Trading"),
        ("and the zentrix holding company?", "screening: zentrix holding company"),
        ("just rosneft", "screening: rosneft"),
    ],
)
def test_a_word_that_one_of_several_names_has_stands_for_it(said: str, expected: str) -> None:
    assert last_of("check Rosneft, Acme Widgets and Zentrix Trading", said) == (expected, False)


def test_a_word_that_two_names_have_stands_for_neither() -> None:
    assert last_of("check Zentrix Foods and Zentrix Trading", "just zentrix") == ("screening: zentrix", False)


@pytest.mark.parametrize(
    ("seller", "buyer"),
    [
        ("Marks & Spencer", "Zentrix, Inc."),
        ("Müller & Sohn GmbH & Co. KG", "Roe Trading"),
        ("Obolensky, Ivan", "Kriogenmash"),
        ("Ivan Petrov", "Zentrix Foods"),
    ],
)
def test_two_in_their_roles_stay_two_whatever_their_names_are(seller: str, buyer: str) -> None:
    paper = f"Seller: {seller}\nBuyer: {buyer}"
    assert last_of(paper, "watch the seller and the buyer") == (f"watch: {seller}; {buyer}", False)
    assert last_of(paper, "compare the buyer and the seller") == (f"screening: {buyer}; {seller}", False)


@pytest.mark.parametrize("said", ["unwatch the carrier", "unwatch the consignee"])
def test_of_a_role_that_nobody_had_nothing_is_done(said: str) -> None:
    assert last_of(PAPER, said)[1]


def test_a_role_that_two_had_is_nobodys_and_one_beside_a_name_is_of_that() -> None:
    banks = "Advising bank: Bank Melli\nIssuing bank: Bank Tejarat"
    owners = "Guarantor: Bank Melli\nGuarantor: Bank Tejarat"
    assert last_of(owners, "unwatch the guarantor") == ("unwatch: Bank Melli; Bank Tejarat", True)
    assert last_of(banks, "unwatch the issuing bank") == ("unwatch: Bank Tejarat", False)
    assert last_of(PAPER, "is the buyer Rosneft listed?") == ("screening: Rosneft", False)


def test_in_a_sentence_too_a_label_gives_a_role_and_it_is_said_how_it_was_read() -> None:
    asked = understand(
        "is the seller ok?", NOON, VOCABULARY, _asked("the buyer is Kamaz and the seller is Hansen ApS")
    ).first
    assert in_words(asked).startswith("screening: Hansen ApS")
    assert asked.notes == ("Read “seller” as “Hansen ApS”.",)


def test_a_label_is_called_by_its_last_word_too() -> None:
    assert of_a_role("Issuing bank") == {"issuing bank", "bank"}
    assert of_a_role("Name of the vessel") == {"vessel"}
    assert of_a_role("Shareholder 2") == {"shareholder"}


def _asked(text: str):
    return understand(text, NOON, VOCABULARY).first
