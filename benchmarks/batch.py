"""The command line as people use it: how fast it starts, and how fast two processes screen a stream of names.

    python -m benchmarks.batch --beside FOLDER [--names 4000]     beside the code in another checkout, in one run

Streams of both are open at once and take turns, a piece of the names at a time, each beginning every other: what else a
machine does then weighs on both. Told are the names for each second of CPU, by the median and by the least of some
rounds of each piece, each with streams of its own, and the ratio of every piece. Needs Linux, which tells what a
process has spent.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy import run_quietly
from benchmarks.cost import sample
from benchmarks.shared import ROOT, WORK, Harness, find_harness

PROCESSES = 2
ROUNDS, PIECE = 3, 100  # names of a piece, for each process
WARM = 20  # names that are asked before
AS_MODULE = (sys.executable, "-m", "bot")  # of the checkout that PYTHONPATH names


def bot(*arguments: str) -> list[str]:
    return [str(Path(sys.executable).parent / "sanctions-bot"), *arguments]


def on_own_database(name: str) -> dict[str, str]:
    """An environment in which the bot keeps all it stores under var/bench, in a fresh database."""
    for old in WORK.glob(f"{name}.db*"):
        old.unlink()
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}  # as users start it
    return kept | {"DATABASE_URL": f"sqlite:///{WORK / name}.db"}


def measure(harness: Harness, names: int) -> dict[str, Any]:
    """`names` are shared by the processes. Start-up is measured apart and taken off."""
    environ = on_own_database("batch")
    run_quietly(bot("lists", "load", "ftm:bench", str(ftm_corpus(harness))), environ, WORK / "batch-load.txt")
    one = WORK / "batch-one.jsonl"
    write_requests(one, ["Oleg Deripaska"])
    first = timed([one], environ)
    starts = [timed([one], environ) for _ in range(3)]
    start = min(starts, key=lambda each: each["cpu_s"])
    queries = [row["query"] for row in sample(harness, names)]
    files = [WORK / f"batch-{number}.jsonl" for number in range(PROCESSES)]
    for number, path in enumerate(files):
        write_requests(path, queries[number::PROCESSES])
    whole = timed(files, environ)
    cpu = whole["cpu_s"] - PROCESSES * start["cpu_s"]
    wall = whole["wall_s"] - start["wall_s"]
    return {
        "first_start": first,
        "start": start,
        "names": len(queries),
        "processes": PROCESSES,
        "names_a_second": len(queries) / wall,
        "names_a_cpu_second": len(queries) / cpu,
        "file_beside_stream": beside_the_stream(queries, environ),
    }


def beside_the_stream(names: list[str], environ: dict[str, str]) -> float:
    """How many names `screen FILE` does for each that `screen --jsonl` does in the same CPU time: one process each, by
    turns, what start-up takes taken off."""
    few, all_names = names[:1], names
    cost = {}
    for kind in (file_cpu, stream_cpu):
        cost[kind] = min(kind(all_names, environ) for _ in range(2)) - min(kind(few, environ) for _ in range(2))
    return cost[stream_cpu] / cost[file_cpu]


def stream_cpu(names: list[str], environ: dict[str, str]) -> float:
    asked = WORK / "batch-stream.jsonl"
    write_requests(asked, names)
    return timed([asked], environ)["cpu_s"]


def file_cpu(names: list[str], environ: dict[str, str]) -> float:
    """CPU seconds of `screen FILE -o OUT`, in one process."""
    table, out = WORK / "batch-names.csv", WORK / "batch-names-screened.csv"
    with table.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows([["name"], *([name] for name in names)])
    before = os.times()
    run_quietly(bot("screen", str(table), "-o", str(out), "--workers", "1"), environ, WORK / "batch-file.txt")
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def ftm_corpus(harness: Harness) -> Path:
    """The corpus as the harness hands it to the bot."""
    path = WORK / "corpus.ftm.jsonl"
    if not path.exists():
        rows = map(harness.module("engines").as_ftm, harness.rows("corpus.jsonl"))
        harness.module("common").write_jsonl(path, rows)
    return path


def write_requests(path: Path, names: list[str]) -> None:
    requests = (json.dumps({"id": str(n), "name": name}, ensure_ascii=False) for n, name in enumerate(names))
    path.write_text("\n".join(requests) + "\n", encoding="utf-8")


def beside(harness: Harness, other: Path, names: int) -> dict[str, Any]:
    """Names for each CPU second of two processes, of this code and of that in another checkout; and their ratio."""
    queries = [row["query"] for row in sample(harness, names)]
    environs = {}
    for label, folder in (("ours", ROOT), ("other", other.resolve())):
        environs[label] = on_own_database(f"beside-{label}") | {"PYTHONPATH": str(folder)}
        load = [sys.executable, "-m", "bot", "lists", "load", "ftm:bench", str(ftm_corpus(harness))]
        run_quietly(load, environs[label], WORK / f"beside-{label}-load.txt")
    pieces = [queries[at : at + PROCESSES * PIECE] for at in range(WARM, len(queries), PROCESSES * PIECE)]
    spent: dict[str, list[list[float]]] = {label: [[] for _ in pieces] for label in environs}
    for _ in range(ROUNDS):
        streams = {label: [Stream(environ) for _ in range(PROCESSES)] for label, environ in environs.items()}
        for open_streams in streams.values():
            together(open_streams, queries[:WARM])
        for at, piece in enumerate(pieces):
            for label in [*environs][:: -1 if at % 2 else 1]:
                spent[label][at].append(together(streams[label], piece))
        for stream in [each for open_streams in streams.values() for each in open_streams]:
            stream.end()
    ours, others = ([statistics.median(times) for times in spent[label]] for label in environs)
    told: dict[str, Any] = {"ratio of each piece": [round(b / a, 3) for a, b in zip(ours, others, strict=True)]}
    measures: dict[str, Callable[[list[float]], float]] = {"median": statistics.median, "least": min}
    for name, of in measures.items():
        rates = {label: sum(map(len, pieces)) / sum(of(times) for times in each) for label, each in spent.items()}
        told[name] = rates | {"ratio": rates["ours"] / rates["other"]}
    return told


class Stream:
    """`screen --jsonl` of the checkout that the environment names, open."""

    def __init__(self, environ: dict[str, str]) -> None:
        run = [*AS_MODULE, "screen", "--jsonl"]
        self._process = subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environ, cwd=WORK)
        assert self._process.stdin
        assert self._process.stdout
        self._asked, self._answered = self._process.stdin, self._process.stdout

    def ask(self, names: Sequence[str]) -> None:
        """Few enough for a pipe to hold: nobody reads the answers meanwhile."""
        self._asked.write("".join(f"{json.dumps({'id': '1', 'name': name})}\n" for name in names).encode())
        self._asked.flush()

    def wait(self, names: int) -> None:
        for _ in range(names):
            if not self._answered.readline():
                raise RuntimeError("screen --jsonl has ended")

    @property
    def cpu(self) -> float:
        """Seconds that it has spent."""
        return int(Path(f"/proc/{self._process.pid}/schedstat").read_text().split()[0]) / 1e9

    def end(self) -> None:
        self._asked.close()
        self._process.wait()


def together(streams: Sequence[Stream], names: Sequence[str]) -> float:
    """CPU seconds of all streams for the names, which they share, all at once."""
    before = sum(stream.cpu for stream in streams)
    parts = [names[at :: len(streams)] for at in range(len(streams))]
    for stream, part in zip(streams, parts, strict=True):
        stream.ask(part)
    for stream, part in zip(streams, parts, strict=True):
        stream.wait(len(part))
    return sum(stream.cpu for stream in streams) - before


def timed(requests: list[Path], environ: dict[str, str]) -> dict[str, float]:
    """One `screen --jsonl` for each file of requests, all at once; wall and CPU seconds until the last has ended."""
    began, before = time.perf_counter(), os.times()
    running = []
    for path in requests:
        with path.open("rb") as asked, path.with_suffix(".out").open("wb") as answered:
            running.append(
                subprocess.Popen(bot("screen", "--jsonl"), stdin=asked, stdout=answered, env=environ, cwd=WORK)
            )
    codes = [process.wait() for process in running]
    if any(codes):
        raise RuntimeError(f"screen --jsonl ended with {codes}")
    after = os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return {"wall_s": time.perf_counter() - began, "cpu_s": cpu}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=__doc__)
    parser.add_argument("--beside", type=Path, required=True, help="another checkout of the repository")
    parser.add_argument("--names", type=int, default=4_000)
    given = parser.parse_args()
    harness = find_harness()
    if harness is None:
        parser.error("the shared harness is not here")
    print(json.dumps(beside(harness, given.beside, given.names)))


if __name__ == "__main__":
    main()
