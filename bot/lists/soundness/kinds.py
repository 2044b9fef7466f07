"""The kinds of fact that a listing holds, each as words that can be compared: spelling, case and order apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rapidfuzz import fuzz

from bot.sanctions.listing import Listing
from bot.sanctions.party import BirthDate, Craft

Words = frozenset[str]
ALIKE = 60  # of 100: corrections of spelling, words put in or left out


class Mass(Enum):
    """Which edits of many entries at once publishers make in a kind of fact, so that they are no sign of damage."""

    NEVER = "never"
    RENAME = "rename"  # one value becomes a new one, wherever it stood
    TAGS = "tags"  # a program comes to many, leaves many, or becomes another
    ANY = "any"  # the same words come or go


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fact, read from one `field` of a listing. `names_one`: it names one party, so that a value belongs to
    few entries."""

    key: str
    title: str
    field: str
    words: Callable[[Listing], Words]
    raw: Callable[[Listing], Iterable[str]]
    alike: Callable[[str, str], bool]
    mass: Mass = Mass.NEVER
    names_one: bool = False
    fold_all: Callable[[Sequence[str]], list[str]] = list  # texts folded, those of many entries in one piece

    def same(self, one: Listing, other: Listing) -> bool:
        """Whether two listings say the very same of the kind."""
        return [*self.raw(one)] == [*self.raw(other)]

    def has(self, listing: Listing) -> bool:
        """Whether a listing says anything of the kind: `bool(words)`, without working out the words."""
        if not getattr(listing, self.field):
            return False
        return any(text[:1].isalnum() or any(map(str.isalnum, text)) for text in self.raw(listing))


# Signs become spaces; letters that are not ASCII do too, of which none comes here.
_PLAIN = bytes(ord(c.lower()) if c.isalnum() or c == "\n" else 32 for c in map(chr, range(128))).ljust(256)
_PARTED = bytes(ord("|") if code == ord("|") else sign for code, sign in enumerate(_PLAIN))
_NO_NUMBER = bytes(code for code in range(128) if not chr(code).isalnum() and code != ord("\n"))


def folded(text: str) -> str:
    """Case, accents and punctuation apart. A sign that is no letter in any script is a space."""
    return " ".join(text.encode().translate(_PLAIN).decode().split()) if text.isascii() else _folded(text)


def all_folded(texts: Sequence[str]) -> list[str]:
    """`folded` of each."""
    return _each(folded, texts, _PLAIN, str)


def _each(
    fold: Callable[[str], str], texts: Sequence[str], table: bytes, mend: Callable[[str], str], no: bytes = b""
) -> list[str]:
    """The texts folded together by a table, the `no` signs left out; those that are not ASCII, or all where a text has
    two lines, each by itself."""
    together = "\n".join(texts)
    plain = together.isascii()
    if not plain:
        together = "\n".join(text if text.isascii() else "" for text in texts)
    spaced = together.encode().translate(table, no).decode()
    while "  " in spaced:
        spaced = spaced.replace("  ", " ")
    lines = [line.strip() for line in mend(spaced).split("\n")]
    if len(lines) != len(texts):
        return [*map(fold, texts)]
    return lines if plain else [line if text.isascii() else fold(text) for text, line in zip(texts, lines, strict=True)]


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]|_", " ", kept).split())


def similar(one: str, other: str) -> bool:
    """Whether one text is a correction of the other. One that is the beginning of the other is not: it was cut."""
    if len(other) < len(one) - 1 and one.startswith(other):
        return False
    return fuzz.ratio(one, other) >= ALIKE or fuzz.token_sort_ratio(one, other) >= ALIKE


def _number_alike(one: str, other: str) -> bool:
    """The same number under another name, or with a mistake of writing mended."""
    (_, a), (_, b) = one.rsplit(" ", 1), other.rsplit(" ", 1)
    return a == b or (len(a) >= len(b) - 1 and fuzz.ratio(a, b) >= 80)


def _days_alike(one: str, other: str) -> bool:
    """Whether two spans of days meet: a year that became a day in it."""
    (a, b), (c, d) = (text.partition("/")[::2] for text in (one, other))
    return bool(b and d) and a <= d and c <= b


def _never(one: str, other: str) -> bool:
    return False


def _birth(date: BirthDate) -> str:
    return f"{date.first}/{date.last}" if date.first else folded(date.text)


def _craft(craft: Craft | None) -> Iterable[str]:
    if craft is None:
        return ()
    named = (("type", craft.type), ("tonnage", craft.tonnage), ("gross", craft.gross_tonnage), ("flag", craft.flag))
    return (f"{what} {value}" for what, value in (*named, ("owner", craft.owner)) if value)


