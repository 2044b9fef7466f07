"""What a process does when it is told to end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable


def on_stop_signal(react: Callable[[], None]) -> None:
    """React to SIGTERM and SIGINT, where this is the thread that they come to."""
    if threading.current_thread() is threading.main_thread():
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: react())
