"""Inputs of modals, and what stands in them. block_id and action_id are the same, so that each is found by one name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.blocks import kit
from bot.blocks.kit import Block, Element

TYPED = 3_000  # characters that Slack takes in one input


def typed(
    name: str,
    label: str,
    value: str = "",
    *,
    lines: bool = False,
    optional: bool = False,
    hint: str = "",
    most: int = TYPED,
) -> Block:
    """Words, in one line or many."""
    element: Element = {"type": "plain_text_input", "action_id": name, "max_length": most}
    if lines:
        element["multiline"] = True
    if value:
        element["initial_value"] = kit.cut(value, most)
    return _input(name, label, element, optional=optional, hint=hint)


def choice(name: str, label: str, offered: Mapping[str, str], value: str = "", *, optional: bool = False) -> Block:
    """One of several; `offered` gives the words by value."""
    options = {one: {"text": kit.words(words, 75), "value": one} for one, words in offered.items()}
    element: Element = {"type": "static_select", "action_id": name, "options": list(options.values())}
    if value in options:
        element["initial_option"] = options[value]
    return _input(name, label, element, optional=optional)


def tick(name: str, label: str, words: str, *, ticked: bool) -> Block:
    """A single box."""
    option = {"text": kit.words(words, 75), "value": "yes"}
    element: Element = {"type": "checkboxes", "action_id": name, "options": [option]}
    if ticked:
        element["initial_options"] = [option]
    return _input(name, label, element, optional=True)


def files(name: str, label: str, types: Sequence[str], most: int, *, hint: str = "") -> Block:
    """Files, by the ends of their names; the app needs files:read for it."""
    return _input(
        name, label, {"type": "file_input", "action_id": name, "filetypes": list(types), "max_files": most}, hint=hint
    )


def day(name: str, label: str, value: str = "") -> Block:
    element: Element = {"type": "datepicker", "action_id": name}
    if value:
        element["initial_date"] = value
    return _input(name, label, element, optional=True)


def channels(name: str, label: str, chosen: Sequence[str] = ()) -> Block:
    """Several channels; none that is shared with another organisation is offered."""
    kept = {"include": ["public", "private"], "exclude_external_shared_channels": True}
    element: Element = {"type": "multi_conversations_select", "action_id": name, "filter": kept}
    if chosen:
        element["initial_conversations"] = list(chosen)
    return _input(name, label, element, optional=True)


def channel(name: str, label: str, chosen: str = "") -> Block:
    """One channel."""
    element: Element = {
        "type": "conversations_select",
        "action_id": name,
        "filter": {"include": ["public", "private"]},
    }
    if chosen:
        element["initial_conversation"] = chosen
    return _input(name, label, element)


def people(name: str, label: str, chosen: Sequence[str] = ()) -> Block:
    element: Element = {"type": "multi_users_select", "action_id": name}
    if chosen:
        element["initial_users"] = list(chosen)
    return _input(name, label, element, optional=True)


def _input(name: str, label: str, element: Element, *, optional: bool = False, hint: str = "") -> Block:
    block: Block = {"type": "input", "block_id": name, "label": kit.words(label), "element": element}
    if optional:
        block["optional"] = True
    if hint:
        block["hint"] = kit.words(hint)
    return block


def values_in(view: Mapping[str, Any]) -> dict[str, str]:
    """What stands in the inputs of a view, by block_id: words, or the value chosen; several joined by spaces. What
    nobody has touched yet is what the window was opened with."""
    state = (view.get("state") or {}).get("values") or {}
    found = {block["block_id"]: _initial(block["element"]) for block in view["blocks"] if block["type"] == "input"}
    for block, elements in state.items():
        for held in elements.values():
            if isinstance(held, dict):
                found[block] = _value(held)
    return found


def _initial(element: Mapping[str, Any]) -> str:
    names = {f"initial_{kept}": now for kept, now in _INITIAL.items()}
    return _value({names[name]: value for name, value in element.items() if name in names})


_INITIAL = {
    "value": "value",
    "date": "selected_date",
    "option": "selected_option",
    "options": "selected_options",
    "conversation": "selected_conversation",
    "conversations": "selected_conversations",
    "users": "selected_users",
}


def _value(held: Mapping[str, Any]) -> str:
    if held.get("selected_option"):
        return str(held["selected_option"].get("value", ""))
    if "selected_options" in held:
        return " ".join(str(one.get("value", "")) for one in held["selected_options"] or [])
    for name in ("selected_conversations", "selected_users"):
        if name in held:
            return " ".join(held[name] or [])
    for name in ("value", "selected_date", "selected_conversation"):
        if held.get(name):
            return str(held[name])
    return ""
