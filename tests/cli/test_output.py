"""Where a command cannot read or write, it says so in one line; a mistyped database is no empty one in silence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run, runner

HERE = Path(__file__).resolve().parents[2]


def test_a_new_database_is_told_and_a_folder_that_is_not_there_is_refused(tmp_path: Path):
    bot = runner({"DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}"})
    assert "a new, empty one is made" in bot("lists", "status", "--json").err
    assert bot("lists", "status", "--json").err == ""
    lost = runner({"DATABASE_URL": f"sqlite:///{tmp_path / 'vra/bot.db'}"})
    ran = lost("lists", "status", "--json")
    assert ran.code == 2
    assert f"there is no folder {tmp_path / 'vra'}" in ran.err
    assert not (tmp_path / "vra").exists()
    assert lost("db", "upgrade").code == 0
    assert (tmp_path / "vra/bot.db").exists()


def test_a_file_that_cannot_be_written_is_said_in_one_line(sanctions_bot: Run, tmp_path: Path):
    ran = sanctions_bot("audit", "export", "-o", str(tmp_path / "no/folder.csv"))
    assert (ran.code, ran.err.count("\n")) == (2, 1)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_an_output_without_room_is_said_in_one_line(tmp_path: Path):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "config", "--json"], stdout=full, stderr=subprocess.PIPE, text=True, cwd=HERE,
            env={**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}"},
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "sanctions-bot: The output cannot be written or read: No space left on device.\n"
