"""Heads of columns: which of them say what (`heads.yml`)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import yaml


class Role(StrEnum):
    """What a column is for. The identifiers are those of screening, by their names there."""

    NAME = "name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    SECOND_LAST_NAME = "second_last_name"
    BIRTH_DATE = "birth_date"
    COUNTRY = "country"
    TYPE = "type"
    IMO = "imo"
    MMSI = "mmsi"
    INN = "inn"
    OGRN = "ogrn"
    LEI = "lei"
    BIC = "bic"
    PASSPORT = "passport"
    WALLET = "wallet"
    NATIONAL_ID = "national_id"


NAME_PARTS = (Role.FIRST_NAME, Role.MIDDLE_NAME, Role.LAST_NAME, Role.SECOND_LAST_NAME)
NAMING = (Role.NAME, *NAME_PARTS)
IDENTIFIERS = tuple(Role)[list(Role).index(Role.IMO) :]

_CAMEL = re.compile(r"(?<=[a-zа-яёіїє])(?=[A-ZА-ЯЁІЇЄ])")
_WORD = re.compile(r"[^\W_]+")
_OR = re.compile(r"\s*[/|(),;]\s*|\s+(?:or|oder|ou|o|или|або|чи)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says. `by_party`: it names only whose column it is ("Supplier"), which may hold names or numbers."""

    role: Role
    by_party: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    filling: frozenset[str]
    party: frozenset[str]
    other: frozenset[str]
    phrases: dict[tuple[str, ...], Role]


def head_of(cell: str) -> Head | None:
    """What a head says, or None where it says nothing that is known here."""
    lexicon = _lexicon()
    words = _without(head_words(cell), lexicon.filling)
    if not words or len(words) > 8:
        return None
    for kept in (words, _without(words, lexicon.party)):
        role = lexicon.phrases.get(kept)
        if role is not None:
            return Head(role)
    if several := {head_of(part) for part in parts if part} if len(parts := _OR.split(cell)) > 1 else None:
        return several.pop() if len(several) == 1 else None  # "Nombre o razón social", "Name / Firma"
    return Head(Role.NAME, by_party=True) if lexicon.party.issuperset(words) else None


def may_be_head(cell: str) -> bool:
    """Whether a cell that is no known head has a word that stands in heads, or begins with one ("Kundenliste")."""
    lexicon = _lexicon()
    words = head_words(cell)
    if not words or len(words) > 3 or len(cell) > 40:
        return False
    return any(
        word in lexicon.other or word in lexicon.party or any(word.startswith(stem) for stem in _stems())
        for word in words
    )


def may_be_names(cell: str) -> bool:
    """Whether a head that is not known speaks of a party and of nothing that is no name ("Ordering customer")."""
    lexicon = _lexicon()
    words = set(head_words(cell))
    return bool(words & lexicon.party) and not words & lexicon.other


def head_words(cell: str) -> tuple[str, ...]:
    """The words of a head: without case, accents and punctuation, CustomerName taken apart."""
    spaced = _CAMEL.sub(" ", cell.replace("'", "").replace("’", "").replace("ʼ", ""))
    plain = unicodedata.normalize("NFKD", spaced.casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char) or char == "\u0306")
    return tuple(_WORD.findall(unicodedata.normalize("NFC", bare)))


def _without(words: tuple[str, ...], these: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in these)


@cache
def _lexicon() -> _Lexicon:
    text = files(__package__).joinpath("heads.yml").read_text(encoding="utf-8")
    held = yaml.safe_load(text)
    filling = frozenset(head_words(held["filling"]))
    phrases = {
        _without(head_words(phrase), filling): Role(role)
        for role, lines in held["roles"].items()
        for line in lines
        for phrase in line.split(";")
    }
    return _Lexicon(filling, frozenset(head_words(held["party"])), frozenset(head_words(held["other"])), phrases)


@cache
def _stems() -> tuple[str, ...]:
    """Whose columns there are, as words are compounded of it: Kundenliste, Lieferantenstamm."""
    return tuple(word for word in _lexicon().party if len(word) >= 5)
