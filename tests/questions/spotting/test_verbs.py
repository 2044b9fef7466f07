"""A verb that leads to a name is none of it; a name that begins so stays whole."""

from __future__ import annotations

import pytest

from bot.questions.spotting.items import spotted
from bot.questions.spotting.names import ListedNames
from bot.questions.spotting.verbs import lemma_of, with_verbs
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def words(text: str, listed: ListedNames) -> str:
    row = with_verbs(spotted(text, NOON.date(), VOCABULARY), listed)
    return " ".join(item.word for item in row.items)


@pytest.mark.parametrize(
    ("gerund", "verb"),
    [
        ("insuring", "insure"),
        ("chartering", "charter"),
        ("shipping", "ship"),
        ("refinancing", "finance"),
        ("reinsuring", "insure"),
        ("dry-docking", "dock"),
        ("sterling", ""),
        ("beijing", ""),
        ("king", ""),
        ("wing", ""),
    ],
)
def test_a_gerund_is_told_by_its_verb(gerund: str, verb: str) -> None:
    assert lemma_of(gerund) == verb


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Insuring the Fortuna", "paying the fortuna"),
        ("Financing Rosneft", "paying rosneft"),
        ("AUDITING ROSNEFT", "paying rosneft"),
        ("help with chartering lady r", "help with paying lady r"),
        ("Importing copper from Zorblax", "paying copper from zorblax"),
        ("Shipping 2 containers to Zorblax", "paying 2 containers to zorblax"),
        ("Fletar el Lady R", "fletar el lady r"),
    ],
)
def test_a_verb_before_a_listed_name_or_a_thing_is_a_dealing(typed: str, read: str, listed: ListedNames) -> None:
    assert words(typed, listed) == read


@pytest.mark.parametrize(
    "name",
    [
        "Shipping Co of Iran",
        "Marketing Solutions Ltd",
        "Beijing Rosneft",
        "Riding Star",
        "Banking Group Zenit",
        "Engineering and Construction Mapna",
        "Trading House Kalashnikov",
        "Browning, is he listed",
    ],
)
def test_a_name_that_begins_so_stays_whole(name: str, listed: ListedNames) -> None:
    row = spotted(name, NOON.date(), VOCABULARY)
    assert with_verbs(row, listed) is row
