"""Tokens, scopes, rates and the errors of each method, as Slack gives them."""

from __future__ import annotations

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.workspace.slack.manifest import Manifest
from bot.workspace.slack.web_api import answer
from tests.workspace.conftest import MANIFEST, Desk, actions, section


def test_the_real_client_is_told_who_it_is(slack):
    found = slack.auth_test()
    assert (found["user_id"], found["team_id"], found["bot_id"]) == ("U0BOT", "T0LOCAL", "B0BOT")


def test_json_and_form_bodies_are_one(workspace):
    token = {"authorization": f"Bearer {workspace.bot_token}"}
    said = {"channel": "C0GENERAL", "text": "Rosneft & Lukoil"}
    for body in ({"json": said}, {"data": said}, {"params": said}):
        assert httpx.post(workspace.api_url + "chat.postMessage", headers=token, **body).json()["ok"]
    assert len(workspace.messages("general")) == 3


def test_the_real_client_raises_slacks_error_with_its_messages(slack):
    with pytest.raises(SlackApiError) as caught:
        slack.chat_postMessage(channel="C0GENERAL", text="x", blocks=[section("x" * 3001)])
    assert caught.value.response["error"] == "invalid_blocks"
    assert "3001" in caught.value.response["response_metadata"]["messages"][0]


def test_a_method_that_slack_does_not_have_is_unknown(desk):
    assert desk.error("chat.shout") == "unknown_method"


def test_bodies_that_are_no_json_are_refused(workspace):
    headers = {"content-type": "application/json", "authorization": f"Bearer {workspace.bot_token}"}
    for body, error in ((b"{", "invalid_json"), (b"[]", "json_not_object")):
        assert httpx.post(workspace.api_url + "auth.test", content=body, headers=headers).json()["error"] == error


def test_a_call_without_token_is_not_authed(desk):
    assert desk.reply("auth.test", token="").body["error"] == "not_authed"


def test_an_unknown_token_is_refused(desk):
    assert desk.reply("auth.test", token="xoxb-made-up").body["error"] == "invalid_auth"


def test_an_app_token_opens_sockets_and_nothing_else(desk):
    assert desk.reply("auth.test", token=desk.app_token).body["error"] == "not_allowed_token_type"
    assert desk.reply("apps.connections.open").body["error"] == "not_allowed_token_type"
    assert desk.reply("apps.connections.open", token=desk.app_token).body["url"].startswith("ws://")


def test_a_revoked_token_and_one_of_an_app_removed_are_dead(desk):
    desk.revoke_tokens()
    assert desk.error("auth.test") == "token_revoked"
    desk.uninstall()
    assert desk.error("auth.test") == "account_inactive"


def test_a_missing_scope_is_named_beside_those_granted():
    desk = Desk(Manifest(scopes=("commands", "im:write")))
    found = desk.post()
    assert (found["error"], found["needed"], found["provided"]) == ("missing_scope", "chat:write", "commands,im:write")


def test_each_kind_of_channel_needs_its_own_scope():
    desk = Desk(Manifest(scopes=("channels:read", "channels:history")))
    assert desk.error("conversations.info", channel="C0GENERAL") == ""
    assert desk.call("conversations.info", channel="C0LEGAL")["needed"] == "groups:read"
    assert desk.call("conversations.history", channel="C0LEGAL")["needed"] == "groups:history"
    assert desk.call("conversations.list", types="public_channel,im")["needed"] == "im:read"


def test_the_sixth_message_of_a_second_in_a_channel_is_too_many(desk):
    assert all(desk.post()["ok"] for _ in range(5))
    reply = desk.reply("chat.postMessage", channel="C0GENERAL", text="x")
    assert (reply.status, reply.body["error"], reply.headers) == (429, "ratelimited", {"Retry-After": "1"})
    assert desk.post("C0DESK")["ok"]
    desk.time.now += 1
    assert desk.post()["ok"]
    assert desk.post()["error"] == "ratelimited"


def test_the_tiers_count_each_method_by_the_minute(desk):
    assert all(desk.call("conversations.list")["ok"] for _ in range(20))
    reply = desk.reply("conversations.list")
    assert (reply.status, reply.headers["Retry-After"]) == (429, "3")
    assert desk.call("users.info", user="U0MARIA")["ok"]


def test_the_real_clients_handler_honours_retry_after(workspace):
    handler = RateLimitErrorRetryHandler(max_retry_count=1)
    client = WebClient(workspace.bot_token, base_url=workspace.api_url, retry_handlers=[handler])
    workspace.faults.rate_limit("chat.postMessage")
    assert client.chat_postMessage(channel="C0GENERAL", text="x")["ok"]


