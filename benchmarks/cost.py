"""What one question costs: process CPU time, the engines taking turns in one process on the same questions."""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.shared import ROOT, WORK, Harness, find_harness, listings_of
from bot.screening.query import Query
from bot.screening.screen import Index

LIMIT = 20  # as the harness asks
OTHERS, STEADY = 3_000, "ours, steady"  # questions answered before, as by a bot that has been running for some hours
AGAIN = 5  # questions asked again, untimed, when an engine's turn comes: they bring its data back into the caches
CROWDED = ", crowded"  # the other engines asked between any two questions of one
Search = Callable[[str], Sequence[tuple[str, float]]]


def in_child(module: str, *arguments: str, timeout: int = 3600) -> dict[str, Any]:
    """Measure in a process of its own, which prints one JSON object: nothing else is in its memory."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command,
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        env=os.environ | {"BENCH_OUT": str(WORK)},
        timeout=timeout,
    )
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def sample(harness: Harness, cases: int, seed: int = 4) -> list[dict[str, Any]]:
    """Questions of all kinds: half are listed names disturbed, a third are people not listed, the rest near misses."""
    rows = [row for row in harness.rows("cases.jsonl") if row["corpus"] == "full"]
    dice = random.Random(seed)
    shares = (("ssb", cases // 2), ("negatives_", cases // 3), ("ssb_negative", cases - cases // 2 - cases // 3))
    taken: list[dict[str, Any]] = []
    for kind, count in shares:
        part = [row for row in rows if row["set"] == kind or (kind.endswith("_") and row["set"].startswith(kind))]
        taken += dice.sample(part, min(count, len(part)))
    dice.shuffle(taken)
    return taken


def quantile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(seconds: list[float]) -> dict[str, float]:
    """Milliseconds of CPU: the middle, the 95th and the 99th of a hundred."""
    return {f"p{round(100 * q)}": 1000 * quantile(seconds, q) for q in (0.5, 0.95, 0.99)} | {"questions": len(seconds)}


def our_search(index: Index) -> Search:
    def search(name: str) -> list[tuple[str, float]]:
        return [(hit.entity_id, hit.score) for hit in index.screen(Query(name), limit=LIMIT).hits]

    return search


def baseline_search(engine: Any) -> Search:
    return lambda name: engine.search(name, None, LIMIT)


def take_turns(
    engines: dict[str, Search], questions: list[str], warm: int = 20, run: int = 100
) -> dict[str, list[float]]:
    """CPU seconds of each engine for each question. The engines take turns, `run` questions at a time: a turn for every
    question would have each find the processor's caches full of the others' data, which no user's machine is."""
    names = list(engines)
    spent: dict[str, list[float]] = {name: [] for name in names}
    for name in names:
        for question in questions[:warm]:
            engines[name](question)
    for turn, start in enumerate(range(0, len(questions), run)):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            for question in questions[max(0, start - AGAIN) : start] if run > 1 else ():
                engines[name](question)
            for question in questions[start : start + run]:
                began = time.process_time()
                engines[name](question)
                spent[name].append(time.process_time() - began)
    return spent


def measure(harness: Harness, corpus: Path, baselines: list[str], cases: int) -> dict[str, Any]:
    questions = [row["query"] for row in sample(harness, cases)]
    searches: dict[str, Search] = {}
    built: dict[str, float] = {}
    began = time.process_time()
    searches["ours"] = our_search(Index.build(listings_of(corpus)))
    built["ours"] = time.process_time() - began
    for name in baselines:
        began = time.process_time()
        searches[name] = baseline_search(harness.module("engines").make(name, corpus))
        built[name] = time.process_time() - began
    gc.collect()
    spent = take_turns(searches, questions)
    fresh = questions_of_others(harness, questions, cases)
    for name, times in take_turns(searches, fresh[: cases // 4], run=1).items():
        spent[f"{name}{CROWDED}"] = times
    for row in sample(harness, OTHERS, seed=5):
        searches["ours"](row["query"])
    spent[STEADY] = take_turns({"ours": searches["ours"]}, fresh[cases:])["ours"]
    return {"build_cpu_s": built, "cpu_ms": {name: spread(times) for name, times in spent.items()}}


def questions_of_others(harness: Harness, known: list[str], cases: int) -> list[str]:
    """Twice as many questions again, none of which has been asked."""
    taken = {row["query"] for row in sample(harness, OTHERS, seed=5)} | set(known)
    return [row["query"] for row in sample(harness, OTHERS, seed=6) if row["query"] not in taken][: 2 * cases]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--baselines", nargs="*", default=[])
    parser.add_argument("--cases", type=int, default=300)
    given = parser.parse_args()
    harness = find_harness()
    if harness is None:
        parser.error("the shared harness is not here")
    corpus = given.corpus or harness.data / "corpus.jsonl"
    print(json.dumps(measure(harness, corpus, given.baselines, given.cases)))


if __name__ == "__main__":
    main()
