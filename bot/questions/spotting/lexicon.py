"""What words do in a question, by language: data files read once, and looked up token by token.

A key ("listed", "watch") is an act or a part that a word plays; `filler` are words that play none, but that no name is
known by. An entry is a word or phrase; "санкци*" stands for any ending. A word may play several parts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

LANGUAGES = ("en", "ru", "uk", "de", "fr", "es")
_LONGEST = 7  # words of a phrase


class Entry(NamedTuple):
    """A phrase in folded words; `part` is what it does."""

    words: tuple[str, ...]
    part: str


class Lexicon:
    """All languages at once: a desk writes several in one message."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        self._phrases: dict[str, list[Entry]] = {}
        self._stems: dict[str, list[Entry]] = {}
        for entry in entries:
            first = entry.words[0]
            place = self._stems if first.endswith("*") else self._phrases
            place.setdefault(first.rstrip("*"), []).append(entry)
        self._shortest = min(map(len, self._stems))

    def at(self, words: Sequence[str], place: int) -> Iterator[tuple[int, str]]:
        """The entries that begin at a word: how many words each takes, and its part."""
        word = words[place]
        for entry in self._phrases.get(word, ()):
            if all(map(_fits, entry.words[1:], words[place + 1 : place + len(entry.words)])) and (
                place + len(entry.words) <= len(words)
            ):
                yield len(entry.words), entry.part
        for size in range(self._shortest, len(word) + 1):
            for entry in self._stems.get(word[:size], ()):
                rest = words[place + 1 : place + len(entry.words)]
                if len(rest) == len(entry.words) - 1 and all(map(_fits, entry.words[1:], rest)):
                    yield len(entry.words), entry.part

    @lru_cache(maxsize=20_000)  # noqa: B019 one lexicon lives as long as the process
    def knows(self, word: str) -> bool:
        """Whether a word by itself does something, or is no more than filler."""
        return next(self.at((word,), 0), None) is not None


def _fits(entry: str, word: str) -> bool:
    return word.startswith(entry[:-1]) if entry.endswith("*") else word == entry


def folded(word: str) -> str:
    return word.casefold().replace("ё", "е").replace("’", "'")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon(_entries())


def _entries() -> Iterator[Entry]:
    for language in LANGUAGES:
        for part, phrases in read(language).items():
            for phrase in phrases:
                yield Entry(tuple(folded(phrase).split()), part)


def read(language: str) -> dict[str, list[str]]:
    """One language's phrases by part."""
    text = (files("bot.questions") / "lexicons" / f"{language}.toml").read_text(encoding="utf-8")
    return {part: [p.strip() for p in str(said).split("|") if p.strip()] for part, said in tomllib.loads(text).items()}
