"""What is wished of an answer beside what it is about: of an option, of a measure.

And what only the whole of a message tells: which side of its kind an ask is about (of a listing, with what risk to
others; of the past, since when or whether ever; of links, who owns), whether reasons are, and what to search by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.questions.ask import Ask, Aspect, Facet, Filter, HelpWith, Kind, OptionWish, Period, Subject, changed
from bot.questions.composing.contents import MARKS, TOLD, runs
from bot.questions.composing.described import denials, denies, filter_of
from bot.questions.composing.seen import Seen
from bot.questions.data import Telling, any_of, patterns, standing_apart, table
from bot.questions.spotting.lexicon import KINDS, lexicon, sets
from bot.questions.spotting.sheet import Sort, covered
from bot.sanctions.briefing.glossary import stands_alone
from bot.sanctions.relief.license import keys_in

_PATTERNS = patterns("wishes")
_WHERE = {place: standing_apart(words) for place, words in table("wishes")["where"].items()}
_ISSUERS = {place: standing_apart(words) for place, words in table("wishes")["issuers"].items()}
_FACETS = {Facet(facet): re.compile(words, re.IGNORECASE) for facet, words in table("wishes")["facets"].items()}


def option_wish(seen: Seen, kind: Kind) -> OptionWish:
    text = seen.row.text
    versions = tuple(int(n) for found in _PATTERNS["version"].finditer(text) for n in found.groups() if n)[:2]
    page, changes = (_PATTERNS[of].search(text) for of in ("page", "changed" if versions else "versions"))
    whose = any(i.sort is Sort.OPTIONS and seen.row.item(at + 1).word in KINDS for at, i in seen.items)
    names = page or whose or (_PATTERNS["who"].search(text) and not _PATTERNS["author"].search(text))
    return OptionWish(
        names=bool(names) and kind is Kind.OPTION,
        page=max(1, int(page[1])) if page else 1,
        schema=next((kind.schema for kind in seen.kinds if kind.schema), None),
        stays=bool(_PATTERNS["stays"].search(text)),
        versions=versions,
        versioned=bool(changes) and "option_acts" not in seen.marks,
        facet=facet_of(text) if kind is Kind.OPTION and len(seen.values(Sort.OPTIONS)) == 1 else None,
    )


def of_whom(seen: Seen, wish: OptionWish) -> Filter | None:
    """Who of an option is asked about alone, where that is more than a type: "its Cyprus ships", "tankers"."""
    people = any(country.people for country in seen.values(Sort.COUNTRY))
    programs = "if" not in seen.features and "ends" not in seen.parts and seen.values(Sort.PROGRAMS)
    if wish.facet or not (seen.kinds or programs or (people and "count" in seen.parts)):
        return None
    said = filter_of(seen)
    wanted = Filter(country=said.country, flag=said.flag, words=said.words, craft=said.craft)
    whole = wanted == Filter() and not (programs or "wonders" in seen.features)  # does C cover vessels
    return None if whole else replace(wanted, called=said.called, schema=said.schema)


def facet_of(text: str) -> Facet | None:
    """The one thing about an option that is asked for; the first that the words ask for."""
    return next((facet for facet, words in _FACETS.items() if words.search(text)), None)


def places_of(text: str) -> tuple[str, ...]:
    """Whose level of a measure is asked for."""
    return tuple(key for key, words in _WHERE.items() if words.search(text))


def _of_licenses(question: Ask, seen: Seen) -> Ask:
    """The question with what is wished of licenses: whose, only those that are new, and what they are for."""
    row = seen.row
    endless = bool(_PATTERNS["endless"].search(row.text))
    timed = endless or bool(_PATTERNS["ahead"].search(row.text))  # its words are of no topic
    strange = [at for at, i in seen.items if not timed and i.word.isalpha() and row.parts[at] <= {"ordinary"}]
    topic = (row.said(run[0], run[-1] + 1) for run in runs(strange, lambda one, other: other == one + 1))
    return changed(
        question,
        countries=tuple(country.name for country in seen.values(Sort.COUNTRY) if not country.people),
        issued="issued" in seen.marks,
        places=tuple(place for place, words in _ISSUERS.items() if words.search(row.text)),
        topic=tuple(topic),
        endless=endless,
        over=bool(_PATTERNS["over"].search(row.text)),
    )


def supposed(question: Ask, seen: Seen) -> Ask:
    """The question with what it supposes: of options and programs that it names, or that a party comes off; of licenses
    with what is wished of them."""
    if question.kind is Kind.LICENSE:
        return _of_licenses(question, seen)
    if question.kind not in sets.UNDER_OPTIONS:
        return question
    came = "came" in seen.parts or _PATTERNS["came"].search(seen.row.text)
    # what of an option has come about, not what was edited in it, nor what it would do for somebody
    if came and (question.options or question.kind is Kind.OPTIONS) and not question.subjects:
        return changed(question, kind=Kind.OPTION, option=replace(question.option, came=True, versioned=False))
    question = _without_what_stays(question, seen)
    if not question.options and not question.supposes:
        return question
    places = [at for at, i in seen.items if i.sort is Sort.PROGRAMS and question.options and question.programs]
    led = (seen.row.items[at].word for place in places for at in range(max(0, place - 3), place))
    # would B free X if CAATSA went, too
    ended = places and ("ends" in seen.parts or not sets.SUPPOSING.isdisjoint(led))
    both = len(question.options) > 1 and "together" in seen.parts and "compare" not in seen.parts
    # the parties behind "without" or "except", and those joined to them: "without Deripaska and Usmanov"
    starts = {act.first for act in seen.row.acts if act.part == "without"}
    out = covered(each for each in denials(seen) if each.first in starts)
    return changed(
        question,
        without=tuple(span.subject for span in seen.parties if span.first in out),
        together=bool(ended) or both,
        unread=(*question.unread, *_unapplied(seen, question.kind)),
        linked=question.kind is Kind.COVERAGE and "owned" in seen.features,
    )


def days_ahead(text: str, today: date) -> Period | None:
    """What "in the next two weeks", "within 30 days" or "next year" is from a day on."""
    if not (found := _PATTERNS["ahead"].search(text)):
        return None
    unit = next(unit for unit in _UNITS if found[unit])
    if not found["n"] and unit == "years":
        return Period(date(today.year + 1, 1, 1), date(today.year + 1, 12, 31), found[0])
    number = _NUMBERS.get(found["n"].casefold(), 0) or int(found["n"]) if found["n"] else 1
    return Period(today, today + timedelta(number * _UNITS[unit]), found[0])


_UNITS = {"days": 1, "weeks": 7, "months": 30, "years": 365}
_NUMBERS = {word: n for n, said in enumerate(table("wishes")["numbers"], 1) for word in said.split("|")}


def _unapplied(seen: Seen, kind: Kind) -> Iterator[str]:
    """The conditions that name neither an option nor a party nor, where one is asked about, a program: "if the
    ceasefire holds", "without term 3"."""
    row, applied = seen.row, {Sort.OPTIONS, Sort.PROGRAMS} if kind is Kind.COVERAGE else {Sort.OPTIONS}
    for at, item in enumerate(row.items):
        leaves = "without" in row.parts[at] and "without" not in seen.row.parts[at - 1]
        if at in seen.named or not (leaves or (item.word in sets.SUPPOSING and item.word not in sets.WHENEVER)):
            continue
        behind = range(at + 1, len(row.items))
        verbs = (i for i in behind if row.items[i].word in sets.ASKING_VERBS or row.parts[i] & sets.FREEING)
        ends = (i for i in behind if row.items[i].apart or i in seen.named)
        clause = range(at, min(next(ends, len(row.items)), next(verbs, len(row.items))))
        free = {part for i in behind[: len(clause)] for part in row.parts[i]}
        named = clause.stop in seen.named or any(row.items[i].sort in applied for i in clause)
        if len(clause) > 2 and not (named or {"it", "provided", "suppose"} & free):
            yield row.said(clause.start, clause.stop)


