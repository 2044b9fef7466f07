"""Long files: over several processes, stopped and gone on with, whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from bot.batch.judging import CHUNK, FEW
from bot.batch.screen import Job, screen_file
from bot.errors import BadInput

Made = Callable[..., Job]


def names(rows: int) -> str:
    """Every hundredth is listed."""
    lines = [f"{n},{'Oleg Deripaska' if n % 100 == 0 else f'Harbour Light {n} Shipping'}" for n in range(rows)]
    return "id,name\n" + "\n".join(lines) + "\n"


class Stop(Exception):
    """Somebody pressed Cancel."""


def stop_after(rows: int) -> Callable[[Counter[str]], None]:
    def look(done: Counter[str]) -> None:
        if done.total() >= rows:
            raise Stop

    return look


def test_two_processes_write_what_one_does(job: Made) -> None:
    rows = FEW + 3 * CHUNK + 7
    one = screen_file(job(names(rows), "one.csv", workers=1))
    two = screen_file(job(names(rows), "two.csv", workers=2))
    assert one == two
    assert (two.counts["rows"], two.counts["listed"]) == (rows, -(-rows // 100))
    folder = job("name\nx\n").target.parent
    assert (folder / "one.csv").read_bytes() == (folder / "two.csv").read_bytes()


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("target", ["out.csv", "out.xlsx"])
def test_a_run_that_is_stopped_leaves_no_result_and_goes_on_where_it_was(job: Made, target: str, workers: int) -> None:
    rows = FEW + 4 * CHUNK + 1 if workers == 2 else 4 * CHUNK + 1
    begun = job(names(rows), target, workers)
    with pytest.raises(Stop):
        screen_file(begun, stop_after(rows - 2 * CHUNK))
    assert not begun.target.exists()
    assert begun.kept.exists()
    again = screen_file(begun)
    assert again.resumed >= rows - 3 * CHUNK
    assert (again.counts["rows"], again.counts["listed"]) == (rows, -(-rows // 100))
    assert not begun.kept.exists()
    if target == "out.csv":
        resumed = begun.target.read_bytes()
        screen_file(job(names(rows), "whole.csv", workers))
        assert resumed == begun.target.with_name("whole.csv").read_bytes()


def test_a_run_that_was_killed_while_it_wrote_loses_that_chunk_alone(job: Made) -> None:
    begun = job(names(3 * CHUNK))
    with pytest.raises(Stop):
        screen_file(begun, stop_after(2 * CHUNK))
    text = begun.kept.read_text(encoding="utf-8")
    begun.kept.write_text(text[:-40], encoding="utf-8")
    again = screen_file(begun)
    assert again.resumed == CHUNK
    assert (again.counts["rows"], again.counts["listed"]) == (3 * CHUNK, 15)


def test_another_file_of_that_name_begins_anew(job: Made) -> None:
    with pytest.raises(Stop):
        screen_file(job(names(3 * CHUNK)), stop_after(CHUNK))
    again = screen_file(job(names(3 * CHUNK + 1)))
    assert (again.resumed, again.counts["rows"]) == (0, 3 * CHUNK + 1)


def test_the_ten_that_most_want_to_be_looked_at_are_named(job: Made) -> None:
    summary = screen_file(job(names(1_500) + "x,Rosneft Oil\n"))
    assert len(summary.worst) == 10
    assert all(judged.verdict == "listed" for _, judged in summary.worst)


def test_what_cannot_be_written_is_said(job: Made) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        screen_file(job("name\nRosneft\n", "no/such/folder/out.csv"))
