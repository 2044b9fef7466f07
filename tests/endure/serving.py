"""Serves the real desk over the shipped facts: `python -m tests.endure.serving TRANSPORT FOLDER PORT`."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.app.http import serve_http
from bot.app.slack import SlackSettings, build_app
from bot.app.socket_mode import serve_socket
from handlers.desk import Desk
from handlers.slack.front import DeskFront
from store.database import open_engine, sessions


def main(transport: str, folder: str, port: str) -> None:
    factory = sessions(open_engine(f"sqlite:///{Path(folder) / 'bot.db'}"))
    front = DeskFront(Desk(factory, lambda: datetime.now(UTC)))
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
