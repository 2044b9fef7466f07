"""One way of asking."""

from __future__ import annotations

from dataclasses import dataclass

from bot.questions.question import Kind
from bot.questions.sheet import Sort


@dataclass(frozen=True, slots=True)
class Row:
    """One way of asking. `why` says what it is for, or what would go wrong without it."""

    kind: Kind
    pattern: str
    why: str
    permission: bool = False
    plural: bool = False
    needs: Sort | None = None  # a mark that must have been taken off an end, or the words mean something else
