"""The real lists, loaded once: OFAC's two and the UN's. Read only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.batch.against import Against
from bot.batch.columns import Wish
from bot.batch.screen import Job
from bot.sanctions.standing import NOTHING_KNOWN
from bot.screening.policy import STANDARD
from bot.screening.screen import Index
from tests.builders import a_listing, a_person
from tests.cli.conftest import Run, runner
from tests.handlers.ask.conftest import three_lists


@pytest.fixture(scope="session")
def screened_with(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The command line on a database with the three lists."""
    folder = three_lists(lists_dir, tmp_path_factory)
    return runner({"DATABASE_URL": f"sqlite:///{folder / 'bot.db'}", "SANCTIONS_LISTS_MIRROR": str(lists_dir)})


@pytest.fixture(scope="session")
def against(tmp_path_factory: pytest.TempPathFactory) -> Against:
    """Two parties: what does not need the real lists."""
    index = Index.build([a_person(), a_listing("ROSNEFT OIL COMPANY", entity_id="ofac-17022")], "two parties")
    path = tmp_path_factory.mktemp("against") / "names.index"
    return Against.kept(index, path, STANDARD, NOTHING_KNOWN, "us_ofac_sdn 2023-12-28")


@pytest.fixture
def job(tmp_path: Path, against: Against) -> Callable[..., Job]:
    """A file of names in this folder, and where its results go."""

    def made(content: str | bytes, target: str = "out.csv", workers: int = 1, name: str = "in.csv") -> Job:
        source = tmp_path / name
        source.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Job(source, tmp_path / target, against, Wish(), workers=workers)

    return made
