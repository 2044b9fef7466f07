"""What stands on a person's desk."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.sanctions.relief.lifecycle import Editors
from handlers.desk import Asker, Desk
from handlers.home import home_page, next_digest
from store.telling.subscriptions import Subscription
from tests.conftest import NOON
from tests.handlers.ask.conftest import *  # noqa: F403  # the desks

MARIA = Asker("T0LOCAL", "U0MARIA", "U0MARIA", known=True, is_admin=True)


def daily(
    hour: str = "09:00", zone: str = "Europe/Berlin", told_day: str = "", days: tuple[int, ...] = (), paused: str = ""
) -> Subscription:
    return Subscription("T", "U", hour, zone, "U", NOON, NOON, days, paused, told_day=told_day)


@pytest.mark.parametrize(
    ("now", "subscription", "coming"),
    [
        ("2026-11-23T07:00", daily(), "2026-11-23T09:00+01:00"),
        ("2026-11-23T09:00", daily(), "2026-11-24T09:00+01:00"),
        ("2026-11-23T07:00", daily(told_day="2026-11-23"), "2026-11-24T09:00+01:00"),
        ("2026-11-27T12:00", daily(days=(0, 1, 2, 3, 4)), "2026-11-30T09:00+01:00"),
        ("2026-11-27T12:00", daily(days=(0, 3)), "2026-11-30T09:00+01:00"),
        ("2026-11-30T12:00", daily(days=(0, 3)), "2026-12-03T09:00+01:00"),
        ("2026-11-27T12:00", daily(paused="2026-12-05"), "2026-12-05T09:00+01:00"),
        ("2026-11-27T12:00", daily(days=(0, 3), paused="2026-12-05"), "2026-12-07T09:00+01:00"),
        ("2026-11-27T12:00", daily(paused="2026-11-20"), "2026-11-28T09:00+01:00"),
        ("2026-10-24T12:00", daily(), "2026-10-25T09:00+01:00"),  # summer time ends in between
        ("2026-11-23T23:30", daily("08:00", "Asia/Tokyo"), "2026-11-25T08:00+09:00"),
    ],
)
def test_the_next_digest_comes_at_its_hour_in_its_zone(now: str, subscription: Subscription, coming: str) -> None:
    assert (
        next_digest(subscription, datetime.fromisoformat(now).replace(tzinfo=UTC)).isoformat()[:22]
        == (f"{coming[:16]}:00{coming[16:]}"[:22])
    )


def test_a_desk_has_the_lists_with_their_age_the_options_and_what_ends_soon(desk: Desk) -> None:
    page = home_page(desk, MARIA, Editors())
    assert [note.list for note in page.editions] == ["us_ofac_sdn", "us_ofac_cons", "un_sc"]
    assert [one.key for one in page.options] == ["A", "B", "C"]
    assert not any(one.waits for one in page.options)
    assert any("GL 115D" in line and line.startswith("18 Dec 2026, in 25 days") for line in page.endings)
    assert page.digest is None
