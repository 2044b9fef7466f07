"""One stretch -> one ask: its kind by `shapes`, and everything that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import TypeVar

from bot.questions.ask import Ask, ByHand, Cannot, HelpWith, Kind, OptionWish, Subject, changed
from bot.questions.composing.arranged import digest_wish
from bot.questions.composing.contents import MARKS, TOLD
from bot.questions.composing.described import but_for_some, narrowed, narrowing, set_of
from bot.questions.composing.doubtful import is_written_as_a_name, words_beside
from bot.questions.composing.periods import dated, of_period
from bot.questions.composing.seen import Seen
from bot.questions.composing.shapes import kind_of
from bot.questions.composing.stretches import Frame
from bot.questions.composing.things import says_what
from bot.questions.composing.wishes import of_whom, option_wish, places_of, supposed
from bot.questions.composing.withheld import as_watched
from bot.questions.composing.within import programs_within, read_widely
from bot.questions.data import table
from bot.questions.spotting.days import YEAR, is_of_calendar
from bot.questions.spotting.lexicon import TERM, is_foreign, lexicon, sets
from bot.questions.spotting.sheet import PartySpan, Sort, Surety

T = TypeVar("T")
_NOTHING = Ask(Kind.HELP)
_MOVED = ("added", "removed", "amended")


def ask_of(seen: Seen, today: date) -> Ask | None:
    """What a stretch asks by itself; None where nothing does."""
    if seen.is_small_talk:
        return Ask(Kind.HELP, read=seen.row.text, help=HelpWith.SORRY if "wrong" in seen.parts else HelpWith.CHAT)
    if is_written_as_a_name(seen) and _is_titled(seen):
        name = seen.row.text.strip(" .,;:!\"'*")
        rest = name.partition(" ")[2] if "screen" in seen.row.parts[0] else ""  # Check Muster AG
        return _screening(seen, [Subject(rest if rest and seen.row.items[-1].form else name, within=rest)])
    kind = None if "for_others" in seen.features else but_for_some(seen) or kind_of(seen.features)
    listed = kind is Kind.SOURCES and "listed" in seen.parts
    if (kind in (None, Kind.SCREENING, Kind.BRIEF) or listed) and not seen.spans and (names := _odd_names(seen)):
        lands = [table("countries")["programs"].get(subject.name.casefold()) for subject in names]
        if all(lands) and "listed" in seen.parts:  # is Russia sanctioned; no "check Russia"
            return Ask(Kind.PROGRAM, read=seen.row.text, countries=unique([*filter(None, lands)]))
        return _screening(seen, names)
    if kind is None and seen.plain and seen.is_bare and len(seen.items) <= len(seen.plain) * 2:
        chats = any("smalltalk" in parts and "filler" not in parts for parts in seen.row.parts)
        chats = chats or seen.row.item(0).word in sets.CLOSES
        kind = Kind.SCREENING if seen.is_question or not chats else None
    return filled(seen, kind, today) if kind else None


def _screening(seen: Seen, subjects: list[Subject]) -> Ask:
    asked = Ask(Kind.SCREENING, read=seen.row.text, subjects=unique(subjects), lists=seen.values(Sort.LISTS))
    return changed(asked, permission="permission" in seen.parts)


def _is_titled(seen: Seen) -> bool:
    """Whether what is written as a name is one of ordinary words, by itself: "Watch Trading House", "Will Smith". What
    follows the first is what names end in, or nothing in it asks anything."""
    items, rest = seen.row.items, seen.row.items[1:]
    begun = seen.starting.get(1)  # Платіж Промсвязьбанку: its first word only begins the sentence
    cut = begun and begun.is_no_place and (begun.subject.spelt or is_foreign(items[0].word))
    others = [item for at, item in enumerate(items) if at not in seen.named]  # Sechin Rosneft, Sechin AND Rosneft
    several = len(seen.parties) > 1 and all(i.word in sets.SPLITTERS for i in others) and "&" not in seen.row.text
    led = any(s.surety is Surety.LISTED and items[s.first - 1].word in sets.LINKING for s in seen.spans if s.first)
    thing = seen.doubtful or (not seen.spans and says_what([item.word for item in items]))
    if cut or several or led or thing:
        return False
    listed = any(span.surety is Surety.LISTED for span in seen.spans)
    of_party = seen.row.parts[0] & sets.ON_A_PARTY and seen.ending.keys() <= {len(items)}
    if listed and ("deal" in seen.row.parts[0] or of_party or "&" in seen.row.text):
        return False  # Invoice 5 for Pegas; Check Blue Dream
    if not seen.row.acts or all(item.ends_names or item.word.isdigit() for item in rest):
        return True
    if any(item.capital and item.word in sets.JOINS_TITLES for item in rest):
        return True
    plain = len(rest) > 1 and all(lexicon().parts(item.word) <= sets.PLAIN for item in rest)
    if rest[-1].ends_names or plain:
        return len(seen.spans) < 2 and all(lexicon().knows(item.word) or item.ends_names for item in rest)
    return not seen.spans and seen.parts <= {"filler", "ordinary", "somebody", "pointing"}  # Gazprom ADRs


def _odd_names(seen: Seen) -> list[Subject]:
    """What is a name only because a party is asked for, or nothing else is there: a country, a day, a common word, a
    person whom questions of policy are about."""
    if seen.features & {"of_policy", "comes_off"}:
        return []  # if sanctions on Belarus were lifted
    items = [item for _, item in seen.items]
    named = [item for item in items if item.sort is Sort.COUNTRY and not item.value.people]
    named = named or [item for item in items if item.sort is Sort.DATE and not item.value.framed]
    named = named or [seen.row.items[act.first] for act in seen.acts if act.part == "actor"]
    named += [i for at, i in seen.items if named and i.word and i.capital and i not in named and seen.is_parted(at)]
    if not named and len(items) == 1 and items[0].generic:
        named = items  # bank
    others = [item for item in items if item not in named and "also" not in lexicon().parts(item.word)]
    if others and not seen.parts & {"listed", "screen"}:
        return []
    if not named and len(items) == 2 and "screen" in seen.parts and lexicon().is_rare(items[1].word):
        named = items[1:] if items[1].capital else []  # Check Siemens
    return [Subject(item.text.removesuffix("'s")) for item in named]


def filled(seen: Seen, kind: Kind, today: date) -> Ask:
    """An ask of this kind with everything that the stretch names."""
    out, unmet = tuple[Ask, ...](), tuple[str, ...]()
    if of_set := kind in sets.ABOUT_SETS and not seen.values(Sort.OPTIONS):
        seen, out, unmet = narrowed(seen, kind)
    question = _with_all(seen, kind, today, unmet)
    question = changed(question, filter=set_of(seen, out, unmet, kind)) if of_set else question
    if kind is Kind.OPTION and (whom := of_whom(seen, question.option)):
        question = changed(question, filter=whom, option=replace(question.option, names=True))
    if kind is Kind.OPTION and "left_out" in seen.features and not question.option.stays:
        nearest = f"who is in option {', '.join(question.options)}?"
        return Ask(Kind.HELP, read=seen.row.text, help=HelpWith.NEAREST, nearest=nearest, unread=(seen.row.text,))
    question = of_period(supposed(question, seen), seen, today)
    if kind in sets.ON_WATCHES:
        return as_watched(question, seen)
    if kind is Kind.WATCHES:
        return changed(question, beside=question.subjects)
    if kind is Kind.PARTIES and question.filter and question.period:
        wanted, born = question.filter, any(act.part == "born" for act in seen.row.acts)  # who was born then
        wanted = replace(wanted, born=question.period) if born else replace(wanted, designated=question.period)
        return changed(question, filter=wanted)
    return dated(question, today)


def _with_all(seen: Seen, kind: Kind, today: date, unmet: Sequence[str]) -> Ask:
    parts, values = seen.parts, seen.values
    spans = seen.asked_of if kind in sets.BY_PLAIN_NAMES else seen.parties
    owners = [span for span in seen.spans if span.owner and kind is Kind.SCREENING]  # Usmanov's yacht Dilbar
    spans = sorted([*owners, *spans], key=attrgetter("first"))
    return changed(
        _NOTHING,
        kind=kind,
        read=seen.row.text,
        subjects=unique([span.subject for span in spans]) if kind is Kind.HELP or kind in sets.LEANING else (),
        beside=unique([s.subject for s in seen.parties if s.surety is Surety.LISTED]) if kind is Kind.BRIEF else (),
        options=values(Sort.OPTIONS),
        programs=values(Sort.PROGRAMS) or (programs_within(seen) if kind is Kind.PARTIES else ()),
        lists=values(Sort.LISTS),
        measures=values(Sort.MEASURES),
        permission="permission" in seen.features,
        relative=relative_of(seen) if kind is Kind.LINKS and "kin1" in seen.features else "",
        officer=kind is Kind.LINKS and "officer" in seen.features,
        option=option_wish(seen, kind) if kind in sets.UNDER_OPTIONS else OptionWish(),
        frees=kind is Kind.COVERAGE and "to_free" in seen.features,
        moved=_moved(seen) if kind is Kind.CHANGES else (),
        places=places_of(seen.row.text) if kind is Kind.MEASURE else (),
        everything=kind in sets.ON_WATCHES and "all" in parts and not _is_narrowed(seen),
        unread=(*unread_of(seen, spans, kind), *unmet, *narrowing(seen, kind)),
        provided="provided" in parts,
        ending="ends" in parts and "ended" not in parts,
        terms=_terms(seen, kind),
        digest=digest_wish(seen, today) if kind is Kind.DIGEST else None,
        cannot=_cannot(seen) if kind in (Kind.HELP, Kind.OPTION) else None,
        other_list=_other_list(seen) if kind in sets.OF_A_LIST else "",
        notes=_notes(seen, kind),
    )


def _moved(seen: Seen) -> tuple[str, ...]:
    """What became of those who changed; who "got listed" was added."""
    said = tuple(part for part in _MOVED if part in seen.features)
    return said or _MOVED[:1] * ("listed" in seen.parts and not seen.features & {"change", "change+", "free", "new"})


def _notes(seen: Seen, kind: Kind) -> tuple[str, ...]:
    """What is to be said of a question that cannot be answered as it was put."""
    other = _other_list(seen) if kind not in sets.OF_A_LIST else ""
    notes = [f"The {other} is not read here: nothing is said of it."] if other else []
    if "premise" in seen.features and seen.values(Sort.OPTIONS):
        notes.append("No option is in force: they are drafts.")
    if kind is Kind.CHANGES and "forward" in seen.marks and not seen.values(Sort.OPTIONS):
        notes.append("What is still to come no list tells.")
    notes += [f"{said} is no date that can be read: no birth date was compared." for said in _no_dates(seen)]
    notes += [f"“{said}” is no day of the calendar: this is as of now." for said in _no_days(seen)]
    return (*notes, *(read_widely(seen) if kind is Kind.PARTIES else ()))


def relative_of(seen: Seen) -> str:
    """The word for a relative of whom is asked: of somebody without a name."""
    return next(_words_of(seen, {"relative"}), "").removesuffix(" von")


def _words_of(seen: Seen, parts: Set[str]) -> Iterator[str]:
    """The words of the acts of some parts."""
    return (seen.row.said(act.first, act.last) for act in seen.acts if act.part in parts)


def _other_list(seen: Seen) -> str:
    """A list that is named and none of those that are known here."""
    return next(iter((*seen.values(Sort.OTHER_LIST), *_words_of(seen, {"elsewhere"}))), "")


def unique(every: Sequence[T]) -> tuple[T, ...]:
    return tuple(each for at, each in enumerate(every) if each not in every[:at]) if len(every) > 1 else tuple(every)


def once(subjects: Sequence[Subject]) -> tuple[Subject, ...]:
    """Each party once: a bare name is none of its own beside the same with more ("he's born 1953")."""
    sought = [subject.sought.casefold() for subject in subjects]  # PDVSA cargo, pdvsa still blocked?
    if len({*sought}) == len(sought):
        return tuple(subjects)
    bare = [subject == Subject(subject.name, spelt=subject.spelt) for subject in subjects]
    more = {said for said, alone in zip(sought, bare, strict=True) if not alone}
    kept = (s for at, s in enumerate(subjects) if not bare[at] or sought[at] not in {*more, *sought[:at]})
    return unique([*kept])


def _is_narrowed(seen: Seen) -> bool:
    """Whether "everything" is some of it only: "unwatch all the vessels", "unwatch everything about dual-use"."""
    strange = (all(part.startswith(TERM) for part in parts) for parts in seen.row.parts)
    return bool(seen.spans or seen.by_sort or seen.kinds) or any(strange)


def _terms(seen: Seen, kind: Kind) -> tuple[str, ...]:
    if kind is Kind.BRIEF and seen.features & {"fifty", "percent"}:  # where no statement says more
        return ("fifty",)
    alone = [key for key in seen.terms if key in sets.AT_ONCE] or [*sorted(seen.features & sets.OF_THE_BOT)]
    return tuple(alone or seen.terms[:3]) if kind in (Kind.EXPLAIN, Kind.SOURCES) else ()


def _cannot(seen: Seen) -> Cannot | None:
    if "remind" in seen.features:
        return Cannot(MARKS["remind"].search(seen.row.text)[0], ByHand.LATER)  # type: ignore[index]
    if "alters" in seen.features:
        return Cannot(MARKS["alters"].search(seen.row.text)["verb"], ByHand.MOVE)  # type: ignore[index]
    if "pause" in seen.features:
        return Cannot(seen.row.text, ByHand.PAUSE)
    said = next(_words_of(seen, sets.CANNOT), "")
    asked = (seen.first & sets.CANNOT and not {"wonders", "option"} <= seen.features) or "do:cannot" in seen.features
    sort = next((sort for sort in ByHand if sort in seen.parts), ByHand.MOVE)
    return Cannot(said, sort) if said and asked else None


def unread_of(seen: Seen, used: list[PartySpan], kind: Kind) -> tuple[str, ...]:
    """The names of a stretch that the ask does not use, where nobody vouches for them."""
    if kind in (Kind.BRIEF, Kind.PARTIES):
        return ()
    if kind is Kind.EXPLAIN:
        return tuple(_unexplained(seen))
    plain = (span.subject.name for span in seen.plain if span not in used)
    unsaid = [seen.row.said(act.first, act.last) for act in seen.row.acts if act.part == "unsaid"]
    unsaid += _words_of(seen, {"only"}) if kind is Kind.PROGRAM else ()  # only under GLOMAG
    if used and kind in sets.ABOUT_PARTIES:  # is Timchenko close to Putin
        unsaid += [said for said in _words_of(seen, {"actor"}) if said.casefold() in sets.SURELY_TWO]
        unsaid += words_beside(seen)
    if used and kind in (Kind.SCREENING, Kind.COVERAGE):  # and its parent too
        unsaid += _owners_unnamed(seen)
    return (*seen.doubtful, *plain, *unsaid, *_no_dates(seen))


def _unexplained(seen: Seen) -> Iterator[str]:
    """Which of two that are compared is no word of the glossary: "blocked and restricted"."""
    if len(seen.terms) == 1 and (pair := TOLD["pair"].search(seen.row.text)):
        starts = [seen.row.items[act.first].start for act in seen.row.acts if act.part.startswith(TERM)]
        sides = ((n, pair[n]) for n in range(1, len(pair.groups()) + 1) if pair[n])
        yield from (said for n, said in sides if not any(pair.start(n) <= at < pair.end(n) for at in starts))


def _owners_unnamed(seen: Seen) -> Iterator[str]:
    """Who is only called by what he is to a party: "its parent", "any of its subsidiaries"."""
    for at, parts in enumerate(seen.row.parts[1:], 1):
        whose = parts & {"links", "office"} and seen.row.item(at - 1).word in sets.POSSESSING
        if whose and seen.starting.keys().isdisjoint((at + 1, at + 2)):
            yield seen.row.said(at - 1, at + 1)


def _no_days(seen: Seen) -> Iterator[str]:
    """What is written as a day and is none, but of a birth: "30 feb 2022", "Feb 30, 2022", "2022-02-30"."""
    row = seen.row
    for at, item in seen.items if not seen.by_sort.keys() & {Sort.DATE, Sort.BORN} and "born" not in seen.parts else ():
        first = at - row.item(at - 1).word.isdigit()
        day, year = (row.item(first).word, row.item(first + 2).word)
        if item.word and is_of_calendar(item.word) and (day + row.item(at + 1).word)[:1].isdigit():
            if YEAR.fullmatch(year):
                yield row.said(first, first + 3)
        elif item.word[:1].isdigit() and re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}", item.word):
            yield item.text


def _no_dates(seen: Seen) -> list[str]:
    """What should say a birth date and is no day of the calendar, with the word that leads to it: "born 31 February
    1966"."""
    row = seen.row
    births = [act for act in row.acts if act.part == "born" and row.item(act.last).word[:1].isdigit()]
    found = [TOLD["no_date"].match(row.text, row.items[act.first].start) for act in births]
    return [each[0] for each in found if each]


def of_a_form(question: Ask, seen: Seen) -> Ask | None:
    """An ask beside parties behind labels. What is told there asks nothing, and what is asked without a name is whether
    they are listed: "pls revert with the sanctions status of vessel and owner"."""
    if question.subjects or question.lists or question.kind not in sets.OF_NOBODY:
        return question
    if seen.parts & sets.OF_A_CHECK:
        return changed(Ask(Kind.SCREENING, read=question.read), permission=question.permission)
    return question if seen.is_question else None


def is_plain_item(seen: Seen, every: Sequence[Seen]) -> bool:
    """Whether it is no more than a few words that do nothing, in a list: "- susan clark", "hamas; kamaz; marvin"."""
    plain = all(item.word.isalpha() and seen.row.parts[at] <= {"ordinary"} for at, item in enumerate(seen.row.items))
    plain = plain and not seen.is_about_nobody
    return plain and len(seen.row.items) < 4 and (seen.stretch.frame is Frame.ITEM or all(s.is_bare for s in every))
