"""The workspace as plain data: everything the page shows is here. Times are epoch seconds, `ts` Slack's message ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class User:
    id: str
    name: str
    real_name: str
    tz: str = "Europe/London"
    tz_offset: int = 0
    locale: str = "en-GB"
    is_bot: bool = False
    is_admin: bool = False
    is_guest: bool = False
    team_id: str = ""  # another team's for an external person (Slack Connect)
    deleted: bool = False


@dataclass
class Channel:
    """`kind` is public, private or im; `peer` is the person of an im."""

    id: str
    name: str
    kind: str = "public"
    members: set[str] = field(default_factory=set)
    is_archived: bool = False
    is_shared: bool = False
    peer: str = ""
    topic: str = ""
    created: int = 0

    @property
    def channel_type(self) -> str:
        return {"public": "channel", "private": "group", "im": "im"}[self.kind]


@dataclass
class Message:
    """One message. `only_for` names the person who alone sees an ephemeral one."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[dict[str, Any]] = field(default_factory=list)
    thread_ts: str = ""
    bot_id: str = ""
    app_id: str = ""
    team: str = ""
    only_for: str = ""
    subtype: str = ""
    edited_ts: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    broadcast: bool = False


@dataclass
class View:
    """A modal or a Home tab: `body` as the app gave it, with the ids that Slack adds."""

    id: str
    user: str
    body: dict[str, Any]
    hash: str
    root_id: str
    previous_id: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    response_channel: str = ""

    @property
    def is_home(self) -> bool:
        return self.body.get("type") == "home"


@dataclass
class File:
    id: str
    name: str
    length: int
    title: str = ""
    content: bytes = b""
    uploaded: bool = False
    url: str = ""
    shared_in: list[str] = field(default_factory=list)


@dataclass
class Token:
    """`kind` is bot, app or refresh; `dead` the error that its use brings."""

    value: str
    kind: str
    scopes: tuple[str, ...] = ()
    dead: str = ""
    expires_at: float = 0.0


@dataclass
class Trigger:
    user: str
    expires_at: float
    view_id: str = ""
    used: bool = False


@dataclass
class ResponseUrl:
    channel: str
    user: str
    expires_at: float
    uses_left: int
    message_ts: str = ""
    thread_ts: str = ""


@dataclass
class Scheduled:
    id: str
    channel: str
    post_at: int
    args: dict[str, Any]
    created: int = 0


@dataclass
class State:
    team_id: str
    team_name: str
    domain: str
    app_id: str
    bot_id: str
    bot_user: str
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    views: dict[str, View] = field(default_factory=dict)
    modals: dict[str, list[str]] = field(default_factory=dict)  # the stack of open modals of a person
    homes: dict[str, str] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    scheduled: dict[str, Scheduled] = field(default_factory=dict)
    oauth_codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    last_ts: int = 0
    last_id: int = 0


def new_ts(state: State, now: float) -> str:
    """A message id later than every other."""
    state.last_ts = max(int(now * 1_000_000), state.last_ts + 1)
    return f"{state.last_ts // 1_000_000}.{state.last_ts % 1_000_000:06d}"


def new_id(state: State, prefix: str) -> str:
    state.last_id += 1
    return f"{prefix}0LOCAL{state.last_id:05X}"


def find_user(state: State, name: str) -> User | None:
    """By id, @name or name."""
    found = state.users.get(name)
    return found or next((u for u in state.users.values() if u.name == name.removeprefix("@")), None)


def find_channel(state: State, name: str) -> Channel | None:
    """By id, #name or name."""
    found = state.channels.get(name)
    wanted = name.removeprefix("#")
    return found or next((c for c in state.channels.values() if c.name == wanted and c.kind != "im"), None)


def find_message(state: State, channel: str, ts: str) -> Message | None:
    return next((m for m in state.messages if m.ts == ts and m.channel == channel), None)


def messages_in(state: State, channel: str) -> list[Message]:
    """What everybody in the channel sees, in order."""
    return [m for m in state.messages if m.channel == channel and not m.only_for]


def replies_to(state: State, channel: str, ts: str) -> list[Message]:
    """The parent and its replies."""
    return [m for m in messages_in(state, channel) if ts in (m.ts, m.thread_ts)]


def direct_channel(state: State, user: str, now: float) -> Channel:
    """The conversation of the bot and this person, made when it is not there yet."""
    for channel in state.channels.values():
        if channel.kind == "im" and channel.peer == user:
            return channel
    channel = Channel(new_id(state, "D"), "", "im", {user, state.bot_user}, peer=user, created=int(now))
    state.channels[channel.id] = channel
    return channel
