"""Flat arrays in place of objects: texts in one buffer, and numbers found by the hash of a code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
Codes = NDArray[np.uint32]
Starts = NDArray[np.uint32]
Arrays = dict[str, NDArray[np.generic]]


def code_of(text: str) -> int:
    """A 32-bit hash, the same on every machine and in every run."""
    return crc32(text.encode())


def starts_of(counts: Iterable[int] | NDArray[np.int64]) -> Starts:
    """Where each group begins when groups of these sizes stand in a row; one more, the end."""
    sizes = np.asarray(counts if isinstance(counts, np.ndarray) else list(counts), dtype=np.int64)
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)]).astype(np.uint32)


def spread(starts: NDArray[np.integer], counts: NDArray[np.integer]) -> NDArray[np.int64]:
    """The positions of all members of some groups, group after group."""
    sizes = counts.astype(np.int64)
    positions: NDArray[np.int64] = (starts - sizes.cumsum() + sizes).repeat(sizes)
    positions += np.arange(len(positions))
    return positions


class Texts:
    """Many texts in one buffer of UTF-8."""

    def __init__(self, letters: NDArray[np.uint8], starts: Starts) -> None:
        self._letters, self._starts = letters, starts
        self._held, self._bounds = letters.data, starts.data  # read one by one, they are faster than the arrays

    @classmethod
    def of(cls, texts: Iterable[str | bytes]) -> Texts:
        encoded = [text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass") for text in texts]
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), starts_of(map(len, encoded)))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def raw(self, at: int) -> bytes:
        return bytes(self._held[self._bounds[at] : self._bounds[at + 1]])

    def __getitem__(self, at: int) -> str:
        return str(self._held[self._bounds[at] : self._bounds[at + 1]], "utf-8", "surrogatepass")

    def many(self, numbers: NDArray[np.integer]) -> list[str]:
        """Some of the texts; they must be ASCII."""
        held = self._held
        starts, ends = self._starts[numbers].tolist(), self._starts[numbers + 1].tolist()
        return [str(held[start:end], "ascii") for start, end in zip(starts, ends, strict=True)]

    def lengths(self, numbers: NDArray[np.integer]) -> NDArray[np.int64]:
        """Their lengths, in bytes."""
        lengths: NDArray[np.int64] = self._starts[numbers + 1].astype(np.int64) - self._starts[numbers]
        return lengths

    def beginnings(self, most: int, letters: int) -> list[int]:
        """The numbers of those of the first `most` texts, which are sorted, that begin in other letters than the one
        before."""
        starts, lengths = self._starts[:most].astype(np.int64), np.diff(self._starts[: most + 1].astype(np.int64))
        begun = np.zeros(len(starts), dtype=np.int64)
        for at in range(letters):
            inside = lengths > at
            begun = begun * 256 + np.where(inside, self._letters[np.where(inside, starts + at, 0)], 0)
        found: list[int] = np.flatnonzero(np.diff(begun, prepend=-1)).tolist()
        return found

    def arrays(self, name: str) -> Arrays:
        return {f"{name}.letters": self._letters, f"{name}.starts": self._starts}

    @classmethod
    def read(cls, arrays: Arrays, name: str) -> Texts:
        return cls(arrays[f"{name}.letters"], arrays[f"{name}.starts"])  # type: ignore[arg-type]


class Lookup:
    """Numbers by code. Two codes may share a hash, so whoever looks up checks what is found."""

    def __init__(self, codes: Codes, starts: Starts, ids: Ids) -> None:
        self._codes, self._starts, self._ids = codes, starts, ids

    @classmethod
    def of(cls, codes: Codes, ids: Ids) -> Lookup:
        """`ids` in the order of their codes; each id once for a code, in rising order."""
        pairs = np.unique((codes.astype(np.uint64) << np.uint64(32)) | ids.astype(np.uint64))
        codes, ids = (pairs >> np.uint64(32)).astype(np.uint32), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int32)
        distinct, first = np.unique(codes, return_index=True)
        return cls(distinct, np.append(first, len(codes)).astype(np.uint32), ids)

    def groups(self, codes: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Which of the codes are known, by their places; where the ids of each begin, and how many they are."""
        if not len(self._codes):
            return _NOTHING, _NOTHING, _NOTHING
        wanted = np.array(codes, dtype=np.uint32)
        at = self._codes.searchsorted(wanted)
        at[at == len(self._codes)] = 0
        known = (self._codes[at] == wanted).nonzero()[0]
        at = at[known]
        starts = self._starts[at].astype(np.int64)
        return known, starts, self._starts[at + 1] - starts

    def find(self, codes: Sequence[int]) -> tuple[Ids, NDArray[np.int64]]:
        """The ids of the codes, code after code, and the place in `codes` of the code that each is of."""
        known, starts, counts = self.groups(codes)
        return self._ids[spread(starts, counts)], known.repeat(counts)

    def ids(self, code: int) -> Ids:
        """The ids of one code."""
        at = int(self._codes.searchsorted(np.uint32(code)))
        if at == len(self._codes) or self._codes[at] != code:
            return self._ids[:0]
        return self._ids[self._starts[at] : self._starts[at + 1]]

    def rarest(self, codes: Sequence[int], most: int) -> Ids:
        """The ids of the codes with the fewest ids, as many codes as make at most `most` ids."""
        _, starts, counts = self.groups(codes)
        order = counts.argsort(kind="stable")
        kept = order[counts[order].cumsum() <= most]
        return self._ids[spread(starts[kept], counts[kept])]

    def arrays(self, name: str) -> Arrays:
        return {f"{name}.codes": self._codes, f"{name}.starts": self._starts, f"{name}.ids": self._ids}

    @classmethod
    def read(cls, arrays: Arrays, name: str) -> Lookup:
        return cls(arrays[f"{name}.codes"], arrays[f"{name}.starts"], arrays[f"{name}.ids"])  # type: ignore[arg-type]


_NOTHING = np.zeros(0, dtype=np.int64)
