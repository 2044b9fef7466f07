"""Names in frames: for an engine that already spreads work over machines (Spark, Ray, Dask), or for a script.

    screened = FrameScreening(against, name="customer", country="land")
    spark_frame.mapInPandas(screened, schema)           # an iterator of pandas frames
    spark_frame.mapInArrow(screened, schema)            # of Arrow record batches
    ray_dataset.map_batches(screened.one, batch_format="pandas")

Nothing of these engines, nor pandas or Arrow, is needed here: a frame is what has their methods. What is sent to
another process is small; the file of names (`Against.index_file`, which `handlers.batch.packed` writes) must lie where
that process can read it, and is opened there once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.batch.against import Against
from bot.batch.cells import Cell, Row
from bot.batch.columns import Layout
from bot.batch.heads import NAMING, Role
from bot.batch.judged import COLUMNS, Judged
from bot.batch.judging import judged_rows
from bot.errors import BadInput


@dataclass(frozen=True)
class FrameScreening:
    """Screens frames; each comes out with the columns of `COLUMNS` behind its own, rows in order. `columns` name the
    column of each role, as in `--name-column` and its like."""

    against: Against
    columns: Mapping[Role, str]

    def __call__(self, frames: Iterable[Any]) -> Iterator[Any]:
        """One frame out for each in. Raises BadInput where a column is not there."""
        for frame in frames:
            yield self.one(frame)

    def one(self, frame: Any) -> Any:
        """A pandas frame, an Arrow record batch or table, with its results."""
        results = self._results(frame)
        said = {name: [cells[at] for cells in results] for at, name in enumerate(COLUMNS)}
        return _with_pandas(frame, said) if hasattr(frame, "iloc") else _with_arrow(frame, said)

    def _results(self, frame: Any) -> list[list[Any]]:
        heads = [str(head) for head in (frame.columns if hasattr(frame, "iloc") else frame.schema.names)]
        layout = Layout(0, True, tuple(heads), {role: self._at(heads, head) for role, head in self.columns.items()})
        if not any(role in layout.roles for role in NAMING):
            raise BadInput("Say which column holds the names.")
        judged = judged_rows(_rows(frame, layout), layout, self.against)
        return [_typed(each, self.against.editions) for each in judged]

    @staticmethod
    def _at(heads: Sequence[str], head: str) -> int:
        if head not in heads:
            raise BadInput(f"The frame has no column “{head}”. It has: {', '.join(heads)}.")
        return heads.index(head)


def _rows(frame: Any, layout: Layout) -> list[Row]:
    """The rows as cells, with nothing in the columns that are not used."""
    used = {at: _values(frame, at) for at in layout.roles.values()}
    empty = Cell(None)
    length = len(next(iter(used.values())))
    return [[_cell(used[at][row]) if at in used else empty for at in range(layout.width)] for row in range(length)]


def _values(frame: Any, at: int) -> Sequence[Any]:
    column = frame.iloc[:, at] if hasattr(frame, "iloc") else frame.column(at)
    values: Sequence[Any] = column.tolist() if hasattr(column, "tolist") else column.to_pylist()
    return values


def _cell(value: Any) -> Cell:
    """Not a number, which pandas puts where nothing is, is not equal to itself."""
    return Cell(None) if value is None or value != value else Cell(value)


def _typed(judged: Judged, editions: str) -> list[Any]:
    """The cells of a result; no score is None, so that the column is one of numbers."""
    cells: list[Any] = list(judged.cells(editions))
    score = COLUMNS.index("score")
    cells[score] = judged.score
    return cells


def _with_pandas(frame: Any, said: Mapping[str, list[Any]]) -> Any:
    frame = frame.assign(**said)
    frame["score"] = frame["score"].astype("float64")
    return frame


def _with_arrow(frame: Any, said: Mapping[str, list[Any]]) -> Any:
    """Arrow's own types are told by the values, but for a column that may be empty: the score."""
    import pyarrow  # type: ignore[import-untyped]  # who gives an Arrow frame has it

    types = {name: pyarrow.float64() if name == "score" else pyarrow.string() for name in said}
    made = {name: pyarrow.array(values, types[name]) for name, values in said.items()}
    own = {name: frame.column(at) for at, name in enumerate(frame.schema.names)}
    return type(frame).from_pydict({**own, **made})
