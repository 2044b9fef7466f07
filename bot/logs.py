"""Logging to stderr, one line an event. No secret and no screened name is logged at INFO or above."""

from __future__ import annotations

import logging
import sys


def start(level: str) -> None:
    """Log to stderr at `level`; the chatter of libraries is kept to warnings."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for noisy in ("httpx", "httpcore", "slack_sdk", "slack_bolt", "uvicorn", "websockets", "alembic"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))
