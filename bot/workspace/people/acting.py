"""What a person does that the app must acknowledge: commands, presses, submissions, shortcuts, look-ups."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.errors import BadInput
from bot.workspace.people.people import People
from bot.workspace.people.view_values import (
    element_at,
    elements_of,
    files_given,
    missing_inputs,
    refused_files,
    state_values,
    value_object,
)
from bot.workspace.slack import interactions, posting, responses, viewing
from bot.workspace.slack.hub import Ack, Delivery
from bot.workspace.slack.refusal import Refused
from bot.workspace.slack.rendering import file_json, view_json
from bot.workspace.slack.state import Channel, Message, User, View, find_message


@dataclass(frozen=True)
class Outcome:
    """`ok` when the app acknowledged in time; `errors` by block_id as the person sees them; `ack` what it said."""

    ok: bool
    errors: dict[str, str] = field(default_factory=dict)
    ack: dict[str, Any] = field(default_factory=dict)
    reason: str = ""


def outcome(ack: Ack) -> Outcome:
    return Outcome(ack.ok, {}, ack.payload, ack.reason)


class Acting(People):
    """Each method waits for the acknowledgement, at most three seconds; what follows later shows in the state."""

    def slash(self, user: str, channel: str, command: str, text: str = "") -> Outcome:
        """Type a command into a channel (never a thread: Slack has no commands there)."""
        with self.hub.lock:
            who = self.person(user)
            where = self.place(channel, who)
            known = self.hub.manifest.commands.get(command)
            if known is None or who.team_id != self.hub.state.team_id:  # Slack Connect shares no commands
                raise BadInput(f"{command} is not a valid command.")
            payload = interactions.slash(self.hub, who, where, known, text)
        ack = self.hub.courier.ask(Delivery("slash_commands", payload))
        with self.hub.lock:
            if not ack.ok:
                self._failed(who, where, command, ack)
            elif ack.payload:
                self._answered(who, where, ack)
        return outcome(ack)

    def _failed(self, user: User, channel: Channel, command: str, ack: Ack) -> None:
        error = "operation_timeout" if "timeout" in ack.reason else "dispatch_failed"
        text = f'{command} failed with the error "{error}"'
        note = Message(channel.id, "", "USLACKBOT", text, only_for=user.id, subtype="bot_message")
        posting.post_for_one(self.hub, note)

    def _answered(self, user: User, channel: Channel, ack: Ack) -> None:
        """The acknowledgement of a command may itself be the answer."""
        try:
            content, _ = posting.content_of(self.hub, ack.payload, "slash acknowledgement")
        except Refused as refused:
            self.hub.violation("slash acknowledgement", refused.error, refused.fields.get("errors"))
            return
        kind = "in_channel" if ack.payload.get("response_type") == "in_channel" else "ephemeral"
        responses.answer(self.hub, channel.id, user.id, content, kind)

    def press(self, user: str, message_ts: str, action_id: str, value: Any = None) -> Outcome:
        """Use a button or a menu of a message. `value` is what is chosen of a menu (an option's value, a date)."""
        with self.hub.lock:
            who = self.person(user)
            message = next((m for m in self.hub.state.messages if m.ts == message_ts and self._sees(who, m)), None)
            if message is None:
                raise BadInput(f"{who.name} sees no message {message_ts}.")
            block_id, element = element_at(message.blocks, action_id)
            action = interactions.action_of(block_id, element, value_object(element, value), self.hub.now())
            channel = self.hub.state.channels[message.channel]
            payload = interactions.pressed_in_message(self.hub, who, channel, message, action)
        return outcome(self.hub.courier.ask(Delivery("interactive", payload)))

    def _sees(self, user: User, message: Message) -> bool:
        if message.only_for:
            return message.only_for == user.id
        return user.id in self.hub.state.channels[message.channel].members

    def press_in_view(
        self, view_id: str, action_id: str, value: Any = None, values: dict[str, Any] | None = None
    ) -> Outcome:
        """Use a button or a menu of a modal or a Home tab. `values`: what was typed so far, as for `submit`; the app is
        sent it with the press."""
        with self.hub.lock:
            view = self._view(view_id)
            if not view.is_home:
                view.values = state_values(view.body["blocks"], values or {}, view.values)
            block_id, element = element_at(view.body["blocks"], action_id)
            chosen = value_object(element, value)
            if value is not None:
                view.values.setdefault(block_id, {})[action_id] = state_value_of(element, chosen)
            action = interactions.action_of(block_id, element, chosen, self.hub.now())
            payload = interactions.pressed_in_view(self.hub, self.person(view.user), view, action)
        return outcome(self.hub.courier.ask(Delivery("interactive", payload)))

    def _view(self, view_id: str) -> View:
        view = self.hub.state.views.get(view_id)
        if view is None:
            raise BadInput(f"There is no view {view_id}.")
        return view

    def submit(self, view: str | dict[str, Any], values: dict[str, Any]) -> Outcome:
        """Send a modal (it or its id), `values` by block_id or action_id. Not sent with a required input empty."""
        with self.hub.lock:
            shown = self._view(view if isinstance(view, str) else view["id"])
            if shown.is_home:
                raise BadInput("A Home tab cannot be submitted.")
            refused = refused_files(shown.body["blocks"], values)
            if refused:
                return Outcome(False, refused)
            given = self._with_files(shown.body["blocks"], values)
            shown.values = state_values(shown.body["blocks"], given, shown.values)
            missing = missing_inputs(shown.body["blocks"], shown.values)
            if missing:
                return Outcome(False, dict.fromkeys(missing, "Please complete this required field."))
            payload = interactions.submitted(self.hub, self.person(shown.user), shown)
        ack = self.hub.courier.ask(Delivery("interactive", payload))
        if not ack.ok:
            return outcome(ack)
        with self.hub.lock:
            return self._respond(shown, ack)

    def _with_files(self, blocks: list[dict[str, Any]], values: dict[str, Any]) -> dict[str, Any]:
        """The values, with what a person put into inputs of files as the files that Slack then has."""
        put = {}
        for key, _, chosen in files_given(blocks, values):
            put[key] = [file_json(self.uploaded(each["name"], each["content"])) for each in chosen]
        return {**values, **put}

    def _respond(self, view: View, ack: Ack) -> Outcome:
        """What `response_action` asks for; nothing closes the modal."""
        action = ack.payload.get("response_action", "")
        try:
            if action == "errors":
                return Outcome(True, self._errors(view, ack.payload.get("errors") or {}), ack.payload)
            if action in ("update", "push"):
                but = view.id if action == "update" else ""
                body = viewing.judged(self.hub, ack.payload.get("view"), "modal", but)
                if action == "update":
                    viewing.update_view(self.hub, view, body)
                else:
                    viewing.push_view(self.hub, view.user, body)
            elif action in ("", "clear"):
                viewing.close(self.hub, view, everything=action == "clear")
            else:
                raise Refused("invalid_response_action")
        except Refused as refused:
            self.hub.violation("view_submission", refused.error, refused.fields.get("errors"))
            return Outcome(False, {}, ack.payload, refused.error)
        return outcome(ack)

    def _errors(self, view: View, errors: dict[str, str]) -> dict[str, str]:
        inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
        if not errors or set(errors) - inputs:
            raise Refused("invalid_errors", errors=[f"no input has the block_id {e}" for e in set(errors) - inputs])
        self.hub.tell("view.refused", view_id=view.id, user=view.user, errors=errors)
        return errors

    def close_view(self, view: str | dict[str, Any], everything: bool = False) -> None:
        """Close a modal; the app hears of those that asked to (notify_on_close)."""
        with self.hub.lock:
            shown = self._view(view if isinstance(view, str) else view["id"])
            clears = everything or bool(shown.body.get("clear_on_close"))
            gone = viewing.close(self.hub, shown, clears)
            who = self.person(shown.user)
            payloads = [
                interactions.closed(self.hub, who, each, clears) for each in gone if each.body.get("notify_on_close")
            ]
        for payload in payloads:
            self.hub.courier.ask(Delivery("interactive", payload))

    def shortcut(self, user: str, callback_id: str, channel: str = "", message_ts: str = "") -> Outcome:
        """Use a global shortcut, or a message shortcut on the message named."""
        with self.hub.lock:
            kind = "message" if message_ts else "global"
            if self.hub.manifest.shortcuts.get(callback_id) != kind:
                raise BadInput(f"There is no {kind} shortcut {callback_id}.")
            who = self.person(user)
            if kind == "global":
                payload = interactions.global_shortcut(self.hub, who, callback_id)
            else:
                where = self.place(channel, who)
                message = find_message(self.hub.state, where.id, message_ts)
                if message is None or not self._sees(who, message):
                    raise BadInput(f"{who.name} sees no message {message_ts}.")
                payload = interactions.message_shortcut(self.hub, who, where, message, callback_id)
        return outcome(self.hub.courier.ask(Delivery("interactive", payload)))

    def suggest(self, view_id: str, action_id: str, typed: str) -> list[dict[str, Any]]:
        """What an external menu of a view offers for these letters; none when the app's answer is not usable."""
        with self.hub.lock:
            view = self._view(view_id)
            block_id, _ = element_at(view.body["blocks"], action_id)
            who = self.person(view.user)
            where = {
                "container": {"type": "view", "view_id": view.id},
                "view": view_json(view, self.hub.state),
            }
            payload = interactions.suggestion(self.hub, who, where, (block_id, action_id), typed)
        ack = self.hub.courier.ask(Delivery("interactive", payload))
        options = ack.payload.get("options")
        if options is None:
            options = [o for group in ack.payload.get("option_groups") or [] for o in group["options"]]
        if len(options) > 100:
            self.hub.violation("block_suggestion", "too_many_options", [f"{len(options)} options"])
            return []
        return list(options)

    def buttons(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """The elements of a message that can be used, in order. Each choice of a menu stands by itself: `chosen` is
        the value with which `press` takes it."""
        found: list[dict[str, Any]] = []
        for _, element in elements_of(message.get("blocks") or []):
            if element["type"] == "overflow":
                found += [{**element, "text": one["text"], "chosen": one["value"]} for one in element["options"]]
            else:
                found.append(element)
        return found


def state_value_of(element: dict[str, Any], chosen: Any) -> dict[str, Any]:
    kind = element["type"]
    return {"type": kind, interactions.VALUE_OF[kind]: chosen}
