"""The outbox, on both databases: queued once, claimed by one, told in order."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import TextClause
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
from bot.answers.document import Act, Action, Answer, Card, EditionNote, Tone, bold, text
from store.database import writing
from store.plain import dumps
from store.telling.outbox import LEASE, Claimed, Outgoing, claim, of_place, put_off, queue, sent
from tests.store.builders import NOON

A_SECOND = timedelta(seconds=1)
ALERT = Answer(
    kind="alert",
    cards=(
        Card(
            headline=text(bold("Igor Ivanovich Sechin: program RUSSIA-EO14024 added.")),
            lines=(text("• ", "Gender Male added."),),
            tone=Tone.LISTED,
            actions=(Action(Act.UNWATCH, "Stop watching", "entity:ofac-16692"),),
        ),
    ),
    editions=(EditionNote("us_ofac_sdn", "OFAC SDN list", "2022-02-25", "2022-02-25", 0, False),),
    facts={"counts": {"program_added": 1}},
)


def a_message(key: str, place: str = "C1", team: str = "T1") -> Outgoing:
    return Outgoing(key, team, place, "alert", ALERT)


def text_of_many() -> TextClause:
    values = ":key, 'T1', :place, 'alert', '" + dumps(ALERT) + "', '2026-11-23 12:00:00', 'waiting', 0, 0, '', '', ''"
    columns = "key, team, place, kind, answer, created_at, state, attempts, repeats, ts, failure, thread"
    return sql(f"INSERT INTO outbox ({columns}) VALUES ({values})".replace('":', '"\\:'))


def queued(factory: sessionmaker[Session], *messages: Outgoing) -> int:
    with writing(factory) as session:
        return queue(session, messages, NOON)


def claimed(factory: sessionmaker[Session], later: timedelta = timedelta(0), worker: str = "one") -> Claimed | None:
    with writing(factory) as session:
        return claim(session, NOON + later, worker)


def test_a_message_comes_out_as_it_went_in(session_factory: sessionmaker[Session]):
    queued(session_factory, a_message("alert 1"))
    found = claimed(session_factory)
    assert found is not None
    assert found.message == a_message("alert 1")


def test_what_is_told_already_is_not_queued_again(session_factory: sessionmaker[Session]):
    assert queued(session_factory, a_message("digest 2026-11-23"), a_message("digest 2026-11-23")) == 1
    assert queued(session_factory, a_message("digest 2026-11-23"), a_message("digest 2026-11-24")) == 1


def test_a_message_is_queued_with_what_it_tells_of_or_not_at_all(session_factory: sessionmaker[Session]):
    try:
        with writing(session_factory) as session:
            queue(session, [a_message("alert 1")], NOON)
            raise RuntimeError("the edition cannot be written")
    except RuntimeError:
        assert claimed(session_factory) is None


def test_a_claimed_message_is_nobody_elses_until_its_lease_is_over(session_factory: sessionmaker[Session]):
    queued(session_factory, a_message("alert 1"))
    assert claimed(session_factory)
    assert claimed(session_factory, LEASE - A_SECOND, "two") is None
    again = claimed(session_factory, LEASE, "two")
    assert again is not None
    assert again.begun_before == NOON  # it may have arrived


def test_workers_that_claim_at_once_get_different_messages(session_factory: sessionmaker[Session]):
    queued(session_factory, *(a_message(f"alert {n}", f"C{n}") for n in range(12)))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: claimed(session_factory, worker=str(n)), range(16)))
    keys = [one.message.key for one in found if one]
    assert len(keys) == len(set(keys)) == 12


def test_a_place_is_told_in_order_and_once_a_second(session_factory: sessionmaker[Session]):
    queued(session_factory, a_message("alert 1"), a_message("alert 2"), a_message("alert 3", "C2"))
    first, other = claimed(session_factory), claimed(session_factory)
    assert first is not None
    assert other is not None
    assert [first.message.key, other.message.key] == ["alert 1", "alert 3"]
    assert claimed(session_factory, A_SECOND * 5) is None  # the second waits for the first
    with writing(session_factory) as session:
        sent(session, first, "1.1", NOON)
    assert claimed(session_factory, A_SECOND / 2) is None
    second = claimed(session_factory, A_SECOND)
    assert second is not None
    assert second.message.key == "alert 2"


def test_a_message_put_off_waits_and_what_slack_refused_has_not_arrived(session_factory: sessionmaker[Session]):
    queued(session_factory, a_message("alert 1"))
    first = claimed(session_factory)
    assert first is not None
    with writing(session_factory) as session:
        put_off(session, first, NOON, A_SECOND * 30, "ratelimited", counted=False)
    assert claimed(session_factory, A_SECOND * 29) is None
    again = claimed(session_factory, A_SECOND * 30)
    assert again is not None
    assert (again.attempts, again.begun_before) == (0, None)


def test_when_a_try_was_never_answered_the_first_such_moment_is_kept(session_factory: sessionmaker[Session]):
    queued(session_factory, a_message("alert 1"))
    for minute in range(3):
        found = claimed(session_factory, timedelta(minutes=minute))
        assert found is not None
        assert found.begun_before == (NOON if minute else None)
        with writing(session_factory) as session:
            put_off(session, found, NOON, timedelta(0), "Slack did not answer", unsure=True)


def test_one_workspace_never_waits_for_another(session_factory: sessionmaker[Session]):
    queued(session_factory, a_message("alert 1"), a_message("alert 2", team="T2"))
    with writing(session_factory) as session:
        store.telling.outbox.hold(session, "T1", "ratelimited", NOON, A_SECOND * 30)
    found = claimed(session_factory)
    assert found is not None
    assert found.message.team == "T2"
    assert claimed(session_factory, A_SECOND * 29) is None
    assert claimed(session_factory, A_SECOND * 30) is not None


def test_what_was_delivered_is_forgotten_in_time_and_what_waits_never(session_factory: sessionmaker[Session]):
    queued(session_factory, a_message("alert 1"), a_message("alert 2", "C2"))
    found = claimed(session_factory)
    with writing(session_factory) as session:
        assert found is not None
        sent(session, found, "1.1", NOON)
        assert store.telling.outbox.forget(session, NOON) == 0
        assert store.telling.outbox.forget(session, NOON + A_SECOND) == 1
        assert of_place(session, "T1", "C1") == []
        assert store.telling.outbox.waiting(session) == 1


def test_what_is_queued_for_a_place_that_was_just_told_waits_its_second(session_factory: sessionmaker[Session]):
    queued(session_factory, a_message("alert 1"))
    first = claimed(session_factory)
    with writing(session_factory) as session:
        assert first is not None
        sent(session, first, "1.1", NOON)
        queue(session, [a_message("alert 2")], NOON)
    assert claimed(session_factory, A_SECOND / 2) is None
    assert claimed(session_factory, A_SECOND) is not None


def test_a_lane_that_went_idle_is_due_with_its_next_message(session_factory: sessionmaker[Session]):
    queued(session_factory, a_message("alert 1"))
    first = claimed(session_factory)
    with writing(session_factory) as session:
        assert first is not None
        sent(session, first, "1.1", NOON)
    assert claimed(session_factory, A_SECOND) is None  # and is idle now
    queued(session_factory, a_message("alert 2"))
    found = claimed(session_factory, A_SECOND)
    assert found is not None
    assert found.message.key == "alert 2"


def test_a_worker_that_lost_its_lease_does_not_give_back_the_lane_of_another(session_factory: sessionmaker[Session]):
    queued(session_factory, a_message("alert 1"), a_message("alert 2"))
    slow = claimed(session_factory, worker="slow")
    quick = claimed(session_factory, LEASE, "quick")
    assert slow is not None
    assert quick is not None
    assert quick.id == slow.id
    with writing(session_factory) as session:
        put_off(session, slow, NOON + LEASE, timedelta(0), "too late")
    assert claimed(session_factory, LEASE + A_SECOND, "third") is None
    with writing(session_factory) as session:
        sent(session, quick, "1.1", NOON + LEASE)
        put_off(session, slow, NOON + LEASE, timedelta(0), "too late")
    found, _ = of_place(session_factory(), "T1", "C1")
    assert (found.state, found.ts) == ("sent", "1.1")


def test_claiming_does_not_slow_while_many_wait(session_factory: sessionmaker[Session]):
    """One claim with 50 and with 20,000 messages behind; the bound is wide, for the machine may be busy."""
    costs = []
    for number in (50, 20_000):
        with writing(session_factory) as session:
            session.execute(text_of_many(), [{"key": f"{number} {n}", "place": f"C{n % 50}"} for n in range(number)])
            for n in range(50):
                store.telling.outbox._open_lane(session, "T1", f"C{n}", NOON)
        begun = time.perf_counter()
        with writing(session_factory) as session:
            for _ in range(20):
                assert claim(session, NOON, "one")
            session.rollback()
        costs.append(time.perf_counter() - begun)
    assert costs[1] < 10 * costs[0] + 0.3
