"""Modals."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.document import Answer
from bot.blocks import details
from bot.blocks.errors import sorry
from bot.blocks.render import Message
from bot.blocks.whole import whole
from handlers.slack.front import Front
from handlers.slack.work import Tell, Workers, slack_code

log = logging.getLogger("sanctions_bot.slack")
LATE = frozenset(
    ("expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired", "trigger_exchanged")
)
TOO_LATE = "Slack gave the bot too little time to open the window."
GONE = "This entry is on none of the lists as they are loaded now. It may have been taken off since, or re-keyed."


def open_at_once(
    view: dict[str, Any],
    trigger: str,
    fill: Callable[[str], object],
    tell: Tell,
    *,
    again: str,
    refused: str = "",
    client: WebClient,
    workers: Workers,
) -> None:
    """Open a window, for a trigger lives three seconds; then `fill` is given its id. Where Slack opens none, for it was
    too late, `tell` says so and how to try `again`; what it says where Slack `refused` for another reason, if there is
    one that is likely."""

    def open_it() -> None:
        try:
            opened = client.views_open(trigger_id=trigger, view=view)
        except SlackApiError as error:
            code = slack_code(error)
            log.warning("A window could not be opened: %s", code or "no reason given")
            tell(sorry(refused if refused and code not in LATE else f"{TOO_LATE} {again}"))
            return
        fill(opened["view"]["id"])

    workers.at_once(open_it, tell)


def show_details(client: WebClient, view_id: str, entity_id: str, front: Front) -> None:
    """Put a listing into the window."""
    found = front.dossier(entity_id)
    view = (
        details.details(found.party, found.standing, found.editions, found.programs or {})
        if found
        else details.failed(GONE)
    )
    client.views_update(view_id=view_id, view=view)


def show_whole(client: WebClient, view_id: str, answer: Answer) -> None:
    """Put a whole answer into the window."""
    client.views_update(view_id=view_id, view=whole(answer))


def show_error(client: WebClient, view_id: str, message: Message) -> None:
    """Put an error into the window, in place of what it waits for."""
    client.views_update(view_id=view_id, view=details.with_blocks(message.blocks))
