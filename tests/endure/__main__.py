"""`make endure`: every part in a process of its own, one line for each; what one does stops no other.

All that a part prints is in var/endure/PART.txt, what became of it in var/endure/results.json. `ENDURE="crowd-http
memory"` runs these parts alone, `ENDURE=--resume` those that have not passed at this very commit.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.endure.figures import MARK

ROOT = Path(__file__).parents[2]
OUT = ROOT / "var" / "endure"
RESULTS = OUT / "results.json"
BROWSER = ("chromium", "playwright")
ENDED = re.compile(r"\d+ \w+( in |, .* in )[\d.]+s")
SUMMARY = re.compile(r"(\d+) (passed|failed|errors?|skipped)")
SINGLE = [
    f"tests/{name}.py"
    for name in (
        *("jobs/test_deliver", "app/test_intake", "app/test_order", "jobs/test_loading", "jobs/test_digest"),
        *("jobs/test_housekeeping", "jobs/test_schedule", "jobs/test_owners", "cli/test_jobs"),
        "handlers/slack/test_threads_and_old_buttons",
    )
]


@dataclass(frozen=True)
class Part:
    """`args` are pytest's; it is ended after `minutes`."""

    name: str
    about: str
    args: list[str]
    minutes: float
    on: str = ""
    needs: tuple[str, ...] = ()  # programs, or packages


def endure(name: str, about: str, file: str, chosen: str, minutes: float) -> Part:
    return Part(name, about, ["-m", "endure", f"tests/endure/{file}.py", *(["-k", chosen] if chosen else [])], minutes)


PARTS = [
    endure("crowd-http", "200 commands at once over HTTP", "test_acknowledging", "http", 6),
    endure("crowd-socket", "200 commands at once by Socket Mode", "test_acknowledging", "socket", 6),
    endure("faults-sqlite", "1,000 alerts through all faults, SQLite", "test_delivery", "thousand and sqlite", 20),
    endure("faults-postgresql", "the same, PostgreSQL", "test_delivery", "thousand and postgresql", 20),
    endure("claim", "a claim while 100,000 wait", "test_claim", "", 8),
    endure("held", "SQLite held for a minute", "test_held", "", 8),
    endure("killed", "the server of PostgreSQL killed", "test_postgres_killed", "", 15),
    endure("knee-sqlite", "questions a second, SQLite", "test_knee", "sqlite", 15),
    endure("knee-postgresql", "questions a second, PostgreSQL", "test_knee", "postgresql", 15),
    endure("memory", "memory after 20,000 questions", "test_memory", "", 20),
    Part(
        "page",
        "a file of 100,000 rows",
        ["-m", "browser and endure", "tests/browser"],
        20,
        needs=("chromium", "playwright"),
    ),
    Part("single", "each fault by itself on PostgreSQL", SINGLE, 15, on="postgresql"),
]


def run(part: Part) -> tuple[str, float, list[str]]:
    """What became of a part ("passed", or why not), its seconds, its figures."""
    if lacks := [each for each in part.needs if not (shutil.which(each) or find_spec(each))]:
        return f"skipped: there is no {' and no '.join(lacks)} here", 0.0, []
    begun, log = time.monotonic(), OUT / f"{part.name}.txt"
    command = [sys.executable, "-m", "pytest", "-n", "0", "-s", "-p", "no:cacheprovider", *part.args]
    command += ["-W", "ignore::pytest.PytestUnraisableExceptionWarning"]  # connections of a server that was killed
    environ = {**os.environ, **({"SANCTIONS_TEST_ON": part.on} if part.on else {})}
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out, env=environ, start_new_session=True)
        try:
            code: int | None = process.wait(part.minutes * 60)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    said = log.read_text(encoding="utf-8", errors="replace").splitlines()
    figures = [line.removeprefix(MARK) for line in said if line.startswith(MARK)]
    return _became(code, said, part.minutes), time.monotonic() - begun, figures


def _became(code: int | None, said: list[str], minutes: float) -> str:
    if code is None:
        return f"FAILED: not done within {minutes:.0f} minutes"
    summary = next((line for line in reversed(said) if ENDED.search(line)), "")
    counts = {what: int(number) for number, what in SUMMARY.findall(summary)}
    passed = f"passed ({counts.get('passed', 0)})"
    if code == 0:
        return passed if counts.get("passed") else "skipped"
    why = next((line for line in reversed(said) if line.startswith("E  ")), f"pytest ended with {code}")
    return f"FAILED ({counts.get('failed', 0)} of {sum(counts.values()) or '?'}): {why.removeprefix('E').strip()[:200]}"


def commit() -> str:
    """The commit that is tried, "" where it is none."""
    asked = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--abbrev=40"]
    found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return "" if found.endswith("-dirty") else found


def main(wishes: list[str]) -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    at, known = commit(), json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    names = [wish for wish in wishes if not wish.startswith("--")]
    if unknown := set(names) - {part.name for part in PARTS}:
        print(f"There is no part {', '.join(sorted(unknown))}. There are: {', '.join(part.name for part in PARTS)}.")
        return 2
    chosen = [part for part in PARTS if not names or part.name in names]
    failed, begun = [], time.monotonic()
    for number, part in enumerate(chosen, 1):
        before = known.get(part.name, {})
        if "--resume" in wishes and at and before.get("commit") == at and before["became"].startswith("passed"):
            became, took, figures = f"{before['became']} before", before["seconds"], before["figures"]
        else:
            became, took, figures = run(part)
            known[part.name] = {"commit": at, "became": became, "seconds": took, "figures": figures}
            RESULTS.write_text(json.dumps(known, indent=1))
        failed += [part.name] if became.startswith("FAILED") else []
        told = f"{became}, {took // 60:.0f}:{took % 60:02.0f}. {' | '.join(figures)}"
        print(f"[{number}/{len(chosen)}] {part.name}: {part.about}: {told}", flush=True)
    took = time.monotonic() - begun
    print(
        f"{len(chosen) - len(failed)} of {len(chosen)} parts stood, {took / 60:.0f} minutes. Failed: {failed or 'none'}"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
