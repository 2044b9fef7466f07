"""The house keeps its measure: rooms hold few modules, files are short, and SQL is the store's alone."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [
    path
    for top in ("bot", "handlers", "store", "jobs")
    for path in sorted((ROOT / top).rglob("*.py"))
    if "node_modules" not in path.parts
]
MODULES = 20  # of its own, in one room
LINES = 320


def test_no_room_holds_more_than_twenty_modules_of_its_own():
    rooms = Counter(path.parent.relative_to(ROOT) for path in SOURCES if path.name != "__init__.py")
    assert {str(room): n for room, n in rooms.items() if n > MODULES} == {}


def test_no_file_is_longer_than_three_hundred_and_twenty_lines():
    lengths = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > LINES} == {}


@pytest.mark.parametrize("top", ["bot", "handlers", "jobs"])
def test_outside_the_store_sqlalchemy_gives_sessions_alone(top: str):
    taken = {
        f"{path.relative_to(ROOT)}: {alias.name}"
        for path in SOURCES
        if path.relative_to(ROOT).parts[0] == top
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for module, alias in _imports(node)
        if module.split(".")[0] == "sqlalchemy" and (module, alias.name) not in SESSIONS
    }
    assert taken == set()


SESSIONS = {("sqlalchemy.orm", "Session"), ("sqlalchemy.orm", "sessionmaker")}


def _imports(node: ast.AST) -> list[tuple[str, ast.alias]]:
    if isinstance(node, ast.ImportFrom):
        return [(node.module or "", alias) for alias in node.names]
    if isinstance(node, ast.Import):
        return [(alias.name, alias) for alias in node.names]
    return []
