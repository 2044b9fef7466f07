"""What stands beside a name: what says something of its bearer (a birth date, a country, identifiers, a surname that
several share), and words of which it may be a part; and whether words that nobody knows may be one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from bot.questions.ask import Period, Subject
from bot.questions.spotting.lexicon import folded, is_form, is_given, is_of_a_person, lexicon, sets, spellings
from bot.questions.spotting.sheet import NOWHERE, Item, PartySpan, Row, Sort, Surety, covered
from bot.questions.spotting.written import Written
from bot.sanctions.party import Schema
from bot.screening.words.identifiers import is_account

Told = Callable[[int], bool]
MOST = 24  # words of a name and about it that are looked at together
_FEW = 4  # names, of which no more look at the same words
_OF_A_PLACE = 4  # words: the Islamic Maghreb
_PLACED = re.compile(r"[^,]+, [A-Z]{2}")  # Bishkek, KG
_OF_A_PERSON = range(2, 5)  # words of a person's name
_SHORT = 4  # letters from which on a word in an address may be a party
_OF_LABELS = range(2, 7)  # letters
_NUMBERED = ("nummer", "number", "numero", "номер", "nr")
_GROWN = 2008  # who is asked about was born before; no list here is as old


class Beside(Written):
    def _with_facts(self, span: PartySpan) -> PartySpan:
        """With the birth date, identifiers and country that stand after the name."""
        at, subject = span.last, span.subject
        while at < len(self.items):
            item, between = self.items[at], self.row.before(at)
            if item.sort is Sort.BORN:
                subject = replace(subject, birth_date=item.value)
            elif item.sort is Sort.DATE and not item.value.framed and _is_birth(item.value.period):
                subject = replace(subject, birth_date=item.value.period.since.isoformat())
            elif item.sort is Sort.NUMBER:
                schema = subject.schema or _bearer_of(item)
                subject = replace(subject, identifiers={**subject.identifiers, **dict([item.value])}, schema=schema)
            elif item.sort is Sort.COUNTRY and self._says_where(span, at, between):
                next_to = self._is_next(span, at, between) and not item.value.code
                whole = f"{subject.name} {item.text}" if next_to else ""
                if self.row.follows(span.last).word in sets.WITHIN:  # ISIS in Bangladesh
                    subject = replace(subject, country=item.value.name, within=self.row.said(span.first, at + 1))
                elif whole and span.surety < Surety.LISTED:  # History Channel Iran: where does it end?
                    subject = replace(subject, name=whole)
                else:
                    subject = replace(subject, country=item.value.name, within=whole)
            elif not (item.word in sets.PARCEL and self._facts_follow(at)):
                break
            at += 1
        if at == span.last:
            return span
        sure = max(span.surety, Surety.LISTED) if subject.identifiers else span.surety
        return replace(span, last=at, subject=subject, surety=sure)

    def _whose(self, first: int, last: int) -> str:
        """Whose a body of everyday words is: "Russian Ministry of Defence"."""
        of, own = self.row.item(first - 1), (item.word for item in self.items[first:last])
        people = of.sort is Sort.COUNTRY and of.value.people and not self.items[first].apart
        return of.value.name if people and all(word in sets.JOINERS or lexicon().knows(word) for word in own) else ""

    def _facts_follow(self, at: int) -> bool:
        fact = next((item for item in self.items[at + 1 : at + 4] if item.word not in sets.PARCEL), NOWHERE)
        return fact.sort in (Sort.COUNTRY, Sort.BORN, Sort.NUMBER)

    def _says_where(self, span: PartySpan, at: int, between: str) -> bool:
        if self.items[at - 1].word in sets.PARCEL:
            return True
        if self.items[at].value.people:
            return self.row.item(at + 1).word in sets.CITIZENS
        listed = span.subject.name.isupper() and "\t" not in between
        return self._is_next(span, at, between) or (not listed and any(mark in between for mark in "(,\t"))

    def _is_next(self, span: PartySpan, at: int, between: str) -> bool:
        """Gazprombank Luxembourg: where its bearer is, or part of a name."""
        small = not (self.items[at].capital or self.items[at - 1].capital)  # ministry of defence russia
        alike = self.items[at].capital or span.surety < Surety.LISTED or small  # vtb armenia
        return at == span.last and between == " " and alike

    def _in_brackets(self, at: int) -> int:
        """How many items go on with a place in the middle of a name, or a letter at its end: "Sberbank (Switzerland)
        AG", "Sun Ship Management (D)"."""
        item, ahead = self.items[at], self.row.item(at + 1)
        if (self.row.before(at).strip(), self.row.before(at + 1).strip()) != ("(", ")") or not item.capital:
            return 0
        ends = ahead.ends_names and not (ahead.small and ahead.word in sets.LINKING)  # (D) as manager
        return 2 if ends else int(len(item.word) == 1 and self.items[at - 1].ends_names)

    def _labels(self, first: int, last: int) -> bool:
        """Whether a word is the label of the number behind it: an abbreviation that no list knows ("VKN 1234567890"),
        or one that says so ("Personnummer")."""
        item, then = self.row.item(first), self.row.item(last)
        if last - first != 1 or then.sort is not Sort.NUMBER or not then.text[-1:].isdigit() or not item.word:
            return False
        short = item.text.isupper() and len(item.text) in _OF_LABELS and not self.listed.bearers(item.text)
        return (short or item.word.endswith(_NUMBERED)) and self.row.before(last).strip(" :#./") == ""

    def _numbers(self, beside: set[int]) -> Iterator[PartySpan]:
        """Identifiers that stand by themselves, and an account where nobody else is named."""
        for at, item in enumerate(self.items):
            if item.sort is Sort.ASIDE and not beside and is_account(item.text):
                yield PartySpan(at, at + 1, Subject(item.text), Surety.CAPITALS)
            if not item.word and item.sort is Sort.NUMBER and at not in beside:
                name = (item.text if "(" in item.text else item.text.strip(" ()")).removeprefix("with ")
                name = f"{self.row.said(at - 1, at)} {name}" if self._labels(at - 1, at) else name
                name = re.sub(r"^([A-Za-z]+)(?=\d+$)", r"\1 ", name)  # imo9916692
                name = item.value[1] if item.value[0] in ("wallet", "bic") else name  # btc address 17ez...
                subject = Subject(name, _bearer_of(item), identifiers=dict([item.value]))
                yield PartySpan(at, at + 1, subject, Surety.LISTED)


