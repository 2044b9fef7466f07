"""What the app hears: Slack's envelopes, for what it subscribed to, where it is."""

from __future__ import annotations

from bot.workspace.slack.manifest import Manifest
from tests.workspace.conftest import Desk, home


def test_an_envelope_carries_app_authorization_id_and_time(desk):
    desk.dm("maria", "is Rosneft sanctioned?")
    body = desk.courier.events[-1]
    assert (body["type"], body["api_app_id"], body["team_id"]) == ("event_callback", "A0LOCAL", "T0LOCAL")
    assert body["authorizations"] == [
        {
            "enterprise_id": None,
            "team_id": "T0LOCAL",
            "user_id": "U0BOT",
            "is_bot": True,
            "is_enterprise_install": False,
        }
    ]
    assert body["event_id"].startswith("Ev")
    assert body["event_time"] == int(desk.time.now)
    assert body["event"]["channel_type"] == "im"


def test_a_mention_is_a_message_and_an_app_mention_of_one_ts_and_two_event_ids(desk):
    ts = desk.mention("general", "maria", "is Rosneft sanctioned?")
    message, mention = desk.courier.events
    assert (message["event"]["type"], mention["event"]["type"]) == ("message", "app_mention")
    assert message["event"]["ts"] == mention["event"]["ts"] == ts
    assert message["event_id"] != mention["event_id"]
    assert "channel_type" not in mention["event"]


def test_only_what_is_subscribed_is_heard():
    desk = Desk(Manifest(events=frozenset({"app_mention"})))
    desk.mention("general", "maria", "hello")
    desk.dm("maria", "hello")
    assert [e["event"]["type"] for e in desk.courier.events] == ["app_mention"]


def test_an_event_needs_its_scope():
    desk = Desk(Manifest(scopes=("chat:write",)))
    desk.mention("general", "maria", "hello")
    assert desk.courier.events == []


def test_nothing_is_heard_where_the_bot_is_not(desk):
    desk.mention("random", "maria", "hello")
    desk.say("board", "maria", "hello")
    assert desk.courier.events == []


def test_the_bots_own_message_comes_back_with_its_bot_id(desk):
    desk.post()
    event = desk.events_of("message")[0]["event"]
    assert (event["user"], event["bot_id"], event["app_id"]) == ("U0BOT", "B0BOT", "A0LOCAL")


def test_an_ephemeral_message_is_no_event(desk):
    desk.call("chat.postEphemeral", channel="C0GENERAL", user="U0JAMES", text="x")
    assert desk.courier.events == []


def test_edits_and_deletions_are_hidden_messages(desk):
    ts = desk.say("general", "maria", "Rosneft")
    desk.edit("general", "maria", ts, "Lukoil")
    desk.take_back("general", "maria", ts)
    changed, deleted = (e["event"] for e in desk.courier.events[1:])
    assert (changed["subtype"], deleted["subtype"]) == ("message_changed", "message_deleted")
    assert (changed["previous_message"]["text"], changed["message"]["text"]) == ("Rosneft", "Lukoil")
    assert deleted["deleted_ts"] == ts


def test_words_arrive_as_slack_writes_them(desk):
    desk.dm("maria", "are Marks & Spencer <b> and rosneft.ru ok, @james?")
    text = desk.courier.events[-1]["event"]["text"]
    assert text == "are Marks &amp; Spencer &lt;b&gt; and <http://rosneft.ru|rosneft.ru> ok, <@U0JAMES>?"


def test_opening_home_is_heard_with_the_view_published_before(desk):
    desk.open_home("maria")
    assert "view" not in desk.events_of("app_home_opened")[0]["event"]
    desk.call("views.publish", user_id="U0MARIA", view=home())
    desk.open_home("maria")
    event = desk.events_of("app_home_opened")[1]["event"]
    assert (event["tab"], event["view"]["type"]) == ("home", "home")


def test_a_person_of_another_company_writes_from_another_team(desk):
    desk.mention("deal-room", "erin", "hello")
    body = desk.courier.events[0]
    assert body["is_ext_shared_channel"]
    assert body["event"]["team"] == "T0OTHER"
    assert body["team_id"] == "T0OTHER"  # the writer's; the installation is that of the authorization
    assert body["authorizations"][0]["team_id"] == body["context_team_id"] == "T0LOCAL"


def test_the_end_of_an_installation_is_heard(desk):
    desk.uninstall()
    assert [e["event"]["type"] for e in desk.courier.events] == ["tokens_revoked", "app_uninstalled"]


def test_a_duplicate_event_is_the_same_event_again(desk):
    desk.faults.duplicate_events = 3
    desk.dm("maria", "hello")
    desk.dm("maria", "once")
    assert [e["event"]["text"] for e in desk.courier.events] == ["hello"] * 4 + ["once"]
    assert len({e["event_id"] for e in desk.courier.events}) == 2
