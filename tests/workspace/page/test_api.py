"""The door for the page: one snapshot, one stream, and the deeds of people."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator

import httpx
import pytest
from starlette.requests import Request

from bot.errors import BadInput
from bot.workspace.page.api import DEEDS, Door
from bot.workspace.server import LocalWorkspace
from tests.workspace.conftest import actions, modal, section


@pytest.fixture
def page(workspace) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=workspace.url, trust_env=False, timeout=5) as client:
        yield client


def do(page: httpx.Client, deed: str, **given) -> httpx.Response:
    return page.post(f"/local/do/{deed}", json=given)


def test_the_snapshot_holds_all_that_is_there(workspace, page, slack):
    slack.chat_postMessage(channel="C0GENERAL", text="Rosneft", blocks=[section(), actions()])
    slack.chat_postEphemeral(channel="C0GENERAL", user="U0JAMES", text="only you")
    slack.views_publish(user_id="U0MARIA", view={"type": "home", "blocks": [section()]})
    found = page.get("/local/state").json()
    assert [(m["text"], m["only_for"]) for m in found["messages"]] == [("Rosneft", None), ("only you", "U0JAMES")]
    assert found["views"][found["homes"]["U0MARIA"]]["type"] == "home"
    assert {u["name"] for u in found["users"]} >= {"maria", "james", "guest", "erin"}
    assert [c["name"] for c in found["commands"]] == ["/sanctions", "/raw"]
    assert found["seq"] == workspace.hub.journal.seq
    for token in (workspace.bot_token, workspace.app_token, workspace.signing_secret):
        assert token not in json.dumps(found)


def test_the_stream_goes_on_where_the_snapshot_ends(workspace, page, slack):
    seq = page.get("/local/state").json()["seq"]
    slack.chat_postMessage(channel="C0GENERAL", text="Rosneft")
    kinds = []
    with page.stream("GET", f"/local/stream?after={seq}") as stream:
        for line in stream.iter_lines():
            if line.startswith("data: "):
                entry = json.loads(line.removeprefix("data: "))
                assert entry["seq"] > seq
                kinds.append(entry["kind"])
            if kinds[-1:] == ["api.called"]:
                break
    assert kinds[0] == "message.posted"


def test_an_open_stream_does_not_hold_up_the_end(workspace, page):
    with page.stream("GET", "/local/stream") as stream:
        lines = stream.iter_lines()
        workspace.dm("maria", "hello")
        next(lines)
        workspace.stop()
        assert not workspace._thread.is_alive()


def test_people_speak_through_the_page(workspace, page):
    ts = do(page, "say", channel="general", user="maria", text="hello").json()["result"]
    assert workspace.messages("general")[0]["ts"] == ts
    outcome = do(page, "slash", user="maria", channel="general", command="/sanctions", text="x").json()["result"]
    assert (outcome["ok"], outcome["reason"]) == (False, "connection_failed")


def test_what_cannot_be_done_is_said_in_one_sentence(page):
    assert do(page, "say", channel="nowhere", user="maria", text="x").json()["error"] == "There is no channel nowhere."
    assert do(page, "say", room="general").status_code == 400
    assert do(page, "stop").status_code == 404
    assert page.post("/local/do/say", content=b"{").status_code == 400
    assert page.get("/local/stream?after=x").status_code == 400


def test_every_deed_is_there(workspace):
    assert all(callable(getattr(workspace, deed)) for deed in DEEDS)


@pytest.mark.parametrize("headers", [{"origin": "http://evil.test"}, {"host": "evil.test"}])
def test_no_other_site_reads_or_acts(page, headers):
    assert page.get("/local/state", headers=headers).status_code == 403
    assert page.get("/local/stream", headers=headers).status_code == 403
    assert page.post("/local/do/dm", json={"user": "maria", "text": "x"}, headers=headers).status_code == 403


def test_rule_violations_stand_in_the_stream(workspace, slack):
    with pytest.raises(Exception, match="invalid_arguments"):
        slack.views_publish(user_id="U0MARIA", view=modal())
    assert workspace.violations()[0]["where"] == "views.publish"


def test_a_response_url_answers_over_http(workspace, page):
    workspace.slash("maria", "general", "/sanctions", "x")
    key = next(iter(workspace.hub.state.response_urls))
    assert page.post(f"/response/{key}", json={"text": "hello"}).text == "ok"
    assert page.post(f"/response/{key}", json={}).json() == {"ok": False, "error": "no_text"}
    assert page.post("/response/made-up", json={"text": "x"}).status_code == 404
    assert page.post(f"/response/{key}", content=b"{").status_code == 400
    for _ in range(4):
        page.post(f"/response/{key}", json={"text": "again"})
    last = page.post(f"/response/{key}", json={"text": "again"})
    assert (last.status_code, last.json()["error"]) == (404, "used_url")


def test_the_consent_page_sends_back_with_code_and_state(workspace, page):
    asked = {"client_id": workspace.hub.client_id, "redirect_uri": "http://localhost:1/back", "state": "s"}
    answer = page.get("/oauth/v2/authorize", params=asked)
    assert answer.status_code == 302
    assert answer.headers["location"].startswith("http://localhost:1/back?code=")
    assert answer.headers["location"].endswith("&state=s")


def test_the_server_listens_on_loopback_alone_and_says_when_a_port_is_taken(workspace):
    assert workspace.url.startswith("http://127.0.0.1:")
    port = int(workspace.url.rsplit(":", 1)[1])
    with pytest.raises(BadInput, match="cannot be used"):
        LocalWorkspace(port).start()


def test_what_one_person_types_at_once_comes_in_its_order(workspace, monkeypatch):
    """However long the thread takes that has one of them."""
    words, say = [f"Rosneft {n}" for n in range(20)], workspace.dm

    def slowly(user: str, text: str) -> str:
        time.sleep(0.02 * (int(text.split()[1]) % 3 == 0))
        return say(user, text)

    monkeypatch.setattr(workspace, "dm", slowly)
    door = Door(workspace)

    def sent(text: str) -> Request:
        async def body() -> dict[str, object]:
            return {"type": "http.request", "body": json.dumps({"user": "maria", "text": text}).encode()}

        scope = {"type": "http", "method": "POST", "headers": [], "path_params": {"deed": "dm"}}
        return Request(scope, body)

    async def all_at_once() -> None:
        answers = await asyncio.gather(*(door.act(sent(text)) for text in words))
        assert {answer.status_code for answer in answers} == {200}

    asyncio.run(all_at_once())
    assert [message["text"] for message in workspace.direct("maria")] == words
