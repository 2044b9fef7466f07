"""Which words of a row are written as parts of names: told by the index, by capitals, by the words beside them."""

from __future__ import annotations

import re

from bot.questions.data import patterns
from bot.questions.spotting.formed import Formed
from bot.questions.spotting.lexicon import KINDS, is_german, is_given, lexicon, sets
from bot.questions.spotting.names import AROUND, ON_A_LIST, ListedNames
from bot.questions.spotting.sheet import NOWHERE, Row, Sort, Surety

STROKE = patterns("names")["stroke_forms"]
_JOINS = sets.JOINERS - sets.SPLITTERS


class Written(Formed):
    """Which items of a row are written as parts of names, and who vouches for them."""

    def __init__(self, row: Row, listed: ListedNames, plural: bool) -> None:
        super().__init__(row, listed, plural)
        self._take_whole()
        self.inside = {at for start, (end, _) in self.spelt.items() for at in range(start + 1, end)}
        self._take_asked()
        for at in [*reversed(range(len(self.items))), *range(len(self.items))]:
            self.taken[at] = self.taken[at] or self._is_absorbed(at)
        titled = not (self.mixed or self.shouted) and any(self.taken)
        for at in range(len(self.items) * titled):
            self.taken[at] = self.taken[at] or self._is_titled(at)

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
            first = max(last, first) + 1
        at = next((act.first for act in self.row.acts if act.part == "listed"), 0)
        titled = self.items[1:at] if self.row.item(0).word in sets.BE else ()  # "is Why Not Productions sanctioned?"
        spans = (Sort.WORD, Sort.OPTIONS, Sort.MEASURES)  # is Option A Consulting listed?
        written = (i.capital and i.sort in spans and not i.apart and i.word not in sets.TITLES for i in titled)
        if len(titled) > 1 and titled[-1].word and all(written):
            self._take(1, at)

    def _is_plain(self, at: int, first: int) -> bool:
        item = self.items[at]
        if at == first and item.word in sets.NUMBERS:
            return item.small
        if self.german:
            return not (self.row.parts[at] or self.taken[at]) and bool(item.word)
        plain = lexicon().parts(item.word) == {"ordinary"} and item.word not in KINDS
        return (item.small or self.german) and not self.row.parts[at] and plain

    def _is_party_next(self, at: int, first: int, last: int) -> bool:
        """Whether what stands before says that a party follows: "is", "check", "supplier", "paid to"."""
        word, parts = self.items[at].word, self.row.parts[at]
        if word in sets.BE:
            return any(act.part == "listed" and 0 <= act.first - last < 2 for act in self.row.acts)
        if self.german and self._is_on_a_list(at, last):
            return True
        led = at > 0 and word in ("from", "to", "with", "by") and "deal" in self.row.parts[at - 1]
        joined = (word in sets.SPLITTERS and self.taken[at - 1]) or self._joins_name(last)
        behind = last < len(self.items) and bool(self.row.parts[last] & {"screen", "listed"})
        strange = self.items[first].capital or not is_german(self.items[first].word)
        led = led or (self.german and strange and (behind or joined))
        return last - first > 1 and (led or bool(parts & {"screen", "somebody"}))

    def _is_on_a_list(self, at: int, last: int) -> bool:
        """Whether it is asked right there if it is on a list: "Steht die Hisbollah auf der SDN-Liste"."""
        verb = at - (at > 0 and self.items[at].word in sets.ARTICLES)
        asks = verb == 0 and (self.items[verb].word in sets.BE or "listed" in self.row.parts[verb])
        behind = zip(self.items[last : last + ON_A_LIST], self.row.parts[last : last + ON_A_LIST], strict=True)
        return asks and any(item.sort is Sort.LISTS or "listed" in parts for item, parts in behind)

    def _joins_name(self, at: int) -> bool:
        return self.row.item(at).word in sets.SPLITTERS and at + 1 < len(self.items) and self.taken[at + 1]

    def _take_whole(self) -> None:
        """A listed name that is all of the text but for a few words about it, whatever its own words are."""
        cells = (at for at in range(1, len(self.items)) if "\t" in self.row.before(at))
        size = next(cells, len(self.items))
        starts = (at for at in range(min(AROUND, size)) if self.items[at].capital)
        windows = [(a, b) for a in starts for b in range(size, max(a, size - AROUND), -1)]
        windows += [(0, size)] if size > 1 and not self.items[0].capital else []
        for first, last in sorted(windows, key=lambda w: w[0] - w[1]):
            begins = self.items[first]
            if last - first == 1 and not (self._shouts(first) and len(begins.text) > 3):
                continue
            if self.listed.is_name(self.row.said(first, last)) and not self._cuts_a_name(first, last):
                self._vouch(first, last, Surety.LISTED)
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
        item, before = self.items[at], self.items[at - 1]
        if at == 0:  # Apple, Rosneft; not Morning, Rosneft
            several = self.row.text.count(",") > 1 and self.row.item(1).after_comma and self.taken[1]
            return item.capital and several and not self._plays(0)
        by_comma = item.after_comma or (not item.apart and self.taken[at - 1] and before.after_comma)
        money = item.text.isupper() and "deal" in self.row.parts[at]  # Rosbank, EUR 5000
        return item.capital and bool(item.word) and by_comma and not money

    def _is_absorbed(self, at: int) -> bool:
        """A word that is known, or a span, but written as part of the name beside it."""
        item, follows = self.items[at], self.row.follows(at + 1)
        after = not follows.apart and self.taken[at + 1]
        before = at > 0 and self.taken[at - 1] and not item.apart
        headed = at > 0 and not item.apart and self._shouts(at - 1) and self.items[at - 1].form  # ООО Вариант Б
        if not (before or after or headed or item.generic or len(item.word) == 1):
            return False
        if (
            item.word in sets.TITLES or self.is_monsieur(at) or (item.word == "i" and follows.small)
        ):  # "it belongs to Rosneft I think"
            return False
        if item.form and (before or after):
            return not (item.small and lexicon().plays(item.word))
        if len(item.word) == 1 and item.capital and self._is_letter_of_a_name(at):
            return True
        if item.word.isdigit():
            percent = self.row.text[item.end : item.end + 1] == "%"
            return before and len(item.word) <= 4 and not percent and not self.row.parts[at] & {"filler", "it"}  # 4 me
        if item.generic:
            return before or (item.capital and (after or self._is_of_a_country(at)))
        if self._is_ordinary_of_a_name(at, before, after):
            return True
        if not item.word and item.sort in (Sort.OPTIONS, Sort.MEASURES, Sort.DATE, Sort.COUNTRY):
            leads = after and (follows.capital or follows.generic) and not self.german  # Switzerland AG
            return item.capital and (headed or leads or self._is_shouted_along(at, before, after))
        if not item.word or not item.capital or at in self.told:
            return False
        if item.word in sets.OPENERS:  # Turkiye Is Bankasi
            return before and after and follows.capital and not self._leads(at) and at not in self.asking
        if self._is_shouted_along(at, before, after):
            fills = self.mixed and self._leads(at) and "filler" in lexicon().parts(item.word)  # FYI
            return at not in self.asking and not fills
        if self.german:  # Müller Maschinenbau, but no more than Sberbank of "Sberbank Geschäfte"
            unlisted = is_given(self.items[at - 1].word) or not self.surety[at - 1]
            return before and unlisted and not lexicon().plays(item.word)
        if self.mixed:
            return (before or after) and not self._leads(at)
        return (after and lexicon().is_rare(item.word)) or (before and at not in self.asking and not self.shouted)

    def _is_shouted_along(self, at: int, before: bool, after: bool) -> bool:
        """Whether it is written in capitals, as a word of the name beside it is."""
        return self._shouts(at) and ((before and self._shouts(at - 1)) or (after and self._shouts(at + 1)))

    def _is_ordinary_of_a_name(self, at: int, before: bool, after: bool) -> bool:
        """An ordinary word beside one that nobody knows, in small letters as that is: "harbour lights catering"; or the
        first word, in capitals before others: "Blue Heron Consulting Ltd"."""
        item = self.items[at]
        known = (self.row.parts[at] or lexicon().plays(item.word)) and item.word not in sets.NUMBERS
        if not item.word or known or item.word in sets.LINKING:
            return False
        if item.small:
            ends = before and self.items[at - 1].form  # which ends a name
            return (before and not ends and self._may_lend(at - 1)) or (after and self._may_lend(at + 1))
        ahead = after and self.items[at + 1].capital and self.surety[at + 1] is not Surety.LISTED
        return self._leads(at) and item.capital and ahead

    def _may_lend(self, at: int) -> bool:
        item = self.items[at]
        return self.surety[at] is Surety.NOBODY and item.small and not item.generic

    def _is_of_a_country(self, at: int) -> bool:
        """Bank of Russia."""
        ahead = self.items[at + 1 : at + 4]
        place = next((item for item in ahead if item.word != "the" and item.word not in sets.OF_PLACES), NOWHERE)
        return place.sort is Sort.COUNTRY and place.capital and ahead[0].word in sets.OF_PLACES

    def _is_letter_of_a_name(self, at: int) -> bool:
        """A of "A and B Shipping", V of "V. V. Putin"."""
        second, initial = self.row.item(at + 2), len(self.row.follows(at + 1).word) == 1 and self.taken[at + 1]
        if self.has_initial(at + 1) or (initial and self.has_initial(at + 2)):
            return True
        return second.capital and self.taken[at + 2] and self.items[at + 1].word in sets.AMPERSANDS

    def _begun_before(self, at: int) -> int:
        """Where a name of which only the end tells begins: "Bank of Bosnia", "Bank for International Settlements"."""
        if at and STROKE.match(self.row.text, self.items[at - 1].start):
            return at - 1  # A/S Norden
        if at and at in self.spelt and self._is_of_one(at - 1):
            return at - 1  # fu yuan yu
        start = at
        while self.row.item(start - 1).word in _JOINS and not self.items[start].apart:
            start -= 1
        if self.items[start].capital and self.items[start].word in sets.PARTICLES:
            return start  # Van der Berg
        before = self.row.item(start - 1)
        return start - 1 if before.generic and before.capital and not self.items[start].apart else at

    def _dealt_with(self, first: int, last: int) -> int:
        """Where a listed name begins behind words that tell of a dealing with it: "INVOICE 5 FOR PEGAS", "12-B of
        Interpal"."""
        starts = (at for at in range(first + 2, last) if self._is_strong(at) and at - 1 not in self.inside)
        at = next((at for at in starts if self.items[at - 1].word in sets.LINKING), first)
        tells = all(self._tells_of_dealing(i) for i in range(first, at - 1))
        return at if tells else first

    def _tells_of_dealing(self, at: int) -> bool:
        item = self.items[at]
        deals = bool(self.row.parts[at] & {"deal", "nolabel"}) or item.word in sets.LINKING
        return not self._is_strong(at) and (deals or re.search(r"\d", item.word) is not None)

    def _is_of_one(self, at: int) -> bool:
        """Whether a word that asks nothing stands in one listed name with the next, which is in small letters, too."""
        pair = self.items[at : at + 2]
        plain = all(item.small and item.word for item in pair) and not (self.row.parts[at] or pair[1].apart)
        said = plain and not self._is_strong(at + 1) and pair[0].word not in sets.GRAMMAR
        return said and any(m.end - m.start > 1 for m in self.listed.find([(i.text,) for i in pair], [True, True]))

    def _is_initial_of(self, first: int, at: int) -> bool:
        """Whether a letter behind a comma is of the surname before it: "Potanin, V., Kerimov S."."""
        item, surname = self.items[at], self.items[first]
        letter = len(item.word) == 1 and item.capital and self.row.text[item.end : item.end + 1] == "."
        return letter and at - first == 1 and surname.capital and self.row.item(at + 1).apart

    def _is_strong(self, at: int) -> bool:
        return at in self.spelt and self.surety[at] is Surety.LISTED
