"""Listed names in a text, through the index: as typed, and with the endings that Russian and Ukrainian give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from bot.questions.spotting.lexicon import sets, spellings
from bot.questions.spotting.sheet import Item
from bot.screening.index.mentions import Mention

COMMON_FROM = 40  # listed names that hold a word, from where on it alone points at nobody
SHORTEST = 4  # letters of a surname by itself
_OF_NO_NAME = sets.FUNCTION_WORDS - sets.INNER


class ListedNames(Protocol):
    """What the index knows of names, as `bot.screening.index.mentions` says it; by itself no name is known."""

    def bearers(self, spelling: str) -> int:
        return 0

    def is_surname(self, spelling: str) -> bool:
        return False

    def is_name(self, text: str) -> bool:
        return False

    def find(self, words: Sequence[Sequence[str]], telling: Sequence[bool]) -> list[Mention]:
        return []


class _Nobody(ListedNames):
    """No index."""


NO_NAMES: ListedNames = _Nobody()


def names_in(
    tokens: Sequence[Item], listed: ListedNames, told: Sequence[bool], fits: Callable[[Mention], bool] = bool
) -> list[Mention]:
    """The listed names in a text, in order, apart from each other: whole ones first, then rare surnames. `told`: which
    words are no ordinary ones; `fits`: whether one may stand there, so that it takes its words from others."""
    taken = [False] * len(tokens)
    found: list[Mention] = []
    for start, end in _stretches(tokens):
        typed = [_spelt(t.text, told[start + at]) for at, t in enumerate(tokens[start:end])]
        for mention in listed.find(typed, told[start:end]):
            first, last = start + mention.start, start + mention.end
            commas = any(token.after_comma for token in tokens[first + 1 : last])
            stands = mention.strong or (all(told[first:last]) and not commas)
            name = mention._replace(start=first, end=last)
            if stands and not any(taken[first:last]) and fits(name):
                taken[first:last] = [True] * (last - first)
                found.append(name)
    rare = ((at, _rare(t.text, listed)) for at, t in enumerate(tokens) if told[at] and not taken[at])
    alone = (Mention(at, at + 1, (name,), False) for at, name in rare if name)
    return sorted([*found, *filter(fits, alone)])


def _spelt(word: str, told: bool) -> tuple[str, ...]:
    """What a word may stand for in a name; nothing for one that is in none as it is typed."""
    if told:
        return spellings(word)
    return () if word in _OF_NO_NAME else (word,)


def _rare(word: str, listed: ListedNames) -> str:
    """A word that few listed names hold, in the nominative; or "". In small letters it must be somebody's surname:
    other words are in names, too."""
    if len(word) < SHORTEST or word.isdigit():
        return ""
    held = ((spelling, listed.bearers(spelling)) for spelling in spellings(word))
    found = next((spelling for spelling, count in held if 0 < count < COMMON_FROM), "")
    return found if found and (not word.islower() or listed.is_surname(found)) else ""


def _stretches(tokens: Sequence[Item]) -> Iterable[tuple[int, int]]:
    starts = [at for at, token in enumerate(tokens) if at == 0 or (token.apart and not token.after_comma)] or [0]
    return zip(starts, [*starts[1:], len(tokens)], strict=True)
