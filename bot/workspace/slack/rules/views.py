"""Is this a view that Slack would open or publish?"""

from __future__ import annotations

from typing import Any

from bot.workspace.slack import limits
from bot.workspace.slack.rules.block_kit import judge_blocks
from bot.workspace.slack.rules.block_objects import plain_text
from bot.workspace.slack.rules.shape import Findings, Rule, boolean, shape, string

NAMES: dict[str, Rule] = {
    "private_metadata": string(limits.PRIVATE_METADATA, 0),
    "callback_id": string(limits.IDENTIFIER, 0),
    "external_id": string(limits.IDENTIFIER, 0),
}
TITLE = plain_text(limits.VIEW_TITLE)
FLAGS: dict[str, Rule] = {"clear_on_close": boolean, "notify_on_close": boolean, "submit_disabled": boolean}


def modal_blocks(value: Any, path: str, findings: Findings) -> None:
    judge_blocks(value, "modal", path, findings)


def home_blocks(value: Any, path: str, findings: Findings) -> None:
    judge_blocks(value, "home", path, findings)


def submit_for_inputs(value: Any, path: str, findings: Findings) -> None:
    blocks = value.get("blocks")
    has_input = isinstance(blocks, list) and any(isinstance(b, dict) and b.get("type") == "input" for b in blocks)
    if has_input and not value.get("submit"):
        findings.note("missing required field: submit", path)


MODAL_VIEW = shape(
    {"title": TITLE, "blocks": modal_blocks},
    {**NAMES, **FLAGS, "submit": TITLE, "close": TITLE},
    submit_for_inputs,
)
HOME_VIEW = shape({"blocks": home_blocks}, NAMES)


def check_view(view: Any, surface: str) -> list[str]:
    """What Slack would refuse in this view (surface `modal` or `home`); empty when nothing."""
    findings = Findings()
    if not isinstance(view, dict):
        findings.note("must be an object", "/view")
    elif view.get("type") != surface:
        findings.note(f"unsupported type: {view.get('type')}", "/view/type")
    else:
        (MODAL_VIEW if surface == "modal" else HOME_VIEW)(view, "/view", findings)
    return findings.messages
