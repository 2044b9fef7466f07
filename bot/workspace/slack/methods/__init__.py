"""The Web API methods, a module a family. METHODS is the register: name, function, scopes, tier."""

from __future__ import annotations

from collections.abc import Mapping

from bot.workspace.slack.methods import auth, chat, conversations, files, modals, schedule, users
from bot.workspace.slack.methods.call import Method

METHODS: Mapping[str, Method] = {
    method.name: method
    for family in (auth, chat, conversations, files, modals, schedule, users)
    for method in family.METHODS
}
