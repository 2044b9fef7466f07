"""A sentence of several asks, parted: "is X listed, Y freed under B, and what's the price cap?", "A for X, B for Y"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.questions.ask import Ask, Kind, Subject
from bot.questions.composing.acting import ENDS, fits
from bot.questions.composing.ask import ask_of
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.spotting.days import is_of_calendar
from bot.questions.spotting.items import LICENSE_NUMBER
from bot.questions.spotting.lexicon import KINDS, folded, is_given, sets
from bot.questions.spotting.places import is_town
from bot.questions.spotting.sheet import PartySpan, Sort, Surety, covered

_THINGS = {Sort.OPTIONS, Sort.MEASURES, Sort.LICENSE}  # that are asked about by themselves
_OF_A_THING = 4  # words of what is asked about: "the price cap"
MOST = 12  # asks of one sentence: more are one text over and over
_OF_ONE = {*sets.ON_WATCHES, "suppose"}
_Part = tuple[int, int]  # its items: the first, and the one behind the last


def asks_apart(seen: Seen, read: Callable[[Stretch], Seen], keys: Sequence[str], today: date) -> list[Seen]:
    """The parts of a stretch that commas and "and" part, where each asks something by itself of what it names, and not
    all the same; else the stretch. `read` spots what stands in a part, `keys` are those of options."""
    if seen.row.plays >= sets.ON_WATCHES and (texts := _watches_apart(seen)):
        return [read(Stretch(text, seen.stretch.frame)) for text in texts]
    apart = Parted(seen, frozenset(keys))
    if seen.stretch.frame not in (Frame.PROSE, Frame.ITEM) or not apart.may_be:
        return [seen]
    texts = apart.texts()
    if not 1 < len(texts) <= MOST:
        return [seen]
    every = [read(Stretch(text, seen.stretch.frame)) for text in texts]
    every = [replace(each, spans=tuple(span for span in each.spans if _is_of(span, seen))) for each in every]
    asks = [ask_of(each, today) for each in every]
    if not all(ask and ask.kind is not Kind.HELP for ask in asks) or len({_asked(ask) for ask in asks if ask}) < 2:
        return [seen]
    return [replace(every[0], doubtful=seen.doubtful), *every[1:]]


def _watches_apart(seen: Seen) -> list[str]:
    """The acts on watches of a stretch by themselves, where one begins and another ends, each for somebody of its own:
    "watch X, unwatch Y". None where anything but a courtesy stands before an act, or it leaves somebody alone."""
    row, named, begins = seen.row, seen.named, [0]
    acts = sorted({act.first for act in row.acts if act.part in sets.ON_WATCHES} - named)
    senses = {act.part for act in row.acts if act.first in acts and act.part in sets.ON_WATCHES}
    if len(senses) < 2 or not 1 < len(acts) <= MOST or seen.is_question or acts[0] not in {a.first for a in seen.acts}:
        return []
    for before, at, end in zip(acts, acts[1:], [*acts[2:], len(row.items)], strict=False):
        last = max((name for name in named if before < name < at), default=0)
        then = min((name for name in named if at < name < end), default=0)
        begin = next((i for i in range(last + 1, at) if ENDS.search(row.before(i))), at)
        idle = all(row.parts[i] & sets.IDLE or row.items[i].word in sets.DENYING for i in range(begin, at))
        if not (last and then and idle) or fits("left_alone", row, last + 1, then):
            return []
        begins.append(begin)
    ends = [*(row.items[at].start for at in begins[1:]), len(row.text)]
    return [row.text[row.items[at].start : end].rstrip(" ,;-") for at, end in zip(begins, ends, strict=True)]


def headed(every: list[Seen], read: Callable[[Stretch], Seen]) -> list[Seen]:
    """The stretches of a message with an act of checking or watching apart from the listed name behind it, where it
    leads lines of names alone: "Watch Alrosa", "- Severstal", "- Polyus"."""
    first, rest = every[0], every[1:]
    idle = next((at for at, parts in enumerate(first.row.parts) if "filler" not in parts), 0)  # a courtesy leads
    act = next((act for act in first.row.acts if act.part in sets.OF_EACH and act.first <= idle), None)
    own = [seen for seen in rest if seen.stretch.frame is not Frame.AROUND]
    names = [seen for seen in own if seen.stretch.frame is Frame.ITEM and seen.is_bare and seen.spans]
    if not act or act.last == len(first.row.items) or not names or not all(s in names or s.is_small_talk for s in own):
        return every
    start, text = first.row.items[act.last].start, first.row.text
    if ":" in text or "?" in "".join(seen.row.text for seen in (first, *names)):
        return every
    named = read(Stretch(text[start:], Frame.ITEM))
    whole = named.is_bare and named.has_listed and covered(named.spans) >= {*range(len(named.row.items))}
    return [read(Stretch(f"{text[:start].rstrip()}:", Frame.PROSE)), named, *rest] if whole else every


def with_series(every: Sequence[Seen]) -> list[Seen]:
    """The stretches, a capital word by itself as a name behind one and a semicolon: "Mahan Air; Lufthansa"."""
    found = list[Seen]()
    for seen in every:
        word, led = seen.row.text.strip(" ;"), found and found[-1].spans and found[-1].row.text.endswith(";")
        other = seen.spans or is_given(folded(word)) or is_town(word) or is_of_calendar(folded(word))
        if led and not other and seen.may_be_a_name:
            seen = replace(seen, spans=(PartySpan(0, len(seen.row.items), Subject(word), Surety.CAPITALS),))
        found.append(seen)
    return found


def _is_of(span: PartySpan, seen: Seen) -> bool:
    """Whether a name of a part is one of the whole stretch, where some were found to be none."""
    name = span.subject.name
    return any(name in kept.subject.name or kept.subject.name in name for kept in seen.spans)


def _asked(ask: Ask) -> tuple[object, ...]:
    """What is asked, of whomever."""
    return (ask.kind, ask.options, ask.measures, ask.licenses, ask.period, ask.terms)


@dataclass(frozen=True)
class Parted:
    """A stretch in parts."""

    seen: Seen
    keys: frozenset[str]

    @property
    def may_be(self) -> bool:
        """Whether it may ask several things: no watch, and nothing under a condition that leads."""
        seen, row = self.seen, self.seen.row
        if not seen.parts.isdisjoint(_OF_ONE) or row.item(0).word in sets.SUPPOSING:
            return False
        things = seen.by_sort.keys() & _THINGS | ({Sort.LICENSE} if LICENSE_NUMBER.search(row.text) else set())
        if not (len(seen.spans) + len(things) > 1 or "it" in seen.parts or seen.kinds):
            return False
        keys = [*seen.values(Sort.OPTIONS), *(at for at in range(len(row.items)) if self._is_key(at))]
        return len({*(seen.parts - sets.IDLE), *things, *keys}) > 1 or len(seen.by_sort.get(Sort.DATE, ())) > 1

    def texts(self) -> list[str]:
        every: list[list[_Part]] = []
        for part in self._between():
            if every and self._begins(every[-1], part):
                every.append([part])
            else:
                every = [*every[:-1], [*every[-1], part]] if every else [[part]]
        return [self._text(run[0][0], run[-1][1]) for run in every]

    def _between(self) -> Iterator[_Part]:
        """What stands between commas, and between them and "and"."""
        row, begin = self.seen.row, 0
        inside = covered([*self.seen.spans, *row.acts]) - {each.first for each in self.seen.spans}
        inside -= {act.first for act in row.acts}
        for at in range(1, len(row.items)):
            joins, comma = row.items[at].word in sets.BEFORE_AN_ASK, not {",", ";"}.isdisjoint(row.before(at))
            if at not in inside and (joins or comma):
                if at > begin:
                    yield begin, at
                begin = at + joins
        if begin < len(row.items):
            yield begin, len(row.items)

    def _begins(self, before: Sequence[_Part], part: _Part) -> bool:
        """Whether a new ask begins with a part: it asks something of what it names, as did what stands before. A name
        alone before one that begins with a name is of that."""
        row, (first, last) = self.seen.row, part
        leans = row.items[first].word in sets.SUPPOSING | sets.EITHER | sets.DENYING or "without" in row.parts[first]
        # would be
        leans = leans or (row.items[first].word in sets.ASKING_VERBS and row.item(first + 1).word in sets.BE)
        named = any(first <= span.first < last for span in self.seen.spans)
        compares = any(act.part == "compare" and act.first in range(*before[-1]) for act in self.seen.acts)
        points = any("it" in row.parts[at] or row.items[at].word in sets.OF_THEM for at in range(first, last))
        leans = leans or (compares and points and not self._things(part))  # compare A and B, and say whether either ...
        leans = leans or (points and len(before) == 1 and self._is_thing(before[0]))  # GL 13, is it in force
        joined = (compares or not named) and self._things(part) & self._things(before[-1])  # compare A and B
        asks = not (leans or joined) and self._asks(part) and any(map(self._asks, before))
        return asks and (self._asks(before[-1]) or first not in self.seen.starting)

    def _is_thing(self, part: _Part) -> bool:
        """Whether no more than a thing is named: "GL 13", "option B"."""
        words = {item.word for item in self.seen.row.items[slice(*part)]}
        named = self._things(part) or LICENSE_NUMBER.fullmatch(self._text(*part))
        return bool(named) and part[1] - part[0] < _OF_A_THING and words.isdisjoint(sets.QUESTIONS)

    def _things(self, part: _Part) -> set[Sort]:
        return {self.seen.row.items[at].sort for at in range(*part)} & _THINGS

    def _asks(self, part: _Part) -> bool:
        row, inside = self.seen.row, range(*part)
        sorts = {item.sort for at, item in self.seen.items if at in inside}
        parts = {act.part for act in self.seen.acts if act.first in inside}
        listed_kind = "listed" in parts and any(row.items[at].word in KINDS for at in inside)
        named = listed_kind or any(span.first in inside for span in self.seen.spans)
        acts = not parts.isdisjoint(sets.ASKS_APART)
        leads = part[0] + (row.items[part[0]].word in sets.ARTICLES)  # the price cap
        if sorts & _THINGS or LICENSE_NUMBER.search(self._text(*part)):
            said = {at for at, item in self.seen.items if at in inside and item.sort in _THINGS and len(item.text) > 1}
            return named or acts or leads in said or row.items[part[0]].word == "who"  # who drafted it
        told = acts or Sort.DATE in sorts or any(map(self._is_key, inside))
        points = row.items[part[0]].word in sets.QUESTIONS | sets.SINCE and "it" in parts
        return (named and told) or (points and bool(parts - sets.IDLE))

    def _is_key(self, at: int) -> bool:
        """Whether it is the key of an option, and that word is understood: "option A for X and B for Y", "does A help X
        and B Y"."""
        row, item = self.seen.row, self.seen.row.items[at]
        if item.text.upper() not in self.keys or item.sort is Sort.OPTIONS:
            return False
        then = row.item(at + 1)
        begins = at > 0 and (item.apart or row.items[at - 1].word in sets.BEFORE_AN_ASK)
        of_one = then.word in sets.ABOUT or (item.text.isupper() and then.capital)
        return begins and of_one and Sort.OPTIONS in self.seen.by_sort

    def _text(self, first: int, last: int) -> str:
        row = self.seen.row
        end = row.items[last - 1].end + len(row.before(last).split(",")[0].split(";")[0].rstrip())
        begin, said = row.items[first].start, ""
        for at in filter(self._is_key, range(first, last)):
            said += row.text[begin : row.items[at].start] + "option "
            begin = row.items[at].start
        return said + row.text[begin:end]
