"""Every job and how often it is done, in one table, and the worker that does them.

Turns are paced by a clock that nobody sets: a wall clock that jumps stops no job. What is due at an hour (a digest) is
looked for in every turn.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from slack_sdk import WebClient
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BotError
from bot.lists.fetch import ListClient
from bot.sanctions.relief.confidential import Confidants
from bot.slack_people import Acquaintance
from jobs.deliver import Delivered, Pace, deliver
from jobs.digest import digest
from jobs.discretion import Discretion
from jobs.ends import tell_ends
from jobs.housekeeping import tidy
from jobs.owners import hand_over
from jobs.refresh import refresh

log = logging.getLogger(__name__)

DELIVER_SECONDS = 1.0
DIGEST_SECONDS = 30.0
TIDY_SECONDS = 3_600.0
ENDS_SECONDS = 3_600.0
OWNERS_SECONDS = 6 * 3_600.0
NOBODY = Confidants()


@dataclass(frozen=True, slots=True)
class Job:
    """One job: `turn` does one turn and returns. It is done every so many seconds, the first time after `first`."""

    name: str
    turn: Callable[[], None]
    every: float
    first: float = 0.0


@dataclass(frozen=True, slots=True)
class JobSettings:
    """What the jobs can be set to."""

    lists: tuple[str, ...]
    mirror: Path | None
    refresh_every: timedelta
    retention: timedelta
    confidants: Confidants = NOBODY
    operators: str = ""  # the channel that is told of editions that are held


def table(
    sessions: sessionmaker[Session],
    clock: Callable[[], datetime],
    settings: JobSettings,
    slack: WebClient | None = None,
    publishers: ListClient | None = None,
) -> tuple[Job, ...]:
    """The jobs of a worker. Without Slack nothing is delivered: what is to be told waits in the outbox.

    `publishers` lives as long as the worker, so that it asks only for what has changed.
    """

    discretion, pace, worker = Discretion(settings.confidants), Pace(), uuid4().hex
    people = Acquaintance()

    def refresh_turn() -> None:
        for outcome in refresh(
            sessions, settings.lists, settings.mirror, clock(), publishers, operators=settings.operators
        ):
            log.info("refresh: %s", outcome.sentence)

    def digest_turn() -> None:
        for turn in digest(sessions, clock()):
            log.info("digest: %s for %s", turn.status, turn.place)

    def ends_turn() -> None:
        if told := tell_ends(sessions, clock()):
            log.info("licenses that end: %d to be told", told)

    def deliver_turn() -> None:
        assert slack is not None
        turn = deliver(sessions, slack, clock, worker, discretion, pace)
        if turn != Delivered():
            log.info("delivery: %d sent, %d put off, %d given up", turn.sent, turn.put_off, turn.failed)
        if turn.repeated:
            log.warning("delivery: %d may have arrived twice, and say so", turn.repeated)

    def owners_turn() -> None:
        assert slack is not None
        hand_over(sessions, slack, clock(), people)

    def tidy_turn() -> None:
        gone = tidy(sessions, clock(), settings.retention)
        if not gone.trusted:
            log.info("housekeeping: nothing is forgotten before the clock has gone on steadily for a day")
            return
        log.info(
            "housekeeping: %d questions, %d event ids and %d messages forgotten",
            gone.questions,
            gone.events,
            gone.messages,
        )

    jobs = (
        Job("refresh", refresh_turn, settings.refresh_every.total_seconds()),
        Job("digest", digest_turn, DIGEST_SECONDS),
        Job("licenses that end", ends_turn, ENDS_SECONDS),
        Job("deliver", deliver_turn, DELIVER_SECONDS),
        Job("housekeeping", tidy_turn, TIDY_SECONDS),
        Job("owners", owners_turn, OWNERS_SECONDS, first=60.0),
    )
    return tuple(job for job in jobs if slack is not None or job.name not in ("deliver", "owners"))


class Worker:
    """Does each job on a thread of its own, one turn at a time; a turn that fails is logged and the next one comes."""

    def __init__(self, jobs: Sequence[Job], stopping: threading.Event) -> None:
        self._stopping = stopping
        self._threads = [threading.Thread(target=self._go_on, args=(job,), name=job.name, daemon=True) for job in jobs]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self, seconds: float) -> None:
        """Begin no more turns, and wait so long for those that were begun."""
        self._stopping.set()
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _go_on(self, job: Job) -> None:
        wait = job.first
        while not self._stopping.wait(wait):
            begun = time.monotonic()
            try:
                job.turn()
            except BotError as error:  # the store is held by others, or away: the next turn finds it back
                log.warning("%s: %s", job.name, error)
            except Exception:
                log.exception("%s failed", job.name)
            wait = max(0.0, begun + job.every - time.monotonic())
