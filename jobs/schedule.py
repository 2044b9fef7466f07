"""Every job and how often it is done, in one table, and the worker that does them.

A wall clock that jumps stops no job. What is due at an hour (a digest) is looked for in every turn.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

from apscheduler.executors.pool import ThreadPoolExecutor as Pool
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger
from slack_sdk import WebClient
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import BotError
from bot.lists.fetch import ListClient
from bot.sanctions.relief.confidential import Confidants
from bot.slack_people import Acquaintance
from jobs.come_about import tell_licensed
from jobs.deliver import Delivered, Pace, deliver
from jobs.digest import digest
from jobs.discretion import Discretion
from jobs.ends import tell_ends
from jobs.housekeeping import tidy
from jobs.owners import hand_over
from jobs.refresh import refresh
from store.database import is_away
from store.snapshot.snapshots import Snapshots

log = logging.getLogger(__name__)

DELIVER_SECONDS = 1.0
DIGEST_SECONDS = 30.0
TIDY_SECONDS = 3_600.0
ENDS_SECONDS = 3_600.0
LICENSED_SECONDS = 600.0
OWNERS_SECONDS = 6 * 3_600.0
SHORTEST = 0.01
WATCH_SECONDS = 1.0
JUMP_SECONDS = 2.0
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
    beside: bool = False  # editions are read in a process of their own, so that answers beside them do not wait


def table(
    sessions: sessionmaker[Session],
    clock: Callable[[], datetime],
    settings: JobSettings,
    slack: WebClient | None = None,
    publishers: ListClient | None = None,
    snapshots: Snapshots | None = None,
) -> tuple[Job, ...]:
    """The jobs of a worker. Without Slack nothing is delivered: what is to be told waits in the outbox.

    `publishers` lives as long as the worker, so that it asks only for what has changed; `snapshots` are those that
    answers rest on, so that what has come about of an option is told by the same figures.
    """
    turns = _Turns(sessions, clock, settings, publishers, snapshots)
    jobs = (
        Job("refresh", turns.refresh, settings.refresh_every.total_seconds()),
        Job("digest", turns.digest, DIGEST_SECONDS),
        Job("licenses that end", turns.ends, ENDS_SECONDS),
        Job("licenses of options", turns.licensed, LICENSED_SECONDS),
        Job("housekeeping", turns.tidy, TIDY_SECONDS),
    )
    if slack is None:
        return jobs
    told = _SlackTurns(sessions, clock, settings, slack)
    return (
        *jobs,
        Job("deliver", told.deliver, DELIVER_SECONDS),
        Job("owners", told.owners, OWNERS_SECONDS, first=60.0),
    )


class _Turns:
    """One turn of each job that needs no Slack, and what the log says of it."""

    def __init__(
        self,
        sessions: sessionmaker[Session],
        clock: Callable[[], datetime],
        settings: JobSettings,
        publishers: ListClient | None,
        snapshots: Snapshots | None,
    ) -> None:
        self._sessions, self._clock, self._settings = sessions, clock, settings
        self._publishers, self._snapshots = publishers, snapshots

    def refresh(self) -> None:
        s, now = self._settings, self._clock()
        for outcome in refresh(
            self._sessions, s.lists, s.mirror, now, self._publishers, operators=s.operators, beside=s.beside
        ):
            log.info("refresh: %s", outcome.sentence)

    def digest(self) -> None:
        for turn in digest(self._sessions, self._clock(), self._snapshots):
            log.info("digest: %s for %s", turn.status, turn.place)

    def ends(self) -> None:
        if told := tell_ends(self._sessions, self._clock()):
            log.info("licenses that end: %d to be told", told)

    def licensed(self) -> None:
        if self._snapshots and (told := tell_licensed(self._sessions, self._snapshots, self._clock())):
            log.info("licenses that name somebody of a watched option: %d to be told", told)

    def tidy(self) -> None:
        gone = tidy(self._sessions, self._clock(), self._settings.retention)
        if not gone.trusted:
            log.info("housekeeping: nothing is forgotten before the clock has gone on steadily for a day")
            return
        log.info(
            "housekeeping: %d questions, %d event ids and %d messages forgotten",
            gone.questions,
            gone.events,
            gone.messages,
        )


class _SlackTurns:
    """One turn of each job that speaks with Slack. What was learned of people and of the pace lives on between them."""

    def __init__(
        self, sessions: sessionmaker[Session], clock: Callable[[], datetime], settings: JobSettings, slack: WebClient
    ) -> None:
        self._sessions, self._clock, self._slack = sessions, clock, slack
        self._discretion, self._pace, self._people = Discretion(settings.confidants), Pace(), Acquaintance()
        self._worker = uuid4().hex

    def deliver(self) -> None:
        turn = deliver(self._sessions, self._slack, self._clock, self._worker, self._discretion, self._pace)
        if turn != Delivered():
            log.info("delivery: %d sent, %d put off, %d given up", turn.sent, turn.put_off, turn.failed)
        if turn.repeated:
            log.warning("delivery: %d may have arrived twice, and say so", turn.repeated)

    def owners(self) -> None:
        hand_over(self._sessions, self._slack, self._clock(), self._people)


class Worker:
    """Does the jobs by a scheduler: of each one turn at a time, a missed turn made up once. A turn that fails is logged
    and the next one comes.

    The scheduler goes by the wall clock. A second thread, paced by a clock that nobody sets, sees when the wall clock
    jumps, and then has every job come at once: a turn with nothing to do does nothing.
    """

    def __init__(self, jobs: Sequence[Job], stopping: threading.Event, wall: Callable[[], float] = time.time) -> None:
        self._stopping, self._wall = stopping, wall
        pool = Pool(max(1, len(jobs)))
        self.scheduler = BackgroundScheduler(timezone=UTC, executors={"default": pool}, daemon=True)
        for job in jobs:
            self.scheduler.add_job(
                partial(self._turn, job),
                IntervalTrigger(seconds=max(job.every, SHORTEST), timezone=UTC),
                id=job.name,
                next_run_time=datetime.now(UTC) + timedelta(seconds=job.first),
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
        self._watch = threading.Thread(target=self._watch_the_clock, name="clock", daemon=True)

    def start(self) -> None:
        self.scheduler.start()
        self._watch.start()

    def stop(self, seconds: float) -> None:
        """Begin no more turns, and wait so long for those that were begun."""
        self._stopping.set()
        self.scheduler.pause()
        ending = threading.Thread(target=self.scheduler.shutdown, name="ending", daemon=True)
        ending.start()
        ending.join(seconds)

    def _turn(self, job: Job) -> None:
        if self._stopping.is_set():
            return
        try:
            job.turn()
        except BotError as error:  # the store is held by others, or away: the next turn finds it back
            log.warning("%s: %s", job.name, error)
        except Exception as error:
            if is_away(error):
                log.warning("%s: the database does not answer; the next turn tries again", job.name)
            else:
                log.exception("%s failed", job.name)

    def _watch_the_clock(self) -> None:
        offset = self._wall() - time.monotonic()
        while not self._stopping.wait(WATCH_SECONDS):
            now = self._wall() - time.monotonic()
            if abs(now - offset) > JUMP_SECONDS:
                log.warning("The clock jumped by %d s: every job comes now.", now - offset)
                for job in self.scheduler.get_jobs():
                    job.modify(next_run_time=datetime.now(UTC))
            offset = now
