"""Work on the store in a process of its own: what it gives or raises comes back, and where it cannot it is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BadInput
from bot.lists.content import Spooled, whole
from store.database import open_engine, sessions, upgrade
from store.own_process import NoProcess, in_own_process


@pytest.fixture
def factory(tmp_path: Path) -> sessionmaker[Session]:
    engine = open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    upgrade(engine)
    return sessions(engine)


def where(factory: sessionmaker[Session], said: str) -> tuple[int, str, str]:
    return os.getpid(), str(factory.kw["bind"].url.database), said


def refuses(_: sessionmaker[Session]) -> None:
    raise BadInput("That is no list.")


def is_killed(_: sessionmaker[Session]) -> None:
    os.kill(os.getpid(), 9)


def takes_long(_: sessionmaker[Session]) -> None:
    import time

    time.sleep(60)


def read(_: sessionmaker[Session], file: Spooled) -> bytes:
    return whole(file)


def test_it_is_done_elsewhere_on_the_same_database(factory: sessionmaker[Session], tmp_path: Path):
    pid, database, said = in_own_process(where, factory, "hello")
    assert pid != os.getpid()
    assert (database, said) == (str(tmp_path / "bot.db"), "hello")


def test_what_it_raises_is_raised_here(factory: sessionmaker[Session]):
    with pytest.raises(BadInput, match="That is no list"):
        in_own_process(refuses, factory)


def test_one_that_is_killed_is_said(factory: sessionmaker[Session]):
    with pytest.raises(NoProcess, match="ended with -9"):
        in_own_process(is_killed, factory)


def test_one_that_takes_too_long_is_ended(factory: sessionmaker[Session]):
    with pytest.raises(NoProcess):
        in_own_process(takes_long, factory, seconds=0.1)


def test_a_large_file_is_handed_over(factory: sessionmaker[Session]):
    assert in_own_process(read, factory, Spooled([b"SDN", b"_FILE"])) == b"SDN_FILE"
