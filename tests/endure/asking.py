"""Signed commands over HTTP, each on a connection of its own, as Slack sends them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier

PATIENCE = 3.0  # seconds that Slack waits for an acknowledgement
LOST = float("inf")


async def acknowledged(port: int, secret: str, given: Mapping[str, str]) -> float:
    """Send one command to the bot on this port; seconds until it is acknowledged with 200, infinity where it is not."""
    body, at = urlencode({"command": "/sanctions", "api_app_id": "A0LOCAL", **given}), str(int(time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=at, body=body)
    head = (
        f"POST /slack/events HTTP/1.1\r\nHost: bot\r\nConnection: close\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"X-Slack-Request-Timestamp: {at}\r\nX-Slack-Signature: {signature}\r\n\r\n"
    )
    begun = time.monotonic()
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write((head + body).encode())
            status = await reader.readline()
            writer.close()
    except (OSError, TimeoutError):
        return LOST
    return time.monotonic() - begun if b" 200 " in status else LOST
