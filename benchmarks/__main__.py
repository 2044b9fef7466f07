"""`make bench`: measure, print the table of what must be reached, write docs/benchmarks.md and its pictures."""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from benchmarks import accuracy, batch, labelled, page, synthetic, targets
from benchmarks.cost import in_child
from benchmarks.shared import ROOT, Harness, find_harness, save_part, saved_part, side_by_side

BASELINES = ["tokensort", "trigram", "jw"]
OTHERS = ["wratio", "tokenset", "logicv2"]
SIZES = [10_000, 100_000, 1_000_000]
PARTS = (
    "wild",
    "accuracy",
    "unseen",
    "cost",
    "scale",
    "batch",
    "sets",
    "verdicts",
    "brevity",
    "relief",
    "understanding",
    "loading",
    "lists",
    "beside",
    "inverse",
    "pairs",
)
COUNTED = ("wild", "unseen", "sets", "verdicts", "brevity", "relief")  # in processes of their own, by no clock
SEEDS = ("21", "22", "23")  # of unseen cases; on others some were looked at
Step = tuple[str, Callable[[], dict[str, Any]]]  # the name under which it is kept, and what measures it


def main() -> None:
    given = arguments()
    if given.pairs:
        print(json.dumps(labelled.measure(given.pairs), indent=1))
        return
    harness = find_harness()
    if harness is None:
        print("The shared harness is not here (SANCTIONS_BENCH, else ../shared/bench): nothing is measured.")
        return
    steps = plan(harness, given)
    side_by_side(partial(take, given), [step for step in steps if step[0] in COUNTED])
    for step in steps:
        if step[0] not in COUNTED:
            take(given, step)
    scales = [f"scale-{size}" for size in SIZES]
    names = [name for part in PARTS for name in (scales if part == "scale" else [part])]
    parts = {name: part for name in names if (part := saved_part(name))}
    pictures(parts, given.baselines)
    page.write(parts, SIZES)
    show(targets.rows(parts))


