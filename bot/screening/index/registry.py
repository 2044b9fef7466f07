"""The identifiers of all parties, to be looked up exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bot.sanctions.party import Identifier
from bot.screening.fields.escapes import unescaped
from bot.screening.flat import Arrays, Lookup, code_of
from bot.screening.index.parties import Parties
from bot.screening.index.subject import Subject
from bot.screening.query import Query
from bot.screening.words.identifiers import Wanted, comparable, difference, family, in_text, kindred, page_of

SHORTEST = 5  # shorter numbers are equal by chance
_LINE_ENDS = re.compile(r"[\t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")  # which part names, as tabs do, and would be lost
_KINDRED = "~"  # before what kindred values have in common


@dataclass(frozen=True, slots=True)
class Bearer:
    """A party that bears a wanted identifier. `at` is its number in the index; `differs` says, as a sentence, how the
    identifier differs from the one wanted where it is not equal but kindred, else ""."""

    at: int
    identifier: Identifier
    differs: str = ""


class Registry:
    """Who bears which identifier."""

    def __init__(self, holders: Lookup, parties: Parties) -> None:
        self._holders, self._parties = holders, parties

    @classmethod
    def of(cls, subjects: Iterable[Subject], parties: Parties) -> Registry:
        held = [
            (code, at)
            for at, subject in enumerate(subjects)
            for identifier in subject.identifiers
            for code in _codes(identifier.type, identifier.value)
        ]
        codes = np.array([code for code, _ in held], dtype=np.uint32)
        return cls(Lookup.of(codes, np.array([at for _, at in held], dtype=np.int32)), parties)

    def find(self, wanted: Iterable[Wanted]) -> dict[int, Bearer]:
        """The bearers of any of the wanted identifiers, by party; an equal one before a kindred one."""
        found: dict[int, Bearer] = {}
        for each in wanted:
            for bearer in self._equal(each):
                if found.setdefault(bearer.at, bearer).differs:
                    found[bearer.at] = bearer
            for bearer in self._kindred(each):
                found.setdefault(bearer.at, bearer)
        return found

    def _equal(self, wanted: Wanted) -> Iterator[Bearer]:
        kind = family(wanted.type)
        for type_ in (wanted.type, "", *(("bic", "wallet") if not kind else ())):
            value = comparable(type_, wanted.value)
            for at in self._holders.ids(code_of(value)).tolist() if value else ():
                for own in self._parties[at].identifiers:
                    other = family(own.type)
                    alike = kind == other or (not kind and (type_ == other or (not type_ and len(value) >= SHORTEST)))
                    if alike and comparable(own.type, own.value) == value:
                        yield Bearer(at, own)

    def _kindred(self, wanted: Wanted) -> Iterator[Bearer]:
        for type_ in ("bic", "wallet") if not wanted.type else (wanted.type,):
            value = kindred(type_, wanted.value)
            found = [
                (at, own)
                for at in (self._holders.ids(code_of(_KINDRED + value)).tolist() if value else ())
                for own in self._parties[at].identifiers
                if family(own.type) == family(type_) and kindred(own.type, own.value) == value
            ]
            pages = {page_of(own.value) for _, own in found} if type_ == "website" else set()
            for at, own in found:
                if len(pages) < 2 or "" in pages or page_of(own.value) == page_of(wanted.value):  # Facebook is nobody's
                    yield Bearer(at, own, difference(type_, wanted.value, own.value))

    def arrays(self) -> Arrays:
        return self._holders.arrays("identifier")

    @classmethod
    def read(cls, arrays: Arrays, parties: Parties) -> Registry:
        return cls(Lookup.read(arrays, "identifier"), parties)


def wanted_of(query: Query) -> tuple[tuple[Wanted, ...], str]:
    """All identifiers that the query gives, beside the name and in it; and the name without those in it."""
    in_name, rest = _in_name(query.name)
    if not query.identifiers:  # as with most questions
        return in_name, rest
    beside = tuple(Wanted(kind, value) for kind, value in sorted(query.identifiers.items()) if value.strip())
    return beside + in_name, rest


@lru_cache(maxsize=1_000)  # of a name that is screened with others it is asked twice: when they are met, and alone
def _in_name(name: str) -> tuple[tuple[Wanted, ...], str]:
    return in_text(_LINE_ENDS.sub(" | ", unescaped(name).strip()))


def _codes(type_: str, value: str) -> Iterator[int]:
    if plain := comparable(type_, value):
        yield code_of(plain)
    if common := kindred(type_, value):
        yield code_of(_KINDRED + common)
