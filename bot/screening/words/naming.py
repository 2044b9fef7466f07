"""A name taken apart: its words, what part each plays, and how much each counts."""

from __future__ import annotations

from collections.abc import Callable

from bot.screening.flat import code_of
from bot.screening.weights import HALF_NAME, SHORT_NAME
from bot.screening.words.legal_forms import OPEN
from bot.screening.words.numerals import as_digits
from bot.screening.words.parts import Part, parts_of
from bot.screening.words.scripts import is_arabic, is_latin, is_rough
from bot.screening.words.traits import Traits, traits_of
from bot.screening.words.weak_words import (
    COMMON_PEOPLE,
    ROLE_FORM,
    ROLE_NAME,
    ROLE_NUMBER,
    ROLE_PARTICLE,
    ROLE_PATRONYMIC,
    ROLE_STOCK,
    ROLE_TITLE,
    Role,
)


class Word:
    """One word in one part. `at` is its number among the listed words, -1 where it has none; `code` its hash;
    `special`: it matters beyond its weight, as a surname, a number, a legal form or a title does. Not to be changed."""

    __slots__ = ("at", "code", "family", "kind", "light", "number", "role", "special", "text", "traits", "weight")

    def __init__(self, part: Part, traits: Traits, at: int = -1) -> None:
        text, role, kind, family = part
        self.text, self.role, self.kind, self.family = text, role, kind, family
        self.weight = weight_of(text, role)
        self.light = role.light
        self.traits = traits
        self.number = as_digits(text)  # "" of what is none
        self.code = code_of(self.number or text)
        self.special = family or bool(kind) or bool(self.number) or role is ROLE_TITLE or len(text) == 1
        self.at = at

    @property
    def part(self) -> Part:
        return Part(self.text, self.role, self.kind, self.family)


def weight_of(text: str, role: Role) -> float:
    if role is ROLE_NUMBER and not text.isdigit():
        return HALF_NAME  # a Roman numeral is a title, too
    if text in _HALVES and role is ROLE_NAME:
        return HALF_NAME  # Abd Allah and Saif al-Din are one name each
    return SHORT_NAME if role is ROLE_NAME and len(text) <= 2 else role.weight


SHORT_WORD = 2  # letters of a word that tells too little to be a name by itself
_HALVES = ("abd", "lah", "din")


