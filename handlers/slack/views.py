"""Modals."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.answers.document import Answer
from bot.blocks import details
from bot.blocks.render import Message
from bot.blocks.whole import whole
from handlers.slack.front import Front

GONE = "This entry is on none of the lists as they are loaded now. It may have been taken off since, or re-keyed."


def open_loading(client: WebClient, trigger_id: str) -> str:
    """Open a window at once: a trigger lives three seconds. Gives the window's id."""
    opened = client.views_open(trigger_id=trigger_id, view=details.loading())
    view_id: str = opened["view"]["id"]
    return view_id


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
