"""Finding and reading the files of one edition: a file, or a folder that holds them; any may end in .gz."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.errors import BadInput, RefusedEdition
from bot.lists.content import PIECE, Content, kept
from bot.lists.formats import Format
from bot.lists.publishers import LISTS, KnownList
from bot.lists.xml_stream import is_xml

MAX_BYTES = 600_000_000  # of any one file, unpacked; formats set narrower bounds of their own
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """The files of one edition by role. `day` is the ISO date (or month) that its folder is named by, or ""."""

    files: Mapping[str, Content]
    day: str = ""
    origin: str = ""  # where they come from, for messages
    names: Mapping[str, str] = field(default_factory=dict)


def find_edition_files(known: KnownList, path: Path) -> EditionFiles:
    """Read the files at a path: one file, or the folder of an edition. The format is told by what is in the files;
    companions may be absent.

    Raises BadInput where there is nothing to read, RefusedEdition where what is there is not of this list.
    """
    if not known.formats:
        raise BadInput(f"The {known.title} cannot be loaded from a file.")
    if path.is_dir():
        files, names = _in_folder(known, path)
        return EditionFiles(files, day_of(path.name), str(path), names)
    if not path.is_file():
        raise BadInput(f"There is no file or folder {path}.")
    _refuse_other_name(known, path)
    content = read_file(path, most_bytes(known))
    role = told_format(known, content).required.key
    return EditionFiles({role: content}, day_of(path.resolve().parent.name), str(path), {role: path.name})


def most_bytes(known: KnownList) -> int:
    """The bound of a file of which is not known yet in which format of the list it is."""
    return max(role.max_bytes for one in known.formats for role in one.roles)


def told_format(known: KnownList, content: Content) -> Format:
    """The format that the main file of a list is in. Where none is told, one whose reader says what is wrong."""
    for one in known.formats:
        if one.told_by(content):
            return one
    xml = (one for one in known.formats if one.required.columns == 0 and one.key == "xml")
    return next(xml, known.formats[0]) if is_xml(content) and len(known.formats) > 1 else known.formats[0]


def missing_from(known: KnownList, files: Mapping[str, Content]) -> tuple[str, ...]:
    """The publisher's names of the companion files that are absent."""
    return tuple(role.names[0] for role in known.format_of(files).companions if role.key not in files)


def day_of(name: str) -> str:
    """The ISO date or month that a folder's name is, or "" where it is none ("2024-05-04-broken-empty")."""
    if not _DAY.fullmatch(name):
        return ""
    try:
        date.fromisoformat(name if len(name) > 7 else f"{name}-01")
    except ValueError:
        return ""
    return name


def read_file(path: Path, max_bytes: int = MAX_BYTES) -> Content:
    """A file, unpacked where its name ends in .gz; never more than its list or format has."""
    try:
        if path.stat().st_size > max_bytes:
            raise RefusedEdition(f"{path.name} is larger than {max_bytes // 1_000_000} MB.")
        with path.open("rb") as file:
            pieces = iter(lambda: file.read(PIECE), b"")
            return kept(unpacking(path.name, pieces, max_bytes) if path.name.casefold().endswith(".gz") else pieces)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read ({error.strerror or error}).") from error


def unpacking(name: str, pieces: Iterable[bytes], max_bytes: int = MAX_BYTES) -> Iterator[bytes]:
    """gzip undone piece by piece, within bounds: a small file may unpack to any size."""
    machine = zlib.decompressobj(wbits=31)
    done = 0
    try:
        for piece in pieces:
            rest = piece
            while rest and not machine.eof:
                text = machine.decompress(rest, PIECE)
                rest = machine.unconsumed_tail
                done += len(text)
                if done > max_bytes:
                    raise RefusedEdition(f"{name} unpacks to more than {max_bytes // 1_000_000} MB.")
                yield text
    except zlib.error as error:
        raise RefusedEdition(f"{name} is not a whole gzip file.") from error
    if not machine.eof:
        raise RefusedEdition(f"{name} is cut: its gzip data has no end.")


def _in_folder(known: KnownList, folder: Path) -> tuple[dict[str, Content], dict[str, str]]:
    """The files of the first format that is there whole enough to be read, by the names of the publisher's; else a
    file under a name of one's own whose content tells a format."""
    found = named_files(known, folder)
    for one in known.formats:
        main = found.get(one.required.key)
        if main is None:
            continue
        content = read_file(main, one.required.max_bytes)
        told = told_format(known, content)
        if told is not one and told.required.key in found:
            continue  # that format has a file of its own here
        files = {told.required.key: content}
        files |= {role.key: read_file(found[role.key], role.max_bytes) for role in told.companions if role.key in found}
        return files, {role: found[role].name if role in found else main.name for role in files}
    for file in _others(known, folder):
        content = read_file(file, most_bytes(known))
        for one in known.formats:
            if is_xml(content) and one.told_by(content):
                return {one.required.key: content}, {one.required.key: file.name}
    wanted = " or ".join(name for one in known.formats[:2] for name in one.required.names[:1])
    raise RefusedEdition(f"The folder {folder.name} holds no {wanted}, without which the list cannot be read.")


def named_files(known: KnownList, folder: Path) -> dict[str, Path]:
    """The files of a folder that bear the publisher's names, by role; what is not packed before what is."""
    found: dict[str, Path] = {}
    for file in _files(folder):
        role = known.role_of(file.name)
        if role:
            found.setdefault(role.key, file)
    return found


def _others(known: KnownList, folder: Path) -> list[Path]:
    names = (".xml", ".xml.gz")
    return [file for file in _files(folder) if file.name.casefold().endswith(names) and not known.role_of(file.name)]


def _files(folder: Path) -> list[Path]:
    try:
        files = sorted(folder.iterdir(), key=lambda file: (file.name.casefold().endswith(".gz"), file.name))
    except OSError as error:
        raise BadInput(f"The folder {folder.name} cannot be read ({error.strerror or error}).") from error
    return [file for file in files if file.is_file()]


def _refuse_other_name(known: KnownList, file: Path) -> None:
    """A file under a name of one's own is the main one; under a name of another list it is that list's."""
    role = known.role_of(file.name)
    if role and not role.required:
        raise RefusedEdition(f"{file.name} alone is no list: it belongs to {known.required.names[0]}.")
    if role is None and known.key in LISTS:
        other = _whose(file.name)
        if other and other.key != known.key:
            raise RefusedEdition(f"{file.name} is a file of the {other.title}, not of the {known.title}.")


def _whose(file_name: str) -> KnownList | None:
    """The list whose file bears this name; one whose first format it is before one whose other format it is."""
    name = file_name.casefold().removesuffix(".gz")
    first = (one for one in LISTS.values() if any(name in role.names for role in one.roles))
    return next(first, None) or next((one for one in LISTS.values() if one.role_of(file_name)), None)
