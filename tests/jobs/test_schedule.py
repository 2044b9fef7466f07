"""The one table of jobs."""

from __future__ import annotations

from datetime import timedelta

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy.orm import Session, sessionmaker

from jobs.deliver import delivery_client
from jobs.schedule import JobSettings, schedule, table
from tests.conftest import NOON

SETTINGS = JobSettings(("us_ofac_sdn",), None, timedelta(hours=1), timedelta(days=365))


def test_every_job_is_scheduled_once_and_delivery_only_with_slack(sessions: sessionmaker[Session]):
    slack = delivery_client("xoxb-local", "http://127.0.0.1:1/api")
    jobs = table(sessions, lambda: NOON, SETTINGS, slack)
    assert [job.name for job in jobs] == ["refresh", "digest", "deliver", "housekeeping"]
    assert [job.name for job in table(sessions, lambda: NOON, SETTINGS)] == ["refresh", "digest", "housekeeping"]
    scheduler = BackgroundScheduler(timezone="UTC")
    schedule(scheduler, jobs)
    assert sorted(job.id for job in scheduler.get_jobs()) == sorted(job.name for job in jobs)


def test_a_turn_with_nothing_to_do_does_nothing(sessions: sessionmaker[Session]):
    slack = delivery_client("xoxb-local", "http://127.0.0.1:1/api")
    for job in table(sessions, lambda: NOON, SETTINGS, slack):
        if job.name != "refresh":
            job.turn()
