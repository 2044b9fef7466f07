"""Countries as they are named, and peoples: "of Syria", "Iranian"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from bot.questions.data import any_of, table, text_of
from bot.questions.spotting.lexicon import folded, spellings
from bot.questions.spotting.sheet import beginnings
from bot.sanctions.countries import country_called, leads_to_country
from bot.screening.words.given_names import is_given_name
from bot.screening.words.normalise import words_of

_TABLE_OF_COUNTRIES = table("countries")
COUNTRIES = frozenset(_TABLE_OF_COUNTRIES["names"])
PEOPLES = {form: name for name, forms in _TABLE_OF_COUNTRIES["people"].items() for form in forms}
PEOPLE = re.compile(
    rf"(?:(?<![\w-])|(?<=\bnon-))(?P<people>{any_of(PEOPLES)})(?:s|(?<=ск)\w*|(?<=ськ)\w*|n|r)?(?![\w-])", re.I
)
OF_PEOPLES = beginnings(max(name.split(), key=len) for name in PEOPLES)
_COUNTRY_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+|'(?!s\b)[^\W_]+)*")  # Japan of "Japan's"
_LONGEST = 4  # words of a country's name
_CAPITAL = re.compile(r" [^\W\d_a-zа-яёіїєґß-ÿ]\w")


class Country(NamedTuple):
    """A country as screening compares it; `people`: said as of what country somebody or something is; `code`: by its
    code of three letters."""

    name: str
    people: bool
    code: bool = False


def countries_in(text: str) -> Iterator[tuple[int, int, Country]]:
    """The countries by their names, the longest at each place; Russian and Ukrainian endings undone."""
    words, done = list(_COUNTRY_WORD.finditer(text)), 0
    for at, word in enumerate(words):
        longest = _most_words(word.group())
        if at < done or not longest:
            continue
        for last in range(min(len(words), at + longest), at, -1):
            said = text[word.start() : words[last - 1].end()]
            single = last == at + 1
            name = country_of(said, single=single)
            # Jordan Belfort, Michael Jordan
            named = _CAPITAL.match(text, word.end()) or (at and is_given_name(folded(words[at - 1].group())))
            if name and not (single and said.casefold() not in COUNTRIES and named):
                yield word.start(), words[last - 1].end(), Country(name, False)
                done = last
                break


@lru_cache(maxsize=20_000)
def _most_words(first: str) -> int:
    """How many words a country may have that begins with a word; 0 where none does."""
    return _LONGEST if leads_to_country(first) else int(bool(country_of(first, single=True)))


@lru_cache(maxsize=20_000)
def country_of(said: str, *, single: bool) -> str:
    """The country that words call, or "". In small letters, or where somebody is called so, only what the table has."""
    found = filter(None, map(country_called, spellings(said) if single else (said,)))
    return said if said.casefold() in COUNTRIES else next(found, "")


def is_town(said: str) -> bool:
    """Whether a town of 25,000 people and more is called so."""
    return " ".join(words_of(said)) in _towns()


@cache
def _towns() -> frozenset[str]:
    lines = [line for line in text_of("towns.txt").splitlines() if not line.startswith("#")]
    return frozenset(name.strip() for name in " ".join(lines).split("|"))  # names go on over the ends of lines
