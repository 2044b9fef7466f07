"""Starting a process that serves, and waiting for it."""

from __future__ import annotations

import socket
import subprocess
import time

import httpx

START_SECONDS = 120.0  # with every core busy elsewhere it takes a minute


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def until_answered(address: str, process: subprocess.Popen[bytes]) -> None:
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
