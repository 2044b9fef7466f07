"""What goes wrong outside the work itself: in the framework, in a payload, in a listener's first lines."""

from __future__ import annotations

import logging

from slack_bolt import BoltResponse, Respond
from slack_bolt.error import BoltUnhandledRequestError

from bot.blocks.errors import UNEXPECTED, sorry
from handlers.slack.replies import tell_if_possible
from handlers.slack.work import note

log = logging.getLogger("sanctions_bot.slack")


def unhandled(error: Exception, respond: Respond) -> BoltResponse:
    """Log under an id, tell the person, and keep Slack from sending it again: it would fail as it did now."""
    if isinstance(error, BoltUnhandledRequestError):
        log.warning("Slack sent what no listener takes: %s", error.request.body.get("type", "unknown"))
        return BoltResponse(status=404, body="")
    incident = note(error)
    tell_if_possible(sorry(UNEXPECTED, incident), respond=respond)
    return BoltResponse(status=200, body="")
