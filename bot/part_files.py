"""Where a file is written before it is put in its place, whole."""

from __future__ import annotations

from glob import escape
from pathlib import Path
from uuid import uuid4


def part_of(path: Path) -> Path:
    """A path beside this one that nobody else writes to, also where two write the same file at once. To be renamed to
    `path` when all is there, and removed where that fails."""
    return path.with_name(f"{path.name[:200]}.{uuid4().hex[:12]}.part")


def remove_parts(path: Path) -> None:
    """What those who were killed have left of this file. Whoever calls knows that nobody is writing it."""
    for part in path.parent.glob(f"{escape(path.name[:200])}.????????????.part"):
        part.unlink(missing_ok=True)
