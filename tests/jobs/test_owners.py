"""Whoever set something up in a channel and has left hands it over to the channel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient
from sqlalchemy.orm import Session, sessionmaker

import store.telling.outbox
import store.telling.subscriptions
import store.telling.watches
from bot.slack_people import Acquaintance
from bot.workspace.server import LocalWorkspace
from jobs.deliver import delivery_client
from jobs.owners import hand_over
from store.database import writing
from tests.conftest import NOON

TEAM, DESK = "T0LOCAL", "C0DESK"


@pytest.fixture
def workspace() -> Iterator[LocalWorkspace]:
    with LocalWorkspace() as running:
        yield running


@pytest.fixture
def client(workspace: LocalWorkspace) -> WebClient:
    return delivery_client(workspace.bot_token, workspace.api_url)


def set_up(sessions: sessionmaker[Session], who: str) -> None:
    with writing(sessions) as session:
        store.telling.watches.watch(session, TEAM, DESK, "list:us_ofac_sdn", who, NOON)
        store.telling.watches.watch(session, TEAM, who, "list:un_sc", who, NOON)
        store.telling.subscriptions.subscribe(session, TEAM, DESK, who, NOON)


def owner(sessions: sessionmaker[Session], place: str = DESK, what: str = "list:us_ofac_sdn") -> str:
    with sessions() as session:
        found = store.telling.watches.watch_of(session, TEAM, place, what)
    assert found is not None
    return found.who


def told(sessions: sessionmaker[Session]) -> list[str]:
    with sessions() as session:
        return [one.message.answer.text for one in store.telling.outbox.of_place(session, TEAM, DESK)]


def test_who_is_there_keeps_what_they_set_up(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    set_up(sessions, "U0MARIA")
    assert hand_over(sessions, client, NOON, Acquaintance()) == 0
    assert owner(sessions) == "U0MARIA"
    assert told(sessions) == []


def test_who_has_left_hands_over_to_the_channel_which_is_told_once(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient
):
    set_up(sessions, "U0GONE")
    assert hand_over(sessions, client, NOON, Acquaintance()) == 1
    assert hand_over(sessions, client, NOON, Acquaintance()) == 0
    assert owner(sessions) == ""
    assert owner(sessions, "U0GONE", "list:un_sc") == "U0GONE"  # their own conversation is theirs
    with sessions() as session:
        digest = store.telling.subscriptions.subscription_of(session, TEAM, DESK)
    assert digest is not None
    assert digest.who == ""
    (said,) = told(sessions)
    assert "has left. What they set up to be watched here, and the digest, go on." in said


@pytest.mark.parametrize("trouble", ["server error", "ratelimited", "token_revoked"])
def test_while_slack_does_not_say_who_somebody_is_nothing_is_changed(
    sessions: sessionmaker[Session], workspace: LocalWorkspace, client: WebClient, trouble: str
):
    set_up(sessions, "U0MARIA")
    for method in ("auth.test", "users.info"):
        if trouble == "server error":
            workspace.faults.server_error(method)
        elif trouble == "ratelimited":
            workspace.faults.rate_limit(method)
        else:
            workspace.faults.fail(method, trouble)
        assert hand_over(sessions, client, NOON, Acquaintance()) == 0
    assert owner(sessions) == "U0MARIA"
