"""Which names of a row the index tells, and which are told by how they end: a legal form, what names end in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.questions.spotting.bodies import Bodies
from bot.questions.spotting.lexicon import TYPES, folded, is_everyday, is_given, lexicon, sets
from bot.questions.spotting.names import COMMON_FROM, ListedNames, names_in
from bot.questions.spotting.sheet import Row, Sort, Surety
from bot.screening.index.mentions import WHOLE, Mention

_OF_TITLES = (Sort.WORD, Sort.OPTIONS, Sort.MEASURES, Sort.DATE)  # Option A Consulting, Since 1908 Brewing Co
_OF_A_PAIR = 3  # words of two names, of which those beside a comma may be called as somebody is
_OF_FIRMS = (Sort.WORD, Sort.COUNTRY, Sort.LISTS, Sort.DATE)  # Economy Today LLC


class Formed(Bodies):
    """The names that the index knows or that are whole up to where names end, and who vouches for each item."""

    def __init__(self, row: Row, listed: ListedNames, plural: bool) -> None:
        super().__init__(row, listed, plural)
        self.surety = [Surety.NOBODY] * len(self.items)
        self.spelt: dict[int, tuple[int, str]] = {}
        hints = [tells or lexicon().is_rare(item.word) for tells, item in zip(self.telling, self.items, strict=True)]
        for found in names_in(self.items, listed, hints, self._may_stand):
            self._vouch(found.start, found.end, Surety.LISTED if found.strong else Surety.CAPITALS)
            self.spelt[found.start] = found.end, " ".join(found.spelt)
        for at in self.initials:  # P. Long and I. Sechin
            self.surety[at - 1 : at + 1] = [max(sure, Surety.CAPITALS) for sure in self.surety[at - 1 : at + 1]]
        vouched = zip(self.items, self.telling, self.surety, strict=True)
        self.taken = [bool(tells or sure or (not i.word and i.sort is Sort.QUOTED)) for i, tells, sure in vouched]
        self.small_ends = [at for at, item in enumerate(self.items) if at and item.generic and item.small]
        self._take_bodies()
        if "and" in row.words or "&" in row.text:
            self._take_firms()
            self._take_pairs()
        self._take_called()
        if "listed" in row.plays:
            self._take_framed()
        self._take_formed()
        self._take_alike()

    def _vouch(self, first: int, last: int, sure: Surety) -> None:
        self.surety[first:last] = [sure] * (last - first)

    def _take(self, first: int, last: int, *, whole: bool = False) -> None:
        """Take items as parts of names. `whole`: they are one as it is spelt, and listed where the index knows it."""
        self.taken[first:last] = [True] * (last - first)
        if whole:
            self.spelt[first] = last, self.row.said(first, last)
            if self.listed.is_name(self.spelt[first][1]):  # is post bank listed
                self._vouch(first, last, Surety.LISTED)

    def _take_bodies(self) -> None:
        """Bodies of states, but where the index knows one without its country ("Russian federal security service")."""
        listed = [(at, end) for at, (end, _) in self.spelt.items() if self.surety[at] is Surety.LISTED]
        for first, last in self._bodies():
            known = any(at < last and first < end and (at < first or last < end) for at, end in listed)
            whose = self.items[first].value
            if known or ((first + 1, last) in listed and whose and whose.people):
                continue
            self._vouch(first, last, Surety.CAPITALS)
            self._take(first, last, whole=True)

    def are_listed(self, first: int, last: int) -> bool:
        """Whether the index vouches for a run: not by a given name alone before words that it does not know."""
        sure = [at for at in range(first, last) if self.surety[at] is Surety.LISTED]
        return bool(sure) and (sure != [first] or last - first == 1 or not is_given(self.items[first].word))

    def _first_of(self, last: int, is_of: Callable[[int], bool]) -> int:
        """Where what stands side by side up to the last word of a name begins, as far back as it is of the name."""
        at = last
        while at > 0 and not self.items[at].apart and is_of(at - 1):
            at -= 1
        return at

    def _take_called(self) -> None:
        """Everyday words before what many names end in, where few listed names hold the one before it: "absolut bank
        still blocked?". Not of words that say which ("our trading company")."""
        for at in self.small_ends:
            first, before = self._first_of(at - 1, self._is_unread), self.items[at - 1]
            rare = lexicon().is_rare(before.word) and 0 < self.listed.bearers(before.text) < COMMON_FROM
            if rare and Surety.LISTED not in self.surety[first : at + 1]:
                self._vouch(first, at + 1, Surety.CAPITALS)
                self._take(first, at + 1, whole=True)

    def _is_unread(self, at: int) -> bool:
        return self.items[at].small and not (self.items[at].generic or self.row.parts[at])

    def _take_alike(self) -> None:
        """Everyday words that end as names do, beside a name and "or": "home credit bank or absolut bank"."""
        for at in (at for at in self.small_ends if not self.taken[at]):
            first = self._first_of(at, self._may_be_of_one)
            behind = self.row.follows(at + 1).word in sets.SPLITTERS and True in self.taken[at + 2 : at + 5]
            before = self.row.item(first - 1).word in sets.SPLITTERS and True in self.taken[first - 2 : first - 1]
            if first < at and (behind or before):
                self._take(first, at + 1, whole=True)

    def _may_be_of_one(self, at: int) -> bool:
        item = self.row.item(at)
        plain = item.word in TYPES or self.row.parts[at] <= {"filler", "ordinary", "somebody"}
        return at >= 0 and item.small and plain and item.word not in sets.BINDING

    def _take_firms(self) -> None:
        """Names that hold "and": Marks and Spencer."""
        for at in (at for at, item in enumerate(self.items[1:-1]) if item.word == "and"):
            first, _, last = self.items[at : at + 3]
            behind = self.row.item(at + 3)
            ends = behind.apart or behind.form or (behind.small and behind.word not in sets.OF_PLACES)
            ends = ends and last.ends_names and last.capital
            sons = first.capital and ends and not first.ends_names  # Petrov and Partners
            if sons or f"{first.word} and {last.word}" in sets.FIRMS_WITH_AND:
                self._take(at, at + 3, whole=True)

    def _take_pairs(self) -> None:
        """An everyday word with others behind "and" that end as names do, or with one behind "&" or "And", where
        neither is listed by itself: "Black and White Logistics", "Law & Order Consulting", "Stop And Shop"."""
        for at in range(1, len(self.items)):
            spelt, marked = self.items[at].word == "and", "&" in self.row.before(at)
            left, start = self.items[at - 1], at + spelt
            joins = (spelt and start < len(self.items) and not self.items[at].apart) or marked
            if not joins or not left.capital or left.ends_names or not is_everyday(left.word):
                continue
            behind = range(start, len(self.items))
            ends_at = (i for i in behind if not self.items[i].capital or (i > start and self.items[i].apart))
            last = next(ends_at, len(self.items))
            ends = last - start > 1 and self.items[last - 1].ends_names and not self._are_two(at - 1)
            titled = last - start == 1 and self.mixed and not self.plural and (marked or self.items[at].capital)
            known = Surety.LISTED in (self.surety[at - 1], *self.surety[start:last])
            if known or not (ends or titled) or any(map(self._is_somebody, (left.text, self.row.said(start, last)))):
                continue
            self._take(at - 1, last, whole=True)

    def _are_two(self, at: int) -> bool:
        """Whether what stands before says that several follow, or the word is one more of a name, or asks: "are Apple
        and Blue Shipping", "Check and ..."."""
        before = self.row.item(at - 1)
        asks = self._leads(at) and bool(self.row.parts[at] & sets.ON_A_PARTY)
        return asks or (self.plural and before.word in sets.BE) or (before.capital and not self._leads(at - 1))

    def _is_somebody(self, said: str) -> bool:
        return self.listed.is_name(said) or self.listed.is_surname(said) or is_given(folded(said))

    def _take_framed(self) -> None:
        """All between "is" and what asks whether that is listed, whatever its words are, where they are written as a
        title: "is Why Not Productions sanctioned?"."""
        first = next((at + 1 for at, item in enumerate(self.items) if item.word in sets.BE), 0)
        end = max((act.first for act in self.row.acts if act.part == "listed"), default=0)
        first = self._behind_pointers(first, end)
        within, last = range(first, end), self.row.item(end - 1)
        if end - first < 2 or Surety.LISTED in self.surety[first:end] or any(self.items[at].apart for at in within):
            return
        titled = (i.capital and i.sort in _OF_TITLES and i.word not in sets.TITLES for i in self.items[first:end])
        if last.word and all(titled):
            self._take(first, end)

    def _take_formed(self) -> None:
        """What stands before a legal form is a name, whatever its words are: "Bright Horizon Ltd", "sky trade co"; in
        small letters, too, what ends as names do before "sanctioned": "is march first logistics sanctioned"."""
        framed = {act.first - 1 for act in self.row.acts if act.part == "listed"}
        for at, item in ((at, item) for at, item in enumerate(self.items) if item.form or item.ends_names):
            formed = item.form and not (item.generic or "parcel" in self.row.parts[at])  # incorporated in Tortola
            ends = formed or (item.ends_names and at in framed and item.word not in sets.BARE_ARTICLES)
            if item.small and ends and item.word not in sets.LINKING and (first := self._asked_from(at)) is not None:
                self._take(first, at + 1, whole=True)
                continue
            if not formed or (lexicon().plays(item.word) and not item.text.isupper()) or self._begins_a_name(at):
                continue
            led = at > 0 and self._is_of_a_firm(at - 1, at)  # whatever stands between: "Yahoo! Inc"
            first = self._first_of(at - led, partial(self._is_of_a_firm, form=at))
            leads = self._leads(first) and not self.row.parts[first].isdisjoint(sets.LED)  # no "pay Back to Work GmbH"
            if self.items[first].word in sets.BE or leads:
                first += first + 1 < at or self.row.follows(at + 1).capital  # Also LLC Oktanta
            titled = any(other.word in sets.FUNCTION_WORDS for other in self.items[first + 1 : at])  # Watch This Space
            ends = all(other.ends_names for other in self.items[first + 1 : at])  # Watch Holdings Ltd
            if self._leads(first) and not (titled or ends):
                first = next((i for i in range(first, at) if not self._plays(i)), first)
            first += first < at and self._only_asks(first, at)
            if first < at:
                self._take(first, at + 1, whole=any(map(self._joins_plain, range(first, at))))

    def _begins_a_name(self, form: int) -> bool:
        """Whether a legal form stands behind "and" or a small word and before a name: ООО Василек и ПАО Полюс."""
        before, behind = self.row.item(form - 1), self.row.follows(form + 1)
        named = (behind.capital and not behind.form and bool(behind.word)) or behind.sort is Sort.QUOTED
        return named and before.small and not self.items[form].word.isascii()

    def _only_asks(self, first: int, form: int) -> bool:
        """Whether a word with a capital only because a sentence begins with it is none of a firm's name: a word of
        grammar, where the text goes on behind the form ("Has General Technology Limited been sanctioned?"), or a known
        one before a form that begins the name ("Paying OOO Veles")."""
        item, ahead = self.items[first], self.row.follows(form + 1)
        if not self._leads(first) or self.listed.is_name(self.row.said(first, form + 1)):
            return False
        asks = item.word in sets.ASKING_WORDS or item.word.endswith("n't")
        named = ahead.sort is Sort.QUOTED or ahead.capital
        acts = lexicon().plays(item.word) or (lexicon().knows(item.word) and not self.listed.is_place(ahead.text))
        return (first + 1 == form and named and acts) or (asks and not ahead.apart and (named or first + 1 < form))

    def _asked_from(self, form: int) -> int | None:
        """Where a name in small letters begins that goes from behind the word that asks up to a legal form, whatever
        its words are: "is source code gmbh sanctioned". None where others stand between ("the invoice of x ltd")."""
        start = self._first_of(form, partial(self._may_be_of_a_title, form=form))
        acts = ((a, self.items[a.first].word in sets.BE) for a in self.row.acts if start <= a.first < form)
        asks = (act.first if be else act.last - 1 for act, be in acts if be or act.part in sets.ON_A_PARTY)
        asker = next(asks, start - 1)
        first = self._behind_pointers(asker + 1, form)
        behind = self.row.item(form + 1)
        asked = behind.apart or behind.sort is Sort.LISTS or self.row.parts[form + 1] & {"listed", "screen"}
        led = asker >= start or (asked and start == 0) or self._leads_to_name(start)
        return first if first < form and led and Surety.LISTED not in self.surety[first:form] else None

    def _behind_pointers(self, first: int, end: int) -> int:
        return next((at for at in range(first, end) if not self._only_points(at)), max(first, end))

    def _plays(self, at: int) -> bool:
        return lexicon().plays(self.items[at].word)

    def _leads_to_name(self, start: int) -> bool:
        """Whether a name may begin there: behind another, or a word such as "about"."""
        before = self.row.item(start - 1).word
        other = start - 1 - (before in sets.SPLITTERS)
        return start > 0 and (self.taken[other] or self.items[other].form or before in sets.BEFORE_NAMES)

    def _is_of_a_firm(self, at: int, form: int) -> bool:
        item, plays = self.items[at], self._plays(at)
        if self.items[form - 1].capital:
            named = item.capital and item.sort in _OF_FIRMS and not (item.names_a_year or (self.german and plays))
            return named or self._joins_plain(at)
        return bool(item.word) and item.word not in sets.LINKING and not plays

    def _joins_plain(self, at: int) -> bool:
        """Whether a word joins two of one name: "Now or Never Trading FZE", "License to Build Inc"."""
        before, after = self.row.item(at - 1), self.row.follows(at + 1)
        joins = self.items[at].word in sets.JOINS_TWO and before.capital and not before.ends_names
        joins = joins and not self.row.parts[at] & sets.ON_A_PARTY  # Anything against Monday Motors Ltd
        return joins and after.capital and Surety.LISTED not in self.surety[at - 1 : at + 2]

    def _ends_before(self, at: int) -> bool:
        return self.row.item(at).apart or self.items[at - 1].form

    def _may_stand(self, found: Mention) -> bool:
        first, last, _, strong = found
        lone = last - first == 1 and self.items[first]
        if (lone and (lone.word in TYPES or (lone.generic and lone.small))) or self._ends_another(first):
            return False  # mv tango, the capital of France
        if last - first <= _OF_A_PAIR and any(item.after_comma for item in self.items[first + 1 : last]):
            return self._stands_apart(first, last)
        whole = strong and last - first >= WHOLE and self._is_no_phrase(first, last)
        return whole or all(self._may_end(at, strong) for at in (first, last - 1))

    def _stands_apart(self, first: int, last: int) -> bool:
        """Whether no word of a name stands before what a comma parts: of "Ivan Petrov, Sergei Chemezov" nothing is
        Sergei Petrov's, nor "Bank, Post" of "MTS Bank, Post Bank". Nor is it of ordinary words: "deep, sea calm"."""
        words = [item.word for item in self.items[first:last]]
        if self.row.item(last).word == words[0] or words.count(words[0]) == len(words) > 1:  # Hamas, Hamas
            return False
        family = self.row.item(first - 1).word in (*sets.ARTICLES, "both") and words[0].endswith("s")
        if family and not self.listed.bearers(self.items[first].text):  # the Rotenbergs, Arkady and Boris
            return False
        own = any(self.telling[at] or lexicon().is_rare(self.items[at].word) for at in range(first, last))
        return own and (first == 0 or self.items[first].apart or not self.telling[first - 1])

    def _is_no_phrase(self, first: int, last: int) -> bool:
        """Whether ordinary words that are called as a party is are no words of grammar, asking or of many names: "is
        Bank", "new technologies"; and no phrase that is known."""
        if last - first > WHOLE:
            return True
        known = (act for act in self.row.acts if act.last - act.first > 1)
        phrase = any(act.first <= first and last <= act.last for act in known)
        numbered = first < last - 1 and self.items[last - 1].word == "i"  # dino i
        own = range(first, last - numbered)
        grammar = (at for at in own if self.items[at].word in sets.LEADING_WORDS)
        asks = any(self.items[at].small or self._leads(at) for at in grammar)
        names = (self.telling[at] or not (self.items[at].generic or self.row.parts[at]) for at in own)
        return not (asks or phrase) and any(names)

    def _ends_another(self, at: int) -> bool:
        """Whether an item is the legal form of the name before a comma: "X AG, Nord Stream 2"."""
        return at > 0 and self.items[at].form and self.row.item(at + 1).apart and not self.items[at].apart

    def _may_end(self, at: int, strong: bool) -> bool:
        """Whether a name may begin or end with a word: "is Bank Rossiya" is no name, though one is called Is Bank. A
        whole name may with one that asks nothing: "Bill Twehway"."""
        item, word = self.items[at], self.items[at].word
        titled = strong and word in sets.ARTICLES - {"the"}  # Los Zetas
        asks = not word or word in sets.GRAMMAR or self.row.parts[at] - sets.STILL
        ends = item.ends_names or item.text.isdigit() or (strong and word == "i")  # Abtin 1, dino i
        return self.telling[at] or titled or ends or (strong and not asks)
