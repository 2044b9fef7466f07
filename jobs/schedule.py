"""Every job and its hour, in one table."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.schedulers.base import BaseScheduler
from sqlalchemy.orm import Session, sessionmaker

from jobs.housekeeping import tidy
from jobs.refresh import refresh

log = logging.getLogger(__name__)


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


def table(sessions: sessionmaker[Session], clock: Callable[[], datetime], settings: JobSettings) -> tuple[Job, ...]:
    """The jobs of a worker."""

    def refresh_turn() -> None:
        for outcome in refresh(sessions, settings.lists, settings.mirror, clock()):
            log.info("refresh: %s", outcome.sentence)

    def tidy_turn() -> None:
        questions, events = tidy(sessions, clock(), settings.retention)
        log.info("housekeeping: %d questions and %d event ids forgotten", questions, events)

    every = {"seconds": settings.refresh_every.total_seconds()}
    return (
        Job("refresh", refresh_turn, "interval", {**every, "next_run_time": clock()}),
        Job("housekeeping", tidy_turn, "cron", {"hour": 3, "minute": 30}),
    )


def schedule(scheduler: BaseScheduler, jobs: tuple[Job, ...]) -> None:
    """Put the jobs on a scheduler: one turn of each at a time, a missed turn made up once."""
    for job in jobs:
        scheduler.add_job(
            job.turn, job.trigger, id=job.name, coalesce=True, max_instances=1, misfire_grace_time=3600, **job.when
        )
