"""views.*: modals by trigger, the Home tab by person."""

from __future__ import annotations

from typing import Any

from bot.workspace.slack import viewing
from bot.workspace.slack.methods.call import Answer, Call, Method
from bot.workspace.slack.posting import parsed
from bot.workspace.slack.refusal import Refused, invalid
from bot.workspace.slack.rendering import view_json
from bot.workspace.slack.state import View


def given_view(call: Call) -> Any:
    return parsed(call.args.get("view"), "view")


def shown(call: Call, view: View) -> Answer:
    return {"view": view_json(view, call.state)}


def modal(call: Call) -> dict[str, Any]:
    """The modal that was given. Slack opens none with an input of files for an app that may not read files."""
    body = viewing.judged(call.hub, given_view(call), "modal")
    kinds = {(block.get("element") or {}).get("type") for block in body["blocks"]}
    if "file_input" in kinds and "files:read" not in call.token.scopes:
        raise Refused("missing_scope", needed="files:read", provided=",".join(call.token.scopes))
    return body


def open_(call: Call) -> Answer:
    body = modal(call)
    user = viewing.spend_trigger(call.hub, trigger(call))
    return shown(call, viewing.open_view(call.hub, user, body))


def push(call: Call) -> Answer:
    body = modal(call)
    user = viewing.spend_trigger(call.hub, trigger(call))
    return shown(call, viewing.push_view(call.hub, user, body))


def trigger(call: Call) -> str:
    return call.text("trigger_id") or call.text("interactivity_pointer")


def update(call: Call) -> Answer:
    view = named_view(call)
    body = viewing.judged(call.hub, given_view(call), "home" if view.is_home else "modal", but=view.id)
    judge_hash(call, view)
    return shown(call, viewing.update_view(call.hub, view, body))


def named_view(call: Call) -> View:
    """By view_id or external_id. Raises not_found."""
    if not call.text("view_id") and not call.text("external_id"):
        raise invalid("invalid_arguments", ["[ERROR] missing required field: view_id or external_id"])
    for view in call.state.views.values():
        if view.id == call.text("view_id") or (
            call.text("external_id") and view.body.get("external_id") == call.text("external_id")
        ):
            return view
    raise Refused("not_found")


def judge_hash(call: Call, view: View | None) -> None:
    """A hash of an older version means that somebody else was faster. Raises hash_conflict."""
    if call.text("hash") and view is not None and call.text("hash") != view.hash:
        raise Refused("hash_conflict", view=view_json(view, call.state))


def publish(call: Call) -> Answer:
    user = call.state.users.get(call.required("user_id"))
    if user is None or user.deleted or user.is_bot:
        raise Refused("invalid_arguments" if user is None else "user_not_found")
    if not call.hub.manifest.home_tab:
        raise Refused("not_enabled")
    view = call.state.views.get(call.state.homes.get(user.id, ""))
    body = viewing.judged(call.hub, given_view(call), "home", but=view.id if view else "")
    judge_hash(call, view)
    return shown(call, viewing.publish(call.hub, user.id, body))


METHODS = (
    Method("views.open", open_, (), 4),
    Method("views.push", push, (), 4),
    Method("views.update", update, (), 4),
    Method("views.publish", publish, (), 4),
)
