"""What stands in a stretch: names, spans, and the acts of the words between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self

from bot.questions.ask import Vocabulary
from bot.questions.composing.bounds import may_be_one, with_around
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.spotting.items import LICENSE_NUMBER, Act, Item, Row, covered, spotted
from bot.questions.spotting.kinds_of_party import KINDS, KindOfParty
from bot.questions.spotting.lexicon import TERM, WORD, folded, lexicon
from bot.questions.spotting.names import ListedNames
from bot.questions.spotting.parties import PartySpan, parties_in
from bot.questions.spotting.party_words import SPLITTERS
from bot.questions.spotting.sheet import Sort
from bot.questions.spotting.telling import Surety

COURTESY = frozenset(["filler", "ordinary", "smalltalk", "also", "follow", "only", "both", "label", "nolabel", "head"])
SCORE = re.compile(r"(?<![\w.\"])0[.,]\d\d?(?![\w.\"])")  # no quoted name
_DONE = ("change", "moved", "new", "added", "removed", "amended")


@dataclass(frozen=True)
class Contents:
    """What stands in a stretch. `parties` are the names that somebody vouches for, `plain` those that nobody does."""

    stretch: Stretch
    row: Row
    spans: tuple[PartySpan, ...]
    doubtful: tuple[str, ...] = ()  # what looked like names and is none

    @classmethod
    def of(cls, stretch: Stretch, today: date, vocabulary: Vocabulary, listed: ListedNames) -> Self:
        row = spotted(stretch.text, today, vocabulary)
        first = next((item.word for item in row.items if item.word), "")
        plural = first in ("are", "were", "neither", "both", "either") or any(
            act.part == "both" for act in row.acts[:6]
        )
        return cls(stretch, row, with_around(parties_in(row, listed, plural=plural), row, plural=plural))

    @cached_property
    def _names(self) -> list[PartySpan]:
        return [s for s in self.spans if not s.owner]

    @property
    def _labelled(self) -> bool:
        return self.stretch.frame is Frame.LABELLED

    @cached_property
    def parties(self) -> list[PartySpan]:
        return [s for s in self._names if s.surety > Surety.NOBODY or self._labelled]

    @cached_property
    def plain(self) -> list[PartySpan]:
        if self._labelled:
            return []
        return [s for s in self._names if s.surety is Surety.NOBODY and may_be_one(s, self.row, self.spans)]

    @cached_property
    def joined(self) -> list[PartySpan]:
        """The parties, and plain names that are joined to one: "check zentrix and rosneft"."""
        found = sorted((*self.parties, *self.plain), key=lambda span: span.first)
        return [span for span in found if span in self.parties or self._is_joined(span, found)]

    def _is_joined(self, span: PartySpan, found: list[PartySpan]) -> bool:
        """Whether "and" alone stands between it and another name."""
        before, after = span.first - 1, span.last
        led = before > 0 and self._splits(before) and before in {other.last for other in found}
        return led or (self._splits(after) and after + 1 in {other.first for other in found})

    def _splits(self, at: int) -> bool:
        return self.row.follows(at).word in SPLITTERS

    @cached_property
    def _named(self) -> set[int]:
        return covered(self.spans)

    @cached_property
    def items(self) -> list[tuple[int, Item]]:
        """What is no part of a name."""
        return [(at, item) for at, item in enumerate(self.row.items) if at not in self._named]

    @cached_property
    def acts(self) -> list[Act]:
        free = (act for act in self.row.acts if self._named.isdisjoint(range(act.first, act.last)))
        return [act for act in free if not (act.part in _DONE and self._is_to_do(act))]

    def _is_to_do(self, act: Act) -> bool:
        """Whether somebody is to do it ("asked us to change the account") or is only said to be new: nobody asks
        whether it was done."""
        ahead = self.row.follows(act.last)
        if self.row.items[act.first].word == "new" and act.last - act.first == 1 and not ahead.apart:
            parts = lexicon().parts(ahead.word)  # "our new supplier": nothing new is asked for
            if parts and ahead.word not in KINDS and ("somebody" in parts or parts <= {"ordinary", "deal"}):
                return True
        before = self.row.items[act.first - 1].word if act.first > 1 and not self.row.items[act.first].apart else ""
        return before == "to" and not self.row.items[act.last - 1].word.endswith("s")

    @cached_property
    def parts(self) -> frozenset[str]:
        return frozenset(act.part for act in self.acts)

    def values(self, sort: Sort) -> tuple[Any, ...]:
        found = self._spans.get(sort, ())
        return tuple(dict.fromkeys(v for value in found for v in (value if type(value) is tuple else (value,))))

    @cached_property
    def _spans(self) -> dict[Sort, list[Any]]:
        found: dict[Sort, list[Any]] = {}
        for _, item in self.items:
            if item.sort is not Sort.WORD:
                found.setdefault(item.sort, []).append(item.value)
        return found

    @cached_property
    def first(self) -> frozenset[str]:
        """The parts of the first word that is no courtesy."""
        by_place: dict[int, set[str]] = {}
        for act in self.acts:
            by_place.setdefault(act.first, set()).add(act.part)
        start = min((span.first for span in self.spans), default=len(self.row.items))
        acting = (by_place[at] for at in sorted(by_place) if at <= start and by_place[at] - COURTESY)
        return frozenset(next(acting, ()))

    @cached_property
    def kinds(self) -> list[KindOfParty]:
        """Kinds of party that are asked for, the narrowest first."""
        found = [KINDS[item.word] for _, item in self.items if item.word in KINDS]
        if not found and any(
            item.sort is Sort.COUNTRY and item.value.people and folded(item.text).endswith("s")
            for _, item in self.items
        ):
            found = [KINDS["persons"]]
        return sorted(found, key=lambda kind: (kind.schema is None, not kind.words))

    @cached_property
    def terms(self) -> tuple[str, ...]:
        named = [act.part.removeprefix(TERM) for act in self.row.acts if act.part.startswith(TERM)]
        if SCORE.search(self.row.text):
            named.append("score")
        marked = [item for item in self.row.items if item.sort in (Sort.LISTS, Sort.QUOTED)]
        spans = [part for item in marked for part in _parts_of(item)]
        return tuple(dict.fromkeys([*(p.removeprefix(TERM) for p in spans if p.startswith(TERM)), *named]))

    @cached_property
    def license_number(self) -> str:
        found = LICENSE_NUMBER.search(self.row.text)
        return found["n"].upper() if found else ""


def _parts_of(item: Item) -> Iterator[str]:
    """What the words of a span do by themselves."""
    words, at = [folded(word) for word in WORD.findall(item.text)], 0
    while at < len(words):
        size, parts = lexicon().longest(words, at)
        yield from parts
        at += max(size, 1)
