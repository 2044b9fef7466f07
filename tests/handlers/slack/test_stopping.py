"""A process that is told to stop finishes what it has begun."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.hub import Settings
from tests.conftest import ROOT
from tests.handlers.slack.running import TRANSPORTS


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_sigterm_lets_a_begun_answer_finish_within_ten_seconds(tmp_path: Path, transport: str):
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    request_url = f"{base}/slack/events" if transport == "http" else ""
    with LocalWorkspace(settings=Settings(request_url=request_url)) as workspace:
        process = serve(workspace, transport, tmp_path, port)
        try:
            assert is_up(workspace, transport, base)
            assert workspace.slash("maria", "general", "/sanctions", "Rosneft").ok
            process.send_signal(signal.SIGTERM)
            begun = time.monotonic()
            assert process.wait(60) == 0
            assert time.monotonic() - begun < 10
            assert workspace.ephemerals("maria")[0]["text"].startswith("LISTED")
        finally:
            process.kill()
            process.wait()


def serve(workspace: LocalWorkspace, transport: str, folder: Path, port: int) -> subprocess.Popen[bytes]:
    given = {
        "SLACK_BOT_TOKEN": workspace.bot_token,
        "SLACK_APP_TOKEN": workspace.app_token,
        "SLACK_SIGNING_SECRET": workspace.signing_secret,
        "SLACK_API_URL": workspace.api_url,
    }
    command = [sys.executable, "-m", "tests.handlers.slack.served", transport, str(folder), str(port)]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, **given})


def is_up(workspace: LocalWorkspace, transport: str, base: str) -> bool:
    if transport == "socket":
        return workspace.wait_for_bot(60)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            return httpx.get(f"{base}/healthz").status_code == 200
        except httpx.TransportError:
            time.sleep(0.1)
    return False


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
