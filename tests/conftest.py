"""Fixtures strategy.

- Domain tests (sanctions, screening, questions, answers) build what they need with `tests.builders`; no fixture.
- `lists_dir` is the folder of real published lists. Tests that need it skip, and say so, where it is absent:
  `SANCTIONS_TEST_LISTS`, else `../shared/lists` beside the repository.
- `session_factory` (tests/store/conftest and wherever a store is needed) is a migrated database of its own, on
  SQLite and, for tests marked so, on a real PostgreSQL server that the tests start.
- What takes seconds is made once: `a_begun_database` (tests/databases) has what is shipped in it, `made_once` and
  `a_store_of` (tests/once) share stores of real lists, and their indexes, between the workers of a run.
- Slack tests run the real Bolt app against the local workspace over real HTTP and WebSocket. Nothing is patched.
- Time is an argument: NOON is a Monday.
- Garbage in circles is looked for more seldom than Python would, and not among the tests collected: each look goes
  through them and through whole lists, and together they took a quarter of a run.
"""

from __future__ import annotations

import gc
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("unhurried")

gc.set_threshold(50_000, 10, 10)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ROOT = Path(__file__).resolve().parent.parent


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()


def find_lists() -> Path | None:
    folder = Path(os.environ.get("SANCTIONS_TEST_LISTS") or ROOT.parent / "shared" / "lists")
    return folder if (folder / "truth.json").exists() else None


@pytest.fixture(scope="session")
def lists_dir() -> Path:
    folder = find_lists()
    if folder is None:
        pytest.skip("the real lists are not here (SANCTIONS_TEST_LISTS)")
    return folder


@pytest.fixture(scope="session")
def truth(lists_dir: Path) -> dict[str, Any]:
    """Counts of the real lists, made by an independent reader."""
    found: dict[str, Any] = json.loads((lists_dir / "truth.json").read_text(encoding="utf-8"))
    return found
