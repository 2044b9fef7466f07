"""A message in the stretches that may each ask something."""

from __future__ import annotations

import pytest

from bot.questions.ask import Subject
from bot.questions.composing.stretches import Frame, stretches
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY

ABOUT = (Frame.ASIDE, Frame.SUBJECT, Frame.AROUND)


def texts(message: str) -> list[str]:
    return [stretch.text for stretch in stretches(message) if stretch.frame not in ABOUT]


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("is Rosneft sanctioned and what's in option B?", ["is Rosneft sanctioned", "what's in option B?"]),
        ("Is VTB blocked? Would option C help?", ["Is VTB blocked?", "Would option C help?"]),
        ("check: 1) Bank Rossiya 2) SMP Bank", ["check:", "Bank Rossiya", "SMP Bank"]),
        ("1. Rosneft\n2. Lukoil", ["Rosneft", "Lukoil"]),
        ("check if Acme Ltd. is sanctioned", ["check if Acme Ltd. is sanctioned"]),
        ("M.E.N.A. SUGAR COMPANY", ["M.E.N.A. SUGAR COMPANY"]),
        ("compare A with B. also run Alrosa", ["compare A with B.", "also run Alrosa"]),
        ("compare A and C. Export the result.", ["compare A and C.", "Export the result."]),
        ("what is in option B. Is Rosbank listed", ["what is in option B.", "Is Rosbank listed"]),
        ("check J. Smith and K. Jones", ["check J. Smith and K. Jones"]),
        ("check And Then LLC", ["check And Then LLC"]),
        ("Yahoo! Inc", ["Yahoo! Inc"]),
        ('is "A. And what is B" listed?', ['is "A. And what is B" listed?']),
    ],
)
def test_asks_are_parted_and_names_are_not(message: str, parts: list[str]) -> None:
    assert texts(message) == parts


def test_mail_is_unwrapped() -> None:
    mail = "From: a@b.example\nSubject: KYC\n\n> is Sogaz listed?\n\nBest regards,\nAnna"
    assert texts(mail) == ["is Sogaz listed?"]


def test_what_stands_about_a_mail_is_read_aside_for_a_listed_name() -> None:
    mail = "From: a@b.example\nSubject: pay Rosneft\n\nis Sogaz listed?\n\nMany thanks in advance,\nAnna\nSberbank CIB"
    about = [s.text for s in stretches(mail) if s.frame in ABOUT]
    assert about == ["Subject: pay Rosneft", "Many thanks in advance,", "Anna", "Sberbank CIB"]


def test_of_a_payment_message_the_first_line_of_a_partys_field_is_its_name() -> None:
    found = stretches(":50K:/4081781\nIVANOV IVAN\nMOSCOW\n:70:INVOICE 7\n:59:/CH93\nROSNEFT TRADING SA\nGENEVA")
    assert [s.text for s in found if s.frame is Frame.LABELLED] == ["IVANOV IVAN", "ROSNEFT TRADING SA"]
    assert [s.text for s in found if s.frame is Frame.ASIDE] == ["MOSCOW", "GENEVA"]
    assert [s.text for s in found if s.frame is Frame.CELL] == ["INVOICE 7"]  # a firm may stand in what is told


def test_a_label_vouches_for_the_name_behind_it_and_an_amount_is_read_aside() -> None:
    found = stretches("Beneficiary: PJSC SBERBANK\nAmount: EUR 120,000")
    assert [(s.text, s.frame) for s in found] == [
        ("PJSC SBERBANK", Frame.LABELLED),
        ("Amount: EUR 120,000", Frame.ASIDE),
    ]


def test_a_table_gives_its_names_first_and_its_head_is_no_name() -> None:
    assert texts("country\tname\nRussia\tRosneft\nRussia\tNovatek") == ["Rosneft\tRussia", "Novatek\tRussia"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "screen both\n\n| vessel | IMO | cargo |\n|---|---|---|\n| ZORBLAX | 9109081 | rye |\n| QUUX | tbc | oil |",
            ["screen both", "ZORBLAX\tIMO 9109081", "QUUX"],
        ),
        (
            ":20:REF1 :50K:/NO93 ZORBLAX AS :59:/AE07 QUUX LIMITED\ncheck both",
            ["ZORBLAX AS", "QUUX LIMITED", "check both"],
        ),
        ("Dear Anna,\nis Zorblax ok?\n\nKind regards\nBoris\nTrading desk", ["is Zorblax ok?"]),
        (
            "Look below. Thx, Jo\n\n-----Original Message-----\nFrom: A\nSubject: x\n\nDear all,\nbuyer is Zorblax.\n",
            ["Look below.", "buyer is Zorblax."],
        ),
        ("Уважаемая Ольга Викторовна,\nпроверьте Зорблакс\nС уважением,\nбухгалтер", ["проверьте Зорблакс"]),
    ],
)
def test_tables_mails_and_payment_messages_are_unwrapped(text: str, parts: list[str]) -> None:
    assert texts(text) == parts


def test_a_table_with_tabs_is_one_when_it_comes_through_the_door() -> None:
    table = "Name\tCountry\nRosneft\tRU\nBank Melli\tIR\nJohn Smith\t01/02/1975"
    asked = understand(table, NOON, VOCABULARY).first
    assert [subject.name for subject in asked.subjects] == ["Rosneft", "Bank Melli", "John Smith"]
    assert understand("is Rosneft\tsanctioned?", NOON, VOCABULARY).first.subjects == (Subject("Rosneft"),)
