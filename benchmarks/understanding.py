"""What understanding a message costs, the scan for listed names included, beside screening one name: CPU time, one run.

    python -m benchmarks.understanding        one JSON object, milliseconds and ratios

The messages and names are the harness's questions, the index that of the lists which it names.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.brevity import NOW, a_desk
from benchmarks.shared import find_harness, lists_folder, read_rows
from bot.questions.understand import understand
from bot.screening.query import Query
from handlers.desk import Desk

ROUNDS = 5
LONG = (
    "a " * 2_000,
    "Rosneft, " * 440,
    '"' * 4_000,
    "1" * 4_000,
    "option B and " * 300,
    "(" * 4_000,
    "can we pay Sberbank for the oil and gas of the Bank of Iran " * 66,
    "BANK OF THE STATE TRADING COMPANY OF IRAN " * 95,
    "watch " * 666,
    "senin v b " * 400,
    "0.82 " * 800,
    "\u00e9" * 4_000,
)


def main() -> None:
    harness = find_harness()
    assert harness is not None, "the shared harness is not here"
    rows = list(read_rows(harness.folder / "questions" / "dev.jsonl"))
    print(json.dumps(measure(a_desk(lists_folder()), rows)))


def measure(desk: Desk, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Both turn and turn about, so that what else the machine does falls on both."""
    snapshot = desk.snapshot()
    index = snapshot.index

    def read(text: str) -> object:
        return understand(text, NOW, snapshot.vocabulary, None, index.mentions)

    names = [subject for row in rows for subject in row.get("subjects", [])]
    messages = [row["q"] for row in rows]
    screening, reading = [float("inf")] * len(names), [float("inf")] * len(messages)
    for _ in range(ROUNDS):
        screening = best(lambda name: index.screen(Query(name)), names, screening)
        reading = best(read, messages, reading)
    long = best(read, LONG, best(read, LONG, [float("inf")] * len(LONG)))
    one, message = quantiles(screening), quantiles(reading)
    return {
        "screening_ms": one,
        "understanding_ms": message,
        "ratio_p50": message["p50"] / one["p50"],
        "ratio_p99": message["p99"] / one["p99"],
        "long_ms": max(long),
        "ratio_long": max(long) / one["p99"],
        "questions": len(messages),
    }


def best(run: Callable[[str], object], texts: Sequence[str], before: Sequence[float]) -> list[float]:
    """CPU milliseconds of each text, where that is less than before."""
    found = list(before)
    for at, text in enumerate(texts):
        start = time.process_time()
        run(text)
        found[at] = min(found[at], (time.process_time() - start) * 1000)
    return found


def quantiles(times: Sequence[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {"p50": ordered[len(ordered) // 2], "p99": ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]}


if __name__ == "__main__":
    main()
