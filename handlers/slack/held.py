"""The two buttons of a held edition: a person of the operators' channel accepts or rejects it."""

from __future__ import annotations

from functools import partial
from typing import Any, Protocol

from slack_bolt import Ack, Respond
from slack_sdk import WebClient

from bot.answers.document import Act, Answer, Card, person, text
from bot.blocks.acted import acted
from bot.blocks.render import Message, render
from bot.errors import BadInput, NotAllowed, Overtaken
from handlers.desk import Asker
from handlers.slack.front import Front
from handlers.slack.places import Press, pressed
from handlers.slack.replies import post, put_in_place, whisper
from handlers.slack.work import Workers

NOT_HERE = "Held editions are judged in the operators' channel, by members of this workspace; guests may not."
OVERTAKEN = "Not held any more: pressed"


class Judge(Protocol):
    """What becomes of held editions. `channel` is the operators' channel, "" where none is set. The sentences say what
    was done; BadInput where nothing of that name is held."""

    @property
    def channel(self) -> str: ...

    def accept(self, key: str, edition: str, who: str) -> str: ...

    def reject(self, key: str, edition: str, who: str) -> str: ...


def judged(
    ack: Ack,
    body: dict[str, Any],
    action: dict[str, Any],
    respond: Respond,
    client: WebClient,
    *,
    front: Front,
    workers: Workers,
    judge: Judge | None,
) -> None:
    """Accept or reject. What was done is said in the thread of the message, for everybody in the channel."""
    ack()
    press = pressed(body, action)
    tell = partial(
        whisper, respond=respond, client=client, channel=press.channel, user=press.asker.user, thread=press.thread
    )

    def work() -> None:
        if judge is None:
            raise NotAllowed(NOT_HERE)
        check_may_judge(front.identify(press.asker, client), judge)
        try:
            said = _done(press, judge)
        except Overtaken as overtaken:  # nobody else shall press it in vain
            without_buttons(OVERTAKEN, str(overtaken))
            raise
        answer = Answer(kind="held", cards=(Card(text("By ", person(press.asker.user), f": {said}")),))
        post(render(answer), client=client, channel=press.channel, thread=press.thread or press.message_ts)
        without_buttons("Accepted" if _accepts(press) else "Rejected", said)

    def without_buttons(did: str, said: str) -> None:
        held = body.get("message") or {}
        if held.get("blocks"):
            blocks = acted(held["blocks"], did, press.asker.user, front.now())
            put_in_place(Message(held.get("text") or said, blocks), respond=respond)

    workers.run(work, tell)


def check_may_judge(asker: Asker, judge: Judge) -> None:
    """Raises NotAllowed: whoever stands in the operators' channel may, but no guest and nobody of another
    organisation."""
    if not judge.channel or asker.place != judge.channel:
        raise NotAllowed(NOT_HERE)
    if not asker.known or asker.is_guest or asker.is_external:
        raise NotAllowed(NOT_HERE)


def _done(press: Press, judge: Judge) -> str:
    key, _, edition = press.value.partition(" ")
    if not edition:
        raise BadInput("This button is from an older version. Use sanctions-bot lists accept or reject.")
    return (judge.accept if _accepts(press) else judge.reject)(key, edition, press.asker.user)


def _accepts(press: Press) -> bool:
    return press.action_id.startswith(f"act:{Act.ACCEPT_EDITION}:")
