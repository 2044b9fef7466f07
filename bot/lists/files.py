"""Finding and reading the files of one edition: a file, or a folder that holds them; any may end in .gz."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.errors import BadInput, RefusedEdition
from bot.lists.publishers import LISTS, KnownList

MAX_BYTES = 600_000_000  # of any one file, unpacked; formats set narrower bounds of their own
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """The files of one edition by role. `day` is the ISO date (or month) that its folder is named by, or ""."""

    files: Mapping[str, bytes]
    day: str = ""
    origin: str = ""  # where they come from, for messages
    names: Mapping[str, str] = field(default_factory=dict)


def find_edition_files(known: KnownList, path: Path) -> EditionFiles:
    """Read the files at a path: one file, or the folder of an edition. Companions may be absent.

    Raises BadInput where there is nothing to read, RefusedEdition where what is there is not of this list.
    """
    if known.reader is None:
        raise BadInput(f"The {known.title} cannot be loaded from a file.")
    if path.is_dir():
        found = _in_folder(known, path)
        day = day_of(path.name)
    elif path.is_file():
        found = {_role_of_file(known, path): path}
        day = day_of(path.resolve().parent.name)
    else:
        raise BadInput(f"There is no file or folder {path}.")
    files = {role: read_file(file) for role, file in found.items()}
    return EditionFiles(files, day, str(path), {role: file.name for role, file in found.items()})


def missing_from(known: KnownList, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The publisher's names of the companion files that are absent."""
    return tuple(role.names[0] for role in known.companions if role.key not in files)


def day_of(name: str) -> str:
    """The ISO date or month that a folder's name is, or "" where it is none ("2024-05-04-broken-empty")."""
    if not _DAY.fullmatch(name):
        return ""
    try:
        date.fromisoformat(name if len(name) > 7 else f"{name}-01")
    except ValueError:
        return ""
    return name


def read_file(path: Path) -> bytes:
    """The bytes of a file, unpacked where its name ends in .gz; never more than MAX_BYTES."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RefusedEdition(f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB.")
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read ({error.strerror or error}).") from error
    return unpacked(path.name, content) if path.name.casefold().endswith(".gz") else content


def unpacked(name: str, content: bytes, max_bytes: int = MAX_BYTES) -> bytes:
    """gzip undone, within bounds: a small file may unpack to any size."""
    unpacking = zlib.decompressobj(wbits=31)
    try:
        text = unpacking.decompress(content, max_bytes)
    except zlib.error as error:
        raise RefusedEdition(f"{name} is not a whole gzip file.") from error
    if unpacking.unconsumed_tail:
        raise RefusedEdition(f"{name} unpacks to more than {max_bytes // 1_000_000} MB.")
    if not unpacking.eof:
        raise RefusedEdition(f"{name} is cut: its gzip data has no end.")
    return text


def _in_folder(known: KnownList, folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    try:
        files = sorted(folder.iterdir(), key=lambda file: (file.name.casefold().endswith(".gz"), file.name))
    except OSError as error:
        raise BadInput(f"The folder {folder.name} cannot be read ({error.strerror or error}).") from error
    for file in files:
        role = known.role_of(file.name) if file.is_file() else None
        if role:
            found.setdefault(role.key, file)
    if known.required.key not in found:
        wanted = " or ".join(known.required.names)
        raise RefusedEdition(f"The folder {folder.name} holds no {wanted}, without which the list cannot be read.")
    return found


def _role_of_file(known: KnownList, file: Path) -> str:
    """A file under a name of one's own is the main one; under a name of another list it is that list's."""
    role = known.role_of(file.name)
    if role and not role.required:
        raise RefusedEdition(f"{file.name} alone is no list: it belongs to {known.required.names[0]}.")
    other = next((one for one in LISTS.values() if one.key != known.key and one.role_of(file.name)), None)
    if role is None and other and known.key in LISTS:
        raise RefusedEdition(f"{file.name} is a file of the {other.title}, not of the {known.title}.")
    return known.required.key
