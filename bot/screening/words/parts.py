"""The words of a name, and the part that each plays: name, given name, legal form, stock word, number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.screening.words.legal_forms import forms_in, mended, no_forms
from bot.screening.words.normalise import mended_servants, words_of
from bot.screening.words.numerals import ROMANS, is_roman
from bot.screening.words.weak_words import (
    PARTICLES,
    ROLE_FORM,
    ROLE_INITIAL,
    ROLE_NAME,
    ROLE_NUMBER,
    ROLE_PARTICLE,
    ROLE_PATRONYMIC,
    ROLE_STOCK,
    ROLE_TITLE,
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


_SOLID = (ROLE_NAME, ROLE_PATRONYMIC, ROLE_STOCK, ROLE_NUMBER)


class _Known(dict[str, Part]):
    """What words are in names of so many words, of a person or not; made where it is not known."""

    def __init__(self, size: int, person: bool | None) -> None:
        self._in = size, person

    def __missing__(self, word: str) -> Part:
        part = self[word] = Part(word, _role(word, *self._in))
        return part


def parts_of_all(texts: Iterable[str], persons: Iterable[bool | None]) -> list[list[Part]]:
    """The parts of listed names, of each its text and whether it is a person's. What is made of a word is kept until
    all are read, for they share words."""
    known = {(size, person): _Known(size, person) for size in range(LONG_NAME + 1) for person in (None, False, True)}

    def read(words: Sequence[str], person: bool | None) -> list[Part]:
        own = known[min(len(words), LONG_NAME), person]
        return [own[word] for word in words]

    return [parts_of(text, person=person, read=read) for text, person in zip(texts, persons, strict=True)]


def _read(words: Sequence[str], person: bool | None) -> list[Part]:
    """What each word of a name is in it."""
    size = min(len(words), LONG_NAME)
    return [_made(word, size, person) for word in words]


@lru_cache(maxsize=50_000)
def _made(word: str, size: int, person: bool | None) -> Part:
    """A word and its part in a name of `size` words; LONG_NAME stands for all from there on."""
    return Part(word, _role(word, size, person))


def parts_of(
    text: str,
    *,
    person: bool | None = None,
    is_listed: Callable[[str], bool] | None = None,
    read: Callable[[Sequence[str], bool | None], list[Part]] = _read,
) -> list[Part]:
    """The words of a name and their parts, in order. `read` makes, or remembers, what each word is in a name."""
    plain = words_of(text, is_listed)
    if is_listed:
        plain = mended_servants(plain if person else mended(plain, is_listed), is_listed)
    made = _with_forms(plain, person, read)
    if not person:
        made = _numbered(made, surely=person is False)
    if len(made) > 1:
        made = _initial_first(made)
        made = _without_ship(made) if person is False else _at_the_ends(made)
    if not (made and made[0].role in _SOLID) and not any(each.role in _SOLID for each in made):
        made = [each if each.role is ROLE_FORM else each._replace(role=ROLE_NAME) for each in made]
    if person:
        before, comma, _ = text.partition(",")
        taken = frozenset(words_of(before)) if comma else frozenset()
        made = _named_before_the_comma(taken, made)
        family = _surname(text, taken, made)
        made = [_of_family(each.text, each.role, each.kind) if each.text in family else each for each in made]
    return made


def _numbered(made: list[Part], *, surely: bool) -> list[Part]:
    """A Roman numeral at the end, legal form apart, is a number; a single letter only where it is `surely` no
    initial, and stands behind a word: E. X. Co. has no number."""
    if ROMANS.isdisjoint([part.text for part in made]):
        return made
    named = [at for at, part in enumerate(made) if part.role is not ROLE_FORM]
    if len(named) < 2 or all(len(made[at].text) == 1 for at in named):
        return made
    last = made[named[-1]]
    if is_roman(last.text) and (surely or len(last.text) > 1):
        made[named[-1]] = last._replace(role=ROLE_NUMBER)
    return made


def _without_ship(made: list[Part]) -> list[Part]:
    """MT Konstantinovsk is called Konstantinovsk: what kind of ship it is tells little. MT Systems is not called
    Systems."""
    if made[0].text not in SHIPS or not any(part.role is ROLE_NAME for part in made[1:]):
        return made
    return [made[0]._replace(role=ROLE_TITLE), *made[1:]]


LONG_NAME = 3  # words of a name that may have a patronymic
KUNYA_FROM = 4  # words of a name that may have a kunya beside given name and surname
KUNYAS = ("abu", "umm")
RUN_TOGETHER = 12  # letters of a word that may be surname and given name


def _initial_first(made: list[Part]) -> list[Part]:
    """A name that begins with a letter begins with an initial: nothing stands before a particle in E. X. Co."""
    first = made[0]
    if first.role is ROLE_PARTICLE and len(first.text) == 1:
        return [first._replace(role=ROLE_INITIAL), *made[1:]]
    return made


def _at_the_ends(made: list[Part]) -> list[Part]:
    """A particle has something after it."""
    first, last = made[0], made[-1]
    if last.role is ROLE_PARTICLE and last.text in SURNAMES_TOO:
        made[-1] = last._replace(role=ROLE_NAME)
    if len(made) == 2 and len(first.text) >= RUN_TOGETHER and is_patronymic(last.text):
        made[-1] = last._replace(role=ROLE_PATRONYMIC)
    if len(made) >= KUNYA_FROM:
        made = _with_kunya(made)
    if SONS.isdisjoint([part.text for part in made]):
        return made
    return [
        part._replace(role=ROLE_PATRONYMIC) if after.text in SONS and part.role is ROLE_NAME else part
        for part, after in zip(made, [*made[1:], made[-1]], strict=True)
    ]


def _with_kunya(made: list[Part]) -> list[Part]:
    """Abu Hassan before a given name and a surname is a by-name, which lists and people leave out as they do a father's
    name."""
    names = sum(part.role is ROLE_NAME for part in made)
    return [
        part._replace(role=ROLE_PATRONYMIC) if before.text in KUNYAS and part.role is ROLE_NAME and names > 2 else part
        for before, part in zip([made[-1], *made], made, strict=False)
    ]


def _with_forms(
    plain: list[str], person: bool | None, read: Callable[[Sequence[str], bool | None], list[Part]]
) -> list[Part]:
    made = read(plain, person)
    if person or no_forms(plain):
        return made
    forms = forms_in(plain)
    if sum(end - start for start, end, _ in forms) == len(plain):
        return made
    for start, end, kind in reversed(forms):
        made[start:end] = [_form("".join(plain[start:end]), kind)]
    return made


@lru_cache(maxsize=5_000)
def _form(text: str, kind: str) -> Part:
    return Part(text, ROLE_FORM, kind)


@lru_cache(maxsize=50_000)
def _of_family(text: str, role: Role, kind: str) -> Part:
    return Part(text, role, kind, True)


def _role(word: str, size: int, person: bool | None) -> Role:
    if word.isdigit():
        return ROLE_NUMBER
    if size == 1:
        return ROLE_STOCK if word in STOCK_WORDS else ROLE_NAME
    if word in PARTICLES:
        return ROLE_PARTICLE
    if person is not True and word in STOCK_WORDS:
        return ROLE_STOCK
    if person is not False and word in TITLES:
        return ROLE_TITLE
    if len(word) == 1:
        return ROLE_INITIAL
    if person is not False and size >= LONG_NAME and is_patronymic(word):
        return ROLE_PATRONYMIC
    return ROLE_NAME


def _named_before_the_comma(taken: frozenset[str], made: list[Part]) -> list[Part]:
    """A particle that stands alone before the comma is a surname: DU, Xiaoming. `taken`: the words before it."""
    if not taken or any(part.role is not ROLE_PARTICLE for part in made if part.text in taken):
        return made
    return [part._replace(role=ROLE_NAME) if part.text in taken else part for part in made]


def _surname(text: str, taken: frozenset[str], made: list[Part]) -> frozenset[str]:
    """The family name: before the comma, or in capitals among small letters, else the last word."""
    if "," not in text:
        words = text.split()
        shouted = [word for word in words if word.isupper() and len(word) > 2]
        taken = frozenset(words_of(" ".join(shouted))) if 0 < len(shouted) < len(words) else frozenset()
    named = [part.text for part in made if part.role in (ROLE_NAME, ROLE_PATRONYMIC)]
    return taken.intersection(named) or frozenset(named[-1:])
