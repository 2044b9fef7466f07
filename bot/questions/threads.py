"""What a follow-up leans on: the ask before it, in the same message or thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.questions.ask import Ask, DigestWish, Kind, OptionWish, Period, Subject, changed
from bot.questions.composing.arranged import told_again
from bot.questions.composing.ask import dated, filled, relative_of, unique
from bot.questions.composing.contents import TOLD
from bot.questions.composing.described import filter_of
from bot.questions.composing.seen import Seen, shapes
from bot.questions.composing.wishes import facet_of, places_of
from bot.questions.data import table
from bot.questions.refined import refined
from bot.questions.spotting.days import later
from bot.questions.spotting.lexicon import is_given, sets, spellings
from bot.questions.spotting.named import only_lists
from bot.questions.spotting.names import NO_NAMES, ListedNames
from bot.questions.spotting.sheet import Sort, covered

_ORDINALS = {word: int(number) for number, said in table("names")["ordinals"].items() for word in said.split()}
_HOW_MANY = {"two": 2, "three": 3, "four": 4}
_NO_SPANS = {Sort.QUOTED, Sort.ZONE, Sort.ASIDE}
_OF_OTHERS = (Sort.LISTS, Sort.PROGRAMS, Sort.COUNTRY, Sort.DATE)
_FEW = 5  # items of what is only asked of what was before: how many are there?
_SHORT = 12  # words of a follow-up that asks nothing by itself


def widened(seen: Seen, before: Ask) -> Ask:
    """The ask before, about as many of the parties that were spoken of as "both" or "the three" mean."""
    found = None if seen.spans or seen.values(Sort.LISTS)[1:] else TOLD["several"].search(seen.row.text)
    count = _HOW_MANY[found.lastgroup] if found and found.lastgroup else 0
    spoken = spoken_of(before)[-count:]
    return replace(before, subjects=spoken, pick=0) if len(spoken) > len(before.subjects) and count else before


def follow(seen: Seen, own: Ask | None, before: Ask, today: date) -> Ask | None:
    """The ask of a stretch that only makes sense after `before`; None where it stands by itself. `own`: what it asks by
    itself."""
    if "pick" in seen.parts and before.subjects and not (seen.parties or "relief" in seen.parts):
        return _of_picked(seen, own, _picked(before, seen), today)
    if before.digest and (wish := told_again(seen, before.digest, today)):
        return replace(before, digest=wish, read=seen.row.text)
    if before.kind in sets.OF_SETS and (same := refined(seen, before, today, led=_is_led(seen))):
        return same
    if len(seen.row.items) <= _SHORT and (short := _in_short(seen, before, today)):
        return short
    first = seen.row.item(0).word
    if before.kind is Kind.UNWATCH and first in sets.BEGINS and seen.parties and not seen.parts - sets.OF_A_CHANGE:
        return _of_parties(seen, before, unique([span.subject for span in seen.parties]))  # drop X and add Y
    if _is_whole(seen, own):
        return None
    asked = any(not part.startswith("term:") for part in seen.parts - sets.IDLE - sets.OF_A_FOLLOW_UP)
    against = before.options and "compare" in seen.parts
    return _of_spans(seen, before, today) if not asked or against else None


def _in_short(seen: Seen, before: Ask, today: date) -> Ask | None:
    """What a few words ask of what was asked before: which of them, why, only the removals, whom an option reaches."""
    parts = seen.parts
    others = bool(seen.values(Sort.OPTIONS))
    if before.kind is Kind.MEASURE and not seen.spans and (places := places_of(seen.row.text)):
        return replace(before, places=places, read=seen.row.text)
    again = None if seen.spans or "gl" in seen.features or seen.by_sort.keys() - _NO_SPANS else _again(seen, before)
    if again or others:
        return again
    if before.kind is Kind.CHANGES and not seen.spans and not parts & {"explain", "watch", "permission"}:
        given = filled(seen, Kind.CHANGES, today)
        same = {name: getattr(before, name) for name in ("period", "lists", "programs", "subjects")}
        if given.moved or (seen.kinds and seen.is_bare and not seen.by_sort):
            return replace(given, **same, filter=given.filter or before.filter, moved=given.moved or before.moved)
    asks_whom = (seen.kinds or parts & {"count", "page"}) and not parts & sets.OF_ITS_OWN
    if before.options and asks_whom and not seen.parties and not any(map(seen.values, _OF_OTHERS)):
        wish = filled(seen, Kind.OPTION, today).option
        return Ask(Kind.OPTION, read=seen.row.text, options=before.options[:1], option=replace(wish, names=True))
    return None


def _is_whole(seen: Seen, own: Ask | None) -> bool:
    """Whether it asks the same whatever was asked before: of a set, or of a party more than its name says, and nothing
    in it leans ("and", "it")."""
    if seen.describes_a_set or own is None or not seen.parties:
        return seen.describes_a_set and not (_is_led(seen) or "it" in seen.parts)
    return own.kind is not Kind.SCREENING or bool(own.lists)


def _is_led(seen: Seen) -> bool:
    """Whether it begins with what leans on the ask before: "and", "what about", "for"."""
    items = seen.row.items
    return bool(items) and ("follow" in seen.row.parts[0] or items[0].word in sets.ABOUT)


def lean(question: Ask, seen: Seen, before: Ask, today: date, listed: ListedNames = NO_NAMES) -> Ask:
    """`question` with "it" and "they" read as what the ask before was about, and what it leaves out taken from it
    (`data/leaning.txt`)."""
    question = changed(question, subjects=tuple(_with_surname(s, seen, before, listed) for s in question.subjects))
    if question.kind is Kind.DIGEST and before.kind is Kind.UNWATCH and not (question.digest or question.period):
        return replace(question, digest=DigestWish(stop=True))  # stop all alerts and the digest
    one = question.kind is Kind.OPTIONS and not seen.parts & {"options", "every", "count"}  # "the option"
    also = question.kind is Kind.COVERAGE and _is_led(seen)  # а Авена тоже освобождает?
    points = seen.points_back or "pick" in seen.parts
    signs: dict[str, object] = {"party": seen.parties, "points": points, "leans": seen.points_back or one or also}
    signs |= {"has:names": question.option.names, "would": any(i.word in sets.WOULD for i in seen.row.items)}
    signs |= {"has:facet": question.option.facet, "several": TOLD["several"].search(seen.row.text)}
    told = {f"ask:{question.kind}", *_named("has", question), *_named("its", before), *_there(signs), *seen.parts}
    kind, *fields = next((row.tells.split() for row in shapes("leaning.txt") if row.fits(told)), ["same"])
    taken: dict[str, Any] = {of: unique([*getattr(before, of), *getattr(question, of)]) for of in fields}
    if kind == Kind.SCREENING:  # whatever program he is said to be under
        taken["programs"] = ()
    pick = before.pick if taken.get("subjects") == before.subjects else question.pick
    return changed(question, kind=question.kind if kind == "same" else Kind(kind), pick=pick, **taken)


def _named(whose: str, question: Ask) -> set[str]:
    """What an ask names, as a table of follow-ups says it."""
    every = {f"{whose}:{name}": getattr(question, name) for name in ("subjects", "options", "programs", "lists")}
    return {name for name in every if every[name]} | {f"{name}2" for name in every if len(every[name]) > 1}


def _there(signs: Mapping[str, object]) -> set[str]:
    return {name for name, is_there in signs.items() if is_there}


def _picked(before: Ask, seen: Seen) -> Ask:
    """The first, of several that were asked about; of one, the first candidate that its answer showed. "And the first?"
    is of those that one was picked from."""
    words = {item.word for item in seen.row.items}
    at = next((_ORDINALS[item.word] for item in seen.row.items if item.word in _ORDINALS), 1)
    among, now = before.subjects, replace(before, kind=Kind.SCREENING, read=seen.row.text)
    if len(among) == 1 and (_is_led(seen) or words & sets.OF_A_PAIR or before.kind in sets.ON_WATCHES):
        among = spoken_of(before)
    if "other" in words and len(among) > len(before.subjects):
        among = tuple(subject for subject in among if subject not in before.subjects)
    if among == before.subjects[:1]:
        return replace(now, pick=at)
    place = at - 1 if at > 0 else at
    return replace(now, subjects=among[place:][:1] or among, pick=0)


def _of_picked(seen: Seen, own: Ask | None, picked: Ask, today: date) -> Ask:
    """What is asked of the one that is picked: "the second one: since when?", "watch the first"."""
    leaned = lean(own, seen, picked, today) if own else picked
    again = _again(seen, picked) or _of_spans(seen, picked, today)
    return again or (leaned if leaned.subjects else picked)


def spoken_of(before: Ask) -> tuple[Subject, ...]:
    """The parties of the asks before, each once, in order, as they were told last."""
    every = (*before.earlier, *before.subjects)
    return tuple({subject.sought: subject for subject in every}.values())


def _again(seen: Seen, before: Ask) -> Ask | None:
    """ "why?", "since when?", "are you sure?": the same once more, or one thing about it (`data/again.txt`)."""
    text, items = seen.row.text, seen.row.items
    whom, facet = {"who", "free"} <= seen.parts, facet_of(text) if "it" in seen.parts else None
    signs = _there({"facet": facet, "since": len(items) == 1 and items[0].word in sets.SINCE})
    signs |= _there({"kind": seen.kinds, "few": len(items) < _FEW, "question": seen.is_question})
    places = [act for act in seen.acts if act.part == "actor" and seen.row.item(act.first - 1).word in sets.WHERE]
    signs |= _there({"there": places})
    told = {f"of:{before.kind}", *seen.parts, *_named("its", before), *signs}
    match next((row.tells for row in shapes("again.txt") if row.fits(told)), None):
        case None:
            return None
        case "license":
            return before
        case "told":
            return replace(before, read=text, unread=tuple(seen.row.said(act.first, act.last) for act in places))
        case "parties":
            wish = replace(filter_of(seen), linked_to=before.subjects[0].sought)
            return Ask(Kind.PARTIES, read=text, programs=before.programs, filter=wish)
        case "option":
            return Ask(Kind.OPTION, read=text, options=before.options[:1], option=OptionWish(names=whom, facet=facet))
        case "relative":
            return Ask(Kind.LINKS, read=text, subjects=before.subjects, relative=relative_of(seen))
        case kind:
            return replace(before, kind=before.kind if kind == "same" else Kind(kind), read=text)


def _of_spans(seen: Seen, before: Ask, today: date) -> Ask | None:
    """Another party, list, day, option, program or fact, and nothing else asked."""
    read, parties = seen.row.text, seen.parties or seen.plain
    options = seen.values(Sort.OPTIONS)
    more, coded = _told_more(seen, before), "coded" in seen.features and not before.subjects[1:]
    if more and (coded or not (parties or options)):  # passport number 75 1234567
        return replace(before, kind=Kind.SCREENING, subjects=more, read=read, pick=0)
    if parties and "option" not in seen.features:
        return _of_parties(seen, before, unique([span.subject for span in parties]))
    if options:
        return None if parties else _of_options(seen, before, options)
    if programs := seen.values(Sort.PROGRAMS):
        return replace(before if before.kind in sets.ACTS else Ask(Kind.PROGRAM), programs=programs, read=read)
    return _of_days_or_lists(seen, before, today)


def _with_surname(subject: Subject, seen: Seen, before: Ask, listed: ListedNames) -> Subject:
    """Who is only called by a given name, with the surname of who was asked about: "his brother Boris", or "Sergei"
    alone behind "Ivanov"."""
    whose = before.subjects[0].name.split() if before.subjects else []
    given = is_given(subject.name.casefold())
    of_him = {"called", "meant"} & seen.features and (given or "called" in seen.features)
    alone = len(before.subjects) == len(seen.row.items) == 1 and whose[:-1] in ([], [before.subjects[0].within])
    surname = alone and whose[-1].casefold()
    narrows = given and surname and not is_given(surname) and any(map(listed.is_surname, spellings(surname)))
    if " " in subject.name or not (whose and (of_him or narrows)):
        return subject
    return replace(subject, name=f"{subject.name} {whose[-1]}", within=subject.name)


def _of_parties(seen: Seen, before: Ask, subjects: tuple[Subject, ...]) -> Ask:
    leans = _is_led(seen) or any(item.word in sets.OF_THEM for item in seen.row.items)
    if before.kind in (Kind.OPTION, Kind.COMPARISON) and leans:  # "and Rosneft?" is asked about under the option
        before = replace(before, kind=Kind.COVERAGE, option=OptionWish())
    if before.kind is Kind.UNWATCH and any(item.word in sets.BEGINS for item in seen.row.items):
        before = replace(before, kind=Kind.WATCH)  # stop watching X and begin with Y
    if before.kind in sets.ON_WATCHES and seen.row.item(0).word in sets.DENYING:
        before = replace(before, provided=True)  # not X
    leaning = before.kind in sets.LEANING and not before.relative and (before.subjects or leans)
    kept = before if leaning else Ask(Kind.SCREENING)
    return replace(kept, subjects=subjects, read=seen.row.text, lists=seen.values(Sort.LISTS) or kept.lists, pick=0)


def _of_options(seen: Seen, before: Ask, options: tuple[str, ...]) -> Ask:
    read = seen.row.text
    if before.kind is Kind.COMPARISON or "compare" in seen.parts:
        return Ask(Kind.COMPARISON, read=read, options=tuple(dict.fromkeys((*before.options, *options))))
    bare = all(len(item.text) == 1 for _, item in seen.items if item.sort is Sort.OPTIONS)  # B? not "show option A"
    means_them = before.subjects and (bare or _is_led(seen) or "it" in seen.parts)
    kind = Kind.COVERAGE if means_them else before.kind
    kind = kind if kind in (Kind.COVERAGE, Kind.WATCH, Kind.UNWATCH) else Kind.OPTION
    about = () if kind is Kind.OPTION else before.subjects
    return replace(before, kind=kind, subjects=about, options=options, lists=(), period=None, as_of=None, read=read)


def _told_more(seen: Seen, before: Ask) -> tuple[Subject, ...]:
    """The parties of the ask before, with the birth date, country or identifiers that are told now; none where none
    is."""
    facts = dict(seen.by_sort.get(Sort.NUMBER, ()))
    facts |= {kind: said for span in seen.parties for kind, said in span.subject.identifiers.items()}
    born = next(iter(seen.values(Sort.BORN)), "")
    country = next((item.value.name for _, item in seen.items if item.sort is Sort.COUNTRY), "")
    told: dict[str, Any] = {name: said for name, said in (("birth_date", born), ("country", country)) if said}
    if not (born or facts or (country and "permission" not in seen.parts)):
        return ()
    return tuple(replace(s, **told, identifiers={**s.identifiers, **facts}) for s in before.subjects)


def _before(period: Period) -> Period | None:
    """As many days, or the month, before a period: "and the day before?"."""
    if not (period.since and period.until):
        return None
    until, days = period.since - timedelta(days=1), period.until - period.since
    month = period.since.day == 1 and period.until + timedelta(days=1) == later(period.since, "a", "month")
    since = until.replace(day=1) if month else until - days
    return Period(since, until, "the day before" if since == until else "before that")


def _of_days_or_lists(seen: Seen, before: Ask, today: date) -> Ask | None:
    read, given = seen.row.text, filled(seen, before.kind, today)
    if before.period and TOLD["before_that"].search(read):
        given = replace(given, period=_before(before.period))
    led = covered(act for act in seen.acts if act.part in ("follow", "also", "only"))
    bare = " ".join(item.text for at, item in enumerate(seen.row.items) if at not in led)
    given = replace(given, lists=given.lists or only_lists(bare))
    if given.period and before.kind in (Kind.CHANGES, Kind.DIGEST):
        return replace(before, period=given.period, lists=given.lists or before.lists, read=read, notes=given.notes)
    if before.subjects and given.kind is Kind.SCREENING and Sort.DATE in seen.by_sort:  # and now?
        return replace(given, subjects=before.subjects, pick=before.pick, lists=given.lists or before.lists)
    if given.period and before.subjects and "who" not in seen.parts:
        again = replace(before, kind=Kind.SCREENING, period=given.period, lists=given.lists or before.lists, as_of=None)
        return replace(dated(again, today), read=read, notes=given.notes)
    if given.lists and before.kind in sets.LEANING | {Kind.SOURCES, Kind.PROGRAM}:
        if before.kind is Kind.COVERAGE:  # what an option does says nothing of a list: "and on the UN list?"
            before = Ask(Kind.SCREENING, subjects=before.subjects, pick=before.pick)
        return replace(before, lists=given.lists, read=read)
    return None
