"""What two words are compared by: their letters, how they sound, their consonants, the given name they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.screening.flat import code_of
from bot.screening.words import phonetic
from bot.screening.words.given_names import group_of


class Traits:
    """The traits of one word. `packed` holds, from the highest bits down, the code of a spelling under which
    romanisations agree (32), the number of the given name that it is a form of, 0 for none (16), its first and its last
    letter (8 each).

    `arabic`: written in Arabic letters, which leave short vowels out.
    """

    __slots__ = ("arabic", "is_number", "packed", "text")

    def __init__(self, text: str, arabic: bool, packed: int) -> None:
        self.text, self.arabic, self.packed = text, arabic, packed
        self.is_number = text.isdigit()

    @property
    def roman(self) -> int:
        return self.packed >> 32

    @property
    def group(self) -> int:
        return self.packed >> 16 & 0xFFFF

    @property
    def weak_key(self) -> str:
        """The consonants as they sound, without those that Arabic writes for long vowels."""
        return phonetic.weak_key(self.text)

    @property
    def bones(self) -> str:
        """The written consonants."""
        return phonetic.skeleton(self.text)

    @property
    def vowelless(self) -> bool:
        return self.arabic or phonetic.is_vowelless(self.text)


@lru_cache(maxsize=50_000)
def traits_of(text: str, arabic: bool = False) -> Traits:
    """The traits of a plain word."""
    return _traits(text, arabic, phonetic.romanised(text))


def traits_of_all(texts: Sequence[str], arabic: Sequence[bool]) -> list[Traits]:
    """The traits of many words, made at once."""
    romans = phonetic.romanised("\n".join(texts)).split("\n") if texts else ()
    return [_traits(*each) for each in zip(texts, arabic, romans, strict=True)]


def _traits(text: str, arabic: bool, roman: str) -> Traits:
    packed = code_of(roman) << 32 | group_of(text, roman) << 16 | ord(text[:1] or " ") << 8 | ord(text[-1:] or " ")
    return Traits(text, arabic, packed)
