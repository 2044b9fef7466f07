"""Names of parties in a row of items: stretches that somebody vouches for, and those that nobody does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.questions.ask import Subject
from bot.questions.clean import clean_name
from bot.questions.data import patterns, table, words
from bot.questions.spotting.beside import with_further_numbers, with_shared_surnames
from bot.questions.spotting.lexicon import LETTERS, TYPES, is_given, is_of_a_person, may_be_of_a_form, sets, spellings
from bot.questions.spotting.names import COMMON_FROM, SHORTEST, ListedNames
from bot.questions.spotting.places import is_town
from bot.questions.spotting.several import Several
from bot.questions.spotting.sheet import PartySpan, Row, Sort, Surety, covered
from bot.sanctions.party import Schema
from bot.screening.words.legal_forms import FORMS
from bot.screening.words.normalise import words_of
from bot.screening.words.weak_words import TITLES


def parties_in(row: Row, listed: ListedNames, *, plural: bool = False) -> list[PartySpan]:
    """The names in a row, in order. `plural`: the words say that there are several."""
    return list(_Finder(row, listed, plural).spans())


_WRITTEN, _STROKE, _INITIALS = (patterns("names")[said] for said in ("written_forms", "stroke_forms", "initials"))
_OF_PERSONS = words(table("names")["persons"]["words"])
_RANKED = TITLES | sets.RANKS
_COUNTED, _LETTERS = re.compile(r"\d(?:st|nd|rd|th)"), re.compile(r"\w{2}")
_WHAT_HE_IS = {"office", "label", "relative"}
_PLACE = 3  # words of a place's name


class _Finder(Several):
    def spans(self) -> Iterator[PartySpan]:
        found: list[PartySpan] = []
        for first, last in self._persons(list(self._runs())):
            if not found or not self._says_whence(first, last):
                found += self._described(first, last)
                continue
            born = replace(found[-1].subject, birth_date=self.items[last].value)
            found[-1] = replace(found[-1], subject=born)
            if self.listed.is_name(self.row.said(first, last)):  # Ivanov from Rosneft, born 1953; not from Tomsk
                found.append(self._span(first, last))
        found = with_shared_surnames(self._with_birth_behind(found), self.row, self.listed.is_surname)
        yield from with_further_numbers(found, self.row)
        yield from self._numbers(covered(found))

    def _says_whence(self, first: int, last: int) -> bool:
        """ "Zhang Wei from Shanghai, born 1988": between a name and a birth date, which no place has."""
        short = last - first <= _PLACE and self.row.item(first - 1).word in sets.WHENCE
        return short and self.row.item(last).sort is Sort.BORN

    def _runs(self) -> Iterator[tuple[int, int]]:
        end = 0
        for at in range(len(self.items)):
            if at < end or not self.taken[at]:
                continue
            end = at + 1
            while end < len(self.items) and (more := self._goes_on(at, end)):
                end += more
            # more than the end of a name that was not read: "co., ltd.", "bank"
            more = any(item.capital or not (item.generic or item.form) for item in self.items[at:end])
            tag = end == at + 1 and self._is_a_tag(at)
            if (more or self._is_strong(at)) and not (tag or self._labels(at, end)):
                first = self._begun_before(at)
                yield self._named_from(at if self.taken[first] else first, end), end

    def _goes_on(self, first: int, at: int) -> int:
        """How many items more belong to the run, at the next."""
        item, before, between = self.items[at], self.items[at - 1], self.row.before(at)
        if (ended := self._is_ended(first, at)) or at in self.inside:
            return not ended  # inside of a listed name: Viktor Vekselberg and Commercial Bank of Syria
        led = self._is_strong(at) and item.capital and self.items[first].small and self._leads(first)
        if led or (item.word in sets.WHENCE and self._says_whose(first, at)):
            return 0  # a verb of a language that is not read here: proveriť Rosneft
        if _STROKE.match(self.row.text, item.start):
            return 2
        if item.after_comma and (written := _WRITTEN.match(self.row.text, item.start)):
            size = sum(written.start() <= other.start < written.end() for other in self.items)
            then = self.row.item(at + size)  # X, Limited Liability Company Y: it begins the next
            return 0 if then.capital and not then.apart else size
        by_comma = item.after_comma and "," in between and not self._begins(at + 1)
        if item.form and (by_comma or between == "! "):  # Yahoo! Inc
            return 1
        if more := self._spelt_form(first, at) or self._in_brackets(at):
            return more
        if item.apart or not self.taken[at]:
            return 0 if item.apart else self._joined_on(at)
        told = before.capital or not self.listed.bearers(item.text)  # "VTB blokd", "rosneft sankcionovaná"
        strange = item.small and not (item.ends_names or self.surety[at]) and told
        sure = self.surety[at - 1] or (before.capital and not item.text[0].isdigit())
        if strange and sure and not is_given(before.word):  # maria orlova
            return 0
        return not (self._is_strong(at) and self._is_strong(first) and (item.small or item.unspaced))

    def _is_ended(self, first: int, at: int) -> bool:
        """Whether a mark or what is written there ends the run, though a listed name may go on."""
        item, before, between = self.items[at], self.items[at - 1], self.row.before(at)
        # Rosneft's Igor Sechin
        owned = between in ("'s ", "’s ") and at not in self.inside and self._is_strong(at) and self._is_strong(first)
        called = item.capital and at == first + 2 and self._is_nickname(first, at - 1)
        # Mahan Air 是否被制裁; Tactical Missiles Corporation & United Aircraft Corporation
        joined = "&" in between and before.ends_names and self._is_strong(at)
        parted = owned or joined or item.unspaced is not before.unspaced or not between.isprintable()
        if parted or (before.sort is Sort.QUOTED and not (item.ends_names or called)):
            return True  # the next cell; but: Joaquin "El Chapo" Guzman
        nickname = at > first + 1 and self._is_nickname(first, at)
        # Igor Sechin "Rosneft"
        if (nickname and item.value[0].isupper() and self.listed.is_name(item.value)) or self._is_owner(first, at):
            return True
        if item.word not in sets.SPLITTERS or at != first + 1 or not before.after_comma:
            return False
        if _INITIALS.match(self.row.text, before.start):
            return True  # Potanin, V. and Deripaska, O.
        surname = self.items[first - 1]
        given = surname.capital and is_given(before.word) and not is_given(surname.word)
        strong = self.listed.is_name(surname.text) or self.listed.is_surname(before.text)  # Lee, Kim and Hamas
        return given and self._is_strong(at + 1) and not strong  # Smith, John and Hamas

    def _is_nickname(self, first: int, at: int) -> bool:
        """Whether a quotation stands behind a given name and before a surname, or behind both: Joaquin "El Chapo"
        Guzman, Iris Varela "la Fosforito"."""
        item = self.items[first]
        if self.items[at].sort is not Sort.QUOTED or item.form or self.known[first] or len(item.text) < SHORTEST - 1:
            return False
        if at > first + 1:
            return self.spelt.get(first, (0,))[0] == at
        row = [(i.text,) for i in self.items[first : at + 3] if i.word and i.capital]
        told = is_given(item.word) or any(found.start == 0 for found in self.listed.find(row, [True] * len(row)))
        return told and self.row.follows(at + 1).capital

    def _says_whose(self, first: int, at: int) -> bool:
        """Whether "of" is of no name, for a whole one stands before it: of a person ("Ilya Buzin of Vertikal Ltd"), up
        to a legal form ("Orsa Shipping Limited of Varna"), or a listed one before a town ("Mahan Air of Kerman")."""
        own, known, ahead = self.items[first:at], self.known[first:at], self.row.item(at + 1).text
        proper = any(not (item.generic or item.form or plain) for item, plain in zip(own, known, strict=True))
        formed = own[1:] and own[-1].form and not own[-1].generic and (proper or not known[-1])
        if formed or (proper and is_town(ahead) and self.listed.is_name(self.row.said(first, at))):
            return not self._spelt_form(first, at)  # S.A. de C.V.
        yacht = self.row.item(first - 1).word in TYPES and self.listed.is_surname(ahead)  # Tango of Vekselberg
        return yacht or is_given(own[0].word) or self._says_what(first, at)

    def _says_what(self, first: int, at: int) -> bool:
        """Whether an abbreviation or the first word of a sentence says what of a listed party is spoken of: "UID of
        Rosneft", "Hulls of the Fortuna"."""
        item, then = self.items[first], at + 1 + (self.row.item(at + 1).word in sets.ARTICLES)
        short = item.text.isalpha() and ((item.text.isupper() and not self.shouted) or self._leads(first))
        # Management Committee of Rosneft
        unit = self.items[at - 1].word in sets.UNITS and item.word in sets.OFFICES_OF_A_FIRM
        return ((at == first + 1 and short and not item.ends_names) or unit) and self._is_strong(then)

    def _begins(self, at: int) -> bool:
        """Whether a name begins behind what may be a legal form: X, OOO "Romashka"; Mordashov, A.B. Usmanov."""
        item, between = self.row.item(at), self.row.before(at)
        begins = item.capital or item.sort is Sort.QUOTED or at in self.spelt
        return begins and (between == " " or (between == ". " and self.listed.is_surname(item.text)))

    def _spelt_form(self, first: int, at: int) -> int:
        """How many items a legal form in letters goes on: Sp. z o.o., S. de R.L. de C.V."""
        item = self.items[at]
        most = LETTERS if self.row.before(at)[:1] != " " else 0  # X / Joint Stock
        if not may_be_of_a_form(item.word) or (item.apart and len(item.word) > most):
            return 0
        for begin in range(max(at - 1, first + 1), at + 1):
            for end in range(min(at + LETTERS, len(self.items)), at, -1):
                words = tuple(words_of(self.row.said(begin, end)))
                if len(words) > 1 and words in FORMS:
                    return end - at
        return 0

    def _joined_on(self, at: int) -> int:
        """How many items join a run on: "of" and "for the" with what follows them, where that is of a name, too."""
        before, joins = self.items[at - 1], self.items[at].word
        if self.german or joins not in (sets.JOINERS if before.capital else sets.PARTICLES):
            return 0
        end = at + 1 + (self.row.item(at + 1).word in sets.JOINERS)
        if self.row.item(end).apart or (joins == "for" and self._is_strong(end)):  # from Rouen for Lady Leila
            return 0
        follows = self.items[end]
        alike = follows.capital is before.capital and (self.taken[end] or follows.small)  # maria del pilar ortega
        return end - at + 1 if alike or (follows.sort is Sort.COUNTRY and joins in sets.OF_PLACES) else 0

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
        if self._family(first, middle):  # both Kiriyenkos, Sergei and Vladimir
            return False
        given = is_given(two[0].word) and not is_given(one[0].word)
        if given and len(two) > len(one) == 1 and self.listed.is_name(one[0].text) and not one[0].text.isupper():
            return False  # Rosneft (Igor Sechin)
        if not two[0].after_comma:  # Senin (Vladimir Borisovich)
            marks = self.row.before(middle).strip(), self.row.text[two[-1].end :][:1]
            return marks == ("(", ")") and given and len(one) == 1
        if len(one) == len(two) == 1 and _INITIALS.match(self.row.text, two[0].start):
            return True  # Potanin, V.O.
        if len(one) == len(two) == 1 and self.listed.is_name(two[0].text):  # two vessels: Noah, Linda
            alone = self.listed.is_name(one[0].text) or not is_given(two[0].word)
            if alone:  # TOP, Hamas
                return self.listed.is_name(self.row.said(first, last))
        whole = len(two) > 1 and self._is_strong(middle) and self.spelt[middle][0] == last
        if whole and not one[0].text.isupper():
            return self.listed.is_name(self.row.said(first, last))  # Jane Miller, Daniel Kinahan
        if len(one) > 1 and len(two) > 1 and one[0].capital and not one[-1].text.isupper():
            two_persons = is_given(one[0].word) and not is_of_a_person(two[-1].word)  # Jane Miller, Paul Jones
            if two_persons and not self.listed.is_name(self.row.said(first, last)):
                return False
        if len(one) == 1 and len(two) > 2 and two[1].word in sets.SPLITTERS:  # Lee, Kim and Hamas
            return self.listed.is_name(self.row.said(first, middle + 1))
        goes_on = self.row.item(last).after_comma and self.taken[last]
        in_a_list = one[0].after_comma and self.taken[first - 1]  # A B, C D, E F
        firm = one[-1].form or (one[0].word in sets.SURELY_TWO and not given)  # VEB, Promsvyazbank
        firm = firm or self.listed.is_place(self.row.said(middle, last))  # YONA STAR INTERNATIONAL, Damascus
        again = len(one) == 1 and len(two) > 1 and two[-1].word.startswith(one[0].word[:SHORTEST])  # X, Olga X
        if goes_on or again or firm or (in_a_list and min(len(one), len(two)) > 1) or max(len(one), len(two)) > 4:
            return False
        shouted = all(i.text.isupper() for i in one) and not any(map(self._shouts, range(middle, last)))
        return shouted or (given and len(one) <= 2)

    def _described(self, first: int, last: int) -> list[PartySpan]:
        """A run, parted where it names several, each with what is said beside it; behind a person's rank."""
        own = self._behind_ranks(first, last)
        starts, ends = zip(*self._parted(own, last), strict=True)
        spans = [self._span(self._behind_ranks(at, end), end) for at, end in zip(starts, ends, strict=True)]
        counted = own > first and _COUNTED.fullmatch(self.row.item(first - 1).word) is not None  # 3rd Engineer
        all_of = zip((first - counted, *starts[1:]), [*spans[:-1], self._with_facts(spans[-1])], strict=True)
        return [span if span.first == at else replace(span, first=at) for at, span in all_of]

    def _behind_ranks(self, first: int, last: int) -> int:
        """Where the name of a person begins behind what he is: "Bosun Hasan Mortezavi", "Uncle Tom Baker"; none that is
        listed so, nor a firm's or a ship's."""
        own = next((at for at in range(first, last - 1) if not self._is_rank(at)), first)
        kin = first > 0 and "kin" in self.row.parts[first - 1]  # and his lawyer X
        person = own > first and (kin or is_given(self.items[own].word) or self._is_strong(own))
        parted = any(item.apart for item in self.items[first + 1 : last])
        if not person or parted or any(item.form or item.generic for item in self.items[own:last]):
            return first
        return first if self.listed.is_name(self.row.said(first, last)) or self._type_before(first) else own

    def _is_rank(self, at: int) -> bool:
        item = self.items[at]
        known = item.word in _RANKED or not self.row.parts[at].isdisjoint(_WHAT_HE_IS)
        known = known or (at > 0 and "kin" in self.row.parts[at - 1] and item.small and self.known[at])
        return known and item.word not in TYPES

    def _span(self, first: int, last: int) -> PartySpan:
        items = self.items[first:last]
        whole, spelt = self.spelt.get(first, (0, ""))
        after = self.row.before(last)[:1]
        quoted = any(item.sort is Sort.QUOTED for item in items)
        said = items[0].value if quoted and len(items) == 1 else self.row.said(first, last).replace('"', "")
        plain = [item.text for item in items if item.sort is not Sort.QUOTED]
        somebody = any(self._is_nickname(first, at) for at in range(first + 1, last))
        nickname = said if somebody else ""
        quoted, said = (False, " ".join(plain)) if nickname else (quoted, said)
        if len(items) == 1 and said.endswith("'s") and self.listed.is_surname(said[:-2]):  # Lavrov's
            said = said[:-2]
        name = clean_name(said, after)
        if quoted:
            sure = Surety.QUOTED
        elif self.are_listed(first, last) or self._is_of_a_script(first, last):
            sure = Surety.LISTED
        else:
            sure = Surety(any(item.capital for item in items) or any(self.surety[first:last]))
        spelt = spelt if whole == last and not spelt.isascii() and spelt != name else self._family(first, last)
        where = self._whose(first, last)
        schema = None if self._is_owner(first, last) else self._type_before(first)  # яхта Тимченко "Лена"
        subject = Subject(name, schema, country=where, spelt=spelt, within=nickname)
        word = len(items) == 1 and _LETTERS.search(name) is not None  # no P&I
        borne = word and len(name) > 2 and any(map(self.listed.bearers, spellings(name)))
        borne = self.listed.is_name(name) if quoted and " " in name else borne
        place = sure <= Surety.LISTED and not subject.schema and any(map(self.listed.is_place, spellings(name)))
        whose = after in ("'", "’") and self.row.item(last).word in TYPES
        owner = whose and last + 1 < len(self.items) and self.taken[last + 1]  # Usmanov's yacht Dilbar
        initials = "." in items[0].text  # A.B. Usmanov
        formed = len(items) > 1 and any(item.form for item in items[initials:])
        return PartySpan(first, last, subject, sure, owner, borne, place, formed)

    def _is_of_a_script(self, first: int, last: int) -> bool:
        """Whether words of a script without capitals are a name: not what a sentence in one says of a Latin one, nor,
        in one such script alone, words of which it is not asked whether they are listed and that the index does not
        know whole."""
        about = self.items[first].unspaced and True in (*self.taken[:first][-1:], *self.taken[last : last + 1])
        asked = "listed" in self.row.plays and last - first > 1
        told = self.mixed or asked or (self.row.plays and self.listed.is_name(self.row.said(first, last)))
        return bool(told) and all(item.caseless for item in self.items[first:last]) and not about

    def _family(self, first: int, last: int) -> str:
        """The surname that a family is called by: "the Kovalchuks"; "" for others."""
        said, before = self.row.said(first, last), self.row.item(first - 1).word
        of_many = said.endswith("s") and said[-2:].islower() and last - first == 1
        of_many = of_many and (before in sets.ARTICLES or before == "both")
        stems = (said[:-1], said[:-2]) if of_many and not self.listed.is_name(said) else ()
        held = said[:1].isupper() and not self.listed.bearers(said)
        of_two = (s for s in stems if held and 0 < self.listed.bearers(s) < COMMON_FROM and not self.listed.is_name(s))
        return next(iter((*filter(self.listed.is_surname, stems), *of_two)), "")  # Maduro Moros

    def _type_before(self, first: int) -> Schema | None:
        before = self.row.item(first - 1)
        parted = self.items[first].apart or (before.capital and self.mixed and not self._leads(first - 1))
        if before.text.isupper() or (parted and before.word not in sets.ADDRESSED):
            return None
        person = before.word in _OF_PERSONS or (first > 0 and "relative" in self.row.parts[first - 1])
        return Schema.PERSON if person else TYPES.get(before.word)
