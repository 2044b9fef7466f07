"""Every job and its hour, in one table."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.schedulers.base import BaseScheduler
from slack_sdk import WebClient
from sqlalchemy.orm import Session, sessionmaker

from bot.lists.fetch import ListClient
from bot.sanctions.relief.confidential import Confidants
from jobs.deliver import deliver
from jobs.digest import digest
from jobs.discretion import Discretion
from jobs.housekeeping import tidy
from jobs.refresh import refresh

log = logging.getLogger(__name__)

DELIVER_SECONDS = 2
NOBODY = Confidants()


@dataclass(frozen=True, slots=True)
class Job:
    """One job: `turn` does one turn and returns. `trigger` and `when` are APScheduler's."""

    name: str
    turn: Callable[[], None]
    trigger: str
    when: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JobSettings:
    """What the jobs can be set to."""

    lists: tuple[str, ...]
    mirror: Path | None
    refresh_every: timedelta
    retention: timedelta
    confidants: Confidants = NOBODY


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

    discretion = Discretion(settings.confidants)

    def refresh_turn() -> None:
        for outcome in refresh(sessions, settings.lists, settings.mirror, clock(), publishers):
            log.info("refresh: %s", outcome.sentence)

    def digest_turn() -> None:
        for turn in digest(sessions, clock()):
            log.info("digest: %s for %s", turn.status, turn.place)

    def deliver_turn() -> None:
        assert slack is not None
        turn = deliver(sessions, slack, clock(), discretion=discretion)
        if turn.sent or turn.put_off or turn.failed:
            log.info("delivery: %d sent, %d put off, %d given up", turn.sent, turn.put_off, turn.failed)

    def tidy_turn() -> None:
        gone = tidy(sessions, clock(), settings.retention)
        log.info(
            "housekeeping: %d questions, %d event ids and %d messages forgotten",
            gone.questions,
            gone.events,
            gone.messages,
        )

    every = {"seconds": settings.refresh_every.total_seconds()}
    jobs = (
        Job("refresh", refresh_turn, "interval", {**every, "next_run_time": clock()}),
        Job("digest", digest_turn, "cron", {"second": 0}),
        Job("deliver", deliver_turn, "interval", {"seconds": DELIVER_SECONDS}),
        Job("housekeeping", tidy_turn, "cron", {"hour": 3, "minute": 30}),
    )
    return tuple(job for job in jobs if slack is not None or job.name != "deliver")


def schedule(scheduler: BaseScheduler, jobs: tuple[Job, ...]) -> None:
    """Put the jobs on a scheduler: one turn of each at a time, a missed turn made up once."""
    for job in jobs:
        scheduler.add_job(
            job.turn, job.trigger, id=job.name, coalesce=True, max_instances=1, misfire_grace_time=3600, **job.when
        )
