"""What of that which stands in a stretch tells what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from bot.questions.ask import Kind, Subject
from bot.questions.composing.acting import is_asked_for
from bot.questions.composing.around import is_abbreviation
from bot.questions.composing.contents import TOLD, Contents, kept
from bot.questions.data import table, text_of, words
from bot.questions.spotting.items import LICENSE_NUMBER
from bot.questions.spotting.lexicon import KINDS, TERM, is_given, lexicon, sets
from bot.questions.spotting.sheet import Act, PartySpan, Sort, covered
from bot.sanctions.party import Schema

_PLURAL = ("s", "people")
_POINTING = {"pointing", "somebody", "screen", "filler", "it"}
_SPANS = {Sort[sort]: name for sort, name in table("parts")["spans"].items()}


@dataclass(frozen=True)
class Seen(Contents):
    """A stretch with everything that was spotted in it, and what it asks for."""

    @kept
    def denies(self) -> bool:
        return any(item.word in sets.DENYING for item in self.row.items)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is asked but what a name or a span asks by itself."""
        return not self.parts - sets.IDLE - {p for p in self.parts if p.startswith(TERM)}

    @kept
    def is_small_talk(self) -> bool:
        asks = bool({"deal", "listed"} & self.parts) if self.kinds else "deal" in self.parts
        dealing = asks and self.is_question  # "Mir payment system ok?"
        counted = self.describes_a_set and self.denies  # vessels with no operator
        if "smalltalk" not in self.parts or dealing or counted or not self.parts <= sets.IDLE | sets.CHAT:
            return False
        read = covered(self.acts)
        others = [item.word for at, item in self.items if item.word and at not in read and not item.word.isdigit()]
        strange = len(others) > 2 or not all(map(lexicon().knows, others))
        if self.spans and not self.is_question and self.parts <= sets.IDLE and self.by_sort.keys() <= {Sort.LISTS}:
            # "thanks Maria", "it's Oleg from treasury, good morning"; no "sorry, I meant Oleg"
            given = all(s.last - s.first == 1 and is_given(self.row.items[s.first].word) for s in self.spans)
            return given and "meant" not in self.parts
        return not (self.by_sort or self.spans or strange or self.points_at_somebody)

    @property
    def may_be_a_name(self) -> bool:
        """Whether it is no more than a few words in capitals, which ask nothing: "Apple", "Visa?", "Also Siemens."."""
        led = next((at for at, parts in enumerate(self.row.parts) if not parts & {"also", "follow"}), 0)
        items = self.row.items[led:]
        return 0 < len(items) < 4 and all(i.word and i.capital and not lexicon().plays(i.word) for i in items)

    @property
    def wants_a_party(self) -> bool:
        """Whether a party is asked about, named or not: by words that nobody vouches for, by an act of checking, or by
        pointing at somebody ("the new one", "our supplier")."""
        return bool(self.plain or self.parts & sets.ACTS_ON_A_PARTY or self.points_at_somebody)

    @property
    def is_bare_act(self) -> bool:
        """Whether an act of checking is all that is said: "check", "please screen"."""
        known = all(lexicon().parts(item.word) & {"screen", "filler"} for _, item in self.items)
        return known and "screen" in self.parts and not (self.plain or self.points_at_somebody)

    @kept
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

    @kept
    def is_question(self) -> bool:
        words = [item.word for item in self.row.items if item.word]
        led = zip(self.row.items, self.row.parts, strict=True)
        then = next((item.word for item, parts in led if item.word and not parts & sets.LEADING), "")  # and how was it
        begins = not sets.QUESTIONS.isdisjoint((*words[:1], then)) or self.first & {"explain", "permission"}
        marked = begins or self.row.text.rstrip().endswith("?")
        return bool(marked or TOLD["tagged"].search(self.row.text))

    @property
    def has_to_be_checked(self) -> bool:
        """Whether an act of checking, or a tie, stands at an end of the stretch or beside a name, whatever points at it
        between: "we need a check of the new client Borsalino", but no "the printer does not match the driver of X"."""
        names = sorted(covered(self._names))
        if names and {"screen", "it"} <= self.parts:  # a fishing boat from Hull, anything on her
            return True
        return any(act.part in ("screen", "links") and self._is_near(act, names) for act in self.acts if names)

    def _is_near(self, act: Act, names: Sequence[int]) -> bool:
        behind = max((at for at in names if at < act.first), default=0)
        between = [range(behind + 1, act.first), *(range(act.last, at) for at in names if at >= act.last)][:2]
        return act.first == 0 or act.last == len(self.row.items) or any(all(map(self._points, b)) for b in between)

    def _points(self, at: int) -> bool:
        return bool(self.row.parts[at] & _POINTING) or self.row.items[at].word in sets.LINKING

    @kept
    def features(self) -> frozenset[str]:
        """What `shapes` asks for."""
        found = set(self.parts) | {f"do:{part}" for part in self.first}
        for sort in self.by_sort:
            if (name := _SPANS.get(sort)) and (values := self.values(sort)):
                found |= {name, f"{name}2"} if len(values) > 1 else {name}
        found |= self.marks | {name for name, is_there in self._signs() if is_there}
        return _with_told(frozenset(found))

    def _signs(self) -> Iterator[tuple[str, object]]:
        """What is told by more than one word or span, and what names say."""
        yield "party", self.parties
        yield "party2", len(self.parties) > 1
        yield "abbreviated", self.parties and all(is_abbreviation(one) or self._is_term(one) for one in self.parties)
        yield "plain", self.plain
        lists = [item.text for _, item in self.items if not item.word and item.sort is Sort.LISTS]
        yield "listword", any(map(TOLD["list_word"].search, lists))
        yield "acronym", any(lists) and not any(" " in said for said in lists)
        yield "bare", self.is_bare
        yield "denied", self.denies
        yield "if", self.row.items and self.row.items[0].word in sets.SUPPOSING
        yield "article", any(item.word in sets.BARE_ARTICLES for _, item in self.items)
        yield "coded", self.parties and all(_is_code(span.subject) for span in self.parties)
        yield "quoted", any(not item.word and item.sort is Sort.QUOTED for item in self.row.items)
        yield "setname", self._names_a_set()
        yield "kind", self.kinds
        yield "its_set", self._has_a_set()
        yield "owned", self._owns()
        yield "goods", any(act.part in sets.FREEING and self._is_of_goods(act) for act in self.row.acts)
        yield "set", self.describes_a_set
        yield "question", self.is_question
        yield "unasked", self.is_unasked
        called = "relative" in self.parts and len(self.spans) == 1 and self._names_relative
        yield "called", called
        yield "kin1", "relative" in self.parts and len(self.spans) == 1 and not called
        country = any(not value.people for value in self.by_sort.get(Sort.COUNTRY, ()))
        several = self.values(Sort.PROGRAMS) and any(
            i.word in KINDS and i.word.endswith(_PLURAL) for _, i in self.items
        )
        yield "nameless", self.points_at_somebody and not (self.parties or country or several)  # the people under X
        yield "oligarchs", any(kind.called == "oligarchs" for kind in self.kinds)
        yield "kin", len(self.spans) > 1 and {"relative", "it"} <= self.parts  # X + his wife Y
        asks_what = "what" in lexicon().parts(self.row.item(0).word)
        who = covered([*self.spans[:1], *(act for act in self.acts if act.part == "actor")])
        says = [at for at in who if self.row.item(at + 1).word in sets.SAYS]
        claims = self.row.item(2).word == "that" or "claim" in self.marks
        yield "says", says and (asks_what or (says[0] == 0 and claims))
        yield "numbered", LICENSE_NUMBER.search(self.row.text)
        yield "acted", self.row.item(0).sort in (Sort.LISTS, Sort.COUNTRY) and not self.row.item(1).apart
        yield "term", self.terms
        yield "term2", len(self.terms) > 1

    @property
    def _names_relative(self) -> bool:
        """Whether the name is the relative's: "my client's father, his name is X", "his brother Boris"."""
        at = self.spans[0].first
        last = max(act.last for act in self.acts if act.part == "relative")
        called = last <= at and (self.row.item(at - 1).word in sets.CALLED or self.row.items[at].after_comma)
        whose = {"pointing", "it"} & lexicon().parts(self.row.item(last - 2).word)
        return called or (last == at and not self.row.items[at].apart and bool(whose))

    def _is_term(self, span: PartySpan) -> bool:
        return any(
            act.part.startswith(TERM) and (act.first, act.last) == (span.first, span.last) for act in self.row.acts
        )

    @property
    def is_unasked(self) -> bool:
        """Whether what would change what is watched is told of and not asked for: "who put X on my watch list?"."""
        changing = [act for act in self.acts if act.part in sets.CHANGING_WATCHES]
        return bool(changing) and not is_asked_for(changing[0], self.row, self.named)

    @property
    def changes_no_watch(self) -> bool:
        """Whether what is watched is spoken of, or a party is to be let go, and nobody asks to change a watch."""
        spoken_of = self.speaks_of_watching or ("watches" in self.parts and self.is_unasked)
        asks = self.is_question or self.parts & sets.OF_A_CHECK or len(self.named) == len(self.row.items)
        return spoken_of or bool("lets_go" in self.marks and self.parties and not asks)

    def _names_a_set(self) -> bool:
        """Whether a name says of which set: "Wagner entities", "all Wagner companies", "all Rotenbergs"."""
        if len(self.spans) != 1:
            return False
        span, items = self.spans[0], self.row.items
        if self._is_of_it(span.first):
            return True
        follows = self.row.follows(span.last).word
        if follows in KINDS and "links" not in lexicon().parts(follows):
            return follows.endswith("s") or bool(self.parts & {"every", "count"})
        plural = span.subject.name.endswith("s") and span.last - span.first == 1
        return "every" in self.first and span.last == len(items) and plural

    def _has_a_set(self) -> bool:
        """Whether what a party has is asked for: "how many vessels of Sovcomflot"."""
        at = self.spans[0].first if len(self.spans) == 1 else 0
        kind = KINDS.get(self.row.item(at - 2).word) if at > 1 and self.row.item(at - 1).word in ("of", "von") else None
        return kind is not None and kind.schema is not Schema.PERSON and self.row.item(at - 2).word.endswith("s")

    def _is_of_it(self, at: int) -> bool:
        """Whether persons of it are asked for: "members of the Duma", "who in the Duma"."""
        before = [item.word for item in self.row.items[max(0, at - 3) : at] if item.word != "the"][-2:]
        led = len(before) == 2 and before[1] in sets.AMONG
        kind = KINDS.get(before[0]) if led and before[0].endswith("s") else None
        return (led and before[0] == "who") or (kind is not None and kind.schema is Schema.PERSON)

    def _owns(self) -> bool:
        """Whether what a party owns is asked for: "Deripaska's companies"."""
        linked = {act.first for act in self.acts if act.part == "links"}
        ends = [s.last for s in self._names if s.last in linked or self.row.item(s.last).word in KINDS]
        return any(self.row.before(at).startswith(("'s", "’s", "' ")) for at in ends)

    @kept
    def describes_a_set(self) -> bool:
        """Whether a kind of party is described, narrowly enough to be counted."""
        if not self.kinds or any(":" in self.row.before(span.first) for span in self.parties):  # banks: X; Y
            return False
        kind, country = self.kinds[0], bool(self.values(Sort.COUNTRY))
        within = self.values(Sort.LISTS) or self.values(Sort.PROGRAMS)
        typed = (
            kind.schema
            and kind.called not in sets.NEVER_ALONE
            and (kind.called not in sets.NEED_MORE or {"listed", "parcel"} & self.parts or within)
        )
        asked = self.parts & {"count", "every", "listed", "screen", "who", "what", "watch", "parcel"}
        alone = len(self.row.items) == 1 and self.row.items[0].word.endswith("s")  # helicopters
        led = self.row.items[0].word in KINDS  # aircraft linked to X, vessels with no operator
        alone = alone or (led and bool(self.denies or {"links", "without"} & self.parts))
        return country or bool(typed and (asked or alone or within))


