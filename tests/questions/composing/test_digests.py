"""When a digest is asked to come, in the words that people use."""

from __future__ import annotations

from datetime import date

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
        ("move my digest from 9 to 10", DigestWish("10:00")),
        ("digest from 8am to 7:30 please", DigestWish("07:30")),
        ("digest daily at 08:30 Europe/Berlin", DigestWish("08:30", "Europe/Berlin")),
        ("Bitte den Digest jeden Morgen um 7 Uhr Berliner Zeit", DigestWish("07:00", "Europe/Berlin")),
        ("le digest chaque matin à 8h heure de Paris", DigestWish("08:00", "Europe/Paris")),
        ("дайджест каждый день в 9 по московскому времени", DigestWish("09:00", "Europe/Moscow")),
        ("digest at 18h30 CET", DigestWish("18:30", "Europe/Berlin")),
        ("digest at 7:15 am america/new_york", DigestWish("07:15", "America/New_York")),
        ("send us the digest every day at 12 pm", DigestWish("12:00")),
        ("digest on weekdays at 9", DigestWish("09:00", days=(0, 1, 2, 3, 4))),
        ("weekly digest on Mondays at 9", DigestWish("09:00", days=(0,))),
        ("digest on Mondays and Thursdays at 8", DigestWish("08:00", days=(0, 3))),
        ("digest every Tue, Wed and Fri at 7:30 am", DigestWish("07:30", days=(1, 2, 4))),
        ("send us the digest on Monday at 9", DigestWish("09:00", days=(0,))),
        ("weekly digest", DigestWish("09:00", days=(0,))),
        ("weekly digest on Fridays", DigestWish("09:00", days=(4,))),
        ("дайджест по понедельникам в 8", DigestWish("08:00", days=(0,))),
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


@pytest.mark.parametrize(
    ("words", "until"),  # asked on Monday, 23 November 2026
    [
        ("pause the digest until Thursday", "2026-11-26"),
        ("pause the digest until Monday", "2026-11-30"),
        ("Please pause our daily digest until next Friday.", "2026-11-27"),
        ("pause digest for a week", "2026-11-30"),
        ("snooze the digest for 3 days", "2026-11-26"),
        ("pause the digest for two weeks", "2026-12-07"),
        ("pause the digest for the next month", "2026-12-23"),
        ("no digest until 7 December", "2026-12-07"),
        ("pause the digest till tomorrow", "2026-11-24"),
        ("pause the digest until 2027-01-04", "2027-01-04"),
        ("pause the digest until January", "2027-01-01"),
        ("pause the digest until next week", "2026-11-30"),
        ("приостанови дайджест до понедельника", "2026-11-30"),
        ("приостанови дайджест на неделю", "2026-11-30"),
    ],
)
def test_a_pause_ends_on_the_day_that_is_said(words: str, until: str):
    assert wish_in(words) == DigestWish(until=date.fromisoformat(until))


@pytest.mark.parametrize("words", ["resume the digest", "please unpause our digest", "возобнови дайджест"])
def test_a_pause_is_ended(words: str):
    assert wish_in(words) == DigestWish(resume=True)


@pytest.mark.parametrize(
    "words",
    [
        "pause the digest",
        "pause the digest until 2025-01-01",
        "mute the digest for now",
        "pause the digest until the new guy is back",
    ],
)
def test_a_pause_without_an_end_changes_nothing_and_says_what_to_say(words: str):
    wish = wish_in(words)
    assert wish is not None
    assert "until when" in wish.trouble
