"""Where an address begins behind a name, with commas between or without."""

from __future__ import annotations

import pytest

from bot.screening.fields.addresses import branch_of, without_address
from bot.screening.fields.beside import Token
from bot.screening.words.normalise import words_of

PLACES = {"beirut", "tehran", "freetown", "beograd", "tbilisi"}


def tokens(text: str) -> list[Token]:
    parted = text.replace(",", " , ").split()
    return [Token(word, "" if word == "," else " ".join(words_of(word))) for word in parted]


def without(text: str) -> list[str]:
    return [" ".join(token.typed for token in name) for name, _ in without_address(tokens(text), PLACES)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NAGHMEH FZE PO BOX 16111", "NAGHMEH FZE"),
        ("PARTHIA CARGO LLC OFFICE 204", "PARTHIA CARGO LLC"),
        ("TAJCO SARL 62 Buckle Street Freetown", "TAJCO SARL"),
        ("DONATA COMPANY DOO Beograd-Zemun", "DONATA COMPANY DOO"),
        ("MAHAN AIR Tehran", "MAHAN AIR"),
        ("MAHAN AIR , Tehran", "MAHAN AIR"),
    ],
)
def test_the_name_before_an_address_is_told(text: str, name: str) -> None:
    assert name in without(text)


@pytest.mark.parametrize("text", ["BANK OF Beirut", "MONTENEGRO-KELLER", "SEVEROMORSK 22"])
def test_a_place_behind_of_a_surname_and_a_number_are_of_the_name(text: str) -> None:
    assert without(text) == []


def test_of_a_branch_the_owner_is_named() -> None:
    assert [token.typed for token in branch_of(tokens("Branch of Alfa Bank in Tbilisi"))] == ["Alfa", "Bank"]
    assert branch_of(tokens("Alfa Bank")) == []
