"""A message in, its asks out: `understand`. No language model, no store, no network; the index tells names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from bot.questions.ask import Ask, Filter, HelpWith, Kind, Reading, Subject, Vocabulary, carried_over, changed
from bot.questions.clean import LONGEST, clean, is_cut
from bot.questions.composing.ask import ask_of, is_plain_item, of_a_form, once, unique
from bot.questions.composing.doubtful import labelled_whole, named_in_cell, without_doubtful, words_beside
from bot.questions.composing.parting import asks_apart, headed, with_series
from bot.questions.composing.periods import on_each_day
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame, is_pasted, stretches
from bot.questions.composing.wishes import told_by_all
from bot.questions.composing.withheld import withheld
from bot.questions.heard import heard_in
from bot.questions.nearest import mended, nearest_to
from bot.questions.orders import ordered
from bot.questions.picks import not_spoken_of, spoken_of, widened
from bot.questions.roles import as_before, by_role
from bot.questions.spotting.beside import is_abbreviation, is_firm
from bot.questions.spotting.lexicon import lexicon, sets
from bot.questions.spotting.names import NO_NAMES, ListedNames
from bot.questions.spotting.sheet import PartySpan, Sort, Surety
from bot.questions.threads import follow, lean
from bot.screening.words.nothing import says_nothing

_PASTED = "It stands in what was pasted: say it yourself."
_REMEMBERED = 9  # parties of a thread
MOST = 120  # stretches of one message that are read


def understand(
    text: str, now: datetime, vocabulary: Vocabulary, before: Ask | None = None, listed: ListedNames = NO_NAMES
) -> Reading:
    """What `text` asks, in order, and what of it nothing read.

    `now` gives the day that "yesterday" counts from, in its own zone. `before` is the ask before in the same thread,
    for "and Lukoil?". `listed` is what the index knows of names. Never raises; what is not understood is HELP with
    `understood` False and, in `nearest`, a question that the bot can answer.
    """
    asked, before = clean(text), before and carried_over(before.after or before)
    plain, meant, mends = by_role(*mended(asked, listed), before, listed)
    cut = (f"Only the first {LONGEST:,} characters were read: ask about the rest by itself.",) if is_cut(asked) else ()
    message = _Message(now.date(), vocabulary, listed, before, mends + cut)
    every, message.is_pasted = stretches(plain), is_pasted(plain)
    message.has_items = any(stretch.frame in (Frame.LABELLED, Frame.ITEM) for stretch in every)
    spot = partial(Seen.of, today=message.today, vocabulary=vocabulary, listed=listed)
    whole = with_series(without_doubtful(headed([spot(stretch) for stretch in every[:MOST]], spot)))
    read = [part for seen in whole for part in asks_apart(seen, spot, vocabulary.options, message.today)]
    own = [seen for seen in read if seen.stretch.frame is not Frame.AROUND]
    labelled = [seen for seen in read if seen.stretch.frame is Frame.LABELLED]
    lines = (seen.stretch.frame is Frame.ITEM and seen.is_bare and seen.has_listed for seen in read)
    message.has_form = any(seen.spans for seen in labelled) or any(lines)
    if not labelled and (len(own) > 2 or any("\t" in seen.row.text for seen in own)):
        listed_as = ((s, message.is_item(s) or named_in_cell(s, led=s is not own[0])) for s in own)
        names = [bool(named) or s.is_small_talk or s.row.text.endswith(":") for s, named in listed_as]
        message.only_names = names.count(False) < 2
    for seen in read:
        message.read(seen)
    message.beyond += tuple(stretch.text for stretch in every[MOST:])
    return as_before(message.reading(asked), meant)


@dataclass
class _Message:
    """A message being read: the asks so far, and the names that were told of and not yet asked about."""

    today: date
    vocabulary: Vocabulary
    listed: ListedNames
    before: Ask | None
    mends: tuple[str, ...] = ()  # what was read as other words than were typed, as sentences
    asks: list[Ask] = field(default_factory=list)
    told: list[PartySpan] = field(default_factory=list)
    items: list[PartySpan] = field(default_factory=list)  # those that stand in a list: nothing but them is meant
    every: list[Seen] = field(default_factory=list)  # stretches that are no aside
    strange: list[Seen] = field(default_factory=list)  # those that ask something that was not understood
    has_items: bool = False  # "check these:", and the names below: nothing before is meant
    is_pasted: bool = False  # of another: an act in it is left to who asks
    has_form: bool = False  # parties behind labels: what is asked without a name is asked of them
    only_names: bool = False  # lines of names and one other line at most
    chat: Ask | None = None
    beyond: tuple[str, ...] = ()  # stretches that are too many to be read, names that were taken back

    def read(self, seen: Seen) -> None:
        frame = seen.stretch.frame
        if frame in (Frame.ASIDE, Frame.CELL, Frame.SUBJECT, Frame.AROUND):
            told, items, beyond = heard_in(seen)
            self.told, self.items, self.beyond = self.told + told, self.items + items, (*self.beyond, *beyond)
            return
        self.every.append(seen)
        named = self._named_by_place(seen)
        if named is None:
            self._read_asked(seen)
        else:
            self.told += named
            self.items += named
            self.beyond += tuple(words_beside(seen)) if frame is Frame.LABELLED else ()

    def _named_by_place(self, seen: Seen) -> Sequence[PartySpan] | None:
        """The names of a stretch that asks nothing by where it stands: a field, an item of a list. None where it may
        ask something."""
        text, frame = seen.row.text, seen.stretch.frame
        if frame is Frame.LABELLED and says_nothing(text):  # "To be nominated"
            return ()
        if frame is Frame.LABELLED and (whole := labelled_whole(seen)):
            return (whole,)
        if self.is_item(seen):
            told = [(span, span.subject) for span in seen.spans if not span.owner]  # no "TBN"
            return [span for span, of in told if of.identifiers or not says_nothing(of.name)]
        lines = self.only_names and frame is Frame.ITEM
        if lines and (name := named_in_cell(seen, led=len(self.every) > 1)):  # Ever Given
            return (PartySpan(0, len(seen.row.items), Subject(name), Surety.CAPITALS),)
        return None

    def _read_asked(self, seen: Seen) -> None:
        last = self.asks[-1] if self.asks else None if self.has_items else self.before
        last = widened(seen, last) if last else None
        own = ask_of(seen, self.today)
        self.beyond += (seen.row.text,) * (seen.is_about_nobody and not (own and (own.subjects or own.filter)))
        gone = self.asks and "lets_go" in self.every[-2].marks and self.asks[-1].kind is Kind.SCREENING
        known = gone and self.before and not not_spoken_of(self.asks[-1].subjects, self.before)  # forget X, check Y
        if self.asks and seen.parties and (known or seen.parts & sets.CORRECTING):  # not what was asked before
            self.beyond += tuple(subject.name for subject in self.asks.pop().subjects)
        question = (follow(seen, own, last, self.today, self.listed) if last else None) or own
        guests = question and question.kind is Kind.SOURCES and self.only_names and not seen.is_question
        question = None if guests else question  # a heading: guest list
        told = any(span.surety >= Surety.LISTED for span in self.told) and not seen.is_question
        if question and (self.has_form or told):
            question = of_a_form(question, seen)
        may_tell = question and question.kind in sets.MAY_TELL and not seen.is_question
        if question is None or (may_tell and self._only_tells(seen, question)):
            self.told += [*(s for s in seen.spans if s.owner), *seen.joined]
            self.items += seen.enumerated
            self.beyond += (*seen.doubtful, *(span.subject.name for span in seen.plain if span.borne))
            if question is None:
                self.strange.append(seen)
            return
        if question.kind is Kind.HELP and seen.is_small_talk:
            self.chat = question
            return
        if question.kind is Kind.BRIEF and ("fifty" in question.terms or (question.terms and "stake" in seen.features)):
            self.told += seen.parties
        if question.kind in sets.PHRASES and not seen.is_question:  # tolerance in the option of X
            self.told += [span for span in seen.parties if span.surety is Surety.LISTED]
        question = self._filled_up(question, seen, last)
        for each in on_each_day(question, seen, self.today):
            self._add(each)
        told = question.officer or (bool(question.relative) and not seen.is_question)  # half to X, half to a cousin
        if told and seen.spans:
            self._add(changed(question, kind=Kind.SCREENING, relative="", officer=False))

    def is_item(self, seen: Seen) -> bool:
        asks = seen.row.text.endswith("?") or (seen.values(Sort.OPTIONS) and seen.stretch.frame is Frame.ITEM)
        if seen.stretch.frame not in (Frame.LABELLED, Frame.ITEM) or not seen.spans or asks:
            return False
        remarked = seen.spans[0].first == 0 and seen.row.text.endswith(")")
        return seen.is_bare or seen.stretch.frame is Frame.LABELLED or remarked

    def _only_tells(self, seen: Seen, question: Ask) -> bool:
        """A sentence that names a party and asks nothing: "We got an invoice from X."."""
        asked = question.options or question.programs or question.permission or seen.parts & {*sets.CORRECTING, "pick"}
        changes = question.kind is Kind.CHANGES and (question.period or seen.first & sets.DONE or seen.has_listed)
        # GL 8 - what does it say; of whom was asked before: "it's a different one, born 1990"
        leans = not seen.spans if question.subjects else "explain" in seen.parts
        leans = leans or bool(self.asks and "also" in seen.row.parts[0])  # also their chairman X
        ends = "license" in seen.parts and bool({"when", "ends"} & seen.parts)  # when it ends
        leans = leans or ends or "license" in seen.first  # licences for food and medicine
        longest = max((max(len(s.name), len(s.within)) for s in question.subjects), default=0)  # all of the text
        ends = bool(seen.spans) and seen.row.text.endswith(seen.spans[-1].subject.name)  # la femme de X
        named = question.officer or (question.relative and ends) or seen.is_titled
        if asked or changes or leans or named or longest > len(seen.row.text) - 3:
            return False
        acts = seen.parts & sets.ACTS_ON_A_PARTY - {"links", "screen"} | seen.first & sets.ASKS_OF_A_PARTY
        acts |= {act.part for act in seen.acts if act.part == "follow" and act.last - act.first > 1}  # what about
        # do not watch X; an unlisted name may stand in a case in Cyrillic
        vouched = any(span.surety >= Surety.LISTED or span.subject.name.isascii() for span in seen.parties)
        unwanted = vouched and seen.denies and seen.changes_no_watch
        asks = acts or unwanted or seen.has_to_be_checked or seen.values(Sort.LISTS)
        words = [item for _, item in seen.items if item.small and item.word not in sets.SPLITTERS]
        return seen.stretch.frame is Frame.PROSE and not asks and len(seen.row.items) > 3 <= len(words)

    def _filled_up(self, question: Ask, seen: Seen, last: Ask | None) -> Ask:
        named = [*self.told, *(last.subjects if last and len(self.every) > 1 else ())]
        bare = question.lists and seen.is_bare and "sources" not in seen.parts  # "Jimmy Cherizier. un list?"
        sides = seen.features & {"listed", "on_list"} if "meaning" not in seen.features else ()
        asks = named and (bare or question.permission or sides)  # all three on the SDN?
        # "X - blocked or SSI? Is this ok with OFAC?"; "X; Y; Z - who is on the SDN?"
        if asks and (question.kind in (Kind.SOURCES, Kind.EXPLAIN) or question.filter == Filter()):
            question = changed(question, kind=Kind.SCREENING, terms=(), filter=None)
        lacks = question.kind in sets.ABOUT_PARTIES and not question.subjects
        lacks = lacks and bool(question.kind in sets.NEED_A_PARTY or seen.points_back)
        if self.told and (lacks or question == Ask(Kind.LICENSE, read=question.read)):  # license or no license?
            told, self.told, self.items = self.told, [], []
            told = [span for span in told if question.kind is Kind.SCREENING or not span.owner]
            return changed(question, subjects=unique([span.subject for span in told]))
        if question.kind is Kind.OPTION and self.items and "of_them" in seen.marks:  # which of them does C cover
            return changed(question, kind=Kind.COVERAGE, subjects=unique([span.subject for span in self.items]))
        return lean(question, seen, last, self.listed) if last else question

    def _add(self, question: Ask) -> None:
        if question.beside and question.kind is not Kind.BRIEF:
            screened = Ask(Kind.SCREENING, read=question.read, subjects=question.beside, lists=question.lists)
            both = (screened, changed(question, beside=()))  # what follows leans on an act
            for each in both if question.kind in sets.ON_WATCHES else both[::-1]:
                self._add(each)
            return
        question = changed(question, subjects=once(question.subjects))
        if self.is_pasted:
            left = question.digest and replace(question.digest, trouble=_PASTED)
            question = changed(question, provided=True, digest=left)
        if question.kind is Kind.MEASURE and question.programs:  # DPRK3 and the price cap
            self._add(changed(question, kind=Kind.PROGRAM, measures=()))
        if any(changed(question, read=ask.read) == ask for ask in self.asks):  # and is it law?
            return
        last = self.asks[-1] if self.asks else None
        if last and (last.kind, last.as_of) == (question.kind, question.as_of) and last.kind in sets.ONE_ASK:
            question = changed(
                self.asks.pop(),
                read=f"{last.read} {question.read}",
                subjects=once([*last.subjects, *question.subjects]),
                lists=unique([*last.lists, *question.lists]),
                permission=last.permission or question.permission,
                unread=(*last.unread, *question.unread),
            )
        self.asks.append(question)

    def reading(self, asked: str) -> Reading:
        self._settle(asked)
        held = withheld(self.asks, self.every)
        asks = [q for q in held if q.subjects or q.kind not in sets.NEED_A_PARTY or q.supposes]
        dropped = [q.read for q in held if q not in asks]
        asks = asks or ([self.chat] if self.chat and not any(seen.spans for seen in self.strange) else [])
        if not asks:
            question = self._whole(self._not_understood(asked), asked)
            return Reading((question,), () if question.understood else tuple(s.row.text for s in self.every))
        strange = [s for s in self.strange if s.is_question or s.may_be_a_name or is_plain_item(s, self.every)]
        items = self.strange if self.only_names else ()  # "sovereign wealth partners", a line among names
        strange += [seen for seen in items if not any(lexicon().plays(item.word) for _, item in seen.items)]
        spans = [span for question in asks for span in question.unread]
        unread = tuple(dict.fromkeys([*spans, *dropped, *(seen.row.text for seen in strange), *self.beyond]))
        first = self._whole(asks[0], asked, unread=unread, notes=(*self.mends, *asks[0].notes, *self._of_no_act(asks)))
        return Reading((first, *(self._whole(question, asked, unread=()) for question in asks[1:])), unread)

    def _of_no_act(self, asks: Sequence[Ask]) -> list[str]:
        """That nothing was done, where a watch is spoken of and not asked for."""
        if {Kind.WATCH, Kind.UNWATCH} & {ask.kind for ask in asks} or not any(s.changes_no_watch for s in self.every):
            told = self.is_pasted or any(ask.cannot or ask.kind in sets.ORDERED_HERE for ask in asks)
            return [] if told else [said for said in map(ordered, self.every) if said][:1]
        name = next((subject.name for question in asks for subject in question.subjects), "X")
        return [f"Nothing was changed: “watch {name}” starts a watch here, “unwatch {name}” ends it."]

    def _whole(self, question: Ask, asked: str, **more: Any) -> Ask:
        earlier = spoken_of(self.before)[-_REMEMBERED:] if self.before else ()  # those who were spoken of last
        told = told_by_all(question, asked, self.vocabulary.licenses)
        after = self.before if question.kind is Kind.HELP else None  # thanks; since when?
        if after and after.kind in sets.ARRANGED:  # no act goes on
            after = changed(after, kind=Kind.SCREENING) if after.subjects else None
        if after and not question.understood:  # whom the next words are about, and no more those before
            named = unique([span.subject for seen in self.every for span in seen.parties])
            after = changed(after, subjects=named or after.subjects, pick=None if named else after.pick)
        return changed(question, text=asked, earlier=earlier, after=after, **told, **more)

    def _settle(self, asked: str) -> None:
        """Names that were told of and that no ask took: an ask that lacks one gets them, items are screened, and a
        listed party is never left out beside one that is screened."""
        spans, items = self.told, self.items
        for at, question in enumerate(self.asks):
            watches = items and question.kind in sets.ON_WATCHES and not question.options + question.programs
            if spans and not question.subjects and (watches or question.kind in sets.NEED_A_PARTY):  # Watch these:
                self.asks[at] = changed(question, subjects=unique([span.subject for span in spans]))
                return
        listed = [span for span in spans if span.surety >= Surety.LISTED]
        wonders = not (items or self.asks) and any({"wonders", "okay"} <= seen.features for seen in self.every)
        if items:
            self._add(_screening([span for span in spans if span.surety >= Surety.LISTED or span in items], asked))
        elif self.asks:
            beside = any(ask.kind is Kind.SCREENING or ask.cannot for ask in self.asks)
            owners = [s for s in spans if "fifty" in self.asks[0].terms and not is_abbreviation(s)]
            told = owners or [s for s in listed if beside or s.surety is Surety.LISTED]
            only_phrases = all(a.kind in sets.PHRASES for a in self.asks) and not any(s.is_question for s in self.every)
            many = len(self.asks)
            if told:
                self._add(_screening(told, ""))
            if only_phrases and len(self.asks) > many:  # before what is only explained
                self.asks.insert(0, self.asks.pop())
        elif sure := [span for span in spans if span in listed or is_firm(span) or (wonders and span.surety)]:
            names, every = (tuple(span.subject.name for span in each) for each in (sure, spans))
            self._add(changed(_screening(sure, asked), read_as=names, unread=tuple(n for n in every if n not in names)))
        elif self.before and self.before.subjects and any(seen.changes_no_watch for seen in self.every):
            self._add(Ask(Kind.SCREENING, read=asked, subjects=self.before.subjects))  # don't watch it

    def _not_understood(self, asked: str) -> Ask:
        """Which words are the name, where a party is asked about; else the nearest that can be answered."""
        if not re.search(r"\w", asked):
            return Ask(Kind.HELP, read=asked)
        told = (*self.told, *(span for seen in self.every for span in seen.parties))
        may_be = (seen.row.text.strip(" .,!?") for seen in self.every if seen.may_be_a_name)
        names = [span.subject.name for span in told] or list(may_be)
        if not names and any(seen.wants_a_party for seen in self.every):
            wanted = HelpWith.WHOM if all(seen.is_bare_act for seen in self.every) else HelpWith.NAME
            return Ask(Kind.HELP, read=asked, help=wanted)
        nearest = f"is {names[0]} sanctioned?" if names else nearest_to(asked)
        perhaps = unique([span.subject for span in told if span.surety])
        notes = tuple(filter(None, map(ordered, self.every)))[:1] if perhaps else ()
        return Ask(Kind.HELP, read=asked, help=HelpWith.NEAREST, nearest=nearest, beside=perhaps, notes=notes)


def _screening(spans: Sequence[PartySpan], read: str) -> Ask:
    return Ask(Kind.SCREENING, read=read, subjects=unique([span.subject for span in spans]))
