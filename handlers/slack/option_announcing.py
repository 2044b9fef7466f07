"""An option posted to a channel from its window, where each new version of it is told from then on."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

import store.asking.events
from bot.blocks.inputs import values_in
from bot.blocks.option_forms import Memory, View, notice
from bot.blocks.render import render
from handlers.desk import Asker
from handlers.options.moves import Announcing, without_editing
from handlers.options.reading import Wrong
from handlers.slack.front import Front
from handlers.slack.work import slack_code
from store.asking.events import Begun
from store.database import writing

log = logging.getLogger("sanctions_bot.slack")

TITLE = "Relief option"
NOT_THERE = "The bot is not in that channel. Invite it there first (/invite), then post again."


def announce(asker: Asker, view: Mapping[str, Any], client: WebClient, *, front: Front) -> tuple[str, View]:
    """Posted while the window waits, so that a channel that cannot be posted to is said beside its name."""
    channel, key = values_in(view).get("channel", ""), Memory.loads(view.get("private_metadata", "")).key
    announcing = Announcing(front.editing)
    answer = announcing.answer_for(asker, view, channel, is_shared=front.is_shared(channel, client))
    message = render(without_editing(answer))
    once = (f"post {view['id']} {channel}",)  # one window posts once, however often it is sent
    with writing(front.sessions) as session:
        begun = store.asking.events.begin(session, once, front.now())
    if begun in (Begun.BUSY, Begun.DONE):
        return "update", notice(TITLE, [f"Option {key} is posted."])
    try:
        posted = client.chat_postMessage(
            channel=channel, text=message.text, blocks=message.blocks, unfurl_links=False, unfurl_media=False
        )
    except SlackApiError as error:
        log.warning("An option could not be posted: %s", slack_code(error) or "no reason given")
        with writing(front.sessions) as session:
            store.asking.events.release(session, once)
        raise Wrong({"channel": NOT_THERE}) from error
    with writing(front.sessions) as session:
        store.asking.events.end(session, once)
    announcing.announced(asker, key, channel, str(posted["ts"]))
    return "update", notice(TITLE, [f"Option {key} is posted. Each new version of it is told in the thread there."])
