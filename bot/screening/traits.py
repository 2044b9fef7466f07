"""What two words are compared by: their letters, how they sound, their consonants, the given name they are."""

from __future__ import annotations

from functools import lru_cache

from bot.screening import phonetic
from bot.screening.flat import code_of
from bot.screening.given_names import group_of


class Traits:
    """The traits of one word, in 32-bit codes where equality is all that counts. 0 is "none", equal to nothing.

    `arabic`: written in Arabic letters, which leave short vowels out. `bones` are the written consonants.
    """

    __slots__ = ("_weak", "arabic", "bones", "group", "is_number", "roman", "sound", "text")

    def __init__(self, text: str, arabic: bool, sound: int, roman: int, bones: int, group: int) -> None:
        self.text, self.arabic = text, arabic
        self.sound, self.roman, self.bones, self.group = sound, roman, bones, group
        self.is_number = text.isdigit()
        self._weak: str | None = None

    @property
    def weak_key(self) -> str:
        """The consonants as they sound, without those that Arabic writes for long vowels."""
        if self._weak is None:
            self._weak = phonetic.weak_key(self.text)
        return self._weak

    @property
    def has_digraph(self) -> bool:
        """Whether it writes a sound with two letters, as other scripts are romanised: dzh, kh, shch."""
        return len(phonetic.sounded(self.text)) < len(self.text)

    @property
    def vowelless(self) -> bool:
        return self.arabic or phonetic.is_vowelless(self.text)


@lru_cache(maxsize=50_000)
def traits_of(text: str, arabic: bool = False) -> Traits:
    """The traits of a plain word."""
    key = phonetic.key(text)
    return Traits(
        text,
        arabic,
        code_of(key) if len(key) >= 2 else 0,
        code_of(phonetic.romanised(text)),
        code_of(phonetic.skeleton(text)),
        group_of(text),
    )
