"""Where an answer may be sent that a payload gives the address of: to Slack, or to the stand-in of the settings."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware

SLACK_HOSTS = ("slack.com", "slack-gov.com")
PLAIN = re.compile(r"[!-~]+")  # no space, control or foreign character: readers of addresses differ over them


def is_slacks(url: object, api_url: str) -> bool:
    """Whether an address is at a host of Slack's, encrypted, or at the very origin of the Web API of the settings."""
    if not isinstance(url, str) or not PLAIN.fullmatch(url) or "\\" in url:
        return False
    try:
        wanted, api = urlsplit(url), urlsplit(api_url)
        wanted_origin, api_origin = _origin(wanted), _origin(api)
    except ValueError:
        return False
    if wanted.username is not None or wanted.password is not None:
        return False
    scheme, host, port = wanted_origin
    at_slack = scheme == "https" and port == 443 and any(host == h or host.endswith(f".{h}") for h in SLACK_HOSTS)
    return at_slack or (bool(host) and scheme in ("http", "https") and wanted_origin == api_origin)


class OnlyToSlack(Middleware):
    """Drops every other address from a request before anything can answer to it."""

    def __init__(self, api_url: str) -> None:
        self._api_url = api_url

    def process(self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]) -> BoltResponse:
        if not is_slacks(req.context.response_url, self._api_url):
            req.context.pop("response_url", None)
        return next()


def _origin(url: SplitResult) -> tuple[str, str, int]:
    port = url.port or {"http": 80, "https": 443}.get(url.scheme, 0)
    return url.scheme, (url.hostname or "").rstrip("."), port
