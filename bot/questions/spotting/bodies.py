"""Bodies of states, told by whose they are and what: "Iranian ministry of intelligence", "Russia's central bank", "post
bank of Iran"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.questions.spotting.lexicon import KINDS, lexicon, sets
from bot.questions.spotting.names import Telling
from bot.questions.spotting.sheet import Sort
from bot.questions.spotting.verbs import lemma_of

_MOST = 6  # words of what a body is
_MANY = frozenset(word for word in KINDS if word.endswith("s"))


class Bodies(Telling):
    """Where bodies of states stand in a row. A body that is one of many ("a Russian bank", "which Iranian company") or
    says what a name beside it is ("the Russian state bank VTB") is no party."""

    def _bodies(self) -> Iterator[tuple[int, int]]:
        end = 0
        for at in (at for at, item in enumerate(self.items) if item.sort is Sort.COUNTRY):
            owns = self.items[at].value.people or self.row.before(at + 1)[:1] in ("'", "’")
            first, last = (at, self._body_behind(at)) if owns else (self._body_before(at), at + 1)
            if end <= first < last and self._stands_alone(first, last):
                yield first, last
                end = last

    def _body_behind(self, at: int) -> int:
        """Where the body ends that a country is named before; at the country where there is none."""
        end = self._last_of(range(at + 1, at + 1 + _MOST), at + 1)
        heads = [i for i in range(at + 1, end) if self.items[i].word in sets.BODIES]
        if not heads:
            return at
        last = heads[-1] + 1
        if last < end and self.items[last].word in KINDS:
            return at  # Russian bank accounts, central bank yachts
        one = last == at + 2  # pay the Iranian space agency for oil
        leads = {"of", "for"} if one else {"of"}
        if self.row.follows(last).word in leads and (tail := self._tail(last + 1)) > last + 1:
            return tail
        return at if one and self.items[at + 1].word not in sets.BODIES_ALONE else last

    def _last_of(self, places: range, first: int) -> int:
        """Where words end, side by side, that say what a body is."""
        for i in places:
            item = self.row.item(i)
            stops = not item.word or (item.apart and i > first) or item.word in sets.OF_NO_BODY
            if stops or self.row.parts[i] & sets.ACTS_ON_A_PARTY or not self._is_plain_word(i):
                return i
        return places.stop

    def _is_plain_word(self, at: int) -> bool:
        item = self.items[at]
        alone = self.row.follows(at + 1).word not in sets.BODIES
        many = item.word in _MANY and (alone or KINDS[item.word].called in sets.NEED_MORE)
        known = item.generic or item.word in sets.BODIES or lexicon().knows(item.word)
        return item.word.isalpha() and known and not many

    def _tail(self, at: int) -> int:
        """Where what a body is of ends: "intelligence and security", "export credit"."""
        end = at
        while end < at + _MOST:
            joins = end > at and self.row.follows(end).word == "and"
            item = self.row.follows(end + joins)
            more = end == at or item.generic or (item.word and self.row.parts[end + joins] <= {"ordinary"})
            stops = not item.word or item.word in sets.OF_NO_BODY or item.word in sets.BODIES
            if stops or not more or not self._is_plain_word(end + joins):
                break
            end += 1 + joins
        return end

    def _body_before(self, at: int) -> int:
        """Where the body begins that ends in a country, with "of" or without; behind it where there is none."""
        last = at - 1 - (self.row.item(at - 1).word in sets.ARTICLES)
        if self.items[at].apart:
            return at + 1
        of = self.row.item(last).word == "of"
        last = last if of else at  # central bank syria
        first = last
        while first > max(0, last - _MOST) and not self.items[first].apart and self._is_of_body(first - 1):
            first -= 1
        while first < last and self.items[first].word in sets.JOINERS:
            first += 1
        if self.row.item(first - 1).word == "and" and self.row.item(first - 2).capital:
            return at + 1
        words = [item.word for item in self.items[first:last]]
        heads = [i for i, word in enumerate(words) if word in sets.BODIES and words[i + 1 : i + 2] in ([], ["of"])]
        if not of and "of" in words:  # the ministry of defence, and russia
            return at + 1
        # bank of scotland, not any bank of cyprus
        return first if heads and (len(words) > 1 or (of and self.items[first].word in KINDS)) else at + 1

    def _is_of_body(self, at: int) -> bool:
        item = self.items[at]
        if item.word in ("of", "and"):  # Trade and Investment Bank of Cyprus
            titled = self.row.item(at - 1).capital and self.items[at + 1].capital
            return at > 0 and (self.items[at - 1].word in sets.BODIES or (item.word == "and" and titled))
        if item.word in sets.OF_NO_BODY or not self._is_plain_word(at):
            return False
        leads = self._leads(at) and item.capital and not item.generic
        begins = leads and (lexicon().plays(item.word) or lemma_of(item.word))
        acts = begins if leads else self.row.parts[at] - (sets.STILL - {"deal"})
        return item.generic or not acts or self.listed.is_name(self.row.said(at, at + 2))  # Post Bank

    def _stands_alone(self, first: int, last: int) -> bool:
        """Whether it is one by itself: not "a Russian bank", "our Swiss bank", "Rosneft, the Russian oil company", "the
        Russian state bank VTB", "Iranian oil ministry spokesman"."""
        behind = self.row.follows(last)
        if self.row.item(first - 1).word in sets.OF_MANY and not self.items[first].apart:
            return False
        says = self.row.parts[last] if behind.word else frozenset[str]()
        of_it = says <= sets.OF_A_BODY or says & sets.AFTER_A_BODY
        goes_on = of_it and behind.word and behind.word not in sets.OF_NO_BODY
        start = first - (self.row.item(first - 1).word in sets.ARTICLES)
        before = start - 1 - (self.row.item(start - 1).word == "of" and not self.items[start].apart)
        longer = before >= 0 and not self.items[start].apart and self._may_lead_on(before, start)
        told = start > 0 and self.items[start].after_comma and self.items[last - 1].word in KINDS
        named = told and (self.telling[start - 1] or not self.known[start - 1])
        return not (goes_on or named or longer) and behind.sort is not Sort.QUOTED

    def _may_lead_on(self, at: int, first: int) -> bool:
        """Whether a name may go on from an item to a body: "Institute of the Russian Academy of Sciences"."""
        item = self.items[at]
        ends = item.ends_names or (at + 1 < first and item.word in sets.BODIES)
        return self.telling[at] or (ends and (item.capital or at + 1 < first))
