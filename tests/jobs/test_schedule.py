"""The one table of jobs, and the worker that does them."""

from __future__ import annotations

import logging
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

from bot.errors import Unreachable
from jobs.deliver import delivery_client
from jobs.schedule import Job, JobSettings, Worker, table
from tests.conftest import NOON
from tests.waiting import until

SETTINGS = JobSettings(("us_ofac_sdn",), None, timedelta(hours=1), timedelta(days=365))


def test_every_job_is_there_once_and_delivery_only_with_slack(sessions: sessionmaker[Session]):
    slack = delivery_client("xoxb-local", "http://127.0.0.1:1/api")
    jobs = table(sessions, lambda: NOON, SETTINGS, slack)
    without_slack = ["refresh", "digest", "licenses that end", "licenses of options", "housekeeping"]
    assert [job.name for job in table(sessions, lambda: NOON, SETTINGS)] == without_slack
    assert [job.name for job in jobs] == [*without_slack, "deliver", "owners"]
    assert jobs[0].every == 3_600


def test_a_turn_with_nothing_to_do_does_nothing(sessions: sessionmaker[Session]):
    slack = delivery_client("xoxb-local", "http://127.0.0.1:1/api")
    for job in table(sessions, lambda: NOON, SETTINGS, slack):
        if job.name not in ("refresh", "owners"):
            job.turn()


@pytest.mark.parametrize("jump", [-3_600.0, -86_400.0, 86_400.0])
def test_turns_go_on_whatever_the_wall_clock_does(monkeypatch: pytest.MonkeyPatch, jump: float):
    """A clock set back leaves every job due as far ahead as it was set back: that is what is done to the scheduler."""
    monkeypatch.setattr("jobs.schedule.WATCH_SECONDS", 0.02)
    turns: list[float] = []
    set_by = 0.0
    job = Job("deliver", lambda: turns.append(time.monotonic()), 0.02)
    worker = Worker([job], threading.Event(), wall=lambda: time.time() + set_by)
    worker.start()
    assert until(lambda: len(turns) > 2)
    [scheduled] = worker.scheduler.get_jobs()
    scheduled.modify(next_run_time=datetime.now(UTC) + timedelta(seconds=max(0.0, -jump)))
    set_by = jump
    before = len(turns)
    assert until(lambda: len(turns) > before + 5)
    worker.stop(1.0)


def test_a_turn_that_fails_stops_no_other_and_not_the_next(caplog: pytest.LogCaptureFixture):
    done: list[str] = []

    def held() -> None:
        done.append("held")
        raise Unreachable("The database is being written by others.")

    def broken() -> None:
        done.append("broken")
        raise RuntimeError("x")

    worker = Worker([Job("digest", held, 0.02), Job("refresh", broken, 0.02)], threading.Event())
    with caplog.at_level(logging.WARNING):
        worker.start()
        assert until(lambda: done.count("held") > 2 and done.count("broken") > 2)
        worker.stop(1.0)
    held_lines = [record for record in caplog.records if record.getMessage().startswith("digest:")]
    assert held_lines
    assert all(record.exc_info is None for record in held_lines)  # a line, no traceback


def test_a_job_has_one_turn_at_a_time_and_none_after_the_end():
    running, most = 0, 0
    turns: list[int] = []

    def slow() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        time.sleep(0.03)
        running -= 1
        turns.append(1)

    worker = Worker([Job("deliver", slow, 0.0)], threading.Event())
    worker.start()
    assert until(lambda: len(turns) > 3)
    worker.stop(2.0)
    assert most == 1
    ended = len(turns)
    time.sleep(0.1)
    assert len(turns) == ended


def test_a_database_that_was_killed_is_one_line_and_no_traceback(caplog: pytest.LogCaptureFixture):
    engine = create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none")
    tried = threading.Event()

    def read() -> None:
        try:
            with engine.connect():
                pass
        finally:
            tried.set()

    stopping = threading.Event()
    worker = Worker([Job("digest", read, 3_600.0)], stopping)
    with caplog.at_level("INFO"):
        worker.start()
        assert tried.wait(60)
        worker.stop(10)
    said = [record for record in caplog.records if record.name == "jobs.schedule"]
    assert "the database does not answer" in said[0].getMessage()
    assert not any(record.exc_info for record in said)
