"""Work after the acknowledgement: Slack waits three seconds, answers may take longer.

Listeners acknowledge and hand their work over. The guard round it tells the person one sentence and an id whatever
goes wrong, and logs the same id.
"""

from __future__ import annotations

import logging
import secrets
import threading
import traceback
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import TypeVar

from bot.blocks.errors import UNEXPECTED, sorry
from bot.blocks.render import Message
from bot.errors import BadInput, BotError, NotAllowed

log = logging.getLogger("sanctions_bot.slack")

WINDOWS = 8
Given = TypeVar("Given")
Tell = Callable[[Message], object]
NO_SCOPE = "That cannot be done: this workspace has not given the bot the permission"
IN_DOUBT = "Slack did not say whether my answer arrived. If you do not see it, please ask again."
BUSY = "Too many questions are waiting just now. Please ask again in a minute."


class Workers:
    """Threads that work, and a queue that is bounded: beyond it people are told to come back."""

    def __init__(self, threads: int = 8, waiting: int = 1_000) -> None:
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="answer")
        self._windows = ThreadPoolExecutor(WINDOWS, thread_name_prefix="window")
        self._most = threads + waiting
        self._lock = threading.Lock()
        self._pending: set[Future[None]] = set()
        self._lines: dict[str, deque[Callable[[], None]]] = {}  # what waits behind work of the same line
        self._apart: list[Workers] = []
        self.is_stopping = False  # what takes long looks at it, and ends

    def apart(self, threads: int, waiting: int) -> Workers:
        """Threads of their own for what takes long, so that questions need not wait for it; drained with these."""
        others = Workers(threads, waiting)
        self._apart.append(others)
        return others

    def run(self, work: Callable[[], None], tell: Tell, line: str = "") -> None:
        """Do the work soon; of one `line` ("" for none) one after the other, so that answers come in the order of the
        questions. `tell` is used only where it cannot be done."""
        todo, future = partial(guarded, work, tell), None
        with self._lock:
            full = len(self._pending) + self._queued >= self._most
            if not full and line in self._lines:
                self._lines[line].append(todo)
            elif not full:
                if line:
                    self._lines[line] = deque()
                future = self._executor.submit(self._one_after_the_other, line, todo)
                self._pending.add(future)
        if full:
            guarded(lambda: _say(tell, BUSY), tell)
        elif future:
            future.add_done_callback(self._done)

    @property
    def _queued(self) -> int:
        return sum(map(len, self._lines.values()))

    def _one_after_the_other(self, line: str, todo: Callable[[], None]) -> None:
        """The work, and whatever came into its line meanwhile: on one thread, so that none waits for another."""
        while True:
            todo()
            with self._lock:
                if not self._lines.get(line):
                    self._lines.pop(line, None)
                    return
                todo = self._lines[line].popleft()

    def soon(self, work: Callable[[], Given]) -> Future[Given]:
        """What somebody waits for in a window: not behind the questions."""
        return self._windows.submit(work)

    def at_once(self, work: Callable[[], None], tell: Tell) -> None:
        """Open a window: what allows it lives three seconds. Not on a listener's thread, which acknowledges others."""
        self._windows.submit(guarded, work, tell)

    def _done(self, future: Future[None]) -> None:
        with self._lock:
            self._pending.discard(future)

    def drain(self, seconds: float) -> int:
        """Take no more work and wait for what was begun; how much was not done in time."""
        every = [self, *self._apart]
        pending: set[Future[None]] = set()
        for each in every:
            each.is_stopping = True
            each._executor.shutdown(wait=False)
            each._windows.shutdown(wait=False)
            with each._lock:
                pending |= each._pending
        left = wait(pending, timeout=seconds).not_done
        for future in left:
            future.cancel()
        return len(left) + sum(each._queued for each in every)


def guarded(work: Callable[[], None], tell: Tell) -> None:
    """Do the work; whatever goes wrong is told in one sentence and logged, under the same id. What is refused (a person
    may not do it, or asked for what there is not) went not wrong: its sentence says what to do, and has no id."""
    try:
        work()
    except Exception as error:
        incident = "" if isinstance(error, BadInput | NotAllowed) else note(error)
        sentence = sentence_for(error)
        try:
            tell(sorry(sentence, incident))
        except Exception as second:
            log.error(
                "%s could not be told: %s", f"Incident {incident}" if incident else "A refusal", described(second)
            )


def sentence_for(error: Exception) -> str:
    """What a person is told."""
    if isinstance(error, BotError):
        return str(error)
    response = getattr(error, "response", None)
    data = getattr(response, "data", None)
    if slack_code(error) == "missing_scope":
        needed = str(data.get("needed") or "") if isinstance(data, dict) else ""
        return f"{NO_SCOPE} {needed or 'that this needs'}. An administrator can add it and install the app again."
    if getattr(response, "status_code", 0) >= 500 or isinstance(error, TimeoutError | ConnectionError):
        return IN_DOUBT
    return UNEXPECTED


def note(error: BaseException) -> str:
    """Log an error under a new id, and give the id. The message of an exception can hold a name that somebody
    screened, so only its place and kind are logged above DEBUG."""
    incident = secrets.token_hex(4)
    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error("Incident %s: %s\n%s", incident, described(error), frames)
    log.debug("Incident %s says: %s", incident, error)
    return incident


def described(error: BaseException) -> str:
    """The kind of an error, and Slack's code for it. A stand-in or proxy may answer without one."""
    code = slack_code(error)
    return f"{type(error).__name__} ({code})" if code else type(error).__name__


def slack_code(error: BaseException) -> str:
    """Slack's short code for a refusal ("channel_not_found"), or "" where the answer had none."""
    response = getattr(error, "response", None)
    data = getattr(response, "data", response)
    found = data.get("error", "") if isinstance(data, dict) else ""
    return found if isinstance(found, str) else ""


def _say(tell: Tell, sentence: str) -> None:
    tell(sorry(sentence))
