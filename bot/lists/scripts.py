"""In which script a published name is written."""

from __future__ import annotations

import unicodedata

# Marks that only steer the direction of text: publishers wrap Arabic and Hebrew names in them.
_DIRECTION = dict.fromkeys([*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x200B])


def without_marks(text: str) -> str:
    """A name without invisible direction marks, its white space collapsed."""
    return " ".join(text.translate(_DIRECTION).split())


def is_latin(script: str) -> bool:
    """Whether a publisher's word for a script is Latin; one that says nothing means Latin."""
    return script.casefold() in ("", "latin")


def in_latin(text: str) -> bool:
    """Whether a name is written in Latin letters: half of its letters, or more, are. Names without letters are."""
    if text.isascii():
        return True
    letters = [mark for mark in text if mark.isalpha()]
    return 2 * sum(unicodedata.name(mark, "").startswith("LATIN") for mark in letters) >= len(letters)