def _without_what_stays(question: Ask, seen: Seen) -> Ask:
    """The question without the programs, or the options, of which it says that they stay, or do not come: where no
    program ends, it is asked how a party stands now."""
    if question.kind is Kind.COVERAGE and question.programs and (stay := standing(seen, Sort.PROGRAMS)):
        ended = tuple(tag for tag in question.programs if tag not in stay)
        kind = Kind.COVERAGE if ended or question.options else Kind.SCREENING
        return changed(question, kind=kind, programs=ended)
    supposes = question.kind is Kind.COVERAGE and len(question.options) > 1 and seen.features & {"if", "suppose"}
    stay = standing(seen, Sort.OPTIONS) if supposes else _left(seen)
    come = tuple(key for key in question.options if key not in stay)
    # what if X stays without C
    if question.kind is Kind.COVERAGE and stay and not (come or supposes or question.programs):
        return changed(question, kind=Kind.SCREENING, options=())
    return changed(question, options=come or question.options)


def _left(seen: Seen) -> tuple[str, ...]:
    """The options without which, or instead of which, something is asked."""
    found = TOLD["instead"].search(seen.row.text)
    options = [(at, item) for at, item in seen.items if item.sort is Sort.OPTIONS]
    behind = next((at for at, item in options if found and item.start >= found.end()), None)
    left = (item.value for at, item in options if at == behind or "without" in seen.row.parts[at - 1])
    return tuple(key for keys in left for key in keys)


