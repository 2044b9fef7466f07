"""Words are counted as a reader of the message sees them."""

from __future__ import annotations

import pytest

from benchmarks.brevity import Length, medians, shown, words_in
from bot.answers.document import Act, Action, Answer, Card, Table, bold, text
from bot.blocks.render import render

CARD = Card(
    headline=text(bold("LISTED, blocked: Alfa-Bank"), "."),
    fields=(("BIC", "ALFARUMM"),),
    table=Table("Listings", ("List", "Effect"), (("OFAC SDN list", "blocked"),)),
    lines=(text("By name alone: same name."),),
    more=(text("What stands behind the button is not counted."),),
    fine=(text("Checked: SDN 28 Dec 2023."),),
    actions=(Action(Act.WATCH, "Watch", "entity:ofac-36216"),),
)


def test_headline_lines_and_fine_print_are_counted_and_buttons_are_not():
    blocks = render(Answer("screening", (CARD,), again="is Alfa-Bank sanctioned?")).blocks
    said = shown(blocks, at_a_glance=False)
    assert said.split("\n") == [
        "LISTED, blocked: Alfa-Bank.",
        "By name alone: same name.",
        "Checked: SDN 28 Dec 2023.",
    ]
    assert words_in(said) == 3 + 5 + 5


def test_fields_and_tables_are_counted_apart():
    blocks = render(Answer("screening", (CARD,), again="is Alfa-Bank sanctioned?")).blocks
    assert words_in(shown(blocks, at_a_glance=True)) == 2 + 2 + 4


def test_what_no_button_can_bring_is_in_the_message():
    said = shown(render(Answer("screening", (CARD,))).blocks, at_a_glance=False)
    assert "What stands behind the button" in said


@pytest.mark.parametrize(("said", "words"), [("a – b", 2), ("⛔ LISTED", 1), ("44.10 USD", 2), ("(stale)", 1), ("", 0)])
def test_a_word_has_a_letter_or_a_figure(said: str, words: int):
    assert words_in(said) == words


def test_the_verdict_is_the_headline_of_screening_answers():
    lengths = [Length("screening", "a", 6, 60, 9), Length("screening", "b", 8, 90, 0), Length("option", "c", 30, 99, 0)]
    found = medians(lengths)
    assert (found["verdict"]["median"], found["screening"]["median"], found["option"]["median"]) == (7, 75, 99)
    assert found["screening"]["longest"] == "b"
