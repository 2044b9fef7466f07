"""The digest: once a local day, of exactly what came since the last one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
import store.telling.watches
from bot.answers.document import plain
from bot.blocks.render import render
from bot.sanctions.changes.comparison import ChangeKind
from jobs.digest import digest, digest_of
from jobs.hours import due_day, moment
from store.database import writing
from store.lists.editions import record_fetch
from store.telling.outbox import of_place
from store.telling.pauses import pause
from store.telling.subscriptions import Subscription, subscribe, unsubscribe
from tests.blocks.checks import assert_payload
from tests.builders import a_person
from tests.jobs.conftest import Load
from tests.store.builders import NOON, a_change, load
from tests.store.conftest import migrated_postgres, postgres, session_factory

__all__ = ["migrated_postgres", "postgres", "session_factory"]  # both databases

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
BERLIN = "Europe/Berlin"


def subscribed(factory: sessionmaker[Session], **facts: object) -> Subscription:
    with writing(factory) as session:
        return subscribe(session, "T1", "C1", "U1", NOON, **facts)  # type: ignore[arg-type]


def a_subscription(hour: str = "09:00", zone: str = BERLIN, **facts: object) -> Subscription:
    started = datetime(2026, 1, 1, tzinfo=UTC)
    given = {"who": "U1", "at": started, "told_at": started, **facts}
    return Subscription("T1", "C1", hour, zone, **given)  # type: ignore[arg-type]


def utc(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def designated(factory: sessionmaker[Session], published: str, name: str = "DERIPASKA, Oleg Vladimirovich") -> None:
    one = a_person(name)
    load(factory, published, [one], a_change(ChangeKind.DESIGNATED, one))


def digests(factory: sessionmaker[Session]) -> list[str]:
    with factory() as session:
        return [plain(one.message.answer.cards[0].headline) for one in of_place(session, "T1", "C1", "digest")]


# --- when ---


def test_a_digest_comes_at_its_local_hour_in_winter_and_in_summer():
    assert moment(date(2026, 1, 15), "09:00", BERLIN) == utc(2026, 1, 15, 8)
    assert moment(date(2026, 7, 15), "09:00", BERLIN) == utc(2026, 7, 15, 7)


def test_an_hour_that_the_clock_leaves_out_in_spring_is_told_once():
    one = a_subscription("02:30", told_at=utc(2026, 3, 28, 12))
    assert moment(date(2026, 3, 29), "02:30", BERLIN) == utc(2026, 3, 29, 1, 30)  # 03:30 there
    assert due_day(one, utc(2026, 3, 29, 1, 29)) is None
    assert due_day(one, utc(2026, 3, 29, 1, 30)) == date(2026, 3, 29)


def test_an_hour_that_the_clock_shows_twice_in_autumn_is_told_at_the_first():
    assert moment(date(2026, 10, 25), "02:30", BERLIN) == utc(2026, 10, 25, 0, 30)
    told = a_subscription("02:30", told_at=utc(2026, 10, 25, 0, 30))
    assert due_day(told, utc(2026, 10, 25, 1, 30)) is None


@pytest.mark.parametrize(("now", "due"), [(utc(2026, 11, 23, 7, 59), False), (utc(2026, 11, 23, 8), True)])
def test_it_is_due_from_its_minute_on(now: datetime, due: bool):
    assert bool(due_day(a_subscription(told_at=utc(2026, 11, 22, 12)), now)) is due


def test_a_subscription_made_in_the_afternoon_begins_the_next_morning():
    one = a_subscription(told_at=utc(2026, 11, 23, 15))
    assert due_day(one, utc(2026, 11, 23, 16)) is None
    assert due_day(one, utc(2026, 11, 24, 8)) == date(2026, 11, 24)


def test_a_weekday_digest_rests_on_saturday_and_sunday():
    one = a_subscription(days=(0, 1, 2, 3, 4), told_at=utc(2026, 11, 20, 9))  # a Friday
    assert due_day(one, utc(2026, 11, 22, 20)) is None
    assert due_day(one, utc(2026, 11, 23, 8)) == date(2026, 11, 23)


def test_a_digest_on_chosen_days_rests_on_all_others():
    one = a_subscription(days=(0, 3), told_at=utc(2026, 11, 23, 9), told_day="2026-11-23")  # a Monday
    assert due_day(one, utc(2026, 11, 25, 20)) is None
    assert due_day(one, utc(2026, 11, 26, 7, 59)) is None
    assert due_day(one, utc(2026, 11, 26, 8)) == date(2026, 11, 26)


def test_a_paused_digest_comes_again_at_its_hour_of_the_day_that_ends_the_pause():
    one = a_subscription(told_at=utc(2026, 11, 23, 9), told_day="2026-11-23", paused_until="2026-11-30")
    assert [due_day(one, utc(2026, 11, day, 12)) for day in range(24, 30)] == [None] * 6
    assert due_day(one, utc(2026, 11, 30, 7)) is None  # that of the day before is of the pause
    assert due_day(one, utc(2026, 11, 30, 8)) == date(2026, 11, 30)


# --- what ---


def test_it_tells_what_came_since_the_last_one_and_nothing_twice(session_factory: sessionmaker[Session]):
    load(session_factory, "2026-11-20", [])
    subscribed(session_factory)
    assert digest(session_factory, NOON + AN_HOUR) == []
    designated(session_factory, "2026-11-23")
    assert [turn.status for turn in digest(session_factory, NOON + A_DAY)] == ["queued"]
    assert digest(session_factory, NOON + A_DAY + AN_HOUR) == []
    assert [turn.status for turn in digest(session_factory, NOON + 2 * A_DAY)] == ["queued"]
    assert digests(session_factory) == [
        "Digest since 23 Nov 2026, 12:00: SDN 1 designated.",
        "Nothing new since 24 Nov 2026, 12:00.",
    ]


def test_days_that_were_missed_are_made_up_by_one_digest(session_factory: sessionmaker[Session]):
    load(session_factory, "2026-11-20", [])
    subscribed(session_factory)
    designated(session_factory, "2026-11-23")
    designated(session_factory, "2026-11-24", "SECHIN, Igor Ivanovich")
    digest(session_factory, NOON + 4 * A_DAY)
    assert digest(session_factory, NOON + 4 * A_DAY + AN_HOUR) == []
    assert digests(session_factory) == ["Digest since 23 Nov 2026, 12:00: SDN 1 designated; SDN 1 designated."]


def test_two_workers_queue_it_once(session_factory: sessionmaker[Session]):
    subscribed(session_factory)
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda _: digest(session_factory, NOON + A_DAY), range(3)))
    assert sorted(turn.status for turns in found for turn in turns).count("queued") == 1
    assert len(digests(session_factory)) == 1


def test_a_silent_digest_says_nothing_when_nothing_is_new_and_forgets_nothing(session_factory: sessionmaker[Session]):
    load(session_factory, "2026-11-20", [])
    subscribed(session_factory, silent=True)
    assert [turn.status for turn in digest(session_factory, NOON + A_DAY)] == ["silent"]
    designated(session_factory, "2026-11-25")
    digest(session_factory, NOON + 2 * A_DAY)
    assert digests(session_factory) == ["Digest since 24 Nov 2026, 12:00: SDN 1 designated."]


def test_what_is_stopped_or_paused_is_not_queued(session_factory: sessionmaker[Session]):
    subscribed(session_factory)
    with writing(session_factory) as session:
        pause(session, "T1", "C1", "is_archived", NOON)
    assert digest(session_factory, NOON + A_DAY) == []
    subscribed(session_factory)  # asked for again: it goes on
    assert len(digest(session_factory, NOON + A_DAY)) == 1
    with writing(session_factory) as session:
        assert unsubscribe(session, "T1", "C1")
    assert digest(session_factory, NOON + 2 * A_DAY) == []


def test_nothing_new_is_one_short_line_and_troubles_of_the_lists_are_said(sessions: sessionmaker[Session]):
    load(sessions, "2026-11-20", [])
    subscribed(sessions)
    (turn,) = digest_of(sessions, "C1", NOON + A_DAY)
    assert turn.answer.text == "Nothing new since 23 Nov 2026, 12:00.\n\nIn force: OFAC SDN list 20 Nov 2026."
    with writing(sessions) as session:
        record_fetch(session, "un_sc", NOON + A_DAY, "The server of the UN did not answer.")
    (turn,) = digest_of(sessions, "C1", NOON + 30 * A_DAY)
    assert turn.answer.text == (
        "Nothing new since 24 Nov 2026, 12:00.\n"
        "Stale: OFAC SDN list, 20 Nov 2026 (33 days old).\n"
        "Refresh failed: UN Security Council list, 24 Nov 2026: The server of the UN did not answer.\n\n"
        "In force: OFAC SDN list 20 Nov 2026 (stale)."
    )


def test_one_channel_by_hand_is_queued_when_due_and_shown_again_later(sessions: sessionmaker[Session]):
    assert [turn.status for turn in digest_of(sessions, "C1", NOON)] == ["not subscribed"]
    subscribed(sessions)
    statuses = [digest_of(sessions, "C1", NOON + later)[0].status for later in (AN_HOUR, A_DAY, A_DAY + AN_HOUR)]
    assert statuses == ["not due", "queued", "queued before"]


def test_the_digest_of_invasion_day(sessions: sessionmaker[Session], load_sdn: Load):
    load_sdn("2022-02-24")
    with writing(sessions) as session:
        store.telling.watches.watch(session, "T1", "C1", "entity:ofac-16692", "U1", NOON)
    subscribed(sessions)
    load_sdn("2022-02-25")
    (turn,) = digest(sessions, NOON + A_DAY)
    assert [plain(card.headline) for card in turn.answer.cards] == [
        "Digest since 23 Nov 2026, 12:00: SDN 91 designated, 4 amended.",
        "OFAC SDN list, 25 Feb 2022: 91 designated, 4 amended.",
        "Igor Ivanovich Sechin: program RUSSIA-EO14024 added and 3 facts amended (OFAC SDN list, 25 Feb 2022).",
        "About the lists:",
    ]
    assert_payload(render(turn.answer).blocks)


# --- the clock and the hour change ---


def test_a_change_of_hour_after_the_digest_gives_that_day_no_second_one_and_is_not_due_every_minute(
    sessions: sessionmaker[Session],
):
    subscribed(sessions, hour="13:00")
    designated(sessions, "2023-12-28")
    assert [turn.status for turn in digest(sessions, NOON + AN_HOUR)] == ["queued"]
    with writing(sessions) as session:
        subscribe(session, "T1", "C1", "U1", NOON + 2 * AN_HOUR, hour="15:00")
    for minute in range(0, 540, 7):
        assert digest(sessions, NOON + 3 * AN_HOUR + timedelta(minutes=minute)) == []
    assert [turn.status for turn in digest(sessions, NOON + A_DAY + 3 * AN_HOUR)] == ["queued"]


def test_a_first_digest_at_an_hour_still_to_come_is_told_the_same_day(sessions: sessionmaker[Session]):
    subscribed(sessions, hour="15:00")
    assert digest(sessions, NOON + AN_HOUR) == []
    assert [turn.status for turn in digest(sessions, NOON + 3 * AN_HOUR)] == ["queued"]


def test_a_clock_that_was_a_day_ahead_for_a_while_costs_no_digest(sessions: sessionmaker[Session]):
    subscribed(sessions, hour="13:00")
    assert [turn.status for turn in digest(sessions, NOON + AN_HOUR)] == ["queued"]
    assert [turn.status for turn in digest(sessions, NOON + AN_HOUR + A_DAY)] == ["queued"]  # too early by a day
    back = NOON + 2 * AN_HOUR
    assert [turn.status for turn in digest(sessions, back)] == ["queued before"]
    assert digest(sessions, back + AN_HOUR) == []
    designated(sessions, "2023-12-28")
    (turn,) = digest(sessions, NOON + AN_HOUR + A_DAY)
    assert turn.status == "queued"
    assert len(digests(sessions)) == 3


def test_an_hour_back_tells_the_digest_of_that_hour_once(sessions: sessionmaker[Session]):
    subscribed(sessions, hour="13:00")
    assert [turn.status for turn in digest(sessions, NOON + AN_HOUR + timedelta(minutes=1))] == ["queued"]
    digest(sessions, NOON + timedelta(minutes=1))
    assert digest(sessions, NOON + AN_HOUR + timedelta(minutes=1)) == []
    assert len(digests(sessions)) == 1
