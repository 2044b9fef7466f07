"""Whatever a command writes is for its owner alone: it may hold names, questions or tokens."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.batch.resuming import Kept
from bot.part_files import PartFile
from bot.workspace.slack.keeping import write as keep_conversation
from tests.cli.conftest import Run, runner
from tests.lists.files import UN_XML


@pytest.fixture(autouse=True)
def _a_mask_that_lets_others_read() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def for_others(folder: Path) -> list[str]:
    """The files under a folder that others than their owner may read or write."""
    return [
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and path.stat().st_mode & 0o77
    ]


def test_whatever_the_commands_write_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Database and what lies beside it, the index of names, results of a batch, the audit, tables of options."""
    given, made = tmp_path / "given", tmp_path / "made"
    given.mkdir()
    (given / "consolidated.xml").write_bytes(UN_XML)
    (given / "names.csv").write_text("name\nEric Badege\nJane Roe\n")
    run: Run = runner({"DATABASE_URL": f"sqlite:///{made}/bot.db", "SANCTIONS_LISTS_MIRROR": ""})
    assert run("db", "upgrade").code == 0
    assert run("lists", "load", "un_sc", str(given / "consolidated.xml"), "--published", "2026-02-27").code == 0
    for arguments in (
        ("ask", "is Eric Badege sanctioned?"),
        ("screen", str(given / "names.csv"), "-o", str(made / "out.csv")),
        ("screen", str(given / "names.csv"), "-o", str(made / "out.xlsx")),
        ("audit", "export", "-o", str(made / "audit.csv")),
        ("audit", "export", "-o", str(made / "audit.json")),
    ):
        ran = run(*arguments)
        assert ran.code == 0, ran.err
    assert {path.name for path in made.iterdir()} >= {"bot.db", "out.csv", "out.xlsx", "audit.csv", "audit.json"}
    assert for_others(made) == []


def test_what_is_kept_between_two_runs_is_too(tmp_path: Path) -> None:
    (tmp_path / "local-workspace.new").write_text("left by a run that was killed")
    keep_conversation(tmp_path / "local-workspace.json", "{}")
    kept, part = Kept(tmp_path / "out.csv.progress", "key"), PartFile(tmp_path / "report.csv")
    kept.add([])
    part.path.write_text("Jane Roe")
    assert len(list(tmp_path.iterdir())) >= 3
    assert for_others(tmp_path) == []
    kept.close()
    part.drop()
