"""Country names and codes: which of them mean one country.

Names and codes of every territory are CLDR's, by Babel, in the languages of LANGUAGES; `countries.txt` adds what
publishers and people say beside them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from babel import Locale
from babel.core import get_global

LONGEST = 200
_UNSEEN = ("Mn", "Cf", "Cc", "Co", "Cs", "Cn")
LANGUAGES = ("en", "ru", "uk", "de", "fr", "es")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_STATE = re.compile(r"^(?:\w+ ){0,2}(?:republic|kingdom|state|federation|principality|sultanate|duchy) of ")


@lru_cache(maxsize=4096)
def country_key(text: str) -> str:
    """The ISO code of a country name or code, in small letters; the name itself, folded, where it is not known."""
    plain = _folded(text)
    known = _codes()
    if plain in known:
        return known[plain]
    last, comma, first = _BRACKETS.sub(" ", text).partition(",")
    bare = _folded(f"{first} {last}" if comma else last)  # "Bahamas, The"
    return known.get(bare) or known.get(_STATE.sub("", bare)) or plain


@lru_cache(maxsize=4096)
def is_country(text: str) -> bool:
    """Whether a country is called so, in one of LANGUAGES; codes are none here."""
    return len(text) > 3 and _folded(text) in _codes()


@cache
def regions() -> frozenset[str]:
    """The parts of the world that one word calls (Europe, Asia), folded, by CLDR in the languages of LANGUAGES."""
    names = (name for each in LANGUAGES for code, name in Locale(each).territories.items() if code.isdigit())
    world = {Locale(each).territories["001"] for each in LANGUAGES}
    return frozenset(_folded(name) for name in names if name not in world and " " not in name)


@cache
def _codes() -> dict[str, str]:
    """Codes by folded name or code; what is said first wins: our own names, codes, then CLDR's by language."""
    known: dict[str, str] = {}
    lines = files("bot.sanctions").joinpath("countries.txt").read_text(encoding="utf-8").splitlines()
    for line in (one for one in lines if one.strip() and not one.startswith("#")):
        code, names = line.split(" ", 1)
        for name in names.split("|"):
            known.setdefault(_folded(name), code)
    codes = {code for code in _territories("en") if len(code) == 2 and code.isalpha()}
    known |= {code.casefold(): code.casefold() for code in codes}
    for alias, meant in get_global("territory_aliases").items():  # ISO's codes of three letters among them
        if len(meant) == 1 and meant[0] in codes and alias.isalpha():
            known.setdefault(alias.casefold(), meant[0].casefold())
    for language in LANGUAGES:
        for code, name in _territories(language).items():
            if code in codes:
                for one in (name, _BRACKETS.sub(" ", name)):
                    known.setdefault(_folded(one), code.casefold())
    return known


def _territories(language: str) -> Mapping[str, str]:
    names: Mapping[str, str] = cast("Mapping[str, str]", Locale.parse(language).territories)
    return names


def _folded(text: str) -> str:
    """Small letters without accents, signs and what nobody sees, single spaces, no article; of LONGEST characters."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST].casefold().replace("&", " and "))
    plain = "".join(char for char in plain if char.isspace() or unicodedata.category(char) not in _UNSEEN)
    words = re.sub(r"[\W_]+", " ", plain.replace("'", " ").replace("’", " ")).split()
    return " ".join(["saint" if word == "st" else word for word in words]).removeprefix("the ").removeprefix("region ")


@lru_cache(maxsize=4096)
def country_called(text: str) -> str:
    """The English name of the country that a name in any of LANGUAGES calls; "" where it calls none."""
    plain = _folded(text)
    return _territories("en").get(_codes()[plain].upper(), "") if plain in country_names() else ""


def country_of_code(code: str) -> str:
    """The English name of the country of a code of three letters (ISO 3166-1); "" where none has it."""
    known = _codes().get(code.casefold(), "") if len(code) == len("RUS") else ""
    return _territories("en").get(known.upper(), "")


@lru_cache(maxsize=20_000)
def leads_to_country(word: str) -> bool:
    """Whether a name of a country of several words may begin with the word."""
    return any(begun == "the" or begun in _first_words() for begun in (_folded(f"{word} "), *_folded(word).split()[:1]))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in country_names() if " " in name) | {"region"}


@cache
def country_names() -> frozenset[str]:
    """Every name of a country that is known, folded; no codes of two letters, which are words, too."""
    return frozenset(name for name in _codes() if len(name) > 3 or name in ("uae", "usa", "prc", "drc", "uk"))
