"""The shared harness over our command line and over the baselines, on the same cases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.shared import WORK, Harness

OURS = "ours"
THRESHOLDS = {OURS: 0.8, "tokensort": 0.85, "trigram": 0.7, "jw": 0.9, "wratio": 0.9, "tokenset": 0.9, "logicv2": 0.7}
OUR_COMMAND = (
    "sh -c 'export DATABASE_URL=sqlite:///{ftm}.db && rm -f {ftm}.db* && "
    "sanctions-bot lists load ftm:bench {ftm} >&2 && exec sanctions-bot screen --jsonl'"
)
Case = dict[str, Any]
Result = dict[str, Any]


def run_engine(harness: Harness, engine: str, per_class: int, negatives: int) -> Result:
    """One engine over the harness's cases (0 = all). Its own report goes to var/bench/LABEL.txt."""
    command = [sys.executable, str(harness.folder / "run.py"), "command" if engine == OURS else engine]
    command += ["--label", engine, "--per-class", str(per_class), "--negatives", str(negatives)]
    command += ["--threshold", str(THRESHOLDS.get(engine, 0.9))]
    if engine == OURS:
        command += ["--cmd", OUR_COMMAND]
    bin_folder = str(Path(sys.executable).parent)
    environ = os.environ | {"BENCH_OUT": str(WORK), "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    environ["PYTHONDONTWRITEBYTECODE"] = "1"
    run_quietly(command, environ, WORK / f"{engine}.txt")
    found = saved_result(engine)
    assert found is not None
    return found


def run_quietly(command: list[str], environ: Mapping[str, str], report: Path) -> None:
    """Run to the end; what it prints goes to a file. Raises CalledProcessError where it fails."""
    WORK.mkdir(parents=True, exist_ok=True)
    with report.open("w", encoding="utf-8") as out:
        subprocess.run(command, env=environ, check=True, stdout=out, cwd=WORK)


def saved_result(engine: str) -> Result | None:
    path = WORK / "results" / f"{engine}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def on_common_cases(results: Mapping[str, Result]) -> dict[str, Result]:
    """The results with only those cases and pairs that every engine ran."""
    kept = {}
    for what in ("cases", "pairs"):
        ids = [{row["id"] for row in result[what]} for result in results.values() if result[what]]
        kept[what] = set.intersection(*ids) if ids else set()
    return {
        engine: result | {what: [row for row in result[what] if row["id"] in kept[what]] for what in kept}
        for engine, result in results.items()
    }


def is_clean(case: Case) -> bool:
    return str(case["set"]).startswith("negatives_")


def of_set(cases: Iterable[Case], name: str, *classes: str) -> list[Case]:
    return [case for case in cases if case["set"] == name and (not classes or case["cls"] in classes)]


def by_class(cases: Iterable[Case]) -> dict[str, list[Case]]:
    grouped: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        grouped[case["cls"]].append(case)
    return dict(sorted(grouped.items()))


def recall(cases: list[Case], threshold: float = 0.0, first: int = 20) -> float:
    """The share of the cases of which an accepted party is among the `first`, at or above the threshold."""
    good = sum(1 for case in cases if case["rank"] and case["rank"] <= first and case["score"] >= threshold)
    return good / len(cases) if cases else float("nan")


def alarms(cases: list[Case], threshold: float) -> float:
    """The share of the cases that get any hit at or above the threshold."""
    return sum(case["top"] >= threshold for case in cases) / len(cases) if cases else float("nan")


def quiet_threshold(cases: Iterable[Case], rate: float = 0.01) -> float:
    """The lowest threshold at which at most `rate` of the clean negatives get a hit (as the harness takes it)."""
    tops = sorted((case["top"] for case in cases if is_clean(case)), reverse=True)
    allowed = int(rate * len(tops))
    return float(tops[allowed]) + 1e-9 if allowed < len(tops) else 0.0


def pairs_at(pairs: list[Case], threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of name against name."""
    said = [pair for pair in pairs if pair["score"] >= threshold]
    right = sum(pair["match"] for pair in said)
    same = sum(pair["match"] for pair in pairs)
    precision = right / len(said) if said else 1.0
    found = right / same if same else float("nan")
    return precision, found, 2 * right / (len(said) + same) if said or same else float("nan")


def rivals(cases: list[Case]) -> dict[str, int]:
    """How many are not found first, and of these how many follow a party that fits as well or nearly."""
    behind = [case for case in cases if case["rank"] != 1]
    close = [case for case in behind if case["rank"] and case["top"] - case["score"] < 0.02]
    return {"cases": len(cases), "behind": len(behind), "close": len(close)}


def at_thresholds(result: Result) -> list[dict[str, float]]:
    """What is found and what alarms wrongly at each threshold that a team may choose."""
    cases, pairs = result["cases"], result["pairs"]
    clean = [case for case in cases if is_clean(case)]
    return [
        {
            "threshold": step,
            "ssb": recall(of_set(cases, "ssb"), step),
            "cross": recall(of_set(cases, "cross_script"), step),
            "clean": alarms(clean, step),
            "near": alarms(of_set(cases, "ssb_negative"), step),
            **dict(zip(("precision", "recall", "f1"), pairs_at(pairs, step), strict=True)),
        }
        for step in (0.7, 0.75, 0.78, 0.8, 0.82, 0.85, 0.9, 0.95)
    ]


def figures(result: Result) -> dict[str, Any]:
    """What the tables show of one engine."""
    cases, pairs, usual = result["cases"], result["pairs"], result["threshold"]
    cut = quiet_threshold(cases)
    ssb, cross = of_set(cases, "ssb"), of_set(cases, "cross_script")
    classes = {name: recall(part, cut) for name, part in by_class(ssb).items()}
    return {
        "cases": len(cases),
        "clean": sum(map(is_clean, cases)),
        "threshold": usual,
        "cut": cut,
        "ssb": recall(ssb, cut),
        "ssb_first": recall(ssb, first=1),
        "ssb_five": recall(ssb, first=5),
        "ssb_usual": recall(ssb, usual),
        "ssb_classes": classes,
        "ssb_classes_five": {name: recall(part, first=5) for name, part in by_class(ssb).items()},
        "ssb_sizes": {name: len(part) for name, part in by_class(ssb).items()},
        "ssb_rivals": {name: rivals(part) for name, part in by_class(ssb).items()},
        "cross": recall(cross, cut),
        "cross_usual": recall(cross, usual),
        "cross_cyrillic": recall(of_set(cross, "cross_script", "cyrillic_ru_person", "cyrillic_uk_person"), cut),
        "cross_other": recall(of_set(cross, "cross_script", "un_original_person"), cut),
        "cross_classes": {name: recall(part, cut) for name, part in by_class(cross).items()},
        "cross_sizes": {name: len(part) for name, part in by_class(cross).items()},
        "un_treated": recall(of_set(cases, "un_treated"), cut),
        "clean_alarms": alarms([case for case in cases if is_clean(case)], usual),
        "near_alarms": alarms(of_set(cases, "ssb_negative"), usual),
        "pairs": pairs_at(pairs, usual) if pairs else None,
        "pair_count": len(pairs),
    }
