"""What is said where nothing is answered: one line, and what to press."""

from __future__ import annotations

import pytest

from bot.answers.document import Act
from tests.handlers.ask.conftest import Ask

ONE_BREATH = 25  # words


@pytest.mark.parametrize(
    "asked",
    ["the usual for the new one please", "is it sanctioned?", "can we pay our new supplier?", "who owns that firm?"],
)
def test_where_no_word_is_surely_the_name_one_line_says_so_and_nothing_is_checked(ask: Ask, asked: str) -> None:
    answer = ask(asked)
    assert answer.text == f"I could not tell which words are the name in “{asked}”. Nothing was checked."
    assert [(a.act, a.label) for a in answer.cards[0].actions] == [(Act.ASK, "Ask about a name")]
    assert answer.screenings == ()


def test_the_button_asks_for_the_name(ask: Ask) -> None:
    pressed = ask("is it sanctioned?").cards[0].actions[0].value
    assert ask(pressed).text == "Which name? Send it by itself, or so: check “Rosneft Oil Company”."


def test_of_a_long_message_the_beginning_is_quoted(ask: Ask) -> None:
    text = ask("can you please " + "really " * 40 + "check the new supplier").text
    assert len(text.split()) <= ONE_BREATH
    assert text.endswith("...”. Nothing was checked.")


@pytest.mark.parametrize("asked", ["what is the capital of France?", "write me a poem about ships", "what time is it?"])
def test_what_is_about_no_party_is_not_understood_with_the_nearest_to_press(ask: Ask, asked: str) -> None:
    answer = ask(asked)
    assert answer.text.startswith("Not understood, so not answered. Nearest: “")
    assert len(answer.text.split()) <= ONE_BREATH
    assert ask(answer.cards[0].actions[0].value).kind != "help"


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("hello", "Happy to help."), ("thanks", "Happy to help."), ("danke schön", "Happy to help."),
        ("you're wrong", "Sorry."), ("that's not right", "Sorry."),
    ],
)  # fmt: skip
def test_small_talk_is_answered_in_a_breath(ask: Ask, said: str, line: str) -> None:
    text = ask(said).text
    assert text.startswith(line)
    assert len(text.split()) <= ONE_BREATH


@pytest.mark.parametrize(
    "asked", ["is Vladimir Putin's daughter sanctioned?", "is Dmitry Peskov's son on the SDN list?"]
)
def test_of_a_relative_nothing_is_said_by_what_is_said_of_the_man(ask: Ask, asked: str) -> None:
    answer = ask(asked)
    assert answer.text.startswith("Not possible to tell: the lists name no ")
    assert "LISTED" not in answer.text
    assert answer.screenings == ()


@pytest.mark.parametrize(
    ("asked", "said", "what_does"),
    [
        ("delist Rosneft", "delist", "Only its publisher puts a party on a list or takes it off"),
        ("pls unblock VTB for us", "unblock", "Only its publisher puts a party on a list or takes it off"),
        ("please whitelist Sberbank", "whitelist", "Only its publisher puts a party on a list or takes it off"),
        ("export this", "export", "Options have a button for their file; a file of names"),
        ("print this for me", "print", "Options have a button for their file; a file of names"),
        ("publish this", "publish", "Options are moved with the buttons under them"),
        ("remind me tomorrow to check Rosneft", "remind me tomorrow", "There are no reminders: “watch …” tells you"),
        ("mute all alerts over christmas", "mute all alerts over christmas", "Only a digest is paused"),
    ],
)
def test_what_no_words_do_is_said_with_what_does_it(ask: Ask, asked: str, said: str, what_does: str) -> None:
    answer = ask(asked)
    assert answer.text.startswith(f"Nothing was changed: words alone cannot “{said}”. {what_does}")
    assert answer.screenings == ()
