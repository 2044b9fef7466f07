"""What a process that serves does for its threads, and when it is told to end."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable

ENDS_WITHIN = 9.0  # seconds from the signal: whoever supervises us kills after ten


def end_for_certain(seconds: float = ENDS_WITHIN) -> None:
    """End this process by then, whatever its threads do: one that waits for a dead connection can hold up the end for
    ever. What was not answered is kept, and another process takes it up."""
    timer = threading.Timer(seconds, _end)
    timer.daemon = True
    timer.start()


def _end() -> None:
    logging.shutdown()
    os._exit(0)


def take_short_turns() -> None:
    """Threads that think give way 25 times as often as Python has them by itself, to those that acknowledge."""
    sys.setswitchinterval(0.0002)


def spare_what_stays() -> None:
    """What is loaded by now stays as long as the process: to look through it all for garbage holds every thread up for
    a quarter of a second, and a crowd that asks just then waits that long for its acknowledgement."""
    gc.collect()
    gc.freeze()


def on_stop_signal(react: Callable[[], None]) -> None:
    """React to SIGTERM and SIGINT, where this is the thread that they come to."""
    if threading.current_thread() is threading.main_thread():
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: react())
