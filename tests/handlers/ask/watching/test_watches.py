"""What is watched in a place: begun, asked back, offered, and listed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answers.document import Act
from handlers.desk import Asker
from tests.handlers.slack.desks import a_shipped_front

DESK = Asker("T1", "U0OWNER", "C0DESK", known=True)
OTHER_DESK = Asker("T1", "U0OWNER", "C0OTHER", known=True)
Say = Callable[..., str]


@pytest.fixture
def say(tmp_path: Path) -> Say:
    front = a_shipped_front(tmp_path)

    def say(words: str, asker: Asker = DESK) -> str:
        return front.answer(front.understand(words), asker).text

    return say


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("watch Rosneft", "Rosneft Oil Company"),
        ("let me know when Rosneft comes off the SDN list", "Rosneft Oil Company"),
        ("watch Gennady Timchenko", "Gennady Nikolayevich Timchenko"),
        ("watch option B", "option B"),
        ("watch program RUSSIA-EO14024", "RUSSIA-EO14024"),
        ("watch list us_ofac_sdn", "OFAC SDN list"),
    ],
)
def test_what_is_watched_is_said_by_its_name_with_when_it_is_told_and_is_watched_once(
    say: Say, words: str, called: str
) -> None:
    assert say(words).startswith(f"Watching {called} here.\nWhen a new edition of a list changes it you are told here")
    assert say(words).startswith(f"Already watching {called} here.")
    assert say("what do we watch?").startswith(f"Watched here: 1 thing.\n{called}, since 23 Nov 2026")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("watch option Z", "There is no option Z here."),
        ("watch Petrov Ivan Zzyzx", "“Petrov Ivan Zzyzx” is on no list that is loaded, so there is no entry to watch."),
        ("watch every option but B", "Nothing was changed: watch what? Name a party, an option or a program"),
        ("watch", "Watch what? Name a party, an option or a program: “watch Rosneft”."),
        (
            "if it is listed, watch Rosneft",
            "Nothing was changed: whether to watch Rosneft Oil Company is yours to judge.",
        ),
    ],
)
def test_what_cannot_be_watched_or_is_not_to_be_yet_is_said_and_nothing_is_watched(
    say: Say, words: str, first: str
) -> None:
    assert say(words).startswith(first)
    assert say("what do we watch?") == "Nothing is watched here."


@pytest.mark.parametrize("words", ["watch Timchenko", "watch Rosnft", "watch Igor Sechin Ltd", "watch Bank of Rosneft"])
def test_who_is_only_a_possible_match_is_not_watched_before_a_person_says_so(tmp_path: Path, words: str) -> None:
    a_front = a_shipped_front(tmp_path)
    answer = a_front.answer(a_front.understand(words), DESK)
    assert answer.text.startswith(f"Which “{words.removeprefix('watch ')}” should be watched? A person must decide.")
    assert "Nothing was changed." in answer.text
    assert {(one.act, one.label.split()[0]) for one in answer.cards[0].actions} == {(Act.WATCH, "Watch")}
    assert a_front.answer(a_front.understand("what do we watch?"), DESK).text == "Nothing is watched here."


def test_nobody_is_let_go_who_is_only_a_possible_match(say: Say) -> None:
    say("watch Gennady Timchenko")
    assert say("unwatch Timchenko").startswith(
        "Which “Timchenko” should no longer be watched? A person must decide. Nothing was changed."
    )
    assert say("what do we watch?").startswith("Watched here: 1 thing.")


def test_a_place_is_told_of_its_own_watches_alone(say: Say) -> None:
    say("watch Rosneft")
    assert say("what do we watch?", OTHER_DESK) == "Nothing is watched here."


def test_whether_a_thing_is_watched_is_told_and_how_it_is_begun(say: Say) -> None:
    assert say("are we watching Rosneft?").startswith(
        "Rosneft Oil Company is not watched here. “watch Rosneft Oil Company” begins it."
    )
    assert "LISTED" in say("are we watching Rosneft?")
    assert say("who is watching option B?").startswith("option B is not watched here.")
    say("watch Rosneft")
    assert say("are we watching Rosneft?").startswith(
        "Rosneft Oil Company is watched here, since 23 Nov 2026.\nSet up by "
    )


@pytest.mark.parametrize("verb", ["watch", "unwatch"])
@pytest.mark.parametrize(
    "whom",
    [
        "Sovcombank INN 7707083893",  # Sberbank's
        "Sberbank INN 4401116480",  # Sovcombank's
        "Rosbank BIC SABRRUMM",
        "Zorblax GmbH INN 7707083893",
        "Sberbank INN 9999999999",  # nobody's, and not its own
    ],
)
def test_nobody_is_watched_or_let_go_where_the_name_and_the_number_are_not_of_one_party(
    say: Say, verb: str, whom: str
) -> None:
    said = say(f"{verb} {whom}")
    assert "The name and the number contradict each other. A person must decide. Nothing was changed." in said
    assert say("what do we watch?") == "Nothing is watched here."


@pytest.mark.parametrize("whom", ["Sberbank INN 7707083893", "Rosbank INN 7730060164", "INN 7707083893"])
def test_who_is_told_by_his_own_number_is_watched(say: Say, whom: str) -> None:
    assert say(f"watch {whom}").startswith("Watching ")
