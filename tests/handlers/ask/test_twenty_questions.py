"""Twenty questions about 2025 and 2026 (docs/twenty-questions.md): each fact stands in its answer and in its line."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tests.handlers.ask.conftest import Ask

DATA = ROOT / "bot" / "data"


class Row(NamedTuple):
    question: str
    says: str
    file: str
    entry: str
    line: str


def rows() -> list[Row]:
    page = (ROOT / "docs" / "twenty-questions.md").read_text(encoding="utf-8")
    found = []
    for line in page.splitlines():
        if line.startswith("| ") and "`" in line:
            question, says, entry, rests_on = [cell.strip() for cell in line.strip("|").split(" | ")]
            file, name = re.fullmatch(r"`(.+?)` (.+)", entry).groups()  # type: ignore[union-attr]
            found.append(Row(question, says, file, name, rests_on.strip(" |").strip("`")))
    return found


def entries(file: str, name: str) -> str:
    """All that the file has under this key, id or tag, as one line: until a line that is indented no further."""
    heads, found, depth = (f"- key: {name}", f"- id: {name}", f"{name}:", f'"{name}":'), [], -1
    for line in (DATA / file).read_text(encoding="utf-8").splitlines():
        indent = len(line) - len(line.lstrip())
        if line.strip() in heads or line.strip().startswith(heads[2:]):
            depth = indent
        elif indent <= depth:
            depth = -1
        if depth >= 0:
            found.append(line.strip())
    return " ".join(found)


def test_there_are_twenty() -> None:
    assert len({row.question for row in rows()}) == 20


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.question)
def test_the_fact_stands_in_the_answer_and_in_its_line(ask: Ask, row: Row) -> None:
    assert row.says in ask(row.question).text
    assert row.line in entries(row.file, row.entry)
