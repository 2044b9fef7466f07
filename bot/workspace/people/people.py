"""What a person does and sees: speaking in channels and reading them. From Python, safe in any thread."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from bot.errors import BadInput
from bot.workspace.people.typed import rich_text
from bot.workspace.slack import events, posting
from bot.workspace.slack.escaping import message_text
from bot.workspace.slack.hub import Hub
from bot.workspace.slack.rendering import message_json, view_json
from bot.workspace.slack.state import (
    Channel,
    File,
    Message,
    User,
    View,
    direct_channel,
    find_channel,
    find_message,
    find_user,
    messages_in,
    new_id,
    new_ts,
    replies_to,
)


class People:
    """Users and channels go by id or name; the channel "dm" is the person's conversation with the bot."""

    hub: Hub

    def person(self, name: str) -> User:
        user = find_user(self.hub.state, name)
        if user is None:
            raise BadInput(f"Nobody here is called {name}.")
        return user

    def place(self, name: str, user: User) -> Channel:
        """A channel that this person is in. Raises BadInput."""
        if name in ("dm", "@bot"):
            return direct_channel(self.hub.state, user.id, self.hub.now())
        channel = find_channel(self.hub.state, name)
        if channel is None:
            raise BadInput(f"There is no channel {name}.")
        if user.id not in channel.members:
            raise BadInput(f"{user.name} is not in {name}.")
        if channel.is_archived:
            raise BadInput(f"{name} is archived.")
        return channel

    def say(self, channel: str, user: str, text: str, thread_ts: str | None = None) -> str:
        """Post a message as a person; returns its ts. Events go out; this does not wait for the app."""
        with self.hub.lock:
            who = self.person(user)
            if who.deleted:
                raise BadInput(f"{who.name} is deactivated.")
            where = self.place(channel, who)
            if where.kind == "im" and not self.hub.manifest.messages_tab:
                raise BadInput("Sending messages to this app has been turned off.")
            message = Message(where.id, "", who.id, message_text(self.hub.state, text), team=who.team_id)
            message.blocks = rich_text(message.text)
            message.thread_ts = self._answering(where, thread_ts or "")
            return posting.post(self.hub, where, message).ts

    def attach(
        self, channel: str, user: str, name: str, content: str, text: str = "", thread_ts: str | None = None
    ) -> str:
        """Drop a file into a channel as a person, with words beside it or without; `content` is base64, as a page has
        it. Returns the ts of the message."""
        with self.hub.lock:
            who = self.person(user)
            where = self.place(channel, who)
            file = self.uploaded(name, content)
            file.shared_in.append(where.id)
            message = Message(where.id, "", who.id, message_text(self.hub.state, text), team=who.team_id)
            message.blocks = rich_text(message.text) if text else []
            message.subtype, message.files = "file_share", [file.id]
            message.thread_ts = self._answering(where, thread_ts or "")
            return posting.post(self.hub, where, message).ts

    def uploaded(self, name: str, content: str) -> File:
        """A file of a person with Slack; `content` is base64. Raises BadInput."""
        try:
            held = base64.b64decode(content, validate=True)
        except ValueError as error:
            raise BadInput("The content of the file is not base64.") from error
        file = File(new_id(self.hub.state, "F"), name, len(held), content=held, uploaded=True)
        file.url = f"{self.hub.url}/files-pri/{self.hub.state.team_id}-{file.id}/download/{quote(name, safe='')}"
        self.hub.state.files[file.id] = file
        return file

    def _answering(self, channel: Channel, ts: str) -> str:
        if not ts:
            return ""
        parent = find_message(self.hub.state, channel.id, ts)
        if parent is None:
            raise BadInput(f"There is no message {ts} to answer.")
        return parent.thread_ts or parent.ts

    def mention(self, channel: str, user: str, text: str, thread_ts: str | None = None) -> str:
        """Say it to the bot in a channel."""
        return self.say(channel, user, f"<@{self.hub.state.bot_user}> {text}", thread_ts)

    def dm(self, user: str, text: str, thread_ts: str | None = None) -> str:
        """Say it to the bot in the direct conversation."""
        return self.say("dm", user, text, thread_ts)

    def edit(self, channel: str, user: str, ts: str, text: str) -> None:
        with self.hub.lock:
            where, message = self._own(channel, user, ts)
            written = message_text(self.hub.state, text)
            posting.change(self.hub, where, message, {"text": written, "blocks": rich_text(written)})

    def take_back(self, channel: str, user: str, ts: str) -> None:
        with self.hub.lock:
            posting.delete(self.hub, *self._own(channel, user, ts))

    def _own(self, channel: str, user: str, ts: str) -> tuple[Channel, Message]:
        who = self.person(user)
        where = self.place(channel, who)
        message = find_message(self.hub.state, where.id, ts)
        if message is None or message.user != who.id:
            raise BadInput(f"{who.name} has no message {ts} in {channel}.")
        return where, message

    def open_home(self, user: str, tab: str = "home") -> None:
        """Open the app's Home (or `messages`) tab: the app hears of it and publishes when it can."""
        with self.hub.lock:
            who = self.person(user)
            channel = direct_channel(self.hub.state, who.id, self.hub.now())
            events.home_opened(self.hub, who.id, channel, tab, new_ts(self.hub.state, self.hub.now()))

    def messages(self, channel: str) -> list[dict[str, Any]]:
        """All of a channel in order, threads and all, without what only one person sees. A direct one by its id."""
        with self.hub.lock:
            found = find_channel(self.hub.state, channel)
            if found is None:
                raise BadInput(f"There is no channel {channel}.")
            return [message_json(m, self.hub.state) for m in messages_in(self.hub.state, found.id)]

    def direct(self, user: str) -> list[dict[str, Any]]:
        """The conversation of this person and the bot."""
        with self.hub.lock:
            return self.messages(direct_channel(self.hub.state, self.person(user).id, self.hub.now()).id)

    def ephemerals(self, user: str) -> list[dict[str, Any]]:
        """What this person alone was shown, in order, each with its channel."""
        with self.hub.lock:
            state, who = self.hub.state, self.person(user).id
            own = [m for m in state.messages if m.only_for == who]
            return [{**message_json(m, state), "channel": m.channel} for m in own]

    def replies(self, channel: str, ts: str) -> list[dict[str, Any]]:
        """The answers in the thread of a message, without the message itself."""
        with self.hub.lock:
            found = find_channel(self.hub.state, channel)
            if found is None:
                raise BadInput(f"There is no channel {channel}.")
            return [message_json(m, self.hub.state) for m in replies_to(self.hub.state, found.id, ts) if m.ts != ts]

    def modal(self, user: str) -> dict[str, Any] | None:
        """The modal that this person has in front, or None."""
        with self.hub.lock:
            stack = self.hub.state.modals.get(self.person(user).id)
            return self._shown(self.hub.state.views.get(stack[-1]) if stack else None)

    def home(self, user: str) -> dict[str, Any] | None:
        """The Home tab as last published for this person, or None."""
        with self.hub.lock:
            return self._shown(self.hub.state.views.get(self.hub.state.homes.get(self.person(user).id, "")))

    def _shown(self, view: View | None) -> dict[str, Any] | None:
        return view_json(view, self.hub.state) if view else None

    def wait(self, true: Callable[[], Any], seconds: float = 30.0) -> bool:
        """Until `true()`; looked at whenever something happens here, and now and then."""
        return self.hub.journal.wait(true, seconds)

    def violations(self) -> list[dict[str, Any]]:
        """Every rule of Slack that the app broke so far."""
        return [entry.data for entry in self.hub.journal.entries("violation")]
