"""A name taken apart: its words, what part each plays, and how much each counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from bot.screening.legal_forms import OPEN, forms_in, mended
from bot.screening.normalise import words_of
from bot.screening.scripts import is_arabic, is_latin, is_rough
from bot.screening.traits import Traits, traits_of
from bot.screening.words import PARTICLES, STOCK_WORDS, TITLES, WEIGHT, Role, is_patronymic


class Part(NamedTuple):
    """A word and its part. `kind` is the kind of a legal form, "" else; `family`: it belongs to the surname."""

    text: str
    role: Role
    kind: str = ""
    family: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Word:
    """One word in one part. `at` is its number among the listed words, -1 where it has none."""

    text: str
    role: Role
    kind: str
    family: bool
    weight: float
    light: bool
    traits: Traits
    at: int = -1

    @classmethod
    def of(cls, part: Part, traits: Traits, at: int = -1) -> Word:
        text, role, kind, family = part
        return cls(text, role, kind, family, weight_of(text, role), role in LIGHT, traits, at)


LIGHT = (Role.FORM, Role.PARTICLE, Role.TITLE)
_SOLID = (Role.NAME, Role.PATRONYMIC, Role.STOCK, Role.NUMBER)


def weight_of(text: str, role: Role) -> float:
    return 0.6 if role is Role.NAME and len(text) <= 2 else WEIGHT[role]


@dataclass(frozen=True, eq=False)
class Naming:
    """The words of one name. `core` are those that tell it from others: no form, particle or title.

    `core_key` is equal for names that are equal but for order, case, accents, punctuation, legal form and article;
    `full_key` takes every word. `compact` is the name without spaces and form.
    """

    words: tuple[Word, ...]
    rough: bool = False  # from a script that romanises roughly
    latin: bool = True

    @cached_property
    def core(self) -> tuple[Word, ...]:
        return tuple([word for word in self.words if not word.light]) or self.words

    @cached_property
    def solid(self) -> int:
        """How many words tell it."""
        return len(self.core)

    @cached_property
    def has_surname(self) -> bool:
        return any(word.family for word in self.words)

    @cached_property
    def surname(self) -> frozenset[str]:
        return frozenset([word.text for word in self.words if word.family])

    @cached_property
    def forms(self) -> frozenset[str]:
        return frozenset([word.kind for word in self.words if word.kind and word.kind != OPEN])

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset([word.text for word in self.words if word.role is Role.NUMBER])

    @cached_property
    def core_key(self) -> tuple[str, ...]:
        return tuple(sorted([word.text for word in self.core]))

    @cached_property
    def full_key(self) -> tuple[str, ...]:
        return tuple(sorted([word.text for word in self.words]))

    @cached_property
    def compact(self) -> str:
        return compact_of([(word.text, word.role) for word in self.words])

    @cached_property
    def junior(self) -> bool:
        """Whether the name says which of two bearers in one family is meant."""
        return any(word.text in ("jr", "sr") for word in self.words)

    def numbered(self) -> Naming:
        """The same, its words numbered in order, so that tables can be made for them."""
        return replace(self, words=tuple([replace(word, at=at) for at, word in enumerate(self.words)]))


def compact_of(words: list[tuple[str, Role]]) -> str:
    return "".join([text for text, role in words if role is not Role.FORM]) or "".join([text for text, _ in words])


def naming_of(text: str, *, person: bool | None = None, mends: bool = False) -> Naming:
    """A typed name, taken apart. `person` None: not known, so both company forms and patronymics are looked for.

    `mends`: a misspelt legal form ("Compnay") is put right; listed names are left as they are.
    """
    arabic = is_arabic(text)
    made = parts_of(text, person=person, mends=mends)
    words = tuple([Word.of(part, traits_of(part.text, arabic)) for part in made])
    return Naming(words, is_rough(text), is_latin(text))


def parts_of(text: str, *, person: bool | None = None, mends: bool = False) -> list[Part]:
    """The words of a name and their parts, in order."""
    plain = words_of(text)
    if mends and not person:
        plain = mended(plain)
    made = _with_forms(plain, person)
    if not any(part.role in _SOLID for part in made):
        made = [part if part.role is Role.FORM else part._replace(role=Role.NAME) for part in made]
    if person:
        family = _surname(text, made)
        made = [part._replace(family=True) if part.text in family else part for part in made]
    return made


def _with_forms(plain: list[str], person: bool | None) -> list[Part]:
    forms = {} if person else {start: (end, kind) for start, end, kind in forms_in(plain)}
    if forms and sum(end - start for start, (end, _) in forms.items()) == len(plain):
        forms = {}
    if not forms:
        return [Part(word, _role(word, len(plain), person)) for word in plain]
    parts: list[Part] = []
    at = 0
    while at < len(plain):
        if at in forms:
            end, kind = forms[at]
            parts.append(Part("".join(plain[at:end]), Role.FORM, kind))
            at = end
            continue
        parts.append(Part(plain[at], _role(plain[at], len(plain), person)))
        at += 1
    return parts


def _role(word: str, size: int, person: bool | None) -> Role:
    if word.isdigit():
        return Role.NUMBER
    if size == 1:
        return Role.STOCK if word in STOCK_WORDS else Role.NAME
    if word in PARTICLES:
        return Role.PARTICLE
    if person is not True and word in STOCK_WORDS:
        return Role.STOCK
    if person is not False and word in TITLES:
        return Role.TITLE
    if len(word) == 1:
        return Role.INITIAL
    if person is not False and size >= 3 and is_patronymic(word):
        return Role.PATRONYMIC
    return Role.NAME


def _surname(text: str, made: list[Part]) -> frozenset[str]:
    """The family name: before the comma, or in capitals among small letters, else the last word."""
    before, comma, _ = text.partition(",")
    if comma:
        taken = set(words_of(before))
    else:
        shouted = [part for part in text.split() if part.isupper() and len(part) > 2]
        taken = set(words_of(" ".join(shouted))) if 0 < len(shouted) < len(text.split()) else set()
    named = [part.text for part in made if part.role in (Role.NAME, Role.PATRONYMIC)]
    return frozenset(word for word in named if word in taken) or frozenset(named[-1:])
