"""A mirror: a folder of published lists, laid out LIST/DATE/files, for sites without the network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.errors import BadInput
from bot.lists.files import day_of, named_files
from bot.lists.publishers import KnownList


@dataclass(frozen=True, slots=True)
class MirrorFolder:
    """The folder of one edition. `published` is its name: an ISO date, or a month."""

    published: str
    path: Path


def folders(root: Path, known: KnownList) -> list[MirrorFolder]:
    """The folders of a list's editions in all its formats, the newest first. Folders that no date names are no
    editions.

    Raises BadInput where the mirror itself is not there.
    """
    if not root.is_dir():
        raise BadInput(f"SANCTIONS_LISTS_MIRROR names {root}, which is no folder.")
    homes = [root / one.mirror for one in known.formats if one.mirror]
    found = [
        MirrorFolder(day_of(path.name), path)
        for home in homes
        if home.is_dir()
        for path in sorted(home.iterdir())
        if path.is_dir() and day_of(path.name)
    ]
    # A month counts from its first day, so any day of the month is newer. Of one day the first format comes first.
    return sorted(found, key=lambda folder: folder.published, reverse=True)


def lacks(known: KnownList, folder: MirrorFolder) -> list[str]:
    """The files of its format that the folder does not have, by their published names."""
    present = named_files(known, folder.path)
    of = known.format_of(present)
    return [role.names[0] for role in of.roles if role.key not in present]
