"""The two OFAC lists that the relief options are measured on: SDN of 2023-12-28 and non-SDN of December 2025."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.lists.ofac import csv as ofac_csv
from bot.sanctions.listing import Listing
from bot.sanctions.register import Register
from tests.sanctions import brute_force

EDITIONS = {"us_ofac_sdn": "2023-12-28", "us_ofac_cons": "2025-12"}


def read_folder(folder: Path, key: str, names: dict[str, str]) -> tuple[Listing, ...]:
    files = {role: (folder / name).read_bytes() for role, name in names.items()}
    return ofac_csv.read(key, files).listings


@pytest.fixture(scope="session")
def sdn(lists_dir: Path) -> tuple[Listing, ...]:
    names = {"primary": "sdn.csv", "alt": "alt.csv", "add": "add.csv", "comments": "sdn_comments.csv"}
    return read_folder(lists_dir / "ofac_sdn" / "2023-12-28", "us_ofac_sdn", names)


@pytest.fixture(scope="session")
def cons(lists_dir: Path) -> tuple[Listing, ...]:
    names = {"primary": "cons_prim.csv", "alt": "cons_alt.csv", "add": "cons_add.csv", "comments": "cons_comments.csv"}
    return read_folder(lists_dir / "ofac_cons" / "2025-12", "us_ofac_cons", names)


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
