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
    ],
)
def test_the_hour_the_zone_and_the_days_are_read(words: str, wish: Wish):
    assert wish_in(words) == wish


@pytest.mark.parametrize("words", ["digest", "today's digest", "daily digest", "show me the digest of last week"])
def test_a_digest_that_is_wanted_now_is_no_arrangement(words: str):
    assert wish_in(words) is None


@pytest.mark.parametrize("words", ["digest at 25", "digest at 13 pm", "digest at 9:75", "digest at 9 Mars/Olympus"])
def test_what_is_no_hour_or_zone_changes_nothing_and_says_why(words: str):
    wish = wish_in(words)
    assert wish is not None
    assert wish.trouble
