"""Tables of words and patterns, as data files that are read once.

In a table `parts` are pieces of patterns, which others hold as {name}; so is a list of patterns. A pattern is written
one alternative a line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from types import SimpleNamespace
from typing import Any

NEVER = "(?!)"  # a pattern that fits nothing
_LETTERS = 3  # by which a word is looked for among others


@cache
def text_of(file: str, room: str = __name__) -> str:
    return (files(room) / file).read_text(encoding="utf-8")


@lru_cache(maxsize=64)
def table(name: str, **pieces: str) -> Mapping[str, Any]:
    """A table, its patterns put together; `pieces` are parts that are known only when it is used."""
    read = tomllib.loads(text_of(f"{name}.toml"))
    lists = {key: "\n".join(map(_said, value)) for key, value in read.items() if isinstance(value, list)}
    parts = lists | read.pop("parts", {}) | pieces

    def joined(lines: str) -> str:
        every = "|".join(anchored(line.strip() for line in lines.splitlines() if line.strip()))
        return re.sub(r"\{([a-z_]+)\}", lambda m: f"(?:{joined(parts[m[1]])})" if m[1] in parts else m[0], every)

    def filled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: filled(each) for key, each in value.items()}
        if isinstance(value, list):
            return [filled(each) for each in value]
        return joined(value) if isinstance(value, str) and "\n" in value else value

    return {key: filled(value) for key, value in read.items()}


_CLASS = r"\\.|\[[^\]\\]*(?:\\.[^\]\\]*)*\]"  # an escaped sign, a set of signs
_ANCHOR = re.compile(rf"\\b|\^|\(\?<[!=](?:{_CLASS}|[^()\[\\])*\)")
_INNER = re.compile(rf"{_CLASS}|[()|]")


def anchored(alternatives: Iterable[str]) -> Iterator[str]:
    """The alternatives of a pattern, those in a row under one anchor together: it is looked for once a place."""
    for anchor, run in groupby(alternatives, _anchor):
        together = [each.removeprefix(anchor) for each in run]
        yield f"{anchor}(?:{'|'.join(together)})" if anchor and together[1:] else anchor + "|".join(together)


def _anchor(alternative: str) -> str:
    """What an alternative begins with and all of it stands under; "" where it has alternatives of its own."""
    depth, led = 0, _ANCHOR.match(alternative)
    for sign in _INNER.findall(alternative) if led else ():
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return ""
    return led[0] if led else ""


def _said(entry: Any) -> str:
    return str(entry.get("words", "")) if isinstance(entry, dict) else str(entry)


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set; strokes part them, too."""
    return frozenset(text.replace("|", " ").split())


class Sets(SimpleNamespace):
    """The sets of words of tables: JOINERS is what stands in one as "joiners"; `together` says which are made of
    others, in order, without those behind "-"."""

    def __init__(self, *tables: str) -> None:
        read = [entry for name in tables for entry in table(name).items()]
        every = {key: words(said) for key, said in read if isinstance(said, str)}
        for key, of in (entry for name, made in read if name == "together" for entry in made.items()):
            joined = frozenset[str]()
            for name in of.split():
                own = every[name.removeprefix("-")]
                joined = joined - own if name.startswith("-") else joined | own
            every[key] = joined
        super().__init__(**{key.upper(): said for key, said in every.items()})

    def __getattr__(self, name: str) -> frozenset[str]:
        raise AttributeError(f"no set of words is called {name}")


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first; by their first letters, so that few are tried at a place."""
    begun: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        begun.setdefault(word[:1].casefold(), []).append(word)
    return "|".join(map(_of_one_letter, begun.values())) or NEVER


def _of_one_letter(words: Sequence[str]) -> str:
    led = len({word[:1] for word in words}) == 1  # else in capitals, too
    return f"{re.escape(words[0][:led])}(?:{'|'.join(re.escape(word[led:]) for word in words)})"


def standing_apart(pattern: str, beside: str = r"\w", flags: re.RegexFlag = re.I) -> re.Pattern[str]:
    """The pattern, where no letter nor figure stands beside it, or whatever `beside` says may not."""
    return re.compile(rf"(?<![{beside}])(?:{pattern})(?![{beside}])", flags)


@lru_cache(maxsize=64)
def patterns(name: str, **pieces: str) -> Mapping[str, re.Pattern[str]]:
    """The patterns of a table by their names, whatever the letters' size."""
    every = table(name, **pieces)
    return {key: re.compile(value, re.IGNORECASE) for key, value in every.items() if isinstance(value, str)}


class Telling:
    """Patterns by their names, looked for only where they may fit. `telling`: of those that cost most, what a text
    holds in which one may, in small letters. What of it a word may hold is remembered: most words have been said
    before."""

    def __init__(self, every: Mapping[str, re.Pattern[str]], telling: Mapping[str, list[str]]) -> None:
        self._every, self._always = every, every.keys() - telling.keys()
        self._by_letters: dict[str, list[tuple[str, str, str]]] = {}
        for name in every.keys() & telling.keys():
            for said in telling[name]:
                word = max(said.split(), key=len)
                self._by_letters.setdefault(word[:_LETTERS], []).append((word, said, name))
        self._told_by = lru_cache(20_000)(self._looked_up)
        self._order = {name: at for at, name in enumerate(every)}
        self._last: tuple[str | None, Set[str]] = (None, frozenset())  # a text is asked about more than once

    def _looked_up(self, word: str) -> list[tuple[str, str]]:
        """The names of those that a word of a text tells of, each with what else the text then holds, if anything."""
        letters = {word[at : at + size] for at in range(len(word)) for size in range(1, _LETTERS + 1)}
        held = (each for key in letters & self._by_letters.keys() for each in self._by_letters[key])
        return [("" if own == said else said, name) for own, said, name in held if own in word]

    def may_fit(self, text: str) -> Set[str]:
        """The names of those that may fit in a text."""
        last, may = self._last
        if last != text:
            low = text.casefold()
            told = filter(None, map(self._told_by, {*low.split()}))
            may = self._always.union([name for each in told for said, name in each if said in low])
            self._last = text, may
        return may

    def fitting(self, text: str) -> Iterator[str]:
        """The names of those that fit in a text, in order."""
        may = sorted(self.may_fit(text), key=self._order.__getitem__)
        return (name for name in may if self._every[name].search(text))
