"""What the guards warned of an edition in force is said beside its age, until another edition follows."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

import handlers.ask
from bot.answers.document import plain
from bot.questions.ask import Ask, Kind
from handlers.ask.sources import ODD
from handlers.desk import Desk
from jobs import holding
from jobs.loading import load
from store.lists.editions import current_editions
from tests.conftest import NOON
from tests.databases import a_database
from tests.handlers.ask.conftest import asking
from tests.jobs.test_holding import DAMAGED, KEY, ROWS, edition


def line(sessions: sessionmaker[Session]) -> str:
    (card,) = handlers.ask.answer(Ask(Kind.SOURCES), Desk(sessions, lambda: NOON)).cards
    return "".join(run.text for run in card.lines[0])


def test_what_is_odd_about_an_edition_stands_beside_its_age(tmp_path: Path) -> None:
    sessions = a_database(tmp_path)
    load(sessions, KEY, edition(ROWS, "2024-01-04"), None, NOON)
    assert "odd" not in line(sessions)
    assert load(sessions, KEY, edition(ROWS[:97], "2024-01-05"), None, NOON).status == "applied"
    assert " In force, and odd: 3 entries were removed at once (3.0% of 100), 3 of them" in line(sessions)
    with sessions() as session:
        (held,) = current_editions(session)
    assert len(held.odd) > 0
    assert len(line(sessions)) < ODD + 300
    assert load(sessions, KEY, edition(ROWS[:96], "2024-01-06"), None, NOON).status == "applied"
    assert "odd" not in line(sessions)


def test_who_is_found_in_no_list_is_told_that_a_newer_edition_waits(tmp_path: Path) -> None:
    """The newest designations may stand in it; of one that was rejected nobody speaks."""
    sessions = a_database(tmp_path)
    load(sessions, KEY, edition(ROWS, "2024-01-04"), None, NOON)
    assert load(sessions, KEY, DAMAGED, None, NOON).status == "held"
    ask, asked = asking(Desk(sessions, lambda: NOON)), "is Zorblax Quuxington sanctioned?"
    waits = "A newer edition of the OFAC SDN list, of 5 Jan 2024, waits to be judged: nobody was looked for in it."
    assert waits in plain(ask(asked).cards[0].lines[0])
    holding.reject(sessions, KEY, "U0MARIA", NOON)
    assert "newer edition" not in plain(ask(asked).cards[0].lines[0])
