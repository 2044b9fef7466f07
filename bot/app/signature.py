"""Whether a request is Slack's: decided before anything in it is read, answered, followed or logged."""

from __future__ import annotations

import re

from slack_sdk.signature import Clock, SignatureVerifier
from starlette.datastructures import Headers

TIMESTAMP = re.compile(r"[0-9]{1,12}")  # Unix seconds
SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


def is_signed(secret: str, headers: Headers, body: bytes, clock: Clock | None = None) -> bool:
    """Whether body and timestamp carry a signature made with this secret within the last five minutes.

    The library's check raises on headers of another form than Slack's, and on a body that is no UTF-8; to us these
    are unsigned like any other. A header that comes twice is none of Slack's either.
    """
    timestamps, signatures = headers.getlist("x-slack-request-timestamp"), headers.getlist("x-slack-signature")
    if len(timestamps) != 1 or len(signatures) != 1:
        return False
    if not TIMESTAMP.fullmatch(timestamps[0]) or not SIGNATURE.fullmatch(signatures[0]):
        return False
    try:
        return SignatureVerifier(secret, clock or Clock()).is_valid(body, timestamps[0], signatures[0])
    except UnicodeDecodeError:
        return False
