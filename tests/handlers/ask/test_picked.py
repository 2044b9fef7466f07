"""A candidate that was picked by its number is who is meant from then on, whatever is asked."""

from __future__ import annotations

import pytest

import handlers.ask
from bot.answers.document import Answer
from handlers.ask.screening import as_picked
from handlers.ask.watching.watches import targets
from handlers.desk import Desk


def told(desk: Desk, *turns: str) -> Answer:
    before = None
    for turn in turns:
        reading = desk.understand(turn, before)
        before = reading.last
    return handlers.ask.answer_all(reading, desk)


@pytest.mark.parametrize(
    "turns",
    [
        ("Boris Rotenberg", "the second one", "does option A free him?"),
        ("Boris Rotenberg", "number 2", "since when?"),
        ("Boris Rotenberg", "the second one", "and option A?", "who is linked to him?"),
    ],
)
def test_what_is_asked_behind_a_pick_is_told_of_who_was_picked(desk: Desk, turns: tuple[str, ...]) -> None:
    said = told(desk, *turns).text
    assert "Boris Borisovich Rotenberg" in said
    assert "Boris Romanovich Rotenberg" not in said


@pytest.mark.parametrize("name", ["Ivanov", "Smirnov"])
def test_a_name_that_is_too_common_is_asked_back_and_never_said_to_be_on_no_list(desk: Desk, name: str) -> None:
    assert told(desk, name, "who is linked to him?").text.startswith(f"NOT CHECKED: “{name}” alone is too common")
    assert "LISTED, blocked: " in told(desk, name, "the second one", "since when?").text


def test_a_birth_date_behind_a_pick_is_compared_anew(desk: Desk) -> None:
    said = told(desk, "Muhammad Ali", "the second one", "born 1962").text
    assert said.startswith("POSSIBLE MATCH for “Muhammad Ali”")


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (("Muhammad Ali", "the first one", "watch him"), ["entity:ofac-22113"]),
        (("Muhammad Ali", "the second one", "what about option B?", "watch him"), ["entity:ofac-22151"]),
        (("Muhammad Ali", "the second one", "since when?", "unwatch him"), ["entity:ofac-22151"]),
        (("Timchenko", "number 3", "watch him"), ["entity:ofac-16666"]),
        (("watch Muhammad Ali",), []),  # there are two
        (("watch Ivanov",), []),
    ],
)
def test_who_was_picked_is_watched_and_of_namesakes_nobody_is(
    desk: Desk, turns: tuple[str, ...], wanted: list[str]
) -> None:
    before = None
    for turn in turns:
        before = desk.understand(turn, before).last
    assert before is not None
    found, cards = targets(as_picked(before, desk.snapshot()), desk.snapshot())
    assert found == wanted
    assert bool(cards) == (not wanted)