def test_faults_come_as_asked_and_once(desk):
    desk.faults.server_error("auth.test")
    assert desk.reply("auth.test").status == 500
    desk.faults.rate_limit(retry_after=7)
    assert desk.reply("auth.test").headers == {"Retry-After": "7"}
    desk.faults.fail("*", "fatal_error")
    assert desk.error("auth.test") == "fatal_error"
    assert desk.error("auth.test") == ""


def test_a_channel_that_is_not_there_or_hidden_is_not_found(desk):
    assert desk.post("C0NOWHERE")["error"] == "channel_not_found"
    assert desk.post("C0BOARD")["error"] == "channel_not_found"


def test_only_what_posts_takes_the_name_of_a_channel(desk):
    ts = desk.post("#general")["ts"]
    assert desk.error("chat.update", channel="#general", ts=ts, text="x") == "channel_not_found"
    assert desk.error("conversations.info", channel="general") == "channel_not_found"


def test_an_archived_channel_takes_no_message(desk):
    assert desk.post("C0OLD")["error"] == "is_archived"
    desk.archive("general")
    assert desk.post()["error"] == "is_archived"


def test_the_bot_speaks_uninvited_only_in_public_and_with_the_scope():
    assert Desk().post("C0RANDOM")["ok"]
    desk = Desk(Manifest(scopes=("chat:write",)))
    assert desk.post("C0RANDOM")["error"] == "not_in_channel"
    assert desk.post("C0GENERAL")["ok"]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_a_message_of_nothing_has_no_text(desk, text):
    assert desk.post(text=text)["error"] == "no_text"


def test_blocks_without_text_are_taken_with_a_warning_and_a_violation(desk):
    found = desk.post(text="", blocks=[section()])
    assert found["ok"]
    assert found["warning"] == "missing_text_in_message"
    assert desk.violations()[-1]["error"] == "missing_text_in_message"


def test_text_over_40000_characters_is_cut_and_said(desk):
    found = desk.post(text="x" * 40_001)
    assert len(found["message"]["text"]) == 40_000
    assert found["response_metadata"]["warnings"] == ["message_truncated"]


def test_blocks_of_more_than_13200_characters_are_too_long(desk):
    assert desk.post(blocks=[section("x" * 2600)] * 5)["ok"]
    assert desk.post(blocks=[section("x" * 2800)] * 5)["error"] == "msg_blocks_too_long"


def test_blocks_may_come_as_the_string_that_a_form_carries(desk):
    assert desk.post(blocks='[{"type": "divider"}]')["ok"]
    assert desk.post(blocks="[{")["error"] == "invalid_blocks_format"
    assert desk.post(blocks='{"type": "divider"}')["error"] == "invalid_blocks"


def test_slack_names_the_blocks_that_the_app_left_nameless(desk):
    posted = desk.post(blocks=[section(), actions()])["message"]["blocks"]
    assert len({block["block_id"] for block in posted}) == 2


def test_an_ephemeral_message_is_for_a_member_alone(desk):
    assert desk.error("chat.postEphemeral", channel="C0GENERAL", user="U0EXTERN", text="x") == "user_not_in_channel"
    assert desk.call("chat.postEphemeral", channel="C0GENERAL", user="U0JAMES", text="x")["message_ts"]
    assert [m["text"] for m in desk.ephemerals("james")] == ["x"]
    assert desk.messages("general") == []


def test_an_ephemeral_message_cannot_be_updated_or_found(desk):
    ts = desk.call("chat.postEphemeral", channel="C0GENERAL", user="U0JAMES", text="x")["message_ts"]
    assert desk.error("chat.update", channel="C0GENERAL", ts=ts, text="y") == "message_not_found"


def test_only_its_author_changes_or_deletes_a_message(desk):
    theirs, ours = desk.say("general", "maria", "hello"), desk.post()["ts"]
    assert desk.error("chat.update", channel="C0GENERAL", ts=theirs, text="y") == "cant_update_message"
    assert desk.error("chat.delete", channel="C0GENERAL", ts=theirs) == "cant_delete_message"
    assert desk.error("chat.update", channel="C0GENERAL", ts=ours, text="y") == ""
    assert desk.messages("general")[-1]["text"] == "y"
    assert desk.error("chat.delete", channel="C0GENERAL", ts=ours) == ""
    assert desk.error("chat.delete", channel="C0GENERAL", ts=ours) == "message_not_found"


def test_new_text_without_blocks_takes_the_old_blocks_away(desk):
    ts = desk.post(blocks=[section()])["ts"]
    desk.call("chat.update", channel="C0GENERAL", ts=ts, text="changed")
    assert "blocks" not in desk.messages("general")[-1]


