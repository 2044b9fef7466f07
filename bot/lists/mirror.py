"""A mirror: a folder of published lists, laid out LIST/DATE/files, for sites without the network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.errors import BadInput
from bot.lists.files import day_of
from bot.lists.publishers import KnownList


@dataclass(frozen=True, slots=True)
class MirrorFolder:
    """The folder of one edition. `published` is its name: an ISO date, or a month."""

    published: str
    path: Path


def folders(root: Path, known: KnownList) -> list[MirrorFolder]:
    """The folders of a list's editions, the newest first. Folders that no date names are no editions.

    Raises BadInput where the mirror itself is not there.
    """
    if not root.is_dir():
        raise BadInput(f"SANCTIONS_LISTS_MIRROR names {root}, which is no folder.")
    home = root / known.mirror
    if not known.mirror or not home.is_dir():
        return []
    found = [MirrorFolder(day_of(path.name), path) for path in home.iterdir() if path.is_dir() and day_of(path.name)]
    # A month counts from its first day, so any day of the month is newer.
    return sorted(found, key=lambda folder: folder.published, reverse=True)


def lacks(known: KnownList, folder: MirrorFolder) -> list[str]:
    """The files of the list's format that the folder does not have, by their published names."""
    present = {role.key for file in folder.path.iterdir() if file.is_file() and (role := known.role_of(file.name))}
    return [role.names[0] for role in known.roles if role.key not in present]
