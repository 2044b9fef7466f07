"""Signed HTTP at the level of its requests: signature, retries, what stops them."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs

from slack_sdk.signature import SignatureVerifier

from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.hub import Settings
from tests.workspace.bolt import http_port
from tests.workspace.conftest import MANIFEST, QUICK


class Receiver:
    """A request URL that remembers, and answers with the statuses it was given, then 200."""

    def __init__(self, *statuses: str, headers: tuple[tuple[str, str], ...] = (), seconds: float = 0.0) -> None:
        self.statuses, self.headers, self.seconds = list(statuses), list(headers), seconds
        self.requests: list[tuple[dict[str, str], bytes]] = []

    def __call__(self, environ: dict[str, Any], start: Any) -> list[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        headers = {k[5:].replace("_", "-").lower(): v for k, v in environ.items() if k.startswith("HTTP_")}
        headers["content-type"] = environ.get("CONTENT_TYPE", "")
        self.requests.append((headers, body))
        time.sleep(self.seconds)
        start(self.statuses.pop(0) if self.statuses else "200 OK", self.headers)
        return [b""]


@contextmanager
def listening(receiver: Receiver, settings: Settings = QUICK) -> Iterator[LocalWorkspace]:
    with http_port() as (url, serve):
        serve(receiver)
        configured = dataclasses.replace(settings, request_url=url)
        with LocalWorkspace(manifest=MANIFEST, settings=configured) as workspace:
            yield workspace


def test_every_request_is_signed_so_that_slacks_verifier_takes_it():
    receiver = Receiver()
    with listening(receiver) as workspace:
        workspace.slash("maria", "general", "/sanctions", "Marks & Spencer")
        headers, body = receiver.requests[0]
        assert SignatureVerifier(workspace.signing_secret).is_valid_request(body, headers)
        assert not SignatureVerifier("another").is_valid_request(body, headers)
        assert not SignatureVerifier(workspace.signing_secret).is_valid_request(body + b"x", headers)


def test_commands_are_forms_presses_a_payload_in_a_form_and_events_json():
    receiver = Receiver()
    with listening(receiver) as workspace:
        workspace.slash("maria", "general", "/sanctions", "Rosneft")
        workspace.shortcut("maria", "ask")
        workspace.dm("maria", "hello")
        assert workspace.wait(lambda: workspace.hub.journal.entries("ack.taken") and len(receiver.requests) == 3)
    (command, press, event) = receiver.requests
    assert parse_qs(command[1].decode())["text"] == ["Rosneft"]
    assert json.loads(parse_qs(press[1].decode())["payload"][0])["type"] == "shortcut"
    assert json.loads(event[1])["event"]["text"] == "hello"
    assert [r[0]["content-type"] for r in receiver.requests] == [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded",
        "application/json",
    ]


def test_a_failing_event_comes_again_with_its_number_and_reason():
    receiver = Receiver("500 No", "503 No")
    with listening(receiver) as workspace:
        workspace.dm("maria", "hello")
        assert workspace.wait(lambda: workspace.hub.journal.entries("ack.taken"))
    told = [(h.get("x-slack-retry-num"), h.get("x-slack-retry-reason")) for h, _ in receiver.requests]
    assert told == [(None, None), ("1", "http_error"), ("2", "http_error")]


def test_no_event_comes_a_fifth_time():
    receiver = Receiver(*["500 No"] * 9)
    with listening(receiver) as workspace:
        workspace.dm("maria", "hello")
        assert workspace.wait(lambda: workspace.hub.journal.entries("event.lost"))
    assert len(receiver.requests) == 4


def test_no_retry_in_the_answer_stops_them():
    receiver = Receiver("500 No", headers=(("X-Slack-No-Retry", "1"),))
    with listening(receiver) as workspace:
        workspace.dm("maria", "hello")
        assert workspace.wait(lambda: workspace.hub.journal.entries("ack.missing"))
        time.sleep(0.2)
    assert len(receiver.requests) == 1


def test_an_answer_after_the_time_is_a_timeout():
    settings = Settings(ack_seconds=0.2, retry_delays=(0.3,))
    receiver = Receiver(seconds=0.3)
    with listening(receiver, settings) as workspace:
        workspace.dm("maria", "hello")
        assert workspace.wait(lambda: len(receiver.requests) == 2)
        assert receiver.requests[1][0]["x-slack-retry-reason"] == "http_timeout"
        time.sleep(0.4)


def test_a_url_that_nobody_serves_fails_to_connect():
    with LocalWorkspace(manifest=MANIFEST, settings=Settings(request_url="http://127.0.0.1:9/")) as workspace:
        outcome = workspace.slash("maria", "general", "/sanctions", "Rosneft")
    assert (outcome.ok, outcome.reason) == (False, "connection_failed")
