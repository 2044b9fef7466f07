"""How cost, memory and recall grow with the list: one process a size, so that memory is that of one index."""

from __future__ import annotations

import argparse
import ctypes
import gc
import json
import time
from pathlib import Path
from typing import Any

from benchmarks.cost import baseline_search, our_search, sample, spread, take_turns
from benchmarks.shared import WORK, Harness, find_harness, listings_of
from bot.screening.query import Query
from bot.screening.screen import Index

ALL = 400  # cases of a whole run: recall is then of every disturbed name, not of those that are timed


def memory() -> dict[str, float]:
    """Megabytes of this process now: its own, and those of files it has mapped. From Linux; 0 elsewhere."""
    status = Path("/proc/self/status")
    if not status.exists():
        return {"own": 0.0, "mapped": 0.0}
    kilobytes = {line.split(":")[0]: line.split()[1] for line in status.read_text().splitlines() if "kB" in line}
    return {"own": int(kilobytes["RssAnon"]) / 1024, "mapped": int(kilobytes["RssFile"]) / 1024}


def stored_at(names: int) -> Path:
    return WORK / f"scale-{names}.index"


def build(names: int) -> dict[str, Any]:
    """Build the index of a size from its listings, and store it."""
    before = memory()
    began, wall = time.process_time(), time.perf_counter()
    index = Index.build(listings_of(WORK / f"scale-{names}.jsonl"), version=f"scale-{names}")
    taken = {"build_cpu_s": time.process_time() - began, "build_wall_s": time.perf_counter() - wall}
    gc.collect()
    trim()
    after = memory()
    held = {"names": index.size, "parties": index.entities, "built_mb": after["own"] - before["own"]}
    path = stored_at(names)
    index.save(path)
    return taken | held | {"stored_mb": size_of(path) / 1e6}


def trim() -> None:
    """Give freed memory back, so that the building's own need is not counted as the index's."""
    try:
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    except OSError:
        return  # another C library, which gives back by itself or not at all


def size_of(path: Path) -> int:
    return sum(file.stat().st_size for file in path.rglob("*")) if path.is_dir() else path.stat().st_size


def ask(harness: Harness, names: int, cases: int, baselines: list[str]) -> dict[str, Any]:
    """Questions to the stored index of a size: CPU, recall among so many names, memory while answering."""
    before = memory()
    began, wall = time.process_time(), time.perf_counter()
    index = Index.load(stored_at(names))
    index.screen(Query("Oleg Deripaska"))
    start = {"start_cpu_s": time.process_time() - began, "start_wall_s": time.perf_counter() - wall}
    ssb = [row for row in sample(harness, 2 * cases) if row["set"] == "ssb"]
    spent = take_turns({"ours": our_search(index)}, [row["query"] for row in ssb])["ours"]
    ranks = [rank_of(index, row) for row in (all_of_ssb(harness) if cases >= ALL else ssb)]
    gc.collect()
    trim()
    after = memory()
    held = {"own_mb": after["own"] - before["own"], "mapped_mb": after["mapped"] - before["mapped"]}
    found: dict[str, Any] = {
        "names": index.size,
        "first": sum(rank == 1 for rank in ranks) / len(ranks),
        "five": sum(0 < rank <= 5 for rank in ranks) / len(ranks),
        "cases": len(ranks),
        "cpu_ms": {"ours": spread(spent)},
        "ours_beside": {},
    }
    corpus = WORK / f"scale-{names}.jsonl"
    for name in baselines:
        engine = harness.module("engines").make(name, corpus)
        count, run = (100, 10) if names < 500_000 else (30, 3)
        asked = [row["query"] for row in ssb[:count]]
        times = take_turns({"ours": our_search(index), name: baseline_search(engine)}, asked, warm=2, run=run)
        found["cpu_ms"][name] = spread(times[name])
        found["ours_beside"][name] = spread(times["ours"])  # by turns: what else the machine does weighs on both
        del engine
    return start | held | found


def all_of_ssb(harness: Harness) -> list[dict[str, Any]]:
    return [row for row in harness.rows("cases.jsonl") if row["set"] == "ssb" and row["corpus"] == "full"]


def rank_of(index: Index, row: dict[str, Any]) -> int:
    """The place of the first accepted party, 0 where none is found."""
    hits = index.screen(Query(row["query"]), limit=20).hits
    return next((at for at, hit in enumerate(hits, 1) if hit.entity_id in row["expect"]), 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("build", "ask"))
    parser.add_argument("names", type=int)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--baselines", nargs="*", default=[])
    given = parser.parse_args()
    harness = find_harness()
    if harness is None:
        parser.error("the shared harness is not here")
    measured = build(given.names) if given.step == "build" else ask(harness, given.names, given.cases, given.baselines)
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
