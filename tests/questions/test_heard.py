"""Whom a message only tells of."""

from __future__ import annotations

import pytest

from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.heard import heard_in
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


@pytest.mark.parametrize(
    ("text", "frame", "told", "items", "beyond"),
    [
        ("offer from Rosneft", Frame.SUBJECT, ["Rosneft"], [], []),
        ("Regards, Igor Sechin", Frame.AROUND, ["Igor Sechin"], [], []),
        ("Zentrix Sea GmbH, Sales", Frame.AROUND, [], [], []),
        ("Zentrix Sea GmbH", Frame.SUBJECT, ["Zentrix Sea GmbH"], ["Zentrix Sea GmbH"], []),
        ("Kazan", Frame.ASIDE, [], [], ["Kazan"]),
        ('by order of "Bright Bay"', Frame.ASIDE, [], [], ["Bright Bay"]),
        ('by order of "Bright Bay"', Frame.CELL, ["Bright Bay"], ["Bright Bay"], []),
        ("Maria", Frame.SUBJECT, [], [], []),
    ],
)
def test_whom_an_aside_tells_of_is_told_by_a_list_or_by_what_a_firm_is_called(
    text: str, frame: Frame, told: list[str], items: list[str], beyond: list[str], listed: Mentions
) -> None:
    of_it, screened, unread = heard_in(Seen.of(Stretch(text, frame), NOON.date(), VOCABULARY, listed))
    assert [span.subject.name for span in of_it] == told
    assert [span.subject.name for span in screened] == items
    assert unread == beyond
