"""What goes on beside the alerts, on the same database and in processes of its own: questions whose process is killed
between its acknowledgement and the answer, a crowd while the cores burn, and refreshes that are killed. Nothing here
shares a clock with the alerts."""

from __future__ import annotations

import asyncio
import contextlib
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text as sql
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import Unreachable
from jobs.loading import load
from jobs.starter import load_starter, load_starter_content
from store.database import is_away, open_engine, sessions
from tests.conftest import find_lists
from tests.endure.asking import LOST, acknowledged
from tests.endure.door import Door
from tests.endure.serving import FASTER, free_port, listens, serving
from tests.waiting import until

SECRET = "a signing secret"
AGAIN = "I may have answered this before"
BURN = "while True: sum(range(10_000))"
LIST, EDITION = "un_sc", Path("un", "2026-02-27")
KILLED_QUESTIONS, CROWD, KILLED_REFRESHES = 10, 200, 3
ANSWERED_WITHIN = 600.0  # seconds, on a machine that does much else


@contextlib.contextmanager
def burning(processes: int) -> Iterator[None]:
    running = [subprocess.Popen([sys.executable, "-c", BURN]) for _ in range(processes)]
    try:
        yield
    finally:
        for one in running:
            one.kill()
            one.wait()


@dataclass
class Beside:
    """`standing` is held while the database is meant to stand: a process that dies after its acknowledgement and before
    its question is kept loses it, and of a database that is away nobody can ask more."""

    database: str
    chance: random.Random
    standing: threading.Lock
    report: dict[str, object] = field(default_factory=dict)
    failed: list[BaseException] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._factory = sessions(open_engine(self.database))
        load_starter_content(self._factory, datetime.now(UTC))
        load_starter(self._factory, datetime.now(UTC))
        self._threads = [
            threading.Thread(target=self._try, args=(do,), daemon=True) for do in (self._questions, self._refreshes)
        ]

    def begin(self) -> None:
        for each in self._threads:
            each.start()

    def is_over(self) -> bool:
        return not any(each.is_alive() for each in self._threads)

    def end(self) -> dict[str, object]:
        """Wait for it; what became of it. Raises what went wrong in it."""
        for each in self._threads:
            each.join()
        self._factory.kw["bind"].dispose()
        if self.failed:
            raise self.failed[0]
        return self.report

    def _try(self, do: object) -> None:
        try:
            do()  # type: ignore[operator]
        except BaseException as error:
            self.failed.append(error)

    def _questions(self) -> None:
        asyncio.run(self._asked())

    async def _asked(self) -> None:
        async with Door(free_port()).open() as door:
            environ = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": SECRET, FASTER: f"{time.time()} 10"}
            environ |= {"SLACK_API_URL": f"{door.url}/api/"}
            first, second = free_port(), free_port()
            with serving("http", self.database, first, environ) as process:
                assert await asyncio.to_thread(listens, first)
                await asyncio.to_thread(self.standing.acquire)
                try:
                    took = await self._ask(door, first, range(KILLED_QUESTIONS))
                    assert await asyncio.to_thread(until, lambda: self._kept(door) >= KILLED_QUESTIONS, 60)
                    process.kill()
                finally:
                    self.standing.release()
            left = KILLED_QUESTIONS - len({question for question, _, _ in door.answers})
            with serving("http", self.database, second, environ):
                assert await asyncio.to_thread(listens, second)
                everything = range(KILLED_QUESTIONS + CROWD)
                with burning(2):
                    took += await self._ask(door, second, everything[KILLED_QUESTIONS:])
                end = time.monotonic() + ANSWERED_WITHIN
                while time.monotonic() < end and len({question for question, _, _ in door.answers}) < len(everything):
                    await asyncio.sleep(0.2)
                await asyncio.sleep(3)  # whatever would be said twice
        self._judge(door, took, left, len(everything))

    def _judge(self, door: Door, took: list[float], left: int, asked: int) -> None:
        seen = Counter(question for question, _, _ in door.answers)
        unmarked = Counter(question for question, _, said in door.answers if AGAIN not in said)
        marked = sum(AGAIN in said for _, _, said in door.answers)
        self.report |= {
            "questions": f"{len(seen)} of {asked} answered, {left} of them by another process than was asked, "
            f"{marked} marked, {took.count(LOST)} acknowledgements lost (worst {max(took):.2f} s)"
        }
        assert LOST not in took
        assert set(seen) == {str(n) for n in range(asked)}, "every question is answered"
        assert max(unmarked.values()) == 1, "twice only where it says so"

    async def _ask(self, door: Door, port: int, numbers: range) -> list[float]:
        def one(n: int) -> dict[str, str]:
            given = {"text": f"is Rosneft {n} sanctioned?", "user_id": f"U{n}", "channel_id": "C1", "team_id": "T1"}
            return {**given, "trigger_id": f"1.{n}", "response_url": door.answer_url(str(n))}

        return list(await asyncio.gather(*(acknowledged(port, SECRET, one(n)) for n in numbers)))

    def _kept(self, door: Door) -> int:
        """How many of them are in the store, or answered."""
        with contextlib.suppress(SQLAlchemyError), self._factory() as session:
            kept = set(session.scalars(sql("SELECT key FROM inbox WHERE key LIKE 'command 1.%'")))
            answered = {f"command 1.{question}" for question, _, _ in door.answers}
            return len(kept | answered)
        return 0

    def _refreshes(self) -> None:
        lists = find_lists()
        if lists is None:
            self.report["refreshes"] = "none killed: the real lists are not here"
            return
        command = [sys.executable, "-m", "tests.endure.beside", self.database, str(lists / EDITION)]
        for _ in range(KILLED_REFRESHES):
            process = subprocess.Popen([*command, "begin"], stdout=subprocess.PIPE)
            assert process.stdout is not None
            process.stdout.readline()  # it has begun
            time.sleep(self.chance.uniform(0.1, 2.0))
            process.kill()
            process.wait()
            process.stdout.close()
            self._whole_or_not_at_all()
        while subprocess.run([*command, "end"], check=False).returncode:  # the database may be away just then
            time.sleep(1.0)
        self.report["refreshes"] = f"{KILLED_REFRESHES} killed, {self._whole_or_not_at_all()} entries in the end"

    def _whole_or_not_at_all(self) -> int:
        """How many entries of the list there are: as many as its edition says, or none."""

        def entries() -> list[tuple[int, int]]:
            with contextlib.suppress(SQLAlchemyError), self._factory() as session:
                return [tuple(row) for row in session.execute(sql(WHOLE), {"list": LIST})]  # type: ignore[misc]
            return []

        found: list[list[tuple[int, int]]] = []
        assert until(lambda: found.append(entries()) or found[-1], 120)
        ((says, holds),) = found[-1]
        assert says == holds
        return int(holds)


WHOLE = """SELECT coalesce((SELECT sum(entries) FROM editions WHERE list = :list), 0),
    (SELECT count(*) FROM entries WHERE list = :list)"""


def refresh_in(database: str, folder: Path) -> str:
    """Load an edition, as a refresh does; what became of it."""
    factory: sessionmaker[Session] = sessions(open_engine(database))
    try:
        return load(factory, LIST, folder, folder.name, datetime.now(UTC), accept=True).status
    except (Unreachable, SQLAlchemyError) as error:
        if isinstance(error, Unreachable) or is_away(error):
            return "away"
        raise


if __name__ == "__main__":
    print("begun", flush=True)
    sys.exit(refresh_in(sys.argv[1], Path(sys.argv[2])) not in ("applied", "unchanged"))
