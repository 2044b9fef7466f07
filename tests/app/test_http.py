"""The door to the network, over real HTTP: nothing of a body is answered, followed or logged before its signature."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from slack_sdk.signature import SignatureVerifier

from tests.handlers.slack.fronts import RememberingFront
from tests.handlers.slack.running import Running, running

FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def front(tmp_path: Path) -> RememberingFront:
    return RememberingFront(tmp_path)


@pytest.fixture
def bot(front: RememberingFront) -> Iterator[Running]:
    with running(front, "http") as found:
        yield found


class Inner:
    """An inner address that only the bot's machine can reach; `asked` are the paths that anybody asked it for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        inner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                inner.asked.append(self.path)
                self.send_response(200)
                self.end_headers()

            do_GET = do_POST

            def log_message(self, format: str, *args: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/inner"


@pytest.fixture
def inner() -> Iterator[Inner]:
    it = Inner()
    thread = threading.Thread(target=it.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield it
    it.server.shutdown()
    it.server.server_close()
    thread.join()


def command(response_url: str, text: str = "OLEG DERIPASKA") -> str:
    given = {"command": "/sanctions", "text": text, "token": "verification-token", "response_url": response_url}
    return urlencode({**given, "team_id": "T0LOCAL", "user_id": "U0MARIA", "channel_id": "C0GENERAL"})


def signature(bot: Running, body: str) -> dict[str, str]:
    at = str(int(time.time()))
    made = SignatureVerifier(bot.workspace.signing_secret).generate_signature(timestamp=at, body=body)
    return {"x-slack-request-timestamp": at, "x-slack-signature": str(made)}


@pytest.mark.parametrize(
    ("timestamp", "made"),
    [
        ("NaN", b"v0=00"),
        ("9" * 400, b"v0=00"),
        ("", b"v0=00"),
        ("-1e9", b"v0=00"),
        ("now", b"v0=\xe9\xe9"),
        ("now", b"v0=00"),
        ("now", b"v0=" + b"0" * 64),
    ],
)
@pytest.mark.parametrize("body", ["command", "ssl_check=1", "not form or JSON", "[]"])
def test_an_unsigned_request_is_refused_and_followed_nowhere_and_its_words_are_not_logged(
    bot: Running,
    front: RememberingFront,
    inner: Inner,
    caplog: pytest.LogCaptureFixture,
    timestamp: str,
    made: bytes,
    body: str,
):
    at = str(int(time.time())) if timestamp == "now" else timestamp
    sent = command(inner.url) if body == "command" else body
    headers = httpx.Headers([*FORM.items(), ("x-slack-request-timestamp", at)])
    with caplog.at_level(logging.INFO):
        answer = httpx.post(bot.events_url, content=sent, headers=[*headers.raw, (b"x-slack-signature", made)])
    assert (answer.status_code, answer.text) == (401, "not signed")
    assert front.asked == []
    assert inner.asked == []
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert "DERIPASKA" not in logged
    assert "verification-token" not in logged


def test_a_large_forgery_makes_one_short_line_of_the_log(bot: Running, caplog: pytest.LogCaptureFixture):
    body = command("", "x" * 1_900_000)
    with caplog.at_level(logging.INFO):
        assert httpx.post(bot.events_url, content=body, headers={**FORM, **signature(bot, "x")}).status_code == 401
    assert sum(len(record.getMessage()) for record in caplog.records if record.name.startswith("sanctions")) < 200


@pytest.mark.parametrize(
    "body",
    [
        "[]",
        '"x"',
        "7",
        "null",
        "{",
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"n":' + "9" * 5_000 + "}",
        '{"team":[]}',
        '{"response_urls":7}',
        urlencode({"payload": "[]"}),
        urlencode({"payload": "{"}),
        "payload=%FF",
    ],
)
def test_a_signed_body_that_is_no_object_of_slacks_is_refused_and_is_no_error_of_ours(bot: Running, body: str):
    kind = FORM if body.startswith("payload") else {"content-type": "application/json"}
    answer = httpx.post(bot.events_url, content=body, headers={**kind, **signature(bot, body)})
    assert 400 <= answer.status_code < 500


def test_a_signed_command_is_not_answered_at_an_inner_address_but_in_slack(
    bot: Running, front: RememberingFront, inner: Inner
):
    body = command(inner.url, "Rosneft")
    assert httpx.post(bot.events_url, content=body, headers={**FORM, **signature(bot, body)}).status_code == 200
    assert bot.workspace.wait(lambda: bot.workspace.ephemerals("maria"))
    assert inner.asked == []


def test_nor_is_an_error(bot: Running, front: RememberingFront, inner: Inner):
    payload = {"type": "view_submission", "view": {"callback_id": "edit"}, "team": {"id": "T1"}, "user": {"id": "U1"}}
    body = urlencode({"payload": json.dumps({**payload, "response_url": inner.url})})
    httpx.post(bot.events_url, content=body, headers={**FORM, **signature(bot, body)})
    body = command(inner.url).replace("user_id=U0MARIA", "user=x")
    httpx.post(bot.events_url, content=body, headers={**FORM, **signature(bot, body)})
    time.sleep(0.3)
    assert inner.asked == []


def test_headers_by_which_bolt_talks_to_itself_are_not_taken_from_the_network(bot: Running, front: RememberingFront):
    body = command("", "Rosneft")
    forged = {"x-slack-bolt-lazy-only": "1", "x-slack-bolt-lazy-function-name": "sanctions"}
    answer = httpx.post(bot.events_url, content=body, headers={**FORM, **signature(bot, body), **forged})
    assert answer.status_code == 200
    assert bot.workspace.wait(lambda: len(front.asked) == 1)
