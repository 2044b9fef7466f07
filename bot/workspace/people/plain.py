"""A message as words in a terminal: what Slack would show, without the looks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

DATE = re.compile(r"<!date\^(\d+)\^[^|>]*\|([^>]*)>")
NAMED_LINK = re.compile(r"<([^|<>]+)\|([^<>]*)>")
LINK = re.compile(r"<((?:https?|mailto|tel):[^|<>]+)>")
STYLE = re.compile(r"(?<![\w*_~`])([*_~`])(?=\S)(.+?)(?<=\S)\1(?![\w*_~`])")


CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def plain_mrkdwn(text: str) -> str:
    """mrkdwn as words: links with their address, dates by their fallback, no entities, no control characters."""
    text = DATE.sub(lambda m: m[2] or datetime.fromtimestamp(int(m[1]), UTC).strftime("%d %B %Y"), text)
    text = NAMED_LINK.sub(lambda m: m[2] if m[1][0] in "@#!" else f"{m[2]} ({m[1]})", text)
    text = STYLE.sub(lambda m: m[2], LINK.sub(lambda m: m[1], text))
    return CONTROL.sub("", html.unescape(text))


def text_of(value: Any) -> str:
    """A text object, a rich text or a table cell."""
    if isinstance(value, str):
        return plain_mrkdwn(value)
    if isinstance(value, list):
        return "".join(text_of(each) for each in value)
    if not isinstance(value, dict):
        return ""
    if value.get("type") == "plain_text":
        return CONTROL.sub("", str(value.get("text", "")))
    if value.get("type") == "link":
        return f"{value.get('text') or ''} ({value.get('url')})".strip()
    if value.get("type") == "user":
        return f"<@{value.get('user_id')}>"  # as a mention in mrkdwn stands here too
    if "elements" in value:
        joint = "\n" if value.get("type") in ("rich_text", "rich_text_list") else ""
        return joint.join(text_of(each) for each in value["elements"])
    return text_of(value.get("text") or value.get("alt_text") or "")


def lines_of(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """Each block as one or more lines; the order is the reader's."""
    for block in blocks:
        kind = block.get("type")
        if kind == "divider":
            yield "-" * 40
        elif kind in ("table", "data_table"):
            yield from (" | ".join(text_of(cell) for cell in row) for row in block["rows"])
        elif kind == "actions":
            yield "  ".join(label_of(element) for element in block["elements"])
        elif kind == "context":
            yield " · ".join(text_of(element) for element in block["elements"])
        elif kind in ("container", "carousel"):
            yield text_of(block.get("title") or "")
            yield from lines_of(block.get("child_blocks") or block.get("elements") or [])
        else:
            yield from details_of(block)


def details_of(block: dict[str, Any]) -> Iterator[str]:
    for name in ("title", "subtitle", "label", "text", "body", "subtext", "alt_text"):
        if block.get(name):
            yield text_of(block[name])
    yield from (text_of(field) for field in block.get("fields") or ())
    if block.get("type") == "rich_text":
        yield text_of(block)
    if block.get("accessory"):
        yield label_of(block["accessory"])
    if block.get("actions"):
        yield "  ".join(label_of(element) for element in block["actions"])


def label_of(element: dict[str, Any]) -> str:
    """A button as [Label]."""
    return f"[{text_of(element.get('text') or element.get('placeholder') or element.get('alt_text') or '...')}]"


def readable(message: dict[str, Any]) -> str:
    """The whole message: its blocks, or its text where it has none."""
    lines = [line for line in lines_of(message.get("blocks") or []) if line.strip()]
    return "\n".join(lines) or plain_mrkdwn(message.get("text", ""))
