"""The steps of an option that people see: moved on, with the messages that say so; put into a channel."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

import store.asking.events
import store.drafts
from bot.blocks.acted import done_line
from bot.blocks.inputs import values_in
from bot.blocks.option_forms import Memory, View, notice
from bot.blocks.render import render
from bot.questions.ask import Ask, Kind, Reading
from bot.sanctions.relief.lifecycle import Move
from handlers.desk import Asker
from handlers.options.moves import Announcing, Moving, without_editing
from handlers.options.reading import Wrong
from handlers.slack.asking import again_by, for_all, for_channel
from handlers.slack.front import Front
from handlers.slack.places import Press, is_direct
from handlers.slack.work import slack_code
from store.asking.events import Begun
from store.database import writing

log = logging.getLogger("sanctions_bot.slack")

TITLE = "Relief option"
NOT_THERE = "The bot is not in that channel. Invite it there first (/invite), then post again."
DID = {
    Move.SUBMIT: "Submitted for review",
    Move.APPROVE: "Approved",
    Move.RETURN: "Sent back",
    Move.ENACT: "Put into effect",
    Move.WITHDRAW: "Withdrawn",
}


def asked(asker: Asker, *, value: str, front: Front) -> View:
    return Moving(front.editing).asked(asker, value)


def remembering(view: View, press: Press) -> View:
    """The window with the message that it was opened from. A private one cannot be updated later."""
    memory = Memory.loads(view.get("private_metadata", ""))
    if press.private or not press.message_ts or not memory.move:
        return view
    memory = replace(memory, message=f"{press.channel} {press.message_ts}")
    return {**view, "private_metadata": memory.dumps()}


def take(asker: Asker, view: Mapping[str, Any], client: WebClient, *, front: Front) -> tuple[str, View]:
    """The step taken, and told where it was asked for and where the option was posted."""
    memory = Memory.loads(view.get("private_metadata", ""))
    done = Moving(front.editing).taken(asker, view)
    for channel, ts in _messages(memory, asker, front):
        _update(channel, ts, memory, asker, client, front)
    return "update", done


def _messages(memory: Memory, asker: Asker, front: Front) -> Iterable[tuple[str, str]]:
    """The message that the window was opened from, and those in which the option was posted, if it is no secret."""
    found = dict.fromkeys([tuple(memory.message.split(" "))] if memory.message else [])
    if not any(version.option.confidential for version in front.editing.history(asker, memory.key)[:1]):
        with front.sessions() as session:
            posted = store.drafts.threads_of(session, memory.key)
        found |= dict.fromkeys((one.channel, one.ts) for one in posted if one.team == asker.team)
    return [(one[0], one[1]) for one in found if len(one) == 2]


def _update(channel: str, ts: str, memory: Memory, asker: Asker, client: WebClient, front: Front) -> None:
    """The option as it stands now, in place of what the message said, with who took which step when."""
    reading = Reading((Ask(Kind.OPTION, options=(memory.key,)),))
    answer = front.answer(reading, replace(asker, place=asker.user if is_direct(channel) else channel))
    fitting = for_all(answer) if is_direct(channel) else for_channel(answer)
    message = render(replace(fitting, again=again_by(reading)))
    line = done_line(DID[Move(memory.move)], asker.user, front.now())
    try:
        client.chat_update(channel=channel, ts=ts, text=message.text, blocks=[*message.blocks, line])
    except SlackApiError as error:
        log.warning("A message about an option could not be updated: %s", slack_code(error) or "no reason given")


# ---- put into a channel -----------------------------------------------------


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
