"""App Home: published each time it is opened."""

from __future__ import annotations

import logging
from typing import Any

from slack_bolt import BoltContext
from slack_sdk import WebClient

from bot.blocks.home import home
from bot.blocks.render import Message
from handlers.slack.front import Front
from handlers.slack.places import asker_in, workspace_of
from handlers.slack.work import Workers

log = logging.getLogger("sanctions_bot.slack")


def opened(event: dict[str, Any], client: WebClient, context: BoltContext, *, front: Front, workers: Workers) -> None:
    """Publish this person's page. Opening the Messages tab sends the same event, and is none of ours."""
    if event.get("tab", "home") != "home" or not event.get("user"):
        return
    user = event["user"]

    def show_error(message: Message) -> None:
        client.views_publish(user_id=user, view={"type": "home", "blocks": message.blocks})

    workers.run(lambda: publish(client, workspace_of(context), user, front), show_error)


def publish(client: WebClient, team: str, user: str, front: Front) -> None:
    asker = front.identify(asker_in(team, user, ""), client)
    client.views_publish(user_id=user, view=home(front.home(asker)))
