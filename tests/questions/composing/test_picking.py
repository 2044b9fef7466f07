"""Which of several a stretch picks."""

from __future__ import annotations

import pytest

from bot.questions.ask import Pick
from bot.questions.composing.picking import left_out, pick_in
from tests.questions.words import seen_in


@pytest.mark.parametrize(
    ("text", "pick"),
    [
        ("the first", Pick((1,))),
        ("number two", Pick((2,))),
        ("#1, #3", Pick((1, 3))),
        ("the first two please", Pick((1, 2))),
        ("the last 2 of them", Pick((-2, -1))),
        ("les deux derniers", Pick((-2, -1))),
        ("первые три", Pick((1, 2, 3))),
        ("the latter", Pick((-1,))),
        ("second and third", Pick((2, 3))),
        ("all but the first", Pick((1,), but=True)),
        ("everyone except the last two", Pick((-2, -1), but=True)),
        ("alle außer dem ersten", Pick((1,), but=True)),
        ("the others", Pick(rest=True)),
        ("the rest of them", Pick(rest=True)),
        ("les deux autres", Pick(rest=True, many=2)),
        ("the namesake", Pick(rest=True, many=1)),
        ("all three", Pick(but=True, many=3)),
        ("them all", Pick(but=True)),
        ("all", Pick(but=True)),
        ("both of them", Pick(but=True, many=2)),
        ("the first payment", None),
        ("the second shipment", None),
        ("both lists", None),
        ("the last two weeks", None),
        ("show all of the lists", None),
        ("is clause 1 of it ok", None),
        ("the first option", None),
        ("who are they", None),
    ],
)
def test_what_is_picked_is_told_by_places_counts_and_words_for_all(text: str, pick: Pick | None) -> None:
    assert seen_in(text).pick == pick


@pytest.mark.parametrize("word", ["the ", "all but ", "1, 2 ", "first second ", "of them "])
def test_words_over_and_over_are_soon_read(word: str) -> None:
    seen_in(word * 1_000).pick  # noqa: B018


def test_the_words_that_pick_are_told_by_their_places() -> None:
    assert pick_in(seen_in("watch the first two please").row) == (Pick((1, 2)), [1, 2, 3])
    assert pick_in(seen_in("watch Rosneft").row) == (None, ())


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("watch all except Lukoil", ["Lukoil"]),
        ("watch everything but Rosneft and Lukoil", ["Rosneft", "Lukoil"]),
        ("watch Rosneft but not Lukoil", ["Lukoil"]),
        ("watch Rosneft and Lukoil", []),
    ],
)
def test_whom_an_act_leaves_out_is_told(text: str, out: list[str]) -> None:
    seen = seen_in(text)
    asked = [act for act in seen.acts if act.part == "watch"]
    assert [span.subject.name for span in left_out(seen.row, seen.spans, asked)] == out
