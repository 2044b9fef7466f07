from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.answers.document import plain
from bot.console import draw
from bot.questions.ask import Kind
from tests.blocks.samples import BY_KIND, HOSTILE, naming


def drawn(answer, width: int = 10_000) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    draw(answer, console)
    return console.file.getvalue()


@pytest.mark.parametrize("kind", list(Kind))
def test_a_terminal_says_the_same_words_as_slack(kind: Kind):
    said = drawn(BY_KIND[kind])
    for card in BY_KIND[kind].cards:
        assert plain(card.headline) in said
        for line in card.lines:
            assert plain(line) in said


def test_the_address_of_a_link_can_be_read():
    assert "(https://sanctionssearch.ofac.treas.gov/Details.aspx?id=17022)" in drawn(BY_KIND[Kind.SCREENING])


def test_suggested_questions_can_be_typed():
    assert "You can ask: is Rosneft sanctioned?" in drawn(BY_KIND[Kind.HELP])


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name[:20]))
def test_a_name_can_neither_style_nor_steer_the_terminal(name: str):
    said = drawn(naming(f"[bold red]{name}\x1b[2J"))
    assert "[bold red]" in said.replace("\n", "")
    assert "\x1b" not in said
    assert "\u202e" not in said


@given(st.text(max_size=300))
def test_any_name_can_be_drawn(name: str):
    drawn(naming(name), width=80)
