"""What a person typed, as the rich text that Slack's own composer makes of it."""

from __future__ import annotations

import html
import re
from typing import Any

ENTITY = re.compile(r"<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>")


def rich_text(text: str) -> list[dict[str, Any]]:
    """The blocks of a person's message. `text` is as in the message: & < > escaped, <@U..>, <#C..>, <https://..|..>."""
    elements: list[dict[str, Any]] = []
    at = 0
    for entity in ENTITY.finditer(text):
        elements += plain(text[at : entity.start()])
        elements.append(element(*entity.groups()))
        at = entity.end()
    elements += plain(text[at:])
    if not elements:
        return []
    section = {"type": "rich_text_section", "elements": elements}
    return [{"type": "rich_text", "block_id": "typed", "elements": [section]}]


def plain(text: str) -> list[dict[str, Any]]:
    return [{"type": "text", "text": html.unescape(text)}] if text else []


def element(sign: str, target: str, label: str | None) -> dict[str, Any]:
    if sign == "@":
        return {"type": "user", "user_id": target}
    if sign == "#":
        return {"type": "channel", "channel_id": target}
    if sign == "!":
        return {"type": "broadcast", "range": target}
    shown = {"text": html.unescape(label)} if label else {}
    return {"type": "link", "url": html.unescape(target), **shown}
