"""Markdown in lines: paragraphs, tables, pictures."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator


def table(head: Iterable[str], body: Iterable[Iterable[str]]) -> Iterator[str]:
    cells = list(head)
    yield f"| {' | '.join(cells)} |"
    yield "|" + "---|" * len(cells)
    for row in body:
        yield f"| {' | '.join(row)} |"
    yield ""


def said(*sentences: str) -> Iterator[str]:
    """A paragraph, wrapped."""
    yield textwrap.fill(" ".join(sentences), 118, break_long_words=False, break_on_hyphens=False)
    yield ""


def picture(name: str, shows: str) -> Iterator[str]:
    yield f"![{shows}](pictures/{name}.png)"
    yield ""
