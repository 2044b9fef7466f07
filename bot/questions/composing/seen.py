"""What of that which stands in a stretch tells what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.questions.ask import Subject
from bot.questions.composing.acting import is_asked_for, is_of_office
from bot.questions.composing.contents import TOLD, Contents
from bot.questions.composing.shapes import with_told
from bot.questions.composing.within import town_in
from bot.questions.data import patterns, table
from bot.questions.kept import kept
from bot.questions.spotting.beside import is_abbreviation
from bot.questions.spotting.items import LICENSE_NUMBER
from bot.questions.spotting.lexicon import KINDS, TERM, KindOfParty, folded, is_given, lexicon, sets, spellings
from bot.questions.spotting.sheet import Act, Sort, Surety, covered
from bot.sanctions.party import Schema

# the bot, and who acts: not an act that is asked for; what sounds as one and asks for an answer now
SPOKEN_OF, WARNS = (patterns("acting")[name] for name in ("spoken_of", "warns"))
_SPANS = {Sort[sort]: name for sort, name in table("parts")["spans"].items()}


@dataclass(frozen=True)
class Seen(Contents):
    """A stretch with everything that was spotted in it, and what it asks for."""

    @kept
    def denies(self) -> bool:
        return not sets.DENYING.isdisjoint(self.row.words)

    @kept
    def is_bare(self) -> bool:
        """Whether nothing is asked but what a name or a span asks by itself."""
        return all(part.startswith(TERM) for part in self.parts - sets.IDLE)

    @kept
    def is_small_talk(self) -> bool:
        if "smalltalk" not in self.parts or "schedule" in self.marks or not self.parts <= sets.IDLE | sets.CHAT:
            return False
        asks = self.is_question or sets.PLEADING & self.row.words
        dealing = asks and ("deal" in self.parts or (self.kinds and "listed" in self.parts))
        if dealing or ("set" in self.features and self.denies):
            return False  # "Mir payment system ok?", vessels with no operator
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
        """Whether a party is asked about: by words that nobody knows, an act of checking, or "the new one"."""
        return bool(self.plain or self.parts & sets.ACTS_ON_A_PARTY or self.points_at_somebody)

    @property
    def is_about_nobody(self) -> bool:
        """Whether an everyday word is asked about, or is all before a semicolon: "check wagner", "wagner; stan"."""
        parts = [*self.row.parts[-2:]]
        asked = len(parts) == 1 and self.row.text.endswith(";")
        led = {"screen", "listed"} if ":" in self.row.text else {"screen"}  # not sanctioned: dan
        asked = asked or any(each & led for each in parts[:-1])
        word = self.row.items[-1].word if parts and parts[-1] <= {"ordinary"} else ""
        return asked and not self.spans and bool(word) and word not in KINDS

    @property
    def is_bare_act(self) -> bool:
        """Whether an act of checking is all that is said: "check", "please screen"."""
        known = all(lexicon().parts(item.word) & {"screen", "filler"} for _, item in self.items)
        return known and "screen" in self.parts and not self.points_at_somebody

    @property
    def points_back(self) -> bool:
        """Whether it says "it", "they" or, without a name, "both": whom or what was spoken of before."""
        return "it" in self.parts or (not self.spans and ("both" in self.parts or self.several is not None))

    @kept
    def several(self) -> re.Match[str] | None:
        """What says how many of those who were spoken of are meant: "both of them", "the three"."""
        return TOLD["several"].search(self.row.text)

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
        led = zip(self.row.items, self.row.parts, strict=True)
        words = [(item.word, parts) for item, parts in led if item.word]
        then = next((word for word, parts in words if not parts & sets.LEADING), "")  # and how was it
        begins = not sets.QUESTIONS.isdisjoint((words[0][0] if words else "", then))
        if ":" in self.row.text and not begins:  # one thing: is X ...
            asking = (at for at, item in enumerate(self.row.items) if item.word in sets.QUESTIONS)
            begins = any(":" in self.row.before(at) for at in asking)
        asks = begins or self.row.text.rstrip().endswith("?") or self.first & {"explain", "permission"}
        return bool(asks or TOLD["tagged"].search(self.row.text))

    @property
    def has_to_be_checked(self) -> bool:
        """Whether an act of checking, or a tie, ends the stretch or stands by a name, pointers between: "we need a
        check of the new client Borsalino", but no "the printer does not match the driver of X"."""
        names = sorted(covered(self._names))
        checks = [act for act in self.acts if act.part in ("screen", "links")] if names else []
        # a fishing boat from Hull, anything on her
        return bool(names and {"screen", "it"} <= self.parts) or any(self._is_near(act, names) for act in checks)

    def _is_near(self, act: Act, names: Sequence[int]) -> bool:
        behind = max((at for at in names if at < act.first), default=0)
        between = [range(behind + 1, act.first), *(range(act.last, at) for at in names if at >= act.last)][:2]
        pointed_at = any(all(self.row.parts[at] & sets.POINTING_AT for at in each) for each in between)
        return act.last == len(self.row.items) or pointed_at

    @kept
    def town(self) -> range:
        """The items of a town in small letters within which a set may be."""
        return town_in(self)

    @kept
    def features(self) -> frozenset[str]:
        """What `shapes` asks for."""
        found = set(self.parts) | {f"do:{part}" for part in self.first}
        for sort in self.by_sort:
            if name := _SPANS.get(sort):
                found |= {name, f"{name}2"} if len(self.values(sort)) > 1 else {name}
        return with_told(frozenset(found | self.marks | {name for name, is_there in self._signs() if is_there}))

    def _signs(self) -> Iterator[tuple[str, object]]:
        """What is told by more than one word or span, and what names say."""
        row, parties = self.row, self.parties
        if parties:
            yield "party", True
            yield "party2", len(parties) > 1
            yield "of_actors", all(span.place and "actor" in row.parts[span.first] for span in parties)  # Moscow
            yield "sure", any(span.is_no_place for span in parties)
            yield "abbreviated", all(map(is_abbreviation, parties))
            yield "coded", all(_is_code(span.subject) for span in parties)
            yield "series", ":" in row.text and any(":" in row.before(span.first) for span in parties)  # banks: X; Y
            yield "but", any(row.item(span.first - 1).word in sets.EXCEPTING for span in parties)
        yield "one", len(self.spans) == 1
        yield "several", len(self.spans) > 1
        yield "plain", self.plain
        if Sort.LISTS in self.by_sort:
            lists = [item.text for _, item in self.items if item.sort is Sort.LISTS]
            yield "listword", any(map(TOLD["list_word"].search, lists))
            yield "acronym", not any(" " in said for said in lists)
        yield "acted", row.item(0).sort in (Sort.LISTS, Sort.COUNTRY) and not row.item(1).apart
        yield "quoted", Sort.QUOTED in [item.sort for item in row.items]
        yield "land", any(not value.people for value in self.by_sort.get(Sort.COUNTRY, ()))
        yield "bare", self.is_bare
        yield "denied", self.denies
        yield "if", row.item(0).word in sets.SUPPOSING
        yield "article", not sets.BARE_ARTICLES.isdisjoint([item.word for _, item in self.items])
        yield "question", self.is_question
        yield "pointed", self.points_at_somebody
        freeing = (act for act in row.acts if act.part in sets.FREEING) if sets.FREEING & row.plays else ()
        yield "goods", any(map(self._is_of_goods, freeing))
        changing = next((act for act in self.acts if act.part in sets.CHANGING_WATCHES), None)
        yield "unasked", changing and not is_asked_for(changing, row, self.named)
        yield "numbered", LICENSE_NUMBER.search(row.text)
        if sets.SAYS & self.row.words:
            who = covered([*self.spans[:1], *(act for act in self.acts if act.part == "actor")])
            led = row.item(2).word == "that" or "what" in lexicon().parts(row.item(0).word)  # Lavrov says that ...
            said = any(row.item(at + 1).word in sets.SAYS for at in who)
            yield "says", said and (led or "claim" in self.marks)
        yield "term", self.terms
        yield "term2", len(self.terms) > 1
        yield from self._signs_of_sets()

    def _signs_of_sets(self) -> Iterator[tuple[str, object]]:
        """What is told of relatives, of kinds of party and of whose they are."""
        kinds = self.kinds
        if "relative" in self.parts:
            yield "related", self._is_related
            yield "its_name", self.spans and self._names_relative
        if "office" in self.parts and self.spans:
            yield "officer", any(is_of_office(act, self.row, self.spans[0], self._ties) for act in self.acts)
        if kinds:
            yield "kind", True
            yield "oligarchs", any(kind.called == "oligarchs" for kind in kinds)
            typed = kinds[0].schema or kinds[0].nearest
            yield "typed", typed and kinds[0].called not in sets.NEED_MORE
            yield "vague", typed and kinds[0].called in sets.NEED_MORE
        yield "town", (kinds or {"who", "count", "every"} & self.parts) and self.town
        yield "listing", self._lists_a_kind()
        whose = self._whose()
        yield "its_set", whose and whose.schema is not Schema.PERSON
        yield "setname", (whose and whose.schema is Schema.PERSON) or self._names_a_set()
        yield "owned", self._owns()

    @property
    def _is_related(self) -> bool:
        """Whether the relative is the name's ("X's daughter", "the wife of X") or of who was spoken of; not of who asks
        ("my wife works at X"), nor one who did something ("the father sat on the board of X")."""
        for act in (act for act in self.acts if act.part == "relative"):
            between = [range(act.last, span.first) for span in self.spans]  # nothing, where the name stands before
            own = self.row.item(act.first - 1).word in sets.OURS
            if not own and (not between or any(all(map(self._ties, each)) for each in between)):
                return True
        return False

    @property
    def is_titled(self) -> bool:
        """Whether it is a name and an office behind a comma: "X, deputy chief of staff"."""
        last = self.spans[0].last if self.spans and self.spans[0].first == 0 else len(self.row.items)
        return self.row.item(last).after_comma and "office" in self.parts

    def _ties(self, at: int) -> bool:
        item = self.row.items[at]
        return item.word in sets.OF_GRAMMAR or bool(self.row.parts[at] & {"listed", "also", "pointing"})

    @property
    def _names_relative(self) -> bool:
        """Whether the name is the relative's: "my client's father, his name is X", "his brother Boris"; and a full or a
        listed one, whatever stands before the word: "her ex husband X", and no "сын Игоря Сечина"."""
        name, at = self.spans[0], self.spans[0].first
        last = max(act.last for act in self.acts if act.part == "relative")
        called = last <= at and (self.row.item(at - 1).word in sets.CALLED or self.row.items[at].after_comma)
        whose = any({"pointing", "it"} & lexicon().parts(item.word) for item in self.row.items[max(0, last - 3) : last])
        first, *more = name.subject.name.split()
        full = (more or name.surety >= Surety.LISTED) and (len(spellings(first)) < 2 or is_given(folded(first)))
        return called or (last == at and bool(full or whose) and self.row.item(at - 1).word not in sets.LINKING)

    @kept
    def changes_no_watch(self) -> bool:
        """Whether what is watched is spoken of, or a party is to be let go, and nobody asks to change a watch."""
        acts = [act for act in self.row.acts if act.part in sets.ON_WATCHES]
        told = any(self.named.isdisjoint(range(a.first, a.last)) and not self._as_asked(a) for a in acts)
        told = told or {"watch", "it"} <= self.parts  # before checking X, watch it
        unasked = not self.parts.isdisjoint(sets.CHANGING_WATCHES) and {"watches", "unasked"} <= self.features
        if unasked or (told and SPOKEN_OF.search(self.row.text)) or (acts and WARNS.match(self.row.text)):
            return True
        wished, whole = self.marks & {"to_be_told", "lets_go"}, len(self.named) == len(self.row.items)
        asks = wished == {"lets_go"} and (whole or self.is_question or self.parts & sets.OF_A_CHECK)
        return bool(wished and not asks and (self.parties or self.points_back or self.pick))

    def _names_a_set(self) -> bool:
        """Whether a name says of which set: "Wagner entities", "all Rotenbergs"; or where: "who is listed in Vaduz"."""
        span = self.spans[0] if len(self.spans) == 1 else None
        if span is None:
            return False
        if self.is_of_a_place(span) and (self.kinds or {"who", "every"} & self.first):
            located = self.row.item(span.first - 2).word in sets.PLACING
            return located or "listed" in self.parts or Sort.LISTS in self.by_sort
        follows = self.row.follows(span.last).word
        if follows in KINDS and "links" not in lexicon().parts(follows):
            return follows.endswith("s") or bool(self.parts & {"every", "count"})
        plural = span.subject.name.endswith("s") and span.last - span.first == 1
        return "every" in self.first and span.last == len(self.row.items) and plural

    def _whose(self) -> KindOfParty | None:
        """The kind of those whom a name says whose they are: "how many vessels of Sovcomflot", "members of the Duma",
        "who in the Duma"."""
        at = self.spans[0].first if len(self.spans) == 1 else 0
        before = [item.word for item in self.row.items[max(0, at - 3) : at] if item.word != "the"][-2:]
        if len(before) < 2 or before[1] not in sets.AMONG:
            return None
        several = before[0].endswith("s") or "every" in lexicon().parts(self.row.item(at - 3).word)  # every aircraft of
        return KINDS.get("persons" if before[0] == "who" else before[0] if several else "")

    def _owns(self) -> bool:
        """Whether what a party owns is asked for: "Deripaska's companies"."""
        if "'" not in self.row.text:
            return False
        linked = {act.first for act in self.acts if act.part == "links"}
        told = {s.first for s in self._names if s.first in self.ending and self.row.items[s.first].after_comma}
        # Nirvana, Potanin's yacht; Sherri's bank Aurora
        names = [s for s in self._names if s.first not in told and s.last + 1 not in self.starting]
        ends = [s.last for s in names if s.last in linked or self.row.item(s.last).word in KINDS]
        return any(self.row.before(at).startswith(("'s", "' ")) for at in ends)

    def _lists_a_kind(self) -> bool:
        """Whether a kind of party leads or is all that is said: "helicopters", "vessels with no operator"."""
        first = self.row.item(0).word
        narrowed = (self.denies or {"links", "without"} & self.parts) and self.row.item(1).word not in sets.BE
        return first in KINDS and (bool(narrowed) or (len(self.row.items) == 1 and first.endswith("s")))


def _is_code(subject: Subject) -> bool:
    """Whether it is no more than a code of a firm, so that who has it is asked: a BIC, a tax number; not of a ship."""
    numbers = subject.identifiers
    ends = tuple(map(str.casefold, numbers.values()))
    return not numbers.keys() & {"imo", "mmsi"} and subject.name.casefold().endswith(ends)
