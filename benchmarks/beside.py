"""What a plain question waits for what goes on beside it: an edition that is loaded, questions about the past.

    python -m benchmarks.beside        one JSON object: milliseconds alone and beside, and their ratios

A question takes the path of one from Slack (`handlers.slack.asking`): understood, answered, recorded, over a store on
disk with real lists. The load runs where it runs when deployed: in another process (the worker), and as a turn of this
one has it (`sanctions-bot run`). Time by the clock, for it is waiting that is measured; alone before and after.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from slack_sdk import WebClient

from benchmarks.shared import lists_folder
from bot.answers.document import Answer
from bot.app.stopping import take_short_turns
from bot.cli.shell import PATIENCE
from bot.lists.reading import silent
from bot.workspace.server import LocalWorkspace
from handlers.desk import Asker, Desk, DeskSettings
from handlers.slack.asking import Incoming, ask
from handlers.slack.front import DeskFront
from jobs.loading import load
from jobs.refresh import Loads
from jobs.starter import load_starter_content
from store.database import open_engine, sessions, upgrade

LISTS = lists_folder()
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SDN = "us_ofac_sdn"
HELD = ((SDN, "ofac_sdn/2022-01-21"), (SDN, "ofac_sdn/2022-02-25"), ("us_ofac_cons", "ofac_cons/2025-12"))
LOADED = "ofac_sdn/2023-12-28"
ALONE = 60  # questions
NAMES = ("Rosneft", "Oleg Deripaska", "Gazprombank", "Igor Sechin", "Sberbank", "Acme Trading", "Viktor Orlov", "VTB")
PAST = ("was Rosneft listed on 1 Feb 2022?", "was VTB listed in January 2022?", "was Putin listed on 24 January 2022?")


def main() -> None:
    print(json.dumps(measure()))


def measure() -> dict[str, Any]:
    """Medians and 95th percentiles in milliseconds, alone and beside; `ratio` is of those, `worst` of these."""
    take_short_turns()
    found = {}
    for name, goes_on in (
        ("load in another process", _loading_elsewhere),
        ("load in a turn of this process", _loading_here),
        ("history questions", _asking_about_the_past),
    ):
        with tempfile.TemporaryDirectory() as folder, LocalWorkspace() as workspace:
            found[name] = _beside(Place(Path(folder), workspace), goes_on)
            _settle()
    return found


class Place:
    """A desk over a store of its own, and one person who asks it."""

    def __init__(self, folder: Path, workspace: LocalWorkspace) -> None:
        self.url = f"sqlite:///{folder / 'bot.db'}"
        engine = open_engine(self.url)
        upgrade(engine)
        self.sessions = sessions(engine)
        load_starter_content(self.sessions, NOW)
        for key, edition in HELD:
            load(self.sessions, key, LISTS / edition, None, NOW)
        self.front = DeskFront(Desk(self.sessions, lambda: NOW, DeskSettings(index_dir=folder, patience=PATIENCE)))
        self.client = WebClient(workspace.bot_token, base_url=workspace.api_url)
        self._number = count()
        self._lock = threading.Lock()

    def ask(self, text: str) -> float:
        """Milliseconds until a question is answered and recorded."""
        with self._lock:
            key = f"question {next(self._number)}"
        given: list[Answer] = []
        began = time.perf_counter()
        asker = Asker("T0LOCAL", "U0MARIA", "D0MARIA")
        ask(Incoming(text, asker, (key,)), given.append, front=self.front, client=self.client)
        assert given, text
        return (time.perf_counter() - began) * 1000

    def plain(self, times: int, until: Callable[[], bool] = lambda: False) -> list[float]:
        """Plain questions one after the other: so many, or until then."""
        taken: list[float] = []
        while len(taken) < times and not until():
            taken.append(self.ask(f"is {NAMES[len(taken) % len(NAMES)]} sanctioned? {len(taken)}"))
            time.sleep(0.01)
        return taken


def _beside(place: Place, goes_on: Callable[[Place], Any]) -> dict[str, float]:
    place.plain(ALONE)  # what only the first question pays
    alone = place.plain(ALONE)
    with goes_on(place) as is_over:
        beside = place.plain(10_000, is_over)
    _settle()
    alone += place.plain(ALONE)
    figures = {
        "alone_ms": statistics.median(alone),
        "alone_p95_ms": _late(alone),
        "beside_ms": statistics.median(beside),
        "beside_p95_ms": _late(beside),
        "beside_worst_ms": max(beside),
        "asked": float(len(beside)),
    }
    ratios = {
        "ratio": figures["beside_ms"] / figures["alone_ms"],
        "worst": figures["beside_p95_ms"] / figures["alone_p95_ms"],
    }
    return {**figures, **ratios}


def _settle() -> None:
    """What was loaded is read on a thread and in a process beside: wait for them."""
    while any(thread.name == "reading a new edition" for thread in threading.enumerate()):
        time.sleep(0.05)


def _late(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]


@contextmanager
def _loading_elsewhere(place: Place) -> Iterator[Callable[[], bool]]:
    command = [sys.executable, "-m", "bot", "lists", "load", SDN, str(LISTS / LOADED)]
    with subprocess.Popen(command, env=os.environ | {"DATABASE_URL": place.url}, stdout=subprocess.DEVNULL) as process:
        yield lambda: process.poll() is not None
        assert process.wait() == 0


@contextmanager
def _loading_here(place: Place) -> Iterator[Callable[[], bool]]:
    loads = Loads(place.sessions, NOW, silent, "", beside=True)
    with _thread(lambda: loads.load(SDN, LISTS / LOADED, None)) as thread:
        yield lambda: not thread.is_alive()


@contextmanager
def _asking_about_the_past(place: Place) -> Iterator[Callable[[], bool]]:
    def questions() -> None:
        for text in PAST * 5:
            place.ask(text)

    with _thread(questions) as thread:
        yield lambda: not thread.is_alive()


@contextmanager
def _thread(work: Callable[[], object]) -> Iterator[threading.Thread]:
    thread = threading.Thread(target=work)
    thread.start()
    yield thread
    thread.join()


if __name__ == "__main__":
    main()
