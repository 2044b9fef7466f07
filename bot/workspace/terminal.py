"""Talk to the bot from a terminal, through the local workspace, as one person.

A line is a direct message; `@bot ...` a mention in #general; `/sanctions ...` the command there; `press N` the Nth
button of the last answer; `quit` or the end of the input ends it.
"""

from __future__ import annotations

import shutil
import signal
import textwrap
import threading
import time
from typing import Any, TextIO

from bot.errors import BadInput
from bot.workspace.people.acting import Outcome
from bot.workspace.people.plain import label_of, readable
from bot.workspace.server import LocalWorkspace
from bot.workspace.slack.journal import Entry

PERSON = "maria"
ROOM = "general"
PROMPT = "> "
ANSWER_SECONDS = 15.0
QUIET_SECONDS = 0.6
HELP = (
    "Type a question. `@bot ...` asks in #general, `/sanctions ...` is the command, `press N` presses the Nth "
    "button of the last answer, `quit` ends."
)


class Terminal:
    """One person's screen: prints what the bot shows to this person, as it happens."""

    def __init__(self, workspace: LocalWorkspace, stdout: TextIO, interactive: bool) -> None:
        self._workspace, self._out, self._interactive = workspace, stdout, interactive
        self._me = workspace.person(PERSON).id
        self._last: dict[str, Any] = {}
        self._answers = 0
        self._heard_at = 0.0
        self._lock = threading.Lock()

    def heard(self, entry: Entry) -> None:
        """Called for all that happens; prints what concerns this person."""
        if entry.kind in ("view.opened", "message.deleted"):
            self._noticed(entry)
        if entry.kind not in ("message.posted", "message.changed", "message.ephemeral"):
            return
        message = entry.data["message"]
        if message["user"] == self._me or not self._concerns(entry):
            return
        self._last = message
        self._count()
        self._print(readable(message), message)

    def _noticed(self, entry: Entry) -> None:
        """What is an answer too, though not a message: a window that opens, a message that goes."""
        if entry.data.get("user") != self._me:
            return
        self._count()
        if entry.kind == "view.opened":
            view = entry.data["view"]
            shown = {"blocks": [{"type": "header", "text": view["title"]}, *view["blocks"]]}
            self._out.write(f"\n(A window opens; it is filled in on the page, not here.)\n{readable(shown)}\n")
            self._out.flush()

    def _count(self) -> None:
        with self._lock:
            self._answers += 1
            self._heard_at = time.monotonic()

    def _concerns(self, entry: Entry) -> bool:
        if entry.kind == "message.ephemeral" or entry.data.get("user"):
            return bool(entry.data["user"] == self._me)
        channel = self._workspace.hub.state.channels.get(entry.data["channel"])
        return channel is not None and self._me in channel.members

    def _print(self, text: str, message: dict[str, Any]) -> None:
        numbered = [f"  {n} {label_of(b)}" for n, b in enumerate(self._workspace.buttons(message), 1)]
        shown = [text, *(["press:" + "".join(numbered)] if numbered else [])]
        end = "\n" + (PROMPT if self._interactive else "")
        lines = [self._wrapped(line) for line in "\n".join(shown).split("\n")]
        self._out.write("\n" + "\n".join(lines) + "\n" + end)
        self._out.flush()

    def _wrapped(self, line: str) -> str:
        """Broken between words where the screen is narrower; whatever reads it from a pipe gets it whole."""
        if not self._interactive:
            return line
        width = max(20, shutil.get_terminal_size().columns)
        return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False, replace_whitespace=False)

    def do(self, line: str) -> None:
        """One line of the person. Waits for the answer where nobody sits at the keyboard."""
        before = self._answers
        outcome = self._send(line)
        if outcome is not None and not outcome.ok:
            self._out.write(f"The bot did not take it: {outcome.reason or outcome.errors}.\n")
            self._out.flush()
        elif not self._interactive:
            self._wait_after(before)

    def _send(self, line: str) -> Outcome | None:
        words = line.split(maxsplit=1)
        if words[0] == "press":
            return self._press(words[1] if len(words) > 1 else "")
        if words[0].startswith("/"):
            return self._workspace.slash(PERSON, ROOM, words[0], words[1] if len(words) > 1 else "")
        if words[0] == "@bot":
            self._workspace.mention(ROOM, PERSON, words[1] if len(words) > 1 else "")
        else:
            self._workspace.dm(PERSON, line)
        return None

    def _press(self, number: str) -> Outcome:
        buttons = self._workspace.buttons(self._last)
        if not number.isdigit() or not 1 <= int(number) <= len(buttons):
            raise BadInput(f"The last answer has {len(buttons)} buttons.")
        pressed = buttons[int(number) - 1]
        return self._workspace.press(PERSON, self._last["ts"], pressed["action_id"], pressed.get("chosen"))

    def _wait_after(self, before: int) -> None:
        """Until an answer is there and no more comes for a moment."""
        if not self._workspace.wait(lambda: self._answers > before, ANSWER_SECONDS):
            self._out.write("No answer came.\n")
            self._out.flush()
            return
        while time.monotonic() - self._heard_at < QUIET_SECONDS:
            time.sleep(0.05)


def chat(workspace: LocalWorkspace, stdin: TextIO, stdout: TextIO, *, until: threading.Event | None = None) -> None:
    """Until "quit" or the end of `stdin`. An input that is closed from the start, as under a service, keeps the
    server up until `until` is set, or until SIGTERM or SIGINT where it is not given.
    """
    interactive = stdin.isatty()
    terminal = Terminal(workspace, stdout, interactive)
    stdout.write(f"A local Slack is at {workspace.url} (SLACK_API_URL={workspace.api_url}).\n{HELP}\n")
    stdout.flush()
    if not workspace.wait_for_bot():
        stdout.write("The bot has not connected yet; what is asked now waits for it.\n")
    workspace.hub.journal.follow(terminal.heard, workspace.hub.journal.seq)
    try:
        if not read_lines(terminal, stdin, stdout, interactive) and not interactive:
            wait_for_the_end(until)
    finally:
        workspace.hub.journal.leave(terminal.heard)


def read_lines(terminal: Terminal, stdin: TextIO, stdout: TextIO, interactive: bool) -> int:
    """How many lines there were."""
    count = 0
    while True:
        if interactive:
            stdout.write(PROMPT)
            stdout.flush()
        line = stdin.readline()
        if not line or line.strip().lower() in ("quit", "exit"):
            return count + bool(line)
        count += 1
        if not line.strip():
            continue
        try:
            terminal.do(line.strip())
        except BadInput as error:
            stdout.write(f"{error}\n")
            stdout.flush()


def wait_for_the_end(until: threading.Event | None) -> None:
    """Sleep until told to stop; signals are only heard in the main thread."""
    over = until or threading.Event()
    if until is None and threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: over.set())
    over.wait()
