"""`loaded` is a database of its own; `load_editions` loads real editions into it, in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from jobs.deciding import LoadOutcome
from jobs.loading import load
from tests.conftest import NOON
from tests.databases import a_database

Load = Callable[..., list[LoadOutcome]]


@pytest.fixture
def sessions(tmp_path: Path) -> sessionmaker[Session]:
    return a_database(tmp_path)


@pytest.fixture
def load_sdn(lists_dir: Path, sessions: sessionmaker[Session]) -> Load:
    """Load SDN editions by their date."""

    def load_them(*days: str) -> list[LoadOutcome]:
        return [load(sessions, "us_ofac_sdn", lists_dir / "ofac_sdn" / day, day[:10], NOON) for day in days]

    return load_them
