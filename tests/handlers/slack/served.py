"""A process that serves the bot, slowly: `python -m tests.handlers.slack.served TRANSPORT FOLDER PORT`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bot.app.http import serve_http
from bot.app.slack import SlackSettings, build_app
from bot.app.socket_mode import serve_socket
from tests.handlers.slack.fronts import RememberingFront


def main(transport: str, folder: str, port: str) -> None:
    front = RememberingFront(Path(folder))
    front.delay = 0.6
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
