"""All listed names in flat arrays: their texts, owners and words, and which names hold a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.sanctions.party import Name, NameKind, Schema
from bot.screening.flat import (
    Arrays,
    Ids,
    Lookup,
    Starts,
    Texts,
    code_of,
    codes_of_rows,
    distinct,
    starts_of,
)
from bot.screening.index.lexicon import Lexicon
from bot.screening.index.packing import FAMILY, PackedParts
from bot.screening.index.subject import Subject
from bot.screening.words.given_names import is_given_name
from bot.screening.words.kin import vocabulary_of
from bot.screening.words.legal_forms import KINDS
from bot.screening.words.naming import Naming, Word
from bot.screening.words.parts import Part, parts_of_all
from bot.screening.words.published import letters_of_all
from bot.screening.words.scripts import is_arabic, is_latin, is_rough
from bot.screening.words.spelling import CUT_FROM
from bot.screening.words.weak_words import COMMON_PEOPLE, ROLES

PIECE, FEW_PIECES = 4, 10  # letters; pieces of a short name
AT_A_TIME = 50_000  # names taken to pieces at once
KEPT = 4_000  # listed words that are looked up beforehand
REMEMBERED, NAMES_REMEMBERED = 20_000, 4_000  # listed words in their parts, and names, kept as made
FREQUENT, MOST_FREQUENT = 12, 1_000  # names that hold a word which may be abbreviated, and how many such words
_NAME_KINDS = tuple(NameKind)
_WEAK, _ROUGH, _LATIN = 0x10, 0x20, 0x40  # bits of a name, beside its kind
_BEGUN = "<"  # before the beginning of a long name


class Read(NamedTuple):
    """A listed name as it is read: its number, the number of its party, whether it is weak, and its words."""

    number: int
    owner: int
    weak: bool
    naming: Naming


class Names:
    """The listed names by number. Numbers follow the ids of the parties, so the order of a list changes nothing."""

    def __init__(self, lexicon: Lexicon, arrays: Arrays) -> None:
        self.lexicon = lexicon
        self._arrays = arrays
        self._texts = Texts.read(arrays, "name")
        self.owners: Ids = arrays["name.owners"]  # type: ignore[assignment]
        self.weights: NDArray[np.float32] = arrays["name.weights"]  # type: ignore[assignment]
        self.initials: NDArray[np.uint32] = arrays["name.initials"]  # type: ignore[assignment]
        self.starts: Starts = arrays["holders.starts"]  # type: ignore[assignment]
        self.holders: Ids = arrays["holders"]  # type: ignore[assignment]
        self.pieces = Lookup.read(arrays, "piece")
        self.letters = Lookup.read(arrays, "letters")
        self.sizes: NDArray[np.uint8] = arrays["name.sizes"]  # type: ignore[assignment]
        # These are read one by one, a few for each question: so a buffer is faster than its array.
        self._owners, self._flags, self._letters_of = (
            arrays[f"name.{each}"].data for each in ("owners", "flags", "letters_of")
        )
        self._first, self._words, self._parts = (
            arrays[f"name.{each}"].data for each in ("words.starts", "words", "parts")
        )
        self._made: dict[tuple[int, int], Word] = {}
        self._read: dict[int, Read] = {}
        lexicon.vocabulary = vocabulary_of(self._frequent())

    @classmethod
    def of(cls, subjects: Sequence[Subject]) -> Names:
        of_each = [subject.names for subject in subjects]
        named = [name for names in of_each for name in names]
        texts = [name.text for name in named]
        persons = [is_person(s.schema) for s, names in zip(subjects, of_each, strict=True) for _ in names]
        packed = PackedParts(parts_of_all(texts, persons), [is_arabic(text) for text in texts])
        lexicon = Lexicon.of(packed.words)
        words, of_words = packed.arrays(lexicon)
        whole = lexicon.joined(words, packed.counts)
        bare = lexicon.joined(*packed.without_forms(words))
        pieces, sizes = pieces_by_name(bare)
        arrays = {
            **Texts.of(texts).arrays("name"),
            "name.owners": np.arange(len(subjects), dtype=np.int32).repeat([len(names) for names in of_each]),
            "name.flags": np.array([_flags(name) for name in named], dtype=np.uint8),
            "name.words.starts": starts_of(packed.counts),
            **of_words,
            **_holders(words, packed.counts, len(lexicon)),
            "name.sizes": sizes,
            "name.letters_of": np.minimum(bare.sizes, 255).astype(np.uint8),
            **pieces.arrays("piece"),
            **_letters(whole, bare, letters_of_all(texts)).arrays("letters"),
        }
        names = cls(lexicon, arrays)
        lexicon.keep(names._commonest(KEPT))
        return names

    def _commonest(self, most: int) -> list[int]:
        """The words that most names hold, by number."""
        commonest: list[int] = np.diff(self.starts.astype(np.int64)).argsort(kind="stable")[::-1][:most].tolist()
        return commonest

    def _frequent(self) -> list[str]:
        """The words that many names hold and no person is called: what people abbreviate."""
        counts = np.diff(self.starts.astype(np.int64))
        most = self._commonest(MOST_FREQUENT)
        words = [self.lexicon.traits(at).text for at in most if counts[at] >= FREQUENT]
        return [word for word in words if word not in COMMON_PEOPLE and not is_given_name(word)]

    def __len__(self) -> int:
        return len(self.owners)

    def name(self, at: int) -> Name:
        flags = self._flags[at]
        return Name(self._texts[at], _NAME_KINDS[flags & 0x0F], bool(flags & _WEAK))

    def read_all(self, wanted: Sequence[int]) -> Iterator[Read]:
        """Many names, taken apart."""
        read = self._read  # many questions lead to the same names
        new = [number for number in wanted if number not in read]
        made = {number: self._taken_apart(number) for number in new}
        found = [made.get(number) or read[number] for number in wanted]
        if len(read) + len(made) <= NAMES_REMEMBERED:
            read.update(made)
        else:  # a new one, for others may be reading the old
            self._read = made if len(made) <= NAMES_REMEMBERED else {}
        yield from found

    def _taken_apart(self, number: int) -> Read:
        own, bits, made = slice(self._first[number], self._first[number + 1]), self._flags[number], self._made
        keys = zip(self._words[own], self._parts[own], strict=True)
        words = tuple([made.get(key) or self._make(key) for key in keys])
        size = self._letters_of[number]
        naming = Naming(words, rough=bool(bits & _ROUGH), latin=bool(bits & _LATIN), size=size)
        return Read(number, self._owners[number], bool(bits & _WEAK), naming)

    def _make(self, key: tuple[int, int]) -> Word:
        number, packed = key
        if len(self._made) >= REMEMBERED:
            self._made.clear()
        traits = self.lexicon.traits(number)
        part = Part(traits.text, ROLES[packed & 0x0F], KINDS[packed >> 4 & 0x07], bool(packed & FAMILY))
        word = self._made[key] = Word(part, traits, number)
        return word

    def held_by(self, text: str) -> Ids:
        """The names that hold the plain word."""
        at = self.lexicon.number(text)
        return self.holders[:0] if at is None else self.holders[self.starts[at] : self.starts[at + 1]]

    def of_party(self, at: int) -> Ids:
        """The names of a party, by its number."""
        start, end = self.owners.searchsorted(np.array((at, at + 1), dtype=np.int32))  # of another type, all are copied
        return np.arange(start, end, dtype=np.int32)

    def arrays(self) -> Arrays:
        return {**self._arrays, **self.lexicon.arrays()}

    @classmethod
    def read(cls, arrays: Arrays) -> Names:
        kept = {
            name: array
            for name, array in arrays.items()
            if name.startswith(("name.", "name", "holders", "piece.", "letters."))
        }
        return cls(Lexicon.read(arrays), kept)


def is_person(schema: Schema) -> bool | None:
    return None if schema is Schema.LEGAL_ENTITY else schema is Schema.PERSON


def letter_codes(asked: Naming, published: str) -> set[int]:
    """Codes of the letters of a name in the order of the alphabet, with its legal form and without: the same however
    its words are ordered, split or run together. And the code of the beginning of a long one, which may be cut off.
    `published`: its letters as they stand (`letters_of`), whatever reading made of them."""
    whole = "".join([word.text for word in asked.words])
    codes = {code_of("".join(sorted(each))) for each in {whole, asked.compact, published}}
    if len(whole) >= CUT_FROM:
        codes.add(code_of(_BEGUN + whole[:CUT_FROM]))
    return codes


def pieces_of(compact: str) -> set[int]:
    """The codes of the pieces of PIECE letters in a name without spaces; of a long one about half of them, the same in
    every name."""
    letters = compact.encode()
    codes = {crc32(letters[at : at + PIECE]) for at in range(len(letters) - PIECE + 1)}
    return {code for code in codes if code & 1} if len(codes) > FEW_PIECES else codes


def pieces_by_name(compact: Texts) -> tuple[Lookup, NDArray[np.uint8]]:
    """The names by their pieces, as `pieces_of` has them, and how many pieces each has. All at once, in arrays."""
    kept = [_pieces_of_some(compact, at, min(at + AT_A_TIME, len(compact))) for at in range(0, len(compact), AT_A_TIME)]
    pairs = np.concatenate([np.zeros(0, dtype=np.uint64), *kept])
    owners = (pairs >> np.uint64(32)).astype(np.int32)
    counts = np.bincount(owners, minlength=len(compact))
    return Lookup.of((pairs & np.uint64(0xFFFFFFFF)).astype(np.uint32), owners), np.minimum(counts, 255).astype(
        np.uint8
    )


def _pieces_of_some(compact: Texts, first: int, end: int) -> NDArray[np.uint64]:
    """The numbers of the names from the first to before the end, and the codes of their pieces, in one number each."""
    numbers = np.arange(first, end)
    counts = np.maximum(compact.lengths(numbers) - PIECE + 1, 0)
    codes = compact.codes_inside(numbers, counts, PIECE).astype(np.uint64)
    pairs = distinct((numbers.astype(np.uint64).repeat(counts) << np.uint64(32)) | codes)
    owners = (pairs >> np.uint64(32)).astype(np.int64) - first
    many = np.bincount(owners, minlength=end - first) > FEW_PIECES
    return pairs[~many[owners] | (pairs & np.uint64(1)).astype(np.bool_)]


def _letters(whole: Texts, bare: Texts, published: Texts) -> Lookup:
    """The names by the codes of their letters (`letter_codes`), all at once. `bare`: without their legal forms."""
    sizes = whole.sizes
    long, has_form, read_otherwise = sizes >= CUT_FROM, bare.sizes != sizes, published.differ(whole)
    begun = codes_of_rows(whole.beginning(long.nonzero()[0], CUT_FROM), code_of(_BEGUN))
    codes = [
        whole.codes(in_order=True),
        bare.codes(which=has_form, in_order=True),
        begun,
        published.codes(which=read_otherwise, in_order=True),
    ]
    every = np.ones(len(sizes), dtype=np.bool_)
    owners = [which.nonzero()[0].astype(np.int32) for which in (every, has_form, long, read_otherwise)]
    return Lookup.of(np.concatenate(codes), np.concatenate(owners))


def _holders(words: Ids, counts: NDArray[np.int64], size: int) -> Arrays:
    """The names that hold each word, each once, in order."""
    owners = np.arange(len(counts), dtype=np.int64).repeat(counts)
    pairs = distinct((words.astype(np.int64) << 32) | owners)
    held = np.bincount(pairs >> 32, minlength=size)
    return {"holders.starts": starts_of(held), "holders": (pairs & 0xFFFFFFFF).astype(np.int32)}


def _flags(name: Name) -> int:
    bits = _NAME_KINDS.index(name.kind) | _WEAK * name.weak
    if name.text.isascii():  # as most are
        return bits | _LATIN
    return bits | _ROUGH * is_rough(name.text) | _LATIN * is_latin(name.text)
