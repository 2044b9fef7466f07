"""Which words of a row are written as parts of names: told by the index, by capitals, by the words beside them."""

from __future__ import annotations

import re

from bot.questions.spotting.cells import Cells
from bot.questions.spotting.days import is_of_calendar
from bot.questions.spotting.lexicon import KINDS, folded, is_foreign, is_german, is_given, lexicon, sets, spellings
from bot.questions.spotting.names import AROUND, ON_A_LIST, ListedNames
from bot.questions.spotting.sheet import Row, Sort, Surety

_SURELY_ONE = 4  # letters from which on a word is read as it is, whatever stands beside it
_OBLIQUE = "уюме"  # how both names of a person end in some cases, and hardly a word that begins a sentence
_SAYING = (Sort.OPTIONS, Sort.MEASURES, Sort.DATE, Sort.COUNTRY)  # spans that a name may hold


class Written(Cells):
    """Which items of a row are written as parts of names, and who vouches for them."""

    def __init__(self, row: Row, listed: ListedNames, plural: bool) -> None:
        super().__init__(row, listed, plural)
        self._take_whole()
        self.inside = {at for start, (end, _) in self.spelt.items() for at in range(start + 1, end)}
        if self.german or not sets.ASKS_FOR_A_PARTY.isdisjoint(row.plays):
            self._take_asked()
        places = range(len(self.items) if True in self.taken or sets.GENERIC & row.words else 0)
        for at in (*reversed(places), *places):
            self.taken[at] = self.taken[at] or self._is_absorbed(at)
        small = (item.word for item, known in zip(self.items, self.known, strict=True) if known and item.small)
        titled = not self.shouted and any(self.taken) and sets.SPLITTERS.issuperset(filter(None, small))
        for at in range(len(self.items) * titled):
            self.taken[at] = self.taken[at] or self._is_titled(at)
        begun = (at for at in self.spelt if at and self.items[at].form and not self.items[at].generic)
        for at in (at for at in begun if self._leads(at - 1)):  # Met OOO Veles
            self.taken[at - 1] &= at - 1 in self.spelt or not lexicon().knows(self.items[at - 1].word)

    def _take_asked(self) -> None:
        """Everyday words where a party is asked for: "is harbour lights sanctioned?"."""
        first, size = 1, len(self.items)
        while first < size:
            last = first
            while last < size and self._is_plain(last, first) and not (last > first and self._ends_before(last)):
                last += 1
            ends = self._ends_before(last) or bool(self.row.parts[last]) or self.items[last].sort is Sort.LISTS
            if last > first and ends and self._is_party_next(first - 1, first, last):
                self._take(first, last)
            first = last + 1

    def _is_plain(self, at: int, first: int) -> bool:
        item = self.items[at]
        if at == first and item.word in sets.NUMBERS:
            return item.small
        if self.german:
            return not (self.row.parts[at] or self.taken[at]) and bool(item.word)
        plain = lexicon().parts(item.word) == {"ordinary"} and item.word not in KINDS
        return item.small and not self.row.parts[at] and plain

    def _is_party_next(self, at: int, first: int, last: int) -> bool:
        """Whether what stands before says that a party follows: "is", "check", "supplier"; "steht die" of one on a
        list."""
        verb = at - (self.german and at == 1 and self.items[at].word in sets.ARTICLES)
        behind = range(last, min(last + (ON_A_LIST if self.german else 2), len(self.items)))
        on_a_list = self.german and any(self.items[i].sort is Sort.LISTS for i in behind)
        asks = self.items[verb].word in sets.BE or (self.german and "listed" in self.row.parts[verb])
        if asks and (on_a_list or any("listed" in self.row.parts[i] for i in behind)):
            return True
        strange = self.items[first].capital or not is_german(self.items[first].word)
        acts = self.german and strange and bool(behind and self.row.parts[last] & {"screen", "listed"})  # X Y prüfen
        return last - first > 1 and (acts or bool(self.row.parts[at] & {"screen", "somebody"}))

    def _take_whole(self) -> None:
        """A listed name that is all of the text but for a few words about it, whatever its own words are."""
        cells = (at for at in range(1, len(self.items)) if "\t" in self.row.before(at))
        size = next(cells, len(self.items)) if "\t" in self.row.text else len(self.items)

        def other(at: int) -> int:
            """From a place on the first word of no listed name."""
            words = ((i, self.items[i].text) for i in range(at, size))
            long = ((i, word) for i, word in words if len(word) > _SURELY_ONE and word.isalpha())
            return next((i for i, word in long if not self.listed.bearers(word)), size)

        starts = (at for at in range(min(AROUND, size)) if self.items[at].capital)
        windows = [(a, b) for a in starts for b in range(other(a), max(a, size - AROUND), -1)]
        windows += [(0, size)] if size > 1 and not self.items[0].capital and other(0) == size else []
        for first, last in sorted(windows, key=lambda w: w[0] - w[1]):
            if last - first == 1 and not (self._shouts(first) and len(self.items[first].text) > 3):
                continue
            if not self.listed.is_name(self.row.said(first, last)) or self._cuts_a_name(first, last):
                continue
            commas = any(item.after_comma for item in self.items[first + 1 : last])
            if not commas or self._stands_apart(first, last):
                self._take(first, last, whole=True)
                return

    def _cuts_a_name(self, first: int, last: int) -> bool:
        """Whether a listed name stands there that is as long, or goes on: "is Bank Sepah" is not about one called Is
        Bank."""
        every = [(start, end) for start, (end, _) in self.spelt.items()]
        more = [end for start, end in every if first < start < last < end]  # by more than a legal form: Printing | Co
        goes_on = any(not item.ends_names for end in more for item in self.items[last:end])
        return self._ends_another(first) or goes_on or any(start <= first and last <= end for start, end in every)

    def _is_titled(self, at: int) -> bool:
        """One of several between commas, all of them written as names are: "Rosneft, Best Buy"."""
        item = self.items[at]
        beside = not item.apart and at > 0 and self.taken[at - 1]
        goes_on = self._begins_one(at) or (beside and self._begins_one(at - 1))
        money = item.text.isupper() and "deal" in self.row.parts[at]  # Rosbank, EUR 5000
        named = item.word not in sets.TITLES and not item.word.startswith("i'")
        return item.capital and bool(item.word) and goes_on and not money and named

    def _begins_one(self, at: int) -> bool:
        """Whether it stands behind a comma or a share ("40% Peter Brown"), or is a surname before one: "Kim, Park"."""
        item, then = self.items[at], self.row.item(at + 1)
        named = self.listed.is_surname(item.text) or (is_given(then.word) and not is_of_calendar(item.word))
        first = at == 0 and then.after_comma and named and not lexicon().plays(item.word)
        return first or item.after_comma or "%" in self.row.before(at)

    def _is_absorbed(self, at: int) -> bool:
        """A word that is known, or a span, but written as part of the name beside it."""
        item = self.items[at]
        before = at > 0 and self.taken[at - 1] and not item.apart
        after = at + 1 < len(self.items) and self.taken[at + 1] and not self.items[at + 1].apart
        if len(item.word) == 1 and item.capital and self.row.item(at + 1).word in sets.AMPERSANDS:
            return self.row.item(at + 2).capital and self.taken[at + 2]  # A of "A and B Shipping"
        if not (before or after or item.generic):
            return False
        if item.word in sets.TITLES or self.is_monsieur(at) or "born" in self.row.parts[at]:
            return False
        leads = item.word == "i" or item.word in sets.ARTICLES
        if item.word.startswith("i'") or (leads and self.row.follows(at + 1).small):  # to Rosneft I think; THE kadyrov
            return False
        if item.generic:
            led = item.small and item.word in KINDS and "every" in self.row.parts[0]
            of_each = led and self.items[at - 1].capital  # every Kalashnikov company
            return (before and not of_each) or (item.capital and (after or self._is_of_a_country(at)))
        if not (before or after):
            return False
        if item.form:
            return not (item.small and lexicon().plays(item.word))
        if item.word.isdigit():
            return before and self._is_number_of_a_name(at)
        return self._is_ordinary_of_a_name(at, before, after) or self._goes_along(at, before=before, after=after)

    def _goes_along(self, at: int, *, before: bool, after: bool) -> bool:
        """Whether a word that says something is written as the name beside it is: before or behind it."""
        item, follows = self.items[at], self.row.follows(at + 1)
        beside = (before and self._shouts(at - 1)) or (after and self._shouts(at + 1))
        along = self._shouts(at) and beside  # in capitals, as a word of the name beside it is
        if item.names_a_year:
            return False
        if item.sort in _SAYING:
            if self._is_strong(at + 1) and at not in self.spelt and at + 1 not in self.inside:
                return False  # Germany Herman Gref
            ends = before and item.text.isalpha() and self.known[at - 1] and at + 1 == len(self.items)
            ends = ends and item.sort is Sort.DATE and Surety.LISTED not in self.surety  # Any Lab Test Now
            of_a_name = follows.capital or (follows.generic and follows.word not in sets.CITIZENS)
            return item.capital and (along or ends or (after and of_a_name))  # Switzerland AG
        if not item.word or not item.capital or at in self.told or item.word in sets.OPENERS:
            return False
        if along:
            return not (self.row.parts[at] & sets.ASKING or (self.mixed and self._leads(at)))  # FYI
        whose = before and len(spellings(self.items[at - 1].text)) > 1 and item.text.isascii()
        if whose and is_foreign(item.word):  # Deripaskas Anwalt
            return False
        if self.german:  # Müller Maschinenbau, but no more than Sberbank of "Sberbank Geschäfte"
            titled = after and self.items[at - 1].word in sets.TITLES  # Frau Gerda Hollmann
            return titled or (before and (is_given(self.items[at - 1].word) or not self.surety[at - 1]))
        if self.mixed:
            phrases = (a.last for a in self.row.acts if a.part == "smalltalk" and a.first == at < a.last - 1)
            thanks = after and any(not is_given(self.row.follows(last).word) for last in phrases)  # Thank You Cargo
            return not self._leads(at) or thanks
        return (after and lexicon().is_rare(item.word)) or (before and not self.shouted)

    def _is_of_a_country(self, at: int) -> bool:
        """Bank of Russia."""
        place = self.row.item(at + 2)
        return self.row.item(at + 1).word in sets.OF_PLACES and place.sort is Sort.COUNTRY and place.capital

    def _is_number_of_a_name(self, at: int) -> bool:
        """Whether a number goes on from the name before it: "Fu Yuan Yu 7615", at its end in capitals one of five
        figures ("LU RONG YU 51199"); no share, and no "4 me"."""
        item = self.items[at]
        percent = self.row.text[item.end : item.end + 2].lstrip()[:1] == "%"
        ends = self._shouts(at - 1) and self.row.follows(at + 1).apart
        things = sets.LABELS | {"ordinary", "deal"}
        counts = self.row.follows(at + 1).small and self.row.parts[at + 1] <= things  # 12 tickets
        if (counts or len(item.word) > 2) and self._is_whole_without(at):
            return False
        most = 5 if ends and self.listed.bearers(self.items[at - 1].text) else 4
        return len(item.word) <= most and not percent and not self.row.parts[at] & {"filler", "it"}

    def _is_whole_without(self, at: int) -> bool:
        """Whether a listed name ends before a number, and none goes on with it: "invoice Kriogenmash 4711"."""
        first = next((start for start, (end, _) in self.spelt.items() if end == at and self._is_strong(start)), at)
        return first < at and not self.listed.is_name(self.row.said(first, at + 1))

    def _is_ordinary_of_a_name(self, at: int, before: bool, after: bool) -> bool:
        """An ordinary word beside one that nobody knows, in small letters as that is: "harbour lights catering"; or the
        first word, in capitals before others: "Blue Heron Consulting Ltd"."""
        item = self.items[at]
        if not item.word or self.row.parts[at] or item.word in sets.LINKS_ON:
            return False
        if item.small and before and self.items[at - 1].form and self._is_strong(at + 1):
            return False  # acme ltd supplies mahan air
        if item.small:
            return (before and self._may_lend(at - 1)) or (after and self._may_lend(at + 1))
        return self._leads(at) and after and self.items[at + 1].capital and self.surety[at + 1] is not Surety.LISTED

    def _may_lend(self, at: int) -> bool:
        item = self.items[at]
        return self.surety[at] is Surety.NOBODY and item.small and not item.generic

    def _begun_before(self, at: int) -> int:
        """Where a name of which only the end tells begins: "Bank of Bosnia", "Bank for International Settlements"."""
        start = at
        while self.row.item(start - 1).word in sets.ONLY_JOINERS and not self.items[start].apart:
            start -= 1
        if self.items[start].capital and self.items[start].word in sets.PARTICLES:
            return start  # Van der Berg
        given, particle = self.row.item(at - 2), self.row.follows(at - 1).word
        joined = particle in sets.PARTICLES and given.small and not (self.items[at].apart or self.items[at].capital)
        if joined and not (self.row.parts[at - 1] or self.row.parts[at - 2]):
            return at - 2  # piet van dervelde
        before = self.row.item(start - 1)
        begins = before.generic and before.capital and before.word not in sets.UNITS
        return start - 1 if begins and not (self.items[at].unspaced or self.items[start].apart) else at

    def _named_from(self, first: int, last: int) -> int:
        """Where a name begins behind a word that only begins the sentence: an everyday one of another language than
        English, or any before a listed name with an ending ("Поручительство Промсвязьбанка")."""
        at, item = first + 1, self.items[first]
        told = next((i for i in range(first, last) if self.items[i].word not in sets.AGENCIES), first)
        if item.capital and self._is_strong(told) and not self._is_strong(first):
            return told  # per Reuters ARTAVIL
        if self._is_foreign(first) and any(self.telling[at] and not self.items[at].generic for at in range(at, last)):
            return at  # cribler Kestrel Marine
        end, spelt = self.spelt.get(at, (0, ""))
        own = self._is_strong(first) or self.spelt.get(first, (0,))[0] > at
        own = own or any(map(self.listed.is_surname, spellings(item.text)))
        begins = self._leads(first) and not (own or item.text.isupper() or any(map(is_given, spellings(item.word))))
        if at >= last or not end or not begins:
            return self._dealt_with(first, last)
        person = item.word[-1:] == self.items[at].word[-1:] and item.word[-1:] in _OBLIQUE  # Филиппу Артамонову
        inflected = not (person or spelt.isascii()) and spelt != " ".join(other.text for other in self.items[at:end])
        known = self._is_strong(at) or self.listed.is_surname(spelt)
        told = inflected or (known and not person and is_foreign(item.word) and not lexicon().knows(folded(spelt)))
        return at if told else self._dealt_with(first, last)

    def _is_foreign(self, at: int) -> bool:
        """Whether a word in small letters that nobody knows stands before capitals, of a language that is not read."""
        item, ahead = self.items[at], self.items[at + 1 : at + 2]
        own = is_given(item.word) or item.word in sets.PARTICLES or "-" in item.word or self.listed.bearers(item.text)
        return item.small and bool(ahead) and ahead[0].text[:1].isupper() and not (own or lexicon().knows(item.word))

    def _dealt_with(self, first: int, last: int) -> int:
        """Where a listed name begins behind words that tell of a dealing with it: "INVOICE 5 FOR PEGAS", "12-B of
        Interpal"."""
        starts = (at for at in range(first + 2, last) if self._is_strong(at) and at - 1 not in self.inside)
        at = next((at for at in starts if self.items[at - 1].word in sets.LINKING), first)
        before = range(first, at - 1)
        deals = (self.row.parts[i] & {"deal", "nolabel"} or re.search(r"\d", self.items[i].word) for i in before)
        return at if all(deals) and not any(map(self._is_strong, before)) else first

    def _is_strong(self, at: int) -> bool:
        return at in self.spelt and self.surety[at] is Surety.LISTED
