"""Words of the trade: what each means, and where that is said."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Term:
    """`words` are how questions name it, the first its own name; `of`: what is said first of it where another term, by
    its key, is asked about beside it."""

    key: str
    words: tuple[str, ...]
    says: str
    source: str
    of: Mapping[str, str]


@cache
def glossary() -> Mapping[str, Term]:
    text = (files("bot.sanctions.briefing") / "terms.toml").read_text(encoding="utf-8")
    return {
        key: Term(key, tuple(w.strip() for w in row["words"].split("|")), row["says"], row["source"], row.get("of", {}))
        for key, row in tomllib.loads(text).items()
    }
