"""Listed names that stand in a text: which words of it are words of listed names, and which runs are whole names."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

import numpy as np

from bot.screening.flat import Ids, code_of
from bot.screening.index.names import Names
from bot.screening.words.naming import Naming
from bot.screening.words.normalise import words_of
from bot.screening.words.weak_words import Role

LONGEST = 8  # typed words of one name; longer ones are found by their parts
WHOLE = 2  # words of a name from where on it is told even by ordinary ones: "Russian Machines"
MOST_READINGS = 6  # of one run: endings that a name may have been typed with
REMEMBERED = 20_000  # words and pairs of words: most of a message have been said in others
MOST_HELD = 300  # names that hold a word, from where on it does not tell which name it stands in

Plain = tuple[str, ...]  # one typed word as plain words: "Alfa-Bank" is two
_Window = tuple[int, int, tuple[str, ...], Plain]  # a run of typed words from one to another, as spelt


class Mention(NamedTuple):
    """Typed words `start` to `end` (exclusive), read as `spelt`. `strong`: they are a full name of a listed
    party, one word a strong one, or a person's given name and surname; else they stand together in a listed name."""

    start: int
    end: int
    spelt: tuple[str, ...]
    strong: bool


class Mentions:
    """Finds listed names by their words, as they are spelt: what is misspelt is for screening to find."""

    def __init__(self, names: Names, places: Container[str]) -> None:
        self._names, self._places = names, places
        self._whole_names: dict[Plain, bool] = {}
        # They know nothing of this object: in a circle with it they would outlive what no garbage collection looks at.
        self.bearers = lru_cache(REMEMBERED)(partial(_bearers, names))
        self.is_surname = lru_cache(REMEMBERED)(partial(_is_surname, names))
        self._together = lru_cache(REMEMBERED)(partial(_stand_together, names))

    def is_name(self, text: str) -> bool:
        """Whether a text is, in full, a name of a listed party, whatever its words are; legal form apart. Of one word a
        strong one."""
        plain = _plain(text)
        known = self._whole_names.get(plain)
        return bool(self._are_names({plain})[plain] if known is None else known)

    def are_of_one(self, words: Sequence[str]) -> bool:
        """Whether one listed name holds all of the words."""
        held = sorted((self._names.held_by(plain) for word in words for plain in _plain(word)), key=len)
        if not held or not len(held[0]):
            return False
        both: Ids = held[0]
        for other in held[1:]:
            both = both[other[np.minimum(other.searchsorted(both), len(other) - 1)] == both]
        return bool(len(both))

    def is_place(self, text: str) -> bool:
        return " ".join(_plain(text)) in self._places

    def find(self, words: Sequence[Sequence[str]], telling: Sequence[bool]) -> list[Mention]:
        """All mentions in a run of typed words, each given by the spellings it may stand for, the likeliest first.

        A word without a spelling is part of no name. `telling`: which words are no ordinary ones; a mention holds at
        least one or is a whole name of WHOLE words, and where it is no whole name all are, or stand in one listed name
        with those that are. Longer before shorter; they may overlap.
        """
        known = [[s for s in spellings if self.bearers(s)] for spellings in words]
        windows = list(_windows(known, telling))
        names = self._are_names({plain for *_, plain in windows})
        found, done = [], set()
        for start, end, spelt, plain in windows:
            if names[plain] and (start, end) not in done:
                done.add((start, end))
                found.append(Mention(start, end, spelt, True))
        for start, end, spelt, plain in windows:
            if end - start != 2 or (start, end) in done or not any(telling[start:end]):
                continue
            if (strong := self._together(plain)) is not None:
                found.append(Mention(start, end, spelt, strong))
        return sorted(found, key=lambda m: (m.start - m.end, not m.strong, m.start))

    def _are_names(self, asked: Collection[Plain]) -> Mapping[Plain, bool | None]:
        """Which words are a name in full, legal form apart; one word a strong one."""
        found = {plain: self._whole_names.get(plain) for plain in asked}
        new = [plain for plain, is_name in found.items() if is_name is None]
        if new:
            held = self._names.letters.each([_code(plain) for plain in new])
            looked = [(new[at], listed) for at, numbers in held for listed in self._names.read_all(numbers)]
            sure = ((plain, listed) for plain, listed in looked if len(plain) >= WHOLE or not listed.weak)
            whole = {plain for plain, listed in sure if _is_whole(listed.naming, plain)}
            told = {plain: plain in whole for plain in new}
            found |= told
            if len(self._whole_names) > REMEMBERED:
                self._whole_names = {}  # a new one, for others may be reading the old
            self._whole_names.update(told)
        return found


