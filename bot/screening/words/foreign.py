"""Names out of Cyrillic as other languages write them: Wjatscheslaw Wolodin, Siergiej Szojgu and Sergejs Lavrovs are
listed as VOLODIN, Vyacheslav, SHOIGU, Sergei and LAVROV, Sergei.

The rules stand in `data/foreign_spellings.txt`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from bot.screening.words.data import data_lines

MOST_CHARS = 200


class _Language(NamedTuple):
    marks: re.Pattern[str]
    letters: re.Pattern[str]
    written: tuple[str, ...]

    def in_english(self, text: str) -> str:
        return self.letters.sub(lambda found: self.written[(found.lastindex or 1) - 1], text)


def _language(line: str) -> _Language:
    named, _, rules = line.partition(" | ")
    read, written = zip(*(rule.split("=") for rule in rules.split()), strict=True)
    marks, letters = named.split()[1:], "|".join(f"({each})" for each in read)
    return _Language(_pattern("|".join(marks)), _pattern(letters), written)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("$", r"(?!\w)"))


_LANGUAGES = tuple(map(_language, data_lines("foreign_spellings.txt")))
_ANY_MARK = re.compile("|".join(each.marks.pattern for each in _LANGUAGES))  # most names bear none: told at once


def in_english(text: str) -> Iterator[str]:
    """A name as lists in English may write it, if it bears the marks of another language's way to write Cyrillic; each
    reading once. In small letters."""
    typed = unicodedata.normalize("NFC", text[:MOST_CHARS].casefold())
    if not _ANY_MARK.search(typed):
        return
    made = (each.in_english(typed) for each in _LANGUAGES if each.marks.search(typed))
    yield from dict.fromkeys(name for name in made if name != typed)
