"""A digest on chosen days, paused and resumed, as it is asked for in a channel and told by the worker."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.home import digest_of as digest_on_the_desk
from handlers.slack.front import DeskFront
from jobs.digest import digest
from tests.handlers.ask.watching.test_ending import (
    GUEST,
    MEMBER,
    OWNER,
    Clock,
    Say,
    clock,
    digest_of,
    front,
    say,
    told,
)

__all__ = ["clock", "front", "say"]


def of_november(day: int, hour: int = 10) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def days_told(front: DeskFront, *days: int) -> list[int]:
    """On which of these days of November the worker queues the digest of the channel."""
    return [day for day in days if [turn.status for turn in digest(front.sessions, of_november(day))] == ["queued"]]


def paused_until(front: DeskFront) -> str:
    kept = digest_of(front)
    assert kept is not None
    return kept.paused_until


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("digest on Mondays and Thursdays at 8", "on Mondays and Thursdays at 08:00 (UTC)"),
        ("weekly digest", "on Mondays at 09:00 (UTC)"),
        ("weekly digest on Fridays at 7 in Moscow", "on Fridays at 07:00 (Europe/Moscow)"),
        ("digest on weekdays at 9", "every weekday at 09:00 (UTC)"),
        ("digest at 8", "every day at 08:00 (UTC)"),
    ],
)
def test_it_says_on_which_days_it_comes(say: Say, words: str, when: str):
    assert say(words, OWNER).text.startswith(f"The digest comes here {when}.")


def test_it_comes_on_the_chosen_days_alone(front: DeskFront, say: Say):
    say("digest on Thursdays and Saturdays at 8", OWNER)  # on a Monday
    assert days_told(front, 24, 25, 26, 27, 28, 29) == [26, 28]


def test_it_is_paused_until_the_day_that_was_said_and_then_comes_again(front: DeskFront, say: Say):
    answer = say("pause the digest until Thursday", OWNER)
    assert answer.text.startswith("The digest comes here every day at 09:00 (UTC), again from 26 Nov 2026 on.")
    assert days_told(front, 24, 25, 26, 27) == [26, 27]
    assert paused_until(front) == ""


def test_a_pause_is_ended_by_resuming_and_by_asking_for_a_digest_anew(front: DeskFront, say: Say):
    for words in ("resume the digest", "digest at 9"):
        say("pause the digest for a week", OWNER)
        say(words, OWNER)
        assert "again from" not in say("pause the digest", OWNER).text
        assert paused_until(front) == ""


def test_the_channel_is_told_who_paused_it_and_a_guest_may_not(front: DeskFront, say: Say):
    assert "You may not change this here" in say("pause the digest for a week", GUEST).text
    before = len(told(front))
    say("pause the digest for a week", MEMBER)
    assert len(told(front)) == before + 1
    assert "again from 30 Nov 2026 on: changed by" in told(front)[-1].answer.text


def test_what_was_not_done_says_so(say: Say):
    assert say("pause the digest", OWNER).text.startswith(
        "Nothing was changed: the digest stays as it was. Say until when"
    )
    elsewhere = type(OWNER)("T1", "U0OWNER", "C0OTHER", known=True)
    for words in ("pause the digest until Monday", "resume the digest"):
        assert say(words, elsewhere).text.startswith("Nothing was changed: no digest comes here.")


def test_when_it_comes_and_who_set_it_up_is_told_where_it_is_asked(say: Say):
    assert say("when does my digest come?", OWNER).text.startswith(
        "The digest comes here every day at 09:00 (UTC).\nSet up by "
    )
    elsewhere = type(OWNER)("T1", "U0OWNER", "C0OTHER", known=True)
    assert say("who gets the digest?", elsewhere).text.startswith("No digest comes here. “Digest at 9” in a channel")


def test_the_desk_shows_the_days_and_the_pause(front: DeskFront, say: Say, clock: Clock):
    say("digest on Mondays and Thursdays at 8", OWNER)
    say("pause the digest until Friday", OWNER)
    kept = digest_of(front)
    assert kept is not None
    shown = digest_on_the_desk(kept, clock.now)
    assert shown.when == "on Mondays and Thursdays at 08:00 (UTC), again from 27 Nov 2026 on"
    assert shown.next_in_words == "30 Nov 2026 at 08:00 UTC"
