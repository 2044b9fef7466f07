"""What an administrator or fate does to the workspace: archive, kick, deactivate, revoke, uninstall."""

from __future__ import annotations

import secrets

from bot.workspace.people.people import People
from bot.workspace.slack.events import emit
from bot.workspace.slack.methods.schedule import deliver_due
from bot.workspace.slack.rendering import channel_json, user_json
from bot.workspace.slack.state import Channel, find_channel


class Administering(People):
    def archive(self, channel: str, archived: bool = True) -> None:
        with self.hub.lock:
            found = self._channel(channel)
            found.is_archived = archived
            self._channel_changed(found)

    def remove_bot(self, channel: str) -> None:
        with self.hub.lock:
            found = self._channel(channel)
            found.members.discard(self.hub.state.bot_user)
            self._channel_changed(found)

    def invite_bot(self, channel: str) -> None:
        with self.hub.lock:
            found = self._channel(channel)
            found.members.add(self.hub.state.bot_user)
            self._channel_changed(found)

    def _channel(self, name: str) -> Channel:
        found = find_channel(self.hub.state, name)
        return found if found is not None else self.place(name, self.person("maria"))

    def _channel_changed(self, channel: Channel) -> None:
        self.hub.tell("channel.changed", channel=channel_json(channel, self.hub.state))

    def deactivate(self, user: str) -> None:
        with self.hub.lock:
            who = self.person(user)
            who.deleted = True
            self.hub.tell("user.changed", user=user_json(who, self.hub.state.team_id))

    def revoke_tokens(self, error: str = "token_revoked") -> None:
        """Every bot token dies: token_revoked or account_inactive from now on; the app hears tokens_revoked."""
        with self.hub.lock:
            for token in self.hub.state.tokens.values():
                if token.kind == "bot":
                    token.dead = error
            tokens = {"bot": [self.hub.state.bot_user], "oauth": []}
            emit(self.hub, {"type": "tokens_revoked", "tokens": tokens}, "tokens_revoked")

    def uninstall(self) -> None:
        """The app is removed: its tokens are account_inactive, and it hears app_uninstalled."""
        with self.hub.lock:
            self.revoke_tokens("account_inactive")
            emit(self.hub, {"type": "app_uninstalled"}, "app_uninstalled")

    def oauth_code(self) -> str:
        """A code as after a person allowed the installation: good once for oauth.v2.access."""
        with self.hub.lock:
            code = secrets.token_urlsafe(12)
            self.hub.state.oauth_codes[code] = self.hub.manifest.scopes
            return code

    def post_scheduled(self) -> int:
        """Post the scheduled messages that are due by the clock now, without waiting for the server's timer."""
        return deliver_due(self.hub)
