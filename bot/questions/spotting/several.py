"""A run of names that are of several, parted: about "and" and commas, and side by side ("Igor Sechin Rosneft")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.questions.spotting.beside import Beside
from bot.questions.spotting.lexicon import (
    KINDS,
    OF_FORMS,
    TYPES,
    is_given,
    is_of_a_person,
    is_patronymic,
    may_be_of_a_form,
    sets,
    spellings,
)
from bot.questions.spotting.names import SHORTEST
from bot.questions.spotting.sheet import Item, PartySpan, Sort, Surety
from bot.screening.index.mentions import WHOLE

_IN_FULL = 3  # a surname, a given name and a patronymic
_FEW = 5  # listed names with a surname that points at its bearer by itself
_OF_TYPES = OF_FORMS | TYPES.keys() | {"st"}
_HAD = {"somebody", "label", "filler", "ordinary", "relative"}
_TICKER = range(2, 6)  # letters by which a firm is called


class Several(Beside):
    """Which runs of a row are of several names, and where each begins and ends."""

    def _is_a_tag(self, at: int) -> bool:
        """Whether it is a program's tag where one stands, though a party is called so: "under both IRGC and SDGT"; not
        "under IRGC control", nor whom a payment goes to."""
        first, then = at, self.row.item(at + 1)
        while self.row.item(first - 1).word in sets.SPLITTERS and self.row.item(first - 2).sort is Sort.PROGRAMS:
            first -= 2
        led = self.row.item(first - 1).word in sets.BEFORE_A_TAG and "deal" not in self.row.plays
        ends = at + 1 == len(self.items) or then.apart or then.word in sets.SPLITTERS
        return self.items[at].sort is Sort.PROGRAMS and led and ends

    def _parted(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        if stop := next((at for at in range(first + 2, last) if self._begins_behind_stop(first, at, last)), 0):
            self.surety[first:last] = [max(sure, Surety.CAPITALS) for sure in self.surety[first:last]]
            yield first, stop
            yield from self._parted(stop, last)
            return
        if pieces := self._side_by_side(first, last):
            self.surety[first:last] = [max(sure, Surety.CAPITALS) for sure in self.surety[first:last]]
            yield from pieces
            return
        cuts = [at for at in range(first + 1, last) if at not in self.inside and self._cuts(at)]
        # Mechel, Uralchem and Metalloinvest; X (yes, he), Y and Z
        goes_on = first > 0 and self.items[first].after_comma and self.taken[first - 1]
        goes_on = goes_on or self.row.before(first).startswith("),")
        if not cuts or not (goes_on or self._are_several(first, last, cuts)):
            yield first, last
            return
        start = first
        for cut in [*cuts, last]:
            if start < cut:  # "X and or Y"
                yield from self._side_by_side(start, cut) or [(start, cut)]
            start = cut + (cut < last and self.items[cut].word in sets.SPLITTERS)

    def _with_birth_behind(self, spans: list[PartySpan]) -> list[PartySpan]:
        """The only name with the only birth date, behind what is said of it: "X, a student born 2004". Not where it may
        be of a relative, or of kinds of party."""
        born = [item for item in self.items if item.sort is Sort.BORN]
        others = not (sets.OF_OTHER_BIRTHS.isdisjoint(self.row.plays) and KINDS.keys().isdisjoint(self.row.words))
        if others or len(spans) != 1 or len(born) != 1 or spans[0].owner or spans[0].subject.birth_date:
            return spans
        behind = born[0].start > self.items[spans[0].last - 1].start
        return [replace(spans[0], subject=replace(spans[0].subject, birth_date=born[0].value))] if behind else spans

    def _is_owner(self, first: int, at: int) -> bool:
        """Whether behind a word for what he has a person in the genitive says whose the next is: банк Ротенберга "СМП
        банк", жена Игоря Кобзева Анна Смит."""
        first += self.items[first].small and at > first + 1  # фонд Тимченко
        last, item, before = self.items[at - 1], self.row.item(at), self.row.item(first - 1).word
        had = first > 0 and len(before) >= SHORTEST and before not in sets.GRAMMAR
        had = had and self.row.parts[first - 1] <= _HAD
        if last.text.isascii() or last.form or not (had or before in sets.SPLITTERS):
            return False
        said = spellings(last.text)
        known = any(map(self.listed.is_surname, said))
        if item.sort is Sort.QUOTED:
            return known or (had and len(said) > 1)
        given = [any(map(is_given, spellings(each.word))) for each in (self.items[first], item)]
        person = given[1] or is_of_a_person(item.word) or self.listed.is_surname(item.text)
        return had and item.capital and known and (given[0] if at > first + 1 else not (person or given[0]))

    def _begins_behind_stop(self, first: int, at: int, last: int) -> bool:
        """Whether a sentence ends with the legal form before an item, and a name of the next begins: "Acme GmbH. Oleg
        Deripaska joined". Not where the whole is listed so, nor before what is still of the firm: "S.A. Panama"."""
        item, form = self.items[at], self.items[at - 1]
        if not (form.form and self.row.before(at).startswith(". ") and item.capital) or item.form:
            return False
        named = next((i for i in self.items[at - 1 :: -1][: at - first] if not _is_of_a_form(i)), item)
        crosses = any(self.spelt.get(i, (0, ""))[0] > at for i in range(first, at))
        if named is item or not named.capital or crosses:  # to Co. Ltd. Rosneft
            return False
        own = len(item.text) >= SHORTEST and "." not in item.text
        own = own and not (item.generic or self.listed.is_place(item.text))
        return (own or self._is_whole(at, last)) and not self.listed.is_name(self.row.said(first, last))

    def _side_by_side(self, first: int, last: int) -> list[tuple[int, int]]:
        """The names that a run is made of, where each is whole by itself or a surname and one of them no surname:
        "severstal mordashov link?", "Igor Sechin Rosneft". No given name and surname of one person, though a ship has
        that given name: "Ольга Казакова"."""
        pieces, named, at = list[tuple[int, int]](), False, first
        fathers = is_patronymic(self.items[last - 1].word) and is_given(self.items[last - 2].word)
        # Миллер Алексей Борисович
        if (fathers and last - first == _IN_FULL) or any(i.sort is Sort.QUOTED for i in self.items[first:last]):
            return []
        while at < last:
            whole = self._is_whole(at, last)
            end = self.spelt[at][0] if whole else self._piece_ends(at, last, pieces)
            if not end and (end := self._other_ends(at, last, pieces)):
                whole = True
            if not end:
                rest = pieces[-1:] if pieces[1:] and self._other_ends(pieces[-1][0], last, pieces[:-1]) == last else []
                return [*pieces[:-1], (rest[0][0], last)] if rest else []
            item = self.items[at]
            alone = end - at == 1 and (item.word in sets.SURELY_TWO or not self.listed.is_surname(item.text))
            named = named or whole or alone
            pieces.append((at, end))
            at = end
        forms = any(end - at == 1 and self.items[at].form for at, end in pieces)  # с ПАО Полюс
        return pieces if named and len(pieces) > 1 and not forms else []

    def _other_ends(self, at: int, last: int, before: Sequence[tuple[int, int]]) -> int:
        """Where a listed name ends that another covers, or what is not a person's behind one: "Mahan Air Qeshm Fars
        Air", "Дерипаска Базовый элемент"; 0 where it is of the name before."""
        own = self.items[at:last]
        joined = any(item.apart or item.form or item.word in sets.SPLITTERS for item in own[1:])
        if len(own) < WHOLE or self.shouted or joined:
            return 0
        ends = range(last - (not before), at + 1, -1)
        if end := next((end for end in ends if self.surety[at] and self.listed.is_name(self.row.said(at, end))), 0):
            return end
        persons = (is_of_a_person(said) or len(said) < SHORTEST for item in own for said in spellings(item.word))
        others = not before or own[-1].ends_names or not own[0].capital or any(item.generic for item in own)
        others = others or any(persons) or self.listed.is_surname(own[0].text)
        return 0 if others or not self._is_surely_somebody(*before[-1]) else last

    def _is_surely_somebody(self, first: int, last: int) -> bool:
        """Whether a listed surname stands there, by itself one of few, or behind a given name."""
        surname = self.items[last - 1].text
        if not any(map(self.listed.is_surname, spellings(surname))):
            return False
        return is_given(self.items[first].word) if last - first > 1 else self._is_rare(self.items[last - 1])

    def _is_rare(self, item: Item) -> bool:
        """Whether a word is surely a name by itself: one that stands so in questions, or a surname that few have."""
        surnames = filter(self.listed.is_surname, spellings(item.text))
        return item.word in sets.SURELY_TWO or any(self.listed.bearers(said) <= _FEW for said in surnames)

    def _is_whole(self, at: int, last: int) -> bool:
        """Whether a listed name begins there that ends in the run: not one given name or everyday word."""
        item, end = self.items[at], self.spelt.get(at, (0, ""))[0]
        plain = is_given(item.word) or self.known[at]
        return self._is_strong(at) and at + plain < end <= last and item.word not in sets.JOINING

    def _piece_ends(self, at: int, last: int, before: Sequence[tuple[int, int]]) -> int:
        """Where a name ends that begins there: of somebody with a given name, a surname, one that stands by itself, or
        what few names hold beside a surname that does; 0 where it is none."""
        item, given = self.items[at], is_given(self.items[at].word)
        person = bool(before) and is_given(self.items[before[-1][0]].word)
        if given and at + 2 <= last and not person and self.items[at + 1].word not in sets.SPLITTING:
            return at + 2
        if self.known[at] or given or item.word in TYPES:
            return 0
        surname = self.listed.is_surname(item.text)
        if person and not self.shouted and item.text.isupper() and len(item.text) in _TICKER:
            return at + 1  # Dmitry Pumpyansky TMK
        beside = [self.row.item(other) for other in (at - 1, at + 1) if at - 1 >= 0]
        sure = any(other.word in sets.SURELY_TWO for other in beside)
        held, spelt = self.spelt.get(at, (0, ""))
        sure = sure or (spelt == item.text and any(self._is_rare(other) for other in beside))
        small = self.beside and item.small and self.listed.bearers(item.text) > 0
        rare = sure and ((held == at + 1 and item.capital) or small)
        stands = item.word in sets.SURELY_TWO or self.listed.is_name(item.text) or rare
        unsure = person and not self._is_whole(before[-1][0], at)  # Suleyman Abusaidovich Kerimov
        # Sergei Ivanov Petrov
        return at + 1 if (stands and not (unsure and surname)) or (surname and not person) else 0

    def _cuts(self, at: int) -> bool:
        marked = "&" in self.row.before(at) and not (self.items[at].ends_names and self._ends(at + 1))
        of_a_form = self.row.item(at + 1).form and self._ends(at + 2)  # GmbH and Co. KG; and Sons
        return (self.items[at].word in sets.SPLITTERS and not of_a_form) or marked

    def _ends(self, at: int) -> bool:
        """Whether a name ends before an item, or with a legal form there: Greenfield & Sons."""
        behind = self.row.follows(at)
        return behind.form or not behind.word or not self.taken[at]

    def _are_several(self, first: int, last: int, cuts: Sequence[int]) -> bool:
        ends = [first, *cuts, last]
        parts = [[i for i in range(a, b) if self.items[i].word not in sets.SPLITTERS] for a, b in pairwise(ends)]
        if any(not part or (len(part) == 1 and len(self.items[part[0]].text) == 1) for part in parts):
            return False
        sure = [[self.surety[i] for i in part if self.items[i].word not in _OF_TYPES] for part in parts]
        least = [min(each, default=Surety.NOBODY) for each in sure]  # but for "Joint Stock Company", MT
        formed = any(item.form for item in self.items[first:last])  # else Sogaz et Kalashnikov
        led = any(self._begins_a_name(cut + 1) for cut in cuts)  # ООО Василек и ПАО Полюс
        alone = all(self.items[i].word in sets.SURELY_TWO for part in parts for i in part)
        alone = alone or (first > 0 and "relative" in self.row.parts[first - 1])  # his sons Viktor and Dmitry
        ended = self.plural or alone or led or any(self.items[cut - 1].form for cut in cuts)
        return ended or Surety.LISTED in least or (all(least) if formed else any(least))


def _is_of_a_form(item: Item) -> bool:
    """Whether a word may be of a legal form before a name: S. de R.L., Co."""
    return item.form or "." in item.text or len(item.text) == 1 or (item.text.isascii() and may_be_of_a_form(item.word))
