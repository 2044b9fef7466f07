"""Which words of a row are written as parts of names: told by the index, by capitals, by the words beside them."""

from __future__ import annotations

from bot.questions.spotting.items import Item, Row
from bot.questions.spotting.kinds_of_party import KINDS
from bot.questions.spotting.lexicon import lexicon
from bot.questions.spotting.names import Found, ListedNames, names_in
from bot.questions.spotting.party_words import (
    BE,
    FIRMS_WITH_AND,
    FUNCTION_WORDS,
    GENERIC,
    JOINERS,
    LEGAL_FORMS,
    NAME_ENDS,
    NUMBERS,
    OPENERS,
    TITLES,
    is_form,
)
from bot.questions.spotting.sheet import Sort
from bot.questions.spotting.telling import (
    AROUND,
    STILL,
    Surety,
    Telling,
)
from bot.screening.index.mentions import WHOLE


class Written(Telling):
    """Which items of a row are written as parts of names, and who vouches for them."""

    def __init__(self, row: Row, listed: ListedNames, plural: bool) -> None:
        super().__init__(row, listed, plural)
        self.surety = [Surety.NOBODY] * len(self.items)
        self.spelt: dict[int, tuple[int, str]] = {}
        hints = [tells or lexicon().is_rare(item.word) for tells, item in zip(self.telling, self.items, strict=True)]
        for found in names_in(self.items, listed, hints, self._may_stand):
            self.spelt[found.first] = found.last, found.name
            sure = Surety.LISTED if found.strong else Surety.CAPITALS
            self.surety[found.first : found.last] = [sure] * (found.last - found.first)
        self.taken = [self._is_candidate(at) for at in range(len(self.items))]
        self._take_firms()
        self._take_formed()
        self._take_whole()
        self.inside = {at for start, (end, _) in self.spelt.items() for at in range(start + 1, end)}
        self._take_asked()
        for at in [*reversed(range(len(self.items))), *range(len(self.items))]:
            self.taken[at] = self.taken[at] or self._is_absorbed(at)
        for at in range(1, len(self.items)):
            self.taken[at] = self.taken[at] or self._is_titled(at)

    def _take_firms(self) -> None:
        """Names that hold "and": Marks and Spencer."""
        for at in range(len(self.items) - 2):
            if " ".join(item.word for item in self.items[at : at + 3]) in FIRMS_WITH_AND:
                self.taken[at : at + 3] = [True] * 3
                self.spelt[at] = at + 3, self._text(at, at + 3)

    def _take_formed(self) -> None:
        """What stands before a legal form is a name, whatever its words are: "Bright Horizon Ltd", "sky trade co"."""
        for at, item in enumerate(self.items):
            if not is_form(item.word) or item.word in GENERIC or lexicon().plays(item.word):
                continue
            first = at
            while first > 0 and not (self.items[first].apart and first < at) and self._is_of_a_firm(first - 1, at):
                first -= 1
            titled = any(other.word in FUNCTION_WORDS for other in self.items[first + 1 : at])  # Watch This Space Ltd
            begun = 0
            while first < at and not titled and self._leads(first - begun) and lexicon().plays(self.items[first].word):
                first, begun = first + 1, begun + 1
            if first < at:
                self.taken[first : at + 1] = [True] * (at + 1 - first)

    def _is_of_a_firm(self, at: int, form: int) -> bool:
        item = self.items[at]
        if item.capital is not self.items[form - 1].capital:
            return False
        if item.capital:
            return item.sort in (Sort.WORD, Sort.COUNTRY, Sort.LISTS)
        return not lexicon().plays(item.word) and item.sort is Sort.WORD and item.word not in FUNCTION_WORDS | JOINERS

    def _take_asked(self) -> None:
        """Everyday words where a party is asked for: "is harbour lights sanctioned?"."""
        first, size = 1, len(self.items)
        while first < size:
            last = first
            while last < size and self._is_plain(last, first) and not (last > first and self._ends_before(last)):
                last += 1
            ends = last == size or self._ends_before(last) or bool(self.row.parts[last])
            if last > first and ends and self._is_party_next(first - 1, first, last):
                self.taken[first:last] = [True] * (last - first)
            first = max(last, first) + 1

    def _is_plain(self, at: int, first: int) -> bool:
        item = self.items[at]
        if at == first and item.word in NUMBERS:
            return item.text.islower()
        plain = lexicon().parts(item.word) == {"ordinary"} and item.word not in KINDS
        return item.text.islower() and not self.row.parts[at] and plain

    def _ends_before(self, at: int) -> bool:
        return self.items[at].apart or is_form(self.items[at - 1].word)

    def _is_party_next(self, at: int, first: int, last: int) -> bool:
        """Whether what stands before says that a party follows: "is", "check", "supplier", "paid to"."""
        word, parts = self.items[at].word, self.row.parts[at]
        if word in BE:
            return any(act.part == "listed" and 0 <= act.first - last < 2 for act in self.row.acts)
        led = at > 0 and word in ("from", "to", "with", "by") and "deal" in self.row.parts[at - 1]
        return last - first > 1 and (led or bool(parts & {"screen", "somebody"}))

    def _take_whole(self) -> None:
        """A listed name that is all of the text but for a few words about it, whatever its own words are."""
        size = len(self.items)
        windows = ((a, b) for a in range(min(AROUND, size)) for b in range(size, max(a, size - AROUND), -1))
        for first, last in sorted(windows, key=lambda w: w[0] - w[1]):
            items = self.items[first:last]
            if len(items) == 1 and not (self._shouts(first) and len(items[0].text) > 3):
                continue
            begins = items[0].capital or 1 < len(items) == size
            if not begins or items[0].sort is Sort.QUOTED or self._cuts_a_name(first, last):
                continue
            if self.listed.is_name(self._text(first, last)):
                self.taken[first:last] = [True] * len(items)
                self.surety[first:last] = [Surety.LISTED] * len(items)
                self.spelt[first] = last, self._text(first, last)
                return

    def _cuts_a_name(self, first: int, last: int) -> bool:
        """Whether a listed name stands there that is as long, or goes on: "is Bank Sepah" is not about one called Is
        Bank."""
        inside = (start <= first and last <= end for start, (end, _) in self.spelt.items())
        beyond = (first < start < last < end for start, (end, _) in self.spelt.items())
        return any(inside) or any(beyond)

    def _is_titled(self, at: int) -> bool:
        """One of several between commas, all of them written as names are: "Rosneft, Best Buy"."""
        if self.mixed or self.row.text.isupper() or not any(self.taken):
            return False
        item = self.items[at]
        return (
            item.capital
            and bool(item.word)
            and (item.after_comma or (not item.apart and self.taken[at - 1] and self.items[at - 1].after_comma))
        )

    def _may_stand(self, found: Found) -> bool:
        by_comma = any(item.after_comma for item in self.items[found.first + 1 : found.last])
        whole = found.strong and found.last - found.first >= WHOLE
        ends = found.first, found.last - 1
        beside = any(self.telling[max(0, found.first - 1) : found.last + 1])
        if not beside and not (found.strong and ends[0] < ends[1]):
            return False  # everyday words: a whole name or none
        return by_comma or whole or all(self._may_end(at, found.strong) for at in ends)

    def _may_end(self, at: int, strong: bool) -> bool:
        """Whether a name may begin or end with a word: "is Bank Rossiya" is no name, though one is called Is Bank. A
        whole name may with one that asks nothing: "Bill Twehway"."""
        word = self.items[at].word
        if self.telling[at] or word in NAME_ENDS or self.items[at].text.isdigit():
            return True
        return strong and bool(word) and word not in FUNCTION_WORDS | OPENERS and not self.row.parts[at] - STILL

    def _is_candidate(self, at: int) -> bool:
        return self.telling[at] or self.surety[at] > Surety.NOBODY or self.items[at].sort is Sort.QUOTED

    def _is_absorbed(self, at: int) -> bool:
        """A word that is known, or a span, but written as part of the name beside it."""
        item = self.items[at]
        after = at + 1 < len(self.items) and self.taken[at + 1] and not self.items[at + 1].apart
        before = at > 0 and self.taken[at - 1] and not item.apart
        if item.word in TITLES or (item.word == "i" and self._goes_further(at)):
            return False
        if is_form(item.word) and (before or after):
            return not (item.text.islower() and lexicon().plays(item.word))
        if len(item.word) == 1 and item.capital and self._is_letter_of_a_name(at):
            return True
        if item.word.isdigit():
            percent = self.row.text[item.end : item.end + 1] == "%"
            return before and len(item.word) <= 4 and not percent and "filler" not in self.row.parts[at]  # "4 me"
        if item.word in GENERIC:
            return before or (item.capital and (after or self._is_of_a_country(at)))
        if self._is_ordinary_of_a_name(at, before, after):
            return True
        if item.sort is Sort.LISTS:
            return before and after and item.text.isupper() and self.items[at + 1].word in LEGAL_FORMS
        if item.sort in (Sort.OPTIONS, Sort.MEASURES, Sort.DATE, Sort.COUNTRY):
            if not item.capital:
                return False
            if item.text.isupper() and ((before and self._shouts(at - 1)) or (after and self._shouts(at + 1))):
                return True
            follows = after and (self.items[at + 1].capital or self.items[at + 1].word in GENERIC)
            bank = before and item.sort is Sort.COUNTRY and self.items[at - 1].word in GENERIC
            return follows or bank or (before and self.items[at - 1].capital and self._ends_a_name(at))
        if not item.word or not item.capital or at in self.told:
            return False
        if item.word in OPENERS and self._leads(at):
            return False
        if self._shouts(at) and ((before and self._shouts(at - 1)) or (after and self._shouts(at + 1))):
            return at not in self.asking and not (self.mixed and self._leads(at) and self._is_filler(at))
        if item.word in OPENERS:
            return False
        if self.mixed:
            return (before or after) and not self._leads(at)
        if (before and after and is_form(self.items[at + 1].word)) or (after and lexicon().is_rare(item.word)):
            return True  # Acme Consulting Ltd
        return before and at not in self.asking and not self.shouted

    def _goes_further(self, at: int) -> bool:
        """Whether a sentence goes on behind an "I": "it belongs to Rosneft I think"."""
        return at + 1 < len(self.items) and not self.items[at + 1].apart and self.items[at + 1].text.islower()

    def _is_ordinary_of_a_name(self, at: int, before: bool, after: bool) -> bool:
        """An ordinary word beside one that nobody knows, in small letters as that is: "harbour lights catering"; or the
        first word, in capitals before others: "Blue Heron Consulting Ltd"."""
        item = self.items[at]
        known = (self.row.parts[at] or lexicon().plays(item.word)) and item.word not in NUMBERS
        if not item.word or known or item.word in FUNCTION_WORDS | JOINERS:
            return False
        if item.text.islower():
            before = before and not is_form(self.items[at - 1].word)  # which ends a name
            beside = [one for one, there in ((at - 1, before), (at + 1, after)) if there]
            return any(self.surety[one] is Surety.NOBODY and self._may_lend(self.items[one]) for one in beside)
        ahead = after and self.items[at + 1].capital and self.surety[at + 1] is not Surety.LISTED
        return self._leads(at) and item.capital and ahead

    def _may_lend(self, item: Item) -> bool:
        return item.text.islower() and item.word not in GENERIC

    def _is_filler(self, at: int) -> bool:
        """FYI."""
        return self.items[at].word not in GENERIC and "filler" in lexicon().parts(self.items[at].word)

    def _is_of_a_country(self, at: int) -> bool:
        """Bank of Russia."""
        ahead = self.items[at + 1 : at + 4]
        place = next((item for item in ahead if item.word not in ("of", "the", "for")), None)
        return (
            bool(ahead)
            and ahead[0].word in ("of", "for")
            and place is not None
            and place.sort is Sort.COUNTRY
            and place.capital
        )

    def _is_letter_of_a_name(self, at: int) -> bool:
        """A of "A and B Shipping"."""
        return (
            at + 2 < len(self.items)
            and self.items[at + 1].word in ("and", "&")
            and self.taken[at + 2]
            and self.items[at + 2].capital
        )

    def _ends_a_name(self, at: int) -> bool:
        """Whether a span goes on with words of a name: "Sberbank (Switzerland) AG"."""
        return at + 1 < len(self.items) and not self.items[at + 1].apart and self.items[at + 1].word in NAME_ENDS
