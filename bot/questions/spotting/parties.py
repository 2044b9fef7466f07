"""Names of parties in a row of items: stretches that somebody vouches for, and those that nobody does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.questions.ask import Subject
from bot.questions.clean import clean_name
from bot.questions.data import patterns
from bot.questions.spotting.beside import Beside, with_shared_surnames
from bot.questions.spotting.lexicon import LETTERS, OF_FORMS, TYPES, is_given, lexicon, may_be_of_a_form, sets
from bot.questions.spotting.names import SHORTEST, ListedNames
from bot.questions.spotting.sheet import PartySpan, Row, Sort, Surety, covered
from bot.sanctions.party import Schema
from bot.screening.words.legal_forms import FORMS
from bot.screening.words.normalise import words_of


def parties_in(row: Row, listed: ListedNames, *, plural: bool = False) -> list[PartySpan]:
    """The names in a row, in order. `plural`: the words say that there are several."""
    return list(_Finder(row, listed, plural).spans())


_WRITTEN, _STROKE = (patterns("names")[said] for said in ("written_forms", "stroke_forms"))
_PLACE = 3  # words of a place's name


class _Finder(Beside):
    def spans(self) -> Iterator[PartySpan]:
        found: list[PartySpan] = []
        for first, last in self._persons(list(self._runs())):
            if not found or not self._says_whence(first, last):
                found += self._described(first, last)
            elif self.listed.is_name(self.row.said(first, last)):  # Ivanov from Rosneft, born 1953; not from Tomsk
                found.append(self._span(first, last))
        yield from with_shared_surnames(self._born_further_on(found), self.row)
        yield from self._numbers(covered(found))

    def _says_whence(self, first: int, last: int) -> bool:
        """ "Zhang Wei from Shanghai, born 1988": between a name and a birth date, which no place has."""
        short = last - first <= _PLACE and self.row.item(first - 1).word in sets.WHENCE
        return short and self.row.item(last).sort is Sort.BORN and self.items[first].capital

    def _born_further_on(self, found: list[PartySpan]) -> list[PartySpan]:
        """ "Mark Taylor, accountant from Leeds, born 1951": a birth date is that of the person named before it, however
        much is said between."""
        beside, born = covered(found), Sort.BORN
        for at in (n for n, item in enumerate(self.items) if item.sort is born and n not in beside):
            before = [n for n, s in enumerate(found) if s.last <= at and not (n and self._says_whence(s.first, s.last))]
            whose = found[before[-1]].subject if before else None
            if whose and not whose.birth_date and whose.schema in (None, Schema.PERSON):
                found[before[-1]] = replace(found[before[-1]], subject=replace(whose, birth_date=self.items[at].value))
        return found

    def _runs(self) -> Iterator[tuple[int, int]]:
        end = 0
        for at in range(len(self.items)):
            if at < end or not self.taken[at] or self._tells_birth(at):
                continue
            end = at + 1
            while end < len(self.items) and (more := self._goes_on(at, end)):
                end += more
            # more than the end of a name that was not read: "co., ltd.", "bank"
            more = any(item.capital or not (item.generic or item.form) for item in self.items[at:end])
            if more or self._is_strong(at):
                yield self._dealt_with(self._begun_before(at), end), end

    def _tells_birth(self, at: int) -> bool:
        """Whether a birth date follows, even one of no calendar: Igor Sechin DOB 32.13.1960."""
        return at > 0 and "born" in self.row.parts[at] and not self.items[at - 1].text.isupper()

    def _goes_on(self, first: int, at: int) -> int:
        """How many items more belong to the run, at the next."""
        item, before, between, ahead = self.items[at], self.items[at - 1], self.row.before(at), self.row.item(at + 1)
        if not between.isprintable():  # the next cell
            return 0
        if before.sort is Sort.QUOTED and not item.ends_names and item.text.isupper():  # "Bank of Kunlun" CAPTA
            return 0
        if at in self.inside and self.taken[first]:
            return 1  # of a listed name, which may begin in the run: Viktor Vekselberg and Commercial Bank of Syria
        whose = item.word == "of" and at - first > 1 and is_given(self.items[first].word)  # Ilya Buzin of Vertikal Ltd
        if whose or self._tells_birth(at) or self._only_leads(first, at):
            return 0
        joined = item.word in sets.SPLITTERS and before.form and self.row.follows(at + 1).form  # GmbH and Co. KG
        if joined or (_STROKE.match(self.row.text, item.start) and not item.apart):
            return 2
        if item.after_comma and (written := _WRITTEN.match(self.row.text, item.start)):
            size = sum(written.start() <= other.start < written.end() for other in self.items)
            then = self.row.item(at + size)  # X, Limited Liability Company Y: it begins the next
            return 0 if then.capital and not then.apart else size
        begins = ahead.capital or ahead.sort is Sort.QUOTED or at + 1 in self.spelt  # X, OOO "Romashka"
        # Mordashov, A.B. Usmanov
        initials = len(self.items[first].word) == 1 or self.listed.is_surname(ahead.text)
        begins = begins and self.row.before(at + 1) in (" ", ". "[: 2 * initials])
        called = between == "! " and item.word in sets.LEGAL_FORMS  # Yahoo! Inc
        if called or (item.after_comma and item.form and not begins and "," in between):
            return 1
        if spelt := self._spelt_form(first, at):
            return spelt
        if marked := self._in_brackets(at):
            return marked
        shouted = item.sort is Sort.COUNTRY and item.text.isupper() and self.row.said(first, at).isupper()
        if shouted and between.strip() in (",", "(") and "\t" not in between:
            return 1
        if item.apart:
            return 0
        if not self.taken[at]:
            return self._joined_on(at)
        strange = item.small and not (item.ends_names or self.surety[at] or item.word in sets.JOINERS)
        told = before.capital or not self.listed.bearers(item.text)  # "VTB blokd", "rosneft sankcionovaná"
        if strange and told and self.surety[at - 1] and not (at - first == 1 and is_given(before.word)):  # maria orlova
            return 0
        return not (self._is_strong(at) and self._is_strong(first) and not item.capital)

    def _spelt_form(self, first: int, at: int) -> int:
        """How many items a legal form in letters goes on: Sp. z o.o., S. de R.L. de C.V."""
        if len(self.items[at].word) > LETTERS or not may_be_of_a_form(self.items[at].word):
            return 0
        of_one = [not item.word or may_be_of_a_form(item.word) for item in self.items[at - 1 : at + LETTERS]]
        last = at - 1 + (of_one.index(False, 1) if False in of_one[1:] else len(of_one))
        begins = (begin for begin in (at - 1, at)[not of_one[0] :] if begin > first)
        spans = ((begin, end) for begin in begins for end in range(last, at, -1))
        said = ((end, self.row.said(begin, end)) for begin, end in spans)
        forms = ((end, tuple(words_of(text))) for end, text in said if "\n" not in text)
        return next((end - at for end, words in forms if len(words) > 1 and words in FORMS), 0)

    def _joined_on(self, at: int) -> int:
        """How many items join a run on: "of" and "for the" with what follows them, where that is of a name, too."""
        before, joiners = self.items[at - 1], sets.JOINERS if self.items[at - 1].capital else sets.PARTICLES
        if self.items[at].word not in joiners or (self.german and before.word not in ("van", "von")):
            return 0
        end = at + 1 + (self.row.item(at + 1).word in sets.JOINERS)
        follows = self.row.item(end)
        routed = self.items[at].word == "for" and self._is_strong(end)  # from Rouen for Lady Leila
        if routed or follows.word in sets.JOINERS or any(self.row.item(i).apart for i in range(at, end + 1)):
            return 0
        rare = follows.small and not before.capital and lexicon().is_rare(follows.word)  # maria del pilar ortega
        alike = self.taken[end] and follows.capital is before.capital
        place = follows.sort is Sort.COUNTRY and follows.capital and self.items[at].word in sets.OF_PLACES
        return end - at + 1 if rare or alike or place else 0

    def _only_leads(self, first: int, at: int) -> bool:
        """Whether words in small letters that no list knows stand at the beginning before one in capitals, or before a
        whole listed name: a verb of a language that is not read here rather than a part of it ("proveriť Rosneft")."""
        item = self.items[at]
        begins = item.text[:1].isupper() and not (item.form or item.generic)
        strong, size = self._is_strong(at), len(self.items)
        alone = strong and not self.row.acts and self.spelt[at][0] == size > at + 1  # seyyde zia imani
        return self._leads(first) and (begins or strong) and not alone and self._are_strange(first, at)

    def _are_strange(self, first: int, last: int) -> bool:
        """Whether items are words in small letters that neither a list nor anybody else knows."""
        small = all(item.small and not item.form for item in self.items[first:last])
        words = (item.text for item in self.items[first:last] if len(item.text) > 2)
        return small and not any(self.surety[first:last]) and not any(map(self.listed.bearers, words))

    def _persons(self, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Runs, a surname and given name about a comma or brackets as one."""
        at = 0
        while at < len(runs):
            first, last = runs[at]
            start, end = runs[at + 1] if at + 1 < len(runs) else (0, 0)
            both = start == last and self._is_person(first, last, end)
            yield first, end if both else last
            at += 1 + both

    def _is_person(self, first: int, middle: int, last: int) -> bool:
        one, two = self.items[first:middle], self.items[middle:last]
        given = is_given(two[0].word) and not is_given(one[0].word)
        if not two[0].after_comma:  # Senin (Vladimir Borisovich)
            marks = self.row.before(middle).strip(), self.row.text[two[-1].end :][:1]
            return marks == ("(", ")") and given and len(one) == 1 and len(two) < 3
        goes_on = self.row.item(last).after_comma and self.taken[last]
        in_a_list = one[0].after_comma and first > 0 and self.taken[first - 1]  # A B, C D, E F
        again = len(one) == 1 and len(two) > 1 and two[-1].word.startswith(one[0].word[:SHORTEST])  # X, Olga X
        if (
            goes_on
            or again
            or one[-1].form
            or max(len(one), len(two)) > 4
            or (in_a_list and min(len(one), len(two)) > 1)
        ):
            return False
        shouted = all(i.text.isupper() for i in one) and not any(map(self._shouts, range(middle, last)))
        firm = len(one) == 1 and one[0].word in sets.SURELY_TWO and not is_given(two[0].word)  # VEB, Promsvyazbank
        if shouted and two[0].capital and not firm:
            return True
        if given and len(one) <= 2:
            return len(two) == 1 or one[0].word not in sets.SURELY_TWO or one[0].text.isupper()
        return False

    def _described(self, first: int, last: int) -> Iterator[PartySpan]:
        """A run, parted where it names several, each with what is said beside it."""
        parts = list(self._parted(*self._about_quotation(first, last)))
        yield from (self._span(*part) for part in parts[:-1])
        yield self._with_facts(self._span(*parts[-1]))

    def _about_quotation(self, first: int, last: int) -> tuple[int, int]:
        """A run, without the words in small letters that stand behind a quotation in it: they are the sentence's."""
        if any(item.sort is Sort.QUOTED for item in self.items[first:last]):
            while self.items[last - 1].word and self.items[last - 1].small and not self.items[last - 1].form:
                last -= 1
        return first, last

    def _span(self, first: int, last: int) -> PartySpan:
        items = self.items[first:last]
        whole, spelt = self.spelt.get(first, (0, ""))
        quoted = len(items) == 1 and items[0].sort is Sort.QUOTED
        after = self.row.before(last)[:1]
        name = clean_name(items[0].value if quoted else self.row.said(first, last).replace('"', ""), after)
        if any(item.sort is Sort.QUOTED for item in items):
            sure = Surety.QUOTED
        elif self.are_listed(first, last) or (self.mixed and all(item.caseless for item in items)):
            sure = Surety.LISTED
        elif any(item.capital for item in items) or any(self.surety[first:last]) or self._is_firm(first, last):
            sure = Surety.CAPITALS
        else:
            sure = Surety.NOBODY
        spelt = spelt if whole == last and not spelt.isascii() and spelt != name else ""
        subject = Subject(name, self._type_before(first), spelt=spelt)
        word = len(items) == 1 and re.search(r"\w{2}", name) is not None  # no P&I
        borne = word and len(name) > 2 and self.listed.bearers(name) > 0
        place = sure <= Surety.LISTED and not subject.schema and self._is_of_a_place(name)
        return PartySpan(first, last, subject, sure, after in ("'", "’") and self._owns(last), borne, place)

    def _is_firm(self, first: int, last: int) -> bool:
        """Whether a legal form vouches for words in small letters; not where the first is one that nobody knows."""
        strange = first == 0 and not self.known[0] and not self.listed.bearers(self.items[0].text)
        return not strange and any(item.form for item in self.items[first + 1 : last])

    def _owns(self, at: int) -> bool:
        """Whether what follows a possessive is a kind of party with a name: "Usmanov's yacht Dilbar"."""
        return at + 1 < len(self.items) and self.items[at].word in TYPES and self.taken[at + 1]

    def _type_before(self, first: int) -> Schema | None:
        before = self.row.item(first - 1)
        parted = self.items[first].apart or (before.capital and self.mixed and not self._leads(first - 1))
        if before.text.isupper() or (parted and before.word not in sets.ADDRESSED):
            return None
        return TYPES.get(before.word)

    def _parted(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        if self._stand_side_by_side(first, last):
            self.surety[first:last] = [max(sure, Surety.CAPITALS) for sure in self.surety[first:last]]
            yield from ((at, at + 1) for at in range(first, last))
            return
        cuts = [at for at in range(first + 1, last) if at not in self.inside and self._cuts(at)]
        # Mechel, Uralchem and Metalloinvest
        goes_on = first > 0 and self.items[first].after_comma and self.taken[first - 1]
        if not cuts or not (goes_on or self._are_several(first, last, cuts)):
            yield first, last
            return
        start = first
        for cut in [*cuts, last]:
            if start < cut:
                yield start, cut
            start = cut + (cut < last and self.items[cut].word in sets.SPLITTERS)

    def _stand_side_by_side(self, first: int, last: int) -> bool:
        """Whether a name that is one by itself stands beside others, or surnames: "severstal mordashov link?". No given
        name and surname of one person, though a ship has that given name: "Ольга Казакова"."""
        if self._is_strong(first) and self.spelt[first][0] == last:
            return False
        items, listed = self.items[first:last], self.listed
        said = [item.text for item in items]
        names = [listed.is_name(item.text) or item.word in sets.SURELY_TWO for item in items]
        told = any(is_given(item.word) or item.word in TYPES for item in items)
        if len(items) < 2 or any(self.known[first:last]) or told:
            return False
        if not (any(names) or all(item.small for item in items)):
            return False
        surnames = (len(text) >= SHORTEST and listed.is_surname(text) for text in said)
        borne = all(map(any, zip(names, surnames, strict=True)))
        return borne and not listed.is_name(" ".join(said))

    def _cuts(self, at: int) -> bool:
        between = self.row.before(at)
        marked = ("&" in between or "+" in between) and not (self.items[at].ends_names and self._ends(at + 1))
        of_a_form = self.row.item(at + 1).form and self._ends(at + 2)  # GmbH and Co. KG; and Sons
        return (self.items[at].word in sets.SPLITTERS and not of_a_form) or marked

    def _ends(self, at: int) -> bool:
        """Whether a name ends before an item, or with a legal form there: Greenfield & Sons."""
        behind = self.row.follows(at)
        return behind.form or not behind.word or behind.word in sets.SPLITTERS or not self.taken[at]

    def _are_several(self, first: int, last: int, cuts: Sequence[int]) -> bool:
        whole = self.spelt.get(first)
        text = self.row.said(first, last).lower().replace("&", "and")
        if (whole and whole[0] == last) or text in sets.FIRMS_WITH_AND:
            return False
        ends = [first, *cuts, last]
        parts = [[i for i in range(a, b) if self.items[i].word not in sets.SPLITTERS] for a, b in pairwise(ends)]
        short = any(not part or (len(part) == 1 and len(self.items[part[0]].text) == 1) for part in parts)
        if short or all(self.items[i].generic for i in parts[0]):
            return False
        if self.plural or any(self.items[cut].word in sets.ALTERNATIVES for cut in cuts):
            return True
        least = [min((self.surety[i] for i in part if not self._says_what(i)), default=Surety(0)) for part in parts]
        formed = any(item.form for item in self.items[first:last])  # else Sogaz et Kalashnikov
        ended = any(self.items[cut - 1].form and sure for cut, sure in zip(cuts, least[1:], strict=True))
        vouched = Surety.LISTED in least or ended or (all(least) if formed else any(least))
        return vouched or all(self._stands_alone(part) for part in parts)

    def _says_what(self, at: int) -> bool:
        """Whether an item is of a legal form or a place: "(Switzerland) AG", "Joint Stock Company"."""
        item = self.items[at]
        return item.form or item.word in OF_FORMS or item.sort is Sort.COUNTRY

    def _stands_alone(self, part: Sequence[int]) -> bool:
        words = [self.items[i].word for i in part]
        if " ".join(words) in sets.SURELY_TWO or (len(words) > 1 and words[-1] in sets.LEGAL_FORMS):
            return True
        return len(words) in (2, 3) and is_given(words[0]) and not sets.GENERIC & set(words)
