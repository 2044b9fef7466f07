"""A name as links are resolved and parties compared by it."""

from __future__ import annotations

import re


def name_key(text: str) -> str:
    """A name with punctuation and case apart: what `Linked To` is resolved on.

    Dots and apostrophes vanish, because OFAC drops the dot of a last "CO." and "S.A." is "SA"; any other mark
    parts words, so that "AL-SHANTI" and "AL SHANTI" are one.
    """
    return " ".join(re.sub(r"[^\w\s]|_", " ", re.sub(r"[.'’`]", "", text)).casefold().split())
