"""Starting the shipped bot as a process of its own, and waiting for it."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx

from tests.conftest import ROOT

BOT = [sys.executable, "-m", "bot"]
START_SECONDS = 120.0  # with every core busy elsewhere it takes a minute


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextlib.contextmanager
def shipped(environment: Mapping[str, str], log: Path) -> Iterator[str]:
    """The bot, for as long as the `with` lasts, and what it logs in a file; the address of its workspace."""
    address = f"http://127.0.0.1:{environment['SANCTIONS_BOT_LOCAL_PORT']}"
    command = [*BOT, "run"]
    with (
        log.open("w") as out,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=out, stderr=out) as bot,
    ):
        try:
            _until_answered(address, bot)
            yield address
        finally:
            bot.terminate()
            bot.wait(20)


def _until_answered(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until the bot has connected to its workspace. Raises RuntimeError."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the bot ended with {process.returncode}: see var/browser.log")
        try:
            with httpx.stream("GET", f"{address}/local/stream", trust_env=False, timeout=5) as stream:
                for line in stream.iter_lines():
                    if "connection.opened" in line:
                        return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise RuntimeError(f"the bot did not start within {START_SECONDS:.0f} s: see var/browser.log")
