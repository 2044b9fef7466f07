"""Countries as they are said of a party: "Acme Ltd, Cyprus", "a Russian citizen", "из России"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.questions.data import any_of, standing_apart, table
from bot.questions.spotting.lexicon import folded, spellings
from bot.questions.spotting.sheet import Sheet, Sort, beginnings
from bot.sanctions.countries import country_called, leads_to_country
from bot.screening.words.given_names import is_given_name

_TABLE = table("countries")
COUNTRIES = frozenset(_TABLE["names"])
PEOPLES = {form: name for name, forms in _TABLE["people"].items() for form in forms}
_PEOPLE = standing_apart(rf"(?P<people>{any_of(PEOPLES)})(?:s|(?<=ск)\w*|(?<=ськ)\w*|n|r)?", r"\w-")
_TELLING = beginnings(max(name.split(), key=len) for name in PEOPLES)
_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+|'(?!s\b)[^\W_]+)*")  # Japan of "Japan's"
_LONGEST = 4  # words of a name
_CAPITAL = re.compile(r" [^\W\d_a-zа-яёіїєґß-ÿ]\w")
_SMALL = 4  # letters from which on a name in small letters is none of the words that only look like one


class Country(NamedTuple):
    """A country as screening compares it; `people`: said as of what country somebody or something is."""

    name: str
    people: bool


def mark_countries(sheet: Sheet) -> None:
    sheet.mark_all(Sort.COUNTRY, _PEOPLE, lambda m: Country(PEOPLES[m["people"].casefold()], True), _TELLING)
    sheet.mark(Sort.COUNTRY, _named(sheet.text))


def _named(text: str) -> Iterator[tuple[int, int, Country]]:
    """The countries by their names, the longest at each place; Russian and Ukrainian endings undone."""
    words, done = list(_WORD.finditer(text)), 0
    for at, word in enumerate(words):
        longest = _most_words(word.group())
        if at < done or not longest:
            continue
        for last in range(min(len(words), at + longest), at, -1):
            said = text[word.start() : words[last - 1].end()]
            single = last == at + 1
            name = _called(said, single=single)
            if name and not (single and said.casefold() not in COUNTRIES and _is_of_a_name(text, words, at)):
                yield word.start(), words[last - 1].end(), Country(name, False)
                done = last
                break


def _is_of_a_name(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a word goes on to one with a capital, or follows a given name: "Jordan Belfort", "Michael Jordan"."""
    return bool(_CAPITAL.match(text, words[at].end())) or (at > 0 and is_given_name(folded(words[at - 1].group())))


@lru_cache(maxsize=20_000)
def _most_words(first: str) -> int:
    """How many words a country may have that begins with a word; 0 where none does."""
    return _LONGEST if leads_to_country(first) else int(bool(_called(first, single=True)))


@lru_cache(maxsize=20_000)
def _called(said: str, *, single: bool) -> str:
    """The country that words call, or "". In small letters, or where somebody is called so, only what the table has."""
    if said.casefold() in COUNTRIES:
        return said
    return next(filter(None, map(country_called, spellings(said) if single else (said,))), "")
