"""Two that write one file at once do not write over each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.batch.resuming import Kept
from bot.batch.screen import Job, screen_file
from bot.errors import BadInput
from bot.part_files import part_of
from tests.batch.conftest import against, job

__all__ = ["against", "job"]


def test_a_part_is_nobody_elses(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 250 + ".csv")
    parts = {part_of(target) for _ in range(100)}
    assert len(parts) == 100
    for part in parts:
        part.write_bytes(b"")
        part.unlink()


@pytest.mark.parametrize("target", ["out.csv", "out.xlsx"])
def test_a_second_run_into_the_same_file_is_refused_and_the_first_is_whole(
    job: Callable[..., Job], target: str
) -> None:
    first = job("name\nOleg Deripaska\n", target)
    tried = []

    def meanwhile(_: object) -> None:
        with pytest.raises(BadInput, match=f"Another run is writing {target}"):
            screen_file(first)
        tried.append(True)

    screen_file(first, meanwhile)
    assert tried
    assert sorted(path.name for path in first.target.parent.iterdir()) == ["in.csv", target]


def test_what_a_killed_run_left_is_gone(job: Callable[..., Job]) -> None:
    made = job("name\nOleg Deripaska\n", "out [1].csv")
    part_of(made.target).write_bytes(b"half of it")
    screen_file(made)
    assert sorted(path.name for path in made.target.parent.iterdir()) == ["in.csv", "out [1].csv"]


def test_what_was_kept_for_nothing_is_gone(tmp_path: Path) -> None:
    Kept(tmp_path / "a.progress", "key").close()
    assert not list(tmp_path.iterdir())
