"""A name taken apart: its words, what part each plays, and how much each counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bot.screening import phonetic
from bot.screening.legal_forms import OPEN, forms_in, mended
from bot.screening.normalise import words_of
from bot.screening.scripts import is_arabic, is_latin, is_rough
from bot.screening.words import PARTICLES, STOCK_WORDS, TITLES, WEIGHT, Role, is_patronymic


@dataclass(frozen=True, eq=False)
class Word:
    """One word in one part. `kind` is the kind of a legal form, "" else."""

    text: str
    role: Role
    kind: str = ""
    weight: float = 1.0
    key: str = ""
    arabic: bool = False  # written in Arabic letters, which leave vowels out

    @cached_property
    def weak_key(self) -> str:
        return phonetic.weak_key(self.text)

    @cached_property
    def skeleton(self) -> str:
        return phonetic.skeleton(self.text)

    @cached_property
    def romanised(self) -> str:
        return phonetic.romanised(self.text)

    @cached_property
    def vowelless(self) -> bool:
        return self.arabic or phonetic.is_vowelless(self.text)


@dataclass(frozen=True, eq=False, slots=True)
class Naming:
    """The words of one name. `core` are those that tell it from others: no form, particle or title.

    `core_key` is equal for names that are equal but for order, case, accents, punctuation, legal form and article;
    `full_key` takes every word. `compact` is the name without spaces and form.
    """

    words: tuple[Word, ...]
    surname: frozenset[str]
    core: tuple[Word, ...]
    forms: frozenset[str]
    numbers: frozenset[str]
    core_key: tuple[str, ...]
    full_key: tuple[str, ...]
    compact: str
    rough: bool = False  # from a script that romanises roughly
    latin: bool = True

    @property
    def junior(self) -> bool:
        """Whether the name says which of two bearers in one family is meant."""
        return any(word.text in ("jr", "sr") for word in self.words)

    @classmethod
    def of(cls, words: tuple[Word, ...], surname: frozenset[str], rough: bool = False, latin: bool = True) -> Naming:
        core = tuple(word for word in words if word.role not in _LIGHT) or words
        return cls(
            words,
            surname,
            core,
            frozenset(word.kind for word in words if word.role is Role.FORM and word.kind != OPEN),
            frozenset(word.text for word in words if word.role is Role.NUMBER),
            tuple(sorted(word.text for word in core)),
            tuple(sorted(word.text for word in words)),
            "".join(word.text for word in words if word.role is not Role.FORM) or "".join(word.text for word in words),
            rough,
            latin,
        )


_LIGHT = (Role.FORM, Role.PARTICLE, Role.TITLE)


class Namer:
    """Takes names apart, keeping one Word for each distinct word and part.

    `mends`: typed names, in which a misspelt legal form ("Compnay") is put right; listed names are left as they are.
    """

    def __init__(self, *, mends: bool = False) -> None:
        self._words: dict[tuple[str, Role, str, bool], Word] = {}
        self._mends = mends

    def name(self, text: str, *, person: bool | None = None) -> Naming:
        """`person` None: not known, so both company forms and patronymics are looked for."""
        plain = words_of(text)
        if self._mends and not person:
            plain = mended(plain)
        arabic = is_arabic(text)
        made = tuple(self._word(*part, arabic) for part in self._roles(plain, person))
        return Naming.of(made, _surname(text, made) if person else frozenset(), is_rough(text), is_latin(text))

    def _word(self, text: str, role: Role, kind: str, arabic: bool) -> Word:
        found = self._words.get((text, role, kind, arabic))
        if found is None:
            found = Word(text, role, kind, _weight(text, role), phonetic.key(text), arabic)
            self._words[(text, role, kind, arabic)] = found
        return found

    def _roles(self, plain: list[str], person: bool | None) -> list[tuple[str, Role, str]]:
        forms = {} if person else {start: (end, kind) for start, end, kind in forms_in(plain)}
        if forms and sum(end - start for start, (end, _) in forms.items()) == len(plain):
            forms = {}
        parts: list[tuple[str, Role, str]] = []
        at = 0
        while at < len(plain):
            if at in forms:
                end, kind = forms[at]
                parts.append(("".join(plain[at:end]), Role.FORM, kind))
                at = end
                continue
            parts.append((plain[at], _role(plain[at], plain, person), ""))
            at += 1
        if any(role in _SOLID for _, role, _ in parts):
            return parts
        return [(text, role if role is Role.FORM else Role.NAME, kind) for text, role, kind in parts]


_SOLID = (Role.NAME, Role.PATRONYMIC, Role.STOCK, Role.NUMBER)


def _role(word: str, plain: list[str], person: bool | None) -> Role:
    alone = len(plain) == 1
    if word.isdigit():
        return Role.NUMBER
    if alone:
        return Role.STOCK if word in STOCK_WORDS else Role.NAME
    tests: tuple[tuple[bool, Callable[[str], bool], Role], ...] = (
        (True, PARTICLES.__contains__, Role.PARTICLE),
        (person is not True, STOCK_WORDS.__contains__, Role.STOCK),
        (person is not False, TITLES.__contains__, Role.TITLE),
        (True, lambda text: len(text) == 1, Role.INITIAL),
        (person is not False and len(plain) >= 3, is_patronymic, Role.PATRONYMIC),
    )
    return next((role for applies, test, role in tests if applies and test(word)), Role.NAME)


def _weight(text: str, role: Role) -> float:
    weight = WEIGHT[role]
    if role is Role.NAME and len(text) <= 2:
        return 0.6
    return weight


def _surname(text: str, made: tuple[Word, ...]) -> frozenset[str]:
    """The family name: before the comma, or in capitals among small letters, else the last word."""
    before, comma, _ = text.partition(",")
    if comma:
        taken = set(words_of(before))
    else:
        shouted = [part for part in text.split() if part.isupper() and len(part) > 2]
        taken = set(words_of(" ".join(shouted))) if 0 < len(shouted) < len(text.split()) else set()
    named = [word.text for word in made if word.role in (Role.NAME, Role.PATRONYMIC)]
    return frozenset(word for word in named if word in taken) or frozenset(named[-1:])
