"""The codes under which a listed word is kept and a typed one looked for.

A code is the hash of a word, of its sound, of its consonants, or of one of these with a letter left out: two words
that are alike share one (deletion neighbourhoods, as SymSpell has them). A code leads to words; it proves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.screening.flat import Codes, Ids, Texts, crc_behind
from bot.screening.words import phonetic
from bot.screening.words.traits import Traits

LONGEST = 24  # letters from where on single letters are not left out
SHORTEST = 4  # consonants of a word that may have a slip in its sound

# What a typed and a listed word are known to share when a code of this sort led from the one to the other.
LETTERS, SOUND, BONES, FORM, CONSONANTS, SLIP, MISREAD = (1 << bit for bit in range(7))
# The sorts. CONSONANTS are kept twice: in words written in Arabic letters, which latin ones ask for, and in latin ones.
_SOUNDS = phonetic.key, phonetic.weak_keys, phonetic.skeleton
_LETTERS, _SOUND, _BONES, _FORM, _ARABIC, _LATIN, _SLIP = (crc32(sort) for sort in b"d k s g v w x".split())


def codes_of(words: Sequence[Traits]) -> tuple[Codes, Ids]:
    """The codes of some listed words, some perhaps twice, and the place of the word that each is of. Numbers and single
    letters have none: they are found as they are or not at all."""
    at = np.array([n for n, word in enumerate(words) if not word.is_number and len(word.text) > 1], dtype=np.int32)
    if not len(at):
        return np.zeros(0, dtype=np.uint32), at
    words = [words[place] for place in at.tolist()]
    lines = "\n".join([word.text for word in words])
    plain, keys, weak, bones = (Texts.of_lines(text.encode()) for text in (lines, *(of(lines) for of in _SOUNDS)))
    arabic = np.array([word.arabic for word in words])
    groups = np.array([word.group for word in words])
    form = Texts.of([b"%d" % group for group in groups.tolist()])
    everywhere = np.ones(len(at), dtype=np.bool_)
    made = [
        _coded(plain, _LETTERS, everywhere),
        _coded(weak, _LATIN, ~arabic),
        _coded(weak, _ARABIC, arabic),
        _coded(keys, _SOUND, keys.sizes >= 2),
        _coded(bones, _BONES, bones.sizes >= 2),
        _coded(form, _FORM, groups > 0),
        _all_left_out(plain, _LETTERS, everywhere),
        _all_left_out(weak, _SLIP, weak.sizes >= SHORTEST),
    ]
    return np.concatenate([codes for codes, _ in made]), at[np.concatenate([places for _, places in made])]


def codes_asked(words: Sequence[Traits], is_listed: Callable[[str], bool]) -> Iterator[tuple[list[int], list[int]]]:
    """The codes under which each of some typed words is looked for; and beside each code what it says that is shared.
    `is_listed`: whether a list has a word as it is: then it is not short of vowels."""
    lines = "\n".join([word.text for word in words]).encode()
    sounds = (of(lines.decode()).encode().split(b"\n") for of in _SOUNDS)
    for word, plain, key, weak, bones in zip(words, lines.split(b"\n"), *sounds, strict=True):
        yield _codes_of_one(word, plain, key, weak, bones, is_listed)


def _codes_of_one(
    word: Traits, plain: bytes, key: bytes, weak: bytes, bones: bytes, is_listed: Callable[[str], bool]
) -> tuple[list[int], list[int]]:
    """The codes of one word: as it is written, as it sounds, in two ways, and its written consonants."""
    codes, bonds = ([crc32(key, _SOUND)], [SOUND]) if len(key) >= 2 else ([], [])
    codes += [crc32(plain, _LETTERS), *_left_out(plain, _LETTERS)]
    bonds += [LETTERS] * (len(codes) - len(bonds))
    if b"rn" in plain:  # as scanning reads an m
        codes.append(crc32(plain.replace(b"rn", b"m"), _LETTERS))
        bonds.append(MISREAD)
    few = len(bones) == 2 and (word.vowelless or (len(plain) == 3 and not is_listed(word.text)))
    if len(bones) >= 3 or few:
        codes.append(crc32(bones, _BONES))
        bonds.append(BONES)
    if word.group:
        codes.append(crc32(b"%d" % word.group, _FORM))
        bonds.append(FORM)
    if len(weak) >= 3:
        codes.append(crc32(weak, _ARABIC))
        bonds.append(CONSONANTS)
    if word.arabic:
        codes += [crc32(other, _LATIN) for other in {weak, phonetic.persian_key(word.text).encode()}]
        bonds += [CONSONANTS] * (len(codes) - len(bonds))
        codes += [crc32(weak, _SLIP), *_left_out(weak, _SLIP)] if len(weak) >= SHORTEST else []
        bonds += [SLIP] * (len(codes) - len(bonds))
    return codes, bonds


def bonds_between(one: Traits, other: Traits) -> int:
    """What two words share, as codes would tell it."""
    bonds = LETTERS | (MISREAD if "rn" in one.text else 0)
    bonds |= SOUND if len(key := phonetic.key(one.text)) >= 2 and key == phonetic.key(other.text) else 0
    bonds |= BONES if one.bones == other.bones else 0
    if one.weak_key == other.weak_key:
        return bonds | CONSONANTS
    return bonds | (SLIP if min(len(one.weak_key), len(other.weak_key)) >= SHORTEST else 0)


def _coded(texts: Texts, sort: int, which: NDArray[np.bool_]) -> tuple[Codes, Ids]:
    """The codes of some of the texts, and their places."""
    return texts.codes(sort, which), which.nonzero()[0].astype(np.int32)


def _all_left_out(texts: Texts, sort: int, which: NDArray[np.bool_]) -> tuple[Codes, Ids]:
    """The codes of some of the texts without one of their letters (`_left_out`), and the place of the text of each.

    What stands before the letter left out adds what it would with one letter less behind it, what stands after it what
    it does (`crc_behind`)."""
    codes, owners = [np.zeros(0, dtype=np.uint32)], [np.zeros(0, dtype=np.int32)]
    behind = crc_behind(LONGEST)
    for places, letters in texts.by_length(which & (texts.sizes >= 2) & (texts.sizes <= LONGEST)):
        size = letters.shape[1]
        without = np.full(len(places), crc32(bytes(size - 1), sort), dtype=np.uint32)
        for at in range(1, size):
            without ^= behind[size - 1 - at].take(letters[:, at])
        codes.append(without)
        for at in range(size - 1):  # then the one after it is left out, and it is not
            without = without ^ behind[size - 2 - at].take(letters[:, at] ^ letters[:, at + 1])
            codes.append(without)
        owners += [places.astype(np.int32)] * size
    return np.concatenate(codes), np.concatenate(owners)


def _left_out(text: bytes, sort: int) -> list[int]:
    """The codes of the text without one of its letters."""
    if not 2 <= len(text) <= LONGEST:
        return []
    return [crc32(text[:at] + text[at + 1 :], sort) for at in range(len(text))]