def _bearers(names: Names, spelling: str) -> int:
    """How many listed names hold the typed word; 0 where it is in none."""
    held = [len(names.held_by(word)) for word in _plain(spelling)]
    return min(held) if held else 0


def _is_surname(names: Names, spelling: str) -> bool:
    """Whether the typed word is the surname of a listed person, by a strong name."""
    plain = set(_plain(spelling))
    held = [names.held_by(word) for word in plain]
    looked = names.read_all(min(held, key=len)[:MOST_HELD].tolist()) if held else ()
    return any(each.naming.surname == plain and not each.weak for each in looked)


def _stand_together(names: Names, plain: Plain) -> bool | None:
    """Whether words stand in one listed name, "Bank Rossiya", "Oleg Deripaska": True where it is strong, None where
    they do not."""
    held = sorted([names.held_by(word) for word in set(plain)], key=len)
    both: Ids = held[0]
    if len(both) > MOST_HELD:
        return None
    for other in held[1:]:
        both = both[other[np.minimum(other.searchsorted(both), len(other) - 1)] == both]
    if not len(both):
        return None
    looked = names.read_all(both.tolist())
    return any(_is_person_of(listed.naming, plain) and not listed.weak for listed in looked)


def _runs(known: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    start = None
    for at, spellings in enumerate([*known, []]):
        if spellings and start is None:
            start = at
        elif not spellings and start is not None:
            yield start, at
            start = None


def _windows(known: Sequence[Sequence[str]], telling: Sequence[bool]) -> Iterator[_Window]:
    for first, last in _runs(known):
        if last - first < WHOLE and not telling[first]:
            continue
        read_as = [[((spelling,), _plain(spelling)) for spelling in each] for each in known[first:last]]
        solid = [telling[at] or max(map(len, known[at])) > 2 for at in range(first, last)]
        for start in range(first, last):
            if True not in solid[start - first : start - first + LONGEST]:
                continue  # letters alone: nobody is told by them
            tells, read = False, [(tuple[str, ...](), Plain())]
            for end in range(start + 1, min(start + LONGEST, last) + 1):
                more = [
                    (spelt + own, plain + words) for spelt, plain in read for own, words in read_as[end - first - 1]
                ]
                read = more[:MOST_READINGS]
                tells = tells or telling[end - 1]
                if tells or end - start >= WHOLE:
                    yield from ((start, end, spelt, plain) for spelt, plain in read)


def _is_person_of(naming: Naming, plain: Plain) -> bool:
    """Whether the words are the given name and surname of the person, patronymic or middle name left out."""
    own = {word.text for word in naming.core}
    return bool(naming.surname) and naming.surname <= set(plain) and len(plain) > 1 and set(plain) <= own


def _is_whole(naming: Naming, plain: Plain) -> bool:
    """Whether the words are all of the name, with its legal form or without."""
    asked = sorted(plain)
    if asked == sorted([word.text for word in naming.words]):
        return True
    return asked == sorted([word.text for word in naming.words if word.role is not Role.FORM])


@lru_cache(maxsize=20_000)
def _plain(spelling: str) -> Plain:
    return tuple(words_of(spelling))


@lru_cache(maxsize=20_000)
def _code(plain: Plain) -> int:
    return code_of("".join(sorted("".join(plain))))
