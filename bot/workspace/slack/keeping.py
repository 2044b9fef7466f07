"""What was said in the local workspace, kept over a restart: its messages, conversations and files, as JSON."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.errors import BadInput
from bot.workspace.slack.state import Channel, File, Message, State

FORM = 1
MOST = 1_000  # messages; older ones are dropped


def kept(state: State) -> str:
    """Of people, tokens and windows nothing is kept, nor of what only one person saw: Slack forgets that too."""
    messages = [message for message in state.messages if not message.only_for][-MOST:]
    shown = {name for message in messages for name in message.files}
    files = [
        {**asdict(one), "content": base64.b64encode(one.content).decode()}
        for one in state.files.values()
        if one.id in shown and one.uploaded
    ]
    channels = [{**asdict(one), "members": sorted(one.members)} for one in state.channels.values()]
    whole = {
        "form": FORM,
        "last_ts": state.last_ts,
        "last_id": state.last_id,
        "channels": channels,
        "messages": [asdict(message) for message in messages],
        "files": files,
    }
    return json.dumps(whole, ensure_ascii=False)


def restore(state: State, text: str) -> None:
    """Put it into a fresh workspace. Raises BadInput where it cannot be read; the workspace is then as it was."""
    try:
        whole: dict[str, Any] = json.loads(text)
        if whole["form"] != FORM:
            raise BadInput("The conversation was kept by another version.")
        channels = [Channel(**{**one, "members": set(one["members"])}) for one in whole["channels"]]
        messages = [Message(**one) for one in whole["messages"]]
        files = [File(**{**one, "content": base64.b64decode(one["content"])}) for one in whole["files"]]
        last_ts, last_id = int(whole["last_ts"]), int(whole["last_id"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadInput("The conversation that was kept cannot be read.") from error
    state.channels |= {one.id: one for one in channels}
    state.messages[:0] = messages
    state.files |= {one.id: one for one in files}
    state.last_ts, state.last_id = max(state.last_ts, last_ts), max(state.last_id, last_id)


def write(path: Path, text: str) -> None:
    """Whole or not at all, and for its owner alone: a conversation says whom a desk asked about."""
    beside = path.with_suffix(".new")
    beside.unlink(missing_ok=True)  # what a run that was killed left may be readable by others
    with open(beside, "w", encoding="utf-8", opener=_for_its_owner) as out:
        out.write(text)
    beside.replace(path)


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
