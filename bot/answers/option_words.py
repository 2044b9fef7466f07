"""How a relief option stands, in words: said alike by answers, alerts and digests."""

from __future__ import annotations

from bot.sanctions.relief.lifecycle import STATUS_WORDS
from bot.sanctions.relief.option import ReliefOption


def standing(option: ReliefOption) -> str:
    """`draft, illustrative, not in force`: status, whether illustrative, and that it is not law."""
    words = [STATUS_WORDS[option.status]]
    if option.illustrative:
        words.append("illustrative")
    if not option.in_force:
        words.append("not in force")
    return ", ".join(words)
