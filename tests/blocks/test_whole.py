"""The window of a whole answer."""

from __future__ import annotations

from bot.answers.document import Act, Action, Answer, Card, Table, bold, text
from bot.blocks.render import render
from bot.blocks.whole import whole
from tests.blocks.checks import assert_payload, shown

OPTION = Card(
    headline=text(bold("Option B (draft, illustrative, not in force): Ships, pipelines, oil and gas.")),
    table=Table("Who", ("Party", "Remains"), (("Adler (vessel)", "nothing"),)),
    more=(text("Lifts PEESA-EO14039, and no other program."), text("In return: nothing public says.")),
    instead=(text("187 would come off."),),
    actions=(Action(Act.WATCH, "Watch", "option:B"),),
)


def test_every_line_is_in_the_window_and_the_rows_of_a_table_are_lines():
    window = whole(Answer("option", (OPTION,), fine=(text("Reckoned on: SDN 28 Dec 2023."),), again="x"))
    assert_payload(window["blocks"], "modal")
    said = shown(window["blocks"])
    for line in ("Option B (draft", "and no other program", "In return", "Adler (vessel): nothing", "SDN 28 Dec 2023"):
        assert line in said
    assert "187 would come off" not in said
    assert not [block for block in window["blocks"] if block["type"] in ("actions", "table")]


def test_a_message_says_it_in_short_and_has_a_button_for_the_rest():
    message = render(Answer("option", (OPTION,), again="x"))
    assert "187 would come off." in shown(message.blocks)
    assert "In return" not in shown(message.blocks) + message.text
    assert '"act:more:' in str(message.blocks).replace("'", '"')


def test_without_anything_to_ask_again_by_a_message_leaves_nothing_out():
    message = render(Answer("option", (OPTION,)))
    assert "In return" in shown(message.blocks)
    assert "187 would come off." not in shown(message.blocks)


def test_an_answer_of_many_cards_fits_into_one_window_and_says_what_does_not():
    window = whole(Answer("option", (OPTION,) * 60, again="x"))
    assert_payload(window["blocks"], "modal")
    assert "more than fits in one window" in shown(window["blocks"])
