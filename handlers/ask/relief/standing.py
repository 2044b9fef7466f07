"""How an option stands, said before anything else about it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.phrases import listed
from bot.sanctions.relief.option import ReliefOption

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


def standings(options: Sequence[ReliefOption]) -> str:
    """`Options A and B: draft, illustrative, not in force. Option C: in effect.`"""
    alike: dict[str, list[str]] = {}
    for option in options:
        alike.setdefault(standing(option), []).append(option.key)
    return " ".join(f"Option{'s' if len(keys) > 1 else ''} {listed(keys)}: {words}." for words, keys in alike.items())
