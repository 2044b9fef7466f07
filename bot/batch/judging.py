"""Rows judged in order: in this process while they are few, over all cores when they are many."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from bot.batch.against import Against
from bot.batch.cells import Row
from bot.batch.columns import Layout
from bot.batch.judged import Judged
from bot.batch.parties import party_of
from bot.garbage import collect_seldom

CHUNK = 500  # rows that go to a process, and come back, together
FEW = 4_000  # rows for which no process is worth its start
MEANWHILE = 3  # chunks that are judged here while the processes begin, which takes a second or two
_AHEAD = 3  # chunks for each process that wait: memory stays the same however long a file is

Chunk = list[Row]


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def chunks_of(rows: Iterable[Row]) -> Iterator[Chunk]:
    rows = iter(rows)
    while chunk := list(itertools.islice(rows, CHUNK)):
        yield chunk


def judged_chunks(
    chunks: Iterator[Chunk], layout: Layout, against: Against, workers: int
) -> Generator[tuple[Chunk, list[Judged]]]:
    """Each chunk with its results, in order. Closing the iterator ends the processes."""
    first = list(itertools.islice(chunks, FEW // CHUNK + 1)) if workers > 1 else []
    if len(first) * CHUNK > FEW:
        yield from _by_processes(itertools.chain(first, chunks), layout, against, workers)
        return
    for chunk in itertools.chain(first, chunks):
        yield chunk, judged_rows(chunk, layout, against)


def judged_rows(rows: Iterable[Row], layout: Layout, against: Against) -> list[Judged]:
    return against.judge_all([party_of(row, layout) for row in rows])


def _by_processes(
    chunks: Iterator[Chunk], layout: Layout, against: Against, workers: int
) -> Generator[tuple[Chunk, list[Judged]]]:
    # Spawned, not forked: the program has threads, in Slack many.
    spawned = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, spawned, initializer=_begin, initargs=(layout, against))
    waiting: deque[tuple[Chunk, Future[list[Judged]]]] = deque()
    try:
        begun = list(itertools.islice(chunks, MEANWHILE))
        for chunk in itertools.islice(chunks, workers * _AHEAD):
            waiting.append((chunk, pool.submit(_judge, chunk)))
        for chunk in begun:
            yield chunk, judged_rows(chunk, layout, against)
        for chunk in chunks:
            done, future = waiting.popleft()
            waiting.append((chunk, pool.submit(_judge, chunk)))
            yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Process:
    """What a process of the pool is given once, when it begins."""

    layout: Layout
    against: Against


def _begin(layout: Layout, against: Against) -> None:
    """An interrupt is for the parent, which ends the pool. Where the parent was killed nobody does: then this process
    ends by itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="end with the parent", daemon=True).start()
    _Process.layout, _Process.against = layout, against
    collect_seldom()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _judge(chunk: Chunk) -> list[Judged]:
    return judged_rows(chunk, _Process.layout, _Process.against)
