"""What the app declared: its scopes, events, commands and shortcuts, read from a Slack app manifest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.errors import BadInput

SHIPPED = Path(__file__).resolve().parent.parent.parent / "data" / "manifest.json"
DEFAULT_SCOPES = (
    "commands",
    "chat:write",
    "chat:write.public",
    "app_mentions:read",
    "im:history",
    "im:write",
    "users:read",
    "channels:read",
    "groups:read",
    "im:read",
    "channels:history",
    "files:write",
    "reactions:write",
    "team:read",
)
DEFAULT_EVENTS = ("app_mention", "message.im", "message.channels", "app_home_opened", "app_uninstalled")


@dataclass(frozen=True)
class Command:
    name: str
    should_escape: bool = True
    description: str = ""
    usage_hint: str = ""


@dataclass(frozen=True)
class Manifest:
    """`commands` by name; `shortcuts` maps callback_id to message or global."""

    name: str = "sanctions"
    scopes: tuple[str, ...] = DEFAULT_SCOPES
    events: frozenset[str] = frozenset(DEFAULT_EVENTS)
    commands: Mapping[str, Command] = field(default_factory=lambda: {"/sanctions": Command("/sanctions")})
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    home_tab: bool = True
    messages_tab: bool = True
    interactive: bool = True
    token_rotation: bool = False


def declared_by(manifest: Manifest | Mapping[str, Any] | None) -> Manifest:
    """The manifest given, else the one shipped with the bot. Raises BadInput."""
    if isinstance(manifest, Manifest):
        return manifest
    if manifest is not None:
        return read_manifest(manifest)
    if not SHIPPED.exists():
        return Manifest()
    try:
        return read_manifest(json.loads(SHIPPED.read_text(encoding="utf-8")))
    except ValueError as error:
        raise BadInput(f"The app manifest is not JSON: {error}.") from error


def read_manifest(document: Mapping[str, Any]) -> Manifest:
    """The parts of a manifest that Slack acts on. Raises BadInput when it is not a manifest."""
    try:
        return _read(document)
    except (KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"The app manifest cannot be read: {error!r}.") from error


def _read(document: Mapping[str, Any]) -> Manifest:
    features, settings = document["features"], document["settings"]
    home = features.get("app_home", {})
    commands = [
        Command(c["command"], bool(c.get("should_escape")), c.get("description", ""), c.get("usage_hint", ""))
        for c in features.get("slash_commands", ())
    ]
    scopes = document["oauth_config"]["scopes"]
    return Manifest(
        name=features.get("bot_user", {}).get("display_name") or document["display_information"]["name"],
        scopes=(*scopes["bot"], *scopes.get("bot_optional", ())),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
        commands={command.name: command for command in commands},
        shortcuts={each["callback_id"]: each["type"] for each in features.get("shortcuts", ())},
        home_tab=bool(home.get("home_tab_enabled")),
        messages_tab=bool(home.get("messages_tab_enabled", True)) and not home.get("messages_tab_read_only_enabled"),
        interactive=bool(settings.get("interactivity", {}).get("is_enabled")),
        token_rotation=bool(settings.get("token_rotation_enabled")),
    )
