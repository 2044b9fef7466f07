"""Who of an option is asked about alone: of a country, of a flag, of a type, with a word in a name."""

from __future__ import annotations

import pytest

from handlers.ask import answer_all
from handlers.desk import Desk
from tests.handlers.ask.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("how many of option B's vessels are flagged Russia?", "of the vessels with Russia in the entry, 135 parties"),
        ("Panama-flagged ships in option B", "of the vessels with Panama in the entry, 2 parties would come off"),
        ("how many tankers does B free", "of the vessels of type “tanker”, 22 parties would come off"),
        ("B's Cyprus ships", "of the vessels of Cyprus, it would reach no vessels"),
        ("Swiss parties under option B", "of the parties of Switzerland, 2 parties would come off"),
        ("does option B free vessels under the Iran program", "of the vessels under IRAN, it would reach no vessels"),
        ("would option B delist CAATSA parties", "of the parties under CAATSA - RUSSIA, 0 parties would come off, 2"),
        ("does option A free companies of 13662?", "of the entities under UKRAINE-EO13662, 0 parties would come off"),
        ("does option C cover vessels?", "it would reach no vessels on the lists held here."),
        ("does option A lift directive 1?", "of the parties subject to Directive 1 under EO 13662 or"),
        ("which parties under directive 3 does option C help", "0 parties would come off, 4 parties would be partly"),
        ("which of option C's companies are in Cyprus", "of the entities of Cyprus, 0 parties would come off, 5"),
    ],
)
def test_who_of_an_option_is_asked_about_alone_is_told_alone(ask: Ask, asked: str, says: str) -> None:
    assert says in ask(asked).text.partition("\n")[0]


@pytest.mark.parametrize(
    ("asked", "unread"),
    [
        ("which of option A's people are women", "women"),
        ("which oligarchs does option A free?", "oligarchs"),
        ("is anyone on the UN list in option A", "on the UN list"),
    ],
)
def test_what_no_list_tells_of_who_is_in_an_option_is_said_to_be_unread(desk: Desk, asked: str, unread: str) -> None:
    assert unread in desk.understand(asked, None).unread


@pytest.mark.parametrize(
    ("before", "asked", "says"),
    [
        ("what's in option B?", "how many fly Panama?", "Panama in the entry, 2 parties would come off"),
        ("vessels flagged Panama", "which would option B free", "Panama in the entry, 2 parties would come off"),
        ("what's in option A?", "how many are Ukrainian?", "of the parties of Ukraine, it would reach nobody"),
        ("who does option A free?", "only the women", "Not applied: “women”, not understood. Leaving it out:"),
    ],
)
def test_a_set_and_an_option_of_a_thread_are_told_together(desk: Desk, before: str, asked: str, says: str) -> None:
    reading = desk.understand(asked, desk.understand(before, None).last)
    assert says in answer_all(reading, desk).text.partition("\n")[0]
