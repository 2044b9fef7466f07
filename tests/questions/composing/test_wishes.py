"""When a digest is asked to come, in the words that people use."""

from __future__ import annotations

import pytest

from bot.questions.ask import DigestWish, Kind
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def wish_in(words: str) -> DigestWish | None:
    question = understand(words, NOON, VOCABULARY).first
    assert question.kind is Kind.DIGEST
    return question.digest


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("digest at 9", DigestWish("09:00")),
        ("digest daily at 08:30 Europe/Berlin", DigestWish("08:30", "Europe/Berlin")),
        ("digest at 7:15 am america/new_york", DigestWish("07:15", "America/New_York")),
        ("send us the digest every day at 12 pm", DigestWish("12:00")),
        ("digest on weekdays at 9", DigestWish("09:00", days=(0, 1, 2, 3, 4))),
        ("weekly digest on Mondays at 9", DigestWish("09:00", days=(0,))),
        ("send the digest at 8 in Moscow", DigestWish("08:00", "Europe/Moscow")),
        ("quiet digest at 5pm UTC", DigestWish("17:00", "UTC", silent=True)),
        ("digest every day", DigestWish("09:00")),
        ("stop the digest", DigestWish(stop=True)),
        ("digest off", DigestWish(stop=True)),
        ("Stop the digest.", DigestWish(stop=True)),
        ("please cancel our daily digest", DigestWish(stop=True)),
        ("can you stop sending us the digest here?", DigestWish(stop=True)),
        ("unsubscribe me from the daily digest", DigestWish(stop=True)),
        ("turn the digest off for this channel", DigestWish(stop=True)),
        ("no more digests please", DigestWish(stop=True)),
        ("don\u2019t send us the digest any more", DigestWish(stop=True)),
    ],
)
def test_the_hour_the_zone_and_the_days_are_read(words: str, wish: DigestWish):
    assert wish_in(words) == wish


@pytest.mark.parametrize(
    "words",
    [
        "digest",
        "today's digest",
        "daily digest",
        "show me the digest of last week",
        "digest since the end of October",
        "digest for the end of the month",
        "digest up to the end of 2025",
        "digest since the pause in listings",
        "digest since Treasury's stop in March",
        "digest of what OFAC did off the SDN list",
        "what is in the digest at the end of October",
        "digest of each program",
        "digest every edition since 1 March",
        "digest since the quiet weeks of August",
        "digest of the weekdays before Christmas",
    ],
)
def test_a_digest_that_is_wanted_now_is_no_arrangement(words: str):
    assert wish_in(words) is None


@pytest.mark.parametrize("words", ["digest at 25", "digest at 13 pm", "digest at 9:75", "digest at 9 Mars/Olympus"])
def test_what_is_no_hour_or_zone_changes_nothing_and_says_why(words: str):
    wish = wish_in(words)
    assert wish is not None
    assert wish.trouble
