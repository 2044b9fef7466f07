"""What stands in a stretch: names, spans, and the acts of the words between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, Self, TypeVar

from bot.questions.ask import Pick, Subject, Vocabulary
from bot.questions.composing.acting import asks_now, is_asked_for, is_label, is_only_told, tells_link
from bot.questions.composing.labels import with_role
from bot.questions.composing.picking import left_out, pick_in
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.data import Telling, patterns, table
from bot.questions.kept import kept
from bot.questions.spotting.beside import may_be_one, with_around
from bot.questions.spotting.capitals import with_small_words
from bot.questions.spotting.items import spotted
from bot.questions.spotting.lexicon import KINDS, TERM, TYPES, WORD, KindOfParty, folded, lexicon, sets
from bot.questions.spotting.names import ListedNames
from bot.questions.spotting.parties import parties_in
from bot.questions.spotting.places import PEOPLES, is_town
from bot.questions.spotting.sheet import Act, Item, PartySpan, Row, Sort, Surety, covered
from bot.questions.spotting.slips import mended
from bot.questions.spotting.verbs import with_verbs

T = TypeVar("T")
TOLD, MARKS = patterns("contents"), patterns("marks")
_TELLING = Telling(MARKS, table("marks")["telling"])
_PLACE = attrgetter("first")
_STROKES = {"/", "+", "|", "&", "<>", ";"}


def runs(every: Iterable[T], goes_on: Callable[[T, T], bool]) -> list[list[T]]:
    """What is in order, in runs: each goes on from the one before in its run."""
    found: list[list[T]] = []
    for each in every:
        if found and goes_on(found[-1][-1], each):
            found[-1].append(each)
        else:
            found.append([each])
    return found


@dataclass(frozen=True)
class Contents:
    """What stands in a stretch. `parties` are the names that somebody vouches for, `plain` those that nobody does."""

    stretch: Stretch
    row: Row
    spans: tuple[PartySpan, ...]
    doubtful: tuple[str, ...] = ()  # what looked like names and is none
    aside: frozenset[int] = frozenset()  # items that are read by themselves

    @classmethod
    def of(cls, stretch: Stretch, today: date, vocabulary: Vocabulary, listed: ListedNames) -> Self:
        said = spotted(stretch.text, today, vocabulary)
        row = with_verbs(mended(with_small_words(said, listed), listed, vocabulary), listed)
        first = next((item.word for item in row.items if item.word), "")
        plural = first in sets.PLURAL or "both" in row.plays
        spans = with_around(parties_in(row, listed, plural=plural), row, plural=plural)
        return cls(stretch, row, tuple(with_role(span, row, stretch.label) for span in spans))

    @kept
    def _names(self) -> list[PartySpan]:
        return [s for s in self.spans if not s.owner]

    @kept
    def ending(self) -> dict[int, PartySpan]:
        """The spans by where they end."""
        return {span.last: span for span in self.spans}

    @kept
    def starting(self) -> dict[int, PartySpan]:
        """The spans by where they begin."""
        return {span.first: span for span in self.spans}

    def _is_vouched_for(self, span: PartySpan) -> bool:
        return span.surety > Surety.NOBODY or self.stretch.frame is Frame.LABELLED

    @kept
    def parties(self) -> list[PartySpan]:
        return [span for span in self._names if self._is_vouched_for(span)]

    @property
    def has_listed(self) -> bool:
        """Whether a name stands there that a list holds."""
        return any(span.surety >= Surety.LISTED for span in self.spans)

    @kept
    def plain(self) -> list[PartySpan]:
        return [s for s in self._names if not self._is_vouched_for(s) and may_be_one(s, self.row, self.spans)]

    @kept
    def joined(self) -> list[PartySpan]:
        """The parties, and plain names that are joined to one: "check zentrix and rosneft"."""
        found = sorted((*self.parties, *self.plain), key=_PLACE)
        joined = {span.first for two in pairwise(found) if self.plain and self._are_joined(*two) for span in two}
        led = {act.last for act in self.row.acts if act.part == "also" and self.row.item(act.first).apart}
        return [span for span in found if span.first in joined | led or self._is_vouched_for(span)]

    @property
    def asked_of(self) -> list[PartySpan]:
        """Whom an act is about, in a thread as without: a name that nobody vouches for, where it is alone."""
        return self.joined if self.parties else self.plain

    def _are_joined(self, one: PartySpan, other: PartySpan) -> bool:
        """Whether "and", a stroke or, in a list, a comma alone stands between them."""
        gap, then = other.first - one.last, self.row.follows(one.last).word
        splits = (gap == 1 and then in sets.SPLITTERS) or (gap == 2 and "kin" in self.row.parts[one.last])  # and his
        beside = not self.items and other.borne and one.is_no_place  # Vekselberg renova
        return splits or (one.last == other.first and (beside or self.is_parted(other.first)))

    def is_parted(self, at: int) -> bool:
        """Whether a stroke or, in a list, a comma alone parts an item from the one before it."""
        mark = self.row.before(at).strip()
        return mark in _STROKES or (mark == "," and (self.row.text.count(",") > 1 or self.is_all_small))

    @kept
    def is_all_small(self) -> bool:
        """Whether nothing stands there but names and everyday words in small letters and what asks of them: "wagner,
        stan", "and tinkoff, interpal?"."""
        return self.row.text[1:].islower() and all(self.row.parts[at] <= sets.OF_BARE_NAMES for at, _ in self.items)

    @kept
    def named(self) -> set[int]:
        """The places of names."""
        return covered(self.spans)

    @kept
    def items(self) -> list[tuple[int, Item]]:
        """What is no part of a name."""
        others = self.named | self.aside
        return [(at, item) for at, item in enumerate(self.row.items) if at not in others]

    @kept
    def acts(self) -> list[Act]:
        others = self.named | self.aside
        free = [act for act in self.row.acts if others.isdisjoint(range(act.first, act.last))]
        if sets.MAY_ASK_NOTHING.isdisjoint(self.row.plays):
            return free
        read = (self._as_asked(act) if act.part in sets.ON_WATCHES else act for act in free)
        return [act for act in read if act and not self._asks_nothing(act)]

    def _as_asked(self, act: Act) -> Act | None:
        """An act on watches as what it asks; None where it is told of."""
        if now := asks_now(act, self.row, self.named):
            return Act(now, act.first, act.last)
        return act if is_asked_for(act, self.row, self.named) else None

    def _asks_nothing(self, act: Act) -> bool:
        match act.part:
            case "when":  # X (formerly Y)
                return self.row.before(act.first).endswith("(")
            case "links":  # "owner Sun Ship Ltd": who it is, not what is owned
                labels = "label" in self.row.parts[act.first] and self._says_who(act.first)
                return labels or tells_link(act, self.row, self.spans)
            case "it":  # vessels linked to X that fly the flag of Y
                behind = act.first in self.ending or self.row.item(act.first - 1).word in KINDS
                return behind and self.row.item(act.first).word == "that" and bool(self.row.follows(act.last).word)
            case "relief":  # no option's key: "Plan B: pay via X"
                return len(letter := self.row.follows(act.last).text) == 1 and letter.isupper()
            case "free" | "frees":  # may we release: a dealing
                return self._is_of_goods(act)
        return act.part in sets.DONE and (is_label(act, self.row) or is_only_told(act, self.row))

    def _says_who(self, at: int) -> bool:
        """Whether a word for a role says whose names follow: "owner X", "the owner is X", "directors of Y: X"."""
        first = min((span.first for span in self.spans if span.first > at), default=0)
        between = [item.word for item in self.row.items[at + 1 : first]]
        heads = len(between) > 1 and ":" in self.row.before(first)
        return first == at + 1 or (bool(between) and (heads or not sets.BE.isdisjoint(between)))

    def _is_of_goods(self, act: Act) -> bool:
        """Whether what is freed is money or goods, and nobody's listing: "release the wire", "unblock X's funds"."""
        relief = {part for parts in self.row.parts for part in parts} & sets.OF_RELIEF
        if relief or any(item.sort in (Sort.OPTIONS, Sort.PROGRAMS) for item in self.row.items):
            return False
        return any(item.word in sets.GOODS for item in self.row.items[act.last : act.last + 6])

    @kept
    def picking(self) -> tuple[Pick | None, Sequence[int]]:
        """Which of several that were spoken of are meant, and the places of the words that say so."""
        return pick_in(self.row)

    @property
    def pick(self) -> Pick | None:
        return self.picking[0]

    @kept
    def left_out(self) -> tuple[Subject, ...]:
        """The parties that are left out of all that are meant, or let go before an act on watches: "never mind X, watch
        the others"."""
        asked = [act for act in self.acts if act.part in sets.ON_WATCHES]
        return tuple(span.subject for span in left_out(self.row, sorted(self._names, key=_PLACE), asked))

    @kept
    def parts(self) -> frozenset[str]:
        return frozenset([act.part for act in self.acts])

    def values(self, sort: Sort) -> tuple[Any, ...]:
        if sort not in self.by_sort:
            return ()
        every = (value if type(value) is tuple else (value,) for value in self.by_sort[sort])
        return tuple(dict.fromkeys(v for values in every for v in values))

    @kept
    def by_sort(self) -> dict[Sort, list[Any]]:
        """The values of the spans that are no part of a name."""
        found: dict[Sort, list[Any]] = {}
        for at, item in self.items:
            dated = item.sort is Sort.DATE and (self._says_which(at) or self._is_of_another_fact(at))
            if not (item.word or dated):
                found.setdefault(item.sort, []).append(item.value)
        return found

    def _says_which(self, at: int) -> bool:
        """Whether a day only says which thing is spoken of: "vessels for Q1 programme", "the 15 March delivery"."""
        period, parts = self.row.items[at].value.period, self.row.parts[at + 1 : at + 2]
        several = {"ordinary", "programs", f"{TERM}program"} if period.since != period.until else set()
        things = {"deal", "label", "nolabel"} | several
        follows = self.row.follows(at + 1).word
        return bool(follows) and parts[0] <= things and lexicon().knows(follows)

    @kept
    def _cuts(self) -> list[int]:
        """Where its parts begin, behind commas and the like."""
        items = self.row.items
        return [n for n, item in enumerate(items) if item.apart or items[n - 1].text.endswith(",")]

    @kept
    def _asking(self) -> list[int]:
        """Where it asks of a listing as of now."""
        items = enumerate(zip(self.row.items, self.row.parts, strict=True))
        return [n for n, (item, parts) in items if parts & sets.ASKS_NOW or item.sort is Sort.LISTS]

    def _is_of_another_fact(self, at: int) -> bool:
        """Whether a day stands in a part of a sentence that tells something, and another asks of a listing as of now:
        "is X listed, we flew with them in May"; or only dates what it tells of a party ("director since 2019")."""
        items, parts = self.row.items, self.row.parts
        if not self._asking:
            asks = {items[0].word, self.row.item(len(items) - 2).word.removesuffix("n't")}  # didn't it?
            if not self.parties or self.parts & sets.TOLD_OF_LISTS or asks & sets.QUESTIONS:
                return False
            named = covered(self.parties)
            told = (n for n in range(len(items)) if n not in named and items[n].word not in sets.GRAMMAR)
            return any(parts[n] & sets.DATED and parts[n] <= sets.OF_A_THING for n in told)
        if "was" in self.parts:
            return False
        cut = bisect_right(self._cuts, at)
        first, last = ([0, *self._cuts][cut], [*self._cuts, len(items)][cut])
        if any(first <= n < last for n in self._asking):
            return False
        words = [n for n in range(first, last) if items[n].word and items[n].word not in sets.GRAMMAR]
        return any("deal" in parts[n] or not (parts[n] or n in self.named) for n in words)

    @kept
    def first(self) -> frozenset[str]:
        """The parts of the first word that is no courtesy."""
        start, found = min((span.first for span in self.spans), default=len(self.row.items)), frozenset[str]()
        for at, acts in groupby(sorted(self.acts, key=_PLACE), key=_PLACE):
            parts = frozenset(act.part for act in acts)
            if at <= start and parts - sets.COURTESY:
                found = parts
                if "smalltalk" not in parts:  # ok, watch X
                    break
        return found

    @kept
    def kinds(self) -> list[KindOfParty]:
        """Kinds of party that are asked for, the narrowest first."""
        typed = {span.first - 1 for span in self.spans if self.row.item(span.first - 2).word in sets.ARTICLES}
        # none that says of what type the bearer of the next name is: "the yacht Madame Gu"
        free = ((at, item) for at, item in self.items if item.word in KINDS)
        found = [KINDS[item.word] for at, item in free if not (at in typed and item.word in TYPES)]
        countries = [item for _, item in self.items if not item.word and item.sort is Sort.COUNTRY]
        peoples = [item.text for item in countries if item.value.people]
        if not found and any(folded(people).endswith("s") and folded(people) not in PEOPLES for people in peoples):
            found = [KINDS["persons"]]
        return sorted(found, key=attrgetter("rank"))

    def is_of_a_place(self, span: PartySpan) -> bool:
        """Whether it is no party but where those are who are asked for: "companies in Limassol", "from Hamburg"."""
        before = self.row.item(span.first - 1).word
        town = before in sets.HENCE and is_town(span.subject.name)
        return span.surety is not Surety.LISTED and (before in sets.PLACED_IN or town)

    @kept
    def enumerated(self) -> list[PartySpan]:
        """The parties of a series behind a colon, up to the end."""
        series = runs(sorted(self.parties, key=_PLACE), self._goes_on)
        last = series[-1] if series else []
        ends = last and last[-1].last == len(self.row.items) and (len(last) > 1 or self.row.text.endswith(";"))
        return last if ends and ":" in self.row.before(last[0].first) else []

    def _goes_on(self, one: PartySpan, other: PartySpan) -> bool:
        joins = self.row.item(other.first - 1).word in sets.SPLITTERS
        remark = self.row.before(one.last)[:2] == " (" and self.row.before(other.first - joins)[:1] == ")"
        return remark or other.first - one.last == joins

    @kept
    def terms(self) -> tuple[str, ...]:
        marked = (item.text for item in self.row.items if not item.word and item.sort in (Sort.LISTS, Sort.QUOTED))
        words = ([folded(word) for word in WORD.findall(text)] for text in marked)
        parts = [part for said in words for at in range(len(said)) for part in lexicon().longest(said, at)[1]]
        every = (*parts, *(act.part for act in self.row.acts))
        named = [part.removeprefix(TERM) for part in every if part.startswith(TERM)]
        return tuple(dict.fromkeys([*named, *sorted(self.marks & sets.TERMS_BY_FORM)]))

    @kept
    def marks(self) -> frozenset[str]:
        """What the form of the text tells."""
        return frozenset(_TELLING.fitting(self.row.text))