def test_new_content_under_an_old_block_id_is_noted(desk):
    ts = desk.post(blocks=[{**section("a"), "block_id": "hit"}])["ts"]
    desk.call("chat.update", channel="C0GENERAL", ts=ts, text="b", blocks=[{**section("b"), "block_id": "hit"}])
    assert desk.violations()[-1]["error"] == "block_id_reused"


def test_a_reply_goes_to_the_thread_of_its_parent(desk):
    parent = desk.post()["ts"]
    reply = desk.post(thread_ts=parent)["ts"]
    assert desk.post(thread_ts=reply)["message"]["thread_ts"] == parent
    assert desk.post(thread_ts="1.000001")["error"] == "thread_not_found"
    assert len(desk.replies("general", parent)) == 2
    assert desk.messages("general")[0]["reply_count"] == 2


def test_a_message_to_a_person_opens_their_conversation(desk):
    desk.post("U0JAMES", text="hello")
    assert [m["text"] for m in desk.direct("james")] == ["hello"]
    assert desk.post("U0GONE")["error"] == "channel_not_found"


def test_a_permalink_names_channel_and_time(desk):
    ts = desk.post()["ts"]
    found = desk.call("chat.getPermalink", channel="C0GENERAL", message_ts=ts)["permalink"]
    assert found == f"http://slack.test/archives/C0GENERAL/p{ts.replace('.', '')}"


def test_a_reaction_is_given_once(desk):
    ts = desk.post()["ts"]
    assert desk.error("reactions.add", channel="C0GENERAL", timestamp=ts, name="eyes") == ""
    assert desk.error("reactions.add", channel="C0GENERAL", timestamp=ts, name="eyes") == "already_reacted"


def test_a_message_is_scheduled_neither_in_the_past_nor_beyond_120_days(desk):
    for seconds, error in ((-1, "time_in_past"), (121 * 86400, "time_too_far"), (60, "")):
        at = int(desk.time.now + seconds)
        assert desk.error("chat.scheduleMessage", channel="C0GENERAL", text="digest", post_at=at) == error


def test_a_scheduled_message_is_posted_when_due_but_never_with_metadata(desk):
    at = int(desk.time.now + 60)
    meta = {"event_type": "digest", "event_payload": {}}
    desk.call("chat.scheduleMessage", channel="C0GENERAL", text="digest", post_at=at)
    desk.call("chat.scheduleMessage", channel="C0GENERAL", text="lost", post_at=at, metadata=meta)
    assert desk.post_scheduled() == 0
    desk.time.now += 61
    assert desk.post_scheduled() == 1
    assert [m["text"] for m in desk.messages("general")] == ["digest"]


def test_a_scheduled_message_can_be_taken_back(desk):
    at = int(desk.time.now + 60)
    found = desk.call("chat.scheduleMessage", channel="C0GENERAL", text="x", post_at=at)["scheduled_message_id"]
    undo = {"channel": "C0GENERAL", "scheduled_message_id": found}
    assert desk.error("chat.deleteScheduledMessage", **undo) == ""
    assert desk.error("chat.deleteScheduledMessage", **undo) == "invalid_scheduled_message_id"


def test_the_thirty_first_message_of_five_minutes_cannot_be_scheduled(desk):
    at = int(desk.time.now + 600)
    codes = [desk.error("chat.scheduleMessage", channel="C0DESK", text="x", post_at=at) for _ in range(31)]
    assert codes == [""] * 30 + ["restricted_too_many"]


def test_the_real_client_uploads_a_file_into_a_channel(workspace, slack):
    slack.files_upload_v2(filename="hits.csv", content="name,list\n", channel="C0GENERAL", initial_comment="Hits")
    assert workspace.messages("general")[-1]["files"][0]["name"] == "hits.csv"


def test_a_file_must_be_uploaded_whole_before_it_is_completed(desk):
    got = desk.call("files.getUploadURLExternal", filename="a.csv", length=3)
    assert desk.error("files.completeUploadExternal", files=[{"id": got["file_id"]}]) == "file_not_found"


def test_people_are_shown_with_their_standing(desk):
    guest, stranger = (desk.call("users.info", user=u)["user"] for u in ("U0GUEST", "U0EXTERN"))
    assert guest["is_restricted"]
    assert stranger["is_stranger"]
    assert stranger["team_id"] != "T0LOCAL"
    assert desk.error("users.info", user="U0NOBODY") == "user_not_found"
    assert "locale" in desk.call("users.info", user="U0MARIA", include_locale=True)["user"]


