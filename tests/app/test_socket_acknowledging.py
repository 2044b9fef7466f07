"""Socket Mode acknowledges what is kept when it is kept, and in time what the store does not take; each once."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from types import SimpleNamespace
from typing import Any

from slack_bolt import App
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.app.socket_mode import AcknowledgingFirst


class Remembering:
    """An intake and a client that remember what they were given, in order."""

    def __init__(self) -> None:
        self.kept: list[Future[None]] = []
        self.acknowledged: list[str] = []
        self.handed: list[str] = []
        self.let: list[str] = []
        self.changed = threading.Condition()

    def arriving(self) -> None: ...

    def keep(self, _: dict[str, Any]) -> Future[None]:
        self.kept.append(Future())
        return self.kept[-1]

    def hand_over(self, request: Any, _: Any) -> None:
        with self.changed:
            self.handed.append(request.body["text"])
            self.changed.notify_all()

    def let_go(self, _: Any) -> None:
        self.let.append("let go")

    def send_socket_mode_response(self, response: Any) -> None:
        with self.changed:
            self.acknowledged.append(response.envelope_id)
            self.changed.notify_all()

    def wait(self, count: int) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: len(self.handed) >= count, 60)


def a_handler(intake: Remembering) -> AcknowledgingFirst:
    bolt = App(token="xoxb-1", token_verification_enabled=False, request_verification_enabled=False)
    return AcknowledgingFirst(SimpleNamespace(bolt=bolt, intake=intake), "xapp-1")  # type: ignore[arg-type]


def command(text: str) -> SocketModeRequest:
    payload = {"command": "/sanctions", "text": text, "trigger_id": text}
    return SocketModeRequest("slash_commands", f"E {text}", payload)


def test_no_thread_waits_and_what_is_kept_together_is_acknowledged_together() -> None:
    intake = Remembering()
    handler = a_handler(intake)
    for text in "abc":
        handler.handle(intake, command(text))  # type: ignore[arg-type]
    assert intake.acknowledged == []
    for kept in intake.kept:
        kept.set_running_or_notify_cancel()
        kept.set_result(None)
    assert intake.acknowledged == ["E a", "E b", "E c"]
    assert intake.handed == ["a", "b", "c"]
    handler.close()


def test_a_store_that_is_held_holds_up_no_acknowledgement() -> None:
    intake = Remembering()
    handler = a_handler(intake)
    began = time.monotonic()
    for text in "abc":
        handler.handle(intake, command(text))  # type: ignore[arg-type]
    assert intake.wait(3)
    assert time.monotonic() - began >= 0.2
    assert sorted(intake.acknowledged) == ["E a", "E b", "E c"]
    for kept in intake.kept:  # the store takes them at last
        assert not kept.set_running_or_notify_cancel()
    assert len(intake.acknowledged) == len(intake.handed) == 3
    handler.close()


def test_where_the_connection_is_gone_it_is_handed_over_all_the_same() -> None:
    intake = Remembering()

    def gone(_: Any) -> None:
        raise OSError

    intake.send_socket_mode_response = gone  # type: ignore[method-assign]
    handler = a_handler(intake)
    handler.handle(intake, command("a"))  # type: ignore[arg-type]
    intake.kept[0].set_result(None)
    assert intake.handed == ["a"]
    handler.close()


def test_what_cannot_be_read_lets_those_go_on_who_stand_behind_it() -> None:
    intake = Remembering()
    handler = a_handler(intake)
    odd = {"command": "/sanctions", "text": "a", "trigger_id": "1", "authorizations": 7}
    handler.handle(intake, SocketModeRequest("slash_commands", "E odd", odd))  # type: ignore[arg-type]
    intake.kept[0].set_result(None)
    assert (intake.acknowledged, intake.handed, intake.let) == (["E odd"], [], ["let go"])
    handler.close()
