"""Frames of pandas and of Arrow, in this process and in two others, as engines call it."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pandas
import pyarrow
import pytest

from bot.batch.against import Against
from bot.batch.frames import FrameScreening
from bot.batch.heads import Role
from bot.batch.judged import COLUMNS
from bot.errors import BadInput

PARTIES = {
    "id": [1, 2, 3, 4],
    "customer": ["Oleg Deripaska", "Harbour Light", None, "N/A"],
    "land": ["RU", "NL", "", None],
}
VERDICTS = ["listed", "no_match", "", "not_checked"]


@pytest.fixture
def screening(against: Against) -> FrameScreening:
    return FrameScreening(against, {Role.NAME: "customer", Role.COUNTRY: "land"})


def in_arrow(rows: dict[str, list[Any]]) -> Any:
    return pyarrow.RecordBatch.from_pydict(rows)


def verdicts_of(frame: Any) -> list[str]:
    column = frame["verdict"]
    return list(column.to_pylist() if hasattr(column, "to_pylist") else column)


def engine_task(pickled: bytes) -> bytes:
    """What a worker of an engine does: unpack the function, call it with an iterator of frames, send frames back."""
    screening, frames = pickle.loads(pickled)
    return pickle.dumps(list(screening(iter(frames))))


@pytest.mark.parametrize("made", [pandas.DataFrame, in_arrow, pyarrow.Table.from_pydict])
def test_a_frame_comes_out_with_its_results_behind_its_own_columns(
    screening: FrameScreening, made: Callable[..., Any]
) -> None:
    frame = made(PARTIES)
    [out] = screening(iter([frame]))
    assert type(out) is type(frame)
    assert verdicts_of(out) == VERDICTS
    names = list(out.columns) if hasattr(out, "iloc") else out.schema.names
    assert names == ["id", "customer", "land", *COLUMNS]


@pytest.mark.parametrize("made", [pandas.DataFrame, in_arrow])
def test_two_processes_give_what_one_does(screening: FrameScreening, made: Callable[..., Any]) -> None:
    parts = [[made(PARTIES) for _ in range(3)] for _ in range(4)]
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        done = list(pool.map(engine_task, [pickle.dumps((screening, part)) for part in parts]))
    frames = [frame for part in done for frame in pickle.loads(part)]
    assert len(frames) == 12
    assert all(verdicts_of(frame) == VERDICTS for frame in frames)


def test_frames_are_taken_one_by_one(screening: FrameScreening) -> None:
    taken = []

    def frames() -> Iterator[Any]:
        for number in range(3):
            taken.append(number)
            yield pandas.DataFrame(PARTIES)

    out = screening(frames())
    next(out)
    assert taken == [0]


def test_an_empty_frame_has_the_columns_too(screening: FrameScreening) -> None:
    for made in (pandas.DataFrame, in_arrow):
        empty = {"id": [], "customer": [], "land": []}
        out = screening.one(made(empty) if made is pandas.DataFrame else pyarrow.RecordBatch.from_pydict(empty))
        assert verdicts_of(out) == []


def test_a_column_that_is_not_there_is_named(screening: FrameScreening) -> None:
    with pytest.raises(BadInput, match="no column “customer”"):
        screening.one(pandas.DataFrame({"name": ["x"]}))
