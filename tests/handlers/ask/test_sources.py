"""What the guards warned of an edition in force is said beside its age, until another edition follows."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

import handlers.ask
from bot.questions.ask import Ask, Kind
from handlers.ask.sources import ODD
from handlers.desk import Desk
from jobs.loading import load
from store.lists.editions import current_editions
from tests.conftest import NOON
from tests.databases import a_database
from tests.jobs.test_holding import KEY, ROWS, edition


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
