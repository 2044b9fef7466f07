"""The windows of editing options, as Slack opens, presses and submits them."""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Callable, Mapping
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import replace
from functools import partial
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.document import Act
from bot.blocks.errors import UNEXPECTED, sorry
from bot.blocks.option_forms import EDIT, MOVE, POST, SAVE, Memory, View, notice
from bot.blocks.render import Message
from bot.errors import BotError
from handlers.desk import Asker
from handlers.options.moves import Announcing
from handlers.options.reading import Wrong
from handlers.slack import option_steps, views
from handlers.slack.front import Front
from handlers.slack.option_steps import TITLE, announce
from handlers.slack.places import asker_in, pressed
from handlers.slack.replies import whisper
from handlers.slack.work import Tell, Workers, note, slack_code

log = logging.getLogger("sanctions_bot.slack")

MOMENT = "One moment…"
ANSWER_WITHIN = 2.0  # seconds; Slack waits three
_EDIT = re.compile(
    r"(?:relief )?option (?P<key>[a-z0-9-]{1,20}) edit|edit (?:relief )?option (?P<other>[a-z0-9-]{1,20})"
)
_NEW = re.compile(
    r"(?:relief )?option new|new (?:relief )?option"
    r"|(?:(?:please|i(?: want|'d like) to|let'?s|can (?:i|we)) )?(?:draft|write|create|make|start) (?:an?|another) "
    r"(?:new )?(?:relief )?option(?: paper)?(?: please)?[.!?]?"
)
SHORTCUT = "draft_option"
NEW = "new"  # what a button carries that begins a new option: keys are in capitals

Make = Callable[[Asker], View]


def register(app: App, front: Front, workers: Workers) -> None:
    for act, make in ((Act.EDIT, _editor), (Act.MOVE, option_steps.asked), (Act.POST, _post)):
        pattern = re.compile(rf"^act:{act.value}:")
        app.action(pattern)(partial(button, make=make, front=front, workers=workers))
    app.block_action(re.compile(r"^form:"))(partial(form_button, front=front, workers=workers))
    app.options(re.compile(r"^form:find:"))(partial(suggest, front=front))
    app.shortcut(SHORTCUT)(partial(begin, front=front, workers=workers))
    app.view(EDIT)(partial(submitted, step=_preview, front=front, workers=workers))
    app.view(SAVE)(partial(submitted, step=_save, front=front, workers=workers))
    app.view(MOVE)(partial(submitted, step=option_steps.take, front=front, workers=workers))
    app.view(POST)(partial(submitted, step=announce, front=front, workers=workers))


def wish_in(text: str) -> str | None:
    """The key of an option to be edited; "" for a new one; None where the words wish something else."""
    low = " ".join(text.lower().split())
    if _NEW.fullmatch(low):
        return ""
    found = _EDIT.fullmatch(low)
    return (found["key"] or found["other"]).upper() if found else None


# ---- opening ---------------------------------------------------------------


