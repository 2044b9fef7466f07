"""A file of names in, a file with verdicts out. The door of this room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.batch.against import Against
from bot.batch.cells import Row
from bot.batch.columns import Layout, Wish
from bot.batch.csv_out import CsvFile
from bot.batch.judged import Judged, counted
from bot.batch.judging import CHUNK, chunks_of, cores, judged_chunks
from bot.batch.resuming import Kept, key_of
from bot.batch.tables import Table, body_of, open_table
from bot.batch.worst import Worst
from bot.batch.xlsx_out import XlsxFile
from bot.errors import BadInput
from bot.part_files import remove_parts

Progress = Callable[[Counter[str]], None]
"""Told how many rows of each verdict are done, chunk by chunk. What it raises ends the run; what was done is kept."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a file: rows by verdict, which columns were taken, what the file was taken for."""

    counts: dict[str, int]
    columns: dict[str, str]
    read_as: str
    above: int  # rows left out above the head
    resumed: int  # rows that an earlier run had done
    worst: Sequence[tuple[str, Judged]] = ()  # the names that most want to be looked at

    def as_json(self) -> dict[str, object]:
        return {**self.counts, "columns": self.columns, "read_as": self.read_as, "rows_above_the_head": self.above}


@dataclass(frozen=True, slots=True)
class Job:
    """A file to screen. `notes` are lines for the second sheet of a workbook; `kept` is where results wait while the
    run lasts, so that it can be stopped and gone on with."""

    source: Path
    target: Path
    against: Against
    wish: Wish
    notes: Sequence[tuple[str, object]] = ()
    workers: int = 0  # 0: one a core

    @property
    def kept(self) -> Path:
        return self.target.with_name(f"{self.target.name}.progress")


def screen_file(job: Job, progress: Progress = lambda done: None) -> Summary:
    """Screen every row and write the target, whole or not at all. Raises BadInput."""
    table, layout = open_table(job.source, job.wish)
    if job.target.exists() and job.target.samefile(job.source):
        raise BadInput("The results would be written over the file itself. Give -o another name.")
    try:
        return _screened(job, table, layout, progress)
    except OSError as error:
        raise BadInput(f"{job.target} cannot be written: {error.strerror or 'an error of the disk'}.") from error


def _screened(job: Job, table: Table, layout: Layout, progress: Progress) -> Summary:
    kept = Kept(job.kept, key_of(job.source, layout, job.against))
    remove_parts(job.target)  # of runs that were killed: nobody else is at it now
    counts: Counter[str] = Counter()
    worst = Worst()
    with closing(kept), closing(_results(job, table, layout, kept)) as results, _out(job, table, layout) as out:
        for rows, judged in results:
            counts.update(each.verdict for each in judged)
            worst.see(rows, judged, layout)
            out.write(zip(rows, judged, strict=True))
            progress(counts)
        summary = Summary(counted(counts), layout.columns, table.says, layout.above, kept.rows, worst.found)
        out.finish([*job.notes, *_notes(summary)])
    kept.done()
    return summary


def _results(job: Job, table: Table, layout: Layout, kept: Kept) -> Generator[tuple[list[Row], list[Judged]]]:
    """Chunks with their results: those of an earlier run first, then what is judged now, which is kept."""
    chunks = chunks_of(body_of(table, layout))
    for judged in kept.read():
        yield next(chunks), judged
    with closing(judged_chunks(chunks, layout, job.against, job.workers or cores())) as fresh:
        for rows, judged in fresh:
            if len(rows) == CHUNK:
                kept.add(judged)
            yield rows, judged


def _out(job: Job, table: Table, layout: Layout) -> CsvFile | XlsxFile:
    if job.target.suffix.casefold() == ".xlsx":
        return XlsxFile(job.target, layout.heads, job.against.editions)
    return CsvFile(job.target, layout.heads, job.against.editions, ";" if table.delimiter == ";" else ",")


def _notes(summary: Summary) -> list[tuple[str, object]]:
    """What the second sheet says of the file itself."""
    taken = ", ".join(f"{role}: “{head}”" for role, head in summary.columns.items())
    return [
        ("Columns taken", taken),
        ("Read as", summary.read_as),
        *((word.replace("_", " "), count) for word, count in summary.counts.items()),
    ]
