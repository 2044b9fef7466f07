"""Whether a name that was read in a field is enough to find a party."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.sanctions.countries import country_called, country_key
from bot.screening.fields.beside import Reading
from bot.screening.fields.rewritten import Rewritten
from bot.screening.judging.found import Found
from bot.screening.judging.verdict import is_common, is_of_ordinary_words
from bot.screening.policy import MATCH
from bot.screening.words.naming import Naming
from bot.screening.words.weak_words import ROLE_STOCK

LONG_TOGETHER = 8  # letters of a word that says all of a name of several
_SIGNS = re.compile(r"[(),;/|]|\s[-–—]\s")


def is_read(found: Found, part: Naming, reading: Reading) -> bool:
    """Whether a part of a field is enough to find a party: all of a name, or most of one that signs part. Denise
    Davis is a person, though DENISE is listed and Davis is a place."""
    if reading.person and not (found.naming.has_surname and not found.weak):
        return False
    if reading.family and not is_surname(reading.family, found):
        return False
    if not (reading.apart or reading.ship or part.forms) and len(part.core) == 1 and is_common(part.core[0], 0):
        return False
    if found.sure:
        return True
    if found.score < MATCH or (reading.ship and found.naming.has_surname):
        return False
    if len(part.core) == 1:
        whole = found.likeness.run_together and len(part.core[0].text) >= LONG_TOGETHER and not reading.guess
        return reading.alone and (reading.apart or whole)  # MAHANAIR, before a place
    telling = any(word.role is not ROLE_STOCK for word in part.core)
    return found.fits or (reading.apart and telling)


def is_of_another_country(text: str, part: Naming, countries: Iterable[str]) -> bool:
    """Whether a field names a country, beside a name of ordinary words alone, that a party of these countries is not
    of: Ministry of Defence (UK)."""
    if not is_of_ordinary_words(part):
        return False
    words = text.split()
    places = [*_SIGNS.split(text), *(" ".join(words[-size:]) for size in (1, 2)), *words[:1]]
    said = {country_key(place) for place in map(str.strip, places) if country_called(place)}
    return bool(said) and said.isdisjoint(country_key(country) for country in countries)


def is_surname(word: str, found: Found) -> bool:
    """Whether a word of the question is taken for the surname that is listed, and the list has no husband's behind it:
    who is listed as Zuleta de Merchan is no Zuleta de Molina."""
    if any(other.text == "de" for other in found.likeness.lacking):
        return False
    if found.likeness.run_together or found.likeness.published:  # all the letters are the same
        return True
    return any(pair.listed.family and pair.asked.text == word for pair in found.likeness.pairs)


def is_meant(found: Found, name: Rewritten) -> bool:
    """Whether a party may be meant by a name as it may have been: one that agrees but for what is left out."""
    if name.person is not None and found.naming.has_surname is not name.person:
        return False
    if name.whole and any(not word.light for word in found.likeness.extra):
        return False
    return not name.family or is_surname(name.family, found)