def _is_code(subject: Subject) -> bool:
    """Whether it is no more than a code of a firm, so that who has it is asked: a BIC, a tax number; not of a ship."""
    numbers = subject.identifiers
    ends = tuple(map(str.casefold, numbers.values()))
    return not numbers.keys() & {"imo", "mmsi"} and subject.name.casefold().endswith(ends)


class Shape(NamedTuple):
    """A line of a table: what it tells of a stretch, what must be there, one of each set, and what must not."""

    tells: str
    needs: tuple[frozenset[str], ...]
    without: frozenset[str]

    def fits(self, features: Set[str]) -> bool:
        return self.without.isdisjoint(features) and not any(need.isdisjoint(features) for need in self.needs)


@cache
def shapes(file: str) -> tuple[Shape, ...]:
    lines = (line.split("|") for line in text_of(file).splitlines() if not line.startswith("#"))
    needed = ((told, tuple(frozenset(need.split("/")) for need in needs.split()), no) for told, needs, no, *_ in lines)
    return tuple(Shape(told.strip(), needs, words(without)) for told, needs, without in needed)


@lru_cache(maxsize=4_000)
def _with_told(features: frozenset[str]) -> frozenset[str]:
    """The features and what follows from them, one after the other."""
    found = set(features)
    for both in shapes("features.txt"):
        if both.fits(found):
            found.add(both.tells)
    return frozenset(found)


@lru_cache(maxsize=4_000)
def kind_of(features: frozenset[str]) -> Kind | None:
    """The kind of the first shape that fits; None where none does."""
    return next((Kind(shape.tells) for shape in shapes("shapes.txt") if shape.fits(features)), None)
