"""How many questions a second one process answers before they pile up, and what people wait at half of that: the real
app over HTTP in a process of its own, on the real lists where they are, in SQLite and in PostgreSQL."""

from __future__ import annotations

import asyncio
import itertools
import math
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobs.refresh import refresh
from jobs.starter import load_starter, load_starter_content
from store.database import open_engine, sessions, upgrade
from tests.conftest import find_lists
from tests.endure.asking import LOST, acknowledged
from tests.endure.door import Door
from tests.endure.figures import figure
from tests.endure.serving import free_port, listens, serving
from tests.handlers.ask.conftest import EDITIONS, KEYS, just
from tests.handlers.slack.desks import QUESTIONS
from tests.store.conftest import a_postgres_database, postgres

__all__ = ["postgres"]

SECRET = "a signing secret"
ENVIRON = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": SECRET}
ASKED = [words for words in QUESTIONS if len(words) < 1_000]
STEP = 15.0  # seconds of questions at each rate
STEEPER = 1.25
HALF = 60.0  # seconds of questions at half the knee
SOON = 3.0  # seconds within which 99 of 100 are answered
WAIT = 120.0  # seconds after which a question counts as lost


@pytest.fixture(params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with the real lists in it, else the starter set."""
    with ExitStack() as closing:
        url = f"sqlite:///{tmp_path / 'bot.db'}"
        if request.param == "postgresql":
            url = closing.enter_context(a_postgres_database(request.getfixturevalue("postgres")))
        engine = open_engine(url)
        upgrade(engine)
        factory, now, lists = sessions(engine), datetime.now(UTC), find_lists()
        load_starter_content(factory, now)
        if lists:
            (tmp_path / "mirror").mkdir()
            refresh(factory, KEYS, just(EDITIONS, lists, tmp_path / "mirror"), now)
        else:
            load_starter(factory, now)
        engine.dispose()
        yield url


class Crowd:
    """People who ask at a steady rate, whatever becomes of what they asked before."""

    def __init__(self, door: Door, port: int) -> None:
        self._door, self._port = door, port
        self._numbers = itertools.count()

    async def ask(self, rate: float, seconds: float) -> list[float]:
        """Ask so many a second for so long; seconds from each question to its answer, in order of length."""
        sent: dict[str, float] = {}
        acknowledging = []
        begun = time.monotonic()
        for n in range(math.ceil(rate * seconds)):
            await asyncio.sleep(max(0.0, begun + n / rate - time.monotonic()))
            number = next(self._numbers)
            sent[str(number)] = time.monotonic()
            acknowledging.append(asyncio.create_task(self._one(number)))
        assert LOST not in await asyncio.gather(*acknowledging), "every question is acknowledged within three seconds"
        until = time.monotonic() + WAIT
        while time.monotonic() < until and not sent.keys() <= {question for question, _, _ in self._door.answers}:
            await asyncio.sleep(0.05)
        answers = [(question, at) for question, at, _ in self._door.answers if question in sent]
        assert Counter(question for question, _ in answers) == Counter(list(sent)), (
            "each is answered once, and none lost"
        )
        return sorted(at - sent[question] for question, at in answers)

    async def _one(self, number: int) -> float:
        given = {"text": ASKED[number % len(ASKED)], "user_id": f"U{number % 97}", "channel_id": f"C{number % 31}"}
        given |= {"team_id": "T1", "trigger_id": f"1.{number}", "response_url": self._door.answer_url(str(number))}
        return await acknowledged(self._port, SECRET, given)


def ninety_nine(took: list[float]) -> float:
    return took[math.ceil(len(took) * 0.99) - 1]


async def knee_of(crowd: Crowd) -> float:
    """The steepest rate at which 99 of 100 have their answer within three seconds. Begun at what is answered of one by
    one."""
    alone = [(await crowd.ask(1.0, 1.0))[0] for _ in ASKED]
    rate, knee = 0.5 * len(alone) / sum(alone), 0.0
    while True:
        took = await crowd.ask(rate, STEP)
        print(f"  {rate:.1f} a second: median {took[len(took) // 2]:.2f} s, p99 {ninety_nine(took):.2f} s")
        if ninety_nine(took) > SOON:
            return knee
        knee, rate = rate, rate * STEEPER


@pytest.mark.endure
def test_at_half_the_knee_nobody_waits_long_and_nothing_is_lost(filled: str) -> None:
    port = free_port()

    async def measured() -> None:
        async with Door(free_port()).open() as door:
            with serving("http", filled, port, {**ENVIRON, "SLACK_API_URL": f"{door.url}/api/"}):
                assert await asyncio.to_thread(listens, port)
                crowd = Crowd(door, port)
                await crowd.ask(1.0, 3.0)
                knee = await knee_of(crowd)
                took = await crowd.ask(knee / 2, HALF)
        kind = filled.partition(":")[0]
        figure(
            f"{kind}: the knee is {knee:.1f} questions a second; at {knee / 2:.1f}, {len(took)} questions, "
            f"median {took[len(took) // 2]:.2f} s, p99 {ninety_nine(took):.2f} s, none lost"
        )
        assert knee > 0
        assert ninety_nine(took) <= SOON

    asyncio.run(measured())
