"""A thousand alerts to two hundred channels through all faults at once: each told once but for what is marked, in
order, never two a second in a channel; a row that cannot be read fails alone. Time is simulated; the store is real,
SQLite and PostgreSQL, and is taken away or held meanwhile."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
import store.telling.standing
import store.telling.watches
from bot.answers.document import Answer, Card, text
from jobs.deliver import Pace, deliver
from store.database import writing
from store.telling.outbox import LEASE, Outgoing
from tests.conftest import NOON
from tests.store.conftest import migrated_postgres, postgres, session_factory

__all__ = ["migrated_postgres", "postgres", "session_factory"]  # both databases

REPEAT = "This may be a repeat"
DAMAGED = "damaged"
HELD = 0.3  # seconds, real ones


class Died(BaseException):
    """The process is gone."""


@dataclass
class World:
    """The clock that everybody reads and somebody sets, the one that nobody sets, and what Slack has."""

    chance: random.Random
    wall: datetime = NOON
    passed: float = 0.0
    posts: list[tuple[float, str, str, bool]] = field(default_factory=list)  # when, channel, what, marked
    until: dict[str, float] = field(default_factory=dict)  # a trouble, and when it is over
    faults: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def now(self) -> datetime:
        return self.wall

    def wait(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.passed += seconds

    def trouble(self, name: str, seconds: float, likely: float) -> bool:
        """Whether this trouble is on: it begins by chance, and lasts."""
        if self.until.get(name, -1.0) < self.passed and self.chance.random() < likely:
            self.until[name] = self.passed + seconds
        on = self.until.get(name, -1.0) > self.passed
        self.faults[name.partition(" ")[0]] += on
        return on

    def jump(self) -> None:
        if self.chance.random() < 0.02:
            self.faults["clock"] += 1
            self.wall += self.chance.choice([timedelta(hours=-1), timedelta(days=1), timedelta(days=-1)])


class Slack(WebClient):
    """Takes messages, and does all that Slack and networks do instead."""

    def __init__(self, world: World, factory: sessionmaker[Session]) -> None:
        super().__init__(token="xoxb-endure")
        self.world, self.factory = world, factory

    def chat_postMessage(self, **given: Any) -> SlackResponse:  # type: ignore[override]
        world, channel = self.world, str(given["channel"])
        world.wait(world.chance.choice([0.05, 0.1, 0.3, 2.0]))
        if world.trouble("revoked", 300, 0.001):
            raise refused({"error": "token_revoked"})
        if world.trouble(f"archived {channel}", 1_500, 0.005):
            raise refused({"error": "is_archived"})
        if world.trouble("outage", 120, 0.002):
            raise ConnectionRefusedError
        if world.chance.random() < 0.01:
            world.faults["429"] += 1
            raise refused({"error": "ratelimited"}, 429, {"Retry-After": str(world.chance.choice([1, 5, 30]))})
        if world.chance.random() < 0.01:
            world.faults["500 not taken"] += 1
            raise refused({"error": "internal_error"}, 500)
        if world.chance.random() < 0.005:
            world.faults["died before"] += 1
            raise Died
        said = str(given["text"])
        world.posts.append((world.passed, channel, said.split("\n")[0], REPEAT in said))
        if world.chance.random() < 0.01:
            world.faults["database"] += 1
            take_away(self.factory)
        if world.chance.random() < 0.01:
            world.faults["taken, 500"] += 1
            raise refused({"error": "internal_error"}, 500)
        if world.chance.random() < 0.01:
            world.faults["taken, cut off"] += 1
            raise TimeoutError
        if world.chance.random() < 0.005:
            world.faults["died after"] += 1
            raise Died
        return answer({"ok": True, "ts": f"{world.passed:.6f}"})


def take_away(factory: sessionmaker[Session]) -> None:
    """PostgreSQL ends every connection; of SQLite another process has the right to write."""
    bind = factory.kw["bind"]
    if bind.dialect.name == "postgresql":
        with factory() as session:
            ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            session.execute(sql(f"{ended} AND datname = current_database()"))
        return
    begun = threading.Event()
    threading.Thread(target=_hold, args=(bind.url.database, begun)).start()
    begun.wait(5)


def _hold(database: str, begun: threading.Event) -> None:
    connection = sqlite3.connect(database, isolation_level=None, timeout=30)
    connection.execute("BEGIN IMMEDIATE")
    begun.set()
    time.sleep(HELD)
    connection.execute("ROLLBACK")
    connection.close()


def answer(data: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None) -> SlackResponse:
    return SlackResponse(
        client=None, http_verb="POST", api_url="", req_args={}, data=data, headers=headers or {}, status_code=status
    )


def refused(data: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None) -> SlackApiError:
    return SlackApiError("refused", answer(data, status, headers))


@pytest.fixture(params=[pytest.param(7, id="seven"), pytest.param(2026, id="2026")])
def world(request: pytest.FixtureRequest) -> World:
    return World(random.Random(request.param))


def through_all_faults(factory: sessionmaker[Session], world: World, alerts: int, channels: int) -> None:
    places = [f"C{n:04d}" for n in range(channels)]
    told = [
        Outgoing(f"alert {n}", "T1", places[n % channels], "alert", Answer("alert", (Card(text(f"alert {n}.")),)))
        for n in range(alerts)
    ]
    with writing(factory) as session:
        for place in places:
            store.telling.watches.watch(session, "T1", place, "list:us_ofac_sdn", "U1", NOON)
        damaged = Outgoing(DAMAGED, "T1", places[0], "alert", Answer("alert", (Card(text("never seen")),)))
        store.telling.outbox.queue(session, [damaged, *told], NOON)
        session.execute(sql("UPDATE outbox SET answer = '{' WHERE key = :key"), {"key": DAMAGED})
    slack, idle = Slack(world, factory), 0
    pace = Pace(lambda: world.passed, world.wait)
    while idle < 400:
        if idle < 30:  # then whoever sets the clock is done: each time it goes back, what waits for a place waits anew
            world.jump()
        worker = world.chance.choice(["one", "two"])
        try:
            turn = deliver(factory, slack, world.now, worker, pace=pace)
        except Died:
            continue
        idle = 0 if turn.sent else idle + 1
        world.wait(1.0 if turn.sent else 20.0)
        if idle > 3 and _nothing_waits(factory):
            break
    _judge(factory, world, told)


def _nothing_waits(factory: sessionmaker[Session]) -> bool:
    with factory() as session:
        return store.telling.outbox.waiting(session) == 0


def _judge(factory: sessionmaker[Session], world: World, told: list[Outgoing]) -> None:
    with factory() as session:
        standing = store.telling.standing.standing(session)
    alerts = [post for post in world.posts if post[2].startswith("alert ")]
    by_key: defaultdict[str, list[bool]] = defaultdict(list)
    for _, _, what, marked in alerts:
        by_key[what].append(marked)
    twice = sum(len(marks) > 1 for marks in by_key.values())
    minutes = world.passed / 60
    print(
        f"{len(told)} alerts, {len(world.posts)} posts, {twice} twice and marked, {minutes:.0f} simulated minutes, "
        f"faults {dict(world.faults)}"
    )
    assert (standing.waiting, standing.failed) == (0, 1), "but for the row that cannot be read"
    assert set(by_key) == {f"alert {n}." for n in range(len(told))}, "nothing is lost"
    assert all(marks.count(False) <= 1 for marks in by_key.values()), "twice only where it says so"
    channels: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for at, channel, what, _ in alerts:
        channels[channel].append((at, what))
    for posts in channels.values():
        first = list(dict.fromkeys(int(what.split()[1].rstrip(".")) for _, what in posts))
        assert first == sorted(first), "in order"
        assert all(later - earlier >= 0.999 for (earlier, _), (later, _) in pairwise(posts))


@pytest.mark.soak
def test_a_hundred_alerts_through_all_faults(session_factory: sessionmaker[Session], world: World):
    through_all_faults(session_factory, world, 100, 20)


@pytest.mark.endure
def test_a_thousand_alerts_to_two_hundred_channels_through_all_faults(
    session_factory: sessionmaker[Session], world: World
):
    through_all_faults(session_factory, world, 1_000, 200)


@pytest.mark.endure
def test_a_claim_costs_the_same_with_a_hundred_thousand_waiting(session_factory: sessionmaker[Session]):
    costs = []
    for number in (200, 100_000):
        with writing(session_factory) as session:
            card = Answer("alert", (Card(text("x")),))
            begun = time.perf_counter()
            store.telling.outbox.queue(
                session, (Outgoing(f"{number} {n}", "T1", f"C{n % 200}", "alert", card) for n in range(number)), NOON
            )
            print(f"{number:,} queued in {time.perf_counter() - begun:.1f} s")
        begun = time.perf_counter()
        for turn in range(40):
            with writing(session_factory) as session:
                assert store.telling.outbox.claim(session, NOON + turn * LEASE, "one")
        costs.append((time.perf_counter() - begun) / 40)
    print(f"a claim: {costs[0] * 1000:.2f} ms with 200 waiting, {costs[1] * 1000:.2f} ms with 100,000")
    assert costs[1] < 3 * costs[0] + 0.01
