"""Tables of words and patterns, as data files that are read once.

In a table `parts` are pieces of patterns, which others hold as {name}. A pattern is written one alternative a line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def text_of(file: str) -> str:
    return (files(__name__) / file).read_text(encoding="utf-8")


@cache
def table(name: str) -> Mapping[str, Any]:
    """A table, its patterns put together."""
    read = tomllib.loads(text_of(f"{name}.toml"))
    parts: dict[str, str] = {}
    for part, lines in read.pop("parts", {}).items():
        parts[part] = f"(?:{_joined(lines, parts)})"
    return {key: _filled(value, parts) for key, value in read.items()}


def _filled(value: Any, parts: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(each, parts) for key, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, parts) for each in value]
    return _joined(value, parts) if isinstance(value, str) and "\n" in value else value


def _joined(lines: str, parts: Mapping[str, str]) -> str:
    joined = "|".join(line.strip() for line in lines.splitlines() if line.strip())
    return re.sub(r"\{([a-z_]+)\}", lambda m: parts[m[1]], joined)


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def standing_apart(patterns: Iterable[str] | str) -> re.Pattern[str]:
    """Any of the patterns, where neither a letter nor a figure stands beside it."""
    every = patterns if isinstance(patterns, str) else "|".join(patterns)
    return re.compile(rf"(?<!\w)(?:{every})(?!\w)", re.IGNORECASE)


@cache
def patterns(name: str) -> Mapping[str, re.Pattern[str]]:
    """The patterns of a table by their names, whatever the letters' size."""
    return {key: re.compile(value, re.IGNORECASE) for key, value in table(name).items() if isinstance(value, str)}
