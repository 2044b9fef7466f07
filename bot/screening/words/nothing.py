"""Names that say nothing of whom is meant: what stands in a form where nobody gave one, a legal form alone."""

from __future__ import annotations

import re
from functools import cache

from bot.screening.words.data import data_lines
from bot.screening.words.legal_forms import FORMS, forms_in
from bot.screening.words.normalise import visible, words_of

_FIRST = re.compile(r"([a-z]{2,})(?=[ ,]|$)")  # a plain word, that folding leaves as it is
_FORM_STARTS = frozenset(form[0] for form in FORMS)


def says_nothing(text: str) -> bool:
    """Whether a name has no letter, is a stopgap ("N/A", "unknown"), or is made of legal forms alone ("LLC")."""
    plain = visible(text).casefold().strip(" -–—_.,;:!?*'\"«»“”()[]{}<>/\\")
    if not any(char.isalpha() for char in plain):
        return True
    if (first := _FIRST.match(plain)) and not may_begin_so(first[1]):
        return False  # nearly every name: told at once
    words = words_of(plain)
    return plain in _stopgaps() or tuple(words) in _stopgap_words() or _are_forms(words)


def may_begin_so(word: str) -> bool:
    """Whether what says nothing may begin with this plain word."""
    return word in _beginnings()


def _are_forms(words: list[str]) -> bool:
    if len(words) > 12:
        return False
    covered = {at for start, end, _ in forms_in(words) for at in range(start, end)}
    return bool(covered) and all(at in covered or word in ("and", "the", "of") for at, word in enumerate(words))


@cache
def _beginnings() -> frozenset[str]:
    """The first words of what says nothing."""
    typed = {line.split()[0] for line in _stopgaps()}
    read = {words[0] for words in map(words_of, _stopgaps()) if words}
    return _FORM_STARTS | typed | read | {"and", "the", "of"}


@cache
def _stopgaps() -> frozenset[str]:
    return frozenset(line.strip().casefold() for line in data_lines("no_names.txt"))


@cache
def _stopgap_words() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words_of(line)) for line in _stopgaps() if len(line) > 3)