def _kind(
    key: str,
    title: str,
    field: str,
    raw: Callable[[Listing], Iterable[str]],
    mass: Mass = Mass.NEVER,
    names_one: bool = False,
    alike: Callable[[str, str], bool] = similar,
    fold: Callable[[str], str] = folded,
    fold_all: Callable[[Sequence[str]], list[str]] = all_folded,
) -> Kind:
    def words(listing: Listing) -> Words:
        return frozenset(map(fold, raw(listing))) - {""}

    return Kind(key, title, field, words, raw, alike, mass, names_one, fold_all)


def _number(text: str) -> str:
    kind, _, value = text.partition(" ")
    return f"{kind} {re.sub(r'[^0-9a-z]', '', value.casefold()) or value.replace(' ', '')}"


def _all_numbers(texts: Sequence[str]) -> list[str]:
    parted = [text.partition(" ") for text in texts]
    numbers = _each(lambda _: "", [number for _, _, number in parted], _PLAIN, str, _NO_NUMBER)
    return [f"{of} {n}" if n else _number(text) for text, (of, _, _), n in zip(texts, parted, numbers, strict=True)]


def _address(text: str) -> str:
    return "|".join(map(folded, text.split(" | ")))


def _all_addresses(texts: Sequence[str]) -> list[str]:
    lines = _each(_address, texts, _PARTED, lambda text: text.replace(" |", "|").replace("| ", "|"))
    if all(line.count("|") == 2 for line in lines):
        return lines
    return [*map(_address, texts)]


NAME = _kind("name", "name", "names", lambda of: (of.names[0].text,), names_one=True)
ALIASES = _kind("aliases", "aliases", "names", lambda of: [n.text for n in of.names[1:]], names_one=True)
PROGRAMS = _kind(
    "programs", "programs", "programs", lambda of: of.programs, Mass.TAGS, alike=_never, fold=str, fold_all=list
)
IDENTIFIERS = _kind(
    "identifiers",
    "numbers",
    "identifiers",
    lambda of: [f"{i.type} {i.value}" for i in of.identifiers],
    names_one=True,
    alike=_number_alike,
    fold=_number,
    fold_all=_all_numbers,
)
BIRTH_DATES = Kind(
    "birth_dates",
    "birth dates",
    "birth_dates",
    lambda of: frozenset(map(_birth, of.birth_dates)) - {""},
    lambda of: [b.text for b in of.birth_dates],
    _days_alike,
)
ADDRESSES = _kind(
    "addresses",
    "addresses",
    "addresses",
    lambda of: [f"{a.street} | {a.city} | {a.country}" for a in of.addresses],
    Mass.RENAME,
    names_one=True,
    fold=_address,
    fold_all=_all_addresses,
)
REMARKS = _kind("remarks", "remarks", "remarks", lambda of: (of.remarks,), Mass.ANY)
STRENGTH = _kind(
    "strength", "strength of aliases", "names", lambda of: (n.text for n in of.names[1:] if n.weak), alike=_never
)

ALIAS_KINDS = _kind(
    "alias_kinds",
    "kinds of alias",
    "names",
    lambda of: (f"{n.kind.value} {n.text}" for n in of.names[1:]),
    alike=_never,
)

KINDS = (
    NAME,
    ALIASES,
    PROGRAMS,
    BIRTH_DATES,
    IDENTIFIERS,
    ADDRESSES,
    STRENGTH,
    ALIAS_KINDS,
    _kind("birth_places", "birth places", "birth_places", lambda of: of.birth_places),
    _kind("nationalities", "nationalities", "nationalities", lambda of: of.nationalities, Mass.RENAME),
    _kind("citizenships", "citizenships", "citizenships", lambda of: of.citizenships, Mass.RENAME),
    _kind("genders", "genders", "genders", lambda of: of.genders, Mass.RENAME, alike=_never),
    _kind("titles", "titles", "titles", lambda of: of.titles),
    _kind("relations", "links", "relations", lambda of: (r.target for r in of.relations), Mass.RENAME),
    _kind(
        "directives", "directives", "directives", lambda of: (f"{d.order} {d.number}" for d in of.directives), Mass.ANY
    ),
    _kind("risks", "secondary sanctions risks", "secondary_sanctions", lambda of: of.secondary_sanctions, Mass.ANY),
    _kind("craft", "details of ships and aircraft", "craft", lambda of: _craft(of.craft), Mass.RENAME),
    _kind("listed_on", "dates of listing", "listed_on", lambda of: (of.listed_on,), alike=_never),
    _kind("notes", "notes", "notes", lambda of: of.notes, Mass.ANY),
    REMARKS,
)


# Those whose texts are no other kind's over again: what is looked at for a wrong encoding.
TEXTS = tuple(kind for kind in KINDS if kind.key not in ("strength", "alias_kinds", "directives", "listed_on"))
IDENTITY = (NAME, ALIASES, PROGRAMS, BIRTH_DATES, IDENTIFIERS, ADDRESSES)
