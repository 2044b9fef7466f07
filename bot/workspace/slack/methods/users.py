"""users.*, bots.info, team.info: who is here."""

from __future__ import annotations

from bot.workspace.slack.methods.call import Answer, Call, Method, page
from bot.workspace.slack.refusal import Refused
from bot.workspace.slack.rendering import user_json


def user_info(call: Call) -> Answer:
    user = call.state.users.get(call.required("user"))
    if user is None:
        raise Refused("user_not_found")
    shown = user_json(user, call.state.team_id)
    if not call.flag("include_locale"):
        shown.pop("locale")
    return {"user": shown}


def list_users(call: Call) -> Answer:
    found, following = page(list(call.state.users.values()), call)
    shown = [user_json(user, call.state.team_id) for user in found]
    return {"members": shown, "response_metadata": following, "cache_ts": int(call.hub.now())}


def bot_info(call: Call) -> Answer:
    state = call.state
    if call.text("bot") not in ("", state.bot_id):
        raise Refused("bot_not_found")
    name = state.users[state.bot_user].name
    return {"bot": {"id": state.bot_id, "app_id": state.app_id, "user_id": state.bot_user, "name": name}}


def team_info(call: Call) -> Answer:
    state = call.state
    return {"team": {"id": state.team_id, "name": state.team_name, "domain": state.domain, "url": call.hub.url}}


METHODS = (
    Method("users.info", user_info, ("users:read",), 4),
    Method("users.list", list_users, ("users:read",), 2),
    Method("bots.info", bot_info, ("users:read",), 3),
    Method("team.info", team_info, ("team:read",), 3),
)
