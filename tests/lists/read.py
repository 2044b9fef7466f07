"""Reading an edition of the shared lists in whatever format it is."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from bot.lists.files import find_edition_files
from bot.lists.publishers import LISTS
from bot.lists.reading import Reading
from bot.sanctions.listing import Listing


@cache
def reading(key: str, path: Path) -> Reading:
    known = LISTS[key]
    return known.read(key, find_edition_files(known, path).files)


def truth_of(path: Path) -> dict[str, Any]:
    """The independent count beside an edition: of its one file."""
    (figures,) = json.loads((path / "truth.json").read_text(encoding="utf-8")).values()
    found: dict[str, Any] = figures
    return found


def of_types(listings: tuple[Listing, ...]) -> dict[str, int]:
    return dict(Counter(listing.schema.value for listing in listings))


def programs(listings: tuple[Listing, ...]) -> dict[str, int]:
    return dict(Counter(tag for listing in listings for tag in listing.programs))
