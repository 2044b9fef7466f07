"""The windows of editing options keep Slack's rules, whatever is in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from slack_sdk.models.blocks import Block
from slackblocks._surfaces import validate_surface_blocks

from bot.blocks import kit
from bot.blocks.option_forms import (
    Memory,
    View,
    conflict,
    editor,
    form_of,
    moving,
    notice,
    posting,
    preview,
)
from bot.blocks.term_rows import MOST_ROWS, Row
from bot.sanctions.relief.lifecycle import Move
from bot.sanctions.relief.option import Group, ReliefOption, Selector, Term

LONG = "A" * 3_990
NAUGHTY = "<!channel> *x* \u202egnp \ud83d\ude00" * 40
TERM = Term("license", (Selector(program="RUSSIA-EO14024"),))
ENERGY = ReliefOption("B", "Energy", "draft", (TERM,))
OPTIONS = {
    "a plain one": ENERGY,
    "as many terms as fit": replace(ENERGY, terms=(TERM,) * MOST_ROWS),
    "more terms than fit": replace(ENERGY, terms=(TERM,) * (MOST_ROWS + 1)),
    "more than Slack holds": replace(
        ENERGY, terms=(Term("license", tuple(Selector(entity=f"ofac-{n}") for n in range(1_000))),),
    ),
    "a group that Slack does not hold": replace(
        ENERGY, terms=(Term("license", (Selector(group="g"),)),),
        groups=(Group("g", "Many", tuple(f"ofac-{n}" for n in range(1_000))),),
    ),
    "long words": replace(ENERGY, title=LONG, summary=LONG, in_return={"says": LONG}, sources=(LONG,)),
    "naughty words": replace(ENERGY, title=NAUGHTY, summary=NAUGHTY),
    "no terms": replace(ENERGY, terms=()),
    "a confidential one": replace(ENERGY, confidential=True, channels=("C1",), people=("U1",)),
    "one with a date": replace(ENERGY, effective_from="2026-01-01"),
}  # fmt: skip
LINES = ["Said.", "• one", "• two @U0MARIA", NAUGHTY, LONG] * 20


def assert_view(view: View) -> None:
    blocks = view["blocks"]
    validate_surface_blocks(blocks, "modal")
    assert 1 <= len(blocks) <= kit.VIEW_BLOCKS
    assert len(view["private_metadata"]) <= kit.PRIVATE_METADATA
    assert all(len(view[name]["text"]) <= kit.VIEW_TITLE for name in ("title", "submit", "close") if name in view)
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    assert len(ids) == len(set(ids))
    for block in blocks:
        parsed = Block.parse(block)
        assert parsed is not None
        assert parsed.to_dict() == block
    assert "submit" in view or all(block["type"] != "input" for block in blocks)


@pytest.mark.parametrize("which", OPTIONS)
def test_every_window_of_an_option_is_one_that_slack_takes(which: str):
    option = OPTIONS[which]
    memory = Memory(key="B", base=3, place="C0GENERAL", draft="x" * 16)
    for view in (
        editor(form_of(option, "C0GENERAL")),
        preview(option, LINES, "because " * 50, memory),
        conflict(LINES, 123_456, memory),
        moving(option, Move.WITHDRAW, LINES, memory),
        posting(option, memory, "U0MARIA"),
        notice("Saved", LINES, [("submit B", "Submit for review")]),
    ):
        assert_view(view)


def test_a_new_option_begins_with_one_empty_term():
    view = editor(form_of(None, "U1"))
    assert_view(view)
    assert [b["text"]["text"] for b in view["blocks"] if b["type"] == "section"] == ["Term 1"]


def test_with_all_rows_used_none_is_offered():
    form = form_of(OPTIONS["as many terms as fit"], "U1")
    assert len(form.rows) == MOST_ROWS
    assert "form:add" not in str(editor(form))
    assert "form:add" in str(editor(replace(form, rows=(Row(1),))))


def test_what_is_too_long_for_slack_stays_as_it_is_and_says_so():
    shown = str(editor(form_of(OPTIONS["long words"], "U1")))
    assert shown.count("so it stays as it is") == 4
    assert "The terms are too long" in str(editor(form_of(OPTIONS["more than Slack holds"], "U1")))
    assert "Term 1" in str(editor(form_of(OPTIONS["a group that Slack does not hold"], "U1")))


def test_a_window_remembers_and_nothing_comes_of_what_is_not_its_own():
    memory = Memory("B", 3, "C1", "rows", (1, 4), 4, "", "d")
    assert Memory.loads(memory.dumps()) == memory
    for text in ("", "nonsense", "[]", '{"other": 1}'):
        assert Memory.loads(text) == Memory()
