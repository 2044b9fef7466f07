"""Persons of one family, who are named with one surname."""

from __future__ import annotations

from dataclasses import replace

from bot.questions.ask import Subject
from bot.questions.spotting.beside import PartySpan
from bot.questions.spotting.items import Row
from bot.questions.spotting.lexicon import folded
from bot.questions.spotting.party_words import sets
from bot.questions.spotting.telling import is_given
from bot.sanctions.party import Schema


def with_shared_surnames(found: list[PartySpan], row: Row) -> list[PartySpan]:
    """The names, each with the surname it shares: "the Rotenberg brothers Arkady and Boris"."""
    for at, span in enumerate(found):
        named = found[at + 1 :] if row.item(span.last).word in sets.SIBLINGS else []
        if named and all(is_given(folded(other.subject.name)) for other in named):
            whole = (f"{other.subject.name} {span.subject.name}" for other in named)
            subjects = [Subject(name, Schema.PERSON) for name in whole]
            return found[:at] + [replace(one, subject=s) for one, s in zip(named, subjects, strict=True)]
    for at, span in enumerate(found):  # Arkady, Boris and Igor Rotenberg
        given, _, surname = span.subject.name.partition(" ")
        start = at
        while start and is_given(folded(found[start - 1].subject.name)) and span.first - found[start - 1].last < 2:
            start, span = start - 1, found[start - 1]
        joined = start < at and row.items[found[at].first - 1].word in sets.SPLITTERS
        if joined and is_given(folded(given)) and surname and " " not in surname:
            subjects = [Subject(f"{one.subject.name} {surname}", Schema.PERSON) for one in found[start:at]]
            found[start:at] = [replace(o, subject=each) for o, each in zip(found[start:at], subjects, strict=True)]
    return found
