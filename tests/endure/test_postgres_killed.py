"""The PostgreSQL server killed as a process, again and again, and started anew, while alerts are told and while
questions are asked: nothing lost, nothing twice but for what says so, no traceback."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import uvicorn

import store.asking.inbox
import store.telling.outbox
from bot.answers.document import Answer, Card, text
from bot.app.http import web_app
from bot.app.intake import TAKE_UP_SECONDS
from bot.app.slack import SlackSettings, build_app
from bot.workspace.server import LocalWorkspace
from handlers.desk import Desk
from handlers.slack.front import DeskFront
from jobs.deliver import Pace, deliver, delivery_client
from jobs.schedule import Job, Worker
from jobs.starter import load_starter, load_starter_content
from store.database import open_engine, sessions, upgrade, writing
from store.telling.outbox import Outgoing
from tests.conftest import NOON
from tests.endure.asking import LOST, acknowledged
from tests.endure.door import Door
from tests.endure.figures import figure
from tests.endure.servers import Server, server
from tests.endure.serving import free_port, listens

__all__ = ["server"]

ALERTS, KILLS = 20, 2
QUESTIONS, EVERY = 40, 0.5  # seconds between two
KILLED_AT = (5, 25)  # before these of them
DOWN = 3.0  # seconds until somebody starts it anew
AGAIN = "I may have answered this before"
SECRET = "a signing secret"
REPEAT = "This may be a repeat"
OURS = ("sanctions_bot", "jobs", "store", "handlers", "bot")


def sixty_times_faster(begun: float = time.monotonic()) -> datetime:  # from the import on
    """What is in doubt waits five minutes before it is sent once more: here five seconds."""
    return NOON + timedelta(seconds=60 * (time.monotonic() - begun))


def tracebacks(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [f"{one.name}: {one.getMessage()}" for one in caplog.records if one.exc_info and one.name.startswith(OURS)]


@pytest.mark.endure
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_alerts_are_told_once_or_say_so(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    engine = open_engine(server.url)
    upgrade(engine)
    factory = sessions(engine)
    with writing(factory) as session:
        answers = [(f"a{n}", Answer("alert", (Card(text(f"alert {n}.")),))) for n in range(ALERTS)]
        told = (Outgoing(key, "T1", "C0DESK", "alert", answer) for n, (key, answer) in enumerate(answers))
        store.telling.outbox.queue(session, told, NOON)
    posts: list[str] = []
    with LocalWorkspace() as workspace, caplog.at_level(logging.INFO):
        client = delivery_client(workspace.bot_token, workspace.api_url)

        class Remembering(type(client)):  # type: ignore[misc]
            def chat_postMessage(self, **given: Any) -> Any:
                posts.append(str(given["text"]))
                if len(posts) % (ALERTS // KILLS) == 5:
                    server.kill()  # between the call and what is written down of it
                    threading.Timer(2.0, server.start).start()
                return client.chat_postMessage(**given)

        slack, pace = Remembering(token="xoxb-1"), Pace()
        worker = Worker(
            [Job("deliver", lambda: _deliver(factory, slack, pace), 0.2)],
            threading.Event(),
        )
        worker.start()
        until = time.monotonic() + 600
        while time.monotonic() < until and not _nothing_waits(factory):
            time.sleep(0.5)
        worker.stop(10)
    engine.dispose()
    seen = Counter(said.split("\n")[0] for said in posts)
    twice = [name for name, count in seen.items() if count > 1]
    marked = sum(REPEAT in said for said in posts)
    figure(f"{KILLS} kills: {len(seen)} of {ALERTS} told, {len(twice)} twice, {marked} marked")
    assert set(seen) == {f"alert {n}." for n in range(ALERTS)}
    assert Counter(said.split("\n")[0] for said in posts if REPEAT not in said).most_common(1)[0][1] == 1
    assert tracebacks(caplog) == []


def _deliver(factory: Any, slack: Any, pace: Pace) -> None:
    deliver(factory, slack, sixty_times_faster, "one", pace=pace)


def _nothing_waits(factory: Any) -> bool:
    with contextlib.suppress(Exception), factory() as session:  # it may be away just now
        return bool(store.telling.outbox.waiting(session) == 0)
    return False


@pytest.mark.endure
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_questions_are_answered_once_or_say_so(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    engine = open_engine(server.url)
    upgrade(engine)
    factory = sessions(engine)
    load_starter_content(factory, datetime.now(UTC))
    load_starter(factory, datetime.now(UTC))
    front = DeskFront(Desk(factory, lambda: datetime.now(UTC)))
    with caplog.at_level(logging.INFO):
        answers, took = asyncio.run(_asked_while_killed(server, front))
    with factory() as session:
        left = store.asking.inbox.waiting(session)
    engine.dispose()
    seen = Counter(question for question, _, _ in answers)
    marked = sum(AGAIN in said for _, _, said in answers)
    told = [said for _, _, said in answers if "LISTED" not in said]
    figure(
        f"{KILLS} kills: {len(seen)} of {QUESTIONS} questions answered, {sum(n > 1 for n in seen.values())} twice, "
        f"{marked} marked, {len(told)} told to ask again, worst acknowledgement {max(took):.2f} s, {left} left"
    )
    assert LOST not in took
    assert set(seen) == {str(n) for n in range(QUESTIONS)}
    assert Counter(question for question, _, said in answers if AGAIN not in said).most_common(1)[0][1] == 1
    assert left == 0
    assert told == []
    assert tracebacks(caplog) == []


def _revived(server: Server) -> None:
    time.sleep(DOWN)
    server.start()


async def _asked_while_killed(server: Server, front: DeskFront) -> tuple[list[tuple[str, float, str]], list[float]]:
    """Questions at a steady rate, and what came of each; seconds until they were acknowledged."""
    async with Door(free_port()).open() as door:
        app = await asyncio.to_thread(build_app, SlackSettings("xoxb-1", SECRET, f"{door.url}/api/"), front)
        port = free_port()
        web = uvicorn.Server(uvicorn.Config(web_app(app), port=port, log_config=None, lifespan="off"))
        serving = threading.Thread(target=web.run, daemon=True)
        serving.start()
        assert await asyncio.to_thread(listens, port)
        asking, reviving = [], list[asyncio.Task[None]]()
        for n in range(QUESTIONS):
            if n in KILLED_AT:
                await asyncio.gather(*reviving)  # it can be killed where it lives
                server.kill()
                reviving.append(asyncio.create_task(asyncio.to_thread(_revived, server)))
            given = {"text": "is Rosneft sanctioned?", "user_id": f"U{n}", "channel_id": "C1", "team_id": "T1"}
            given |= {"trigger_id": f"1.{n}", "response_url": door.answer_url(str(n))}
            asking.append(asyncio.create_task(acknowledged(port, SECRET, given)))
            await asyncio.sleep(EVERY)
        took = await asyncio.gather(*asking)
        until = time.monotonic() + 300
        while time.monotonic() < until and len({question for question, _, _ in door.answers}) < QUESTIONS:
            await asyncio.sleep(0.5)
        await asyncio.sleep(TAKE_UP_SECONDS + 1)  # long enough for one look after what was left
        await asyncio.to_thread(app.drain)
        web.should_exit = True
        await asyncio.to_thread(serving.join, 10)
        return list(door.answers), took
