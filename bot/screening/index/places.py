"""Names of places, to tell the address after a name from the name: countries and cities of CLDR, cities of listed
addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel.core import get_global

from bot.sanctions.countries import country_names
from bot.screening.flat import Arrays, Texts
from bot.screening.index.subject import Subject
from bot.screening.words.legal_forms import FORMS
from bot.screening.words.normalise import words_of
from bot.screening.words.weak_words import STOCK_WORDS

AS_WRITTEN_THERE = ("Moskva", "Sankt-Peterburg")  # in addresses of which most are in Russian
NOBODY_LIVES = ("Etc/", "Antarctica/")  # time zones of no city: Davis is a surname
SHORTEST = 3  # letters of the name of a place
_NOT_CITY = re.compile(r"[\d(),;/]")


class Places:
    """Folded names of places, as words with single spaces."""

    def __init__(self, cities: Iterable[str] = ()) -> None:
        self._cities = frozenset(cities)
        self._known = _countries_and_cities() | self._cities

    @classmethod
    def of(cls, subjects: Iterable[Subject]) -> Places:
        """With the cities of the parties' addresses."""
        cities = {a.city for s in subjects for listing in s.listings for a in listing.addresses if a.city}
        return cls(filter(_may_be_city, (" ".join(words_of(_NOT_CITY.split(city)[0])) for city in cities)))

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def arrays(self) -> Arrays:
        return Texts.of(sorted(self._cities)).arrays("place")

    @classmethod
    def read(cls, arrays: Arrays) -> Places:
        cities = Texts.read(arrays, "place")
        return cls(cities[at] for at in range(len(cities)))


def _may_be_city(name: str) -> bool:
    """Lists have states, codes and slips in the place of cities: SA ends the name of a firm, and begins no address."""
    return len(name) >= SHORTEST and tuple(name.split()) not in FORMS and name not in STOCK_WORDS


@cache
def _countries_and_cities() -> frozenset[str]:
    zones = {
        zone.rsplit("/", 1)[-1].replace("_", " ")
        for zone in get_global("zone_territories")
        if not zone.startswith(NOBODY_LIVES)
    }
    folded = {" ".join(words_of(name)) for name in (*zones, *country_names(), *AS_WRITTEN_THERE)}
    return frozenset(name for name in folded if len(name) >= SHORTEST or name in ("uk", "us"))