def test_lists_come_in_pages(desk):
    first = desk.call("users.list", limit=4)
    second = desk.call("users.list", limit=4, cursor=first["response_metadata"]["next_cursor"])
    assert (len(first["members"]), len(second["members"])) == (4, 3)
    assert second["response_metadata"]["next_cursor"] == ""
    assert desk.error("users.list", cursor="elsewhere") == "invalid_cursor"
    assert desk.error("users.list", limit=0) == "invalid_limit"


def test_channels_are_listed_by_kind_and_hidden_ones_not_at_all(desk):
    kinds = "public_channel,private_channel"
    names = {c["name"] for c in desk.call("conversations.list", types=kinds, exclude_archived="true")["channels"]}
    assert names == {"general", "sanctions-desk", "random", "legal", "deal-room"}
    assert desk.error("conversations.list", types="everything") == "invalid_types"
    ours = {c["name"] for c in desk.call("users.conversations", types=kinds)["channels"]}
    assert "random" not in ours


def test_history_is_newest_first_and_replies_oldest_first(desk):
    parent = desk.say("general", "maria", "one")
    desk.say("general", "james", "reply", thread_ts=parent)
    desk.say("general", "maria", "two")
    assert [m["text"] for m in desk.call("conversations.history", channel="C0GENERAL")["messages"]] == ["two", "one"]
    found = desk.call("conversations.replies", channel="C0GENERAL", ts=parent)["messages"]
    assert [m["text"] for m in found] == ["one", "reply"]
    assert desk.error("conversations.replies", channel="C0GENERAL", ts="1.1") == "thread_not_found"
    assert desk.error("conversations.history", channel="C0RANDOM") == "not_in_channel"


def test_the_bot_joins_public_channels_alone(desk):
    assert desk.error("conversations.join", channel="C0RANDOM") == ""
    assert desk.error("conversations.history", channel="C0RANDOM") == ""
    assert desk.error("conversations.join", channel="C0LEGAL") == "method_not_supported_for_channel_type"


def test_a_conversation_is_opened_with_a_person_who_is_there(desk):
    found = desk.call("conversations.open", users="U0JAMES")["channel"]["id"]
    assert desk.call("conversations.open", users="U0JAMES")["channel"]["id"] == found
    assert desk.error("conversations.open", users="U0GONE") == "user_disabled"
    assert desk.error("conversations.open", users="U0NOBODY") == "user_not_found"


def test_a_code_installs_once(desk):
    ours = {"client_id": desk.hub.client_id, "client_secret": desk.hub.client_secret}
    code = desk.oauth_code()
    assert desk.error("oauth.v2.access", **{**ours, "client_secret": "no"}, code=code) == "bad_client_secret"
    token = desk.call("oauth.v2.access", **ours, code=code)["access_token"]
    assert desk.reply("auth.test", token=token).body["ok"]
    assert desk.error("oauth.v2.access", **ours, code=code) == "invalid_code"


def test_a_rotating_token_expires_and_its_refresh_token_is_good_once():
    desk = Desk(Manifest(token_rotation=True))
    ours = {"client_id": desk.hub.client_id, "client_secret": desk.hub.client_secret}
    first = desk.call("oauth.v2.access", **ours, code=desk.oauth_code())
    desk.time.now += first["expires_in"] + 1
    assert desk.reply("auth.test", token=first["access_token"]).body["error"] == "token_expired"
    renew = {**ours, "grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    second = desk.call("oauth.v2.access", **renew)
    assert desk.reply("auth.test", token=second["access_token"]).body["ok"]
    assert desk.error("oauth.v2.access", **renew) == "invalid_refresh_token"


def test_revoking_kills_the_token_and_tells_the_app(desk):
    assert desk.call("auth.revoke", test=True)["revoked"] is False
    assert desk.call("auth.revoke")["revoked"] is True
    assert desk.error("auth.test") == "token_revoked"
    assert len(desk.events_of("tokens_revoked")) == 1


def test_no_token_or_secret_stands_in_the_journal(desk):
    answer(desk.hub, "auth.test", {"token": "xoxb-in-the-body"}, "")
    ours = {"client_id": desk.hub.client_id, "client_secret": desk.hub.client_secret}
    got = desk.call("oauth.v2.access", **ours, code=desk.oauth_code())
    written = str([entry.data for entry in desk.hub.journal.entries()])
    for secret in ("xoxb-in-the-body", desk.hub.client_secret, got["access_token"], desk.bot_token):
        assert secret not in written


def test_the_manifest_of_the_workspace_names_what_is_granted(desk):
    assert desk.hub.state.tokens[desk.bot_token].scopes == MANIFEST.scopes
