"""The cost of a question beside the code in other checkouts and beside Jaro-Winkler, all in one run.

    python -m benchmarks.turns --beside FOLDER [FOLDER ...] [--names 1000000] [--questions 400] [--seed 4]

Each engine stands in a process of its own, for two checkouts have modules of one name, and builds its index anew, so
that no word is known to it. They take turns, some questions at a time, as in `cost` and `scale`: what else a machine
does weighs on all of them. Told is the CPU time of the median question, in milliseconds, and how often it goes into
Jaro-Winkler's.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from benchmarks.cost import AGAIN, Search, baseline_search, our_search, sample
from benchmarks.shared import ROOT, Harness, find_harness, listings_of
from bot.screening.screen import Index

BASELINE = "jw"
MANY = 500_000  # names from where on an engine that compares all is asked little at a time, as in `scale`


class Asked:
    """An engine in a process of its own, of the checkout in a folder."""

    def __init__(self, name: str, folder: Path, corpus: Path) -> None:
        command = [sys.executable, __file__, "--serve", name, "--corpus", str(corpus)]
        environ = os.environ | {"PYTHONPATH": str(folder)}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environ, cwd=folder, text=True
        )
        self.seconds([], ["Oleg Deripaska"])  # built, when it answers

    def seconds(self, again: list[str], questions: list[str]) -> list[float]:
        """CPU seconds of each question; those to be asked `again` before are not timed."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{json.dumps([again, questions])}\n")
        self._process.stdin.flush()
        found: list[float] = json.loads(self._process.stdout.readline())
        return found

    def end(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


def serve(search: Search) -> None:
    """Answer lines of questions by what each took, until there are no more."""
    gc.collect()
    for line in sys.stdin:
        again, questions = json.loads(line)
        for question in again:
            search(question)
        spent = []
        for question in questions:
            began = time.process_time()
            search(question)
            spent.append(time.process_time() - began)
        print(json.dumps(spent), flush=True)


def measure(engines: dict[str, Asked], questions: list[str], run: int, compared: int) -> dict[str, dict[str, float]]:
    """The engines by turns, `run` questions at a time; the baseline gets the first `compared` of them."""
    spent: dict[str, list[float]] = {name: [] for name in engines}
    names = [*engines]
    for turn, start in enumerate(range(0, len(questions), run)):
        first = turn % len(names)
        for name in names[first:] + names[:first]:
            if name != BASELINE or start < compared:
                again = questions[max(0, start - AGAIN) : start] if run > AGAIN else []
                spent[name] += engines[name].seconds(again, questions[start : start + run])
    told = {name: 1000 * median(times) for name, times in spent.items()}
    return {name: {"p50_ms": each, "into_jw": told[BASELINE] / each} for name, each in told.items()}


def corpus_of(harness: Harness, names: int) -> Path:
    from benchmarks import synthetic  # a process that serves needs none

    return synthetic.corpus_of(harness, names) if names else harness.data / "corpus.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.turns", description=__doc__)
    parser.add_argument("--beside", type=Path, nargs="+", default=[], help="other checkouts of the repository")
    parser.add_argument("--names", type=int, default=0, help="of a made corpus; without, the harness's own")
    parser.add_argument("--questions", type=int, default=400)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    parser.add_argument("--corpus", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    harness = find_harness()
    if harness is None:
        parser.error("the shared harness is not here")
    if given.serve:
        if given.serve == BASELINE:
            serve(baseline_search(harness.module("engines").make(BASELINE, given.corpus)))
        else:
            serve(our_search(Index.build(listings_of(given.corpus))))
        return
    os.environ["SANCTIONS_BENCH"] = str(harness.folder)
    corpus = corpus_of(harness, given.names)
    folders = {BASELINE: ROOT, "ours": ROOT} | {str(folder): folder.resolve() for folder in given.beside}
    engines = {name: Asked(name, folder, corpus) for name, folder in folders.items()}
    rows = sample(harness, given.questions if not given.names else 2 * given.questions, given.seed)
    asked = [row["query"] for row in rows if not given.names or row["set"] == "ssb"]
    run, compared = (3, 30) if given.names >= MANY else (100, len(asked))
    print(json.dumps(measure(engines, asked, run, compared), indent=1))
    for engine in engines.values():
        engine.end()


if __name__ == "__main__":
    main()
