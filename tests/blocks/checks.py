"""What holds for every payload, whoever made it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal

from slack_sdk.models.blocks import Block
from slackblocks import _limits
from slackblocks._surfaces import validate_surface_blocks

from bot.blocks import kit


def assert_payload(blocks: list[dict[str, Any]], surface: Literal["message", "modal", "home"] = "message") -> None:
    validate_surface_blocks(blocks, surface)
    assert 1 <= len(blocks) <= (50 if surface == "message" else 100)
    for block in blocks:
        parsed = Block.parse(block)
        assert parsed is not None
        assert parsed.to_dict() == block
    if surface == "message":
        assert kit.weight(blocks) <= 12_000
    actions = [element for element in elements(blocks) if "action_id" in element]
    ids = [element["action_id"] for element in actions]
    assert len(ids) == len(set(ids))
    for element in actions:
        (_assert_menu if element["type"] == "overflow" else _assert_button)(element)
    for element in elements(blocks):
        if "text" in element and isinstance(element["text"], str):
            assert _limits.TEXT_MIN_LENGTH <= len(element["text"]) <= _limits.TEXT_MAX_LENGTH
        if element.get("type") == "context":
            assert 1 <= len(element["elements"]) <= _limits.CONTEXT_ELEMENTS_MAX_ITEMS
    json.dumps(blocks, ensure_ascii=False).encode("utf-8")  # no half of a surrogate pair


def _assert_button(element: dict[str, Any]) -> None:
    assert kit.size(element["text"]["text"]) <= _limits.BUTTON_TEXT_MAX_LENGTH
    assert kit.size(element.get("value", "")) <= _limits.BUTTON_VALUE_MAX_LENGTH
    assert kit.size(element.get("url", "")) <= _limits.BUTTON_URL_MAX_LENGTH
    assert kit.size(element.get("accessibility_label", "")) <= _limits.BUTTON_ACCESSIBILITY_LABEL_MAX_LENGTH
    assert element.get("value") or element.get("url")


def _assert_menu(element: dict[str, Any]) -> None:
    assert 1 <= len(element["options"]) <= 5
    for option in element["options"]:
        assert kit.size(option["text"]["text"]) <= _limits.OPTION_TEXT_MAX_LENGTH
        assert 1 <= kit.size(option["value"]) <= 150


def elements(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a payload."""
    if isinstance(value, dict):
        yield value
        for inside in value.values():
            yield from elements(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from elements(inside)


def shown(blocks: list[dict[str, Any]]) -> str:
    """The words that a person reads, runs joined as they are drawn."""
    said = ""
    for block in blocks:
        for element in elements(block):
            if isinstance(element.get("text"), str):
                said += element["text"]
        said += "\n"
    return said


def mrkdwn(blocks: list[dict[str, Any]]) -> list[str]:
    return [element["text"] for element in elements(blocks) if element.get("type") == "mrkdwn"]
