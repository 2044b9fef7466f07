"""Two hundred people ask at once while other processes burn the cores: every one is acknowledged, and soon."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.hub import Settings
from tests.endure.asking import LOST, acknowledged
from tests.endure.beside import burning
from tests.endure.door import Door
from tests.endure.figures import figure
from tests.endure.serving import free_port, listens, serving
from tests.handlers.slack.desks import a_shipped_front

CROWD = 200
LIMIT = 25  # times an idle acknowledgement of the same run
CROWDED = [f"is Rosneft {n} sanctioned?" for n in range(100, 100 + CROWD)]


@contextlib.contextmanager
def served_over_http(folder: Path) -> Iterator[tuple[LocalWorkspace, int]]:
    """A workspace, and the bot beside it."""
    port = free_port()
    settings = Settings(request_url=f"http://127.0.0.1:{port}/slack/events", rate_limits=False)
    with LocalWorkspace(settings=settings) as workspace:
        environ = {
            "SLACK_BOT_TOKEN": workspace.bot_token,
            "SLACK_SIGNING_SECRET": workspace.signing_secret,
            "SLACK_API_URL": workspace.api_url,
        }
        with serving("http", f"sqlite:///{folder / 'bot.db'}", port, environ):
            assert listens(port)
            yield workspace, port


async def asked_by_all(workspace: LocalWorkspace, port: int, texts: Sequence[str]) -> list[float]:
    """Commands, all at once; seconds until each is acknowledged with 200, in order of length; infinity: lost."""

    async def one(text: str) -> float:
        given = {"text": text, "user_id": "U0MARIA", "channel_id": "C0GENERAL", "team_id": "T0LOCAL"}
        return await acknowledged(port, workspace.signing_secret, {**given, "trigger_id": f"1.{text}"})

    gc.collect()  # not amid what is timed: the askers' own tidying is no fault of the bot
    return sorted(await asyncio.gather(*(one(text) for text in texts)))


def alone(workspace: LocalWorkspace, ask: Callable[..., list[float]], n: int) -> float:
    """Seconds until one question is acknowledged that nobody else asks beside; it is answered before the next."""
    (took,) = ask(f"is Rosneft {n} sanctioned?")
    assert workspace.wait(lambda: len(workspace.ephemerals("maria")) > n, 180)
    return took


def judged(transport: str, burners: int, idle: float, took: Sequence[float]) -> None:
    lost = sum(one == LOST for one in took)
    figure(
        f"{transport}, {burners} burning: idle {idle * 1000:.1f} ms, median {took[CROWD // 2] * 1000:.0f} ms, "
        f"worst {took[-1] * 1000:.0f} ms = {took[-1] / idle:.0f} times idle, {lost} lost"
    )
    assert lost == 0
    assert took[-1] <= LIMIT * idle


@pytest.mark.endure
@pytest.mark.parametrize("burners", [0, 2])
def test_a_crowd_is_acknowledged_within_a_few_idle_times_over_http(tmp_path: Path, burners: int):
    a_shipped_front(tmp_path)
    with served_over_http(tmp_path) as (workspace, port), burning(burners):

        def ask(*texts: str) -> list[float]:
            return asyncio.run(asked_by_all(workspace, port, texts))

        idle = statistics.median(alone(workspace, ask, n) for n in range(12))
        answered = len(workspace.ephemerals("maria"))
        took = ask(*CROWDED)
        assert workspace.wait(lambda: len(workspace.ephemerals("maria")) >= answered + CROWD, 180)
        judged("http", burners, idle, took)


@pytest.mark.endure
@pytest.mark.parametrize("burners", [0, 2])
def test_a_crowd_is_acknowledged_within_a_few_idle_times_over_socket_mode(tmp_path: Path, burners: int):
    a_shipped_front(tmp_path)

    database = f"sqlite:///{tmp_path / 'bot.db'}"

    async def measured() -> tuple[float, list[float]]:
        async with Door(free_port()).open() as door:
            environ = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_SIGNING_SECRET": "s"}
            with serving("socket", database, 0, {**environ, "SLACK_API_URL": f"{door.url}/api/"}), burning(burners):
                await asyncio.wait_for(door.connected.wait(), 60)
                await door.ask(["is Rosneft sanctioned?"])
                idle = []
                for n in range(11):
                    await asyncio.sleep(0.3)
                    idle += await door.ask([f"is Rosneft {n} sanctioned?"])
                while door.answered < 12:
                    await asyncio.sleep(0.1)
                took = await door.ask(CROWDED)
                async with asyncio.timeout(180):
                    while door.answered < 12 + CROWD:
                        await asyncio.sleep(0.1)
                return statistics.median(idle), took

    judged("socket", burners, *asyncio.run(measured()))
