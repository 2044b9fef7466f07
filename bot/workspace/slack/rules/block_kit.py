"""Is this what Slack would take? Blocks are judged by the surface they stand on. Never more lenient than Slack."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from bot.workspace.slack import limits
from bot.workspace.slack.rules import block_elements as elements
from bot.workspace.slack.rules.block_objects import (
    CELL,
    HEADER_CELL,
    IMAGE_ELEMENT,
    IMAGE_SOURCE,
    RICH_TEXT_PARTS,
    RICH_TEXT_VALUE,
    SLACK_FILE,
    plain_text,
    text,
    unique,
)
from bot.workspace.slack.rules.charts import DATA_VISUALIZATION
from bot.workspace.slack.rules.shape import (
    Findings,
    Rule,
    at_least_one,
    boolean,
    choice,
    integer,
    items,
    one_of,
    shape,
    string,
)

Surface = Literal["message", "modal", "home"]
ID = {"block_id": unique("block_id")}


def block(required: dict[str, Rule], optional: dict[str, Rule] | None = None, also: Rule | None = None) -> Rule:
    return shape(required, {**ID, **(optional or {})}, also)


def input_block(inside: dict[str, Rule]) -> Rule:
    return block(
        {"label": plain_text(2000), "element": one_of(inside)},
        {"hint": plain_text(2000), "optional": boolean, "dispatch_action": boolean},
    )


def rows_alike(value: Any, path: str, findings: Findings) -> None:
    """All rows of a table have as many cells as the first."""
    rows = value.get("rows")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) for row in rows):
        return
    for at, row in enumerate(rows):
        if len(row) != len(rows[0]):
            findings.note("all rows must have the same number of columns", f"{path}/rows/{at}")


def data_table(value: Any, path: str, findings: Findings) -> None:
    rows_alike(value, path, findings)
    rows = value.get("rows")
    if not isinstance(rows, list) or not rows or not isinstance(rows[0], list):
        return
    items(HEADER_CELL, 20)(rows[0], f"{path}/rows/0", findings)
    column = value.get("row_header_column_index")
    if isinstance(column, int) and column >= len(rows[0]):
        findings.note("must name a column", f"{path}/row_header_column_index")


ALIGN = shape({}, {"align": choice("left", "center", "right"), "is_wrapped": boolean})
TABLE = block({"rows": items(items(CELL, 20), 100)}, {"column_settings": items(ALIGN, 20)}, rows_alike)
DATA_TABLE = block(
    {"caption": string(), "rows": items(items(CELL, 20), 101, 2)},  # sources differ, 101 or 201: we take the narrower
    {"page_size": integer(1, 100), "row_header_column_index": integer(0)},
    data_table,
)
CARD = block(
    {},
    {
        "hero_image": one_of({"image": IMAGE_ELEMENT}),
        "icon": one_of({"image": IMAGE_ELEMENT}),
        "slack_icon": one_of({"icon": shape({"name": string()})}),
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "subtext": text(200),
        "actions": items(one_of({"button": elements.BUTTON}), 3),
    },
    at_least_one("hero_image", "title", "actions", "body"),
)
SOURCES = items(one_of({"url": shape({"url": string(3000), "text": string()})}), None)


def task(*statuses: str) -> Rule:
    return block(
        {"task_id": string(), "title": string()},
        {"status": choice(*statuses), "details": RICH_TEXT_VALUE, "output": RICH_TEXT_VALUE, "sources": SOURCES},
    )


RUNNING = ("in_progress", "complete", "error")
COMMON: dict[str, Rule] = {
    "actions": block({"elements": items(one_of(elements.IN_ACTIONS), 25)}),
    "card": CARD,
    "context": block({"elements": items(one_of({"image": IMAGE_ELEMENT, "plain_text": text(), "mrkdwn": text()}), 10)}),
    "divider": block({}),
    "header": block({"text": plain_text(150)}),
    "image": block(
        {"alt_text": string(2000)},
        {"image_url": string(3000), "slack_file": SLACK_FILE, "title": plain_text(2000)},
        IMAGE_SOURCE,
    ),
    "input": input_block(elements.IN_INPUT),
    "rich_text": block({"elements": RICH_TEXT_PARTS}),
    "section": block(
        {},
        {
            "text": text(3000),
            "fields": items(text(2000), 10),
            "accessory": one_of(elements.IN_SECTION),
            "expand": boolean,
        },
        at_least_one("text", "fields"),
    ),
    "video": block(
        {"alt_text": string(2000), "title": plain_text(199), "thumbnail_url": string(3000), "video_url": string(3000)},
        {
            "author_name": string(49),
            "description": plain_text(200),
            "provider_icon_url": string(2000),
            "provider_name": string(50),
            "title_url": string(2000),
        },
    ),
}
CAROUSEL = block({"elements": items(one_of({"card": CARD}), 10)})
CONTAINED: dict[str, Rule] = {name: rule for name, rule in COMMON.items() if name not in ("input", "card")}
CONTAINER = block(
    {"child_blocks": items(one_of(CONTAINED, "unsupported type in a container"), 10)},
    {
        "title": plain_text(150),
        "rich_text_title": RICH_TEXT_VALUE,
        "subtitle": text(150),
        "icon": one_of({"image": IMAGE_ELEMENT}),
        "width": choice("narrow", "standard", "wide", "full"),
        "is_collapsible": boolean,
        "default_collapsed": boolean,
        "has_header_divider": boolean,
    },
    at_least_one("title", "rich_text_title"),
)
MESSAGE: dict[str, Rule] = {
    **COMMON,
    "carousel": CAROUSEL,
    "container": CONTAINER,
    "context_actions": block(
        {
            "elements": items(
                one_of({"feedback_buttons": elements.FEEDBACK_BUTTONS, "icon_button": elements.ICON_BUTTON}), 5
            )
        }
    ),
    "data_table": DATA_TABLE,
    "data_visualization": block(*DATA_VISUALIZATION),
    "file": block({"external_id": string(), "source": choice("remote")}),
    "markdown": block({"text": string(limits.MARKDOWN_CHARACTERS)}),
    "plan": block({"title": string()}, {"tasks": items(one_of({"task_card": task("pending", *RUNNING)}), 50)}),
    "table": TABLE,
    "task_card": task(*RUNNING),
}
MODAL: dict[str, Rule] = {
    **COMMON,
    "input": input_block(elements.IN_MODAL_INPUT),
    "actions": block({"elements": items(one_of(elements.IN_ACTIONS_RICH), 25)}),
    "alert": block({"text": text(200)}, {"level": choice("default", "info", "warning", "error", "success")}),
}
HOME: dict[str, Rule] = {**COMMON, "carousel": CAROUSEL}
SURFACES: dict[Surface, dict[str, Rule]] = {"message": MESSAGE, "modal": MODAL, "home": HOME}


def check_blocks(blocks: Any, surface: Surface) -> list[str]:
    """What Slack would refuse in these blocks, as its `response_metadata.messages`; empty when nothing."""
    findings = Findings()
    judge_blocks(blocks, surface, "/blocks", findings)
    return findings.messages


def judge_blocks(blocks: Any, surface: Surface, path: str, findings: Findings) -> None:
    most, least = (limits.MESSAGE_BLOCKS, 0) if surface == "message" else (limits.VIEW_BLOCKS, 1)
    items(one_of(SURFACES[surface], f"unsupported type on a {surface}"), most, least)(blocks, path, findings)
    if surface == "message" and isinstance(blocks, list):
        judge_totals([each for each in blocks if isinstance(each, dict)], path, findings)


def judge_totals(blocks: list[dict[str, Any]], path: str, findings: Findings) -> None:
    """What a message may hold in all: one table, two charts, so many characters of tables and of markdown."""
    totals: list[tuple[tuple[str, ...], Callable[[list[dict[str, Any]]], int], int, str]] = [
        (("table", "data_table"), len, limits.TABLES, "only_one_table_allowed"),
        (("data_visualization",), len, limits.CHARTS, "no more than 2 data_visualization blocks allowed"),
        (("table", "data_table"), characters, limits.TABLE_CHARACTERS, "table text is too long"),
        (("markdown",), characters, limits.MARKDOWN_CHARACTERS, "markdown text is too long in all"),
    ]
    for kinds, measure, most, words in totals:
        if measure([each for each in blocks if each.get("type") in kinds]) > most:
            findings.note(words, path)


def characters(value: Any) -> int:
    """The characters of every text in a payload, as they count towards the limits on a whole message."""
    if isinstance(value, dict):
        return sum(len(v) if k == "text" and isinstance(v, str) else characters(v) for k, v in value.items())
    if isinstance(value, list):
        return sum(characters(each) for each in value)
    return 0
