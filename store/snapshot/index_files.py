"""Indexes of names in files: a process that starts again on the same lists finds its index there, made already."""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from bot.sanctions.listing import Listing
from bot.screening.index.stored import UnusableIndex, source_digest
from bot.screening.screen import Index

log = logging.getLogger(__name__)

KEPT = 2  # files, the newest: while one edition is replaced, another process may still start on the one before
PAST_KEPT = 6
AN_HOUR = 3_600.0  # seconds; building an index takes some

Elsewhere = Callable[[Path, str], bool]  # builds the index of a key into a file, beside this process; whether it could


class IndexFiles:
    """The folder where indexes are kept; without one, nothing is. Whatever is wrong with it or with a file in it, there
    is an index: one that is built then, in memory."""

    def __init__(self, folder: Path | None, kind: str = "names", kept: int = KEPT) -> None:
        self._folder, self._kind, self._kept = folder, kind, kept

    def index_of(
        self, content: str, listings: Callable[[], Iterable[Listing]], elsewhere: Elsewhere | None = None
    ) -> Index:
        """The index of these listings, which are read only where it must be built here. `content` is a digest of what
        they say (`store.lists.listings.content_key`); `elsewhere` is tried first where a large one is to be built."""
        key = hashlib.sha256(f"{content} {domain_version()}".encode()).hexdigest()
        if self._folder is None:
            return Index.build(listings(), key)
        path = self._folder / f"{self._kind}-{key[:16]}.index"
        index = stored_index(path, key)
        if index is None and elsewhere is not None and elsewhere(path, key):
            index = stored_index(path, key)
        if index is None:
            index = Index.build(listings(), key)
            keep(index, path)
        self._take_away_older()
        return index

    def _take_away_older(self) -> None:
        assert self._folder is not None
        with suppress(OSError):
            files = sorted(self._folder.glob(f"{self._kind}-*.index"), key=lambda each: each.stat().st_mtime)
            for old in (*files[: -self._kept], *self._left_behind()):
                old.unlink(missing_ok=True)  # another may have taken it away

    def _left_behind(self) -> Iterator[Path]:
        """Halves of indexes: whoever wrote them was killed."""
        assert self._folder is not None
        for part in self._folder.glob(f"{self._kind}-*.index.*.part"):
            if part.stat().st_mtime < time.time() - AN_HOUR:
                yield part


@cache
def domain_version() -> str:
    """A digest of the code that says what a listing means: the index holds, for instance, what each one does."""
    return source_digest("bot.sanctions")


def stored_index(path: Path, key: str) -> Index | None:
    """The index in a file, if it is the one of this key."""
    if not os.path.exists(path):  # unlike Path.exists, false too for a folder that may not be entered
        return None
    try:
        index = Index.load(path)
    except UnusableIndex as error:
        log.warning("%s It is built anew.", error)
        return None
    if index.version != key:
        log.warning("The stored index %s is of other lists than its name says. It is built anew.", path.name)
        return None
    return index


def keep(index: Index, path: Path) -> None:
    """Store an index. Where that cannot be, the next start builds it again."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        index.save(path)
    except OSError as error:
        log.warning(
            "The index of names cannot be stored in %s (%s), so every start builds it. Set SANCTIONS_BOT_INDEX_DIR to "
            "a folder that can be written.",
            path.parent,
            error.strerror,
        )
