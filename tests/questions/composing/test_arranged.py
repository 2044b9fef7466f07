"""When a digest is to come, told by a stretch alone, and what is said again of one that was arranged."""

from __future__ import annotations

from datetime import date

import pytest

from bot.questions.ask import DigestWish
from bot.questions.composing.arranged import digest_wish, told_again
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.spotting.names import NO_NAMES
from tests.conftest import NOON
from tests.questions.words import VOCABULARY

TODAY = NOON.date()
NINE = DigestWish("09:00", days=(0,))


def seen_in(text: str) -> Seen:
    return Seen.of(Stretch(text, Frame.PROSE), TODAY, VOCABULARY, NO_NAMES)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("digest at half past seven", DigestWish("07:30")),
        ("digest every evening at 7", DigestWish("19:00")),
        ("digest on Mondays and Thursdays at 8:15", DigestWish("08:15", days=(0, 3))),
        ("daily digest at 7 Europe/Berlin", DigestWish("07:00", "Europe/Berlin")),
        ("digest daily but not on weekends", DigestWish(days=(0, 1, 2, 3, 4))),
        ("stop the digest", DigestWish(stop=True)),
        ("resume the digest", DigestWish(resume=True)),
        ("pause the digest until 2026-12-24", DigestWish(until=date(2026, 12, 24))),
        ("show me the digest", None),
        ("digest of last week", None),
    ],
)
def test_when_it_is_to_come(text: str, wish: DigestWish | None) -> None:
    assert digest_wish(seen_in(text), TODAY) == wish


@pytest.mark.parametrize(
    "text", ["digest every second Tuesday at 9", "digest at 25", "digest at 9 and at 17:00", "pause the digest"]
)
def test_what_cannot_be_arranged_is_trouble(text: str) -> None:
    wish = digest_wish(seen_in(text), TODAY)
    assert wish
    assert wish.trouble


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("make it 10", DigestWish("10:00", days=(0,))),
        ("no, on Fridays", DigestWish("09:00", days=(4,))),
        ("and Fridays too", DigestWish("09:00", days=(0, 4))),
        ("stop it", DigestWish(stop=True)),
        ("is Rosneft sanctioned?", None),
    ],
)
def test_what_is_said_again_changes_that_alone(text: str, wish: DigestWish | None) -> None:
    assert told_again(seen_in(text), NINE, TODAY) == wish
