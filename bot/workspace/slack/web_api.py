"""POST /api/METHOD: who calls, may he, how often; then the method; then the journal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from bot.workspace.slack import limits
from bot.workspace.slack.hub import Hub
from bot.workspace.slack.methods import METHODS
from bot.workspace.slack.methods.call import Call, Method, missing_scope
from bot.workspace.slack.refusal import Refused
from bot.workspace.slack.state import Token

RULES_OF_THE_APP = {
    "invalid_blocks",
    "invalid_arguments",
    "msg_blocks_too_long",
    "no_text",
    "missing_scope",
    "invalid_trigger_id",
    "exchanged_trigger_id",
    "expired_trigger_id",
    "push_limit_reached",
    "duplicate_external_id",
    "ratelimited",
    "unknown_method",
    "too_many_attachments",
    "not_allowed_token_type",
    "used_url",
    "expired_url",
}


@dataclass(frozen=True)
class Reply:
    status: int
    body: dict[str, Any]
    headers: dict[str, str]


def read_args(content_type: str, body: bytes) -> dict[str, Any]:
    """Form or JSON. Raises Refused(invalid_json | invalid_form_data)."""
    if content_type.startswith("application/json"):
        try:
            found = json.loads(body or b"{}")
        except ValueError as error:
            raise Refused("invalid_json") from error
        if not isinstance(found, dict):
            raise Refused("json_not_object")
        return found
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True))
    except UnicodeDecodeError as error:
        raise Refused("invalid_form_data") from error


def answer(hub: Hub, method: str, args: dict[str, Any], authorization: str) -> Reply:
    """One call, from its token to its answer; every refusal that the app could have known of is a violation."""
    token = str(args.pop("token", "") or authorization.removeprefix("Bearer ").strip())
    with hub.lock:
        try:
            reply = Reply(200, call(hub, method, args, token), {})
        except Refused as refused:
            reply = Reply(refused.status, refused.body(), refused.headers)
            if refused.error in RULES_OF_THE_APP:
                detail = refused.fields.get("errors") or [f"{k}: {v}" for k, v in refused.fields.items()]
                hub.violation(method, refused.error, detail)
        hub.tell("api.called", method=method, args=masked(args), status=reply.status, answer=masked(reply.body))
    return reply


def masked(args: dict[str, Any]) -> dict[str, Any]:
    secret = ("token", "secret", "code")
    return {name: "***" if any(word in name for word in secret) else value for name, value in args.items()}


def call(hub: Hub, name: str, args: dict[str, Any], token_value: str) -> dict[str, Any]:
    method = METHODS.get(name)
    if method is None:
        raise Refused("unknown_method", req_method=name)
    if hub.faults.take(hub.faults.server_errors, name):
        raise Refused("internal_error", status=500)
    if hub.faults.take(hub.faults.rate_limits, name):
        raise too_many(hub.faults.retry_after)
    token = Token("", "none") if method.token == "none" else known_token(hub, method, token_value)
    if method.scopes and not set(method.scopes) & set(token.scopes):
        raise missing_scope(method.scopes[0], token)
    slow_down(hub, method)
    fault = hub.faults.take_error(name)
    if fault:
        raise Refused(fault)
    one = Call(hub, name, args, token)
    found = {"ok": True, **method.run(one)}
    if one.warnings:
        found["warning"] = ",".join(one.warnings)
        found.setdefault("response_metadata", {})["warnings"] = one.warnings
    return found


def known_token(hub: Hub, method: Method, value: str) -> Token:
    """Raises not_authed, invalid_auth, token_revoked, account_inactive, token_expired, not_allowed_token_type."""
    if not value:
        raise Refused("not_authed")
    token = hub.state.tokens.get(value)
    if token is None or token.kind not in ("bot", "app"):
        raise Refused("invalid_auth")
    if token.dead:
        raise Refused(token.dead)
    if token.expires_at and hub.now() > token.expires_at:
        raise Refused("token_expired")
    if token.kind != method.token:
        raise Refused("not_allowed_token_type")
    return token


def slow_down(hub: Hub, method: Method) -> None:
    """The tiers; tier 0 has rules of its own. Raises ratelimited."""
    if not hub.settings.rate_limits or method.tier == 0:
        return
    each_minute = limits.TIERS[method.tier]
    seconds = hub.rates.wait(f"method:{method.name}", each_minute, each_minute / 60.0, hub.now())
    if seconds:
        raise too_many(seconds)


def too_many(seconds: int) -> Refused:
    return Refused("ratelimited", status=429, headers={"Retry-After": str(seconds)})
