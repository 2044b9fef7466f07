"""Who may do what: what Slack says of whoever asks, and whether they may edit options."""

from __future__ import annotations

from dataclasses import replace

from slack_sdk import WebClient

from bot.errors import NotAllowed
from bot.sanctions.relief.lifecycle import Editor, Editors
from bot.slack_people import Acquaintance
from handlers.desk import Asker

MAY_NOT = "Relief options are edited and approved by people whom this installation names; you are not one of them."


def identified(asker: Asker, acquaintance: Acquaintance, client: WebClient, *, channel_matters: bool) -> Asker:
    """Whoever asks, with what Slack says of them; and of the channel, where it matters."""
    person = acquaintance.person(asker.user, client)
    in_channel = asker.place[:1] in ("C", "G")
    return replace(
        asker,
        known=person.known,
        is_admin=person.is_admin,
        is_guest=person.is_guest,
        is_external=person.is_external,
        channel_shared=in_channel and channel_matters and acquaintance.is_shared(asker.place, client),
    )


def may_edit(asker: Asker, editors: Editors) -> bool:
    """Whether they may edit, submit, approve and withdraw options. The command line may: it has the database."""
    if asker.is_operator:
        return True
    return editors.may(Editor(asker.user, asker.is_admin, asker.known, asker.is_guest, asker.is_external))


def check_may_edit(asker: Asker, editors: Editors) -> None:
    """Raises NotAllowed."""
    if not may_edit(asker, editors):
        raise NotAllowed(MAY_NOT)
