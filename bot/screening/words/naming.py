"""A name taken apart: its words, what part each plays, and how much each counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bot.screening.flat import code_of
from bot.screening.words.legal_forms import OPEN, forms_in, mended
from bot.screening.words.normalise import mended_servants, words_of
from bot.screening.words.numerals import as_digits, is_roman
from bot.screening.words.scripts import is_arabic, is_latin, is_rough
from bot.screening.words.traits import Traits, traits_of
from bot.screening.words.weak_words import (
    COMMON_PEOPLE,
    PARTICLES,
    SHIPS,
    SONS,
    STOCK_WORDS,
    SURNAMES_TOO,
    TITLES,
    Role,
    is_patronymic,
)


class Part(NamedTuple):
    """A word and its part. `kind` is the kind of a legal form, "" else; `family`: it belongs to the surname."""

    text: str
    role: Role
    kind: str = ""
    family: bool = False


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
        self.special = family or bool(kind) or bool(self.number) or role is Role.TITLE or len(text) == 1
        self.at = at

    @property
    def part(self) -> Part:
        return Part(self.text, self.role, self.kind, self.family)


_SOLID = (Role.NAME, Role.PATRONYMIC, Role.STOCK, Role.NUMBER)


def weight_of(text: str, role: Role) -> float:
    if role is Role.NUMBER and not text.isdigit():
        return 0.5  # a Roman numeral is a title, too
    return 0.6 if role is Role.NAME and len(text) <= 2 else role.weight


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
        if word.role is Role.TITLE:
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
        elif word.role is Role.NUMBER:
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
        return frozenset([word.text for word in self.words if word.role is Role.PARTICLE])

    @property
    def has_words(self) -> bool:
        """Whether a telling word is more than a letter."""
        return any(len(word.text) > 1 for word in self.core)

    @property
    def surname(self) -> frozenset[str]:
        return frozenset([word.text for word in self.words if word.family])

    @property
    def short_form(self) -> Word | None:
        """The one telling word after stock words alone: Rosatom of "State Atomic Energy Corporation Rosatom"."""
        if any(word.role is Role.PARTICLE for word in self.words):  # State Bank of India is not India
            return None
        if len(self.core) < 3 or any(word.role is not Role.STOCK for word in self.core[:-1]):
            return None
        last = self.core[-1]
        return last if last.role is Role.NAME and len(last.text) >= 4 else None

    def equals(self, other: Naming) -> bool:
        """Whether both are of the same core words, or of the same words."""
        if self.core_code == other.core_code and _texts(self.core) == _texts(other.core):
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
    return "".join([text for text, role in words if role is not Role.FORM]) or "".join([text for text, _ in words])


def naming_of(text: str, *, person: bool | None = None, is_listed: Callable[[str], bool] | None = None) -> Naming:
    """A typed name, taken apart. `person` None: not known, so both company forms and patronymics are looked for.

    `is_listed` tells a word that some listed name has: others may be put right ("Compnay"). Listed names are read
    without, and left as they are.
    """
    arabic = is_arabic(text)
    made = parts_of(text, person=person, is_listed=is_listed)
    words = tuple([Word(part, traits_of(part.text, arabic)) for part in made])
    return Naming(words, rough=is_rough(text), latin=is_latin(text))


def parts_of(text: str, *, person: bool | None = None, is_listed: Callable[[str], bool] | None = None) -> list[Part]:
    """The words of a name and their parts, in order."""
    plain = words_of(text, is_listed)
    if is_listed:
        plain = mended_servants(plain if person else mended(plain, is_listed), is_listed)
    made = _with_forms(plain, person)
    if not person:
        made = _numbered(made, surely=person is False)
    if len(made) > 1:
        made = _without_ship(made) if person is False else _at_the_ends(made)
    if not any(part.role in _SOLID for part in made):
        made = [part if part.role is Role.FORM else part._replace(role=Role.NAME) for part in made]
    if person:
        made = _named_before_the_comma(text, made)
        family = _surname(text, made)
        made = [part._replace(family=True) if part.text in family else part for part in made]
    return made


def _numbered(made: list[Part], *, surely: bool) -> list[Part]:
    """A Roman numeral at the end, legal form apart, is a number; a single letter only where it is `surely` no
    initial."""
    named = [at for at, part in enumerate(made) if part.role is not Role.FORM]
    if len(named) < 2:
        return made
    last = made[named[-1]]
    if is_roman(last.text) and (surely or len(last.text) > 1):
        made[named[-1]] = last._replace(role=Role.NUMBER)
    return made


def _without_ship(made: list[Part]) -> list[Part]:
    """MT Konstantinovsk is called Konstantinovsk: what kind of ship it is tells little."""
    return [made[0]._replace(role=Role.TITLE), *made[1:]] if made[0].text in SHIPS else made


KUNYA_FROM = 4  # words of a name that may have a kunya beside given name and surname
KUNYAS = ("abu", "umm")
RUN_TOGETHER = 12  # letters of a word that may be surname and given name


def _at_the_ends(made: list[Part]) -> list[Part]:
    """A name that begins with a letter begins with an initial; a particle has something after it."""
    first, last = made[0], made[-1]
    if first.role is Role.PARTICLE and len(first.text) == 1:
        made[0] = first._replace(role=Role.INITIAL)
    if last.role is Role.PARTICLE and last.text in SURNAMES_TOO:
        made[-1] = last._replace(role=Role.NAME)
    if len(made) == 2 and len(first.text) >= RUN_TOGETHER and is_patronymic(last.text):
        made[-1] = last._replace(role=Role.PATRONYMIC)
    if len(made) >= KUNYA_FROM:
        made = _with_kunya(made)
    return [
        part._replace(role=Role.PATRONYMIC) if after.text in SONS and part.role is Role.NAME else part
        for part, after in zip(made, [*made[1:], made[-1]], strict=True)
    ]


def _with_kunya(made: list[Part]) -> list[Part]:
    """Abu Hassan before a given name and a surname is a by-name, which lists and people leave out as they do a father's
    name."""
    names = sum(part.role is Role.NAME for part in made)
    return [
        part._replace(role=Role.PATRONYMIC) if before.text in KUNYAS and part.role is Role.NAME and names > 2 else part
        for before, part in zip([made[-1], *made], made, strict=False)
    ]


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


def _named_before_the_comma(text: str, made: list[Part]) -> list[Part]:
    """A particle that stands alone before the comma is a surname: DU, Xiaoming."""
    before, comma, _ = text.partition(",")
    taken = words_of(before) if comma else []
    if not taken or any(part.role is not Role.PARTICLE for part in made if part.text in taken):
        return made
    return [part._replace(role=Role.NAME) if part.text in taken else part for part in made]


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