def _is_birth(day: Period) -> bool:
    """Whether a day that stands bare behind a name is that of a birth: "Ivan Petrov, 12.03.1971"."""
    return day.since is not None and day.since == day.until and day.since.year < _GROWN


def _bearer_of(number: Item) -> Schema | None:
    return Schema.VESSEL if number.value[0] in ("imo", "mmsi") else None


def with_shared_surnames(found: list[PartySpan], row: Row, is_surname: Callable[[str], bool]) -> list[PartySpan]:
    """The names, each with the surname that a family shares: "the Rotenberg brothers Arkady and Boris", "the
    Rotenbergs, Arkady and Boris". `is_surname`: whether a listed person's is so."""
    if len(found) < 2:
        return found
    given = [is_given(folded(span.subject.name)) for span in found]
    for at, span in enumerate(found):
        called, family = span.subject.name, span.subject.spelt
        many = bool(family) and called in (f"{family}s", f"{family}es")
        named = found[at + 1 :] if many or row.item(span.last).word in sets.SIBLINGS else []
        if any(given[at + 1 :]) and named and not any(" " in one.subject.name for one in named):
            return found[:at] + [_of_family(one, family if many else called) for one in named]
    head, kin = found[0] if found else None, False
    # Kerimov's daughter Gulnara, his wife Asma, his sons X and Y
    for at, (before, one) in enumerate(pairwise(found[:]), 1):
        joins = row.items[before.last : one.first]
        goes_on = kin and all(item.word in sets.SPLITTERS for item in joins)
        related = "relative" in row.parts[one.first - 1] or row.item(one.first - 1).word in sets.SIBLINGS
        kin = goes_on or (related and row.item(one.first - 2).word not in sets.OURS)
        if not kin:
            head = one
        elif head and not (head.formed or " " in one.subject.name):
            whose = row.before(before.last).startswith(("'s", "’s", "' "))
            if whose or not one.sure:
                found[at] = _of_kin(one, head.subject.name.split()[-1], is_surname, sure=whose)
    for at, span in enumerate(found):  # Arkady, Boris and Igor Rotenberg
        first, _, surname = span.subject.name.partition(" ")
        start = at
        free = not span.subject.borrows
        while free and start and given[start - 1] and found[start].first - found[start - 1].last < 2:
            start -= 1
        if start < at and row.items[span.first - 1].word in sets.SPLITTERS and is_given(folded(first)) and surname:
            found[start:at] = [_of_family(one, surname) for one in found[start:at]]
    return found


