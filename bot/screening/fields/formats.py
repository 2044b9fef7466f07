"""Names in formats that part them by rule: keys and values, lines of passports for machines, airline bookings.

LastName=Gertler;FirstName=Dan        P<RUSKHAZEIN<<MAHMOUD<<<<        NURIEV/MARATMR
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.screening.fields.beside import TAGS, Reading, Token
from bot.screening.fields.signs import BREAK

# The keys of a family name, a given name, a father's or middle name, in the languages of forms.
_KEYS = (
    r"last[ _-]?names?|sur[ _-]?names?|family(?:[ _-]?names?)?|nachname|familienname|apellidos?|nom|cognome|nazwisko"
    r"|p[rř][ií]jmen[ií]|sobrenome|soyad[iı]?|achternaam|efternamn|фамилия|прізвище|familiya",
    r"first[ _-]?names?|given(?:[ _-]?names?)?|fore[ _-]?names?|vornamen?|nombres?|pr[eé]noms?|imi[eę]|jm[eé]no|ad[iı]"
    r"|voornaam|f[oö]rnamn|имя|ім.?я|imya",
    r"middle[ _-]?names?|second[ _-]?names?|patronymic|отчество|otchestvo",
)
_FAMILY, _GIVEN, _MIDDLE = range(3)
_KEY = re.compile("|".join(rf"(?<![^\W_])({key})[\"'>]?\s*[:=/>]+\s*" for key in _KEYS), re.IGNORECASE)
_VALUE = re.compile(r"([\"'])(?P<quoted>.*?)\1(?!\w)|(?P<plain>[^;&|,\"<>{}\[\]\n\t\x1f/]*)")
_PASSPORT = re.compile(r"(?:[PIACV][A-Z<](?:[A-Z]{3}|D<<))?([A-Z]+(?:<[A-Z]+)*)<<([A-Z]+(?:<[A-Z]+)*)(?:<+.*)?")
_BOOKED = re.compile(r"([A-Z][A-Z'-]+)/([A-Z][A-Z '-]*?)\s?(?:MRS|MR|MS|MISS|MSTR|CHD|INF|DR)?")


def is_formatted(text: str) -> bool:
    """Whether the text may be in such a format, told at once: a plain name has none of these signs."""
    return any(sign in text for sign in "<=:/>")


def of_formats(text: str) -> tuple[list[Reading], str]:
    """The name that a format parts, given names first; and the text without it, where nothing of it is another's."""
    plain = text.strip()
    if not is_formatted(plain):
        return [], text
    if found := _PASSPORT.fullmatch(plain):
        return [_whole(found[2].replace("<", " "), found[1].replace("<", " "))], ""
    if found := _BOOKED.fullmatch(plain):  # or two parties
        return [_whole(found[2], found[1]), _whole(plain.partition("/")[2], found[1])], text
    return _keyed(text)


def _whole(given: str, family: str) -> Reading:
    return Reading(f"{' '.join(given.split())} {family}", alone=True)


def _keyed(text: str) -> tuple[list[Reading], str]:
    """The name under keys of which one is for the family name and one for the given name."""
    keys = [*_KEY.finditer(text)]
    values: dict[int, str] = {}
    rest, at = "", 0
    for number, found in enumerate(keys):
        end = keys[number + 1].start() if number + 1 < len(keys) else len(text)
        value = _VALUE.match(text, found.end(), end)
        if value and (said := (value["quoted"] or value["plain"] or "").strip(" ,;.")):
            values.setdefault((found.lastindex or 1) - 1, said)
            rest, at = f"{rest}{text[at : found.start()]}{BREAK}", value.end()
    if _FAMILY not in values or _GIVEN not in values:
        return [], text
    return [_whole(f"{values[_GIVEN]} {values.get(_MIDDLE, '')}", values[_FAMILY])], rest + text[at:]


def tags_at(tokens: Sequence[Token], at: int) -> int:
    """How many tokens from here on are tags of ISO 20022, by themselves or as a path: Dbtr/Nm, PstlAdr AdrLine."""
    end = at
    while end < len(tokens) and TAGS.issuperset(_PATH.split(tokens[end].typed.casefold().strip(_PATH_ENDS))):
        end += 1
    run = " ".join(token.folded for token in tokens[at:end])
    return end - at if len(run) > SHORT_TAG or run == NAME_TAG else 0


_PATH, _PATH_ENDS = re.compile("[/.>]"), "/.>:"
SHORT_TAG, NAME_TAG = 4, "nm"  # an Id, a Cd, an LEI by itself may be part of a name
