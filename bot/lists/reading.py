"""What a reader is given and what it gives: the words that every format shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.sanctions.listing import Listing

Progress = Callable[[str, int, int], None]
"""Told how far a step is: its name, how many are done, how many there are."""


def silent(step: str, done: int, of: int) -> None:
    """A Progress that tells nobody."""


@dataclass(frozen=True, slots=True)
class Role:
    """One file of an edition. `names` are the publisher's names for it, in lower case; `columns` is 0 where the
    file is no CSV. An edition cannot be read without its required files."""

    key: str
    names: tuple[str, ...]
    columns: int = 0
    required: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole edition, read. `published` is an ISO date where the file itself gives one. `warnings` are
    sentences about what is odd, not wrong: a file without its end mark, for one."""

    listings: tuple[Listing, ...]
    published: str = ""
    warnings: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads the files of one edition, by role. Raises RefusedEdition where they are not a whole list."""

    def __call__(self, key: str, files: Mapping[str, bytes], progress: Progress = silent) -> Reading: ...
