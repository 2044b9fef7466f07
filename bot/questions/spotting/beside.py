"""What stands beside a name and says something of its bearer: a birth date, a country, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.questions.ask import Subject
from bot.questions.spotting.party_words import PARCEL
from bot.questions.spotting.sheet import Sort
from bot.questions.spotting.telling import Surety
from bot.questions.spotting.written import Written
from bot.sanctions.party import Schema


@dataclass(frozen=True, slots=True)
class PartySpan:
    """A name at items `first` to `last` (exclusive), facts beside it included. `owner`: it says whose the next is."""

    first: int
    last: int
    subject: Subject
    surety: Surety
    owner: bool = False


class Beside(Written):
    def _with_facts(self, span: PartySpan) -> PartySpan:
        """With the birth date, identifiers and country that stand after the name."""
        at, subject = span.last, span.subject
        while at < len(self.items):
            item, between = self.items[at], self.row.text[self.items[at - 1].end : self.items[at].start]
            if item.sort is Sort.BORN:
                subject = replace(subject, birth_date=item.value)
            elif item.sort is Sort.NUMBER and "\n" not in between.strip(" "):
                kind, number = item.value
                schema = subject.schema or (Schema.VESSEL if kind in ("imo", "mmsi") else None)
                subject = replace(subject, identifiers={**subject.identifiers, kind: number}, schema=schema)
            elif item.sort is Sort.COUNTRY and self._says_where(span, at, between):
                subject = replace(subject, country=item.value.name)
            elif not (item.word in PARCEL and self._facts_follow(at)):
                break
            at += 1
        sure = max(span.surety, Surety.LISTED) if subject.identifiers else span.surety
        return replace(span, last=at, subject=subject, surety=sure)

    def _facts_follow(self, at: int) -> bool:
        ahead = self.items[at + 1 : at + 4]
        fact = next((i for i in ahead if i.word not in PARCEL), None)
        return fact is not None and fact.sort in (Sort.COUNTRY, Sort.BORN, Sort.NUMBER)

    def _says_where(self, span: PartySpan, at: int, between: str) -> bool:
        if self.items[at - 1].word in PARCEL:
            return True
        listed = span.subject.name.isupper() and "\t" not in between
        nation = (
            self.items[at].value.people
            and at + 1 < len(self.items)
            and self.items[at + 1].word in ("citizen", "national", "nationality")
        )
        return nation or (
            ("(" in between or "," in between or "\t" in between) and not listed and not self.items[at].value.people
        )

    def _numbers(self, beside: set[int]) -> Iterator[PartySpan]:
        """Identifiers that stand by themselves."""
        for at, item in enumerate(self.items):
            if item.sort is Sort.NUMBER and at not in beside:
                kind, number = item.value
                schema = Schema.VESSEL if kind in ("imo", "mmsi") else None
                name = item.text if "(" in item.text else item.text.strip(" ()")
                name = re.sub(r"^([A-Za-z]+)(?=\d+$)", r"\1 ", name)  # imo9916692
                yield PartySpan(at, at + 1, Subject(name, schema, identifiers={kind: number}), Surety.LISTED)
