"""Questions that the bot answers, by kind: for help, suggestions and the nearest to what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.questions.ask import Kind
from bot.questions.data import table

EXAMPLES: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {Kind(kind): tuple(questions) for kind, questions in table("examples").items()}
)
