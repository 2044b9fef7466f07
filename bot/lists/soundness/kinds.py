"""The kinds of fact that a listing holds, each as words that can be compared: spelling, case and order apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from typing import Any

from rapidfuzz import fuzz

from bot.sanctions.listing import Listing
from bot.sanctions.party import BirthDate

Words = frozenset[str]
Items = Callable[[Listing], Sequence[Any]]
Read = Callable[[Iterable[Any]], Iterable[str]]  # a text for each of the items
ALIKE = 60  # of 100: corrections of spelling, words put in or left out


class Mass(Enum):
    """Which edits of many entries at once publishers make in a kind of fact, so that they are no sign of damage."""

    NEVER = "never"
    RENAME = "rename"  # one value becomes a new one, wherever it stood
    TAGS = "tags"  # a program comes to many, leaves many, or becomes another
    ANY = "any"  # the same words come or go
    COMES = "comes"  # the same words come, or a value becomes a new one; what restricts goes entry by entry


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fact, read from one `field` of a listing: `items` of it, each with a text (`read`) as published.
    `names_one`: it names one party, so that a value belongs to few entries."""

    key: str
    title: str
    field: str
    words: Callable[[Listing], Words]
    items: Items
    read: Read
    alike: Callable[[str, str], bool]
    mass: Mass = Mass.NEVER
    names_one: bool = False
    fold_all: Callable[[Sequence[str]], list[str]] = list  # texts folded, those of many entries in one piece

    def raw(self, listing: Listing) -> Iterable[str]:
        """The texts of one listing as published."""
        return self.read(self.items(listing))

    def same(self, one: Listing, other: Listing) -> bool:
        """Whether two listings say the very same of the kind."""
        return [*self.raw(one)] == [*self.raw(other)]

    def has(self, listing: Listing) -> bool:
        """Whether a listing says anything of the kind: `bool(words)`, without working out the words."""
        items = self.items(listing) if getattr(listing, self.field) else ()
        return bool(items) and any(text[:1].isalnum() or any(map(str.isalnum, text)) for text in self.read(items))


# Signs become spaces; letters that are not ASCII do too, of which none comes here.
PLAIN = bytes(ord(c.lower()) if c.isalnum() else 32 for c in map(chr, range(128))).ljust(256)
_NEXT = "\0"  # between the texts of several
_SEVERAL = bytes(ord(_NEXT) if code == ord("\n") else sign for code, sign in enumerate(PLAIN))
_PARTED = bytes(ord("|") if code == ord("|") else sign for code, sign in enumerate(_SEVERAL))
_NO_NUMBER = bytes(code for code in range(128) if not chr(code).isalnum() and code != ord("\n"))


def folded(text: str) -> str:
    """Case, accents and punctuation apart. A sign that is no letter in any script is a space."""
    return " ".join(text.encode().translate(PLAIN).decode().split()) if text.isascii() else _folded(text)


def all_folded(texts: Sequence[str]) -> list[str]:
    """`folded` of each."""
    return _each(folded, texts, _SEVERAL)


def _each(fold: Callable[[str], str], texts: Sequence[str], table: bytes, no: bytes = b"") -> list[str]:
    """The texts folded together by a table, the `no` signs left out; those that are not ASCII, or all where a text has
    two lines, each by itself."""
    together = " \n ".join(texts)
    plain = together.isascii()
    if not plain:
        together = " \n ".join(text if text.isascii() else "" for text in texts)
    spaced = " ".join(together.encode().translate(table, no).decode().split())
    if spaced.count(_NEXT) != len(texts) - 1:
        return [*map(fold, texts)]
    lines = spaced.split(f" {_NEXT} ")
    if len(lines) != len(texts):  # some are empty
        lines = [line.strip() for line in spaced.split(_NEXT)]
    return lines if plain else [line if text.isascii() else fold(text) for text, line in zip(texts, lines, strict=True)]


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]|_", " ", kept).split())


def similar(one: str, other: str) -> bool:
    """Whether one text is a correction of the other. One that is the beginning of the other is not: it was cut."""
    if len(other) < len(one) - 1 and one.startswith(other):
        return False
    return any(ratio(one, other, score_cutoff=ALIKE) >= ALIKE for ratio in (fuzz.ratio, fuzz.token_sort_ratio))


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


def _craft(listing: Listing) -> Sequence[str]:
    craft = listing.craft
    if craft is None:
        return ()
    named = (("type", craft.type), ("tonnage", craft.tonnage), ("gross", craft.gross_tonnage), ("flag", craft.flag))
    return [f"{what} {value}" for what, value in (*named, ("owner", craft.owner)) if value]


