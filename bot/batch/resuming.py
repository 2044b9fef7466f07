"""Where a long run was stopped: results are kept beside the file that they are for, and the next run goes on.

    {"key": digest of the file, the way it is read, the lists and the policy}
    [[verdict, standing, ...], ...]      one line a chunk, in order

Lines are whole or not there: the last one of a run that was killed may be cut, and is left out.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import itertools
import json
import os
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import IO

from bot.batch.against import Against
from bot.batch.columns import Layout
from bot.batch.judged import Judged
from bot.batch.judging import CHUNK
from bot.errors import BadInput
from bot.part_files import for_its_owner


class Kept:
    """The results of chunks already judged, and the place for more. `path` is removed when all is done, or where there
    was nothing to keep.

    Raises BadInput where another run is at the same file of results: two would keep their chunks in one place.
    """

    def __init__(self, path: Path, key: str) -> None:
        self._path, self._key = path, key
        self._lock = _locked(path)
        self._out: IO[str] | None = None
        self.chunks = self._whole_lines()

    def _whole_lines(self) -> int:
        """How many chunks an earlier run has left for this very work; what it left for another is no use."""
        try:
            with self._path.open(encoding="utf-8") as handle:
                if json.loads(handle.readline() or "{}") != {"key": self._key}:
                    return 0
                return sum(1 for line in handle if line.endswith("]\n"))
        except (OSError, ValueError):
            return 0

    @property
    def rows(self) -> int:
        """How many rows those are."""
        return self.chunks * CHUNK

    def read(self) -> Iterator[list[Judged]]:
        """The results of the chunks that are kept."""
        if self.chunks:
            with self._path.open(encoding="utf-8") as handle:
                for line in itertools.islice(handle, 1, 1 + self.chunks):
                    yield [_judged(cells) for cells in json.loads(line)]

    def add(self, results: list[Judged]) -> None:
        """Keep a chunk. Raises OSError."""
        if self._out is None:
            self._out = self._begun()
        self._out.write(json.dumps([_cells(one) for one in results], ensure_ascii=False) + "\n")
        self._out.flush()

    def _begun(self) -> IO[str]:
        """The file open at the end of its whole lines."""
        if not self.chunks:
            handle = self._path.open("w", encoding="utf-8")
            handle.write(json.dumps({"key": self._key}) + "\n")
            return handle
        whole = 0
        with self._path.open("rb") as lines:
            whole = sum(len(line) for line in itertools.islice(lines, 1 + self.chunks))
        handle = self._path.open("r+", encoding="utf-8")
        handle.truncate(whole)
        handle.seek(whole)
        return handle

    def close(self) -> None:
        if self._out is not None:
            self._out.close()
        if not self._lock.closed:
            with contextlib.suppress(FileNotFoundError):
                if not self._path.stat().st_size:
                    self._path.unlink()
            self._lock.close()

    def done(self) -> None:
        self._path.unlink(missing_ok=True)
        self._lock.close()
        self.close()


def _locked(path: Path) -> IO[bytes]:
    """The file, open and held for this run alone; the system lets go of it when the run ends, however it ends."""
    while True:
        handle = open(path, "ab", opener=for_its_owner)  # noqa: SIM115 - it is given back open
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            handle.close()
            raise BadInput(
                f"Another run is writing {path.stem} just now. Wait for it, or give -o another name."
            ) from error
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle.fileno()), path.stat()):
                return handle
        handle.close()  # whoever held it before has removed it meanwhile


def key_of(source: Path, layout: Layout, against: Against) -> str:
    """A digest of everything that a result depends on."""
    digest = hashlib.sha256(repr((layout, against.key, CHUNK)).encode())
    with source.open("rb") as handle:
        while block := handle.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _cells(judged: Judged) -> list[object]:
    """The fields of a result without the empty ones at their end: most are one word."""
    fields: list[object] = list(astuple(judged))
    while fields and not fields[-1]:
        fields.pop()
    return fields


def _judged(cells: list[object]) -> Judged:
    for at in (5, 6):  # lists and programs
        if at < len(cells):
            cells[at] = tuple(cells[at])  # type: ignore[arg-type]
    return Judged(*(cells or [""]))  # type: ignore[arg-type]
