"""What a process that serves does for its threads, and when it is told to end."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable


def take_short_turns() -> None:
    """Threads that think give way five times as often as Python has them by itself, to those that acknowledge."""
    sys.setswitchinterval(0.001)


def on_stop_signal(react: Callable[[], None]) -> None:
    """React to SIGTERM and SIGINT, where this is the thread that they come to."""
    if threading.current_thread() is threading.main_thread():
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: react())
