"""Words of the trade: what each means, and where that is said."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Term:
    """`words` are how questions name it, the first its own name."""

    key: str
    words: tuple[str, ...]
    says: str
    source: str


@cache
def glossary() -> Mapping[str, Term]:
    text = (files("bot.sanctions.briefing") / "terms.toml").read_text(encoding="utf-8")
    return {
        key: Term(key, tuple(w.strip() for w in row["words"].split("|")), row["says"], row["source"])
        for key, row in tomllib.loads(text).items()
    }
