"""Where a file is written before it is put in its place, whole."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4


def part_of(path: Path) -> Path:
    """A path beside this one that nobody else writes to, also where two write the same file at once. To be renamed to
    `path` when all is there, and removed where that fails."""
    return path.with_name(f"{path.name[:200]}.{uuid4().hex[:12]}.part")
