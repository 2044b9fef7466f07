"""The validator against Slack's rules, and against slackblocks: never more lenient."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slackblocks import _limits as theirs
from slackblocks._surfaces import _BLOCK_TYPES_BY_SURFACE, validate_surface_blocks
from slackblocks.errors import InvalidUsageError

from bot.workspace.slack import limits
from bot.workspace.slack.rules.block_kit import SURFACES, check_blocks
from bot.workspace.slack.rules.views import check_view
from tests.workspace.conftest import actions, button, home, modal, section, text_input

RICH = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}]}
IMAGE = {"type": "image", "image_url": "https://a.test/x.png", "alt_text": "a chart"}
PLAIN = {"type": "plain_text", "text": "x"}
CELL = {"type": "raw_text", "text": "x"}
CARD = {"type": "card", "title": PLAIN}
TASK = {"type": "task_card", "task_id": "1", "title": "x", "status": "complete"}
PIE = {"type": "pie", "segments": [{"label": "SDN", "value": 3}]}
GOOD: dict[str, dict[str, Any]] = {
    "actions": actions(),
    "alert": {"type": "alert", "text": PLAIN, "level": "warning"},
    "card": CARD,
    "carousel": {"type": "carousel", "elements": [CARD]},
    "container": {"type": "container", "title": PLAIN, "child_blocks": [section()]},
    "context": {"type": "context", "elements": [PLAIN]},
    "context_actions": {
        "type": "context_actions",
        "elements": [{"type": "icon_button", "icon": "trash", "text": PLAIN, "action_id": "bin"}],
    },
    "data_table": {"type": "data_table", "caption": "Hits", "rows": [[CELL], [CELL]]},
    "data_visualization": {"type": "data_visualization", "title": "Hits", "chart": PIE},
    "divider": {"type": "divider"},
    "file": {"type": "file", "external_id": "x", "source": "remote"},
    "header": {"type": "header", "text": PLAIN},
    "image": IMAGE,
    "input": text_input(),
    "markdown": {"type": "markdown", "text": "**x**"},
    "plan": {"type": "plan", "title": "x", "tasks": [{**TASK, "status": "pending"}]},
    "rich_text": RICH,
    "section": section(),
    "table": {"type": "table", "rows": [[CELL]]},
    "task_card": TASK,
    "video": {
        "type": "video",
        "alt_text": "x",
        "title": PLAIN,
        "thumbnail_url": "https://a.test/t.png",
        "video_url": "https://a.test/v",
    },
}


@pytest.mark.parametrize("kind", sorted(GOOD))
@pytest.mark.parametrize("surface", ["message", "modal", "home"])
def test_a_block_is_taken_only_where_slack_and_slackblocks_take_it(kind, surface):
    taken = check_blocks([GOOD[kind]], surface) == []
    try:
        validate_surface_blocks([GOOD[kind]], surface)
    except InvalidUsageError:
        assert not taken
    else:
        narrower = surface == "home" and kind in ("container", "data_table", "data_visualization", "table")
        assert taken or narrower


def test_no_surface_takes_a_type_that_slackblocks_does_not_know_there():
    for surface, kinds in _BLOCK_TYPES_BY_SURFACE.items():
        assert set(SURFACES[surface]) <= kinds


def long(most: int) -> str:
    return "x" * (most + 1)


OVER = {
    "section text": section(long(theirs.SECTION_TEXT_MAX_LENGTH)),
    "section field": {"type": "section", "fields": [{"type": "mrkdwn", "text": long(2000)}]},
    "section fields": {"type": "section", "fields": [PLAIN] * (theirs.SECTION_FIELDS_MAX_ITEMS + 1)},
    "header": {"type": "header", "text": {"type": "plain_text", "text": long(theirs.HEADER_TEXT_MAX_LENGTH)}},
    "context": {"type": "context", "elements": [PLAIN] * (theirs.CONTEXT_ELEMENTS_MAX_ITEMS + 1)},
    "actions": actions(*[button(f"b{n}") for n in range(theirs.ACTIONS_ELEMENTS_MAX_ITEMS + 1)]),
    "button text": actions(button(text=long(theirs.BUTTON_TEXT_MAX_LENGTH))),
    "button value": actions(button(value=long(theirs.BUTTON_VALUE_MAX_LENGTH))),
    "button url": actions(button(url=long(theirs.BUTTON_URL_MAX_LENGTH))),
    "button label": actions(button(accessibility_label=long(theirs.BUTTON_ACCESSIBILITY_LABEL_MAX_LENGTH))),
    "action_id": actions(button(long(theirs.ACTION_ID_MAX_LENGTH))),
    "block_id": {**section(), "block_id": long(theirs.BLOCK_ID_MAX_LENGTH)},
    "alt_text": {**IMAGE, "alt_text": long(theirs.IMAGE_ALT_TEXT_MAX_LENGTH)},
    "image_url": {**IMAGE, "image_url": long(theirs.IMAGE_IMAGE_URL_MAX_LENGTH)},
    "image title": {**IMAGE, "title": {"type": "plain_text", "text": long(theirs.IMAGE_TITLE_MAX_LENGTH)}},
    "label": text_input(label={"type": "plain_text", "text": long(theirs.INPUT_LABEL_MAX_LENGTH)}),
    "hint": text_input(hint={"type": "plain_text", "text": long(theirs.INPUT_HINT_MAX_LENGTH)}),
    "markdown": {"type": "markdown", "text": long(theirs.MARKDOWN_TEXT_MAX_LENGTH)},
    "table rows": {"type": "table", "rows": [[CELL]] * (theirs.TABLE_ROWS_MAX_ITEMS + 1)},
    "table columns": {"type": "table", "rows": [[CELL] * (theirs.TABLE_COLUMNS_MAX_ITEMS + 1)]},
    "data table rows": {**GOOD["data_table"], "rows": [[CELL]] * (theirs.DATA_TABLE_ROWS_MAX_ITEMS + 1)},
    "carousel": {"type": "carousel", "elements": [CARD] * (theirs.CAROUSEL_ELEMENTS_MAX_ITEMS + 1)},
    "card body": {"type": "card", "body": {"type": "mrkdwn", "text": long(theirs.CARD_BODY_MAX_LENGTH)}},
    "plan": {"type": "plan", "title": "x", "tasks": [TASK] * (theirs.PLAN_TASKS_MAX_ITEMS + 1)},
    "chart title": {**GOOD["data_visualization"], "title": long(theirs.DATA_VISUALIZATION_TITLE_MAX_LENGTH)},
    "video title": {**GOOD["video"], "title": {"type": "plain_text", "text": long(theirs.VIDEO_TITLE_MAX_LENGTH)}},
}


@pytest.mark.parametrize("case", sorted(OVER))
def test_one_more_than_the_limit_is_refused(case):
    assert check_blocks([OVER[case]], "message")


def select(**more: Any) -> dict[str, Any]:
    option = {"text": PLAIN, "value": "x"}
    return actions({"type": "static_select", "action_id": "s", "options": [option], **more})


def options(count: int) -> list[dict[str, Any]]:
    return [{"text": PLAIN, "value": str(n)} for n in range(count)]


WRONG = {
    "an unknown block": {"type": "sectionn", "text": PLAIN},
    "no type": {"text": PLAIN},
    "not an object": "section",
    "an empty text": section(""),
    "a text of spaces": section("  "),
    "a header in mrkdwn": {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
    "an unknown field": {**section(), "colour": "red"},
    "an image without alt_text": {"type": "image", "image_url": "https://a.test/x.png"},
    "a section with neither text nor fields": {"type": "section"},
    "no actions": {"type": "actions", "elements": []},
    "an input in actions": actions({"type": "plain_text_input", "action_id": "x"}),
    "a button as an input": text_input(element=button()),
    "two buttons of one action_id": actions(button("x"), button("x")),
    "101 options": select(options=options(limits.VIEW_BLOCKS + 1)),
    "no options": select(options=[]),
    "options and option_groups": select(option_groups=[{"label": PLAIN, "options": options(1)}]),
    "six in an overflow": actions({"type": "overflow", "action_id": "o", "options": options(6)}),
    "eleven checkboxes": actions({"type": "checkboxes", "action_id": "c", "options": options(11)}),
    "a style that is none": actions(button(style="warning")),
    "a long confirm title": actions(
        button(
            confirm={"title": {"type": "plain_text", "text": long(100)}, "text": PLAIN, "confirm": PLAIN, "deny": PLAIN}
        )
    ),
    "rows of unequal length": {"type": "table", "rows": [[CELL], [CELL, CELL]]},
    "a data table without caption": {"type": "data_table", "rows": [[CELL], [CELL]]},
    "a rich header cell": {"type": "data_table", "caption": "x", "rows": [[RICH], [CELL]]},
    "a task pending by itself": {**TASK, "status": "pending"},
    "an indent of nine": {
        "type": "rich_text",
        "elements": [{"type": "rich_text_list", "style": "bullet", "indent": 9, "elements": RICH["elements"]}],
    },
    "a date that is none": actions({"type": "datepicker", "action_id": "d", "initial_date": "2026-13-01"}),
}


@pytest.mark.parametrize("case", sorted(WRONG))
def test_what_slack_refuses_is_refused(case):
    assert check_blocks([WRONG[case]], "message")


def test_a_finding_says_what_and_where_as_slack_does():
    assert check_blocks([section("x" * 3001)], "message") == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]


def test_a_message_holds_fifty_blocks_and_a_view_a_hundred():
    assert not check_blocks([section()] * 50, "message")
    assert check_blocks([section()] * 51, "message")
    assert not check_blocks([section()] * 100, "home")
    assert check_blocks([section()] * 101, "home")


def test_two_blocks_of_one_block_id_are_refused():
    assert check_blocks([{**section(), "block_id": "a"}, {**section(), "block_id": "a"}], "message")


def test_the_same_action_id_in_two_blocks_is_refused():
    assert check_blocks([actions(button("x")), actions(button("x"))], "message")


def test_a_message_holds_one_table_and_two_charts():
    assert check_blocks([GOOD["table"], GOOD["data_table"]], "message")
    assert not check_blocks([GOOD["data_visualization"]] * 2, "message")
    assert check_blocks([GOOD["data_visualization"]] * 3, "message")


def test_all_markdown_of_a_message_counts_together():
    half = {"type": "markdown", "text": "x" * 6001}
    assert not check_blocks([half], "message")
    assert check_blocks([half, half], "message")


def test_a_modal_needs_title_blocks_and_for_its_inputs_a_submit():
    assert not check_view(modal(text_input()), "modal")
    assert check_view({**modal(), "title": None}, "modal")
    assert check_view({**modal(), "blocks": []}, "modal")
    assert check_view({**modal(text_input()), "submit": None}, "modal")


def test_the_words_of_a_modal_have_limits():
    assert check_view(modal(title="x" * 25), "modal")
    assert check_view(modal(private_metadata="x" * 3001), "modal")
    assert check_view(modal(callback_id="x" * 256), "modal")
    assert check_view(modal(close={"type": "plain_text", "text": "x" * 25}), "modal")


def test_a_home_is_no_modal_and_a_modal_no_home():
    assert check_view(home(), "modal")
    assert check_view(modal(), "home")
    assert check_view(home(title=PLAIN), "home")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from([*GOOD, "mrkdwn", "button"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "text", "elements", "rows", "fields", "chart"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(json_values)
def test_no_json_makes_the_validator_fall(value):
    for surface in SURFACES:
        assert isinstance(check_blocks(value, surface), list)
    assert isinstance(check_view(value, "modal"), list)
