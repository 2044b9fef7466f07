"""What Slack's refusals, and its silence, mean to a message."""

from __future__ import annotations

from socket import gaierror
from urllib.error import URLError

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from jobs.refusals import NO_INSTALLATION, NO_PLACE, NOT_ANSWERED, NOT_REACHED, Reply, failure, refusal


def answered(status: int = 200, headers: dict[str, str] | None = None, **body: object) -> SlackApiError:
    response = SlackResponse(
        client=None,
        http_verb="POST",
        api_url="chat.postMessage",
        req_args={},
        data={"ok": False, **body},
        headers=headers or {},
        status_code=status,
    )
    return SlackApiError("refused", response)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("7", 7), ("0", 1), ("", 30), ("soon", 30), ("-5", 30), ("1e9", 30), ("٣", 30), ("99999999", 99_999_999)],
)
def test_who_is_told_to_wait_waits_as_long_as_slack_says_and_half_a_minute_where_that_is_no_number(
    said: str, seconds: int
) -> None:
    assert refusal(answered(429, {"Retry-After": said})) == Reply(error="ratelimited", retry_after=seconds)


@pytest.mark.parametrize("word", ["ratelimited", "rate_limited"])
def test_the_word_alone_is_to_wait_too(word: str) -> None:
    assert refusal(answered(200, error=word)).retry_after == 30


@pytest.mark.parametrize(
    ("error", "reply"),
    [
        (answered(500, error="internal_error"), Reply(error="internal_error", doubtful=True)),
        (answered(200, error="fatal_error"), Reply(error="fatal_error", doubtful=True)),
        (answered(503), Reply(error="HTTP 503", doubtful=True)),
        (answered(499), Reply(error="HTTP 499", doubtful=True)),
        (answered(200, error="service_unavailable"), Reply(error="service_unavailable", passing=True)),
        (answered(499, error="request_timeout"), Reply(error="request_timeout", passing=True)),
        (answered(200, error="is_archived"), Reply(error="is_archived")),
        (answered(200, error="missing_scope", needed="chat:write"), Reply(error="missing_scope", needed="chat:write")),
    ],
)
def test_a_refusal_is_sure_passing_or_in_doubt(error: SlackApiError, reply: Reply) -> None:
    assert refusal(error) == reply


@pytest.mark.parametrize(
    ("error", "reply"),
    [
        (URLError(ConnectionRefusedError(111, "refused")), Reply(error=NOT_REACHED, reached=False)),
        (URLError(gaierror(-2, "Name or service not known")), Reply(error=NOT_REACHED, reached=False)),
        (ConnectionRefusedError(), Reply(error=NOT_REACHED, reached=False)),
        (URLError(TimeoutError()), Reply(error=NOT_ANSWERED, doubtful=True)),
        (ConnectionResetError(), Reply(error=NOT_ANSWERED, doubtful=True)),
    ],
)
def test_silence_is_in_doubt_but_where_nobody_was_reached(error: Exception, reply: Reply) -> None:
    assert failure(error) == reply


def test_no_word_means_two_things() -> None:
    assert not NO_PLACE & NO_INSTALLATION
