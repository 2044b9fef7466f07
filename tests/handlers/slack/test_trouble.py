"""What goes wrong: doubles, forgeries, slowness, refusals, errors. Nobody is left without an answer, or with two."""

from __future__ import annotations

import concurrent.futures
import json
import logging
import os
import re
import threading
import time
from urllib.parse import urlencode

import httpx
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier

from bot.app.http import web_app
from bot.app.slack import SlackSettings, build_app
from bot.app.socket_mode import connect_socket
from bot.blocks.render import Message
from bot.errors import BadInput, MissingSetting, Unreachable
from bot.workspace.server import LocalWorkspace
from handlers.slack.work import Workers, slack_code
from tests.handlers.slack.fronts import RememberingFront
from tests.handlers.slack.running import TRANSPORTS, Running, connected, running, slack_settings
from tests.handlers.slack.test_conversations import asked_privately, button, in_menu


def test_the_same_event_four_times_gives_one_answer(bot: Running, front: RememberingFront):
    front.delay = 0.1
    bot.workspace.faults.duplicate_events = 3
    ts = bot.workspace.mention("general", "james", "is Rosneft sanctioned?")
    bot.workspace.faults.duplicate_events = 3
    bot.workspace.dm("james", "is Lukoil sanctioned?")
    assert bot.workspace.wait(lambda: bot.workspace.replies("general", ts))
    assert bot.workspace.wait(lambda: len(bot.workspace.direct("james")) == 2)
    time.sleep(0.3)
    assert len(bot.workspace.replies("general", ts)) == 1
    assert len(bot.workspace.direct("james")) == 2
    assert len(front.asked) == 2


def test_an_event_seen_before_a_restart_is_not_answered_again(front: RememberingFront):
    event = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U0MARIA", "text": "x", "ts": "1.1"}
    body = json.dumps({"type": "event_callback", "team_id": "T0LOCAL", "event_id": "Ev1", "event": event})
    for _ in range(2):
        with running(front, "http") as bot:
            headers = {**signed(bot.workspace.signing_secret, body, time.time()), "content-type": "application/json"}
            assert httpx.post(bot.events_url, content=body, headers=headers).status_code == 200
    assert len(front.asked) == 1


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_acknowledgements_do_not_wait_for_slow_answers(front: RememberingFront, transport: str):
    front.delay = 2.5
    with running(front, transport, ack_seconds=2.0) as bot:
        assert bot.workspace.slash("maria", "general", "/sanctions", "Rosneft").ok
        assert not bot.workspace.ephemerals("maria")
        assert bot.workspace.wait(lambda: bot.workspace.ephemerals("maria"), 10)


@pytest.mark.parametrize("crowd", [30, pytest.param(200, marks=pytest.mark.soak)])
@pytest.mark.parametrize("transport", TRANSPORTS)
def test_many_commands_at_once_lose_no_acknowledgement(front: RememberingFront, transport: str, crowd: int):
    front.delay = 0.02
    patience = (
        3.0 if crowd < 100 else 15.0
    )  # a machine that runs other tests beside is late itself; lost is what counts
    with (
        running(front, transport, ack_seconds=patience) as bot,
        concurrent.futures.ThreadPoolExecutor(crowd) as people,
    ):

        def ask(n: int) -> bool:
            return bot.workspace.slash("maria", "general", "/sanctions", f"PARTY {n}").ok

        assert all(people.map(ask, range(crowd)))
        assert bot.workspace.wait(lambda: len(bot.workspace.ephemerals("maria")) == crowd, 180)
    assert len({question.text for question, _ in front.asked}) == crowd


def test_an_error_is_told_in_one_sentence_with_an_id_that_is_in_the_log(
    bot: Running, front: RememberingFront, caplog: pytest.LogCaptureFixture
):
    front.broken = RuntimeError("secret OLEG DERIPASKA")
    with caplog.at_level(logging.INFO):
        message = asked_privately(bot, "OLEG DERIPASKA")
    assert "Something went wrong on our side" in message["text"]
    found = re.search(r"the id ([0-9a-f]{8})", message["text"])
    assert found
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert f"Incident {found.group(1)}: RuntimeError" in logged
    assert "fronts.py" in logged
    assert "DERIPASKA" not in logged


def test_an_error_that_has_words_for_people_says_them(web_bot: Running, front: RememberingFront):
    front.broken = BadInput("There is no option Z.")
    assert asked_privately(web_bot)["text"].startswith("There is no option Z.")


