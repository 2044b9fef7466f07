"""Delivery to the real local Slack over HTTP, with everything that goes wrong there."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from slack_sdk import WebClient
from sqlalchemy.orm import Session, sessionmaker

import store.outbox
import store.subscriptions
import store.watches
from bot.answers.document import Answer, Card, bold, text
from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.manifest import Manifest
from jobs.deliver import BACKOFF, Delivered, deliver, delivery_client
from store.database import writing
from store.outbox import LEASE, Outgoing, Sent, claim, of_key, queue
from tests.conftest import NOON

A_SECOND = timedelta(seconds=1)
TEAM, DESK = "T0LOCAL", "C0DESK"
NEWS = "Igor Ivanovich Sechin: program RUSSIA-EO14024 added."
REPEAT = "This may be a repeat"


@pytest.fixture(scope="module")
def slack() -> Iterator[LocalWorkspace]:
    with LocalWorkspace(manifest=Manifest()) as running:  # the bot may read the history of public channels here
        yield running


@pytest.fixture
def workspace(slack: LocalWorkspace) -> LocalWorkspace:
    """Served once for the module; each test finds it empty and whole."""
    with slack.hub.lock:
        slack.hub.state.messages.clear()
        slack.hub.rates.buckets.clear()
        slack.archive(DESK, False)
        slack.invite_bot(DESK)
    return slack


@pytest.fixture
def client(workspace: LocalWorkspace) -> WebClient:
    return delivery_client(workspace.bot_token, workspace.api_url)


def put(sessions: sessionmaker[Session], *keys: str, place: str = DESK, news: str = NEWS) -> None:
    answer = Answer(kind="alert", cards=(Card(headline=text(bold(news))),))
    with writing(sessions) as session:
        queue(session, [Outgoing(key, TEAM, place, "alert", answer) for key in keys], NOON)


def state_of(sessions: sessionmaker[Session], key: str) -> Sent:
    with sessions() as session:
        found = of_key(session, key)
    assert found is not None
    return found


def texts(workspace: LocalWorkspace, channel: str = DESK) -> list[str]:
    return [message["text"] for message in workspace.messages(channel)]


def test_a_message_arrives_once_in_blocks_that_slack_takes(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    put(sessions, "alert 1")
    assert deliver(sessions, client, NOON) == Delivered(sent=1)
    assert deliver(sessions, client, NOON + 2 * A_SECOND) == Delivered()
    assert texts(workspace) == [NEWS]
    assert state_of(sessions, "alert 1").ts == workspace.messages(DESK)[0]["ts"]
    assert workspace.violations() == []


def test_a_person_is_told_in_their_own_conversation(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    put(sessions, "alert 1", place="U0MARIA")
    deliver(sessions, client, NOON)
    assert [message["text"] for message in workspace.direct("maria")] == [NEWS]


def test_a_channel_gets_one_message_a_turn_and_others_theirs(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    put(sessions, "alert 1", "alert 2")
    put(sessions, "alert 3", place="C0GENERAL")
    assert deliver(sessions, client, NOON).sent == 2
    assert deliver(sessions, client, NOON + A_SECOND / 2).sent == 0
    assert deliver(sessions, client, NOON + A_SECOND).sent == 1


def test_slack_that_asks_to_wait_is_left_alone_that_long(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    workspace.faults.rate_limit("chat.postMessage", retry_after=30)
    put(sessions, "alert 1")
    put(sessions, "alert 2", place="C0GENERAL")
    assert deliver(sessions, client, NOON) == Delivered(put_off=1)
    assert state_of(sessions, "alert 2").due_at == NOON + 30 * A_SECOND
    assert deliver(sessions, client, NOON + 29 * A_SECOND) == Delivered()
    assert deliver(sessions, client, NOON + 30 * A_SECOND) == Delivered(sent=2)
    assert state_of(sessions, "alert 1").attempts == 0


def test_an_answer_that_never_came_is_looked_for_before_it_is_sent_again(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    workspace.faults.server_error("chat.postMessage")
    put(sessions, "alert 1")
    assert deliver(sessions, client, NOON) == Delivered(put_off=1)
    assert deliver(sessions, client, NOON + BACKOFF[0]) == Delivered(sent=1)
    assert texts(workspace) == [NEWS]  # it was not there, so this is no repeat


def test_a_crash_after_slack_took_it_doubles_nothing(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    now = _real_now()
    put(sessions, "alert 1")
    crashed(sessions, client, now)
    assert len(texts(workspace)) == 1
    assert deliver(sessions, client, now + LEASE) == Delivered(sent=1)
    assert len(texts(workspace)) == 1
    assert state_of(sessions, "alert 1").ts == workspace.messages(DESK)[0]["ts"]


def test_where_history_cannot_be_read_a_repeat_says_that_it_may_be_one(
    sessions: sessionmaker[Session],
):
    with LocalWorkspace(manifest=Manifest(scopes=("chat:write", "chat:write.public"))) as strict:
        client = delivery_client(strict.bot_token, strict.api_url)
        put(sessions, "alert 1")
        crashed(sessions, client, _real_now())
        deliver(sessions, client, _real_now() + LEASE)
        first, second = texts(strict)
    assert REPEAT not in first
    assert REPEAT in second


def test_a_crash_between_claim_and_call_loses_nothing(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    put(sessions, "alert 1")
    with writing(sessions) as session:
        claim(session, NOON, "the one that died")
    assert deliver(sessions, client, NOON + A_SECOND) == Delivered()
    assert deliver(sessions, client, NOON + LEASE) == Delivered(sent=1)
    assert texts(workspace) == [NEWS]


def test_two_deliverers_at_once_send_each_message_once(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    for place in (DESK, "C0GENERAL", "C0LEGAL", "U0MARIA", "U0JAMES", "U0YUKI"):
        put(sessions, f"alert {place}", place=place)
    with ThreadPoolExecutor(2) as pool:
        turns = list(pool.map(lambda _: deliver(sessions, client, NOON), range(2)))
    assert sum(turn.sent for turn in turns) == 6
    assert len(workspace.hub.state.messages) == 6


@pytest.mark.parametrize("trouble", ["is_archived", "not_in_channel", "channel_not_found"])
def test_a_channel_that_takes_nothing_is_paused_and_who_watches_there_is_told_once(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient, trouble: str
):
    with writing(sessions) as session:
        for what in ("entity:ofac-16692", "list:us_ofac_sdn"):
            store.watches.watch(session, TEAM, DESK, what, "U0MARIA", NOON)
    put(sessions, "alert 1", "alert 2")
    if trouble == "is_archived":
        workspace.archive(DESK)
    else:
        workspace.faults.fail("chat.postMessage", trouble)
    deliver(sessions, client, NOON)
    deliver(sessions, client, NOON + 2 * A_SECOND)
    assert [state_of(sessions, key).state for key in ("alert 1", "alert 2")] == ["failed", "failed"]
    (told,) = workspace.direct("maria")
    assert told["text"].startswith(f"Alerts and digests for channel {DESK} are paused: ")
    with sessions() as session:
        assert store.watches.all_watches(session) == []
    with writing(sessions) as session:  # somebody watches there again
        store.watches.watch(session, TEAM, DESK, "entity:ofac-16692", "U0MARIA", NOON)
        assert len(store.watches.all_watches(session)) == 2


def test_a_removed_app_pauses_the_workspace(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    with writing(sessions) as session:
        store.watches.watch(session, TEAM, "C0GENERAL", "list:us_ofac_sdn", "U0MARIA", NOON)
    workspace.faults.fail("chat.postMessage", "account_inactive")
    put(sessions, "alert 1")
    put(sessions, "alert 2", place="C0GENERAL")
    deliver(sessions, client, NOON)
    with sessions() as session:
        assert store.outbox.waiting(session) == 0
        assert set(store.subscriptions.paused(session)) == {(TEAM, "C0GENERAL")}


def test_slack_that_is_down_is_tried_ever_more_rarely_and_at_last_given_up(sessions: sessionmaker[Session]):
    nobody = delivery_client("xoxb-nobody", "http://127.0.0.1:1/api")
    put(sessions, "alert 1")
    now = NOON
    for wait in BACKOFF:
        assert deliver(sessions, nobody, now) == Delivered(put_off=1)
        now += wait
    assert deliver(sessions, nobody, now) == Delivered(failed=1)
    assert state_of(sessions, "alert 1").failure == "Slack could not be reached"


def test_what_is_delivered_is_logged_without_its_words(
    sessions: sessionmaker[Session],
    workspace: LocalWorkspace,
    client: WebClient,
    caplog: pytest.LogCaptureFixture,
):
    caplog.set_level("INFO")
    workspace.faults.fail("chat.postMessage", "invalid_blocks")
    put(sessions, "alert 1")
    deliver(sessions, client, NOON)
    assert "is given up: invalid_blocks" in caplog.text
    assert "Sechin" not in caplog.text


def crashed(sessions: sessionmaker[Session], client: WebClient, now: datetime) -> None:
    """A worker sends the message and dies before it can write that down."""

    class Died(Exception):
        """The process is gone."""

    class Dying(WebClient):
        def chat_postMessage(self, **arguments: object) -> object:  # type: ignore[override]
            client.chat_postMessage(**arguments)  # type: ignore[arg-type]
            raise Died

    with pytest.raises(Died):
        deliver(sessions, Dying(token="xoxb-dying"), now)


def _real_now() -> datetime:
    """The clock of the local workspace, which stamps its messages with it."""
    return datetime.now(UTC)
