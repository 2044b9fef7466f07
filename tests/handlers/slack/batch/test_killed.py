"""A process killed in the middle of a file leaves no message that says "Screening…" for ever: another one goes on in
it, or says that it stopped."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import handlers.slack.batch.running as running_files
from handlers.desk import Desk
from handlers.slack.front import DeskFront
from store.asking.inbox import waiting
from tests.builders import a_person
from tests.conftest import NOON
from tests.databases import a_database
from tests.handlers.slack.running import Running, connected, running
from tests.store.builders import load
from tests.waiting import until

LATER = timedelta(minutes=5)  # than a process may be silent before another takes up what it had


class Killed:
    """Screening that never comes back, so many times: what a killed process looks like to others."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int, over: threading.Event) -> None:
        self.times, self.begun, self._over = times, 0, over
        self._real = running_files.screen_file
        monkeypatch.setattr(running_files, "screen_file", self)

    def __call__(self, *given: Any) -> Any:
        self.begun += 1
        if self.begun > self.times:
            return self._real(*given)
        self._over.wait()
        raise SystemExit


class Place:
    """A database, a clock that the test sets, and apps that come and go beside one workspace."""

    def __init__(self, folder: Path) -> None:
        self.now = NOON
        self.sessions = a_database(folder)
        load(self.sessions, "2023-12-28", [a_person()])

    def front(self) -> DeskFront:
        return DeskFront(Desk(self.sessions, lambda: self.now))

    def kept(self) -> int:
        with self.sessions() as session:
            return waiting(session)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr("bot.app.intake.TAKE_UP_SECONDS", 3_600.0)  # nobody looks before the test says so
    return Place(tmp_path)


@pytest.fixture
def over() -> threading.Event:
    return threading.Event()


@pytest.fixture
def stack(over: threading.Event) -> Iterator[ExitStack]:
    """What is entered in it ends after the test; who was "killed" first, for an app waits for what it has begun."""
    with ExitStack() as found:
        yield found
        over.set()


def said(bot: Running) -> list[dict[str, Any]]:
    return [each for each in bot.workspace.direct("maria") if each.get("bot_id")]


def dropped(bot: Running) -> None:
    content = base64.b64encode(b"name\nOleg Deripaska\nHarbour Light Shipping\n").decode()
    bot.workspace.attach("dm", "maria", "parties.csv", content, "")


def taken_up(place: Place, bot: Running, stack: ExitStack) -> None:
    """Five minutes later another process looks for what was left."""
    place.now += LATER
    other = stack.enter_context(connected(bot.workspace, place.front()))
    assert other.app.intake.take_up() == 1


def test_another_process_begins_anew_in_the_same_message(
    place: Place, stack: ExitStack, over: threading.Event, monkeypatch: pytest.MonkeyPatch
):
    killed = Killed(monkeypatch, 1, over)
    bot = stack.enter_context(running(place.front(), "socket"))
    dropped(bot)
    assert until(lambda: killed.begun == 1, 60)
    [message] = said(bot)
    assert message["text"].startswith("Screening parties.csv.")
    taken_up(place, bot, stack)
    assert bot.workspace.wait(lambda: len(said(bot)) == 2, 60)
    told, sent = said(bot)
    assert told["ts"] == message["ts"]
    assert told["text"].startswith("parties.csv: 1 LISTED, 0 POSSIBLE, 1 no match.")
    assert sent["files"][0]["name"] == "parties-screened.csv"
    assert until(lambda: place.kept() == 0, 60)


def test_a_file_at_which_processes_die_is_told_to_be_sent_again_and_tried_no_more(
    place: Place, stack: ExitStack, over: threading.Event, monkeypatch: pytest.MonkeyPatch
):
    killed = Killed(monkeypatch, 9, over)
    bot = stack.enter_context(running(place.front(), "socket"))
    dropped(bot)
    assert until(lambda: killed.begun == 1, 60)
    taken_up(place, bot, stack)
    assert until(lambda: killed.begun == 2, 60)
    assert "begins with it anew" in said(bot)[0]["text"]
    taken_up(place, bot, stack)
    assert bot.workspace.wait(lambda: "Please send the file again" in said(bot)[0]["text"], 60)
    assert until(lambda: place.kept() == 0, 60)
    assert (len(said(bot)), killed.begun) == (1, 2)


def test_while_a_process_is_at_it_nobody_else_begins(
    place: Place, stack: ExitStack, over: threading.Event, monkeypatch: pytest.MonkeyPatch
):
    killed = Killed(monkeypatch, 9, over)
    bot = stack.enter_context(running(place.front(), "socket"))
    dropped(bot)
    assert until(lambda: killed.begun == 1, 60)
    place.now += timedelta(seconds=70)  # longer than a question may lie, shorter than a file may take without a sign
    other = stack.enter_context(connected(bot.workspace, place.front()))
    assert other.app.intake.take_up() == 1
    other.app.drain()
    assert killed.begun == 1
    assert place.kept() == 1
