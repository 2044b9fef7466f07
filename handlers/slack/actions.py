"""Buttons. What one carries says all that is needed, so it works after a restart and on messages of any age."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from slack_bolt import Ack, BoltResponse, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.document import Act, Answer, Tone
from bot.blocks.acted import acted, done
from bot.blocks.buttons import MENU
from bot.blocks.details import loading
from bot.blocks.errors import shared_by, sorry
from bot.blocks.render import Message, render
from bot.questions.ask import Kind
from handlers.slack import home, views
from handlers.slack.asking import Incoming, ask, asked_again, for_all, for_channel, for_one
from handlers.slack.front import Front
from handlers.slack.places import Press, is_direct, pressed
from handlers.slack.replies import post, put_in_place, shout, whisper
from handlers.slack.work import Tell, Workers, slack_code

NOT_A_MEMBER = {"not_in_channel", "channel_not_found", "is_archived", "restricted_action", "missing_scope"}
OLD = "This button is from another version of the bot and does nothing any more. Ask again for a new one."


def unfold(body: dict[str, Any], next: Callable[[], BoltResponse]) -> BoltResponse:
    """Before any listener is looked for, a choice in the menu beside the buttons becomes a press: `act:menu:4` with
    "act:share:3 is Rosneft sanctioned?" chosen is `act:share:3` with that value. A choice that another version made
    stays, and gets the word of an unknown button."""
    for action in body.get("actions") or ():
        chosen = action.get("selected_option") or {}
        if not str(action.get("action_id", "")).startswith(MENU) or not chosen:
            continue
        name, _, value = str(chosen.get("value", "")).partition(" ")
        if name.startswith("act:") and not name.startswith(MENU):
            action["action_id"], action["value"] = name, value
    return next()


def opened(ack: Ack) -> None:
    """A button that opens an address: Slack opens it, and only wants to be acknowledged."""
    ack()


def unknown(
    ack: Ack, body: dict[str, Any], action: dict[str, Any], respond: Respond, client: WebClient, *, workers: Workers
) -> None:
    """A button that no listener takes: it was made by another version of the bot."""
    ack()
    tell = _tell_one(pressed(body, action), respond, client)
    workers.run(lambda: _say(tell, OLD), tell)


def more(
    ack: Ack,
    body: dict[str, Any],
    action: dict[str, Any],
    respond: Respond,
    client: WebClient,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """Show the whole answer, given anew to whoever pressed, in a modal."""
    ack()
    press = pressed(body, action)

    def show(view_id: str) -> None:
        reading = asked_again(press.value)
        incoming = Incoming(reading.first.text, press.asker, thread=press.thread, reading=reading)
        ask(incoming, lambda answer: views.show_whole(client, view_id, for_channel(answer)), front=front, client=client)

    _in_window(press, show, respond, client, workers)


def details(
    ack: Ack,
    body: dict[str, Any],
    action: dict[str, Any],
    respond: Respond,
    client: WebClient,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """Show one listing whole, in a modal."""
    ack()
    press = pressed(body, action)
    _in_window(press, lambda view_id: views.show_details(client, view_id, press.value, front), respond, client, workers)


def _in_window(
    press: Press, show: Callable[[str], None], respond: Respond, client: WebClient, workers: Workers
) -> None:
    """Open a window at once, and have `show` fill it (it is given the window's id)."""

    def fill(view_id: str) -> None:
        workers.run(lambda: show(view_id), partial(views.show_error, client, view_id))

    tell, again = _tell_one(press, respond, client), "Please press the button again."
    views.open_at_once(loading(), press.trigger_id, fill, tell, again=again, client=client, workers=workers)


def share(
    ack: Ack,
    body: dict[str, Any],
    action: dict[str, Any],
    respond: Respond,
    client: WebClient,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """Ask again, for the whole channel, naming who shared. In place of the private answer stands that it was shared."""
    ack()
    press = pressed(body, action)
    tell = _tell_one(press, respond, client)

    def send(answer: Answer) -> None:
        _publish(shared_by(render(for_channel(answer)), press.asker.user), press, respond, client)
        put_in_place(done("Shared here", press.asker.user, front.now()), respond=respond)

    incoming = Incoming(press.value, press.asker, (press.key,), press.thread, repeatable=True)
    workers.run(lambda: ask(incoming, send, front=front, client=client), tell)


def _publish(message: Message, press: Press, respond: Respond, client: WebClient) -> None:
    try:
        post(message, client=client, channel=press.channel, thread=press.thread)
    except SlackApiError as error:
        if slack_code(error) not in NOT_A_MEMBER or not shout(message, respond=respond, thread=press.thread):
            raise


def watch(
    ack: Ack,
    body: dict[str, Any],
    action: dict[str, Any],
    respond: Respond,
    client: WebClient,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """Watch, or watch no more. Pressed twice it is as if pressed once, and says so. The message in which a watch was
    ended says by whom."""
    ack()
    press = pressed(body, action)
    tell = _tell_one(press, respond, client)
    ends = press.action_id.startswith(f"act:{Act.UNWATCH}:")
    change = front.unwatch if ends else front.watch

    def work() -> None:
        answer = change(press.value, front.identify(press.asker, client))
        tell(render(for_all(answer)))
        said = (body.get("message") or {}).get("blocks")
        if ends and said and answer.kind == Kind.UNWATCH and answer.cards[0].tone is not Tone.WARNING:
            blocks = acted(said, "Stopped", press.asker.user, front.now())
            put_in_place(Message(body["message"].get("text") or answer.text, blocks), respond=respond)
        if not press.channel:
            home.publish(client, press.asker.team, press.asker.user, front)

    workers.run(work, tell)


def ask_again(
    ack: Ack,
    body: dict[str, Any],
    action: dict[str, Any],
    respond: Respond,
    client: WebClient,
    *,
    front: Front,
    workers: Workers,
) -> None:
    """A suggested question: answered as if it had been typed where the button stands."""
    ack()
    press = pressed(body, action)
    alone = press.private
    tell = _tell_one(press, respond, client) if alone else _tell_here(press, client)

    def send(answer: Answer) -> None:
        if alone and press.channel and not front.is_own(press.channel, press.asker.user, client):
            tell(render(for_one(answer, press.value)))
        else:
            tell(render(for_all(answer) if alone or is_direct(press.channel) else for_channel(answer)))

    once = (f"ask {press.trigger_id}",) if press.trigger_id else ()
    thread = "" if alone else _thread_of(press)
    incoming = Incoming(press.value, press.asker, once, thread)
    workers.run(lambda: ask(incoming, send, front=front, client=client), tell)


def _thread_of(press: Press) -> str:
    """In a channel the answer goes to the thread of the message; in a direct message where the message stands."""
    return press.thread or ("" if is_direct(press.channel) else press.message_ts)


def _tell_here(press: Press, client: WebClient) -> Tell:
    if press.channel:
        return partial(post, client=client, channel=press.channel, thread=_thread_of(press))
    return partial(_tell_in_person, client=client, user=press.asker.user)


def _tell_one(press: Press, respond: Respond, client: WebClient) -> Tell:
    """To the one who pressed: privately where the button stands, in person where it stands in App Home."""
    if not press.channel:
        return partial(_tell_in_person, client=client, user=press.asker.user)
    return partial(
        whisper, respond=respond, client=client, channel=press.channel, user=press.asker.user, thread=press.thread
    )


def _tell_in_person(message: Message, *, client: WebClient, user: str) -> None:
    opened = client.conversations_open(users=user)
    channel = (opened.get("channel") or {}).get("id", user)
    post(message, client=client, channel=channel)


def _say(tell: Tell, sentence: str) -> None:
    tell(sorry(sentence))
