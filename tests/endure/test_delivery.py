"""A thousand alerts to two hundred channels through all faults at once: each told once but for what is marked, in
order, never two a second in a channel; a row that cannot be read fails alone. Time is simulated; the store is real,
SQLite and PostgreSQL, and is taken away, held or killed meanwhile. Beside the thousand, on the same database, go
questions whose process is killed, a crowd, and refreshes that are killed (`tests.endure.beside`)."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse
from sqlalchemy import text as sql
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
import store.telling.standing
import store.telling.watches
from bot.answers.document import Answer, Card, text
from bot.errors import BotError, Unreachable
from jobs.deliver import Pace, deliver
from store.database import is_away, open_engine, sessions, upgrade, writing
from store.telling.outbox import Outgoing
from tests.conftest import NOON
from tests.endure.beside import Beside
from tests.endure.figures import figure
from tests.endure.servers import Server, server
from tests.store.conftest import migrated_postgres, postgres, session_factory

__all__ = ["migrated_postgres", "postgres", "server", "session_factory"]  # both databases

REPEAT = "This may be a repeat"
DAMAGED = "damaged"
SPARED = 40  # posts after which what chance has not brought is brought
ALWAYS = ("revoked", "archived", "outage", "429", "500 not taken", "died before", "taken, 500", "taken, cut off")
HELD = 0.3  # seconds, real ones
HELD_LONG = 60.0  # once in the long run
SERVER_KILLS = 3  # kill -9 of the server of PostgreSQL, in the long run
DOWN = 2.0  # seconds until it is started anew


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
    server: Server | None = None  # that may be killed
    broken: list[Exception] = field(default_factory=list)  # what kept the server from being started anew
    long_holds: int = 0  # of SQLite, still to come
    standing: threading.Lock = field(default_factory=threading.Lock)  # while the database is meant to stand

    def now(self) -> datetime:
        return self.wall

    def wait(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.passed += seconds

    def trouble(self, name: str, seconds: float, likely: float) -> bool:
        """Whether this trouble is on: it begins by chance, and lasts."""
        kind = name.partition(" ")[0]
        if self.until.get(name, -1.0) < self.passed and self._begins(kind, likely):
            self.until[name] = self.passed + seconds
        on = self.until.get(name, -1.0) > self.passed
        self.faults[kind] += on
        return on

    def strikes(self, fault: str, likely: float) -> bool:
        """Whether this one happens now."""
        happens = self._begins(fault, likely)
        self.faults[fault] += happens
        return happens

    def _begins(self, fault: str, likely: float) -> bool:
        """By chance; one that chance has spared for so long, now."""
        return self.chance.random() < likely or (len(self.posts) > SPARED and not self.faults[fault])

    def disturb(self, factory: sessionmaker[Session]) -> None:
        """The database, after Slack has taken a message and before that is written down."""
        kill = self.server is not None and self.faults["server killed"] < SERVER_KILLS
        if kill and self._begins("server killed", 0.006) and self.standing.acquire(blocking=False):
            self.faults["server killed"] += 1
            threading.Thread(target=self._killed).start()
        elif self.strikes("database", 0.01):
            held = HELD
            if self.long_holds and self.faults["database"] > 3:
                self.long_holds, held = self.long_holds - 1, HELD_LONG
                self.faults["held for a minute"] += 1
            take_away(factory, held)

    def _killed(self) -> None:
        assert self.server is not None
        try:
            self.server.kill()
            time.sleep(DOWN)
            self.server.start()
        except Exception as error:
            self.broken.append(error)
        finally:
            self.standing.release()

    def jump(self) -> None:
        if self.strikes("clock", 0.02):
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
        if world.strikes("429", 0.01):
            raise refused({"error": "ratelimited"}, 429, {"Retry-After": str(world.chance.choice([1, 5, 30]))})
        if world.strikes("500 not taken", 0.01):
            raise refused({"error": "internal_error"}, 500)
        if world.strikes("died before", 0.005):
            raise Died
        said = str(given["text"])
        world.posts.append((world.passed, channel, said.split("\n")[0], REPEAT in said))
        world.disturb(self.factory)
        if world.strikes("taken, 500", 0.01):
            raise refused({"error": "internal_error"}, 500)
        if world.strikes("taken, cut off", 0.01):
            raise TimeoutError
        if world.strikes("died after", 0.005):
            raise Died
        return answer({"ok": True, "ts": f"{world.passed:.6f}"})


def take_away(factory: sessionmaker[Session], held: float) -> None:
    """PostgreSQL ends every connection; of SQLite another process has the right to write."""
    bind = factory.kw["bind"]
    if bind.dialect.name == "postgresql":
        with contextlib.suppress(SQLAlchemyError), factory() as session:  # it may have been killed just now
            ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            session.execute(sql(f"{ended} AND datname = current_database()"))
        return
    begun = threading.Event()
    threading.Thread(target=_hold, args=(bind.url.database, begun, held)).start()
    begun.wait(60)


def _hold(database: str, begun: threading.Event, held: float) -> None:
    connection = sqlite3.connect(database, isolation_level=None, timeout=60)
    connection.execute("BEGIN IMMEDIATE")
    begun.set()
    time.sleep(held)
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


def through_all_faults(
    factory: sessionmaker[Session], world: World, alerts: int, channels: int, beside: Beside | None = None
) -> None:
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
    if beside:
        beside.begin()
    while idle < 400 and not world.broken:
        if idle < 30:  # then whoever sets the clock is done: each time it goes back, what waits for a place waits anew
            world.jump()
        worker = world.chance.choice(["one", "two"])
        try:
            turn = deliver(factory, slack, world.now, worker, pace=pace)
        except Died:
            continue
        except (BotError, SQLAlchemyError) as error:  # the worker says so, and looks again
            if not (isinstance(error, Unreachable) or is_away(error)):
                raise
            time.sleep(0.2)
            world.wait(1.0)
            continue
        idle = 0 if turn.sent else idle + 1
        world.wait(1.0 if turn.sent else 20.0)
        if idle > 3 and _nothing_waits(factory):
            break
    assert world.broken == []
    said = beside.end() if beside else {}
    _judge(factory, world, told, said)


def _nothing_waits(factory: sessionmaker[Session]) -> bool:
    with factory() as session:
        return store.telling.outbox.waiting(session) == 0


def _judge(factory: sessionmaker[Session], world: World, told: list[Outgoing], beside: Mapping[str, object]) -> None:
    with factory() as session:
        standing = store.telling.standing.standing(session)
    alerts = [post for post in world.posts if post[2].startswith("alert ")]
    by_key: defaultdict[str, list[bool]] = defaultdict(list)
    for _, _, what, marked in alerts:
        by_key[what].append(marked)
    twice = sum(len(marks) > 1 for marks in by_key.values())
    minutes = world.passed / 60
    figure(
        f"{len(told)} alerts, {len(world.posts)} posts, {twice} twice and marked, {minutes:.0f} simulated minutes, "
        f"faults {dict(world.faults)}{''.join(f'; {what}: {became}' for what, became in beside.items())}"
    )
    assert all(world.faults[fault] for fault in (*ALWAYS, "died after", "database", "clock")), "every fault was there"
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
def test_a_thousand_alerts_to_two_hundred_channels_through_all_faults(url_of_its_own: str, world: World):
    engine = open_engine(url_of_its_own)
    upgrade(engine)
    if world.server is None:
        world.long_holds = 1
    beside = Beside(url_of_its_own, world.chance, world.standing)
    through_all_faults(sessions(engine), world, 1_000, 200, beside)
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def url_of_its_own(request: pytest.FixtureRequest, tmp_path: Path, world: World) -> Iterator[str]:
    """The address of a database that may be killed."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bot.db'}"
        return
    world.server = request.getfixturevalue("server")
    yield world.server.url
