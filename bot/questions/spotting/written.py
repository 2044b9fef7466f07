"""Which words of a row are written as parts of names: told by the index, by capitals, by the words beside them."""

from __future__ import annotations

from bot.questions.spotting.lexicon import KINDS, TYPES, is_common, is_german, is_given, lexicon, sets
from bot.questions.spotting.names import AROUND, ListedNames, Telling, names_in
from bot.questions.spotting.sheet import NOWHERE, Row, Sort, Surety
from bot.screening.index.mentions import WHOLE, Mention

_JOIN_FIRMS = {"and", *(word for firm in sets.FIRMS_WITH_AND for word in firm.split()[1:-1])}


class Written(Telling):
    """Which items of a row are written as parts of names, and who vouches for them."""

    def __init__(self, row: Row, listed: ListedNames, plural: bool) -> None:
        super().__init__(row, listed, plural)
        self.surety = [Surety.NOBODY] * len(self.items)
        self.spelt: dict[int, tuple[int, str]] = {}
        hints = [tells or lexicon().is_rare(item.word) for tells, item in zip(self.telling, self.items, strict=True)]
        for found in names_in(self.items, listed, hints, self._may_stand):
            self._vouch(found.start, found.end, Surety.LISTED if found.strong else Surety.CAPITALS)
            self.spelt[found.start] = found.end, " ".join(found.spelt)
        vouched = zip(self.items, self.telling, self.surety, strict=True)
        self.taken = [bool(tells or sure or (not i.word and i.sort is Sort.QUOTED)) for i, tells, sure in vouched]
        self._take_firms()
        self._take_framed()
        self._take_formed()
        self._take_whole()
        self.inside = {at for start, (end, _) in self.spelt.items() for at in range(start + 1, end)}
        self._take_asked()
        for at in [*reversed(range(len(self.items))), *range(len(self.items))]:
            self.taken[at] = self.taken[at] or self._is_absorbed(at)
        titled = not (self.mixed or self.shouted) and any(self.taken)
        for at in range(1, len(self.items) * titled):
            self.taken[at] = self.taken[at] or self._is_titled(at)

    def _vouch(self, first: int, last: int, sure: Surety) -> None:
        self.surety[first:last] = [sure] * (last - first)

    def _take(self, first: int, last: int, *, whole: bool = False) -> None:
        """Take items as parts of names. `whole`: they are one as it is spelt."""
        self.taken[first:last] = [True] * (last - first)
        if whole:
            self.spelt[first] = last, self.row.said(first, last)

    def _take_firms(self) -> None:
        """Names that hold "and": Marks and Spencer."""
        for at in (at for at, item in enumerate(self.items[1:-1]) if item.word in _JOIN_FIRMS):
            first, joins, last = self.items[at : at + 3]
            ends = last.ends_names and last.capital and self.row.item(at + 3).small | self.row.item(at + 3).apart
            sons = joins.word == "and" and first.capital and ends and not first.ends_names  # Petrov and Partners
            if sons or f"{first.word} {joins.word} {last.word}" in sets.FIRMS_WITH_AND:
                self._take(at, at + 3, whole=True)

    def _take_framed(self) -> None:
        """All between "is" and what asks whether that is listed, where it ends as names in small letters do, whatever
        its words are: "is march first logistics sanctioned". Not what says whose or where: "is the owner of x ltd ..."."""
        first = next((at + 1 for at, item in enumerate(self.items) if item.word in sets.BE), 0)
        end = max((act.first for act in self.row.acts if act.part == "listed"), default=0)
        while first < end and self._only_points(first) and not self.items[first].ends_names:
            first += 1
        within = range(first, end)
        ends = end - first > 1 and self.items[end - 1].ends_names and self.items[end - 1].small
        formed = ends and not self.items[end - 1].generic
        plain = all(self._may_be_framed(at, formed=formed) for at in within)
        if (
            ends
            and plain
            and not any(self.items[at].apart for at in within[1:])
            and Surety.LISTED not in self.surety[first:end]
        ):
            self._take(first, end, whole=True)

    def _may_be_framed(self, at: int, *, formed: bool) -> bool:
        item, parts = self.items[at], self.row.parts[at]
        if not item.word:
            return item.sort in (Sort.MEASURES, Sort.OPTIONS) or (item.sort is Sort.DATE and not item.value.framed)
        whose = parts & {"deal", "somebody", "label", "links", "relative", *(() if formed else ("it", "every"))}
        return item.small and not whose and item.word not in sets.WHERE | sets.HENCE

    def _take_formed(self) -> None:
        """What stands before a legal form is a name, whatever its words are: "Bright Horizon Ltd", "sky trade co"."""
        for at, item in enumerate(self.items):
            if not item.form or item.generic:
                continue
            if item.small and item.word not in sets.LINKING and (first := self._asked_from(at)) is not None:
                self._take(first, at + 1, whole=True)
                continue
            if lexicon().plays(item.word) and not item.text.isupper():
                continue
            first = at
            while first > 0 and not (self.items[first].apart and first < at) and self._is_of_a_firm(first - 1, at):
                first -= 1
            # Watch This Space Ltd
            led = self.items[first].word in sets.BE or bool(self.row.parts[first] & {"also", "follow"})
            leads = all(other.ends_names for other in self.items[first + 1 : at]) and self.row.follows(at + 1).capital
            if led and (leads or (at - first > 1 and self.items[first].word in sets.BE)):
                first += 1  # Also LLC Oktanta
            titled = any(other.word in sets.FUNCTION_WORDS for other in self.items[first + 1 : at])
            if not titled and self._leads(first):
                acts = self.row.parts[first] & sets.ON_A_PARTY or self.items[first].word in sets.GRAMMAR
                ends = all(other.ends_names for other in self.items[first + 1 : at])  # Watch Holdings Ltd
                whole = first + bool(acts and not ends)  # Delta Cargo FZE
                first = next((i for i in range(first, at) if not (ends or lexicon().plays(self.items[i].word))), whole)
            if first < at:
                self._take(first, at + 1, whole=any(map(self._joins_plain, range(first, at))))

    def _asked_from(self, form: int) -> int | None:
        """Where a name in small letters begins that goes from behind the word that asks up to a legal form, whatever
        its words are: "is source code gmbh sanctioned". None where others stand between ("the invoice of x ltd")."""
        start = form
        while start > 0 and not self.items[start].apart and self._may_be_of_a_title(start - 1, form):
            start -= 1
        acts = (act for act in self.row.acts if start <= act.first < form)
        asks = ((a.last - 1, a.first)[self.items[a.first].word in sets.BE] for a in acts if self._asks(a))
        asker = next(asks, start - 1)
        first = asker + 1
        while first < form and self._only_points(first):
            first += 1
        if all(item.ends_names for item in self.items[first:form]) and first > asker + 1:
            if all("pointing" in parts for parts in self.row.parts[asker + 1 : first]):
                return None
            first = asker + 1  # not a bank sa
        behind = self.row.item(form + 1)
        asked = not behind.apart and (behind.sort is Sort.LISTS or self.row.parts[form + 1] & {"listed", "screen"})
        told = self._ends_before(form + 1) and (behind.apart or asked)
        unsure = self._plays(form) and (not told or behind.sort is Sort.LISTS)
        known = unsure or Surety.LISTED in self.surety[first:form]
        begins = told and start == 0 and (asked or not self._plays(first))
        led = begins or asker >= start or self._leads_to_name(start)
        return first if first < form and led and not known else None

    def _plays(self, at: int) -> bool:
        return lexicon().plays(self.items[at].word)

    def _leads_to_name(self, start: int) -> bool:
        """Whether a name may begin there: behind another, or a word such as "about"."""
        before = self.row.item(start - 1).word
        other = start - 1 - (before in sets.SPLITTERS)
        return start > 0 and (self.taken[other] or self.items[other].form or before in sets.BEFORE_NAMES)

    def _is_of_a_firm(self, at: int, form: int) -> bool:
        item = self.items[at]
        if self.items[form - 1].capital:
            asks = self.german and lexicon().plays(item.word)  # Kunde
            day = item.sort is Sort.DATE and not item.apart
            of_a_name = day or item.sort in (Sort.WORD, Sort.COUNTRY, Sort.LISTS)
            return (item.capital and of_a_name and not asks) or self._joins_plain(at)
        strange = item.word not in sets.LINKING and not lexicon().plays(item.word)
        return strange and item.sort is Sort.WORD and not item.capital

    def _joins_plain(self, at: int) -> bool:
        """Whether a word joins two known ones to a name: "Now or Never Trading FZE", "License to Build Inc"."""
        before, word, after = self.row.item(at - 1), self.items[at].word, self.row.follows(at + 1)
        if word not in sets.LINKING or self.items[at].apart or not before.capital & after.capital:
            return False
        listed = Surety.LISTED in self.surety[at - 1 : at + 2] or before.ends_names or after.ends_names
        if listed or not (self.known[at - 1] and self.known[at + 1]):
            return False
        plays = any(not item.word or lexicon().plays(item.word) or is_common(item.word) for item in (before, after))
        whole = word in sets.SPLITTERS and all(item.capital for item in self.items[at + 1 :])
        return plays and (whole or not self._leads(at - 1))

    def _take_asked(self) -> None:
        """Everyday words where a party is asked for: "is harbour lights sanctioned?"."""
        first, size = 1, len(self.items)
        while first < size:
            last = first
            while last < size and self._is_plain(last, first) and not (last > first and self._ends_before(last)):
                last += 1
            ends = self._ends_before(last) or bool(self.row.parts[last])
            if last > first and ends and self._is_party_next(first - 1, first, last):
                self._take(first, last)
            first = max(last, first) + 1
        at = next((act.first for act in self.row.acts if act.part == "listed"), 0)
        titled = self.items[1:at] if self.row.item(0).word in sets.BE else ()  # "is Why Not Productions sanctioned?"
        written = (i.capital and i.word and not i.apart and i.word not in sets.TITLES for i in titled)
        if len(titled) > 1 and all(written):
            self._take(1, at)

    def _is_plain(self, at: int, first: int) -> bool:
        item = self.items[at]
        if at == first and item.word in sets.NUMBERS:
            return item.small
        if self.german:
            return not (self.row.parts[at] or self.taken[at]) and bool(item.word)
        plain = lexicon().parts(item.word) == {"ordinary"} and item.word not in KINDS
        return (item.small or self.german) and not self.row.parts[at] and plain

    def _ends_before(self, at: int) -> bool:
        return self.row.item(at).apart or self.items[at - 1].form

    def _is_party_next(self, at: int, first: int, last: int) -> bool:
        """Whether what stands before says that a party follows: "is", "check", "supplier", "paid to"."""
        word, parts = self.items[at].word, self.row.parts[at]
        if word in sets.BE:
            return any(act.part == "listed" and 0 <= act.first - last < 2 for act in self.row.acts)
        led = at > 0 and word in ("from", "to", "with", "by") and "deal" in self.row.parts[at - 1]
        joined = (word in sets.SPLITTERS and self.taken[at - 1]) or self._joins_name(last)
        behind = last < len(self.items) and bool(self.row.parts[last] & {"screen", "listed"})
        strange = self.items[first].capital or not is_german(self.items[first].word)
        led = led or (self.german and strange and (behind or joined))
        return last - first > 1 and (led or bool(parts & {"screen", "somebody"}))

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
            if not begins.word and begins.sort is Sort.QUOTED:
                continue
            if self.listed.is_name(self.row.said(first, last)) and not self._cuts_a_name(first, last):
                self._vouch(first, last, Surety.LISTED)
                self._take(first, last, whole=True)
                return

    def _cuts_a_name(self, first: int, last: int) -> bool:
        """Whether a listed name stands there that is as long, or goes on: "is Bank Sepah" is not about one called Is
        Bank."""
        every = ((start, end) for start, (end, _) in self.spelt.items())
        return any((start <= first and last <= end) or first < start < last < end for start, end in every)

    def _is_titled(self, at: int) -> bool:
        """One of several between commas, all of them written as names are: "Rosneft, Best Buy"."""
        item, before = self.items[at], self.items[at - 1]
        by_comma = item.after_comma or (not item.apart and self.taken[at - 1] and before.after_comma)
        money = item.text.isupper() and "deal" in self.row.parts[at]  # Rosbank, EUR 5000
        return item.capital and bool(item.word) and by_comma and not money

    def _may_stand(self, found: Mention) -> bool:
        first, last, _, strong = found
        if last - first == 1 and self.items[first].word in TYPES and self.row.follows(last).word:
            return False  # mv tango
        by_comma = any(item.after_comma for item in self.items[first + 1 : last])
        whole = strong and last - first >= WHOLE
        return by_comma or whole or all(self._may_end(at, strong) for at in (first, last - 1))

    def _may_end(self, at: int, strong: bool) -> bool:
        """Whether a name may begin or end with a word: "is Bank Rossiya" is no name, though one is called Is Bank. A
        whole name may with one that asks nothing: "Bill Twehway"."""
        item, word = self.items[at], self.items[at].word
        if self.telling[at] or item.ends_names or item.text.isdigit():
            return True
        return strong and bool(word) and word not in sets.GRAMMAR and not self.row.parts[at] - sets.STILL

    def _is_absorbed(self, at: int) -> bool:
        """A word that is known, or a span, but written as part of the name beside it."""
        item, follows = self.items[at], self.row.follows(at + 1)
        after = not follows.apart and self.taken[at + 1]
        before = at > 0 and self.taken[at - 1] and not item.apart
        if not (before or after or item.generic or len(item.word) == 1):
            return False
        if item.word in sets.TITLES or (item.word == "i" and follows.small):  # "it belongs to Rosneft I think"
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
        if not item.word and item.sort is Sort.LISTS:
            return before and after and item.text.isupper() and follows.form
        if not item.word and item.sort in (Sort.OPTIONS, Sort.MEASURES, Sort.DATE, Sort.COUNTRY):
            return item.capital and self._is_span_of_a_name(at, before, after)
        if not item.word or not item.capital or at in self.told:
            return False
        if item.word in sets.OPENERS and self._leads(at):
            return False
        if self._is_shouted_along(at, before, after):
            fills = self.mixed and self._leads(at) and "filler" in lexicon().parts(item.word)  # FYI
            return at not in self.asking and not fills
        if item.word in sets.OPENERS:  # Turkiye Is Bankasi
            return before and after and self.mixed and self.row.item(at - 1).capital and follows.capital
        if self.german:  # Müller Maschinenbau, but no more than Sberbank of "Sberbank Geschäfte"
            unlisted = is_given(self.items[at - 1].word) or not self.surety[at - 1]
            return before and unlisted and not lexicon().plays(item.word)
        if self.mixed:
            return (before or after) and not self._leads(at)
        if after and (lexicon().is_rare(item.word) or (before and follows.form)):
            return True  # Acme Consulting Ltd
        return before and at not in self.asking and not self.shouted

    def _is_shouted_along(self, at: int, before: bool, after: bool) -> bool:
        """Whether it is written in capitals, as a word of the name beside it is."""
        return self._shouts(at) and ((before and self._shouts(at - 1)) or (after and self._shouts(at + 1)))

    def _is_span_of_a_name(self, at: int, before: bool, after: bool) -> bool:
        """Whether a span in capitals belongs to the name beside it: "Sberbank (Switzerland) AG"."""
        last, follows = self.row.item(at - 1), self.row.item(at + 1)
        leads = after and (follows.capital or follows.generic) and not self.german
        ends = last.capital and not follows.apart and follows.ends_names
        bank = self.items[at].sort is Sort.COUNTRY and last.generic
        return self._is_shouted_along(at, before, after) or leads or (before and (bank or ends))

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
        """A of "A and B Shipping"."""
        second = self.row.item(at + 2)
        return second.capital and self.taken[at + 2] and self.items[at + 1].word in sets.AMPERSANDS
