"""People ask, over Socket Mode and over signed HTTP, and what they see."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from slack_bolt import BoltResponse

from bot.errors import BadInput
from bot.questions.ask import Ask, Kind, Reading
from bot.workspace.slack.state import Channel
from handlers.desk import Asker
from handlers.slack.actions import unfold
from handlers.slack.asking import again_by, asked_again
from tests.blocks.checks import assert_payload, shown
from tests.handlers.slack.fronts import RememberingFront
from tests.handlers.slack.running import Running


def button(message: dict[str, Any], act: str) -> str:
    """The action_id of a message's button."""
    for block in message["blocks"]:
        for element in (*block.get("elements", []), block.get("accessory") or {}):
            if str(element.get("action_id", "")).startswith(f"act:{act}:"):
                return str(element["action_id"])
    raise AssertionError(f"no {act} button")


def in_menu(message: dict[str, Any], act: str) -> tuple[str, str]:
    """The action_id of a message's menu, and what is chosen in it."""
    for block in message["blocks"]:
        for element in block.get("elements", []):
            for option in element.get("options", []):
                if option["value"].startswith(f"act:{act}:"):
                    return str(element["action_id"]), str(option["value"])
    raise AssertionError(f"no {act} in a menu")


def asked_privately(bot: Running, text: str = "Rosneft", channel: str = "general") -> dict[str, Any]:
    count = len(bot.workspace.ephemerals("maria"))
    assert bot.workspace.slash("maria", channel, "/sanctions", text).ok
    assert bot.workspace.wait(lambda: len(bot.workspace.ephemerals("maria")) > count)
    return bot.workspace.ephemerals("maria")[-1]


def test_a_command_is_answered_to_its_asker_alone(bot: Running, front: RememberingFront):
    message = asked_privately(bot, "check Marks & Spencer <i>")
    assert message["text"].startswith("LISTED, probably blocked: check Marks &amp; Spencer &lt;i&gt;")
    assert_payload([{k: v for k, v in block.items() if k != "block_id"} for block in message["blocks"]])
    assert front.asked[0][0].text == "check Marks & Spencer <i>"
    assert front.asked[0][1].place == "C0GENERAL"
    assert bot.workspace.messages("general") == []


def test_an_empty_command_is_answered_with_help(web_bot: Running):
    assert asked_privately(web_bot, "")["text"].startswith("Ask me.")


def test_a_command_is_answered_where_the_bot_is_no_member(web_bot: Running):
    assert "LISTED" in asked_privately(web_bot, "Rosneft", "random")["text"]


def test_a_mention_is_answered_once_in_its_thread(bot: Running, front: RememberingFront):
    ts = bot.workspace.mention("general", "james", "is Rosneft sanctioned?")
    assert bot.workspace.wait(lambda: bot.workspace.replies("general", ts))
    (reply,) = bot.workspace.replies("general", ts)
    assert reply["text"].startswith("LISTED, probably blocked: is Rosneft sanctioned?")
    assert "Share" not in shown(reply["blocks"])
    assert len(front.asked) == 1


def test_a_follow_up_in_a_thread_knows_what_was_asked_before(bot: Running, front: RememberingFront):
    ts = bot.workspace.mention("general", "james", "is Rosneft sanctioned?")
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", ts)) == 1)
    bot.workspace.mention("general", "yuki", "and Lukoil?", ts)
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", ts)) == 3)
    assert [before.text if before else None for before in front.before] == [None, "is Rosneft sanctioned?"]


def test_a_private_question_is_never_what_anothers_follow_up_follows(web_bot: Running, front: RememberingFront):
    asked_privately(web_bot, "Rosneft")
    ts = web_bot.workspace.mention("general", "james", "and Lukoil?")
    assert web_bot.workspace.wait(lambda: web_bot.workspace.replies("general", ts))
    assert front.before == [None, None]


def test_a_direct_message_is_answered_there_and_followed_up(bot: Running, front: RememberingFront):
    bot.workspace.dm("maria", "is *Rosneft* sanctioned?")
    assert bot.workspace.wait(lambda: len(bot.workspace.direct("maria")) == 2)
    bot.workspace.dm("maria", "and Lukoil?")
    assert bot.workspace.wait(lambda: len(bot.workspace.direct("maria")) == 4)
    assert front.before[1] is not None
    assert front.before[1].text == "is Rosneft sanctioned?"
    assert {asker.place for _, asker in front.asked} == {"U0MARIA"}


def test_what_the_bot_itself_edits_and_deletions_say_is_no_question(web_bot: Running, front: RememberingFront):
    ts = web_bot.workspace.dm("maria", "Rosneft")
    assert web_bot.workspace.wait(lambda: len(web_bot.workspace.direct("maria")) == 2)
    web_bot.workspace.edit("dm", "maria", ts, "Lukoil")
    web_bot.workspace.take_back("dm", "maria", ts)
    web_bot.workspace.say("general", "james", "no mention of the bot here")
    web_bot.workspace.dm("james", "last")
    assert web_bot.workspace.wait(lambda: len(web_bot.workspace.direct("james")) == 2)
    assert [question.text for question, _ in front.asked] == ["Rosneft", "last"]