def test_an_error_in_a_mention_is_told_in_its_thread(web_bot: Running, front: RememberingFront):
    front.broken = RuntimeError("x")
    ts = web_bot.workspace.mention("general", "james", "Rosneft")
    assert web_bot.workspace.wait(lambda: web_bot.workspace.replies("general", ts))
    assert "Something went wrong" in web_bot.workspace.replies("general", ts)[0]["text"]


def test_an_error_behind_details_is_told_in_the_window(web_bot: Running, front: RememberingFront):
    message = asked_privately(web_bot)
    front.broken = RuntimeError("x")
    web_bot.workspace.press("maria", message["ts"], button(message, "details"))
    assert web_bot.workspace.wait(lambda: "Something went wrong" in str(web_bot.workspace.modal("maria")))


def test_an_expired_trigger_is_told_and_not_silent(front: RememberingFront):
    with running(front, "http") as bot:
        message = asked_privately(bot)
        bot.workspace.faults.fail("views.open", "expired_trigger_id")
        bot.workspace.press("maria", message["ts"], button(message, "details"))
        assert bot.workspace.wait(lambda: "press the button again" in bot.workspace.ephemerals("maria")[-1]["text"])


def test_when_the_response_url_has_expired_the_answer_still_comes(front: RememberingFront):
    with running(front, "socket", response_seconds=-1.0) as bot:
        assert asked_privately(bot)["text"].startswith("LISTED")


@pytest.mark.parametrize("error", ["is_archived", "internal_error"])
def test_a_refusal_by_slack_is_logged_and_the_next_question_is_answered(
    front: RememberingFront, error: str, caplog: pytest.LogCaptureFixture
):
    with running(front, "socket") as bot:
        for _ in range(2):
            bot.workspace.faults.fail("chat.postMessage", error)
        bot.workspace.dm("maria", "Rosneft")
        assert bot.workspace.wait(lambda: error in caplog.text)
        bot.workspace.dm("maria", "Lukoil")
        assert bot.workspace.wait(lambda: "Lukoil" in bot.workspace.direct("maria")[-1]["text"])


def test_a_rate_limit_is_waited_out(front: RememberingFront):
    with running(front, "socket") as bot:
        bot.workspace.faults.rate_limit("chat.postMessage", retry_after=1)
        bot.workspace.dm("maria", "Rosneft")
        assert bot.workspace.wait(lambda: len(bot.workspace.direct("maria")) == 2)


def signed(secret: str, body: str, at: float) -> dict[str, str]:
    stamp = str(int(at))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    return {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": str(signature),
    }


def test_what_slack_did_not_sign_is_refused_and_nothing_is_done(front: RememberingFront):
    with running(front, "http") as bot:
        command = {"command": "/sanctions", "text": "Rosneft", "user_id": "U0MARIA", "channel_id": "C0GENERAL"}
        body = urlencode({**command, "team_id": "T0LOCAL", "trigger_id": "1.2", "api_app_id": "A0LOCAL"})
        good = signed(bot.workspace.signing_secret, body, time.time())
        forged = [
            signed("another secret", body, time.time()),
            signed(bot.workspace.signing_secret, body, time.time() - 3_600),
            {name: value for name, value in good.items() if name != "x-slack-signature"},
            {**good, "x-slack-signature": ""},
            {"content-type": good["content-type"]},
        ]
        for headers in forged:
            assert httpx.post(bot.events_url, content=body, headers=headers).status_code == 401
        assert httpx.post(bot.events_url, content=b"\xff\xfe", headers=good).status_code in (400, 401)
        assert front.asked == []
        assert httpx.post(bot.events_url, content=body, headers=good).status_code == 200


def test_health_is_told_without_a_signature_and_nothing_else_is(front: RememberingFront):
    with running(front, "http") as bot:
        base = bot.events_url.removesuffix("/slack/events")
        assert httpx.get(f"{base}/healthz").json() == {"ok": True}
        assert httpx.get(bot.events_url).status_code == 405
        assert httpx.get(base).status_code == 404


def test_an_event_that_nobody_listens_to_is_acknowledged_and_logged(
    front: RememberingFront, caplog: pytest.LogCaptureFixture
):
    with running(front, "http") as bot:
        body = json.dumps({"type": "event_callback", "team_id": "T0LOCAL", "event": {"type": "reaction_added"}})
        headers = {**signed(bot.workspace.signing_secret, body, time.time()), "content-type": "application/json"}
        assert httpx.post(bot.events_url, content=body, headers=headers).status_code == 200
        assert bot.workspace.wait(lambda: "what no listener takes: event_callback" in caplog.text)


