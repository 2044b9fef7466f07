"""What a reader is given and what it gives: the words that every format shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.lists.content import Content
from bot.sanctions.listing import Listing

Progress = Callable[[str, int, int], None]
"""Told how far a step is: its name, how many are done, how many there are."""


def silent(step: str, done: int, of: int) -> None:
    """A Progress that tells nobody."""


@dataclass(frozen=True, slots=True)
class Role:
    """One file of an edition. `names` are the publisher's names for it, in lower case; `columns` is 0 where the
    file is no CSV. An edition cannot be read without its required files. No file of the role has more than
    `max_bytes`, unpacked."""

    key: str
    names: tuple[str, ...]
    columns: int = 0
    required: bool = False
    max_bytes: int = 600_000_000


SMALL = 0.001  # of the rows of a file: so many bad ones are left out and told, more are for a person to judge
MANY = 200  # rows: of a file that has so many, one row is small damage


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows of a file that could not be read as they stand, and were left out or read as far as they go. `why` says it
    of the first ones."""

    file: str
    rows: int
    of: int
    why: str

    @property
    def most(self) -> int:
        """So many would have been small damage."""
        return max(int(self.of >= MANY), int(SMALL * self.of))

    @property
    def sentence(self) -> str:
        rows = "1 row" if self.rows == 1 else f"{self.rows:,} rows"
        return f"{self.file}: {rows} of {self.of:,} could not be read as published ({self.why})."


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole edition, read: its listings, packed where they are many (`bot.sanctions.packed`). `published` is an ISO
    date where the file itself gives one. `warnings` are sentences about what is odd, not wrong: a file without its end
    mark, for one. `left_out` is what is wrong in files beside the main one. `excerpt` is what it was filtered by where
    it is only a part of a list: no edition to answer from."""

    listings: Sequence[Listing]
    published: str = ""
    warnings: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    excerpt: str = ""


class Reader(Protocol):
    """Reads the files of one edition, by role. Raises RefusedEdition where they are not a whole list."""

    def __call__(self, key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading: ...
