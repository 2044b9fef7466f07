"""Flat arrays in place of objects: texts in one buffer, and numbers found by the hash of a code."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
Indices = NDArray[np.intp]  # ids to index by: numpy does that some five times faster than by Ids
Codes = NDArray[np.uint32]
Starts = NDArray[np.uint32]
Arrays = dict[str, NDArray[np.generic]]
Number = TypeVar("Number", bound=np.integer)


def code_of(text: str) -> int:
    """A 32-bit hash, the same on every machine and in every run."""
    return crc32(text.encode())


def _crc_table() -> NDArray[np.uint32]:
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, (table >> 1) ^ np.uint32(0xEDB88320), table >> 1)
    return table


_CRC = _crc_table()
FEW = 25  # texts that are read faster one by one
LAST = 0xFFFFFFFF  # a code is inverted before its first letter and after its last


def codes_at(letters: NDArray[np.uint8], positions: NDArray[np.int64], size: int) -> Codes:
    """The codes (`code_of`) of the texts of `size` letters that begin at each of the positions."""
    codes = np.full(len(positions), LAST, dtype=np.uint32)
    for at in range(size):
        codes = crc_with(codes, letters[positions + at])
    return ~codes


def by_length(texts: Sequence[bytes]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.uint8]]]:
    """The texts of one length after those of another: their places, and their letters, a row each."""
    sizes = np.array([len(text) for text in texts], dtype=np.int64)
    for size in np.flatnonzero(np.bincount(sizes)).tolist() if len(sizes) else ():
        places = (sizes == size).nonzero()[0]
        letters = np.frombuffer(b"".join([texts[at] for at in places.tolist()]), dtype=np.uint8)
        yield places, letters.reshape(len(places), size)


def codes_of_texts(texts: Sequence[bytes], sort: int = 0, *, in_order: bool = False) -> Codes:
    """The code of each text, its letters `in_order` of the alphabet or as they stand; all of one length at once.
    `sort` is what the code begins with: the code of what stands before, as it were."""
    made = np.zeros(len(texts), dtype=np.uint32)
    for places, letters in by_length(texts):
        letters = np.sort(letters, axis=1) if in_order else letters
        codes = np.full(len(places), sort ^ LAST, dtype=np.uint32)
        for at in range(letters.shape[1]):
            codes = crc_with(codes, letters[:, at])
        made[places] = ~codes
    return made


def crc_with(codes: Codes, letters: NDArray[np.uint8]) -> Codes:
    """The codes one letter further; they are inverted until the last letter, as CRC-32 has it."""
    further: Codes = _CRC[(codes ^ letters) & 0xFF] ^ (codes >> np.uint32(8))
    return further


def starts_of(counts: Iterable[int] | NDArray[np.int64]) -> Starts:
    """Where each group begins when groups of these sizes stand in a row; one more, the end."""
    sizes = np.asarray(counts if isinstance(counts, np.ndarray) else list(counts), dtype=np.int64)
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)]).astype(np.uint32)


def spread(starts: NDArray[np.integer], counts: NDArray[np.integer]) -> Indices:
    """The positions of all members of some groups, group after group."""
    sizes = counts.astype(np.intp, copy=False)
    positions: Indices = (starts - sizes.cumsum() + sizes).repeat(sizes)
    positions += np.arange(len(positions))
    return positions


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """The values, each once, in rising order. `np.unique` hashes them, which takes longer where they are many."""
    ordered = np.sort(values)
    return ordered[first_of_each(ordered)]


def first_of_each(ordered: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Which of some ordered values differ from the one before."""
    new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return new


def ends_of_runs(ordered: NDArray[np.generic]) -> Indices:
    """Where each run of equal ones among some ordered values begins, and where the last ends."""
    new = np.ones(len(ordered) + 1, dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:-1])
    return new.nonzero()[0]


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
        """Some of the texts; they must be ASCII, of one line each."""
        if len(numbers) < FEW:
            return [self[at] for at in numbers.tolist()]
        sizes = self.lengths(numbers) + 1  # with the letter behind each, in the place of which its line ends
        letters = self._letters.take(spread(self._starts[numbers], sizes), mode="clip")
        letters[sizes.cumsum() - 1] = ord("\n")
        return letters.tobytes().decode("ascii").split("\n")[:-1]

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
        self._held, self._bounds = codes.data, starts.data  # read one by one, they are faster than the arrays

    @classmethod
    def of(cls, codes: Codes, ids: Ids) -> Lookup:
        """`ids` in the order of their codes; each id once for a code, in rising order."""
        pairs = distinct((codes.astype(np.uint64) << np.uint64(32)) | ids.astype(np.uint64))
        codes, ids = (pairs >> np.uint64(32)).astype(np.uint32), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int32)
        first = first_of_each(codes).nonzero()[0]
        return cls(codes[first], np.append(first, len(codes)).astype(np.uint32), ids)

    def each(self, codes: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """Of those codes that are known the place in `codes`, and the ids."""
        held, bounds = self._ids.data, self._bounds
        known, at = self._known(codes)
        for place, group in zip(known.tolist(), at.tolist(), strict=True):
            yield place, held[bounds[group] : bounds[group + 1]].tolist()

    def _known(self, codes: Sequence[int]) -> tuple[Indices, Indices]:
        """Which of the codes are known, by their places, and where they stand here."""
        if not len(self._codes):
            return _NOTHING, _NOTHING
        wanted = np.array(codes, dtype=np.uint32)
        at = self._codes.searchsorted(wanted)
        known = (self._codes.take(at, mode="clip") == wanted).nonzero()[0]
        return known, at[known]

    def ids(self, code: int) -> Ids:
        """The ids of one code."""
        at = bisect_left(self._held, code)
        if at == len(self._held) or self._held[at] != code:
            return self._ids[:0]
        return self._ids[self._bounds[at] : self._bounds[at + 1]]

    def rarest(self, codes: Sequence[int], most: int) -> Ids:
        """The ids of the codes with the fewest ids, as many codes as make at most `most` ids."""
        _, at = self._known(codes)
        starts = self._starts[at].astype(np.int64)
        counts = self._starts[at + 1] - starts
        if counts.sum() > most:
            order = counts.argsort(kind="stable")
            kept = order[counts[order].cumsum() <= most]
            starts, counts = starts[kept], counts[kept]
        return self._ids[spread(starts, counts)]

    def arrays(self, name: str) -> Arrays:
        return {f"{name}.codes": self._codes, f"{name}.starts": self._starts, f"{name}.ids": self._ids}

    @classmethod
    def read(cls, arrays: Arrays, name: str) -> Lookup:
        return cls(arrays[f"{name}.codes"], arrays[f"{name}.starts"], arrays[f"{name}.ids"])  # type: ignore[arg-type]


_NOTHING = np.zeros(0, dtype=np.intp)
