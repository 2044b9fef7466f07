"""Who is meant by the role that a party had in what was pasted before: "and the bank?", "watch the buyer"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.questions.ask import Ask, Reading, Subject, changed
from bot.questions.composing.labels import of_a_role
from bot.questions.data import any_of, table
from bot.questions.picks import spoken_of
from bot.questions.spotting.lexicon import folded

_POINTED = table("picks")["by_role"]


@lru_cache(maxsize=256)
def _pointed(roles: frozenset[str]) -> re.Pattern[str]:
    return re.compile(_POINTED.replace("ROLE", any_of(sorted(roles))), re.IGNORECASE)


def by_role(text: str, mends: tuple[str, ...], before: Ask | None) -> tuple[str, tuple[Subject, ...], tuple[str, ...]]:
    """The text with the names of parties before in place of their roles; those parties, and what was read so beside
    `mends`, to be said. A role that several had stands for nobody."""
    parties = [each for each in spoken_of(before) if each.role] if before else []
    if not parties:
        return text, (), mends
    found: dict[str, list[Subject]] = {}
    for party in parties:
        for said in of_a_role(party.role):
            found.setdefault(said, []).append(party)
    meant: list[Subject] = []
    low = text.casefold()
    if not any(said in low for said in found):
        return text, (), mends

    def named(match: re.Match[str]) -> str:
        role = folded(match["role"])
        of_it = found.get(role, [])
        only = [each for each in of_it if folded(each.role) == role] or of_it
        if len(only) != 1:
            return match[0]
        meant.append(only[0])
        name = only[0].name  # in quotation marks it stays one, whatever stands in it and about it
        return (match["led"] or "") + (name if '"' in name else f'"{name}"')

    read = _pointed(frozenset(found)).sub(named, text)
    return read, tuple(meant), mends + tuple(f"Read “{each.role.lower()}” as “{each.name}”." for each in meant)


def as_before(reading: Reading, meant: Sequence[Subject]) -> Reading:
    """The reading with those parties as they were told before: with what identifies them."""
    known = {each.name: each for each in meant}
    asks = (changed(ask, subjects=tuple(known.get(of.name, of) for of in ask.subjects)) for ask in reading.asks)
    return replace(reading, asks=tuple(asks)) if meant else reading
