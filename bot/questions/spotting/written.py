"""Which words of a row are written as parts of names: told by the index, by capitals, by the words beside them."""

from __future__ import annotations

import re
from enum import IntEnum

from bot.questions.data import table
from bot.questions.spotting.day_words import MONTH, WEEKDAY
from bot.questions.spotting.items import Act, Item, Row
from bot.questions.spotting.kinds_of_party import KINDS
from bot.questions.spotting.lexicon import lexicon
from bot.questions.spotting.names import Found, ListedNames, names_in
from bot.questions.spotting.party_words import (
    BE,
    FIRMS_WITH_AND,
    FUNCTION_WORDS,
    GENERIC,
    GIVEN_NAMES,
    JOINERS,
    LEGAL_FORMS,
    NAME_ENDS,
    NUMBERS,
    OPENERS,
    SPLITTERS,
    TITLES,
    is_form,
    words,
)
from bot.questions.spotting.sheet import Sort
from bot.sanctions.party import Schema
from bot.screening.index.mentions import WHOLE
from bot.screening.words.given_names import is_given_name

TYPES = {word: Schema(schema) for schema, said in table("names")["types"].items() for word in said.split()}
CALENDAR = re.compile(f"{MONTH}|{WEEKDAY}")
_AMOUNT = re.compile(r"\d+[a-z]{1,3}")
AROUND = 6  # words before and behind a name that is the rest of a text


class Surety(IntEnum):
    """Who vouches for a name."""

    NOBODY = 0  # words in small letters that are not known
    CAPITALS = 1  # written as a name is
    LISTED = 2  # the index, an identifier, a label
    QUOTED = 3


NO_NAMES = words("listed screen change moved license sources lists options permission somebody")
# acts that a word in capitals plays rather than being part of a name
ASKING = words(
    "listed screen permission watch unwatch explain count when compare digest also options relief license change free"
)


# parts that a word of a name may play, too
STILL = words("ordinary filler label nolabel head parcel deal country_word was")


