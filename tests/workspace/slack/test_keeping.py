"""What was said in the local workspace, kept over a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import BadInput
from bot.workspace.people.seed import fresh_state
from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.keeping import kept, restore
from bot.workspace.slack.state import File, Message, State


def a_state() -> State:
    state = fresh_state("bot", 1_000)
    state.messages.append(Message("C0GENERAL", "1001.000001", "U0MARIA", "is Rosneft sanctioned?", files=["F1"]))
    state.messages.append(Message("C0GENERAL", "1001.000002", "U0BOT", "for Maria alone", only_for="U0MARIA"))
    state.files["F1"] = File("F1", "names.csv", 3, content=b"a\xff\n", uploaded=True)
    state.last_ts, state.last_id = 1_001_000_002, 7
    return state


def test_messages_and_their_files_come_back_and_private_answers_do_not():
    again = fresh_state("bot", 2_000)
    restore(again, kept(a_state()))
    assert [message.text for message in again.messages] == ["is Rosneft sanctioned?"]
    assert again.files["F1"].content == b"a\xff\n"
    assert (again.last_ts, again.last_id) == (1_001_000_002, 7)


@pytest.mark.parametrize("text", ["", "x", "[]", "{}", '{"form": 99}', '{"form": 1, "channels": 3}'])
def test_what_cannot_be_read_is_refused_and_changes_nothing(text: str):
    state = fresh_state("bot", 2_000)
    with pytest.raises(BadInput, match="kept"):
        restore(state, text)
    assert state == fresh_state("bot", 2_000)


def test_a_conversation_goes_on_after_a_restart(tmp_path: Path):
    keep = tmp_path / "conversation.json"
    with LocalWorkspace(keep=keep) as first:
        first.say("general", "james", "before")
        first.dm("maria", "to the bot")
    with LocalWorkspace(keep=keep) as second:
        assert [message["text"] for message in second.messages("general")] == ["before"]
        assert [message["text"] for message in second.direct("maria")] == ["to the bot"]
        later = second.say("general", "james", "after")
        assert later > second.messages("general")[0]["ts"]
