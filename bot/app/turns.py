"""What was said first is done first, in each conversation; conversations do not wait for one another."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

log = logging.getLogger("sanctions_bot.app")


@dataclass(slots=True, eq=False)
class Turn:
    """A place in a line, taken when something came; `work` is None until it may be done. `said_at`: when it was said,
    by Slack's clock, where Slack tells (None: it stands where it came)."""

    line: str
    said_at: float | None = None
    work: Callable[[], None] | None = None


class Turns:
    """Lines of work. Of one line nothing is done before what stands before it, nor beside it. `settled` is called
    before any work is begun, and may wait: until then what was said earlier and came later takes its place."""

    def __init__(self, executor: Executor, settled: Callable[[], None] = lambda: None) -> None:
        self._executor, self._settled = executor, settled
        self._lock = threading.Lock()
        self._lines: dict[str, list[Turn]] = {}
        self._busy: set[str] = set()

    def take(self, line: str, said_at: float | None = None) -> Turn:
        """The place behind all that came before, but for what was said later. Whoever takes one gives its work
        sometime, or the line stands."""
        turn = Turn(line, said_at)
        with self._lock:
            waiting = self._lines.setdefault(line, [])
            at = len(waiting)
            while at and _is_later(waiting[at - 1], turn):
                at -= 1
            waiting.insert(at, turn)
        return turn

    def give(self, turn: Turn, work: Callable[[], None]) -> None:
        """Its work may be done, on a thread of the executor."""
        with self._lock:
            turn.work = work
            begins = turn.line not in self._busy and self._lines[turn.line][0] is turn
            if begins:
                self._busy.add(turn.line)
        if begins:
            self._executor.submit(self._go_along, turn.line)

    def _go_along(self, line: str) -> None:
        self._settled()
        while (work := self._next(line)) is not None:
            try:
                work()
            except Exception:
                log.exception("What came in could not be handed over")
            self._settled()

    def _next(self, line: str) -> Callable[[], None] | None:
        with self._lock:
            waiting = self._lines[line]
            if waiting and (work := waiting[0].work) is not None:
                waiting.pop(0)
                return work
            self._busy.discard(line)
            if not waiting:
                del self._lines[line]
            return None


def _is_later(one: Turn, other: Turn) -> bool:
    return one.said_at is not None and other.said_at is not None and one.said_at > other.said_at
