"""The real desk over the facts that are shipped: the starter set, the illustrative options, the briefing."""

from __future__ import annotations

from pathlib import Path

from handlers.desk import Desk
from handlers.slack.front import DeskFront
from tests.conftest import NOON
from tests.databases import a_begun_database

QUESTIONS = (
    "is Rosneft sanctioned?",
    "are Rosneft, Gazprombank and Lukoil under sanctions?",
    "is Gazprombank on the SDN list?",
    "can we pay Oleg Deripaska?",
    "what's in relief option B?",
    "what's in relief option Z?",
    "options",
    "would option B lift sanctions on Rosneft?",
    "compare A and B",
    "what changed since March 1?",
    "what is EO 14024?",
    "what is the oil price cap?",
    "who is drafting the list?",
    "sources",
    "watch Rosneft",
    "what am I watching?",
    "stop watching Rosneft",
    "who is linked to Sberbank?",
    "was Sberbank listed on 24 February 2022?",
    "digest",
    "help",
    "Ali",
    "asdf qwer zxcv uiop",
    "check <!channel> *x* `y` <img src=x>",
    "x" * 10_000,
)


def a_shipped_front(folder: Path) -> DeskFront:
    return DeskFront(Desk(a_begun_database(folder), lambda: NOON))
