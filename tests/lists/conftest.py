"""Real editions, read once a run: `edition("ofac_sdn/2023-12-28")` gives its listings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.lists.publishers import LISTS
from bot.lists.reading import Reading
from tests.lists.read import reading

FOLDERS = {known.mirror: known for known in LISTS.values() if known.mirror}


@pytest.fixture(scope="session")
def edition(lists_dir: Path) -> Callable[[str], Reading]:
    def read(place: str) -> Reading:
        return reading(FOLDERS[place.split("/")[0]].key, lists_dir / place)

    return read
