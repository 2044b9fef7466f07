"""auth.*, api.test, oauth.v2.access, apps.connections.open: tokens and what they open."""

from __future__ import annotations

import secrets

from bot.workspace.slack import limits
from bot.workspace.slack.events import emit
from bot.workspace.slack.methods.call import Answer, Call, Method
from bot.workspace.slack.refusal import Refused
from bot.workspace.slack.state import Token


def auth_test(call: Call) -> Answer:
    state = call.state
    return {
        "url": call.hub.url + "/",
        "team": state.team_name,
        "user": state.users[state.bot_user].name,
        "team_id": state.team_id,
        "user_id": state.bot_user,
        "bot_id": state.bot_id,
        "is_enterprise_install": False,
    }


def api_test(call: Call) -> Answer:
    if call.text("error"):
        raise Refused(call.text("error"), args=call.args)
    return {"args": call.args}


def revoke(call: Call) -> Answer:
    if not call.flag("test"):
        call.token.dead = "token_revoked"
        tokens = {"bot": [call.state.bot_user], "oauth": []}
        emit(call.hub, {"type": "tokens_revoked", "tokens": tokens}, "tokens_revoked")
    return {"revoked": not call.flag("test")}


def open_connection(call: Call) -> Answer:
    ticket = secrets.token_urlsafe(12)
    call.state.tokens[ticket] = Token(ticket, "ticket", expires_at=call.hub.now() + 30)
    return {"url": f"{call.hub.url.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={call.state.app_id}"}


def oauth_access(call: Call) -> Answer:
    """Both grants: a code, or a refresh token, each good once."""
    if (call.text("client_id"), call.text("client_secret")) != (call.hub.client_id, call.hub.client_secret):
        raise Refused("bad_client_secret" if call.text("client_id") == call.hub.client_id else "invalid_client_id")
    grant = call.text("grant_type") or "authorization_code"
    if grant == "refresh_token":
        scopes = spend_refresh_token(call)
    elif grant == "authorization_code":
        found = call.state.oauth_codes.pop(call.text("code"), None)
        if found is None:
            raise Refused("invalid_code")
        scopes = found
    else:
        raise Refused("invalid_grant_type")
    return installation(call, scopes)


def spend_refresh_token(call: Call) -> tuple[str, ...]:
    token = call.state.tokens.get(call.text("refresh_token"))
    if token is None or token.kind != "refresh" or token.dead:
        raise Refused("invalid_refresh_token")
    token.dead = "invalid_refresh_token"
    return token.scopes


def installation(call: Call, scopes: tuple[str, ...]) -> Answer:
    state, rotates = call.state, call.hub.manifest.token_rotation
    value = ("xoxe.xoxb-local-" if rotates else "xoxb-local-") + secrets.token_hex(12)
    expires = call.hub.now() + limits.REFRESH_SECONDS if rotates else 0.0
    state.tokens[value] = Token(value, "bot", scopes, expires_at=expires)
    answer: Answer = {
        "app_id": state.app_id,
        "authed_user": {"id": "U0MARIA"},
        "scope": ",".join(scopes),
        "token_type": "bot",
        "access_token": value,
        "bot_user_id": state.bot_user,
        "team": {"id": state.team_id, "name": state.team_name},
        "enterprise": None,
        "is_enterprise_install": False,
    }
    if rotates:
        refresh = "xoxe-1-local-" + secrets.token_hex(12)
        state.tokens[refresh] = Token(refresh, "refresh", scopes)
        answer |= {"refresh_token": refresh, "expires_in": int(limits.REFRESH_SECONDS)}
    return answer


METHODS = (
    Method("auth.test", auth_test, (), 0),
    Method("api.test", api_test, (), 4, "none"),
    Method("auth.revoke", revoke, (), 3),
    Method("apps.connections.open", open_connection, ("connections:write",), 1, "app"),
    Method("oauth.v2.access", oauth_access, (), 4, "none"),
)
