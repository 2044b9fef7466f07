"""What Slack does to the words of a slash command and of a message before the app sees them."""

from __future__ import annotations

import re

from bot.workspace.slack.state import State, find_user

ENTITY = re.compile(r"<(?:[@#!][^<>\s]+|(?:https?|mailto|tel):[^<>\s]+)>")
NAMED = re.compile(r"(?<![\w/.<])([@#])([a-z0-9][a-z0-9._-]*)", re.IGNORECASE)
LINK = re.compile(r"(?<![\w<|/@.])((?:https?://)[^\s<>|]+)")
BARE_DOMAIN = re.compile(
    r"(?<![\w<|/@.-])((?:[a-z0-9-]+\.)+(?:com|org|net|ru|gov|eu|io|uk|de|ch))(?![\w.-])", re.IGNORECASE
)


def escape(text: str) -> str:
    """& < > as entities, what is already <@U..>, <#C..>, <!..> or a link left alone."""
    parts, at = [], 0
    for entity in ENTITY.finditer(text):
        parts += [plain(text[at : entity.start()]), entity.group()]
        at = entity.end()
    return "".join([*parts, plain(text[at:])])


def plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def command_text(state: State, text: str, should_escape: bool) -> str:
    """With should_escape a person is <@U|name> and a channel <#C|name>; without, words stay as typed."""
    return name_entities(state, escape(text), with_names=True) if should_escape else text


def message_text(state: State, text: str) -> str:
    """A message: mentions without names, links and bare domains linked as the client does."""
    named = name_entities(state, escape(text), with_names=False)
    linked = LINK.sub(lambda m: f"<{m[1]}>", named)
    return BARE_DOMAIN.sub(lambda m: f"<http://{m[1]}|{m[1]}>", linked)


def name_entities(state: State, text: str, with_names: bool) -> str:
    def entity(match: re.Match[str]) -> str:
        sign, name = match.groups()
        if sign == "@":
            user = find_user(state, name.rstrip("."))
            return match[0] if user is None else f"<@{user.id}|{user.name}>" if with_names else f"<@{user.id}>"
        channel = next((c for c in state.channels.values() if c.kind != "im" and c.name == name), None)
        return match[0] if channel is None else f"<#{channel.id}|{channel.name if with_names else ''}>"

    return NAMED.sub(entity, text)