def open_editor(
    key: str,
    command: Mapping[str, Any],
    asker: Asker,
    respond: Respond,
    client: WebClient,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """/sanctions option B edit, /sanctions option new."""
    tell = partial(whisper, respond=respond, client=client, channel=command.get("channel_id") or "", user=asker.user)
    make = partial(_editor, value=key, front=front)
    _open(command.get("trigger_id", ""), asker, make, tell, client, front=front, workers=workers)


def button(
    ack: Ack,
    body: dict[str, Any],
    action: dict[str, Any],
    respond: Respond,
    client: WebClient,
    *,
    make: Callable[..., View],
    front: Front,
    workers: Workers,
) -> None:
    """A button under an option, or in the window that says that it is saved."""
    ack()
    press = pressed(body, action)

    def making(asker: Asker) -> View:
        return option_steps.remembering(make(asker, value=press.value, front=front), press)

    view = body.get("view") or {}
    if view.get("type") == "modal":
        asker = _submitter(body, view)
        _show(view["id"], asker, making, client, front=front, workers=workers)
        return
    tell = partial(whisper, respond=respond, client=client, channel=press.channel, user=press.asker.user)
    _open(press.trigger_id, press.asker, making, tell, client, front=front, workers=workers)


def _open(
    trigger: str, asker: Asker, make: Make, tell: Tell, client: WebClient, *, front: Front, workers: Workers
) -> None:
    """A window at once, for a trigger lives three seconds; then what belongs into it."""
    fill = partial(_show, asker=asker, make=make, client=client, front=front, workers=workers)
    waiting, again = notice(TITLE, [MOMENT]), "Please try again."
    views.open_at_once(waiting, trigger, fill, tell, again=again, client=client, workers=workers)


def _show(view_id: str, asker: Asker, make: Make, client: WebClient, *, front: Front, workers: Workers) -> None:
    def work() -> None:
        try:
            view = make(front.identify(asker, client))
        except BotError as error:
            view = notice(TITLE, [str(error)])
        client.views_update(view_id=view_id, view=view)

    def show_error(message: Message) -> None:
        client.views_update(view_id=view_id, view={**notice(TITLE, []), "blocks": message.blocks})

    workers.run(work, show_error)


def _editor(asker: Asker, *, value: str, front: Front) -> View:
    return front.editing.open(asker, "" if value == NEW else value)


def begin(ack: Ack, body: dict[str, Any], client: WebClient, *, front: Front, workers: Workers) -> None:
    """The shortcut "Draft a relief option", from anywhere in Slack."""
    ack()
    user, team = body["user"]["id"], (body.get("team") or {}).get("id", "")

    def tell(message: Message) -> None:
        client.chat_postMessage(channel=user, text=message.text, blocks=message.blocks)

    make = partial(_editor, value=NEW, front=front)
    _open(body.get("trigger_id", ""), asker_in(team, user, ""), make, tell, client, front=front, workers=workers)


def suggest(ack: Ack, body: dict[str, Any], client: WebClient, *, front: Front) -> None:
    """What the menu of a term offers. Answered here and not in a worker's turn: Slack waits three seconds, whatever
    else is asked meanwhile."""
    view = body.get("view") or {}
    uid = str(body.get("action_id", "")).rpartition(":")[2]
    try:
        asker = front.identify(_submitter(body, view), client)
        found = front.editing.offered(asker, view, uid, str(body.get("value", "")))
    except BotError as error:
        log.info("A menu offers nothing: %s", type(error).__name__)
        found = []
    ack(options=[{"text": {"type": "plain_text", "text": said}, "value": value} for value, said in found])


def _post(asker: Asker, *, value: str, front: Front) -> View:
    return Announcing(front.editing).asked(asker, value)


# ---- in the window ---------------------------------------------------------


def form_button(
    ack: Ack, body: dict[str, Any], action: dict[str, Any], client: WebClient, *, front: Front, workers: Workers
) -> None:
    """A term added or taken out, or the terms shown the other way. What was typed stays."""
    ack()
    view = body["view"]
    what = str(action.get("action_id", "")).removeprefix("form:")
    chosen = (action.get("selected_option") or {}).get("value", "")
    what = f"{what}:{chosen}" if chosen else what

    def work() -> None:
        asker = front.identify(_submitter(body, view), client)
        client.views_update(view_id=view["id"], view=front.editing.changed(asker, view, what))

    workers.run(work, lambda message: client.views_push(trigger_id=body["trigger_id"], view=_apart(message)))


def _apart(message: Message) -> View:
    return {**notice(TITLE, [], last=False), "blocks": message.blocks}


def submitted(
    ack: Ack,
    body: dict[str, Any],
    view: dict[str, Any],
    client: WebClient,
    *,
    step: Callable[..., tuple[str, View]],
    front: Front,
    workers: Workers,
) -> None:
    """A window sent. What is wrong with it stands beside the input, and all that was typed stays. What takes longer
    than Slack waits (it may ask Slack) is shown in a window on top of it, when it is done."""
    work = workers.soon(lambda: _outcome(body, view, client, step=step, front=front))
    try:
        ack(**work.result(timeout=ANSWER_WITHIN))
    except FutureTimeout:
        name = f"later-{secrets.token_hex(8)}"
        ack(response_action="push", view={**notice(TITLE, [MOMENT], last=False), "external_id": name})
        work.add_done_callback(lambda done: workers.run(lambda: _shown_later(client, name, done.result()), _nobody))


def _outcome(
    body: Mapping[str, Any],
    view: dict[str, Any],
    client: WebClient,
    *,
    step: Callable[..., tuple[str, View]],
    front: Front,
) -> dict[str, Any]:
    """What Slack is answered: always something, or it would close the window and lose what was typed."""
    try:
        asker = front.identify(_submitter(body, view), client)
        action, shown = step(asker, view, client, front=front)
    except Wrong as wrong:
        return {"response_action": "errors", "errors": _bound(wrong.errors, view)}
    except BotError as error:
        return {"response_action": "push", "view": notice(TITLE, [str(error)], last=False)}
    except Exception as error:
        said = f"{UNEXPECTED} If it happens again, tell whoever runs this bot the id {note(error)}."
        return {"response_action": "push", "view": notice(TITLE, [said], last=False)}
    return {"response_action": action, "view": shown}


def _shown_later(client: WebClient, name: str, outcome: Mapping[str, Any]) -> None:
    """The outcome in the window on top; Slack may not have opened that yet."""
    view = outcome.get("view") or notice(TITLE, list(outcome["errors"].values()), last=False)
    for wait in (0.2, 0.5, 1.0, 2.0, 0.0):
        try:
            client.views_update(external_id=name, view={**view, "external_id": name})
            return
        except SlackApiError as error:
            if slack_code(error) != "not_found" or not wait:
                raise
            time.sleep(wait)


def _nobody(message: Message) -> None:
    """The window is gone: there is nowhere to say what went wrong but the log, which has it."""


def _preview(asker: Asker, view: Mapping[str, Any], client: WebClient, *, front: Front) -> tuple[str, View]:
    return "push", front.editing.previewed(asker, view)


def _save(asker: Asker, view: Mapping[str, Any], client: WebClient, *, front: Front) -> tuple[str, View]:
    return "update", front.editing.saved(asker, view)


def _submitter(body: Mapping[str, Any], view: Mapping[str, Any]) -> Asker:
    """Whoever uses the window, in the place in which it was opened."""
    user = body.get("user") or {}
    team = (body.get("team") or {}).get("id") or user.get("team_id") or ""
    asker = asker_in(team, user.get("id", ""), "")
    place = Memory.loads(view.get("private_metadata", "")).place
    return replace(asker, place=place or asker.place)


def _bound(errors: Mapping[str, str], view: Mapping[str, Any]) -> dict[str, str]:
    """Slack takes errors for inputs that the window has; what has none stands beside the last one."""
    inputs = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    bound: dict[str, str] = {}
    for name, reason in errors.items():
        at = name if name in inputs else inputs[-1]
        bound[at] = f"{bound[at]} {reason}" if at in bound else reason
    return bound


def _say(tell: Tell, sentence: str) -> None:
    tell(sorry(sentence))