def _of_kin(span: PartySpan, surname: str, is_surname: Callable[[str], bool], *, sure: bool) -> PartySpan:
    """A relative by a given name alone, with the surname of whose relative he is; not who has one: "his wife Navka".
    `sure`: that it is a given name, whoever is listed by it: "Kerimov's daughter Amina"."""
    called = span.subject.name
    if not (sure or is_given(folded(called))) and any(map(is_surname, spellings(called))):
        return span
    return _of_family(replace(span, subject=replace(span.subject, within=called)), surname)


def with_further_numbers(found: Iterable[PartySpan], row: Row) -> Iterator[PartySpan]:
    """The names, and those that a series of numbers goes on with: "Fu Yuan Yu 7606, 7607 and 7894"."""
    for span in found:
        yield span
        name, _, number = span.subject.name.rpartition(" ")
        at = span.last
        while name and number.isdigit() and len(number) > 2 and at < len(row.items):  # a day: BAKU 14/11
            at += row.items[at].word in sets.SPLITTERS
            further = row.item(at).word
            if not further.isdigit() or len(further) != len(number) or row.before(at) == " " * (at == span.last):
                break
            subject = replace(span.subject, name=f"{name} {further}", spelt="", within="")
            yield PartySpan(at, at + 1, subject, span.surety)
            at += 1


def _of_family(span: PartySpan, surname: str) -> PartySpan:
    name = f"{span.subject.name} {surname}"
    return replace(span, subject=Subject(name, Schema.PERSON, within=span.subject.within))


def may_be_one(span: PartySpan, row: Row, spans: Sequence[PartySpan]) -> bool:
    """Whether words in small letters that nobody knows may be one name: three of them are rather a sentence's, but
    where known words stand about them. What "a" or "per" stands before is a thing."""
    items = row.items[span.first : span.last]
    if not items[0].apart and row.item(span.first - 1).word in sets.OF_THINGS:
        return False
    if span.first == 0 and len(spans) > 1 and items[0].small and len(row.said(0, span.last)) < 4:
        return row.items[span.last].word in sets.SPLITTERS or row.items[span.last].apart  # else a typing error: wht
    if len(items) < 3 or any(item.ends_names for item in items) or len(items) == len(row.items):
        return True
    if "kin" in row.parts[span.first - 1]:  # and his lawyer X Y
        return True
    before, behind = row.item(span.first - 1).word, row.item(span.last).word
    described = "pointing" in lexicon().parts(before)  # "the zorblax thing"
    return len(items) < 5 and not described and all(lexicon().plays(word) for word in (before, behind) if word)


def is_abbreviation(span: PartySpan) -> bool:
    """A few capitals that no list knows: UKR, H&M and P&I."""
    words = [word for word in span.subject.name.split() if word not in sets.SPLITTERS]
    short = all(word.isupper() and len(word) < 6 for word in words) and len(words) < 3
    return span.surety is Surety.CAPITALS and short and not span.borne


def with_around(spans: Sequence[PartySpan], row: Row, *, plural: bool = False) -> tuple[PartySpan, ...]:
    """The spans; the subject of each with the words that stand about it and may be of its name: of "bank keshavrzi"
    only the word that nobody knows was read. A quotation and an identifier say what is meant."""
    if not spans:
        return ()
    series = sum(row.items[span.first].after_comma for span in spans) > 1  # X, Y, Z: none is of another's name
    sure = covered(span for span in spans if series or span.surety >= Surety.LISTED)
    splits = {at for at, item in enumerate(row.items) if item.word in sets.SPLITTERS}
    # "and" parts names beside one that is sure, or where the words say that there are several; else it may be of one
    others = sure | {at for at in splits if plural or {at - 1, at + 1} & sure}
    read = covered(spans) | splits
    kept: Callable[[Told], Told] = cache if len(spans) > _FEW else lambda told: told
    may = kept(lambda at: at not in others and _may_be_of_a_name(row, at))
    stands_by = kept(lambda at: _stands_by(row, at, read))
    return tuple(_with_around(span, row, may, stands_by) for span in spans)


