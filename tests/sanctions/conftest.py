"""The two OFAC lists that the relief options are measured on: SDN of 2023-12-28 and non-SDN of December 2025."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.sanctions.listing import Listing
from bot.sanctions.register import Register
from tests.lists.read import reading
from tests.sanctions import brute_force

EDITIONS = {"us_ofac_sdn": "2023-12-28", "us_ofac_cons": "2025-12"}


@pytest.fixture(scope="session")
def sdn(lists_dir: Path) -> tuple[Listing, ...]:
    return tuple(reading("us_ofac_sdn", lists_dir / "ofac_sdn" / "2023-12-28").listings)


@pytest.fixture(scope="session")
def cons(lists_dir: Path) -> tuple[Listing, ...]:
    return tuple(reading("us_ofac_cons", lists_dir / "ofac_cons" / "2025-12").listings)


@pytest.fixture(scope="session")
def register(sdn: tuple[Listing, ...], cons: tuple[Listing, ...]) -> Register:
    return Register.of((*sdn, *cons), EDITIONS)


@pytest.fixture(scope="session")
def raw_rows(lists_dir: Path) -> list[brute_force.Row]:
    return brute_force.rows_of(lists_dir)


@pytest.fixture(scope="session")
def expected(raw_rows: list[brute_force.Row]) -> dict[str, dict[str, Any]]:
    """What each option shipped comes to by the second calculation; worked out once a run, for it is slow."""
    raw = yaml.safe_load((files("bot") / "data" / "relief" / "options.yml").read_text(encoding="utf-8"))
    return {one["key"]: brute_force.outcome(one, raw_rows, raw["groups"]) for one in raw["options"]}
