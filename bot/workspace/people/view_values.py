"""The values of inputs: from what a person gives to what `state.values` carries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.errors import BadInput
from bot.workspace.slack.interactions import VALUE_OF
from bot.workspace.slack.limits import WINDOW_FILE_BYTES
from bot.workspace.slack.posting import INTERACTIVE

Blocks = list[dict[str, Any]]
INITIAL = {
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_users": "initial_users",
    "selected_channel": "initial_channel",
    "selected_channels": "initial_channels",
    "selected_conversation": "initial_conversation",
    "selected_conversations": "initial_conversations",
    "rich_text_value": "initial_value",
    "value": "initial_value",
}


def elements_of(blocks: Blocks) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every interactive element with its block_id, in order, cards and containers included."""
    for block in blocks:
        inner = block.get("child_blocks") or (block.get("elements") if block.get("type") == "carousel" else None)
        if inner:
            yield from elements_of(inner)
            continue
        found = [block.get("accessory"), block.get("element")]
        for group in (block.get("elements"), block.get("actions")):
            found += group if isinstance(group, list) else []
        for element in found:
            if isinstance(element, dict) and element.get("type") in INTERACTIVE:
                yield block.get("block_id", ""), element


def element_at(blocks: Blocks, action_id: str) -> tuple[str, dict[str, Any]]:
    """Raises BadInput."""
    for block_id, element in elements_of(blocks):
        if element.get("action_id") == action_id:
            return block_id, element
    raise BadInput(f"Nothing here has the action_id {action_id}.")


def value_object(element: dict[str, Any], value: Any) -> Any:
    """An option's value becomes the option; all else stays. Raises BadInput when it is not offered."""
    name = VALUE_OF.get(element["type"], "value")
    if value is None or name not in ("selected_option", "selected_options"):
        return value
    if isinstance(value, list):
        return [one_option(element, each) for each in value]
    return one_option(element, value)


def one_option(element: dict[str, Any], value: Any) -> Any:
    if isinstance(value, dict) or "external" in element["type"]:
        return value if isinstance(value, dict) else {"text": {"type": "plain_text", "text": value}, "value": value}
    offered = [*(element.get("options") or []), *(o for g in element.get("option_groups") or [] for o in g["options"])]
    for option in offered:
        if option.get("value") == value:
            return option
    raise BadInput(f"{value} is not offered.")


def state_values(blocks: Blocks, given: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """`state.values` as Slack sends it: what was given now, else chosen before, else initial. Raises BadInput."""
    values: dict[str, Any] = {}
    unused = set(given)
    for block_id, element in elements_of(blocks):
        name = VALUE_OF.get(element["type"], "")
        if not name or element["type"] in ("button", "overflow", "workflow_button", "icon_button"):
            continue
        action_id = element["action_id"]
        key = block_id if block_id in given else action_id
        unused.discard(key)
        old = before.get(block_id, {}).get(action_id, {}).get(name, element.get(INITIAL.get(name, "")))
        value = value_object(element, given[key]) if key in given else old
        values.setdefault(block_id, {})[action_id] = {"type": element["type"], name: value}
    if unused:
        raise BadInput(f"The view has no input called {', '.join(sorted(unused))}.")
    return values


def missing_inputs(blocks: Blocks, values: dict[str, Any]) -> list[str]:
    """The block_ids of required inputs that are empty: the client does not send such a modal."""
    missing = []
    for block in blocks:
        if block.get("type") != "input" or block.get("optional"):
            continue
        element = block["element"]
        held = values.get(block["block_id"], {}).get(element["action_id"], {})
        if not held.get(VALUE_OF[element["type"]]):
            missing.append(block["block_id"])
    return missing


def files_given(blocks: Blocks, values: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], list[dict[str, Any]]]]:
    """Key, element and what a person chose, `[{"name", "content" in base64}]`, of each input of files."""
    for block_id, element in elements_of(blocks):
        key = block_id if block_id in values else element["action_id"]
        if element["type"] == "file_input" and values.get(key):
            yield key, element, values[key]


def refused_files(blocks: Blocks, values: dict[str, Any]) -> dict[str, str]:
    """What Slack's client does not take into an input of files, by the input's key."""
    refused = {}
    for key, element, chosen in files_given(blocks, values):
        types = [f".{kind.lower()}" for kind in element.get("filetypes") or []]
        most = element.get("max_files", 10)
        if len(chosen) > most:
            refused[key] = f"At most {most} files can be added."
        elif types and not all(str(each["name"]).lower().endswith(tuple(types)) for each in chosen):
            refused[key] = f"Only files of these types can be added: {', '.join(types)}."
        elif large := [str(each["name"]) for each in chosen if size(str(each["content"])) > WINDOW_FILE_BYTES]:
            refused[key] = f"{large[0]} is too large: at most {WINDOW_FILE_BYTES // 1_000_000} MB can be added."
    return refused


def size(content: str) -> int:
    """Bytes of a file whose content is base64."""
    return len(content) * 3 // 4 - content[-2:].count("=")
