"""The codes under which a listed word is kept and a typed one looked for.

A code is the hash of a word, of its sound, of its consonants, or of one of these with a letter left out: two words
that are alike share one (deletion neighbourhoods, as SymSpell has them). A code leads to words; it proves nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

from bot.screening.words import phonetic
from bot.screening.words.given_names import group_of
from bot.screening.words.traits import Traits

LONGEST = 24  # letters from where on single letters are not left out
SHORTEST = 4  # consonants of a word that may have a slip in its sound

# What a typed and a listed word are known to share when a code of this sort led from the one to the other.
LETTERS, SOUND, BONES, FORM, CONSONANTS, SLIP, MISREAD = (1 << bit for bit in range(7))
# The sorts. CONSONANTS are kept twice: in words written in Arabic letters, which latin ones ask for, and in latin ones.
_LETTERS, _SOUND, _BONES, _FORM, _ARABIC, _LATIN, _SLIP = (crc32(sort) for sort in b"d k s g v w x".split())


def codes_of(text: str, is_arabic: bool) -> set[int]:
    """The codes of a listed word. Numbers and single letters have none: they are found as they are or not at all."""
    if text.isdigit() or len(text) == 1:
        return set()
    plain, weak = text.encode(), phonetic.weak_key(text).encode()
    codes = {crc32(weak, _ARABIC if is_arabic else _LATIN), crc32(plain, _LETTERS), *_left_out(plain, _LETTERS)}
    key, bones = phonetic.key(text).encode(), phonetic.skeleton(text).encode()
    if len(key) >= 2:
        codes.add(crc32(key, _SOUND))
    if len(weak) >= SHORTEST:
        codes.update(_left_out(weak, _SLIP))
    if len(bones) >= 2:
        codes.add(crc32(bones, _BONES))
    if group := group_of(text):
        codes.add(crc32(b"%d" % group, _FORM))
    return codes


def codes_asked(word: Traits, is_listed: Callable[[str], bool]) -> tuple[list[int], list[int]]:
    """The codes under which a typed word is looked for; and beside each what it says that is shared. `is_listed`:
    whether a list has the word as it is: then it is not short of vowels."""
    text = word.text
    plain, weak, bones = text.encode(), word.weak_key.encode(), word.bones.encode()
    key = phonetic.key(text).encode()
    codes = [crc32(plain, _LETTERS), *_left_out(plain, _LETTERS)]
    bonds = [LETTERS] * len(codes)
    if b"rn" in plain:  # as scanning reads an m
        codes.append(crc32(plain.replace(b"rn", b"m"), _LETTERS))
        bonds.append(MISREAD)
    if len(key) >= 2:
        codes.append(crc32(key, _SOUND))
        bonds.append(SOUND)
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


def _left_out(text: bytes, sort: int) -> list[int]:
    """The codes of the text without one of its letters."""
    if not 2 <= len(text) <= LONGEST:
        return []
    return [crc32(text[:at] + text[at + 1 :], sort) for at in range(len(text))]
