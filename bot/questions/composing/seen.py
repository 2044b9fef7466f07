"""A stretch with everything that was spotted in it, and what of that tells what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.questions.composing.bounds import WANT_A_PARTY, is_abbreviation, is_place, may_be_one, with_around
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.question import Vocabulary
from bot.questions.spotting.items import Act, Item, Row, spotted
from bot.questions.spotting.kinds_of_party import KINDS, KindOfParty
from bot.questions.spotting.lexicon import TERM, WORD, folded, lexicon
from bot.questions.spotting.names import ListedNames
from bot.questions.spotting.parties import PartySpan, parties_in
from bot.questions.spotting.party_words import words
from bot.questions.spotting.sheet import Sort
from bot.questions.spotting.written import Surety
from bot.sanctions.party import Schema

# parts that ask nothing by themselves
IDLE = words(
    """
    filler ordinary smalltalk also follow only it both label nolabel head lists was what parcel
    every daily before deal okay somebody pointing wrong all
    """
)
COURTESY = frozenset(["filler", "ordinary", "smalltalk", "also", "follow", "only", "both", "label", "nolabel", "head"])
_ACTS_ON_A_PARTY = frozenset(["screen", "listed", "permission", "watch", "unwatch", "links"])
_SPANS = {
    Sort.OPTIONS: "option", Sort.PROGRAMS: "program", Sort.LISTS: "list", Sort.MEASURES: "measure", Sort.DATE: "day",
    Sort.COUNTRY: "country", Sort.NUMBER: "number", Sort.QUOTED: "quoted", Sort.ZONE: "zone", Sort.BORN: "born",
}  # fmt: skip
_LICENSE_NUMBER = re.compile(
    r"(?<!\w)(?:gl|general licen[sc]e)s?\s*(?:no\.?\s*|#\s*)?(\d{1,3}[a-z]?)(?!\w)", re.IGNORECASE
)
_PERCENT = re.compile(r"\d\s?%|\bper ?cent\b|\bpct\b|\bmajority|\bhalf[- ]owned", re.IGNORECASE)
_QUESTION = words(
    "is are was were do does did has have can could may should would will what who which when where why how whose"
)


@dataclass(frozen=True)
class Seen:
    """`parties` are the names that somebody vouches for, `plain` those that nobody does."""

    stretch: Stretch
    row: Row
    spans: tuple[PartySpan, ...]

    @classmethod
    def of(cls, stretch: Stretch, today: date, vocabulary: Vocabulary, listed: ListedNames) -> Seen:
        row = spotted(stretch.text, today, vocabulary)
        first = next((item.word for item in row.items if item.word), "")
        plural = first in ("are", "were", "neither", "both", "either") or any(
            act.part == "both" for act in row.acts[:6]
        )
        return cls(stretch, row, with_around(parties_in(row, listed, plural=plural), row))

    @cached_property
    def _names(self) -> list[PartySpan]:
        return [s for s in self.spans if not s.owner and not is_place(s, self.row, self.spans)]

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

    def is_alone(self, span: PartySpan) -> bool:
        return span.last - span.first == len(self.row.items)

    @cached_property
    def _named(self) -> set[int]:
        spans = self.spans
        return {at for span in spans for at in range(span.first, span.last)}

    @cached_property
    def items(self) -> list[tuple[int, Item]]:
        """What is no part of a name."""
        return [(at, item) for at, item in enumerate(self.row.items) if at not in self._named]

    @cached_property
    def acts(self) -> list[Act]:
        return [
            act
            for act in self.row.acts
            if not self._named & set(range(act.first, act.last)) and not (act.part in _DONE and self._is_to_do(act))
        ]

    def _is_to_do(self, act: Act) -> bool:
        """Whether somebody is to do it, so that nobody asks whether it was done: "asked us to change the account"."""
        before = self.row.items[act.first - 1].word if act.first > 1 and not self.row.items[act.first].apart else ""
        return before == "to" and not self.row.items[act.last - 1].word.endswith("s")

    @cached_property
    def parts(self) -> frozenset[str]:
        return frozenset(act.part for act in self.acts)

    def values(self, sort: Sort) -> tuple[object, ...]:
        found = (item.value for _, item in self.items if item.sort is sort)
        return tuple(dict.fromkeys(v for value in found for v in (value if type(value) is tuple else (value,))))

    @cached_property
    def first(self) -> frozenset[str]:
        """The parts of the first word that is no courtesy."""
        by_place: dict[int, set[str]] = {}
        for act in self.acts:
            by_place.setdefault(act.first, set()).add(act.part)
        start = min((span.first for span in self.spans), default=len(self.row.items))
        for at in sorted(by_place):
            if at > start:
                break
            if by_place[at] - COURTESY:
                return frozenset(by_place[at])
        return frozenset()

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
        marked = [item for item in self.row.items if item.sort in (Sort.LISTS, Sort.QUOTED)]
        spans = [part for item in marked for part in _parts_of(item)]
        return tuple(dict.fromkeys([*(p.removeprefix(TERM) for p in spans if p.startswith(TERM)), *named]))

    @cached_property
    def license_number(self) -> str:
        found = _LICENSE_NUMBER.search(self.row.text)
        return found[1].upper() if found else ""

    @property
    def is_bare(self) -> bool:
        """Whether nothing is asked but what a name or a span asks by itself."""
        return not self.parts - IDLE - {p for p in self.parts if p.startswith(TERM)}

    @property
    def is_small_talk(self) -> bool:
        spans = [item for _, item in self.items if item.sort not in (Sort.WORD,)]
        if sum(act.part == "ordinary" for act in self.acts) > 2:
            return False
        read = {at for act in self.acts for at in range(act.first, act.last)}
        strange = any(at not in read and not item.word.isdigit() for at, item in self.items if item.word)
        return (
            not spans and not self.spans and not strange and not self.parts - IDLE - _CHAT and "smalltalk" in self.parts
        )

    @property
    def wants_a_party(self) -> bool:
        """Whether a party is asked about, named or not: by words that nobody vouches for, by an act of checking, or by
        pointing at somebody ("the new one", "our supplier")."""
        if "explain" in self.parts and not self.plain:
            return False
        return bool(self.plain or self.parts & _ACTS_ON_A_PARTY or self.points_at_somebody)

    @property
    def is_bare_act(self) -> bool:
        """Whether an act of checking is all that is said: "check", "please screen"."""
        asked = any(act.part == "screen" for act in self.acts)
        return (
            asked
            and not (self.plain or self.points_at_somebody)
            and all(lexicon().parts(item.word) & {"screen", "filler"} for _, item in self.items)
        )

    @cached_property
    def points_at_somebody(self) -> bool:
        """Whether an article, a possessive or "new" leads, over known words, to a word for one who has a name."""
        pointing = these = False
        for _, item in self.items:
            parts = lexicon().parts(item.word)
            if not item.apart and ((pointing and "somebody" in parts) or (these and item.word in KINDS)):
                return True
            these = "it" in parts
            pointing = "pointing" in parts or (pointing and not item.apart)
        return False

    @cached_property
    def is_question(self) -> bool:
        first = next((item.word for item in self.row.items if item.word), "")
        return (
            self.row.text.rstrip().endswith("?") or first in _QUESTION or bool(self.first & {"explain", "permission"})
        )

    def features(self) -> frozenset[str]:
        """What `shapes` asks for."""
        return self._features

    @cached_property
    def _features(self) -> frozenset[str]:
        found = set(self.parts) | {f"do:{part}" for part in self.first}
        for sort, name in _SPANS.items():
            if values := self.values(sort):
                found |= {name, f"{name}2"} if len(values) > 1 else {name}
        if (self.parties and not self._asks_what_it_is) or (
            self.plain and WANT_A_PARTY & self.parts and not self.parts & {"policy", "explain"}
        ):
            found.add("name")
        if self.plain and not self.parties and self.values(Sort.LISTS) and self.is_question:
            found.add("name")
        if any(
            re.search(r"(?i)list|sdn|ofac|ssi|eu|uk|un", item.text) for _, item in self.items if item.sort is Sort.LISTS
        ):
            found.add("listword")
        if self.is_bare:
            found.add("bare")
        if any(item.sort is Sort.QUOTED for item in self.row.items):
            found.add("quoted")
        if self._names_a_set:
            found.add("setname")
        if self.kinds:
            found.add("kind")
        if "moved" in self.parts:
            found.add("change+")
        if self._owned:
            found |= {"links", "owned"}
        if "okay" in self.parts and self.is_question and self.parties:
            found.add("permission")
        if self.describes_a_set:
            found.add("set")
        if self.is_question:
            found.add("question")
        if "relative" in self.parts and len(self.spans) == 1:
            found.add("kin1")
        if self.points_at_somebody and not (self.parties or self.values(Sort.COUNTRY)):
            found.add("nameless")
        if any(kind.called == "oligarchs" for kind in self.kinds) and not self.describes_a_set:
            found.add("policy")  # whom a proposal would free is what such questions are about
        if self.license_number:
            found.add("gl")
        if self.terms:
            found.add("term")
        if _PERCENT.search(self.row.text):
            found.add("percent")
        return frozenset(found)

    @property
    def _asks_what_it_is(self) -> bool:
        """Whether a few capitals that no list knows are asked to be explained: "what is UKR?"."""
        return "explain" in self.first and not self.parts & WANT_A_PARTY and all(map(is_abbreviation, self.parties))

    @property
    def _names_a_set(self) -> bool:
        """Whether a name says of which set: "Wagner entities", "all Wagner companies", "all Rotenbergs"."""
        if len(self.spans) != 1:
            return False
        span, items = self.spans[0], self.row.items
        follows = items[span.last].word if span.last < len(items) and not items[span.last].apart else ""
        if follows in KINDS and "links" not in lexicon().parts(follows):
            return follows.endswith("s") or bool(self.parts & {"every", "count"})
        plural = span.subject.name.endswith("s") and span.last - span.first == 1
        return "every" in self.first and span.last == len(items) and plural

    @property
    def _owned(self) -> bool:
        """Whether what a party owns is asked for: "Deripaska's companies"."""
        items, text = self.row.items, self.row.text
        return any(
            span.last < len(items)
            and text[items[span.last - 1].end : items[span.last].start].startswith(("'s", "’s", "' "))
            and (
                items[span.last].word in KINDS
                or any(act.part == "links" and act.first == span.last for act in self.acts)
            )
            for span in self.spans
            if not span.owner
        )

    @property
    def describes_a_set(self) -> bool:
        """Whether a kind of party is described, narrowly enough to be counted."""
        if not self.kinds:
            return False
        narrow = (
            bool(self.kinds[0].schema) and (self.kinds[0].called not in _NEED_MORE or bool(self.parts & {"listed"}))
        ) or bool(self.values(Sort.COUNTRY))
        asked = (
            self.parts & {"count", "every", "listed", "screen", "who", "what", "watch"}
            or self.values(Sort.LISTS)
            or self.values(Sort.PROGRAMS)
        )
        said_alone = bool(self.values(Sort.COUNTRY)) or "parcel" in self.parts
        return narrow and bool(asked or said_alone)


_DONE = ("change", "moved", "new", "added", "removed", "amended")
_NEED_MORE = ("oligarchs", "ministers", "relatives", "persons", "companies")
_CHAT = frozenset(["who", "sure", "help", "why", "compare", "listed"])


def _parts_of(item: Item) -> Iterator[str]:
    """What the words of a span do by themselves."""
    words, at = [folded(word) for word in WORD.findall(item.text)], 0
    while at < len(words):
        size, parts = lexicon().longest(words, at)
        yield from parts
        at += max(size, 1)


def schema_of(seen: Seen) -> Schema | None:
    return next((kind.schema for kind in seen.kinds if kind.schema), None)