class Naming:
    """The words of one name. `core` are those that tell it from others: no form, particle or title.

    `core_code` and `full_code` are equal for names of the same core words, and of the same words, in any order.
    `compact` is the name without spaces and form; `size` its letters.
    """

    __slots__ = (
        "_compact", "core", "core_code", "forms", "full_code", "has_letters", "has_surname", "latin",
        "maybe_numbers", "numbers",
        "numerals",
        "rough", "size", "titles", "words",
    )  # fmt: skip

    def __init__(self, words: tuple[Word, ...], *, rough: bool = False, latin: bool = True, size: int = -1) -> None:
        self.words = words
        self.core = tuple([word for word in words if not word.light]) or words
        self.has_surname = self.has_letters = False
        self.rough, self.latin = rough, latin  # rough: from a script that romanises roughly
        self.forms = self.titles = self.numbers = self.numerals = self.maybe_numbers = _NONE
        full = 0
        for word in words:
            full += word.code
            if word.special:
                self._note(word)
        self.full_code = full
        self.core_code = full if len(self.core) == len(words) else sum([word.code for word in self.core])
        self._compact: str | None = None
        self.size = len(self.compact) if size < 0 else size

    def _note(self, word: Word) -> None:
        self.has_surname = self.has_surname or word.family
        if word.role is ROLE_TITLE:
            self.titles |= {word.text}
        self.has_letters = self.has_letters or len(word.text) == 1
        if word.number:
            self._note_number(word)
        if word.kind and word.kind != OPEN:
            self.forms |= {word.kind}

    def _note_number(self, word: Word) -> None:
        """Digits are a number anywhere, numerals of several letters at the end; V may be one, and an initial."""
        if word.text.isdigit():
            self.numbers |= {word.number}
        elif word.role is ROLE_NUMBER:
            self.numerals |= {word.number}
        else:
            self.maybe_numbers |= {word.number}

    @property
    def compact(self) -> str:
        if self._compact is None:
            self._compact = compact_of([(word.text, word.role) for word in self.words])
        return self._compact

    @property
    def is_common(self) -> bool:
        """Whether the name is of one or two words that many people bear; Abdullah, read as two, is one."""
        names = [word.text for word in self.core if word.text not in _HALVES]
        return len(names) <= 2 and all(name in COMMON_PEOPLE for name in names)

    @property
    def particles(self) -> frozenset[str]:
        return frozenset([word.text for word in self.words if word.role is ROLE_PARTICLE])

    @property
    def has_words(self) -> bool:
        """Whether a telling word is more than a letter."""
        return any(len(word.text) > 1 for word in self.core)

    @property
    def is_telling(self) -> bool:
        """Whether more is left than one stock word, number or short word once small words are taken off."""
        only = self.core[0]
        return len(self.core) > 1 or (only.role in (ROLE_NAME, ROLE_PATRONYMIC) and len(only.text) > SHORT_WORD)

    @property
    def _bare(self) -> list[str]:
        return _texts(tuple([word for word in self.words if word.role is not ROLE_FORM])) or _texts(self.words)

    @property
    def surname(self) -> frozenset[str]:
        return frozenset([word.text for word in self.words if word.family])

    @property
    def short_form(self) -> Word | None:
        """The one telling word after stock words alone: Rosatom of "State Atomic Energy Corporation Rosatom"."""
        if len(self.core) < 3 or any(word.role is not ROLE_STOCK for word in self.core[:-1]):
            return None
        if any(word.role is ROLE_PARTICLE for word in self.words):  # State Bank of India is not India
            return None
        last = self.core[-1]
        return last if last.role is ROLE_NAME and len(last.text) >= 4 else None

    def may_equal(self, other: Naming) -> bool:
        """Whether `equals` may be so, told at once."""
        return self.core_code == other.core_code or self.full_code == other.full_code or not self.is_telling

    def equals(self, other: Naming) -> bool:
        """Whether both are of the same core words, or of the same words. Where one word is left that tells nothing, all
        words tell but legal forms: E. X. Co. is not X, DES INTERNATIONAL is not International."""
        if not self.is_telling:
            if self._bare == other._bare:
                return True
        elif self.core_code == other.core_code and _texts(self.core) == _texts(other.core):
            return True
        return self.full_code == other.full_code and _texts(self.words) == _texts(other.words)

    def numbered(self) -> Naming:
        """The same, its words numbered in order, as if they were all the listed words there are."""
        words = tuple([Word(each.part, each.traits, at) for at, each in enumerate(self.words)])
        return Naming(words, rough=self.rough, latin=self.latin)


_NONE: frozenset[str] = frozenset()


def _texts(words: tuple[Word, ...]) -> list[str]:
    return sorted([word.number or word.text for word in words])


def compact_of(words: list[tuple[str, Role]]) -> str:
    form = ROLE_FORM  # a member is found slowly, and there are very many words
    return "".join([text for text, role in words if role is not form]) or "".join([text for text, _ in words])


def naming_of(text: str, *, person: bool | None = None, is_listed: Callable[[str], bool] | None = None) -> Naming:
    """A typed name, taken apart. `person` None: not known, so both company forms and patronymics are looked for.

    `is_listed` tells a word that some listed name has: others may be put right ("Compnay"). Listed names are read
    without, and left as they are.
    """
    arabic = is_arabic(text)
    made = parts_of(text, person=person, is_listed=is_listed)
    words = tuple([Word(part, traits_of(part.text, arabic)) for part in made])
    return Naming(words, rough=is_rough(text), latin=is_latin(text))
