"""A candidate that was picked by its number is who is meant from then on, whatever is asked."""

from __future__ import annotations

import pytest

import handlers.ask
from bot.answers.document import Answer
from bot.questions.ask import Kind
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


def watched(desk: Desk, *turns: str) -> list[str]:
    before = None
    for turn in turns:
        before = desk.understand(turn, before).last
    assert before is not None
    return targets(as_picked(before, desk.snapshot()), desk.snapshot())[0]


def test_several_candidates_are_picked_at_once(desk: Desk) -> None:
    assert watched(desk, "Muhammad Ali", "watch both") == ["entity:ofac-22113", "entity:ofac-22151"]
    assert len(watched(desk, "Timchenko", "watch the first two")) == 2
    assert len(watched(desk, "watch Timchenko", "1 and 3")) == 2


def test_a_pick_of_more_than_were_shown_does_nothing_and_says_so(desk: Desk) -> None:
    before = desk.understand("watch both", desk.understand("Timchenko").last).last
    assert told(desk, "Timchenko", "watch both").text.startswith("That picks nobody of 3 parties that could be meant.")
    assert "Nothing was changed." in told(desk, "Timchenko", "watch both").text
    assert before.kind is Kind.WATCH


def test_the_first_of_two_that_were_asked_about_one_after_the_other_is_the_first(desk: Desk) -> None:
    first = watched(desk, "Rosneft", "watch the first")
    assert watched(desk, "Rosneft", "what about Lukoil?", "watch the first") == first


def test_the_other_of_the_name_is_the_one_that_the_answer_named(desk: Desk) -> None:
    said = told(desk, "Boris Rotenberg", "show the other party of this name").text
    assert said.startswith("Number 2, as you picked. LISTED")


@pytest.mark.parametrize("pick", ["1", "number 1", "yes, 1", "1 please", "#1"])
def test_the_one_candidate_that_was_shown_is_number_one_whoever_was_spoken_of_before(desk: Desk, pick: str) -> None:
    said = told(desk, "is Interpal listed?", "is Usmanov listed?", pick).text
    assert "Alisher Burhanovich Usmanov" in said
    assert "Interpal" not in said


@pytest.mark.parametrize("pick", ["1", "watch 1", "unwatch 1"])
def test_what_is_asked_of_the_one_candidate_is_asked_of_him(desk: Desk, pick: str) -> None:
    before = None
    for turn in ("is Interpal listed?", "is Usmanov listed?", pick):
        before = desk.understand(turn, before).last
    assert before
    assert [subject.name for subject in as_picked(before, desk.snapshot()).subjects] == ["Usmanov"]


def test_behind_a_party_that_is_surely_listed_a_number_is_of_the_thread(desk: Desk) -> None:
    before = None
    for turn in ("is Interpal listed?", "is Rosneft listed?", "watch the first"):
        before = desk.understand(turn, before).last
    assert before
    assert [subject.name for subject in as_picked(before, desk.snapshot()).subjects] == ["Interpal"]
