"""Waiting for what becomes true by itself, never for a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any


def until(true: Callable[[], Any], seconds: float = 30.0) -> bool:
    """Whether `true` comes true within so many seconds; looked at every hundredth of one."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.01)
    return bool(true())
