"""From what a person gives to what `state.values` carries."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from bot.errors import BadInput
from bot.workspace.people.view_values import element_at, missing_inputs, refused_files, state_values

OPTIONS = [{"text": {"type": "plain_text", "text": key}, "value": key} for key in ("delist", "license")]
ACTION: dict[str, Any] = {"type": "static_select", "action_id": "action", "options": OPTIONS}
TITLE: dict[str, Any] = {"type": "plain_text_input", "action_id": "title", "initial_value": "Oil"}
FILES: dict[str, Any] = {"type": "file_input", "action_id": "files", "filetypes": ["csv", "xlsx"], "max_files": 1}
FORM = [
    {"type": "input", "block_id": "t", "element": TITLE},
    {"type": "input", "block_id": "a", "element": ACTION},
    {"type": "input", "block_id": "f", "optional": True, "element": FILES},
]


def test_what_is_given_now_goes_before_what_was_chosen_before_and_that_before_what_stood_there():
    assert state_values(FORM, {}, {})["t"]["title"]["value"] == "Oil"
    chosen = {"t": {"title": {"type": "plain_text_input", "value": "Gas"}}}
    assert state_values(FORM, {}, chosen)["t"]["title"]["value"] == "Gas"
    assert state_values(FORM, {"title": "Ships"}, chosen)["t"]["title"]["value"] == "Ships"
    assert state_values(FORM, {"t": "Banks"}, chosen)["t"]["title"]["value"] == "Banks"


def test_the_value_of_an_option_becomes_the_option_and_none_is_taken_that_is_not_offered():
    assert state_values(FORM, {"a": "license"}, {})["a"]["action"]["selected_option"] == OPTIONS[1]
    with pytest.raises(BadInput, match="amend is not offered"):
        state_values(FORM, {"a": "amend"}, {})


def test_an_input_that_is_not_there_is_refused():
    with pytest.raises(BadInput, match="no input called summary"):
        state_values(FORM, {"summary": "x"}, {})
    with pytest.raises(BadInput, match="action_id summary"):
        element_at(FORM, "summary")


def test_required_inputs_that_are_empty_are_missing_and_optional_ones_are_not():
    assert missing_inputs(FORM, state_values(FORM, {}, {})) == ["a"]
    assert missing_inputs(FORM, state_values(FORM, {"a": "delist"}, {})) == []


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["parties.csv"], {}),
        (["Parties.XLSX"], {}),
        (["parties.pdf"], {"f": "Only files of these types can be added: .csv, .xlsx."}),
        (["a.csv", "b.csv"], {"f": "At most 1 files can be added."}),
    ],
)
def test_files_that_a_client_does_not_take_are_refused(names: list[str], said: dict[str, str]):
    assert refused_files(FORM, {"f": [{"name": name, "content": ""} for name in names]}) == said


@pytest.mark.parametrize(("count", "fits"), [(0, True), (10_000_000, True), (10_000_001, False), (10_000_002, False)])
def test_a_window_takes_files_of_ten_megabytes_and_no_more(count: int, fits: bool):
    content = base64.b64encode(b"x" * count).decode()
    said = {} if fits else {"f": "parties.csv is too large: at most 10 MB can be added."}
    assert refused_files(FORM, {"f": [{"name": "parties.csv", "content": content}]}) == said
