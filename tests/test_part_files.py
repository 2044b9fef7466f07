"""Two that write one file at once do not write over each other."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.batch.resuming import Kept
from bot.batch.screen import Job, screen_file
from bot.errors import BadInput
from bot.part_files import PartFile
from tests.batch.conftest import against, job

__all__ = ["against", "job"]


def test_a_part_is_nobody_elses(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 250 + ".csv")
    parts = [PartFile(target) for _ in range(100)]
    assert len({part.path for part in parts}) == 100
    for part in parts:
        part.path.write_bytes(b"")
        part.drop()
    assert not list(tmp_path.iterdir())


def test_what_is_kept_stands_in_place_of_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")
    part = PartFile(target)
    part.path.write_text("new")
    assert target.read_text() == "old"
    part.keep()
    part.drop()
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link_and_what_it_names_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "out.csv", tmp_path / "link.csv"
    link.symlink_to(target)
    part = PartFile(link)
    part.path.write_text("new")
    part.keep()
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_pipe_or_a_device_is_written_as_it_is_and_stays_what_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    part = PartFile(pipe)
    part.path.write_text("through")
    part.keep()
    part.drop()
    assert os.read(read, 100) == b"through"
    assert pipe.is_fifo()
    os.close(read)
    assert PartFile(Path("/dev/full")).path == Path("/dev/full")


def test_a_full_disk_is_said_and_nothing_stands_where_it_was_to_go(job: Callable[..., Job]) -> None:
    """Writing to /dev/full fails as on a full disk; a link to it stands for the disk."""
    one = job("name\nOleg Deripaska\n", "out.csv")
    one.target.symlink_to("/dev/full")
    with pytest.raises(BadInput, match="No space left"):
        screen_file(one)
    assert Path("/dev/full").is_char_device()


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
    PartFile(made.target).path.write_bytes(b"half of it")
    screen_file(made)
    assert sorted(path.name for path in made.target.parent.iterdir()) == ["in.csv", "out [1].csv"]


def test_what_was_kept_for_nothing_is_gone(tmp_path: Path) -> None:
    Kept(tmp_path / "a.progress", "key").close()
    assert not list(tmp_path.iterdir())
