"""Socket Mode at the level of its frames, with plain WebSocket clients."""

from __future__ import annotations

import gc
import json
import time
from contextlib import ExitStack
from typing import Any

import pytest
from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.hub import Settings
from tests.workspace.bolt import by_socket
from tests.workspace.conftest import MANIFEST

# slack_sdk's built-in client may leave a socket to the garbage collector when it reconnects.
LEAKY = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


def dial(workspace) -> ClientConnection:
    client = WebClient(base_url=workspace.api_url)
    return connect(client.apps_connections_open(app_token=workspace.app_token)["url"], proxy=None)


def hear(socket: ClientConnection, seconds: float = 3.0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(socket.recv(timeout=seconds))
    return found


def acknowledge(socket: ClientConnection, envelope: dict[str, Any], **more: Any) -> None:
    socket.send(json.dumps({"envelope_id": envelope["envelope_id"], **more}))


def test_the_first_word_is_hello_and_counts_the_connections(workspace):
    with dial(workspace) as first, dial(workspace) as second:
        assert hear(first)["num_connections"] == 1
        said = hear(second)
        assert (said["type"], said["num_connections"]) == ("hello", 2)
        assert said["connection_info"] == {"app_id": "A0LOCAL"}


def test_an_address_is_good_for_one_connection(workspace):
    url = WebClient(base_url=workspace.api_url).apps_connections_open(app_token=workspace.app_token)["url"]
    with connect(url, proxy=None) as socket:
        hear(socket)
        with pytest.raises(InvalidStatus):
            connect(url, proxy=None)


def test_each_envelope_goes_to_one_connection_and_all_get_their_share(workspace):
    with dial(workspace) as first, dial(workspace) as second:
        hear(first), hear(second)
        for n in range(4):
            workspace.dm("maria", f"question {n}")
        heard = []
        for socket in (first, second):
            for _ in range(2):
                envelope = hear(socket)
                acknowledge(socket, envelope)
                heard.append(envelope["payload"]["event"]["text"])
        assert sorted(heard) == [f"question {n}" for n in range(4)]


def test_an_eleventh_connection_is_too_many(workspace):
    with ExitStack() as open_ones:
        for _ in range(10):
            hear(open_ones.enter_context(dial(workspace)))
        with dial(workspace) as eleventh:
            assert hear(eleventh)["reason"] == "too_many_websockets"
            with pytest.raises(ConnectionClosed):
                eleventh.recv(timeout=3)


def test_an_event_without_acknowledgement_comes_again_three_times():
    settings = Settings(ack_seconds=0.2, retry_delays=(0.0, 0.05, 0.1))
    with LocalWorkspace(manifest=MANIFEST, settings=settings) as workspace, dial(workspace) as socket:
        hear(socket)
        workspace.faults.drop_acks = True
        workspace.dm("maria", "hello")
        envelopes = []
        for _ in range(4):
            envelopes.append(hear(socket))
            acknowledge(socket, envelopes[-1])
        assert [e["retry_attempt"] for e in envelopes] == [0, 1, 2, 3]
        assert [e["retry_reason"] for e in envelopes] == ["", "timeout", "timeout", "timeout"]
        assert len({e["envelope_id"] for e in envelopes}) == 4
        assert len({e["payload"]["event_id"] for e in envelopes}) == 1
        assert workspace.wait(lambda: workspace.hub.journal.entries("event.lost"))


def test_an_acknowledged_event_does_not_come_again(workspace):
    with dial(workspace) as socket:
        hear(socket)
        workspace.dm("maria", "hello")
        acknowledge(socket, hear(socket))
        assert workspace.wait(lambda: workspace.hub.journal.entries("ack.taken"))
        with pytest.raises(TimeoutError):
            hear(socket, 0.3)


def test_an_event_whose_connection_breaks_comes_to_the_next(workspace):
    with dial(workspace) as second:
        hear(second)
        with dial(workspace) as first:
            hear(first)
            workspace.dm("maria", "one")
            workspace.dm("maria", "two")
            acknowledge(second, hear(second))
        again = hear(second)
        assert (again["retry_attempt"], again["retry_reason"]) == (1, "connection_failed")
        acknowledge(second, again)


def test_an_acknowledgement_of_nothing_breaks_a_rule(workspace):
    with dial(workspace) as socket:
        hear(socket)
        socket.send(json.dumps({"envelope_id": "made-up"}))
        socket.send("not json")
        assert workspace.wait(lambda: len(workspace.violations()) == 2)


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
def test_a_connection_that_must_go_gets_nothing_new_and_is_closed(workspace, reason):
    with dial(workspace) as old:
        hear(old)
        workspace.disconnect(reason, seconds=0.3)
        said = hear(old)
        assert (said["type"], said["reason"]) == ("disconnect", reason)
        with dial(workspace) as new:
            hear(new)
            workspace.dm("maria", "hello")
            acknowledge(new, hear(new))
            with pytest.raises(ConnectionClosed):
                old.recv(timeout=3)


@LEAKY
def test_bolt_reconnects_after_the_network_failed(workspace):
    with by_socket(workspace, ping_interval=0.5):
        workspace.drop_connections()
        assert workspace.wait(lambda: len(workspace.hub.journal.entries("connection.opened")) == 2)
    time.sleep(0.3)  # the client may be at a second reconnection
    gc.collect()


@LEAKY
def test_bolt_reconnects_when_told_to_and_loses_nothing(workspace):
    with by_socket(workspace) as bot:
        workspace.disconnect("refresh_requested", seconds=5)
        assert workspace.wait(lambda: len(workspace.hub.journal.entries("connection.opened")) == 2)
        ts = workspace.say("general", "maria", "after the refresh")
        assert workspace.wait(lambda: [e for e in bot.events if e["event"]["ts"] == ts], 8)
    time.sleep(0.3)  # the client may be at a second reconnection
    gc.collect()
