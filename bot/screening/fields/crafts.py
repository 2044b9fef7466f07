"""Ships and aircraft as papers of transport write them: glued to their kind (MVLADYMARIIA, A/CEP-MOQ), with the voyage
behind (FU YUAN YU 8696 AT BANDAR ABBAS 12 JAN 2024), or its papers and measures (V.2308E B/L 00431, DWT 13500)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.screening.fields.beside import MEASURES, Reading, Token, phrase_at
from bot.screening.words.weak_words import words_in

# The kind of a ship before its name, no space between; the mark of an aircraft, as each state forms them.
_GLUED = re.compile(r"M/?[VT](?=[A-Z]{3})")
_MARK = re.compile(
    r"(?<![A-Z0-9-])(?:A/?C)?([A-Z]{1,2}-(?:[A-Z]{3,4}|\d{3,5}|\d{3}[A-Z]{2})|YV-?\d{4})(?![A-Z0-9-])"
)  # EP-MOQ, P-532, RA-78845, EW-001PA, YV2849
_VOYAGE = words_in(
    "at from to eta etd ets ata atd voy voyage viaje viagem viaggio reise reis rejs reys sefer via bound "
    "sailing sailed arrived departed loaded dated "
    "laden loading discharging carrying ballast"
)


def may_be_craft(text: str) -> bool:
    """Whether a ship or an aircraft may be glued to its kind, or stand among other words by its mark."""
    return bool(_GLUED.match(text) or (("-" in text or "YV" in text) and _MARK.search(text)))


def of_crafts(text: str) -> Iterator[Reading]:
    """The names and marks of crafts alone; each a guess, and of nothing but a craft."""
    if glued := _GLUED.match(text):
        yield Reading(text[glued.end() :], ship=True, guess=True, alone=True)
    for mark in _MARK.findall(text):
        yield Reading(mark, ship=True, guess=True, alone=True)


def before_voyage(tokens: Sequence[Token]) -> list[Token]:
    """The name of a ship without where it goes and when; [] where nothing says that."""
    at = next((at for at in range(1, len(tokens)) if tokens[at].folded in _VOYAGE), 0)
    return list(tokens[:at])


_TRIP = re.compile(r"V[. ]?\d+[NSEW]?|\d+(?:[.,]\d+)?(?:MT|T|M)?", re.IGNORECASE)  # which voyage; how many tons
KIND = 2  # letters of the kind of a ship before its name: GC, BC, OT


def of_measured(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The name of a ship before its bill of lading or what it measures, with and without the kind before it."""
    at = next((at for at in range(1, len(tokens)) if phrase_at(tokens, at, MEASURES)), 0)
    while at > 1 and _TRIP.fullmatch(tokens[at - 1].typed):
        at -= 1
    if at:
        yield list(tokens[:at])
    if at > 1 and len(tokens[0].typed) == KIND and tokens[0].typed.isupper():
        yield list(tokens[1:at])
