"""A message that somebody acted on: what it said, without what can no longer be pressed, and who did what when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.answers.phrases import day
from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.render import Message


def acted(blocks: Iterable[Mapping[str, Any]], did: str, user: str, at: datetime) -> list[Block]:
    """The blocks without their buttons. Slack wants a new block_id when a message is updated: they lose theirs."""
    kept = [{name: part for name, part in block.items() if name != "block_id"} for block in blocks]
    kept = [block for block in kept if block["type"] != "actions"][: kit.MESSAGE_BLOCKS - 1]
    return [*kept, done_line(did, user, at)]


def done_line(did: str, user: str, at: datetime) -> Block:
    """`✓ Stopped by @maria, 28 Nov 2026, 12:00 UTC.` `user` is Slack's id."""
    when = f"{day(at.astimezone(UTC).date())}, {at.astimezone(UTC):%H:%M} UTC"
    who = {"type": "user", "user_id": user}
    return kit.rich(kit.section(kit.run(f"✓ {did} by ", italic=True), who, kit.run(f", {when}.", italic=True)))


def done(did: str, user: str, at: datetime) -> Message:
    """That alone: in place of a private message, of which Slack does not send what it said."""
    return Message(f"✓ {did}.", [done_line(did, user, at)])
