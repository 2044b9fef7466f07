"""Modals and the Home tab: opening, stacking, updating and closing, whoever asks (a method or an acknowledgement)."""

from __future__ import annotations

from typing import Any

from bot.workspace.slack import limits
from bot.workspace.slack.hub import Hub
from bot.workspace.slack.posting import with_ids
from bot.workspace.slack.refusal import Refused, invalid
from bot.workspace.slack.rendering import view_json
from bot.workspace.slack.rules.views import check_view
from bot.workspace.slack.state import View, new_id


def spend_trigger(hub: Hub, trigger_id: str) -> str:
    """The person behind a trigger, which opens one view within 3 seconds. Raises Refused."""
    trigger = hub.state.triggers.get(trigger_id)
    if trigger is None:
        raise Refused("invalid_trigger_id" if trigger_id else "invalid_arguments")
    if trigger.used:
        raise Refused("exchanged_trigger_id")
    if hub.now() > trigger.expires_at:
        raise Refused("expired_trigger_id")
    trigger.used = True
    return trigger.user


def judged(hub: Hub, body: Any, surface: str, but: str = "") -> dict[str, Any]:
    """The view, when Slack would take it. Raises invalid_arguments, duplicate_external_id."""
    messages = check_view(body, surface)
    if messages:
        raise invalid("invalid_arguments", messages)
    external = body.get("external_id")
    for view in hub.state.views.values():
        if external and view.body.get("external_id") == external and view.id != but:
            raise Refused("duplicate_external_id")
    return {**body, "blocks": with_ids(hub, body["blocks"])}


def new_hash(hub: Hub) -> str:
    return f"{int(hub.now())}.{new_id(hub.state, 'h')}"


def open_view(hub: Hub, user: str, body: dict[str, Any]) -> View:
    """A modal by itself: what was open before is gone."""
    for old in hub.state.modals.pop(user, []):
        hub.state.views.pop(old, None)
    view_id = new_id(hub.state, "V")
    return stack(hub, View(view_id, user, body, new_hash(hub), root_id=view_id))


def push_view(hub: Hub, user: str, body: dict[str, Any]) -> View:
    """A modal on top of the open ones. Raises push_limit_reached, not_found."""
    below = hub.state.modals.get(user, [])
    if not below:
        raise Refused("not_found")
    if len(below) >= limits.VIEW_STACK:
        raise Refused("push_limit_reached")
    top = hub.state.views[below[-1]]
    return stack(hub, View(new_id(hub.state, "V"), user, body, new_hash(hub), top.root_id, top.id))


def stack(hub: Hub, view: View) -> View:
    hub.state.views[view.id] = view
    hub.state.modals.setdefault(view.user, []).append(view.id)
    hub.tell("view.opened", user=view.user, view=view_json(view, hub.state))
    return view


def update_view(hub: Hub, view: View, body: dict[str, Any]) -> View:
    kept = {block.get("block_id") for block in body["blocks"]}
    view.values = {name: values for name, values in view.values.items() if name in kept}
    view.body, view.hash = body, new_hash(hub)
    hub.tell("home.published" if view.is_home else "view.updated", user=view.user, view=view_json(view, hub.state))
    return view


def publish(hub: Hub, user: str, body: dict[str, Any]) -> View:
    """The Home tab of one person."""
    view = hub.state.views.get(hub.state.homes.get(user, ""))
    if view is None:
        view_id = new_id(hub.state, "V")
        view = View(view_id, user, body, "", root_id=view_id)
        hub.state.views[view_id] = view
        hub.state.homes[user] = view_id
    return update_view(hub, view, body)


def close(hub: Hub, view: View, everything: bool = False) -> list[View]:
    """Take the view (or the whole stack) away; returns what was closed, top first."""
    open_ids = hub.state.modals.get(view.user, [])
    going = list(reversed(open_ids)) if everything else [view.id]
    gone = [hub.state.views.pop(each) for each in going if each in hub.state.views]
    left = [each for each in open_ids if each not in going]
    hub.state.modals[view.user] = left
    for each in gone:
        hub.tell("view.closed", user=view.user, view_id=each.id)
    return gone
