"""What a newcomer gets: the real desk over what is shipped, in Slack."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.blocks.render import render
from bot.errors import BadInput
from handlers.desk import Asker
from handlers.slack.front import DeskFront
from tests.blocks.checks import assert_payload, shown
from tests.handlers.slack.desks import QUESTIONS, a_shipped_front
from tests.handlers.slack.running import Running, running
from tests.handlers.slack.test_conversations import asked_privately, button, in_menu

MARIA = Asker("T0LOCAL", "U0MARIA", "U0MARIA")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> DeskFront:
    return a_shipped_front(tmp_path_factory.mktemp("shipped"))


@pytest.fixture
def bot(shipped: DeskFront) -> Iterator[Running]:
    with running(shipped, "http") as found:
        yield found
        assert found.workspace.violations() == []


@pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: words[:40])
def test_every_real_answer_keeps_slacks_rules(shipped: DeskFront, words: str):
    message = render(shipped.answer(shipped.understand(words), MARIA))
    assert_payload(message.blocks)
    assert message.text
    assert "cleared" not in message.text.lower()


def test_rosneft_is_answered_in_one_breath(bot: Running):
    message = asked_privately(bot, "is Rosneft sanctioned?")
    headline = "LISTED, restricted: sectoral directives 2 and 4. Rosneft Oil Company"
    assert message["text"].startswith(headline)
    assert shown(message["blocks"][:1]).startswith(f"🔶 {headline}")
    elements = [element for block in message["blocks"] for element in block.get("elements", [])]
    assert [one["text"]["text"] for one in elements if one["type"] == "button"] == ["Details", "More"]
    (menu,) = [one for one in elements if one["type"] == "overflow"]
    assert [one["text"]["text"] for one in menu["options"]] == ["Watch", "Share in channel"]


def test_the_buttons_under_rosneft_work(bot: Running, shipped: DeskFront):
    message = asked_privately(bot, "is Rosneft sanctioned?")
    bot.workspace.press("maria", message["ts"], button(message, "details"))
    assert bot.workspace.wait(
        lambda: "OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY" in str(bot.workspace.modal("maria"))
    )
    bot.workspace.press("maria", message["ts"], *in_menu(message, "watch"))
    assert bot.workspace.wait(lambda: "Watching Rosneft Oil Company" in bot.workspace.ephemerals("maria")[-1]["text"])
    bot.workspace.press("maria", message["ts"], *in_menu(message, "share"))
    assert bot.workspace.wait(lambda: bot.workspace.messages("general"))


def test_a_follow_up_is_understood_in_its_thread(bot: Running):
    ts = bot.workspace.mention("general", "james", "is Rosneft sanctioned?")
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", ts)) == 1)
    bot.workspace.mention("general", "james", "and Lukoil?", ts)
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", ts)) == 3)
    assert "Lukoil" in bot.workspace.replies("general", ts)[-1]["text"]


def test_home_shows_lists_watches_and_recent_questions(shipped: DeskFront):
    shipped.watch("entity:ofac-17022", MARIA)
    page = shipped.home(MARIA)
    assert page.editions
    assert [watched.value for watched in page.watches] == ["entity:ofac-17022"]
    assert "Rosneft" in page.watches[0].label
    assert "No longer watching" in shipped.unwatch("entity:ofac-17022", MARIA).summary


def test_a_button_that_means_nothing_any_more_says_so(shipped: DeskFront):
    with pytest.raises(BadInput, match="older version"):
        shipped.watch("nonsense", MARIA)
    assert shipped.dossier("ofac-0") is None
