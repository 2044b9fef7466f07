"""A message becomes a statement of the briefing, by the shortcut, in the real app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import store.briefing
from bot.workspace.slack.hub import Delivery
from bot.workspace.slack.interactions import submitted
from handlers.desk import Desk, DeskSettings
from handlers.slack.front import DeskFront
from store.asking.questions import ADDED, asked_since, recent_of
from tests.blocks.checks import shown
from tests.conftest import NOON
from tests.databases import a_begun_database
from tests.handlers.slack.running import Running, running

SAID = "The State Department alone is drafting the list & nobody else, *officials* say <!channel>"
FILLED = {"publisher": "Reuters", "topics": "drafting, who drafts", "date": "2026-11-20"}


@pytest.fixture
def front(tmp_path: Path) -> DeskFront:
    """The shipped briefing; Maria is an admin of the workspace, James is not."""
    sessions = a_begun_database(tmp_path, facts=False)
    return DeskFront(Desk(sessions, lambda: NOON, DeskSettings(recheck_seconds=0)))


@pytest.fixture
def bot(front: DeskFront) -> Iterator[Running]:
    with running(front, "http") as found:
        yield found
        assert found.workspace.violations() == []


def opened(
    bot: Running, ts: str, user: str = "maria", channel: str = "general", until: str = "Topics"
) -> dict[str, Any]:
    assert bot.workspace.shortcut(user, "add_to_briefing", channel, ts).ok
    assert bot.workspace.wait(lambda: until in str(bot.workspace.modal(user)))
    found = bot.workspace.modal(user)
    assert found is not None
    return found


def standing(view: dict[str, Any], name: str) -> Any:
    """What stands in an input when the window opens."""
    element = next(block["element"] for block in view["blocks"] if block.get("block_id") == name)
    return element.get("initial_value") or element.get("initial_date") or element.get("initial_option", {}).get("value")


def saved(front: DeskFront, key: str) -> list[store.briefing.StatementVersion]:
    with front.sessions() as session:
        return store.briefing.statement_versions(session, key)


@pytest.mark.parametrize("transport", ["http", "socket"])
def test_a_message_is_saved_with_its_link_as_source_and_the_thread_is_told(front: DeskFront, transport: str):
    with running(front, transport) as bot:
        ts = bot.workspace.say("general", "james", SAID)
        view = opened(bot, ts)
        assert standing(view, "says") == "The State Department alone is drafting the list & nobody else, officials say"
        assert standing(view, "confidence") == "reported"
        assert "drafting" in standing(view, "topics")
        assert bot.workspace.submit(view, FILLED).ok
        assert bot.workspace.wait(lambda: bot.workspace.replies("general", ts))
        (told,) = bot.workspace.replies("general", ts)
        (version,) = saved(front, f"slack-C0GENERAL-{ts}")
        assert bot.workspace.violations() == []
    assert shown(told["blocks"]).startswith("Added to the briefing as reported, by ")
    assert {"type": "user", "user_id": "U0MARIA"} in told["blocks"][0]["elements"][0]["elements"]
    assert "Reuters, 20 Nov 2026. Topics: drafting and who drafts." in shown(told["blocks"])
    assert version.who == "U0MARIA"
    assert version.statement.confidence == "reported"
    assert version.source is not None
    assert version.source.url.endswith(f"/archives/C0GENERAL/p{ts.replace('.', '')}")
    assert (version.source.publisher, version.source.date) == ("Reuters", "2026-11-20")


def test_what_is_added_answers_the_next_question_beside_what_was_there(bot: Running, front: DeskFront):
    ts = bot.workspace.say("general", "james", SAID)
    bot.workspace.submit(opened(bot, ts), FILLED)
    assert bot.workspace.wait(lambda: bot.workspace.replies("general", ts))
    bot.workspace.slash("james", "general", "/sanctions", "who is drafting the list?")
    assert bot.workspace.wait(lambda: bot.workspace.ephemerals("james"))
    text = shown(bot.workspace.ephemerals("james")[-1]["blocks"])
    assert "Reported, 20 Nov 2026: The State Department alone is drafting the list" in text
    assert text.index("The State Department alone") < text.index("The White House asked the State and Treasury")


def test_who_may_not_edit_is_told_so_and_nothing_is_saved(bot: Running, front: DeskFront):
    ts = bot.workspace.say("general", "james", SAID)
    view = opened(bot, ts, "james", until="you are not one of them")
    assert "submit" not in view or view["submit"] is None
    assert saved(front, f"slack-C0GENERAL-{ts}") == []


def test_what_is_missing_is_said_beside_its_input_and_what_was_typed_stays(bot: Running, front: DeskFront):
    ts = bot.workspace.say("general", "james", SAID)
    view = opened(bot, ts)
    done = bot.workspace.submit(view, {**FILLED, "topics": " , ", "date": "2030-01-01", "publisher": "\u202e "})
    assert set(done.errors) == {"topics", "date", "publisher"}
    assert "has not come yet" in done.errors["date"]
    assert saved(front, f"slack-C0GENERAL-{ts}") == []
    assert bot.workspace.submit(view, FILLED).ok
    assert bot.workspace.wait(lambda: bot.workspace.replies("general", ts))


def test_the_same_message_added_again_is_a_new_version_and_the_old_one_stays_readable(bot: Running, front: DeskFront):
    ts = bot.workspace.say("general", "james", SAID)
    bot.workspace.submit(opened(bot, ts), FILLED)
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", ts)) == 1)
    again = opened(bot, ts, until="version 1")
    assert standing(again, "publisher") == "Reuters"
    bot.workspace.submit(
        again, {"says": "The State Department denies that it drafts the list.", "confidence": "official"}
    )
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", ts)) == 2)
    newest, first = saved(front, f"slack-C0GENERAL-{ts}")
    assert (newest.version, newest.statement.confidence, first.version) == (2, "official", 1)
    assert first.statement.says.startswith("The State Department alone")
    assert "as official" in bot.workspace.replies("general", ts)[-1]["text"]


def test_the_audit_keeps_who_added_what_and_home_does_not_offer_it_as_a_question(bot: Running, front: DeskFront):
    ts = bot.workspace.say("general", "james", SAID)
    bot.workspace.submit(opened(bot, ts), FILLED)
    assert bot.workspace.wait(lambda: bot.workspace.replies("general", ts))
    with front.sessions() as session:
        (kept,) = asked_since(session)
        assert recent_of(session, "T0LOCAL", "U0MARIA", 10) == []
    assert (kept.kind, kept.who, kept.place) == (ADDED, "U0MARIA", "C0GENERAL")
    assert kept.text == f"Added to the briefing: slack-C0GENERAL-{ts}, version 1"


def test_a_message_of_a_thread_is_answered_in_that_thread(bot: Running):
    top = bot.workspace.say("general", "james", "news")
    ts = bot.workspace.say("general", "james", SAID, top)
    bot.workspace.submit(opened(bot, ts), FILLED)
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", top)) == 2)


def test_where_the_bot_is_no_member_of_a_private_channel_it_says_that_it_cannot_link(bot: Running, front: DeskFront):
    ts = bot.workspace.say("board", "maria", SAID)
    opened(bot, ts, channel="board", until="Invite the bot to this channel first")
    assert saved(front, f"slack-C0BOARD-{ts}") == []


def test_a_window_sent_twice_saves_once(bot: Running, front: DeskFront):
    ts = bot.workspace.say("general", "james", SAID)
    view = opened(bot, ts)
    hub = bot.workspace.hub
    held = hub.state.views[view["id"]]
    assert bot.workspace.submit(view, FILLED).ok
    again = Delivery("interactive", submitted(hub, bot.workspace.person("maria"), held))
    assert hub.courier.ask(again).ok
    bot.app.drain()
    assert len(bot.workspace.replies("general", ts)) == 1
    assert len(saved(front, f"slack-C0GENERAL-{ts}")) == 1


@pytest.mark.parametrize(
    "words", ["*bold* `code` <@U0MARIA> <https://x.org|x> &lt;b&gt;", "‮gnp.exe\u0000 \u2028 end", "x " * 3_000, "ok"]
)
def test_whatever_a_message_says_is_data(bot: Running, front: DeskFront, words: str):
    ts = bot.workspace.say("general", "james", words)
    view = opened(bot, ts)
    assert bot.workspace.submit(view, FILLED).ok
    assert bot.workspace.wait(lambda: bot.workspace.replies("general", ts))
    (version,) = saved(front, f"slack-C0GENERAL-{ts}")
    assert "\u202e" not in version.statement.says
    assert "<!" not in bot.workspace.replies("general", ts)[0]["text"]
