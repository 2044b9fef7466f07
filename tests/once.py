"""What is made once a run and shared by its workers: stores that hold real lists, and the indexes over them.

To read three lists and build their index takes a dozen seconds; to copy them takes none.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from store.database import open_engine, sessions
from store.snapshot import building
from store.snapshot.snapshots import Snapshots
from tests.databases import a_database


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name, filled by `make` for whichever worker asks first; the others wait for it."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "once" / name
    folder.parent.mkdir(exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder


def a_store_of(
    factory: pytest.TempPathFactory,
    name: str,
    fill: Callable[[sessionmaker[Session]], object],
    upon: Path | None = None,
) -> Path:
    """A folder of one's own with a SQLite database, `bot.db`, as `fill` has filled it once for all, and its index
    beside it. `upon` is the folder of a store that is copied and filled further; without one it begins empty."""

    def make(folder: Path) -> None:
        if upon is None:
            filled = a_database(folder)
        else:
            shutil.copyfile(upon / "bot.db", folder / "bot.db")
            filled = opened(folder)
        fill(filled)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(building, "LARGE", sys.maxsize)  # a process of its own would begin with a second of imports
            Snapshots(filled, index_dir=folder).newest()
        engine = filled.kw["bind"]
        assert isinstance(engine, Engine)
        engine.dispose()  # whoever closes it last writes its log into it

    return copied(made_once(factory, name, make), factory)


def copied(folder: Path, factory: pytest.TempPathFactory) -> Path:
    """A copy of a folder, to write in."""
    return Path(shutil.copytree(folder, factory.mktemp(folder.name), dirs_exist_ok=True))


def opened(folder: Path) -> sessionmaker[Session]:
    """The store in such a folder."""
    return sessions(open_engine(f"sqlite:///{folder / 'bot.db'}"))
