"""Names told by where they stand: what fills a place of a list or all that is asked about, and the index knows in full,
whatever its words are ("check Hamas and Green Light", "is he jing listed"); what is written as a name behind a colon
("please screen: Bosch, Hamas"); a bank of somewhere beside a name; a ship before what ships do."""

from __future__ import annotations

from collections.abc import Iterator

from bot.questions.spotting.formed import Formed
from bot.questions.spotting.lexicon import TYPES, is_everyday, is_given, sets
from bot.questions.spotting.named import only_lists
from bot.questions.spotting.names import COMMON_FROM, ListedNames
from bot.questions.spotting.sheet import Row, Sort, Surety
from bot.screening.index.mentions import LONGEST, WHOLE

_UNSAID = sets.BE | TYPES.keys()
_ENDS = 3  # of places of a list that one name may go on over: "by trade ou, ..."
_OF_ONE = 4  # words of a name that no list holds


class Cells(Formed):
    """The names of a row that fill a place of a list."""

    def __init__(self, row: Row, listed: ListedNames, plural: bool) -> None:
        super().__init__(row, listed, plural)
        self.moves, done = not sets.MOVES.isdisjoint(row.words), 0
        held = [bool(i.word) and (i.word in sets.SPLITTERS or bool(listed.bearers(i.text))) for i in self.items]
        self.held_from = [0]  # for each place where the words of listed names begin that end before it
        for at, is_held in enumerate(held):
            self.held_from.append(self.held_from[at] if is_held else at + 1)
        cells = list(self._cells())
        places = range(1, len(self.items) if ":" in row.text else 0)
        colon = next((at for at in places if row.before(at).startswith(":")), 0)
        headed = colon and any(parts & sets.ASKS for parts in row.parts[:colon])
        asks = not sets.ASKS.isdisjoint(row.plays) or Surety.LISTED in self.surety
        asks = asks or any(item.sort is Sort.LISTS for item in self.items)
        bare = row.plays <= sets.OF_BARE_NAMES and all(item.word for item in self.items)
        for at, (first, end) in enumerate(cells):
            ends = [last for _, last in cells[at : at + _ENDS]] if asks or bare or self._sails(end) else []
            found = next(self._called(max(first, done), ends[::-1]), None)
            way = self.row.item(first - 1).word in sets.SIDES or self.row.item(end).word in sets.SIDES
            found = found if found and not (way and not self.listed.is_name(self.row.said(*found))) else None
            if found and (asks or self._sails(end) or found == (0, len(self.items))):
                self._vouch(*found, Surety.CAPITALS)
                self._take(*found, whole=True)
                done = found[1]
            elif done <= first and asks and not way and self._is_short(first, end):
                self.taken[end - 1] = True
            elif done <= first and asks and self._is_written(first, end, colon, bool(headed)):
                self._take(first, end)
        if len(cells) > 1 and not sets.BODIES.isdisjoint(row.words):
            for first, end in cells:
                self._take_bank(first, end)

    def _cells(self) -> Iterator[tuple[int, int]]:
        """The places of the row: what stands between marks and words that part names, up to what a ship does."""
        first = 0
        for at in range(1, len(self.items) + 1):
            item = self.row.item(at)
            parts = item.word in sets.SPLITTERS or (item.small and item.word in sets.SIDES)  # from post bank to X
            if item.apart or parts or self.row.before(at).strip() or (self.moves and self._sails(at)):
                if first < at:
                    yield first, at
                first = at + parts

    def _sails(self, at: int) -> bool:
        """Whether what a ship does stands there: "loading at Kharg", "is discharging"."""
        at += self.moves and self.row.item(at).word in sets.BE
        return self.moves and 0 < at < len(self.items) and self.items[at].small and self.items[at].word in sets.MOVES

    def _called(self, first: int, ends: list[int]) -> Iterator[tuple[int, int]]:
        """The listed names that fill a place from `first` on, but for words that lead to a name or ask behind it."""
        led = first  # by words that all may be left out
        while ends and led < ends[0] and self._only_leads(led):
            led += 1
        for end in ends:
            last = end
            while last > first:
                for start in range(max(first, last - LONGEST, self.held_from[last]), min(led + 1, last)):
                    if self._is_called(start, last):
                        yield start, last
                if not (self.row.parts[last - 1] & sets.BEHIND or self.items[last - 1].sort in (Sort.LISTS, Sort.DATE)):
                    break
                last -= 1

    def _only_leads(self, at: int) -> bool:
        return bool(self.row.parts[at] & sets.BEFORE_LISTED) or self.items[at].word in _UNSAID or self._only_points(at)

    def _is_called(self, first: int, last: int) -> bool:
        """Whether the index knows it in full, where its words let it be a name: of one word, in small letters, only of
        a ship."""
        own = self.items[first:last]
        if own[-1].word in sets.WAYS or self.spelt.get(first, (0,))[0] >= last:
            return False
        lone = last - first == 1
        leads = own[0].word in sets.BE or (own[0].small and own[0].word in sets.ARTICLES)
        if (leads or self.row.parts[first] & sets.ASKS) and (self.shouted or not self._shouts(first)):
            return False
        if lone and not (self._sails(last) if own[0].small else own[0].word not in sets.SPLITTERS and not self.shouted):
            return False
        if lone and own[0].capital and self._leads(first) and not self._shouts(first) and self.row.parts[first]:
            return False
        said = self.row.said(first, last)
        whole = said.count("(") == said.count(")") and not only_lists(said)
        return whole and (self.listed.is_name(said) or self._is_of_one(first, last))

    def _is_of_one(self, first: int, last: int) -> bool:
        """Whether three words and more in small letters are all of one listed name: "institute of petroleum
        chemistry"."""
        own = self.items[first:last]
        words = [item.text for item in own if item.word not in sets.JOINERS]
        joins = {own[0].word, own[-1].word} & sets.TYING
        small = all(item.small for item in own) and Surety.LISTED not in self.surety[first:last]
        if len(words) <= WHOLE or joins or not small:
            return False
        ends = last == len(self.items) or self.row.parts[last] & sets.ASKS or self.items[last].sort is Sort.LISTS
        beside = first and (self.taken[first - 1] or self.items[first - 1].word in sets.SPLITTERS)
        return bool(ends) and not beside and self.listed.are_of_one(words)

    def _is_written(self, first: int, last: int, colon: int, headed: bool) -> bool:
        """Whether it is written as a name behind a colon, all in capitals and of no words that do anything; an everyday
        word only where what stands before the colon asks about parties, or in a series: behind a name, a semicolon or a
        stroke between them, as between others."""
        own, mark = self.items[first:last], self.row.before(first).strip()
        series = mark in ("/", ";") and self.taken[first - 1] and self.row.text.count(mark) > 1
        series = series and (mark == ";" or colon > 0 or self.row.text.endswith("?"))
        if self.shouted or self.german or last - first > _OF_ONE or not all(i.word and i.capital for i in own):
            return False
        told = all(self.row.parts[at] <= sets.EVERYDAY or is_given(self.items[at].word) for at in range(first, last))
        told = told and own[0].word not in sets.GRAMMAR
        return told and (series or (0 < colon <= first and (headed or not all(is_everyday(i.word) for i in own))))

    def _is_short(self, first: int, last: int) -> bool:
        """Whether a few capitals that listed names hold are one of a list: "check Hamas and ETA"."""
        says = self.shouted or self.taken[last - 1] or self.row.parts[last - 1] & sets.STRESSED
        short = self._shouts(last - 1) and not says and all(map(self._only_leads, range(first, last - 1)))
        listed = short and any(map(self._is_listed, (first - 2, first - 1, last, last + 1)))
        held = listed and self.listed.bearers(said := self.items[last - 1].text)
        return 0 < held < COMMON_FROM and not only_lists(said)

    def _is_listed(self, at: int) -> bool:
        return 0 <= at < len(self.items) and self.surety[at] is Surety.LISTED

    def _take_bank(self, first: int, last: int) -> None:
        """A bank of somewhere, one of a list: "bank of china, bank of moscow" asks of no set."""
        while last - first > 3 and self._only_leads(first) and self.items[first].word not in sets.BODIES:
            first += 1
        own = self.items[first:last]
        of = len(own) > 2 and own[0].word in sets.BODIES and own[1].word in sets.OF_PLACES
        plain = of and all(not i.word or self.row.parts[at] <= sets.EVERYDAY for at, i in enumerate(own[2:], first + 2))
        if plain and Surety.LISTED not in self.surety[first:last] and len(own) <= _OF_ONE:
            self._take(first, last, whole=True)
            self._vouch(first, last, Surety.CAPITALS)
