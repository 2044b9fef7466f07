"""What it costs to load an edition: SDN.XML beside the CSV files, an unchanged edition, and the guards' part of a
load. All in one process, in CPU time, so that only ratios count.
`python -m benchmarks.loading 8`: the least of eight turns."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

import jobs.deciding
from benchmarks.shared import lists_folder
from bot.lists.soundness import check
from jobs.loading import load
from store.database import open_engine, sessions, upgrade

SDN = "us_ofac_sdn"
BEFORE, CSV, XML = "ofac_sdn/2022-01-21", "ofac_sdn/2023-12-28", "ofac_sdn_xml/2024-05-07"
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
LISTS = lists_folder()


def measure(turns: int = 3) -> dict[str, Any]:
    """Seconds of CPU by what was loaded, the least of several turns; the guards' share of the same, and the
    largest that a turn had; and megabytes at the peak."""
    taken: dict[str, list[tuple[float, float]]] = {"csv": [], "xml": [], "unchanged": [], "step": []}
    for _ in range(turns):
        with tempfile.TemporaryDirectory() as folder:
            taken["csv"].append(_loaded(_fresh(Path(folder) / "csv.db", BEFORE), CSV))
            store = _fresh(Path(folder) / "xml.db", BEFORE)
            taken["xml"].append(_loaded(store, XML))
            taken["unchanged"].append(_loaded(store, XML))
            taken["step"].append(_loaded(_fresh(Path(folder) / "step.db", CSV), XML))
    seconds = {name: min(whole for whole, _ in several) for name, several in taken.items()}
    guards = {name: min(part for _, part in taken[name]) for name in ("csv", "step")}
    return {
        **{f"{name}_s": least for name, least in seconds.items()},
        "guards_of_gap": guards["csv"] / seconds["csv"],
        "guards_of_gap_at_most": max(part / whole for whole, part in taken["csv"]),
        "guards_of_step": guards["step"] / seconds["step"],
        "guards_of_step_at_most": max(part / whole for whole, part in taken["step"]),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _fresh(path: Path, first: str) -> sessionmaker[Session]:
    """A database of its own with an edition in force."""
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    store = sessions(engine)
    load(store, SDN, LISTS / first, None, NOW)
    return store


def _loaded(store: sessionmaker[Session], folder: str) -> tuple[float, float]:
    """CPU seconds of a load, and those of them that the guards took."""
    taken: list[float] = []
    findings, to_be_told = jobs.deciding._findings, check.to_be_told
    jobs.deciding._findings, check.to_be_told = _timed(findings, taken), _timed(to_be_told, taken)
    try:
        began = time.process_time()
        outcome = load(store, SDN, LISTS / folder, None, NOW)
        seconds = time.process_time() - began
    finally:
        jobs.deciding._findings, check.to_be_told = findings, to_be_told
    if outcome.status not in ("applied", "unchanged"):
        raise SystemExit(f"{folder}: {outcome.status}. {outcome.reason}")
    return seconds, sum(taken)


def _timed(call: Callable[..., Any], taken: list[float]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        found = call(*given, **named)
        taken.append(time.process_time() - began)
        return found

    return timed


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 3)))
