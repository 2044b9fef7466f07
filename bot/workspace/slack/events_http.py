"""Signed HTTP: the Events API and interactivity as Slack posts them to a request URL."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any
from urllib.parse import urlencode

import httpx

from bot.workspace.slack.hub import Ack, Delivery, Hub
from bot.workspace.slack.limits import SIGNATURE_VERSION

FORM = "application/x-www-form-urlencoded"


def signature(secret: str, timestamp: int, body: bytes) -> str:
    """v0=HMAC-SHA256 of `v0:timestamp:body`. Source: docs.slack.dev, verifying requests."""
    base = f"{SIGNATURE_VERSION}:{timestamp}:".encode() + body
    return f"{SIGNATURE_VERSION}=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def body_of(delivery: Delivery) -> tuple[bytes, str]:
    """The bytes as Slack sends them, and their content type."""
    if delivery.kind == "slash_commands":
        return urlencode(delivery.payload).encode(), FORM
    if delivery.kind == "interactive":
        return urlencode({"payload": json.dumps(delivery.payload)}).encode(), FORM
    return json.dumps(delivery.payload).encode(), "application/json"


class SignedHttp:
    """Posts each delivery to the request URL of the settings."""

    def __init__(self, hub: Hub, client: httpx.AsyncClient) -> None:
        self._hub, self._client = hub, client

    async def carry(self, delivery: Delivery) -> Ack:
        body, content_type = body_of(delivery)
        headers = self._headers(delivery, body, content_type)
        self._hub.tell("request.sent", what=delivery.kind, payload=delivery.payload, retry_num=delivery.retry_num)
        try:
            answer = await self._client.post(
                self._hub.settings.request_url,
                content=body,
                headers=headers,
                timeout=self._hub.settings.ack_seconds,
            )
        except httpx.TimeoutException:
            return Ack(False, reason="http_timeout")
        except httpx.TooManyRedirects:
            return Ack(False, reason="too_many_redirects")
        except httpx.HTTPError:
            return Ack(False, reason="connection_failed")
        if answer.status_code != 200:
            stop = answer.headers.get("x-slack-no-retry") == "1"
            return Ack(False, reason="http_error", no_retry=stop)
        return Ack(True, acknowledged(answer.text))

    def _headers(self, delivery: Delivery, body: bytes, content_type: str) -> dict[str, str]:
        timestamp = int(self._hub.now())
        headers = {
            "content-type": content_type,
            "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "x-slack-request-timestamp": str(timestamp),
            "x-slack-signature": signature(self._hub.signing_secret, timestamp, body),
        }
        if delivery.retry_num:
            headers["x-slack-retry-num"] = str(delivery.retry_num)
            headers["x-slack-retry-reason"] = delivery.retry_reason
        return headers

    async def verify(self) -> bool:
        """The handshake when a request URL is entered: the app gives the challenge back."""
        ack = await self.carry(
            Delivery("events_api", {"type": "url_verification", "challenge": "say this", "token": ""})
        )
        return ack.ok and "say this" in (ack.payload.get("challenge"), ack.payload.get("text"))


def acknowledged(text: str) -> dict[str, Any]:
    """What a 200 carries: nothing, JSON, or words that answer a command."""
    if not text.strip():
        return {}
    try:
        found = json.loads(text)
    except ValueError:
        return {"text": text}
    return found if isinstance(found, dict) else {"text": text}
