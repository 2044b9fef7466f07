"""A desk over the real lists (once a run; nothing here writes lists), and one over the starter set."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

import handlers.ask
from bot.answers.document import Answer
from handlers.desk import Asker, Desk, DeskSettings
from jobs.refresh import refresh
from jobs.starter import load_starter_content
from tests.conftest import NOON
from tests.databases import a_begun_database
from tests.once import a_store_of, opened

KEYS = ("us_ofac_sdn", "us_ofac_cons", "un_sc")
EDITIONS = ("ofac_sdn/2023-12-28", "ofac_cons/2025-12", "un/2026-02-27")
Ask = Callable[..., Answer]


def just(editions: Iterable[str], lists: Path, mirror: Path) -> Path:
    """A mirror of these editions alone: what else the folder of lists holds changes no answer."""
    for edition in editions:
        (mirror / edition).parent.mkdir(parents=True, exist_ok=True)
        (mirror / edition).symlink_to((lists / edition).resolve(), target_is_directory=True)
    return mirror


def three_lists(lists_dir: Path, factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with SDN 28 Dec 2023, non-SDN Dec 2025, UN 27 Feb 2026, the illustrative options and the
    briefing; and of its index."""

    def fill(sessions: sessionmaker[Session]) -> None:
        load_starter_content(sessions, NOON)
        refresh(sessions, KEYS, just(EDITIONS, lists_dir, factory.mktemp("mirror")), NOON)

    return a_store_of(factory, "three-lists", fill)


@pytest.fixture(scope="session")
def desk(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """On the three lists."""
    folder = three_lists(lists_dir, tmp_path_factory)
    return Desk(opened(folder), lambda: NOON, DeskSettings(index_dir=folder))


@pytest.fixture(scope="session")
def starter_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(a_begun_database(tmp_path_factory.mktemp("starter")), lambda: NOON)


@pytest.fixture(scope="session")
def ask(desk: Desk) -> Ask:
    return asking(desk)


@pytest.fixture(scope="session")
def ask_starter(starter_desk: Desk) -> Ask:
    return asking(starter_desk)


def asking(desk: Desk) -> Ask:
    def ask(text: str, asker: Asker | None = None) -> Answer:
        return handlers.ask.answer_all(desk.understand(text), desk, asker)

    return ask
