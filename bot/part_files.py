"""Where a file is written before it is put in its place, whole."""

from __future__ import annotations

import os
from contextlib import suppress
from glob import escape
from pathlib import Path
from uuid import uuid4


class PartFile:
    """A file beside its target that nobody else writes to, also where two write the same file at once: written at
    `path`, then kept or dropped. It is for its owner alone, for what is written holds names. A link's target is what
    is written, and stays a link; what is there and is no file (a device, a pipe) is written as it is, for nothing may
    be put in its place."""

    def __init__(self, target: Path) -> None:
        self._target = _itself(target)
        beside = self._target.with_name(f"{self._target.name[:200]}.{uuid4().hex[:12]}.part")
        self.path = self._target if self._is_no_file else beside
        if self.path is beside:
            with suppress(OSError):  # whoever opens it to write is told why that cannot be
                os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))

    @property
    def _is_no_file(self) -> bool:
        return self._target.exists() and not self._target.is_file()

    def keep(self) -> None:
        """All is there: put it in its place. Raises OSError."""
        if self.path != self._target:
            self.path.replace(self._target)

    def drop(self) -> None:
        """Remove what was written, where it was not kept: half a file is left where a disk is full."""
        if self.path != self._target:
            self.path.unlink(missing_ok=True)


def remove_parts(target: Path) -> None:
    """What those who were killed have left of this file. Whoever calls knows that nobody is writing it."""
    target = _itself(target)
    for part in target.parent.glob(f"{escape(target.name[:200])}.????????????.part"):
        part.unlink(missing_ok=True)


def _itself(path: Path) -> Path:
    return path.resolve() if path.is_symlink() else path


def for_its_owner(path: str, flags: int) -> int:
    """An `opener` for `open`: a file that is made is for its owner alone."""
    return os.open(path, flags, 0o600)
