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
from bot.questions.spotting.lexicon import folded, is_known
from bot.questions.spotting.names import ListedNames

_POINTED = table("picks")["by_role"]
_Mended = tuple[str, tuple[Subject, ...], tuple[str, ...]]


@lru_cache(maxsize=256)
def _pointed(roles: frozenset[str]) -> re.Pattern[str]:
    return re.compile(_POINTED.replace("ROLE", any_of(sorted(roles))), re.IGNORECASE)


def by_role(text: str, mends: tuple[str, ...], before: Ask | None, listed: ListedNames) -> _Mended:
    """The text with the names of parties before in place of their roles, and of words that only one of several names
    has ("just acme"); those parties, and what was read so beside `mends`, to be said. What several had stands for
    nobody."""
    parties, found, low = spoken_of(before) if before else (), dict[str, list[Subject]](), text.casefold()
    for party in parties:
        words = folded(party.name).split() if len(parties) > 1 and " " in party.name else ()
        own = (word for word in words if not (is_known(word) or listed.bearers(word)))
        for said in filter(low.__contains__, {*of_a_role(party.role), *own}):
            found.setdefault(said, []).append(party)
    if not found:
        return text, (), mends
    meant: dict[str, Subject] = {}

    def named(match: re.Match[str]) -> str:
        role = folded(match["role"])
        of_it = found.get(role, [])
        only = [each for each in of_it if folded(each.role) == role] or of_it
        if len(only) != 1 or (match["led"] is None and not only[0].role):
            return match[0]
        meant[role] = only[0]
        name = only[0].name  # in quotation marks it stays one, whatever stands in it and about it
        return (match["led"] or "") + (name if '"' in name else f'"{name}"')

    read = _pointed(frozenset(found)).sub(named, text)
    told = (f"Read “{each.role.lower() or role}” as “{each.name}”." for role, each in meant.items())
    return read, tuple(meant.values()), mends + tuple(told)


def as_before(reading: Reading, meant: Sequence[Subject]) -> Reading:
    """The reading with those parties as they were told before: with what identifies them."""
    known = {each.name: each for each in meant}
    asks = (changed(ask, subjects=tuple(known.get(of.name, of) for of in ask.subjects)) for ask in reading.asks)
    return replace(reading, asks=tuple(asks)) if meant else reading