_WORDS = [(of, said.items()) for of, said in table("aspects").items() if of != "telling"]
_SIDES = {of: {key: standing_apart(words) for key, words in said} for of, said in _WORDS}
_ASPECTS = {of: Telling(sides, table("aspects")["telling"]) for of, sides in _SIDES.items()}


def told_by_all(question: Ask, asked: str, licenses: Sequence[str]) -> dict[str, Any]:
    """The fields of an ask that the whole message `asked` tells. `licenses` are the keys that are known."""
    keys = keys_in(question.read, licenses) if question.kind is Kind.LICENSE else ()
    return {
        "aspect": aspect_of(question.kind, asked, question.subjects),
        "why": question.kind in sets.ABOUT_PARTIES and aspect_of("reasons", asked, question.subjects) is Aspect.WHY,
        "licenses": keys or question.licenses,
        "search": "" if keys else _search_of(question, asked),
    }


def aspect_of(of: str, asked: str, subjects: Sequence[Subject]) -> Aspect:
    """The side of a kind, or of the reasons for a listing or its end, that is asked about; NONE where the question is
    about its kind as such. Names are not looked at: "the ship Ever Given" is no question of the past."""
    if of not in _ASPECTS or not (sides := list(_ASPECTS[of].fitting(asked))):
        return Aspect.NONE
    beside = re.sub(any_of(one.name for one in subjects if one.name), " ", asked, flags=re.IGNORECASE)
    return next((Aspect(side) for side in sides if _SIDES[of][side].search(beside)), Aspect.NONE)


def _search_of(question: Ask, asked: str) -> str:
    """The words to search by: of a fact, of licenses where none is named, of somebody on no list on a day; and of what
    fits no known way of asking, for it may still be a question of fact."""
    if question.terms == ("fifty",) and not question.beside and _PATTERNS["owned"].search(question.read):
        return ""  # the rule itself
    if question.kind in (Kind.BRIEF, Kind.MEASURE) or (question.kind is Kind.LICENSE and not question.subjects):
        return question.read
    unsure = question.help in (HelpWith.NEAREST, HelpWith.NAME) and stands_alone(asked)
    return asked if unsure or question.kind is Kind.HISTORY else ""


def standing(seen: Seen, sort: Sort) -> tuple[Any, ...]:
    """The programs or options of which the words say that they stay, or do not end: a denial stands right before them,
    or one, or "stays", behind."""
    row = seen.row
    places = [at for at, item in seen.items if item.sort is sort]
    found: dict[int, bool] = {}
    for n, at in reversed(list(enumerate(places))):
        then = places[n + 1] if n + 1 < len(places) else len(row.items)
        said = range(at + 1, next((i for i in range(at + 1, then) if row.items[i].apart), then))
        if said.stop == then in found and {row.items[i].word for i in said} <= sets.SPLITTERS:
            found[at] = found[then]  # EO 13661 and EO 14024 stay
        words = [row.items[i].word for i in said]
        while then in found and words and (words[-1] in sets.SPLITTERS or denies(words[-1])):
            words.pop()  # ... and not the next
        stays = found.get(at, False) or any(denies(word) or word in sets.STAYING for word in words)
        before = row.item(at - 1).word
        left_out = denies(before) or before in sets.STAYING or "without" in lexicon().parts(before)
        found[at] = left_out or (stays and not MARKS["gone"].search(" ".join(words)))
    return tuple(dict.fromkeys(each for at in places if found[at] for each in row.items[at].value))