def _kind(
    key: str,
    title: str,
    field: str,
    read: Read = list,
    mass: Mass = Mass.NEVER,
    names_one: bool = False,
    alike: Callable[[str, str], bool] = similar,
    fold: Callable[[str], str] = folded,
    fold_all: Callable[[Sequence[str]], list[str]] = all_folded,
    items: Items | None = None,
) -> Kind:
    of = items or attrgetter(field)

    def words(listing: Listing) -> Words:
        return frozenset(map(fold, read(of(listing)))) - {""}

    return Kind(key, title, field, words, of, read, alike, mass, names_one, fold_all)


def _texts(items: Iterable[Any]) -> list[str]:
    return [item.text for item in items]


def _number(text: str) -> str:
    kind, _, value = text.partition(" ")
    return f"{kind} {re.sub(r'[^0-9a-z]', '', value.casefold()) or value.replace(' ', '')}"


def _all_numbers(texts: Sequence[str]) -> list[str]:
    parted = [text.partition(" ") for text in texts]
    numbers = _each(lambda _: "", [number for _, _, number in parted], _SEVERAL, _NO_NUMBER)
    return [f"{of} {n}" if n else _number(text) for text, (of, _, _), n in zip(texts, parted, numbers, strict=True)]


def _address(text: str) -> str:
    return " ".join(" | ".join(map(folded, text.split(" | "))).split())


def _all_addresses(texts: Sequence[str]) -> list[str]:
    if "".join(texts).count("|") != 2 * len(texts):  # two in each, and one in a street or a town besides
        return [*map(_address, texts)]
    return _each(_address, texts, _PARTED)


NAME = _kind("name", "name", "names", _texts, names_one=True, items=lambda of: of.names[:1])
ALIASES = _kind("aliases", "aliases", "names", _texts, names_one=True, items=lambda of: of.names[1:])
PROGRAMS = _kind("programs", "programs", "programs", mass=Mass.TAGS, alike=_never, fold=str, fold_all=list)
IDENTIFIERS = _kind(
    "identifiers",
    "numbers",
    "identifiers",
    lambda numbers: [f"{one.type} {one.value}" for one in numbers],
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
    attrgetter("birth_dates"),
    _texts,
    _days_alike,
)
ADDRESSES = _kind(
    "addresses",
    "addresses",
    "addresses",
    lambda several: [f"{one.street} | {one.city} | {one.country}" for one in several],
    Mass.RENAME,
    names_one=True,
    fold=_address,
    fold_all=_all_addresses,
)
REMARKS = _kind("remarks", "remarks", "remarks", mass=Mass.ANY, items=lambda of: (of.remarks,))
STRENGTH = _kind(
    "strength",
    "strength of aliases",
    "names",
    _texts,
    alike=_never,
    items=lambda of: [name for name in of.names[1:] if name.weak],
)
ALIAS_KINDS = _kind(
    "alias_kinds",
    "kinds of alias",
    "names",
    lambda names: [f"{name.kind.value} {name.text}" for name in names],
    alike=_never,
    items=lambda of: of.names[1:],
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
    _kind("birth_places", "birth places", "birth_places"),
    _kind("nationalities", "nationalities", "nationalities", mass=Mass.RENAME),
    _kind("citizenships", "citizenships", "citizenships", mass=Mass.RENAME),
    _kind("genders", "genders", "genders", mass=Mass.RENAME, alike=_never),
    _kind("titles", "titles", "titles"),
    _kind("relations", "links", "relations", lambda links: [link.target for link in links], Mass.RENAME),
    _kind(
        "directives",
        "directives",
        "directives",
        lambda given: [f"{one.order} {one.number}" for one in given],
        Mass.COMES,
    ),
    _kind("risks", "secondary sanctions risks", "secondary_sanctions", mass=Mass.ANY),
    _kind("craft", "details of ships and aircraft", "craft", mass=Mass.RENAME, items=_craft),
    _kind("listed_on", "dates of listing", "listed_on", alike=_never, items=lambda of: (of.listed_on,)),
    _kind("notes", "notes", "notes", mass=Mass.ANY),
    _kind("measures", "measures", "measures", mass=Mass.COMES),
    _kind("legal_basis", "acts that they are listed by", "legal_basis", mass=Mass.ANY),
    REMARKS,
)


# Those whose texts are no other kind's over again: what is looked at for a wrong encoding.
TEXTS = tuple(kind for kind in KINDS if kind.key not in ("strength", "alias_kinds", "directives", "listed_on"))
IDENTITY = (NAME, ALIASES, PROGRAMS, BIRTH_DATES, IDENTIFIERS, ADDRESSES)
