"""Databases for tests, migrated.

`a_database(tmp_path)` is a SQLite database of its own, and quick: it is migrated once a run and copied from then on.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from store.database import open_engine, sessions, upgrade


def a_database(folder: Path) -> sessionmaker[Session]:
    """A fresh migrated SQLite database, `bot.db` in the folder. Nothing needs closing but sessions."""
    return sessions(open_engine(a_database_url(folder)))


def a_database_url(folder: Path) -> str:
    """The same, for what takes an address (DATABASE_URL)."""
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
