"""The interactive elements of Block Kit and where each may stand."""

from __future__ import annotations

import re
from typing import Any

from bot.workspace.slack.rules.block_objects import (
    CONFIRM,
    DISPATCH,
    FILTER,
    IMAGE_ELEMENT,
    MARKED_OPTION,
    OPTION_GROUPS,
    OPTIONS,
    RICH_TEXT_VALUE,
    option,
    plain_text,
    unique,
)
from bot.workspace.slack.rules.shape import Findings, Rule, boolean, choice, exactly_one, integer, items, shape, string

ACTION = {"action_id": unique("action_id")}
BUTTON_LOOK = {"style": choice("primary", "danger"), "accessibility_label": string(75)}
FOCUS = {"focus_on_load": boolean}
PROMPT = {"placeholder": plain_text(150)}


def pattern(expression: str, words: str) -> Rule:
    def check(value: Any, path: str, findings: Findings) -> None:
        if not isinstance(value, str) or not re.fullmatch(expression, value):
            findings.note(f"must be {words}", path)

    return check


DATE = pattern(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", "a date YYYY-MM-DD")
TIME = pattern(r"([01]\d|2[0-3]):[0-5]\d", "a time HH:mm")

BUTTON = shape(
    {"text": plain_text(75)},
    {**ACTION, **BUTTON_LOOK, "value": string(2000), "url": string(3000), "confirm": CONFIRM},
)
WORKFLOW_BUTTON = shape(
    {
        "text": plain_text(75),
        "workflow": shape(
            {
                "trigger": shape(
                    {"url": string(3000)},
                    {"customizable_input_parameters": items(shape({"name": string(), "value": string()}), None)},
                )
            }
        ),
    },
    {**ACTION, **BUTTON_LOOK},
)
FEEDBACK = shape({"text": plain_text(75), "value": string(2000)}, {"accessibility_label": string(75)})
FEEDBACK_BUTTONS = shape({"positive_button": FEEDBACK, "negative_button": FEEDBACK}, ACTION)
ICON_BUTTON = shape(
    {"icon": choice("trash"), "text": plain_text()},
    {
        **ACTION,
        "value": string(2000),
        "accessibility_label": string(75),
        "confirm": CONFIRM,
        "visible_to_user_ids": items(string(), 10),
    },
)
BOXES = {**ACTION, **FOCUS, "confirm": CONFIRM}
SELECT = {**ACTION, **PROMPT, **FOCUS, "confirm": CONFIRM}
MANY = {**SELECT, "max_selected_items": integer(1)}
ONE_SOURCE = exactly_one("options", "option_groups")
CHOICES = {"options": OPTIONS, "option_groups": OPTION_GROUPS}
URL_TO = {"response_url_enabled": boolean}
IDS = items(string(), None)

STATIC_OPTION = option()
SELECTS: dict[str, Rule] = {
    "static_select": shape({}, {**SELECT, **CHOICES, "initial_option": STATIC_OPTION}, ONE_SOURCE),
    "external_select": shape({}, {**SELECT, "initial_option": STATIC_OPTION, "min_query_length": integer(0)}),
    "users_select": shape({}, {**SELECT, "initial_user": string()}),
    "channels_select": shape({}, {**SELECT, **URL_TO, "initial_channel": string()}),
    "conversations_select": shape(
        {},
        {
            **SELECT,
            **URL_TO,
            "initial_conversation": string(),
            "default_to_current_conversation": boolean,
            "filter": FILTER,
        },
    ),
}
MULTI_SELECTS: dict[str, Rule] = {
    "multi_static_select": shape({}, {**MANY, **CHOICES, "initial_options": OPTIONS}, ONE_SOURCE),
    "multi_external_select": shape({}, {**MANY, "initial_options": OPTIONS, "min_query_length": integer(0)}),
    "multi_users_select": shape({}, {**MANY, "initial_users": IDS}),
    "multi_channels_select": shape({}, {**MANY, "initial_channels": IDS}),
    "multi_conversations_select": shape(
        {},
        {**MANY, "initial_conversations": IDS, "default_to_current_conversation": boolean, "filter": FILTER},
    ),
}
PICKERS: dict[str, Rule] = {
    "datepicker": shape({}, {**SELECT, "initial_date": DATE}),
    "timepicker": shape({}, {**SELECT, "initial_time": TIME, "timezone": string()}),
    "datetimepicker": shape({}, {**BOXES, "initial_date_time": integer(1_000_000_000, 9_999_999_999)}),
    "checkboxes": shape({"options": items(MARKED_OPTION, 10)}, {**BOXES, "initial_options": items(MARKED_OPTION, 10)}),
    "radio_buttons": shape({"options": items(MARKED_OPTION, 10)}, {**BOXES, "initial_option": MARKED_OPTION}),
}
TYPED = {**ACTION, **PROMPT, **FOCUS, "dispatch_action_config": DISPATCH}


def lengths_agree(value: Any, path: str, findings: Findings) -> None:
    least, most = value.get("min_length"), value.get("max_length")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        findings.note("min_length must not exceed max_length", path)


def numbers_agree(value: Any, path: str, findings: Findings) -> None:
    """Every bound is a decimal in a string; a decimal needs is_decimal_allowed."""
    for name in ("min_value", "max_value", "initial_value"):
        content = value.get(name)
        if content is None:
            continue
        if not re.fullmatch(r"-?\d+(\.\d+)?", str(content)):
            findings.note("must be a number in a string", f"{path}/{name}")
        elif "." in str(content) and not value.get("is_decimal_allowed"):
            findings.note("decimal not allowed", f"{path}/{name}")


INPUTS: dict[str, Rule] = {
    "plain_text_input": shape(
        {},
        {
            **TYPED,
            "initial_value": string(3000, 0),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
        lengths_agree,
    ),
    "email_text_input": shape({}, {**TYPED, "initial_value": string()}),
    "url_text_input": shape({}, {**TYPED, "initial_value": string()}),
    "number_input": shape(
        {"is_decimal_allowed": boolean},
        {**TYPED, "initial_value": string(), "min_value": string(), "max_value": string()},
        numbers_agree,
    ),
    "rich_text_input": shape(
        {}, {**TYPED, "initial_value": RICH_TEXT_VALUE, "min_lines": integer(1, 100), "max_lines": integer(1, 100)}
    ),
    "file_input": shape({}, {**ACTION, "filetypes": items(string(), None), "max_files": integer(1, 10)}),
}
OVERFLOW = shape({"options": items(option(), 5)}, {**ACTION, "confirm": CONFIRM})

IN_ACTIONS: dict[str, Rule] = {
    "button": BUTTON,
    "workflow_button": WORKFLOW_BUTTON,
    "overflow": OVERFLOW,
    **SELECTS,
    **MULTI_SELECTS,
    **PICKERS,
}
IN_ACTIONS_RICH: dict[str, Rule] = {**IN_ACTIONS, "rich_text_input": INPUTS["rich_text_input"]}
IN_SECTION: dict[str, Rule] = {**IN_ACTIONS, "image": IMAGE_ELEMENT}
IN_SECTION.pop("datetimepicker")
IN_MODAL_INPUT: dict[str, Rule] = {**SELECTS, **MULTI_SELECTS, **PICKERS, **INPUTS}
IN_INPUT: dict[str, Rule] = {name: rule for name, rule in IN_MODAL_INPUT.items() if name != "file_input"}
