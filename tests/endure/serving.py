"""Serves the real desk, over what a database holds, in a process of its own:
`python -m tests.endure.serving TRANSPORT DATABASE_URL PORT`."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from bot.app.http import serve_http
from bot.app.slack import SlackSettings, build_app
from bot.app.socket_mode import serve_socket
from handlers.desk import Desk
from handlers.slack.front import DeskFront
from store.database import open_engine, sessions

FASTER = "SANCTIONS_TEST_FASTER"  # "1764300000 10": since then (Unix seconds) its clock runs so many times as fast
STARTED_WITHIN = 120.0  # seconds, on a machine that may be busy elsewhere


@contextlib.contextmanager
def serving(transport: str, database: str, port: int, environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """The bot in a process of its own."""
    command = [sys.executable, "-m", "tests.endure.serving", transport, database, str(port)]
    process = subprocess.Popen(command, env={**os.environ, **environ})
    try:
        yield process
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


def listens(port: int) -> bool:
    """Whether somebody listens there, in the end."""
    until = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        time.sleep(0.1)
    return False


def main(transport: str, database: str, port: str) -> None:
    factory = sessions(open_engine(database))
    since, factor = map(float, os.environ.get(FASTER, "0 1").split())

    def now() -> datetime:
        return datetime.fromtimestamp(since + (time.time() - since) * factor, UTC)

    front = DeskFront(Desk(factory, now))
    given = SlackSettings(
        os.environ["SLACK_BOT_TOKEN"], os.environ["SLACK_SIGNING_SECRET"], os.environ["SLACK_API_URL"]
    )
    app = build_app(given, front)
    if transport == "socket":
        serve_socket(app, os.environ["SLACK_APP_TOKEN"])
    else:
        serve_http(app, int(port))


if __name__ == "__main__":
    main(*sys.argv[1:])
