"""Commands, presses, modals, shortcuts, response_url: the payloads and Slack's rules about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.workspace.slack import responses
from bot.workspace.slack.escaping import escape
from bot.workspace.slack.hub import Ack
from bot.workspace.slack.refusal import Refused
from tests.workspace.conftest import actions, button, home, modal, section, text_input


def sent(desk):
    return desk.courier.asked[-1].payload


def test_a_command_arrives_escaped_where_the_manifest_says_so(desk):
    desk.slash("maria", "general", "/sanctions", "check Marks & Spencer <x> for @james in #general")
    assert sent(desk)["text"] == "check Marks &amp; Spencer &lt;x&gt; for <@U0JAMES|james> in <#C0GENERAL|general>"
    desk.slash("maria", "general", "/raw", "Marks & Spencer @james")
    assert sent(desk)["text"] == "Marks & Spencer @james"


def test_a_command_is_a_form_of_strings(desk):
    desk.slash("maria", "legal", "/sanctions", "help")
    payload = sent(desk)
    assert all(isinstance(value, str) for value in payload.values())
    assert (payload["command"], payload["channel_name"], payload["user_id"]) == (
        "/sanctions",
        "privategroup",
        "U0MARIA",
    )


def test_a_command_that_nobody_declared_cannot_be_typed(desk):
    with pytest.raises(BadInput, match="not a valid command"):
        desk.slash("maria", "general", "/unknown")


def test_a_person_speaks_only_where_they_are(desk):
    with pytest.raises(BadInput, match="not in"):
        desk.say("legal", "guest", "hello")
    with pytest.raises(BadInput, match="deactivated"):
        desk.dm("gone", "hello")


def test_an_acknowledgement_with_words_answers_the_command(desk):
    desk.courier.ack = Ack(True, {"text": "Rosneft: listed"})
    desk.slash("maria", "general", "/sanctions", "Rosneft")
    assert [m["text"] for m in desk.ephemerals("maria")] == ["Rosneft: listed"]
    desk.courier.ack = Ack(True, {"text": "Rosneft: listed", "response_type": "in_channel"})
    desk.slash("maria", "general", "/sanctions", "Rosneft")
    assert [m["text"] for m in desk.messages("general")] == ["Rosneft: listed"]


@pytest.mark.parametrize(("reason", "error"), [("timeout", "operation_timeout"), ("http_error", "dispatch_failed")])
def test_a_command_that_is_not_acknowledged_tells_its_person(desk, reason, error):
    desk.courier.ack = Ack(False, reason=reason)
    assert not desk.slash("maria", "general", "/sanctions", "Rosneft").ok
    assert desk.ephemerals("maria")[0]["text"] == f'/sanctions failed with the error "{error}"'


def test_a_press_in_a_message_brings_message_channel_and_response_url(desk):
    ts = desk.post(blocks=[section(), actions(button("share", value="1"))])["ts"]
    desk.press("maria", ts, "share")
    body = sent(desk)
    assert (body["type"], body["container"]["type"], body["container"]["message_ts"]) == (
        "block_actions",
        "message",
        ts,
    )
    assert body["message"]["ts"] == ts
    assert body["channel"]["id"] == "C0GENERAL"
    assert body["actions"][0]["value"] == "1"
    assert body["response_url"].startswith("http://slack.test/response/")
    assert "view" not in body


def test_a_press_in_an_ephemeral_message_brings_no_message(desk):
    args = {"channel": "C0GENERAL", "user": "U0MARIA", "text": "x", "blocks": [actions()]}
    ts = desk.call("chat.postEphemeral", **args)["message_ts"]
    desk.press("maria", ts, "share")
    assert sent(desk)["container"]["is_ephemeral"] is True
    assert "message" not in sent(desk)
    with pytest.raises(BadInput, match="sees no message"):
        desk.press("james", ts, "share")


def test_a_press_in_home_or_modal_brings_the_view_and_no_channel(desk):
    published = desk.call("views.publish", user_id="U0MARIA", view=home(actions()))["view"]
    opened = desk.open_modal(modal(actions()))["view"]
    for view in (published, opened):
        desk.press_in_view(view["id"], "share")
        body = sent(desk)
        assert body["container"] == {"type": "view", "view_id": view["id"]}
        assert body["view"]["id"] == view["id"]
        assert not {"channel", "message", "response_url"} & set(body)


def test_a_menu_sends_the_option_chosen_and_only_one_offered(desk):
    option = {"text": {"type": "plain_text", "text": "Option B"}, "value": "B"}
    menu = {"type": "static_select", "action_id": "option", "options": [option]}
    ts = desk.post(blocks=[actions(menu)])["ts"]
    desk.press("maria", ts, "option", "B")
    assert sent(desk)["actions"][0]["selected_option"] == option
    with pytest.raises(BadInput, match="not offered"):
        desk.press("maria", ts, "option", "Z")


def test_a_press_gives_a_trigger_for_a_modal(desk):
    ts = desk.post(blocks=[actions()])["ts"]
    desk.press("maria", ts, "share")
    assert desk.error("views.open", trigger_id=sent(desk)["trigger_id"], view=modal()) == ""
    assert desk.modal("maria")["callback_id"] == "check"


def test_a_submission_carries_the_values_and_closes_the_modal(desk):
    view = desk.open_modal(modal(text_input(), private_metadata="m"))["view"]
    assert desk.submit(view, {"name": "Rosneft"}).ok
    body = sent(desk)
    assert body["type"] == "view_submission"
    assert body["view"]["state"]["values"]["name"]["typed"] == {"type": "plain_text_input", "value": "Rosneft"}
    assert body["view"]["private_metadata"] == "m"
    assert desk.modal("maria") is None


def test_an_empty_required_input_is_not_sent(desk):
    view = desk.open_modal(modal(text_input()))["view"]
    before = len(desk.courier.asked)
    assert desk.submit(view, {}).errors == {"name": "Please complete this required field."}
    assert len(desk.courier.asked) == before


def test_errors_stay_at_their_inputs_and_the_modal_stays_open(desk):
    view = desk.open_modal(modal(text_input()))["view"]
    desk.courier.ack = Ack(True, {"response_action": "errors", "errors": {"name": "Too short"}})
    assert desk.submit(view, {"name": "x"}).errors == {"name": "Too short"}
    assert desk.modal("maria")["state"]["values"]["name"]["typed"]["value"] == "x"


def test_errors_at_an_input_that_is_not_there_break_a_rule(desk):
    view = desk.open_modal(modal(text_input()))["view"]
    desk.courier.ack = Ack(True, {"response_action": "errors", "errors": {"nowhere": "Too short"}})
    assert not desk.submit(view, {"name": "x"}).ok
    assert desk.violations()[-1]["error"] == "invalid_errors"


def test_a_submission_may_update_push_or_clear(desk):
    view = desk.open_modal(modal(text_input()))["view"]
    desk.courier.ack = Ack(True, {"response_action": "update", "view": modal(text_input(), title="Again")})
    desk.submit(view, {"name": "x"})
    assert desk.modal("maria")["title"]["text"] == "Again"
    desk.courier.ack = Ack(True, {"response_action": "push", "view": modal(title="On top")})
    desk.submit(view, {"name": "x"})
    assert desk.modal("maria")["previous_view_id"] == view["id"]
    desk.courier.ack = Ack(True, {"response_action": "clear"})
    desk.submit(desk.modal("maria"), {})
    assert desk.modal("maria") is None


def test_a_bad_view_in_an_acknowledgement_breaks_a_rule(desk):
    view = desk.open_modal(modal())["view"]
    desk.courier.ack = Ack(True, {"response_action": "update", "view": modal(title="x" * 30)})
    assert not desk.submit(view, {}).ok
    assert desk.violations()[-1]["error"] == "invalid_arguments"


def test_closing_is_heard_where_the_view_asked_for_it(desk):
    desk.close_view(desk.open_modal(modal())["view"])
    assert sent(desk).get("type") != "view_closed"
    desk.close_view(desk.open_modal(modal(notify_on_close=True))["view"])
    assert sent(desk)["type"] == "view_closed"
    assert sent(desk)["is_cleared"] is False


def test_shortcuts_are_those_declared_and_a_messages_brings_the_message(desk):
    ts = desk.say("general", "maria", "Rosneft")
    desk.shortcut("maria", "screen_message", "general", ts)
    assert (sent(desk)["type"], sent(desk)["message"]["text"]) == ("message_action", "Rosneft")
    desk.shortcut("maria", "ask")
    assert sent(desk)["type"] == "shortcut"
    assert "channel" not in sent(desk)
    with pytest.raises(BadInput, match="no global shortcut"):
        desk.shortcut("maria", "screen_message")


def test_an_external_menu_asks_for_at_most_a_hundred_options(desk):
    menu = {"type": "external_select", "action_id": "who", "min_query_length": 1}
    view = desk.open_modal(modal(actions(menu)))["view"]
    option = {"text": {"type": "plain_text", "text": "Rosneft"}, "value": "ofac-17022"}
    desk.courier.ack = Ack(True, {"options": [option]})
    assert desk.suggest(view["id"], "who", "ros") == [option]
    assert (sent(desk)["type"], sent(desk)["value"]) == ("block_suggestion", "ros")
    desk.courier.ack = Ack(True, {"options": [option] * 101})
    assert desk.suggest(view["id"], "who", "ros") == []


def response_key(desk) -> str:
    desk.slash("maria", "random", "/sanctions", "Rosneft")
    return sent(desk)["response_url"].rsplit("/", 1)[1]


def test_a_response_url_works_five_times_even_where_the_bot_is_not(desk):
    key = response_key(desk)
    for n in range(5):
        responses.use(desk.hub, key, {"text": f"answer {n}"})
    with pytest.raises(Refused) as refused:
        responses.use(desk.hub, key, {"text": "once more"})
    assert refused.value.error == "used_url"
    assert len(desk.ephemerals("maria")) == 5


def test_a_response_url_is_over_after_half_an_hour(desk):
    key = response_key(desk)
    desk.time.now += 30 * 60 + 1
    with pytest.raises(Refused) as refused:
        responses.use(desk.hub, key, {"text": "late"})
    assert refused.value.error == "expired_url"


def test_a_refused_answer_does_not_use_the_response_url_up(desk):
    key = response_key(desk)
    for _ in range(6):
        with pytest.raises(Refused):
            responses.use(desk.hub, key, {"text": "x", "blocks": [section("")]})
    responses.use(desk.hub, key, {"text": "x"})


def test_a_response_url_replaces_and_deletes_what_was_pressed(desk):
    ts = desk.post(blocks=[actions()])["ts"]
    desk.press("maria", ts, "share")
    key = sent(desk)["response_url"].rsplit("/", 1)[1]
    responses.use(desk.hub, key, {"text": "Shared", "replace_original": True})
    assert [(m["ts"], m["text"]) for m in desk.messages("general")] == [(ts, "Shared")]
    responses.use(desk.hub, key, {"delete_original": True})
    assert desk.messages("general") == []


@given(st.text())
def test_escaped_words_hold_no_bare_angle_brackets_but_slacks_own(text):
    plain = escape(text.replace("<", "«").replace(">", "»"))
    assert "<" not in plain
    assert plain.replace("&amp;", "&").count("&") >= text.count("&")
