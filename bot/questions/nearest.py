"""The nearest thing the bot can do, for a question that it does not understand."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from bot.questions.examples import EXAMPLES


def nearest_to(text: str) -> str:
    """The example that shares most words with `text`."""
    every = [example for examples in EXAMPLES.values() for example in examples]
    best = process.extractOne(text.lower()[:300], every, scorer=fuzz.token_set_ratio, score_cutoff=55)
    return best[0] if best else "is Rosneft sanctioned?"