def _with_around(span: PartySpan, row: Row, may: Told, stands_by: Told) -> PartySpan:
    # "Gardenia, the Venezuelan tug": what says where it is ends the name
    placed = span.subject.country and any(item.apart for item in row.items[span.first + 1 : span.last])
    if placed or span.surety is Surety.QUOTED or span.subject.identifiers or span.subject.borrows:
        return span
    first, last = span.first, span.last
    cut = row.items[last - 1].word in sets.JOINERS  # "Committee For The": the name goes on, whatever stands there
    while first > max(0, span.first - MOST) and stands_by(first) and may(first - 1):
        first -= 1
    while last < min(len(row.items), first + MOST + 1) and stands_by(last) and (cut or may(last)):
        last += 1
    while first < span.first and _only_joins(row.items[first]):
        first += 1
    while last > span.last and row.items[last - 1].word in sets.JOINERS:
        last -= 1
    if last == span.last and row.follows(last).word in sets.WITHIN:  # Al Qaeda in the Arabian Peninsula
        place = range(last + 1, min(last + 1 + _OF_A_PLACE, len(row.items)))
        told = [*takewhile(lambda at: stands_by(at) and _is_of_a_place(row, at), place)]
        if told and row.items[told[-1]].word not in sets.ARTICLES:
            first, last = span.first, told[-1] + 1
    if last - first > MOST or (first, last) == (span.first, span.last):
        return span
    return replace(span, subject=replace(span.subject, within=row.said(first, last)))


def _is_of_a_place(row: Row, at: int) -> bool:
    return row.items[at].word in sets.ARTICLES or _may_be_of_a_name(row, at)


def _only_joins(item: Item) -> bool:
    """Whether no name begins with it."""
    fills = item.small and len(item.word) == 2 and "filler" in lexicon().parts(item.word)
    return fills or (item.word in sets.JOINERS and item.word not in sets.PARTICLES)


def _stands_by(row: Row, at: int, read: set[int]) -> bool:
    """Whether an item may be of one name with that before it. Where both are `read` as names a stop, a bracket or the
    only comma may stand between: "IMP. AND EXP. CO., LTD.", "Petrochemical (Aopc)"."""
    between = row.before(at).strip()
    marks = between in (".", ".,", "(", ")", "-") or (between == "," and row.text.count(",") < 3)
    return not row.items[at].apart or (marks and {at - 1, at} <= read)


def _may_be_of_a_name(row: Row, at: int) -> bool:
    item = row.items[at]
    if len(item.word) == 1 and item.word.isalpha():
        return True  # an initial
    if item.small and row.item(at - 1).sort is Sort.LISTS and not item.apart:
        return False  # "OFAC put X on the list"
    if not (item.word or item.sort is Sort.COUNTRY):
        return False
    return item.word not in sets.GRAMMAR and not row.parts[at] & sets.PARTS_NAMES


def is_firm(span: PartySpan) -> bool:
    """Whether a legal form ends its name, or begins it in capitals; no code of a country ("Bishkek, KG")."""
    first, *_, last = span.subject.name.split() * 2
    ends = is_form(folded(last).rstrip(".")) and not _PLACED.fullmatch(span.subject.name)
    return first != last and not first[0].isdigit() and (ends or (first.isupper() and is_form(folded(first))))


def is_person(span: PartySpan, row: Row) -> bool:
    """Whether a few words in capitals that stand by themselves hold a given name: "Andriy Melnychenko (51%)"."""
    words = span.subject.name.split()
    alone = span.first == 0 and row.before(span.last).lstrip()[:1] in ("", "(", ",", "*")
    named = len(words) in _OF_A_PERSON and all(word[0].isupper() for word in words)
    return named and alone and not span.place and any(map(is_of_a_person, map(folded, words)))


def may_be_goods(span: PartySpan, row: Row) -> bool:
    """Whether words of every day in small letters, none that names end in, are called as a party is, and more stands
    there: "sawn timber in bundles", "12 Stk. Kompressor"."""
    words = span.subject.name.split()
    short = len(words[0]) < _SHORT and not words[0].isupper()
    goods = words[0].islower() and any(map(lexicon().knows, words)) and sets.NAME_ENDS.isdisjoint(words)
    return span.last - span.first < len(row.items) and (goods if words[1:] else short)
