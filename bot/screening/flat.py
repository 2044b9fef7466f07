"""Flat arrays in place of objects: texts in one buffer, and numbers found by the hash of a code."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
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


FEW = 25  # texts that are read faster one by one


def _crc_table() -> Codes:
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, (table >> 1) ^ np.uint32(0xEDB88320), table >> 1)
    return table


_CRC = _crc_table()


@cache
def crc_behind(longest: int) -> NDArray[np.uint32]:
    """What a letter adds to the code of a text in which so many letters stand behind it, fewer than `longest`: CRC-32
    is linear. The code of a text is that of as many zeros, and, by exclusive or, what each of its letters adds."""
    made = [_CRC]
    for _ in range(longest - 1):
        made.append(_CRC[made[-1] & 0xFF] ^ (made[-1] >> np.uint32(8)))
    return np.array(made)


def codes_at(letters: NDArray[np.uint8], positions: NDArray[np.int64], size: int) -> Codes:
    """The codes (`code_of`) of the texts of `size` letters that begin at each of the positions."""
    codes = np.full(len(positions), crc32(bytes(size)), dtype=np.uint32)
    for at, behind in enumerate(crc_behind(size)[::-1]):
        codes ^= behind.take(letters[positions + at])
    return codes


def codes_of_rows(letters: NDArray[np.uint8], sort: int = 0) -> Codes:
    """The codes of texts of one length, a row each; see `codes_of_texts`."""
    size = letters.shape[1]
    codes = np.full(len(letters), crc32(bytes(size), sort), dtype=np.uint32)
    for at, behind in enumerate(crc_behind(size)[::-1]) if size else ():
        codes ^= behind.take(letters[:, at])
    return codes


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

    @classmethod
    def of_lines(cls, lines: bytes) -> Texts:
        """Texts that are given as lines, the last of which has no end."""
        letters = np.frombuffer(lines, dtype=np.uint8)
        ends = np.append((letters == ord("\n")).nonzero()[0], len(letters))
        return cls(letters[letters != ord("\n")], np.append(0, ends - np.arange(len(ends))).astype(np.uint32))

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

    @property
    def sizes(self) -> NDArray[np.int64]:
        """The lengths of all, in bytes."""
        sizes: NDArray[np.int64] = self._starts[1:].astype(np.int64) - self._starts[:-1]
        return sizes

    def lengths(self, numbers: NDArray[np.integer]) -> NDArray[np.int64]:
        """Their lengths, in bytes."""
        lengths: NDArray[np.int64] = self._starts[numbers + 1].astype(np.int64) - self._starts[numbers]
        return lengths

    def joined(self, numbers: NDArray[np.integer], counts: NDArray[np.integer]) -> Texts:
        """Texts that are made of these, of so many each: of `numbers` the first ones, then the next."""
        sizes = self.lengths(numbers)
        letters = self._letters.take(spread(self._starts[numbers], sizes))
        return Texts(letters, starts_of(sizes)[starts_of(counts)])

    def by_length(self, which: NDArray[np.bool_] | None = None) -> Iterator[tuple[Indices, NDArray[np.uint8]]]:
        """The texts of one length after those of another, or `which` of them: their places, and their letters, a row
        each."""
        some = np.arange(len(self)) if which is None else which.nonzero()[0]
        sizes = self.lengths(some)
        for size in np.flatnonzero(np.bincount(sizes)).tolist():
            places = some[sizes == size]
            yield places, self.beginning(places, size)

    def beginning(self, numbers: NDArray[np.integer], size: int) -> NDArray[np.uint8]:
        """The first letters of some of the texts, none of which is shorter than `size`: a row each."""
        rows: NDArray[np.uint8] = self._letters[self._starts[numbers].astype(np.intp)[:, None] + np.arange(size)]
        return rows

    def codes(self, sort: int = 0, which: NDArray[np.bool_] | None = None, *, in_order: bool = False) -> Codes:
        """The code of each text, or of `which` of them, its letters `in_order` of the alphabet or as they stand; all of
        one length at once. `sort` is what the code begins with: the code of what stands before, as it were."""
        made = np.zeros(len(self), dtype=np.uint32)
        for places, letters in self.by_length(which):
            made[places] = codes_of_rows(np.sort(letters, axis=1) if in_order else letters, sort)
        return made if which is None else made[which]

    def codes_inside(self, numbers: NDArray[np.integer], counts: NDArray[np.integer], size: int) -> Codes:
        """The codes of the first so many (`counts`) pieces of `size` letters in each of some of the texts."""
        return codes_at(self._letters, spread(self._starts[numbers], counts), size)

    def differ(self, others: Texts) -> NDArray[np.bool_]:
        """Which of the texts are not those of `others` in the same places."""
        sizes = self.sizes
        other: NDArray[np.bool_] = sizes != others.sizes
        alike = (~other).nonzero()[0]
        own, theirs = (each._letters.take(spread(each._starts[alike], sizes[alike])) for each in (self, others))
        other[alike.repeat(sizes[alike])[own != theirs]] = True
        return other

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