def test_share_puts_the_answer_in_the_channel_and_says_so_in_place_of_the_private_one(bot: Running):
    message = asked_privately(bot)
    assert bot.workspace.press("maria", message["ts"], *in_menu(message, "share")).ok
    assert bot.workspace.wait(lambda: "Shared here" in bot.workspace.ephemerals("maria")[-1]["text"])
    (private,) = bot.workspace.ephemerals("maria")
    assert shown(private["blocks"]).startswith("✓ Shared here by ")
    assert "23 Nov 2026, 12:00 UTC" in shown(private["blocks"])
    (public,) = bot.workspace.messages("general")
    assert public["text"].startswith("LISTED, probably blocked: Rosneft")
    assert {"type": "user", "user_id": "U0MARIA"} in public["blocks"][-1]["elements"][0]["elements"]


def test_share_works_where_the_bot_is_no_member(web_bot: Running):
    message = asked_privately(web_bot, "Rosneft", "random")
    web_bot.workspace.press("maria", message["ts"], *in_menu(message, "share"))
    assert web_bot.workspace.wait(lambda: web_bot.workspace.messages("random"))


def test_share_pressed_twice_shares_once(web_bot: Running, front: RememberingFront):
    front.delay = 0.3
    message = asked_privately(web_bot)
    for _ in range(2):
        web_bot.workspace.press("maria", message["ts"], *in_menu(message, "share"))
    assert web_bot.workspace.wait(lambda: "Shared here" in web_bot.workspace.ephemerals("maria")[-1]["text"])
    assert len(web_bot.workspace.messages("general")) == 1


def test_what_a_message_leaves_out_is_in_the_window_of_its_button(bot: Running):
    message = asked_privately(bot)
    assert "One license names it." in shown(message["blocks"])
    assert "GL 124B" not in shown(message["blocks"]) + message["text"]
    bot.workspace.press("maria", message["ts"], button(message, "more"))
    assert bot.workspace.wait(lambda: "GL 124B" in words_of_window(bot))
    assert "LISTED, probably blocked: Rosneft" in words_of_window(bot)
    assert "One license names it." not in words_of_window(bot)


def test_a_follow_up_opened_whole_is_the_one_that_was_asked(bot: Running, front: RememberingFront):
    ts = bot.workspace.mention("general", "james", "is Rosneft sanctioned?")
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", ts)) == 1)
    bot.workspace.mention("general", "yuki", "and Lukoil?", ts)
    assert bot.workspace.wait(lambda: len(bot.workspace.replies("general", ts)) == 3)
    reply = bot.workspace.replies("general", ts)[-1]
    bot.workspace.press("maria", reply["ts"], button(reply, "more"))
    assert bot.workspace.wait(lambda: "asked as and Lukoil?" in words_of_window(bot))
    assert front.asked[-1][1].user == "U0MARIA"
    assert len(front.before) == 2  # understood once each: the button carries how


def words_of_window(bot: Running) -> str:
    window = bot.workspace.modal("maria")
    return shown(window["blocks"]) if window else ""


@pytest.mark.parametrize("value", ["", "x", "[]", "{}", '{"asks":[]}', '{"asks":[{"kind":"none of ours"}]}', "is Y?"])
def test_a_button_that_another_version_made_is_refused_in_words(value: str):
    with pytest.raises(BadInput, match="older version"):
        asked_again(value)


def test_what_is_too_long_for_a_button_stands_in_the_message_whole():
    assert again_by(Reading((Ask(Kind.SCREENING, "is Rosneft sanctioned?" * 60),)))
    assert again_by(Reading((Ask(Kind.SCREENING, "is Rosneft sanctioned?" * 100),))) == ""


def test_details_open_a_window_with_the_listing(bot: Running):
    message = asked_privately(bot)
    bot.workspace.press("maria", message["ts"], button(message, "details"))
    assert bot.workspace.wait(lambda: "OPEN JOINT-STOCK COMPANY ROSNEFT" in str(bot.workspace.modal("maria")))


def test_details_of_what_is_no_longer_listed_say_so(web_bot: Running, front: RememberingFront):
    message = asked_privately(web_bot)
    front.listing = replace(front.listing, entity_id="ofac-1")
    web_bot.workspace.press("maria", message["ts"], button(message, "details"))
    assert web_bot.workspace.wait(lambda: "on none of the lists" in str(web_bot.workspace.modal("maria")))


def test_watch_pressed_twice_watches_once_and_can_be_undone(bot: Running, front: RememberingFront):
    message = asked_privately(bot)
    for said in ("Watching", "Already watching"):
        bot.workspace.press("maria", message["ts"], *in_menu(message, "watch"))
        assert bot.workspace.wait(lambda said=said: bot.workspace.ephemerals("maria")[-1]["text"].startswith(said))
    assert front.watched("C0GENERAL") == ["entity:ofac-17022"]
    told = bot.workspace.ephemerals("maria")[-1]
    bot.workspace.press("maria", told["ts"], button(told, "unwatch"))
    assert bot.workspace.wait(lambda: front.watched("C0GENERAL") == [])


