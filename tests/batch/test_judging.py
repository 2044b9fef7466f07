"""The processes that judge end when whoever started them ends, however that was."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.screening.query import Query
from bot.screening.screen import Index
from tests.lists.read import reading
from tests.waiting import until


def children_of(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in found.read_text().split()] if found.exists() else []


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="what processes run is read from /proc")
def test_no_process_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.batch.endless", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "working\n"
        children = children_of(run.pid)
        assert len(children) >= 2
        run.send_signal(signal.SIGKILL)
    assert until(lambda: not any(map(is_alive, children)))


def test_names_read_together_are_judged_as_one_by_one(lists_dir: Path) -> None:
    listings = tuple(reading("us_ofac_sdn", lists_dir / "ofac_sdn/2023-12-28").listings)[::20]
    names = [listing.name for listing in listings[::4]]
    asked = [Query(text) for name in names for text in (name, name.lower(), f"{name[1:]} LLC", f"Attn: {name}, Dubai")]
    alone, together = Index.build(listings), Index.build(listings)
    together.meet(asked)
    assert [together.screen(query) for query in asked] == [alone.screen(query) for query in asked]
