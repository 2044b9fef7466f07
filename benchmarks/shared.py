"""Where the shared harness is, and its corpus as our listings."""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.sanctions.listing import Listing
from bot.sanctions.party import Name, NameKind, Schema

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "var" / "bench"  # everything that is made here; never committed
PARTS = WORK / "parts"
AT_ONCE = 2  # processes that measure side by side where no clock counts
One = TypeVar("One")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Harness:
    """The folder of the shared harness, which stays where it is: parts of its data may not be copied."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def module(self, name: str) -> Any:
        """One of its own modules: run (the metrics), engines (the baselines)."""
        os.environ.setdefault("BENCH_OUT", str(WORK))
        if str(self.folder) not in sys.path:
            sys.path.insert(0, str(self.folder))
        return importlib.import_module(name)

    def rows(self, name: str) -> list[dict[str, Any]]:
        return list(read_rows(self.data / name))


def find_harness() -> Harness | None:
    """`$SANCTIONS_BENCH`, else ../shared/bench beside the repository; None where neither is there."""
    folder = _bench_folder()
    return Harness(folder) if (folder / "run.py").exists() and (folder / "data" / "corpus.jsonl").exists() else None


def lists_folder() -> Path:
    """The real lists: `$SANCTIONS_TEST_LISTS`, else those beside the harness."""
    return Path(os.environ.get("SANCTIONS_TEST_LISTS") or _bench_folder().parent / "lists")


def _bench_folder() -> Path:
    return Path(os.environ.get("SANCTIONS_BENCH") or ROOT.parent / "shared" / "bench")


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def listings_of(path: Path) -> Iterator[Listing]:
    """A corpus in the harness's form, one listing an entity: its first name is the primary one."""
    for row in read_rows(path):
        strong = [Name(text, NameKind.ALSO if at else NameKind.PRIMARY) for at, text in enumerate(row["names"])]
        weak = [Name(text, NameKind.ALSO, weak=True) for text in row["weak"]]
        if strong or weak:
            yield Listing("ftm:bench", row["id"], Schema(row["schema"]), (*strong, *weak))


def side_by_side(measure: Callable[[One], Made], each: Iterable[One]) -> list[Made]:
    """What each measures, in order. Only for what waits for processes of its own, and whose time is not told."""
    with ThreadPoolExecutor(AT_ONCE) as lanes:
        return list(lanes.map(measure, each))


def save_part(name: str, measured: dict[str, Any]) -> None:
    """Keep what one part measured, so that the page can be written without measuring all again."""
    PARTS.mkdir(parents=True, exist_ok=True)
    (PARTS / f"{name}.json").write_text(json.dumps(measured, ensure_ascii=False, indent=1), encoding="utf-8")


def saved_part(name: str) -> dict[str, Any] | None:
    path = PARTS / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
