"""The file of an index: named arrays, mapped into memory when read.

    SANCTIDX | header length, crc32 of the header | header (JSON) | arrays, each at a multiple of 64 bytes

The header names each array with its type, place and crc32, and holds `meta`. A file that was cut, damaged or made by
another version of the matching code is refused: its arrays mean something else.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import struct
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from bot.errors import BotError
from bot.part_files import PartFile, for_its_owner
from bot.screening.flat import Arrays

_MAGIC = b"SANCTIDX"
_FIXED = struct.Struct("<8sII")
_STEP = 64
_TYPES = ("|u1", "<u2", "<u4", "<i2", "<i4", "<i8", "<f4", "<u8")


class UnusableIndex(BotError):
    """A stored index is absent, damaged or of another version. Build it anew."""


@cache
def matching_version() -> str:
    """A digest of the matching code and its word lists: what a stored index depends on."""
    return source_digest("bot.screening")


def source_digest(package: str) -> str:
    """A digest of a package's code and word lists, its folders included: 32 hex digits."""
    digest = hashlib.blake2b(digest_size=16)
    for name, source in sorted(_sources(files(package), "")):
        digest.update(name.encode() + source)
    return digest.hexdigest()


def _sources(folder: Traversable, at: str) -> Iterator[tuple[str, bytes]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _sources(each, f"{at}{each.name}/")
        elif each.name.endswith((".py", ".txt")):
            yield f"{at}{each.name}", each.read_bytes()


def save(path: Path, arrays: Arrays, meta: dict[str, Any]) -> None:
    """Write whole or not at all: to a file beside it, then renamed. Several may store one index at the same time,
    threads and processes of several containers among them: each writes a file of its own."""
    at, places, kept = 0, {}, []
    for name, array in arrays.items():
        plain = np.ascontiguousarray(array)
        places[name] = [plain.dtype.str, at, plain.nbytes, crc32(plain.data)]
        kept.append(plain)
        at += plain.nbytes + -plain.nbytes % _STEP
    header = json.dumps({"matching": matching_version(), "arrays": places, "size": at, "meta": meta}).encode()
    header += b" " * (-(len(header) + _FIXED.size) % _STEP)
    part = PartFile(path)
    try:
        with open(part.path, "wb", opener=for_its_owner) as out:
            out.write(_FIXED.pack(_MAGIC, len(header), crc32(header)) + header)
            for plain in kept:
                out.write(plain.data)
                out.write(b"\0" * (-plain.nbytes % _STEP))
        part.keep()
    finally:
        part.drop()


def load(path: Path) -> tuple[Arrays, dict[str, Any]]:
    """The arrays, mapped and read-only, and the meta. Raises UnusableIndex."""
    try:
        with path.open("rb") as handle:
            size = os.fstat(handle.fileno()).st_size
            if size < _FIXED.size:
                raise UnusableIndex(f"The stored index {path.name} is cut short.")
            mapped = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise UnusableIndex(f"The stored index {path.name} cannot be read: {error.strerror}.") from error
    header, base = _header(memoryview(mapped), path.name)
    arrays = {name: _array(memoryview(mapped), base, place, path.name) for name, place in header["arrays"].items()}
    return arrays, header["meta"]


def _header(whole: memoryview, name: str) -> tuple[dict[str, Any], int]:
    magic, length, check = _FIXED.unpack(whole[: _FIXED.size])
    if magic != _MAGIC:
        raise UnusableIndex(f"{name} is no stored index.")
    text = whole[_FIXED.size : _FIXED.size + length]
    if len(text) != length or crc32(text) != check:
        raise UnusableIndex(f"The stored index {name} is damaged.")
    header: dict[str, Any] = json.loads(text.tobytes())
    if header["matching"] != matching_version():
        raise UnusableIndex(f"The stored index {name} was made by another version of the program.")
    base = _FIXED.size + length
    if len(whole) != base + header["size"]:
        raise UnusableIndex(f"The stored index {name} is cut short.")
    return header, base


def _array(whole: memoryview, base: int, place: list[Any], name: str) -> Any:
    type_, at, size, check = place
    part = whole[base + at : base + at + size]
    if type_ not in _TYPES or len(part) != size or crc32(part) != check:
        raise UnusableIndex(f"The stored index {name} is damaged.")
    return np.frombuffer(part, dtype=np.dtype(type_))
