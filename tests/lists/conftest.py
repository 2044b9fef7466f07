"""Real editions, read once a run: `edition("ofac_sdn/2023-12-28")` gives its listings."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from bot.lists.files import find_edition_files
from bot.lists.publishers import LISTS
from bot.lists.reading import Reading

FOLDERS = {known.mirror: known for known in LISTS.values() if known.mirror}


@pytest.fixture(scope="session")
def edition(lists_dir: Path) -> Callable[[str], Reading]:
    @cache
    def read(place: str) -> Reading:
        known = FOLDERS[place.split("/")[0]]
        assert known.reader is not None
        return known.reader(known.key, find_edition_files(known, lists_dir / place).files)

    return read