class Written:
    """Which items of a row are written as parts of names, and who vouches for them."""

    def __init__(self, row: Row, listed: ListedNames, plural: bool) -> None:
        self.row, self.items, self.listed, self.plural = row, row.items, listed, plural
        read = {at for act in row.acts for at in range(act.first, act.last)}
        self.known = [
            item.sort is not Sort.WORD or at in read or is_ordinary(item.word) for at, item in enumerate(self.items)
        ]
        self.told = {at for act in row.acts for at in range(act.first, act.last) if self._is_told(act, at)}
        self.mixed = any(known and item.text[:1].islower() for item, known in zip(self.items, self.known, strict=True))
        self.shouted = row.text.isupper()
        self.asking = {at for act in row.acts if act.part in ASKING for at in range(act.first, act.last)}
        self.telling = [self._tells(at) for at in range(len(self.items))]
        self.surety = [Surety.NOBODY] * len(self.items)
        self.spelt: dict[int, tuple[int, str]] = {}
        for found in names_in(self.items, listed, self.telling, self._may_stand):
            self.spelt[found.first] = found.last, found.name
            sure = Surety.LISTED if found.strong else Surety.CAPITALS
            self.surety[found.first : found.last] = [sure] * (found.last - found.first)
        self.taken = [self._is_candidate(at) for at in range(len(self.items))]
        self._take_firms()
        self._take_whole()
        self.inside = {at for start, (end, _) in self.spelt.items() for at in range(start + 1, end)}
        for at in [*reversed(range(len(self.items))), *range(len(self.items))]:
            self.taken[at] = self.taken[at] or self._is_absorbed(at)
        for at in range(1, len(self.items)):
            self.taken[at] = self.taken[at] or self._is_titled(at)

    def _is_told(self, act: Act, at: int) -> bool:
        """Whether a word is no name though it is written with a capital: an actor of policy, or of a known phrase; or a
        word that asks, as German writes them. Not where a word of a name stands beside it."""
        if act.part == "actor" and self._is_asked_about(act):
            return False
        first, ahead = self.items[act.first], self.items[act.last : act.last + 2]
        after = next((item for item in ahead if item.word not in JOINERS), None)
        follows = after is not None and not after.apart and after.capital and bool(after.word)
        phrase = act.last - act.first > 1
        if not phrase and act.part not in ("policy", "actor"):
            return act.part in NO_NAMES and not follows and (first.apart or not self._is_capital_word(act.first - 1))
        named = follows and after is not None and (after.word in NAME_ENDS or not is_ordinary(after.word))
        if named and first.capital and not self._leads(act.first):
            return False
        return not follows or all(i.capital for i in self.items[act.first : act.last]) or not self.items[at].capital

    def _is_asked_about(self, act: Act) -> bool:
        """Whether it is asked of an actor of policy whether he is listed: "is Putin sanctioned, and Shoigu?"."""
        before = self.items[act.first - 1].word if act.first else ""
        return before in BE and any(other.part == "listed" and other.first >= act.last for other in self.row.acts)

    def _take_firms(self) -> None:
        """Names that hold "and": Marks and Spencer."""
        for at in range(len(self.items) - 2):
            if " ".join(item.word for item in self.items[at : at + 3]) in FIRMS_WITH_AND:
                self.taken[at : at + 3] = [True] * 3
                self.spelt[at] = at + 3, self._text(at, at + 3)

    def _take_whole(self) -> None:
        """A listed name that is all of the text but for a few words about it, whatever its own words are."""
        size = len(self.items)
        windows = ((a, b) for a in range(min(AROUND, size)) for b in range(size, max(a, size - AROUND), -1))
        for first, last in sorted(windows, key=lambda w: w[0] - w[1]):
            items = self.items[first:last]
            if len(items) == 1 and not (self._shouts(first) and len(items[0].text) > 3):
                continue
            if not items[0].capital or items[0].sort is Sort.QUOTED or self._cuts_a_name(first, last):
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
        return by_comma or whole or all(self._may_end(at, found.strong) for at in ends)

    def _may_end(self, at: int, strong: bool) -> bool:
        """Whether a name may begin or end with a word: "is Bank Rossiya" is no name, though one is called Is Bank. A
        whole name may with one that asks nothing: "Bill Twehway"."""
        word = self.items[at].word
        if self.telling[at] or word in NAME_ENDS or self.items[at].text.isdigit():
            return True
        return strong and bool(word) and word not in FUNCTION_WORDS | OPENERS and not self.row.parts[at] - STILL

    def _leads(self, at: int) -> bool:
        return at == 0 or (self.items[at].apart and not self.items[at].after_comma)

    def _tells(self, at: int) -> bool:
        item = self.items[at]
        if item.sort is not Sort.WORD or item.text.isdigit() or item.word in TITLES:
            return False
        if not self.known[at]:
            return (len(item.text) > 1 or item.capital) and not self._is_amount(item)
        if CALENDAR.fullmatch(item.word) and not (self._is_capital_word(at - 1) or self._is_capital_word(at + 1)):
            return False
        if self.shouted:
            return at not in self.asking and item.word not in OPENERS | JOINERS | SPLITTERS and len(item.word) > 1
        short = item.text.isupper() and len(item.text) < 6 and not (self._shouts(at - 1) or self._shouts(at + 1))
        return self.mixed and item.capital and at not in self.told and not self._leads(at) and not short

    def _is_amount(self, item: Item) -> bool:
        """12k."""
        return bool(_AMOUNT.fullmatch(item.text)) and not self.listed.bearers(item.text)

    def _is_capital_word(self, at: int) -> bool:
        return 0 < at < len(self.items) and self.items[at].capital and self.items[at].sort is Sort.WORD

    def _shouts(self, at: int) -> bool:
        """Whether a word stands in capitals, as lists print names."""
        return 0 <= at < len(self.items) and len(self.items[at].text) > 1 and self.items[at].text.isupper()

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
            return not (item.text.islower() and self.known[at])
        if len(item.word) == 1 and item.capital and self._is_letter_of_a_name(at):
            return True
        if item.word.isdigit():
            percent = self.row.text[item.end : item.end + 1] == "%"
            return before and len(item.word) <= 4 and not percent
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
        if before and after and is_form(self.items[at + 1].word):
            return True  # Acme Consulting Ltd
        return before and at not in self.asking and not self.shouted

    def _goes_further(self, at: int) -> bool:
        """Whether a sentence goes on behind an "I": "it belongs to Rosneft I think"."""
        return at + 1 < len(self.items) and not self.items[at + 1].apart and self.items[at + 1].text.islower()

    def _is_ordinary_of_a_name(self, at: int, before: bool, after: bool) -> bool:
        """An ordinary word beside one that nobody knows, in small letters as that is: "harbour lights catering"; or the
        first word, in capitals before others: "Blue Heron Consulting Ltd"."""
        item = self.items[at]
        known = lexicon().parts(item.word) - {"ordinary"} and item.word not in NUMBERS
        if not item.word or known or item.word in FUNCTION_WORDS | JOINERS:
            return False
        if item.text.islower():
            before = before and not is_form(self.items[at - 1].word)  # which ends a name
            beside = [one for one, there in ((at - 1, before), (at + 1, after)) if there]
            return any(self.surety[one] is Surety.NOBODY and self.items[one].text.islower() for one in beside)
        ahead = after and self.items[at + 1].capital and self.surety[at + 1] is not Surety.LISTED
        return self._leads(at) and item.capital and ahead

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

    def _text(self, first: int, last: int) -> str:
        return self.row.text[self.items[first].start : self.items[last - 1].end]


def is_given(word: str) -> bool:
    return word in GIVEN_NAMES or is_given_name(word)


def is_ordinary(word: str) -> bool:
    """A word that is known, or a contraction: can't, you're."""
    return (
        lexicon().knows(word)
        or word in KINDS
        or word in TYPES
        or word.endswith(("n't", "'re", "'ve", "'ll", "'d", "'m"))
    )
