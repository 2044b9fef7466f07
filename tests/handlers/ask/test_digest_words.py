"""When a digest is asked to come, in the words that people use."""

from __future__ import annotations

import pytest

from handlers.ask.digest import Wish, wish_in


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("digest at 9", Wish("09:00")),
        ("digest daily at 08:30 Europe/Berlin", Wish("08:30", "Europe/Berlin")),
        ("digest at 7:15 am america/new_york", Wish("07:15", "America/New_York")),
        ("send us the digest every day at 12 pm", Wish("12:00")),
        ("digest on weekdays at 9", Wish("09:00", weekdays=True)),
        ("quiet digest at 5pm UTC", Wish("17:00", "UTC", silent=True)),
        ("digest every day", Wish("09:00")),
        ("stop the digest", Wish(stop=True)),
        ("digest off", Wish(stop=True)),
        ("Stop the digest.", Wish(stop=True)),
        ("please cancel our daily digest", Wish(stop=True)),
        ("can you stop sending us the digest here?", Wish(stop=True)),
        ("unsubscribe me from the daily digest", Wish(stop=True)),
        ("turn the digest off for this channel", Wish(stop=True)),
        ("no more digests please", Wish(stop=True)),
        ("don\u2019t send us the digest any more", Wish(stop=True)),
    ],
)
def test_the_hour_the_zone_and_the_days_are_read(words: str, wish: Wish):
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
