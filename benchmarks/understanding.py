"""What understanding a message costs, the scan for listed names included, beside screening one name: CPU time, one run.

    python -m benchmarks.understanding QUESTIONS.jsonl INDEX

QUESTIONS: rows with "q"; INDEX: a stored index (`names-*.index` beside a database).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.questions.question import Vocabulary
from bot.questions.understand import understand
from bot.screening.query import Query
from bot.screening.screen import Index

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
VOCABULARY = Vocabulary(options=("A", "B", "C"), programs=("RUSSIA-EO14024", "UKRAINE-EO13662", "SDGT", "IRAN"))
LONG = (
    "a " * 2_000,
    "Rosneft, " * 440,
    '"' * 4_000,
    "1" * 4_000,
    "option B and " * 300,
    "(" * 4_000,
    "can we pay Sberbank for the oil and gas of the Bank of Iran " * 66,
    "BANK OF THE STATE TRADING COMPANY OF IRAN " * 95,
)


def measured(run: Callable[[str], object], texts: Sequence[str], rounds: int = 3) -> list[float]:
    """CPU milliseconds of each text, the best of some rounds, sorted."""
    best = [float("inf")] * len(texts)
    for _ in range(rounds):
        for at, text in enumerate(texts):
            start = time.process_time()
            run(text)
            best[at] = min(best[at], (time.process_time() - start) * 1000)
    return sorted(best)


def p99(times: Sequence[float]) -> float:
    return times[min(len(times) - 1, int(len(times) * 0.99))]


def main() -> None:
    questions, index = sys.argv[1:3]
    rows = [json.loads(line) for line in Path(questions).read_text(encoding="utf-8").splitlines()]
    held = Index.load(Path(index))

    def read(text: str) -> object:
        return understand(text, NOW, VOCABULARY, listed=held.mentions)

    names = [subject for row in rows for subject in row.get("subjects", [])]
    screening = measured(lambda name: held.screen(Query(name)), names)
    reading, long = measured(read, [row["q"] for row in rows]), measured(read, LONG, 1)
    median = len(screening) // 2
    print(f"screening a name: p50 {screening[median]:.2f} ms, p99 {p99(screening):.2f} ms")
    print(f"understanding:    p50 {reading[len(reading) // 2]:.2f} ms, p99 {p99(reading):.2f} ms")
    middle, last = reading[len(reading) // 2] / screening[median], p99(reading) / p99(screening)
    print(f"ratio at p50 {middle:.2f}, at p99 {last:.2f}")
    print(f"longest input of 4,000 characters: {long[-1]:.1f} ms, {long[-1] / p99(screening):.0f} times p99")


if __name__ == "__main__":
    main()
