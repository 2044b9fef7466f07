"""An answer goes to Slack, or to the stand-in of the settings, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.response_urls import is_slacks

SLACK, LOCAL = "https://slack.com/api/", "http://127.0.0.1:8899/api/"


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.slack.com/commands/T1/2/x",
        "https://hooks.slack.com:443/actions/T1/2/x",
        "https://HOOKS.SLACK.COM/app/T1",
        "https://hooks.slack-gov.com/commands/T1/2/x",
    ],
)
def test_slacks_own_addresses_are_slacks(url: str):
    assert is_slacks(url, SLACK)
    assert is_slacks(url, LOCAL)


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.slack.com/commands/T1/2/x",
        "https://hooks.slack.com:8443/x",
        "https://hooks.slack.com.example.org/x",
        "https://hooksslack.com/x",
        "https://hooks.slack.com@127.0.0.1/x",
        "https://user:word@hooks.slack.com/x",
        "https://127.0.0.1\\@hooks.slack.com/x",
        "https://127.0.0.1\t@hooks.slack.com/x",
        "https://hooks.slack.com%00.example.org/x",
        "https://hooks.slack.c\u03bfm/x",
        "https://[::1]/x",
        "https://[hooks.slack.com/x",
        "https://hooks.slack.com:999999/x",
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:8898/inner",
        "https://127.0.0.1:8899/inner",
        "http://localhost:8899/api/",
        "file:///etc/passwd",
        "//hooks.slack.com/x",
        "hooks.slack.com",
        "",
        None,
        7,
        ["https://hooks.slack.com/x"],
    ],
)
def test_every_other_address_is_not(url: object):
    assert not is_slacks(url, LOCAL)


def test_the_stand_in_of_the_settings_is_answered_at_its_very_origin():
    assert is_slacks("http://127.0.0.1:8899/respond/1", LOCAL)
    assert is_slacks("https://proxy.example.org/respond/1", "https://proxy.example.org/api")
    assert not is_slacks("http://proxy.example.org/respond/1", "https://proxy.example.org/api")


def test_no_origin_is_no_stand_in():
    assert not is_slacks("file:///etc/passwd", "")
    assert not is_slacks("http:///x", "http:///api/")


@given(st.text(max_size=80), st.text(max_size=40))
def test_nothing_raises(url: str, api_url: str):
    assert is_slacks(url, api_url) in (True, False)
