"""Twenty thousand questions take no more memory than two thousand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from handlers.desk import Asker
from tests.endure.figures import figure
from tests.handlers.slack.desks import QUESTIONS, a_shipped_front

FEW, MANY = 2_000, 20_000
PAGE = 4_096


def resident() -> int:
    """Bytes of this process in memory."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


def main(folder: str) -> None:
    """Ask so many questions in this process, and say how much memory it has after few and after many."""
    front = a_shipped_front(Path(folder))
    questions = [words for words in QUESTIONS if len(words) < 1_000]
    after = {}
    for n in range(1, MANY + 1):
        asker = Asker("T1", f"U{n % 500}", f"C{n % 100}", known=True)
        front.answer(front.understand(f"{questions[n % len(questions)]}", asker=asker), asker)
        if n in (FEW, MANY):
            after[n] = resident()
    print(after[FEW], after[MANY])


@pytest.mark.endure
def test_memory_does_not_grow_with_questions(tmp_path: Path):
    run = [sys.executable, "-c", f"from tests.endure.test_memory import main; main({str(tmp_path)!r})"]
    few, many = map(int, subprocess.run(run, capture_output=True, text=True, check=True).stdout.split())
    growth = f"{(many / few - 1) * 100:+.1f} %"
    figure(f"RSS {few / 1e6:.0f} MB after {FEW:,} questions, {many / 1e6:.0f} MB after {MANY:,}: {growth}")
    assert many <= 1.1 * few
