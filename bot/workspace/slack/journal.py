"""All that happens in the workspace, in order: what the page shows, what the inspector lists, what tests wait for."""

from __future__ import annotations

import copy
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

KEPT = 10_000
LOOK_AGAIN = 0.05  # seconds: what is waited for may come about elsewhere, in the store of the bot for instance


@dataclass(frozen=True)
class Entry:
    """`kind` is a subject and a past participle, `message.posted`; `at` is in epoch seconds."""

    seq: int
    at: float
    kind: str
    data: dict[str, Any]

    def as_dict(self) -> dict[str, Any]:
        return {"seq": self.seq, "at": self.at, "kind": self.kind, "data": self.data}


Listener = Callable[[Entry], None]


class Journal:
    """Remembers the last 10,000 entries. Safe from any thread."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._changed = threading.Condition()
        self._listeners: list[Listener] = []
        self._seq = 0

    @property
    def seq(self) -> int:
        return self._seq

    def write(self, kind: str, at: float, data: dict[str, Any]) -> Entry:
        with self._changed:
            self._seq += 1
            entry = Entry(self._seq, at, kind, copy.deepcopy(data))
            self._entries.append(entry)
            for listener in list(self._listeners):
                listener(entry)
            self._changed.notify_all()
        return entry

    def entries(self, kind: str = "", after: int = 0) -> list[Entry]:
        """Those of this kind or its group (`message` finds `message.posted`), later than `after`."""
        with self._changed:
            return [e for e in self._entries if e.seq > after and (e.kind + ".").startswith(kind + "." if kind else "")]

    def follow(self, listener: Listener, after: int = 0) -> list[Entry]:
        """From now on call `listener` for each entry; returns those already past, so that none is lost between."""
        with self._changed:
            self._listeners.append(listener)
            return [entry for entry in self._entries if entry.seq > after]

    def leave(self, listener: Listener) -> None:
        with self._changed:
            self._listeners = [each for each in self._listeners if each != listener]

    def _moved(self, seen: int) -> bool:
        return self._seq != seen

    def wait(self, true: Callable[[], Any], seconds: float) -> bool:
        """Until `true()`, looked at after each entry and now and then; False when the time is over.

        `true` is asked outside our own lock: it may want the workspace's, whose holder may be writing here.
        """
        until = time.monotonic() + seconds
        while True:
            seq = self._seq
            if true():
                return True
            left = until - time.monotonic()
            if left <= 0:
                return False
            with self._changed:
                self._changed.wait_for(partial(self._moved, seq), min(left, LOOK_AGAIN))
