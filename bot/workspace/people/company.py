"""Everybody in the workspace: what people do there, and what its administrators and fate do to it."""

from __future__ import annotations

from bot.workspace.people.acting import Acting
from bot.workspace.people.administering import Administering


class Company(Acting, Administering):
    """All that may be done in the workspace, by name of person and channel. Safe in any thread."""
