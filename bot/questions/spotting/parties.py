"""Names of parties in a row of items: stretches that somebody vouches for, and those that nobody does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.questions.ask import Subject
from bot.questions.clean import clean_name
from bot.questions.spotting.beside import PartySpan as PartySpan
from bot.questions.spotting.items import Row
from bot.questions.spotting.lexicon import folded, lexicon
from bot.questions.spotting.names import ListedNames
from bot.questions.spotting.party_words import (
    GENERIC,
    JOINERS,
    LEGAL_FORMS,
    NAME_ENDS,
    PARTICLES,
    SIBLINGS,
    SURELY_TWO,
    is_form,
)
from bot.questions.spotting.several import Several
from bot.questions.spotting.sheet import Sort
from bot.questions.spotting.telling import TYPES, Surety, is_given
from bot.sanctions.party import Schema


def parties_in(row: Row, listed: ListedNames, *, plural: bool = False) -> list[PartySpan]:
    """The names in a row, in order. `plural`: the words say that there are several."""
    return list(_Finder(row, listed, plural).spans())


class _Finder(Several):
    def spans(self) -> Iterator[PartySpan]:
        found = [span for first, last in self._persons(list(self._runs())) for span in self._described(first, last)]
        beside = {at for span in found for at in range(span.first, span.last)}
        yield from self._siblings(found)
        yield from self._numbers(beside)

    def _siblings(self, found: list[PartySpan]) -> list[PartySpan]:
        """ "the Rotenberg brothers Arkady and Boris": the surname is that of each."""
        for at, span in enumerate(found):
            after = self.items[span.last].word if span.last < len(self.items) else ""
            named = found[at + 1 :] if after in SIBLINGS else []
            if named and all(is_given(folded(other.subject.name)) for other in named):
                family = span.subject.name
                return found[:at] + [
                    replace(one, subject=Subject(f"{one.subject.name} {family}", Schema.PERSON)) for one in named
                ]
        return found

    def _runs(self) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(self.items):
            if not self.taken[at]:
                at += 1
                continue
            end = at + 1
            while end < len(self.items) and (more := self._goes_on(at, end)):
                end += more
            if not self._is_form_alone(at, end) and any(
                item.capital or item.word not in GENERIC for item in self.items[at:end]
            ):
                yield self._begun_before(at), end
            at = end

    def _is_form_alone(self, first: int, last: int) -> bool:
        """Whether a run is no more than the legal form of a name that was not read: "co., ltd."."""
        return all(is_form(item.word) and not item.text[0].isupper() for item in self.items[first:last])

    def _begun_before(self, at: int) -> int:
        """Where a name of which only the end tells begins: "Bank of Bosnia", "Bank for International Settlements"."""
        start = at
        while (
            start > 0
            and self.items[start - 1].word in JOINERS - {"and", "und", "et", "y", "и", "та"}
            and not self.items[start].apart
        ):
            start -= 1
        if start < at and self.items[start].capital and self.items[start].word in PARTICLES and self.items[at].capital:
            return start  # Van der Berg
        before = self.items[start - 1] if 0 < start < at else None
        generic = before is not None and before.word in GENERIC and not self.items[start].apart
        return start - 1 if generic and before is not None and before.capital and self.items[at].capital else at

    def _goes_on(self, first: int, at: int) -> int:
        """How many items more belong to the run."""
        item, before = self.items[at], self.items[at - 1]
        if item.word == "of" and at - first > 1 and is_given(self.items[first].word):
            return 0  # Ilya Buzin of Vertikal Ltd
        if first in self.spelt and at < self.spelt[first][0]:
            return 1
        if self._only_leads(first, at) or self._only_follows(first, at):
            return 0
        if item.after_comma and is_form(item.word):
            return 1
        if item.word == "de" and is_form(before.word) and at + 1 < len(self.items) and is_form(self.items[at + 1].word):
            return 2  # S.A. de C.V.
        between = self.row.text[before.end : item.start]
        if self._in_brackets(at):
            return 2
        shouted = (
            item.sort is Sort.COUNTRY
            and item.text.isupper()
            and self._text(first, at).isupper()
            and "\t" not in between
        )
        if (shouted and between.strip() in (",", "(")) or (between == "! " and item.word in LEGAL_FORMS):
            return 1
        if item.apart:
            return 0
        if self.taken[at]:
            return (
                0
                if at in self.spelt
                and first in self.spelt
                and self.surety[at] is Surety.LISTED is self.surety[first]
                and not item.capital
                else 1
            )
        if item.word not in (JOINERS if before.capital else PARTICLES):
            return 0
        end = next(
            (i for i in range(at, min(at + 3, len(self.items))) if self.items[i].word not in JOINERS), len(self.items)
        )
        if end >= len(self.items) or end - at > 2 or any(i.apart for i in self.items[at : end + 1]):
            return 0
        follows = self.items[end]
        if follows.text.islower() and not before.capital and lexicon().is_rare(follows.word):
            return end - at + 1  # maria del pilar ortega
        if self.taken[end] and follows.capital is before.capital:
            return end - at + 1
        return end - at + 1 if follows.sort is Sort.COUNTRY and follows.capital and item.word in ("of", "for") else 0

    def _only_leads(self, first: int, at: int) -> bool:
        """Whether words in small letters that no list knows stand at the beginning before one in capitals, or before a
        whole listed name: a verb of a language that is not read here rather than a part of it ("proveriť Rosneft")."""
        item = self.items[at]
        begins = item.text[:1].isupper() and not (is_form(item.word) or item.word in GENERIC)
        return self._leads(first) and (begins or self._is_strong(at)) and self._are_strange(first, at)

    def _only_follows(self, first: int, at: int) -> bool:
        """Likewise behind a whole listed name: "Casa Apollo è sanzionata"."""
        if not any(end == at and self._is_strong(start) for start, (end, _) in self.spelt.items() if start >= first):
            return False
        end = next((i for i in range(at, len(self.items)) if self.items[i].apart or not self.taken[i]), len(self.items))
        return (
            end > at and self._are_strange(at, end) and not any(item.word in NAME_ENDS for item in self.items[at:end])
        )

    def _is_strong(self, at: int) -> bool:
        return at in self.spelt and self.surety[at] is Surety.LISTED

    def _are_strange(self, first: int, last: int) -> bool:
        """Whether items are words in small letters that neither a list nor anybody else knows."""
        return all(
            item.text.islower()
            and not is_form(item.word)
            and (len(item.text) < 3 or not self.listed.bearers(item.text))
            for item in self.items[first:last]
        ) and all(each is Surety.NOBODY for each in self.surety[first:last])

    def _in_brackets(self, at: int) -> bool:
        """A place in the middle of a name: "Sberbank (Switzerland) AG"."""
        text, ahead = self.row.text, self.items[at + 1] if at + 1 < len(self.items) else None
        return bool(
            ahead
            and text[self.items[at - 1].end : self.items[at].start].strip() == "("
            and text[self.items[at].end : ahead.start].strip() == ")"
            and (ahead.word in NAME_ENDS or (ahead.text.isupper() and len(ahead.text) < 4))
            and self.items[at].capital
        )

    def _persons(self, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Runs, a surname and given name about a comma as one."""
        at = 0
        while at < len(runs):
            (first, last), follows = runs[at], runs[at + 1] if at + 1 < len(runs) else None
            if (
                follows
                and follows[0] == last
                and self.items[last].after_comma
                and self._is_person(first, last, follows[1])
            ):
                yield first, follows[1]
                at += 2
                continue
            yield first, last
            at += 1

    def _is_person(self, first: int, middle: int, last: int) -> bool:
        one, two = self.items[first:middle], self.items[middle:last]
        if (
            len(one) > 4
            or len(two) > 4
            or (last < len(self.items) and self.items[last].after_comma and self.taken[last])
        ):
            return False
        if (
            all(i.text.isupper() for i in one)
            and not any(i.text.isupper() and len(i.text) > 1 for i in two)
            and two[0].capital
        ):
            return True
        if is_given(two[0].word) and len(one) <= 2 and not is_given(one[0].word):
            return len(two) == 1 or one[0].word not in SURELY_TWO or one[0].text.isupper()
        return False

    def _described(self, first: int, last: int) -> Iterator[PartySpan]:
        """A run, parted where it names several, each with what is said beside it."""
        parts = list(self._parted(*self._about_quotation(first, last)))
        for number, (start, end) in enumerate(parts):
            span = self._span(start, end)
            if number == len(parts) - 1:
                yield self._with_facts(span)
            else:
                yield span

    def _about_quotation(self, first: int, last: int) -> tuple[int, int]:
        """A run, without the words in small letters that stand behind a quotation in it: they are the sentence's."""
        if any(item.sort is Sort.QUOTED for item in self.items[first:last]):
            while self.items[last - 1].sort is Sort.WORD and self._is_of_sentence(last - 1):
                last -= 1
        return first, last

    def _is_of_sentence(self, at: int) -> bool:
        item = self.items[at]
        return item.text.islower() and not is_form(item.word)

    def _span(self, first: int, last: int) -> PartySpan:
        items = self.items[first:last]
        whole, spelt = self.spelt.get(first, (0, ""))
        quoted = len(items) == 1 and items[0].sort is Sort.QUOTED
        after = self.row.text[items[-1].end : items[-1].end + 1]
        name = clean_name(items[0].value if quoted else self._text(first, last).replace('"', ""), after)
        if any(item.sort is Sort.QUOTED for item in items):
            sure = Surety.QUOTED
        elif any(each is Surety.LISTED for each in self.surety[first:last]):
            sure = Surety.LISTED
        elif any(item.capital for item in items) or any(self.surety[first:last]) or self._is_firm(first, last):
            sure = Surety.CAPITALS
        else:
            sure = Surety.NOBODY
        schema = self._type_before(first)
        owner = bool(re.match(r"['’]", self.row.text[items[-1].end : items[-1].end + 1]))
        spelt = spelt if whole == last and not spelt.isascii() and spelt != name else ""
        return PartySpan(first, last, Subject(name, schema, spelt=spelt), sure, owner and self._owns(last))

    def _is_firm(self, first: int, last: int) -> bool:
        """Whether a legal form vouches for words in small letters; not where the first is one that nobody knows."""
        strange = first == 0 and not self.known[0] and not self.listed.bearers(self.items[0].text)
        return not strange and any(is_form(item.word) for item in self.items[first + 1 : last])

    def _owns(self, at: int) -> bool:
        """Whether what follows a possessive is a kind of party with a name: "Usmanov's yacht Dilbar"."""
        return at + 1 < len(self.items) and self.items[at].word in TYPES and self.taken[at + 1]

    def _type_before(self, first: int) -> Schema | None:
        before = self.items[first - 1] if first else None
        if (
            before is None
            or before.text.isupper()
            or (self.items[first].apart and before.word not in ("mr", "mrs", "ms"))
        ):
            return None
        if before.capital and before.word not in ("mr", "mrs", "ms") and self.mixed and not self._leads(first - 1):
            return None
        return TYPES.get(before.word)
