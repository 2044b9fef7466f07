"""The bytes of a published file: in memory where it is small, else in a temporary file that is read in pieces."""

from __future__ import annotations

import hashlib
import os
import tempfile
import weakref
import zlib
from collections.abc import Iterable, Iterator, Mapping
from multiprocessing.reduction import DupFd
from typing import Any, BinaryIO, TypeAlias

IN_MEMORY = 16_000_000  # bytes; what is larger lies in a temporary file
PIECE = 1 << 18


class Spooled:
    """A file of any size that costs no memory: it can be read from its start any number of times, by anybody.

    It goes when nobody holds it any more.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 (closed when this object goes)
        weakref.finalize(self, self._file.close)
        self.size = 0
        for piece in pieces:
            self._file.write(piece)
            self.size += len(piece)
        self._file.flush()

    def __len__(self) -> int:
        return self.size

    def __reduce__(self) -> tuple[Any, ...]:
        """The same file in a process that is being started: it is handed over, not copied."""
        return _handed_over, (DupFd(self._file.fileno()), self.size)

    def read(self, start: int, size: int) -> bytes:
        return os.pread(self._file.fileno(), size, start)


def _handed_over(given: Any, size: int) -> Spooled:
    spooled = Spooled(())
    spooled._file.close()
    spooled._file, spooled.size = os.fdopen(given.detach(), "rb"), size
    return spooled


Content: TypeAlias = "bytes | Spooled"


def kept(pieces: Iterable[bytes]) -> Content:
    """A file from its pieces: in memory as long as it is small."""
    rest = iter(pieces)
    first: list[bytes] = []
    size = 0
    for piece in rest:
        first.append(piece)
        size += len(piece)
        if size > IN_MEMORY:
            return Spooled(_chained(first, rest))
    return b"".join(first)


def pieces_of(content: Content) -> Iterator[bytes]:
    """The file from its start, in pieces of at most PIECE bytes."""
    for start in range(0, len(content), PIECE):
        yield content[start : start + PIECE] if isinstance(content, bytes) else content.read(start, PIECE)


def whole(content: Content) -> bytes:
    """All of the file at once: for the formats that are read so, whose files are small."""
    return content if isinstance(content, bytes) else content.read(0, len(content))


def head(content: Content, size: int = 65_536) -> bytes:
    return content[:size] if isinstance(content, bytes) else content.read(0, size)


def packed(content: Content) -> bytes:
    """The file, compressed with zlib."""
    packing = zlib.compressobj()
    return b"".join([*(packing.compress(piece) for piece in pieces_of(content)), packing.flush()])


def unpacked(content: bytes) -> Content:
    """What `packed` compressed."""
    return kept(_unpack(content))


def digest(files: Mapping[str, Content]) -> str:
    """SHA-256 over files, by role."""
    found = hashlib.sha256()
    for role in sorted(files):
        found.update(f"{role}:{len(files[role])}:".encode())
        for piece in pieces_of(files[role]):
            found.update(piece)
    return found.hexdigest()


def _unpack(content: bytes) -> Iterator[bytes]:
    unpacking = zlib.decompressobj()
    rest = content
    while rest:
        yield unpacking.decompress(rest, PIECE)
        rest = unpacking.unconsumed_tail


def _chained(first: list[bytes], rest: Iterator[bytes]) -> Iterator[bytes]:
    yield from first
    first.clear()
    yield from rest
