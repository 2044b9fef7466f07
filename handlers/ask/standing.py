"""How an option stands, said before anything else about it."""

from __future__ import annotations

from bot.sanctions.relief import ReliefOption

STATUS_WORDS = {
    "draft": "draft",
    "under_review": "under review",
    "proposed": "proposed",
    "in_effect": "in effect",
    "withdrawn": "withdrawn",
}


def standing(option: ReliefOption) -> str:
    """`draft, illustrative, not in force`: status, whether illustrative, and that it is not law."""
    words = [STATUS_WORDS[option.status]]
    if option.illustrative:
        words.append("illustrative")
    if not option.in_force:
        words.append("not in force")
    return ", ".join(words)