def test_a_missing_token_names_its_variable(front: RememberingFront):
    with pytest.raises(MissingSetting, match="SLACK_BOT_TOKEN"):
        build_app(SlackSettings(""), front)
    unverified = build_app(SlackSettings("xoxb-1", verify_token=False), front)
    with pytest.raises(MissingSetting, match="SLACK_SIGNING_SECRET"):
        web_app(unverified)


def test_a_token_that_slack_refuses_fails_at_the_start(front: RememberingFront):
    with LocalWorkspace() as workspace:
        with pytest.raises(BadInput, match="invalid_auth") as told:
            build_app(slack_settings(workspace, bot_token="xoxb-wrong-token"), front)
        assert "xoxb" not in str(told.value)


def test_a_slack_that_does_not_answer_is_said_to_be_unreachable(front: RememberingFront):
    with pytest.raises(Unreachable, match="could not be reached"):
        build_app(SlackSettings("xoxb-1", api_url="http://127.0.0.1:9/api/", timeout=1), front)


def test_settings_never_print_a_secret():
    assert "xoxb" not in repr(SlackSettings("xoxb-1", "hush"))
    assert "hush" not in repr(SlackSettings("xoxb-1", "hush"))


def test_a_refusal_without_slacks_code_is_no_error_of_its_own():
    assert slack_code(SlackApiError("Not Found", {"message": "Not Found"})) == ""  # type: ignore[no-untyped-call]
    assert slack_code(SlackApiError("no", {"ok": False, "error": "is_archived"})) == "is_archived"  # type: ignore[no-untyped-call]
    assert slack_code(ValueError("x")) == ""


def test_more_work_than_can_wait_is_told_so_at_once():
    workers = Workers(threads=1, waiting=0)
    hold = threading.Event()
    told: list[Message] = []
    workers.run(lambda: hold.wait(5) and None, told.append)
    workers.run(lambda: told.clear(), told.append)
    assert "ask again in a minute" in told[0].text
    hold.set()
    assert workers.drain(5) == 0


def test_a_payload_that_a_listener_cannot_read_is_told_to_its_sender(front: RememberingFront):
    with running(front, "http") as bot:
        body = urlencode({"command": "/sanctions", "text": "x", "team_id": "T0LOCAL"})
        headers = signed(bot.workspace.signing_secret, body, time.time())
        assert httpx.post(bot.events_url, content=body, headers=headers).status_code == 200
        assert front.asked == []


def test_a_connection_that_slack_renews_loses_no_question(front: RememberingFront):
    with running(front, "socket") as bot:
        bot.workspace.disconnect("refresh_requested", seconds=0.2)
        bot.workspace.dm("maria", "Rosneft")
        assert bot.workspace.wait(lambda: len(bot.workspace.direct("maria")) == 2, 15)


def test_a_body_larger_than_slacks_is_not_read_to_its_end(front: RememberingFront):
    with running(front, "http") as bot:
        assert httpx.post(bot.events_url, content=b"x" * 3_000_000).status_code == 413


def test_buttons_of_before_a_restart_work_after_it(front: RememberingFront):
    with LocalWorkspace() as workspace:
        with connected(workspace, front) as bot:
            message = asked_privately(bot)
        with connected(workspace, front) as bot:
            workspace.press("maria", message["ts"], button(message, "details"))
            assert workspace.wait(lambda: "ROSNEFT" in str(workspace.modal("maria")))
            workspace.press("maria", message["ts"], *in_menu(message, "share"))
            assert workspace.wait(lambda: workspace.messages("general"))


def test_client_id_and_secret_in_the_environment_do_not_cost_the_token(
    front: RememberingFront, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.2")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "hush")
    made = build_app(SlackSettings("xoxb-1", verify_token=False), front)
    assert made.bolt.oauth_flow is None
    assert made.bolt.client.token == "xoxb-1"
    assert os.environ["SLACK_CLIENT_ID"] == "1.2"


def test_no_name_that_is_screened_is_logged(bot: Running, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.INFO):
        asked_privately(bot, "OLEG DERIPASKA")
        bot.workspace.dm("maria", "OLEG DERIPASKA")
        assert bot.workspace.wait(lambda: len(bot.workspace.direct("maria")) == 2)
    assert "DERIPASKA" not in "\n".join(record.getMessage() for record in caplog.records)


def test_a_missing_or_refused_app_token_names_its_variable(front: RememberingFront):
    with LocalWorkspace() as workspace:
        made = build_app(slack_settings(workspace), front)
        with pytest.raises(MissingSetting, match="SLACK_APP_TOKEN"):
            connect_socket(made, "")
        with pytest.raises(BadInput, match="SLACK_APP_TOKEN"):
            connect_socket(made, "xapp-wrong")
