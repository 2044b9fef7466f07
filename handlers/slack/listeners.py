"""Every listener of the bot, in one place; the same ones serve Socket Mode and HTTP."""

from __future__ import annotations

import re
from functools import partial

from slack_bolt import App

from handlers.slack import (
    actions,
    commands,
    errors,
    files,
    held,
    home,
    mentions,
    messages,
    option_windows,
    statement_adding,
)
from handlers.slack.batch import window
from handlers.slack.batch.running import Batches, cancel
from handlers.slack.front import Front
from handlers.slack.held import Judge
from handlers.slack.work import Workers

COMMAND = "/sanctions"


def register(app: App, front: Front, workers: Workers, judge: Judge | None = None) -> None:
    """Register them. bot/data/manifest.json names the same ones, and a test compares the two."""
    app.middleware(actions.unfold)
    app.command(COMMAND)(partial(commands.sanctions, front=front, workers=workers))
    batches = Batches(front, workers)
    app.event("app_mention")(partial(mentions.mentioned, front=front, workers=workers, batches=batches))
    app.event("message")(partial(messages.written, front=front, workers=workers, batches=batches))
    app.event("app_home_opened")(partial(home.opened, front=front, workers=workers))
    app.action(re.compile(r"^act:details:"))(partial(actions.details, front=front, workers=workers))
    app.action(re.compile(r"^act:more:"))(partial(actions.more, front=front, workers=workers))
    app.action(re.compile(r"^act:share:"))(partial(actions.share, front=front, workers=workers))
    app.action(re.compile(r"^act:(watch|unwatch):"))(partial(actions.watch, front=front, workers=workers))
    app.action(re.compile(r"^act:ask:"))(partial(actions.ask_again, front=front, workers=workers))
    app.action(re.compile(r"^act:open:"))(actions.opened)
    app.action(re.compile(r"^act:cancel:"))(partial(cancel, front=front, workers=workers))
    app.action(re.compile(r"^act:file:"))(partial(files.send, front=front, workers=workers))
    app.action(re.compile(r"^act:(accept|reject)-edition:"))(
        partial(held.judged, front=front, workers=workers, judge=judge)
    )
    option_windows.register(app, front, workers)
    window.register(app, front, workers, batches)
    statement_adding.register(app, front, workers)
    app.action(re.compile(""))(partial(actions.unknown, workers=workers))  # the last one: whatever no other takes
    app.error(errors.unhandled)
