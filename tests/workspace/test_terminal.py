"""The terminal chat, as piped input, as a closed one under a service, and its words."""

from __future__ import annotations

import io
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workspace.people.plain import plain_mrkdwn, readable, text_of
from bot.workspace.terminal import chat
from tests.workspace.bolt import by_socket
from tests.workspace.conftest import actions, button, section


@pytest.fixture
def bot(workspace):
    with by_socket(workspace) as connected:
        yield connected


def test_piped_questions_are_all_answered_before_the_end(workspace, bot):
    said = io.StringIO()
    chat(workspace, io.StringIO("is Rosneft sanctioned?\n@bot Lukoil\n/sanctions check Gazprom\npress 1\n"), said)
    text = said.getvalue()
    assert text.startswith(f"A local Slack is at {workspace.url}")
    assert "You asked" in text
    assert "press:  1 [Ask]" in text
    assert "Rosneft: listed" in text
    assert "[Share in channel]" in text
    assert "Shared by" in text


def test_quit_ends_it_and_what_cannot_be_done_is_said(workspace, bot):
    said = io.StringIO()
    chat(workspace, io.StringIO("press 3\n/nothing\n\nquit\nnever asked\n"), said)
    assert "The last answer has 0 buttons." in said.getvalue()
    assert "/nothing is not a valid command." in said.getvalue()
    assert workspace.direct("maria") == []


def test_a_closed_input_keeps_the_server_until_it_is_told_to_stop(workspace, bot):
    over, said = threading.Event(), io.StringIO()
    thread = threading.Thread(target=chat, args=(workspace, io.StringIO(""), said), kwargs={"until": over})
    thread.start()
    thread.join(0.3)
    assert thread.is_alive()
    over.set()
    thread.join(3)
    assert not thread.is_alive()


def test_a_message_is_readable_without_its_looks():
    message = {
        "text": "fallback",
        "blocks": [
            {"type": "header", "text": {"type": "plain_text", "text": "Listed: Rosneft"}},
            section(
                "*Blocked* by <https://ofac.test/x|OFAC> &amp; others on <!date^1700000000^{date}|14 November 2023>"
            ),
            {"type": "divider"},
            actions(button(text="Share"), button("b", "Why")),
            {"type": "context", "elements": [{"type": "mrkdwn", "text": "_SDN_"}, {"type": "mrkdwn", "text": "today"}]},
            {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}, {"type": "raw_text", "text": "b"}]]},
        ],
    }
    assert readable(message).splitlines() == [
        "Listed: Rosneft",
        "Blocked by OFAC (https://ofac.test/x) & others on 14 November 2023",
        "-" * 40,
        "[Share]  [Why]",
        "SDN · today",
        "a | b",
    ]
    assert readable({"text": "only *text*"}) == "only text"


@given(st.text())
def test_no_name_moves_the_cursor_or_turns_the_line_around(text):
    shown = plain_mrkdwn(text)
    assert not set(shown) & {"\x1b", "\x07", "\x08", "\r", "\u202e", "\u2066", "\x9b"}


def test_who_is_mentioned_in_rich_text_is_named():
    says = [{"type": "text", "text": "Accepted by "}, {"type": "user", "user_id": "U0MARIA"}]
    assert text_of({"type": "rich_text_section", "elements": says}) == "Accepted by <@U0MARIA>"
