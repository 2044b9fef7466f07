"""What goes wrong outside the work itself: in the framework, in a payload, in a listener's first lines."""

from __future__ import annotations

import logging

from slack_bolt import BoltResponse
from slack_bolt.error import BoltUnhandledRequestError

from handlers.work import note

log = logging.getLogger("sanctions_bot.slack")


def unhandled(error: Exception) -> BoltResponse:
    """Log under an id and keep Slack from sending it again: a second time would fail as the first did."""
    if isinstance(error, BoltUnhandledRequestError):
        log.warning("Slack sent what no listener takes: %s", error.request.body.get("type", "unknown"))
        return BoltResponse(status=404, body="")
    incident = note(error)
    return BoltResponse(status=200, body=f"Something went wrong (id {incident}).")
