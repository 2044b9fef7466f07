"""The command line in this process, with settings of its own."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli import main
from tests.databases import a_begun_database_url, a_database_url
from tests.once import copied, made_once


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.out.count("\n") == 1, "one JSON object on stdout and nothing else"
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


def runner(env: dict[str, str]) -> Run:
    def run(*arguments: str, stdin: str | bytes | None = None, **more: str) -> Ran:
        result = CliRunner(env={**env, **more}).invoke(main, arguments, input=stdin, catch_exceptions=False)
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    """Commands set up logging; the next test shall not inherit a closed stream."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before


@pytest.fixture
def sanctions_bot(tmp_path: Path) -> Run:
    """On a database without lists."""
    return runner({"DATABASE_URL": a_begun_database_url(tmp_path, facts=False), "SANCTIONS_LISTS_MIRROR": ""})


@pytest.fixture(scope="session")
def loaded(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """On the UN list and the non-SDN list: small and real. Read only."""

    def over(folder: Path) -> Run:
        return runner({"DATABASE_URL": f"sqlite:///{folder / 'bot.db'}", "SANCTIONS_LISTS_MIRROR": str(lists_dir)})

    def make(folder: Path) -> None:
        a_database_url(folder)
        assert over(folder)("refresh", "un_sc", "us_ofac_cons").code == 0

    return over(copied(made_once(tmp_path_factory, "two-lists", make), tmp_path_factory))