def test_a_message_whose_watch_was_stopped_says_who_stopped_it_and_when(bot: Running, front: RememberingFront):
    front.watch("entity:ofac-17022", Asker("T0LOCAL", "U0MARIA", "C0GENERAL"))
    ts = bot.workspace.mention("general", "james", "watch Rosneft")
    assert bot.workspace.wait(lambda: bot.workspace.replies("general", ts))
    (reply,) = bot.workspace.replies("general", ts)
    bot.workspace.press("james", reply["ts"], button(reply, "unwatch"))
    assert bot.workspace.wait(lambda: "Stopped by" in shown(bot.workspace.replies("general", ts)[0]["blocks"]))
    (reply,) = bot.workspace.replies("general", ts)
    assert "23 Nov 2026, 12:00 UTC" in shown(reply["blocks"])
    assert not [block for block in reply["blocks"] if block["type"] == "actions"]
    assert "Watching" in shown(reply["blocks"])


def test_a_choice_of_another_version_in_a_menu_gets_a_word(web_bot: Running):
    message = asked_privately(web_bot)
    menu, _ = in_menu(message, "share")
    body = {"actions": [{"action_id": menu, "selected_option": {"value": "sharing is caring"}}]}
    unfold(body, lambda: BoltResponse(status=200))
    assert body["actions"][0]["action_id"] == menu


def test_a_suggested_question_is_asked_where_its_button_stands(web_bot: Running):
    web_bot.workspace.dm("maria", "help")
    assert web_bot.workspace.wait(lambda: len(web_bot.workspace.direct("maria")) == 2)
    message = web_bot.workspace.direct("maria")[-1]
    web_bot.workspace.press("maria", message["ts"], button(message, "ask"))
    assert web_bot.workspace.wait(lambda: "LISTED" in web_bot.workspace.direct("maria")[-1]["text"])


def test_home_is_published_when_it_is_opened_and_its_buttons_work(bot: Running, front: RememberingFront):
    front.watch("entity:ofac-17022", Asker("T0LOCAL", "U0MARIA", "U0MARIA"))
    bot.workspace.open_home("maria", "messages")
    bot.workspace.open_home("maria")
    assert bot.workspace.wait(lambda: bot.workspace.home("maria"))
    view = bot.workspace.home("maria")
    assert view is not None
    bot.workspace.press_in_view(view["id"], button(view, "ask"))
    assert bot.workspace.wait(lambda: bot.workspace.direct("maria"))
    bot.workspace.press_in_view(view["id"], button(view, "unwatch"))
    assert bot.workspace.wait(lambda: "Nothing yet. Press Watch" in str(bot.workspace.home("maria")))


def test_a_thread_under_an_answer_in_a_direct_conversation_follows_it(web_bot: Running, front: RememberingFront):
    web_bot.workspace.dm("maria", "Rosneft")
    assert web_bot.workspace.wait(lambda: len(web_bot.workspace.direct("maria")) == 2)
    answer = web_bot.workspace.direct("maria")[-1]["ts"]
    web_bot.workspace.dm("maria", "and Lukoil?", answer)
    assert web_bot.workspace.wait(lambda: len(web_bot.workspace.direct("maria")) == 4)
    assert web_bot.workspace.direct("maria")[-1]["thread_ts"] == answer
    assert front.before[1] is not None
    assert front.before[1].text == "Rosneft"


def test_a_command_in_a_direct_conversation_has_nothing_to_share(web_bot: Running):
    web_bot.workspace.dm("maria", "Rosneft")
    message = asked_privately(web_bot, "Rosneft", "dm")
    assert "Share" not in shown(message["blocks"])


def test_between_two_people_an_answer_is_shared_like_in_a_channel(web_bot: Running):
    state = web_bot.workspace.hub.state
    state.channels["D0TWO"] = Channel("D0TWO", "", "private", {"U0MARIA", "U0JAMES"})
    message = asked_privately(web_bot, "Rosneft", "D0TWO")
    web_bot.workspace.press("maria", message["ts"], *in_menu(message, "share"))
    assert web_bot.workspace.wait(
        lambda: [one for one in state.messages if one.channel == "D0TWO" and not one.only_for]
    )


def test_what_is_too_long_to_be_shared_says_so(web_bot: Running):
    message = asked_privately(web_bot, "is Rosneft sanctioned? " * 100)
    assert "Share in channel" not in shown(message["blocks"])
    assert "cannot be shared by a button: ask it in the channel" in shown(message["blocks"])


def test_what_is_shared_is_the_question_as_it_was_typed(web_bot: Running, front: RememberingFront):
    typed = "check Marks & Spencer <i> &amp; <Co>"
    message = asked_privately(web_bot, typed)
    web_bot.workspace.press("maria", message["ts"], *in_menu(message, "share"))
    assert web_bot.workspace.wait(lambda: web_bot.workspace.messages("general"))
    assert [question.text for question, _ in front.asked] == [typed, typed]