def take(given: argparse.Namespace, step: Step) -> None:
    """Measure one part and keep it."""
    name, measure = step
    began = stamp(given)  # of the code that is measured: it may change meanwhile
    if given.resume and is_kept(name, began):
        print(f"kept of before: {name}", flush=True)
        return
    print(f"measuring: {name}", flush=True)
    start = time.monotonic()
    measured = measure()
    minutes = (time.monotonic() - start) / 60
    save_part(name, measured | {"stamp": began | {"minutes": round(minutes, 1)}})
    print(f"  {name}: {minutes:.1f} minutes", flush=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench BENCH=...", description=__doc__)
    parser.add_argument("--all", action="store_true", help="every case, and a million names")
    parser.add_argument("--parts", default=",".join(PARTS), help="measure only these; the rest from the last run")
    parser.add_argument("--baselines", nargs="+", default=BASELINES, choices=BASELINES + OTHERS)
    parser.add_argument("--sizes", type=lambda text: [int(each) for each in text.split(",")], help="numbers of names")
    parser.add_argument("--resume", action="store_true", help="measure only what was not yet, at this commit")
    parser.add_argument("--reuse", action="store_true", help="take the baselines' accuracy from the last run")
    parser.add_argument("--pairs", type=Path, help="labelled pairs of parties, as OpenSanctions publishes them")
    given = parser.parse_args()
    unknown = set(filter(None, given.parts.split(","))) - set(PARTS)
    if unknown:
        parser.error(f"unknown parts {', '.join(sorted(unknown))}; known: {', '.join(PARTS)}")
    return given


def plan(harness: Harness, given: argparse.Namespace) -> list[Step]:
    """What is to be measured, in order, by the name under which it is kept."""
    wanted = set(filter(None, given.parts.split(",")))
    cases = "400" if given.all else "150"
    steps: list[Step] = []
    if "wild" in wanted:
        seeds = ("1", "2", "3") if given.all else ("1",)
        steps.append(("wild", lambda: in_child("benchmarks.wild", "--json", "--seeds", *seeds)))
    if "accuracy" in wanted:
        steps.append(("accuracy", lambda: measure_accuracy(harness, given)))
    if "unseen" in wanted:
        steps.append(("unseen", lambda: in_child("benchmarks.unseen", "--seeds", *(SEEDS if given.all else SEEDS[:1]))))
    if "cost" in wanted:
        steps.append(("cost", lambda: in_child("benchmarks.cost", "--cases", cases, "--baselines", *given.baselines)))
    if "scale" in wanted:
        for size in given.sizes or (SIZES if given.all else SIZES[:2]):
            steps.append((f"scale-{size}", partial(measure_scale, harness, size, cases)))
    if "batch" in wanted:
        steps.append(("batch", lambda: batch.measure(harness, 12_000 if given.all else 2_000)))
    if "sets" in wanted:
        steps.append(("sets", lambda: {"sets": in_child("benchmarks.sets")}))
    if "verdicts" in wanted:
        steps.append(("verdicts", lambda: in_child("benchmarks.verdicts", "--cases", "6000" if given.all else "1500")))
    if "brevity" in wanted:
        steps.append(("brevity", lambda: in_child("benchmarks.brevity")))
    if "relief" in wanted:
        steps.append(("relief", lambda: in_child("benchmarks.relief")))
    if "understanding" in wanted:
        steps.append(("understanding", lambda: in_child("benchmarks.understanding")))
    if "loading" in wanted:
        steps.append(("loading", lambda: in_child("benchmarks.loading")))
    if "lists" in wanted:
        steps.append(("lists", lambda: in_child("benchmarks.lists")))
    if "beside" in wanted:
        steps.append(("beside", lambda: in_child("benchmarks.beside")))
    if "inverse" in wanted:
        size = str(given.sizes[-1] if given.sizes else SIZES[-1] if given.all else SIZES[1])
        steps.append(("inverse", lambda: in_child("benchmarks.inverse", "--names", size, timeout=7200)))
    if "pairs" in wanted:
        steps.append(("pairs", lambda: labelled.of_harness(harness)))
    return steps


def measure_accuracy(harness: Harness, given: argparse.Namespace) -> dict[str, Any]:
    per_class, negatives = (0, 0) if given.all else (60, 700)

    def result_of(engine: str) -> accuracy.Result:
        kept = accuracy.saved_result(engine) if given.reuse and engine != accuracy.OURS else None
        return kept or accuracy.run_engine(harness, engine, per_class, negatives)

    asked = (accuracy.OURS, *given.baselines)
    results = dict(zip(asked, side_by_side(result_of, asked), strict=True))
    common = accuracy.on_common_cases(results)
    engines = {engine: accuracy.figures(result) for engine, result in common.items()}
    return {"all": given.all, "engines": engines, "thresholds": accuracy.at_thresholds(common[accuracy.OURS])}


def measure_scale(harness: Harness, size: int, cases: str) -> dict[str, Any]:
    synthetic.corpus_of(harness, size)
    built = in_child("benchmarks.scale", "build", str(size))
    asked = in_child("benchmarks.scale", "ask", str(size), "--cases", cases, "--baselines", "jw", "tokensort")
    return built | asked


def pictures(parts: dict[str, Any], baselines: list[str]) -> None:
    """Every picture of both documents, from what there is."""
    try:
        from benchmarks import plots
    except ImportError as error:
        print(f"No pictures: {error.name} is not installed (dependency group `bench`).")
        return
    if "accuracy" in parts:
        engines = parts["accuracy"]["engines"]
        saved = {name: result for name in engines if (result := accuracy.saved_result(name))}
        common = accuracy.on_common_cases(saved)
        plots.recall_by_class(page.PICTURES / "recall-by-class.png", engines)
        plots.precision_and_recall(page.PICTURES / "precision-recall.png", common)
        plots.by_threshold(page.PICTURES / "by-threshold.png", common["ours"]["cases"])
        plots.pairs_by_threshold(page.PICTURES / "pairs-by-threshold.png", common["ours"]["pairs"])
    sizes = [size for size in SIZES if f"scale-{size}" in parts]
    if sizes:
        scales = [parts[f"scale-{size}"] for size in sizes]
        plots.memory_by_size(page.PICTURES / "memory.png", sizes, [targets.bytes_a_name(each) for each in scales])
        plots.cost_by_size(page.PICTURES / "cost.png", sizes, [each["cpu_ms"] for each in scales])


def is_kept(name: str, now: dict[str, Any]) -> bool:
    """Whether a part was measured on this code, and as wholly as is asked now: a run that was broken off goes on."""
    known = (saved_part(name) or {}).get("stamp", {})
    return all(known.get(key) == now[key] for key in ("commit", "all", "machine")) and "later" not in now["commit"]


def stamp(given: argparse.Namespace) -> dict[str, Any]:
    """When, on what code, on what machine, and whether every case is asked."""
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%h", "--", "bot/screening"]
    commit = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
    changed = ["git", "-C", str(ROOT), "status", "--porcelain", "--", "bot/screening"]
    if subprocess.run(changed, capture_output=True, text=True, check=False).stdout.strip():
        commit += " and later changes"
    day = f"{datetime.now(UTC):%-d %B %Y}"
    return {
        "day": day,
        "commit": commit,
        "all": given.all,
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
    }


def show(rows: list[targets.Row]) -> None:
    """The table, for the terminal."""
    drawn = Table(box=SIMPLE_HEAD)
    for head in ("what", "best of today", "must reach", "ours", "met"):
        drawn.add_column(head, overflow="fold")
    for row in rows:
        drawn.add_row(row.what, row.best, row.must, row.ours, {True: "yes", False: "NO", None: ""}[row.met])
    console = Console()
    console = console if console.is_terminal else Console(width=160)
    console.print(drawn)
    console.print(f"Written: {page.PAGE.relative_to(ROOT)} and its pictures.")


if __name__ == "__main__":
    main()
