"""What a follow-up leans on: the ask before it, in the same message or thread. A set of parties that was asked about is
narrowed by it ("which of them fly the flag of Panama?"), one thing of it is turned ("and persons?"), or it is asked for
once more ("how many is that")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bot.questions import picks
from bot.questions.acts_again import of_the_act, taken_back
from bot.questions.ask import Ask, DigestWish, HelpWith, Kind, OptionWish, changed
from bot.questions.composing.acting import fits
from bot.questions.composing.arranged import told_again
from bot.questions.composing.ask import filled, relative_of, unique, unread_of
from bot.questions.composing.contents import TOLD
from bot.questions.composing.described import filter_of, narrowing
from bot.questions.composing.periods import dated
from bot.questions.composing.seen import Seen
from bot.questions.composing.shapes import first_told
from bot.questions.composing.wishes import facet_of, of_whom, option_wish, places_of
from bot.questions.composing.withheld import NOTES, as_watched
from bot.questions.identified import borne_with, narrows, says_beside, told_more, with_surname
from bot.questions.refined import of_a_set, refined
from bot.questions.spotting.days import PHRASE, YEAR, the_one_before
from bot.questions.spotting.days import dated as in_days
from bot.questions.spotting.lexicon import TERM, sets
from bot.questions.spotting.named import only_lists
from bot.questions.spotting.names import NO_NAMES, ListedNames
from bot.questions.spotting.sheet import Sort, covered

_NAMED = ("subjects", "options", "programs", "lists")
_BARE = 2  # words of no more than an option: "also option B"
_NO_SPANS = {Sort.QUOTED, Sort.ZONE, Sort.ASIDE}


def follow(seen: Seen, own: Ask | None, before: Ask, today: date, listed: ListedNames = NO_NAMES) -> Ask | None:
    """The ask of a stretch that only makes sense after `before`; None where it stands by itself. `own`: what it asks by
    itself."""
    if of_act := of_the_act(seen, own, before):
        return of_act
    if before.subjects and says_beside(seen):  # from Monterrey
        return changed(before, kind=Kind.SCREENING, read=seen.row.text, unread=(seen.row.text,))
    if bearer := borne_with(seen, before, listed):
        kept = before if before.kind in sets.LEANING else Ask(Kind.SCREENING)
        return changed(kept, subjects=(bearer,), read=seen.row.text, pick=None, everything=False, notes=())
    if own and (told := _of_the_parties(seen, own, before, listed)):
        return told
    if before.subjects and (among := picks.picked(before, seen, own)):
        if not (seen.parties or picks.asks_more(seen)):
            # not the last one
            return changed(among, kind=Kind.UNWATCH) if before.kind is Kind.WATCH and seen.denies else among
        shortly = None if seen.parties else _in_short(seen, among, today) or _of_spans(seen, among, today)
        asks = own and own.kind is not Kind.HELP  # watch the first; not "thanks"
        leaned = lean(changed(own, everything=False, subjects=()), seen, among) if own and asks else among
        return shortly or leaned
    frees_it = before.kind is Kind.COMPARISON and {"it", "free"} <= seen.parts and not seen.spans
    if frees_it and (spoken := picks.spoken_of(before)):
        return Ask(Kind.COVERAGE, read=seen.row.text, subjects=spoken[-1:], options=before.options)  # which helps it
    if before.kind is Kind.LICENSE and (number := TOLD["license_alone"].fullmatch(seen.row.text)):
        return Ask(Kind.LICENSE, read=f"GL {number['key']}")
    if before.digest and (wish := told_again(seen, before.digest, today)):
        return changed(before, digest=wish, read=seen.row.text)
    if same := refined(seen, before, today):
        return same
    if short := _of_a_bare_day(seen, before, today) or _in_short(seen, before, today):
        return short
    if before.kind is Kind.UNWATCH and seen.row.item(0).word in sets.BEGINS and seen.parties:
        return _of_parties(seen, before)  # drop X and add Y
    against = before.options and ("compare" in seen.parts or (before.kind is Kind.COMPARISON and not seen.spans))
    asks = any(not part.startswith(TERM) for part in seen.parts - sets.IDLE - sets.OF_A_FOLLOW_UP)
    supposed = {Sort.PROGRAMS, Sort.OPTIONS} & seen.by_sort.keys() and (_supposes(seen) or "together" in seen.parts)
    asks = asks and not (before.subjects and (supposed or Sort.BORN in seen.by_sort))
    return None if _is_whole(seen, own) or (asks and not against) else _of_spans(seen, before, today)


def _of_the_parties(seen: Seen, own: Ask, before: Ask, listed: ListedNames) -> Ask | None:
    """What asks something by itself and is of the parties before, or of those it names as those were asked about."""
    if own.kind is Kind.HELP and seen.parties and narrows(seen.parties[-1].subject, seen, before, listed):
        return _of_parties(seen, before)  # Igor, please
    if "lets_go" in seen.marks and own.kind in (Kind.SCREENING, Kind.HISTORY) and before.kind not in sets.ON_WATCHES:
        rest = picks.not_spoken_of(own.subjects, before)
        if rest and (rest != own.subjects or {"it", "screen"} <= seen.parts):  # forget X, Y instead
            return changed(own, kind=Kind.SCREENING, subjects=rest)
    if before.subjects and not seen.spans and own.kind is Kind.SCREENING and (lists := _lists_alone(seen)):
        return changed(before, kind=Kind.SCREENING, lists=lists, read=seen.row.text)  # check the UK
    one_of_them = own.kind is Kind.SCREENING and own.subjects and {*seen.marks, *seen.parts} & {"of_them", "it"}
    if before.kind is Kind.CHANGES and one_of_them:
        return changed(before, subjects=own.subjects, filter=None, read=seen.row.text)  # was X one of them
    if before.licenses and own.subjects and own.kind in sets.OF_LISTED and _is_of_licenses(seen):
        return changed(before, subjects=own.subjects, read=seen.row.text, pick=None)
    chats = own.help is HelpWith.CHAT and before.subjects and before.kind in sets.ABOUT_PARTIES
    if chats and picks.wonders_aloud(seen):
        return changed(before, kind=Kind.SCREENING, permission=True, read=seen.row.text)  # so equity is fine?
    if own.kind in sets.ON_WATCHES and picks.are_both(seen, before):
        return changed(own, subjects=before.subjects, options=before.options)
    return None


def _of_a_bare_day(seen: Seen, before: Ask, today: date) -> Ask | None:
    """The ask before for a day that nothing but the one before tells to be one: "what about March?"."""
    items = [item for item, parts in zip(seen.row.items, seen.row.parts, strict=True) if not parts & sets.LED]
    if not before.period or not items or before.kind not in (Kind.CHANGES, Kind.HISTORY):
        return None
    year = YEAR.search(before.period.words)
    said = ("" if items[0].sort is Sort.DATE else "in ") + seen.row.text[items[0].start : items[-1].end]
    found = PHRASE.fullmatch(f"{said} {year[0]}" if year and not YEAR.search(said) else said)
    if not (found and (day := in_days(found, today))):
        return None
    again = changed(before, period=day.period, read=seen.row.text)
    return dated(changed(again, kind=Kind.SCREENING, as_of=None), today) if before.as_of else again


def _in_short(seen: Seen, before: Ask, today: date) -> Ask | None:
    """What a few words that name nothing ask of what was asked before: which of them, why, only the removals, whom an
    option reaches (`data/again.txt`)."""
    text = seen.row.text
    if before.kind is Kind.MEASURE and not seen.spans and (places := places_of(text)):
        return changed(before, places=places, read=text)
    if before.subjects and not seen.parties and TOLD["fact"].fullmatch(text):
        return changed(before, kind=Kind.SCREENING, read=text)
    if seen.spans or "gl" in seen.features or seen.by_sort.keys() - _NO_SPANS:
        return None
    told = _told(seen, before, Ask(before.kind))
    match first_told("again.txt", told):
        case "":
            return None
        case "license":
            return before
        case "told":  # it is in Moscow
            return changed(before, read=text, unread=(text,))
        case "back":
            return changed(taken_back(before), read=text)
        case "linked":
            return changed(before, linked=True, read=text)
        case "changes":
            given = filled(seen, Kind.CHANGES, today)
            moved, of = given.moved or before.moved, given.filter or before.filter
            return changed(before, moved=moved, filter=of, read=text, unread=given.unread)
        case "parties":
            linked = replace(filter_of(seen), linked_to=before.subjects[0].sought)
            return Ask(Kind.PARTIES, read=text, programs=before.programs, filter=linked)
        case "option":
            facet = facet_of(text) if "facet" in told else None
            wish = replace(option_wish(seen, Kind.OPTION), names=facet is None, facet=facet)
            given = changed(before if wish.page > 1 else Ask(Kind.OPTION, filter=of_whom(seen, wish)), kind=Kind.OPTION)
            unread = tuple(narrowing(seen, Kind.OPTION))
            return changed(given, read=text, options=before.options, option=wish, unread=unread)
        case "relative":
            links = Ask(Kind.LINKS, read=text, subjects=before.subjects, officer="office" in seen.parts)
            return changed(links, relative=relative_of(seen))
        case kind:
            return changed(before, kind=before.kind if kind == "same" else Kind(kind), read=text)


def _is_whole(seen: Seen, own: Ask | None) -> bool:
    """Whether it asks the same whatever was asked before: of a set, or of a party more than its name says, and nothing
    in it leans ("and", "it")."""
    asks = not picks.is_led(seen) or {"what", "explain"} & seen.parts  # how high is the cap now; also what is the cap
    of_things = own is not None and (own.measures or own.licenses) and asks
    named = own is not None and bool(seen.parties) and (own.kind is not Kind.SCREENING or bool(own.lists))
    return bool(of_things or named) or "set" in seen.features


def lean(question: Ask, seen: Seen, before: Ask, listed: ListedNames = NO_NAMES) -> Ask:
    """`question` with "it" and "they" read as what the ask before was about, and what it leaves out taken from it
    (`data/leaning.txt`)."""
    subjects = tuple(with_surname(s, seen, before, listed) for s in question.subjects)
    question = changed(question, subjects=picks.with_those_before(seen, subjects, before.subjects))
    if left := picks.of_some_shown(question, seen, before):
        return left
    if asked := of_a_set(question, seen, before):
        return asked
    if question.kind is Kind.DIGEST and before.kind is Kind.UNWATCH and not (question.digest or question.period):
        return replace(question, digest=DigestWish(stop=True))  # stop all alerts and the digest
    if picks.is_of_those_linked(question, seen, before):
        asked = changed(question, subjects=before.subjects)
        if question.options:
            return changed(asked, kind=Kind.COVERAGE, linked=True)
        return changed(asked, provided=True, notes=(*question.notes, NOTES["with_itself"]))
    told = _told(seen, before, question)
    kind, *fields = first_told("leaning.txt", told).split() or ["same"]
    taken: dict[str, Any] = {of: unique([*getattr(before, of), *getattr(question, of)]) for of in fields}
    if question.kind in sets.ON_WATCHES and "subjects" in taken and seen.left_out:  # watch all except X
        every, out = taken["subjects"], seen.left_out
        taken["subjects"] = kept = picks.without(every, out)
        named = question.notes[:1] == (NOTES["name_each"],) and NOTES["say_there"] not in question.notes
        named = named and sets.SUPPOSING.isdisjoint(seen.row.words)
        others = (note for note in question.notes if note != NOTES["name_each"])  # the thread names them
        taken["notes"] = (*others, *picks.told_left_out(every, kept, out))
        taken["provided"] = (question.provided and not named) or len(kept) + len(out) > len(before.subjects) > 1
    if question.kind in sets.ON_WATCHES and "subjects" in taken and "label" in seen.parts and not question.subjects:
        taken["provided"] = True  # unwatch the carrier: whoever that is
    pick = before.pick if taken.get("subjects") == before.subjects else question.pick
    names = [[s.name for s in every] for every in (before.subjects, taken.get("subjects", question.subjects))]
    if question.kind is Kind.SCREENING and len(before.subjects) > 1 and names[0] == names[1]:
        some = {"only", "who", "what", "count"} & seen.parts or seen.denies or Sort.COUNTRY in seen.by_sort
        taken["notes"] = (*question.notes, *[NOTES["all_told"]] * bool(some))  # only the hits
    return changed(question, kind=question.kind if kind == "same" else Kind(kind), pick=pick, **taken)


def _told(seen: Seen, before: Ask, question: Ask) -> frozenset[str]:
    """What the tables of follow-ups look at: of the stretch, of the ask before and of what it asks by itself."""
    items, leans = seen.row.items, seen.points_back
    signs: dict[str, object] = {
        "points": leans or seen.pick,
        "leans": leans,
        "several": seen.several,
        "has:names": question.option.names,
        "has:facet": question.option.facet,
        "facet": ("it" in seen.parts or before.kind in (Kind.OPTION, Kind.COVERAGE)) and facet_of(seen.row.text),
        "few": len(items) < 4,
        "since": len(items) == 1 and items[0].word in sets.SINCE,
    }
    named = (
        (f"{whose}:{of}", getattr(ask, of)) for whose, ask in (("has", question), ("its", before)) for of in _NAMED
    )
    told = [name for name, is_so in signs.items() if is_so]
    told += [said for name, every in named if every for said in (name, f"{name}2")[: len(every)]]
    return seen.features.union(told, (f"of:{before.kind}", f"ask:{question.kind}"))


def _of_spans(seen: Seen, before: Ask, today: date) -> Ask | None:
    """Another party, list, day, option, program or fact, and nothing else asked."""
    options = seen.values(Sort.OPTIONS)
    more = told_more(seen, before, today)
    if more and ("coded" in seen.features or not (seen.parties or seen.plain or options)):  # passport number 75 1234567
        places = tuple(seen.row.said(act.first, act.last) for act in seen.acts if act.part == "actor")  # in Kyiv
        return changed(before, kind=Kind.SCREENING, subjects=more, read=seen.row.text, unread=places, pick=None)
    if seen.parties or seen.plain:
        return None if options else _of_parties(seen, before)
    if options and before.kind in sets.ON_WATCHES and not picks.is_led(seen) and len(seen.row.items) > _BARE:
        return None  # watch X and tell me what option B says
    if options:
        return _of_options(seen, before, options)
    if before.subjects and seen.values(Sort.PROGRAMS) and _supposes(seen):  # and if EO 14024 is lifted?
        return changed(filled(seen, Kind.COVERAGE, today), subjects=before.subjects, pick=before.pick)
    if programs := seen.values(Sort.PROGRAMS):
        return changed(before if before.kind in sets.ACTS else Ask(Kind.PROGRAM), programs=programs, read=seen.row.text)
    return _of_days_or_lists(seen, before, today)


def _supposes(seen: Seen) -> bool:
    """Whether something is supposed, and nothing asked for when it is so."""
    led = any(item.word in sets.SUPPOSING - sets.WHENEVER for item in seen.row.items)
    return (led or "suppose" in seen.parts) and not seen.parts & sets.ON_WATCHES


def _is_of_licenses(seen: Seen) -> bool:
    """Whether what it names is asked of the licenses before: "does it cover X", "is X named in it"."""
    return ("free" in seen.parts or "it" in seen.parts) and not seen.parts & sets.OF_NO_LICENSE and not seen.by_sort


def _of_parties(seen: Seen, before: Ask) -> Ask:
    words = [item.word for item in seen.row.items]
    leans = picks.is_led(seen) or not sets.OF_THEM.isdisjoint(words)
    if before.kind in (Kind.OPTION, Kind.COMPARISON) and leans:  # "and Rosneft?" is asked about under the option
        before = changed(before, kind=Kind.COVERAGE, option=OptionWish())
    if before.kind is Kind.UNWATCH and not sets.BEGINS.isdisjoint(words):
        before = changed(before, kind=Kind.WATCH)  # stop watching X and begin with Y
    spans = seen.asked_of
    subjects = unique([span.subject for span in spans])
    led = words[: spans[0].first]
    denied = "without" in seen.parts or any(word in sets.DENYING or word.endswith(("n't", "n’t")) for word in led)
    if before.kind in sets.ON_WATCHES and denied:  # not X
        undone = not seen.row.items[spans[0].first].apart and all(each in picks.spoken_of(before) for each in subjects)
        before = taken_back(before) if undone else changed(before, provided=True)
    kept = before if before.kind in sets.LEANING and (before.subjects or leans) else Ask(Kind.SCREENING)
    if before.as_of and Sort.DATE in seen.by_sort:  # and Rosneft now?
        kept = Ask(Kind.SCREENING)
    unread = unread_of(seen, spans, kept.kind)
    given = changed(kept, subjects=subjects, read=seen.row.text, pick=None, unread=unread)
    if kept.kind not in sets.ON_WATCHES or denied:
        return given
    beside = {at for at, parts in enumerate(seen.row.parts) if parts & sets.BESIDE_WATCHED} | covered(spans)
    goes_on = fits("goes_on", seen.row, named=beside | seen.named)  # and Y, in #desk; not "Y called us"
    return as_watched(changed(given, everything=False, notes=(), provided=given.provided or not goes_on), seen)


def _of_options(seen: Seen, before: Ask, options: tuple[str, ...]) -> Ask:
    if before.kind is Kind.COMPARISON or "compare" in seen.parts:
        left = TOLD["instead"].split(seen.row.text, maxsplit=1)[0]  # B instead of C
        out = {key for _, i in seen.items if i.sort is Sort.OPTIONS and i.start > len(left) for key in i.value}
        every = [key for key in (*before.options, *options) if key not in out]
        return Ask(Kind.COMPARISON, read=seen.row.text, options=unique(every))
    bare = all(len(item.text) == 1 for _, item in seen.items if item.sort is Sort.OPTIONS)  # B? not "show option A"
    if before.subjects and (bare or picks.is_led(seen) or seen.pick or "it" in seen.parts):
        before = changed(before, kind=Kind.COVERAGE)
    elif before.kind not in (Kind.COVERAGE, *sets.ON_WATCHES):
        kept = before.filter if bare or picks.is_led(seen) else None
        before = changed(before, kind=Kind.OPTION, subjects=(), filter=kept)
    joins = _supposes(seen) and ("both" in seen.parts or seen.row.items[-1].word in sets.TOO)
    together = before.kind is Kind.COVERAGE and (joins or "together" in seen.parts)
    keys = unique([*before.options, *options]) if together else options  # and if B comes, too?
    given = changed(before, options=keys, together=together and len(keys) > 1)
    return changed(given, lists=(), period=None, as_of=None, read=seen.row.text)


def _of_days_or_lists(seen: Seen, before: Ask, today: date) -> Ask | None:
    given = filled(seen, before.kind, today)
    if before.period and TOLD["before_that"].search(seen.row.text):
        given = changed(given, period=the_one_before(before.period))
    lists = given.lists or _lists_alone(seen)
    again = changed(before, period=given.period, lists=lists or before.lists, read=seen.row.text, notes=given.notes)
    if given.period and before.kind in (Kind.CHANGES, Kind.DIGEST, Kind.MEASURE):
        return again
    if before.subjects and (given.period or Sort.DATE in seen.by_sort) and "who" not in seen.parts:  # and now?
        return dated(changed(again, kind=Kind.SCREENING, as_of=None), today)
    if lists and before.kind in sets.LEANING | {Kind.SOURCES, Kind.PROGRAM}:
        if before.kind in sets.OF_NO_LIST and before.subjects:  # what an option does says nothing of one: "and on UN?"
            before = Ask(Kind.SCREENING, subjects=before.subjects, pick=before.pick)
        return changed(before, lists=lists, read=seen.row.text)
    return None


def _lists_alone(seen: Seen) -> tuple[str, ...]:
    """The lists that are all that is named: "and the EU?", "check the UK"."""
    led = covered(act for act in seen.acts if act.part in ("follow", "also", "only", "screen"))
    return only_lists(" ".join(item.text for at, item in enumerate(seen.row.items) if at not in led))
