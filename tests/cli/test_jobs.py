"""digest and deliver, by hand."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text as sql

import store.database
import store.telling.outbox
import store.telling.pauses
from bot.answers.document import Answer, Card, text
from store.database import writing
from store.telling.outbox import Outgoing
from tests.cli.conftest import Run, runner
from tests.conftest import NOON
from tests.databases import a_database_url


def test_the_digest_of_a_channel_is_one_object_that_says_what_became_of_it(sanctions_bot: Run):
    found = sanctions_bot("digest", "--channel", "C0DESK", "--now", "2026-11-23T12:00", "--json")
    assert found.code == 0
    assert (found.json["channel"], found.json["status"], found.json["kind"]) == ("C0DESK", "not subscribed", "digest")
    assert found.json["text"].startswith("Nothing new since 22 Nov 2026, 12:00.")


def test_delivery_by_hand_is_one_turn_and_needs_a_token(sanctions_bot: Run):
    forgot = sanctions_bot("deliver")
    assert (forgot.code, "deliver --once" in forgot.err) == (2, True)
    tokenless = sanctions_bot("deliver", "--once", "--json")
    assert tokenless.code == 2
    assert "SLACK_BOT_TOKEN" in tokenless.json["reason"]


@pytest.fixture
def in_trouble(tmp_path: Path) -> Run:
    database = a_database_url(tmp_path)
    put_trouble_in(database)
    return runner({"DATABASE_URL": database, "SANCTIONS_LISTS_MIRROR": ""})


def test_doctor_and_status_say_what_waits_what_failed_and_which_places_are_paused(in_trouble: Run):
    said = in_trouble("doctor")
    assert said.code == 1
    assert "C0OLD of T1 takes no messages since 23 Nov 2026: Slack says is_archived" in said.out
    assert "2 messages failed: 1 invalid_blocks; 1 unreadable" in said.out
    assert "nothing is sent to workspace T1 since 23 Nov 2026, 12:00 UTC: Slack says token_revoked" in said.out
    assert "Install the app again" in said.out
    delivery = in_trouble("lists", "status", "--json").json["delivery"]
    assert (delivery["waiting"], delivery["failed"]) == (1, 2)
    assert delivery["failures"] == {"invalid_blocks": 1, "unreadable": 1}
    assert [(one["channel"], one["reason"]) for one in delivery["paused"]] == [("C0OLD", "is_archived")]
    assert in_trouble("doctor", "--resend", "--json").json["delivery"]["failures"] == {"unreadable": 1}


def test_what_waits_for_a_paused_channel_can_be_dropped_and_for_another_not(in_trouble: Run):
    refused = in_trouble("deliver", "--drop", "C0DESK")
    assert (refused.code, "is not paused" in refused.err) == (2, True)
    assert in_trouble("deliver", "--drop", "C0OLD", "--json").json == {"dropped": 1, "channel": "C0OLD"}


def put_trouble_in(database: str) -> None:
    """A paused channel with a message that waits, two that failed, a workspace whose token was revoked."""
    answer = Answer(kind="alert", cards=(Card(headline=text("Rosneft changed.")),))
    engine = store.database.open_engine(database)
    with writing(store.database.sessions(engine)) as session:
        for key, place in (("refused", "C1"), ("damaged", "C2"), ("waits", "C0OLD")):
            store.telling.outbox.queue(session, [Outgoing(key, "T1", place, "alert", answer)], NOON)
        session.execute(sql("UPDATE outbox SET state = 'failed', failure = 'invalid_blocks' WHERE key = 'refused'"))
        session.execute(sql("UPDATE outbox SET state = 'failed', failure = 'unreadable' WHERE key = 'damaged'"))
        store.telling.pauses.pause(session, "T1", "C0OLD", "is_archived", NOON)
        store.telling.outbox.hold(session, "T1", "token_revoked", NOON, timedelta(minutes=1))
    engine.dispose()
