"""What screening knows of names, in text files that say where they come from."""

from __future__ import annotations

from importlib.resources import files


def data_lines(name: str) -> list[str]:
    """The lines of a file, without its comments."""
    return [line for part in data_parts(name) for line in part]


def data_parts(name: str) -> list[list[str]]:
    """The lines of a file in parts; a comment begins one."""
    parts: list[list[str]] = [[]]
    for line in files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            parts.append([])
        elif line.strip():
            parts[-1].append(line)
    return [part for part in parts if part]
