"""Countries as they are said of a party: "Acme Ltd, Cyprus", "a Russian citizen", "из России"."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.questions.data import table
from bot.questions.spotting.sheet import Sheet, Sort, beginnings

_TABLE = table("countries")
_RUSSIAN = {form: name for name, forms in _TABLE["russian"].items() for form in forms}
COUNTRIES = frozenset(_TABLE["names"])
_NAMES = COUNTRIES | _RUSSIAN.keys()
_PEOPLES = {form: name for name, forms in _TABLE["people"].items() for form in forms}
_SPOT = re.compile(
    r"(?<![\w-])(?:(?P<name>"
    + "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
    + r")|(?P<people>"
    + "|".join(re.escape(name) for name in sorted(_PEOPLES, key=len, reverse=True))
    + r")(?:s|(?<=ск)\w*|(?<=ськ)\w*|n|r)?)(?![\w-])",
    re.IGNORECASE,
)


class Country(NamedTuple):
    """A country as screening compares it; `people`: said as of what country somebody or something is."""

    name: str
    people: bool


_TELLING = beginnings(word.split()[0] for word in (*_NAMES, *_PEOPLES))


def mark_countries(sheet: Sheet) -> None:
    if sheet.may_hold(_TELLING):
        sheet.mark_all(Sort.COUNTRY, _SPOT, _country)


def _country(match: re.Match[str]) -> Country | None:
    if match["name"]:
        typed = match["name"].casefold()
        return Country(str(_RUSSIAN.get(typed, match["name"])), False)
    return Country(_PEOPLES[match["people"].casefold()], True)
