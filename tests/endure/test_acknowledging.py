"""Two hundred people ask at once while other processes burn the cores: every one is acknowledged, and soon."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.hub import Settings
from tests.endure.door import Door
from tests.handlers.slack.desks import a_shipped_front

CROWD = 200
BURN = "while True: sum(range(10_000))"
LIMIT = 25  # times an idle acknowledgement of the same run
CROWDED = [f"is Rosneft {n} sanctioned?" for n in range(100, 100 + CROWD)]


@contextlib.contextmanager
def burning(processes: int) -> Iterator[None]:
    running = [subprocess.Popen([sys.executable, "-c", BURN]) for _ in range(processes)]
    try:
        yield
    finally:
        for one in running:
            one.kill()
            one.wait()


@contextlib.contextmanager
def serving(transport: str, folder: Path, port: int, environ: dict[str, str]) -> Iterator[None]:
    """The bot in a process of its own."""
    command = [sys.executable, "-m", "tests.endure.serving", transport, str(folder), str(port)]
    process = subprocess.Popen(command, env={**os.environ, **environ})
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


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
        with serving("http", folder, port, environ):
            assert workspace.wait(lambda: _listens(port), 60)
            yield workspace, port


def _listens(port: int) -> bool:
    time.sleep(0.1)
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


async def asked_by_all(workspace: LocalWorkspace, port: int, texts: Sequence[str]) -> list[float]:
    """Signed commands, all at once, each on a connection of its own; seconds until each is acknowledged with 200."""

    async def one(text: str) -> float:
        given = {"command": "/sanctions", "text": text, "user_id": "U0MARIA", "channel_id": "C0GENERAL"}
        given |= {"team_id": "T0LOCAL", "trigger_id": f"1.{text}", "api_app_id": "A0LOCAL"}
        body, at = urlencode(given), str(int(time.time()))
        made = SignatureVerifier(workspace.signing_secret).generate_signature(timestamp=at, body=body)
        head = (
            f"POST /slack/events HTTP/1.1\r\nHost: bot\r\nConnection: close\r\nContent-Length: {len(body)}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"X-Slack-Request-Timestamp: {at}\r\nX-Slack-Signature: {made}\r\n\r\n"
        )
        begun = time.monotonic()
        try:
            async with asyncio.timeout(3.0):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write((head + body).encode())
                status = await reader.readline()
                writer.close()
        except (OSError, TimeoutError):
            return float("inf")
        return time.monotonic() - begun if b" 200 " in status else float("inf")

    return sorted(await asyncio.gather(*(one(text) for text in texts)))


def judged(transport: str, burners: int, idle: float, took: Sequence[float]) -> None:
    lost = sum(one == float("inf") for one in took)
    print(
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

        ask("is Rosneft sanctioned?")
        idle = statistics.median(ask(f"is Rosneft {n} sanctioned?")[0] for n in range(11))
        answered = len(workspace.ephemerals("maria"))
        took = ask(*CROWDED)
        assert workspace.wait(lambda: len(workspace.ephemerals("maria")) >= answered + CROWD, 180)
        judged("http", burners, idle, took)


@pytest.mark.endure
@pytest.mark.parametrize("burners", [0, 2])
def test_a_crowd_is_acknowledged_within_a_few_idle_times_over_socket_mode(tmp_path: Path, burners: int):
    a_shipped_front(tmp_path)

    async def measured() -> tuple[float, list[float]]:
        async with Door(free_port()).open() as door:
            environ = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_SIGNING_SECRET": "s"}
            with serving("socket", tmp_path, 0, {**environ, "SLACK_API_URL": f"{door.url}/api/"}), burning(burners):
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
