"""The real Bolt app, over Socket Mode and over signed HTTP: the same conversation, the same rules."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator

import pytest

from bot.workspace.server import LocalWorkspace
from tests.workspace.bolt import Remembering, by_socket, http_port, wsgi
from tests.workspace.conftest import MANIFEST, QUICK

Pair = tuple[LocalWorkspace, Remembering]


@pytest.fixture(scope="module", params=["socket", "http"])
def pair(request) -> Iterator[Pair]:
    if request.param == "socket":
        with LocalWorkspace(manifest=MANIFEST, settings=QUICK) as workspace, by_socket(workspace) as bot:
            yield workspace, bot
        return
    with http_port() as (url, serve):
        settings = dataclasses.replace(QUICK, request_url=url)
        with LocalWorkspace(manifest=MANIFEST, settings=settings) as workspace:
            bot = Remembering(workspace)
            serve(wsgi(bot))
            assert workspace.verify_request_url()
            yield workspace, bot


def test_a_direct_message_is_answered(pair):
    workspace, _ = pair
    workspace.dm("james", "is Rosneft sanctioned?")
    assert workspace.wait(lambda: len(workspace.direct("james")) == 2)
    assert workspace.direct("james")[-1]["text"] == "You asked: is Rosneft sanctioned?"


def test_a_mention_is_answered_in_its_thread(pair):
    workspace, bot = pair
    ts = workspace.mention("general", "maria", "Rosneft?")
    assert workspace.wait(lambda: workspace.replies("general", ts))
    assert workspace.replies("general", ts)[0]["text"] == "Rosneft: listed"
    heard = [e for e in bot.events if e["event"]["ts"] == ts]
    assert workspace.wait(lambda: len([e for e in bot.events if e["event"]["ts"] == ts]) == 2), heard


def test_a_command_is_answered_for_its_person_and_shared_by_a_button(pair):
    workspace, _ = pair
    assert workspace.slash("maria", "sanctions-desk", "/sanctions", "check Rosneft").ok
    assert workspace.wait(lambda: workspace.ephemerals("maria"))
    answer = workspace.ephemerals("maria")[-1]
    assert answer["text"] == "For check Rosneft"
    assert workspace.press("maria", answer["ts"], "share").ok
    assert workspace.wait(lambda: workspace.messages("sanctions-desk"))
    assert workspace.messages("sanctions-desk")[-1]["text"] == "Shared by <@U0MARIA>"
    assert workspace.wait(lambda: not workspace.ephemerals("maria"))


def test_a_button_opens_a_modal_whose_errors_come_back(pair):
    workspace, _ = pair
    workspace.dm("yuki", "hello")
    assert workspace.wait(lambda: len(workspace.direct("yuki")) == 2)
    workspace.press("yuki", workspace.direct("yuki")[-1]["ts"], "ask")
    assert workspace.wait(lambda: workspace.modal("yuki"))
    view = workspace.modal("yuki")
    assert workspace.submit(view, {"name": "x"}).errors == {"name": "Too short"}
    assert workspace.submit(view, {"name": "Rosneft"}).ok
    assert workspace.modal("yuki") is None


def test_the_home_tab_is_published_when_opened(pair):
    workspace, _ = pair
    workspace.open_home("maria")
    assert workspace.wait(lambda: workspace.home("maria"))
    assert workspace.home("maria")["blocks"][0]["text"]["text"] == "Watches"


def test_a_command_acknowledged_too_late_times_out(pair):
    workspace, bot = pair
    bot.slow_seconds = 1.3
    outcome = workspace.slash("james", "general", "/sanctions", "slow")
    bot.slow_seconds = 0.0
    assert not outcome.ok
    assert workspace.ephemerals("james")[-1]["text"] == '/sanctions failed with the error "operation_timeout"'
    time.sleep(0.4)  # the late answer still comes by its response_url, and belongs to this test


def test_an_event_told_four_times_arrives_four_times_with_one_id(pair):
    workspace, bot = pair
    workspace.faults.duplicate_events = 3
    ts = workspace.say("general", "maria", "Lukoil")
    assert workspace.wait(lambda: len([e for e in bot.events if e["event"]["ts"] == ts]) == 4)
    assert len({e["event_id"] for e in bot.events if e["event"]["ts"] == ts}) == 1
