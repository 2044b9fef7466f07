"""More of who the party before is: a given name or a patronymic for its surname, a birth date, a country, a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bot.questions.ask import Ask, Kind, Subject
from bot.questions.composing.seen import Seen
from bot.questions.picks import is_led
from bot.questions.spotting.days import read_day
from bot.questions.spotting.lexicon import is_given, is_known, is_of_a_person, is_patronymic, lexicon, sets, spellings
from bot.questions.spotting.names import ListedNames
from bot.questions.spotting.places import is_town
from bot.questions.spotting.sheet import Sort, Surety

_NAMES = 3  # words of a given name: Horacio Manuel
_GROWN = 16  # years: a day that long ago is a birth date, and none of an edition


def with_surname(subject: Subject, seen: Seen, before: Ask, listed: ListedNames) -> Subject:
    """Who is only called by a given name, with the surname of who was asked about: "his brother Boris", or "Sergei"
    alone behind "Ivanov"; by a patronymic, with the given name, too."""
    whose = before.subjects or before.earlier[-1:]  # and his companies? and his wife Alla?
    if " " in subject.name or subject in whose or not whose:
        return subject
    *first, surname = whose[0].name.split()
    said = subject.name.casefold()
    of_one = len(first) == len(before.subjects) == len(seen.parties) == 1
    if of_one and is_patronymic(said) and said not in sets.SURELY_TWO and not is_led(seen):
        return replace(subject, name=f"{first[0]} {subject.name} {surname}", within=subject.name)
    meant = "meant" in seen.features and is_given(said)
    starts = {span.first for span in seen.parties if " " not in span.subject.name}
    kin = any(act.part == "relative" and act.last in starts for act in seen.acts) and len(starts) == len(seen.parties)
    if not (meant or kin or "called" in seen.features or narrows(subject, seen, before, listed)):
        # a given name perhaps, as no list has it: liliya, behind Rotenberg
        alone = not first and len(seen.spans) == 1 and seen.is_bare and listed.is_surname(surname)
        return replace(subject, within=f"{subject.name} {surname}") if alone and not subject.within else subject
    return replace(subject, name=f"{subject.name} {surname}", within=subject.name)


def borne_with(seen: Seen, before: Ask, listed: ListedNames) -> Subject | None:
    """The party before, by a listed name that holds what is said now beside what was said of it: "it's Horacio" behind
    Cartes, "dan" behind Gertler, "Medni" behind Kadyrov; None where no list has such a name, or a party of that name
    alone."""
    row, own = seen.row, [at for at, parts in enumerate(seen.row.parts) if parts <= {"ordinary"}]
    others = {part for at, parts in enumerate(row.parts) if at not in own for part in parts}
    few = own and own[-1] - own[0] < _NAMES and len(before.subjects) == 1 and "smalltalk" not in row.parts[0]
    few = few and others <= sets.SAID_OF_A_NAME and not (seen.denies or sets.SAYS & seen.row.words)  # not X; X said so
    few = few and before.kind not in sets.ON_WATCHES
    if not few or not all(row.items[at].text.isalpha() and row.items[at].word not in sets.OF_GRAMMAR for at in own):
        return None
    said, called = row.said(own[0], own[-1] + 1), before.subjects[0].name
    words, had = said.casefold().split(), called.casefold().split()
    another = listed.is_name(said) and not is_known(said)
    if not had or another or not {*words}.isdisjoint(had) or is_patronymic(words[-1]):
        return None
    forms = (form for form in ("", "a") if listed.are_of_one([*words, *had[:-1], had[-1] + form]))
    by_surname = {"given", "surname", "meant"} & others and all(map(is_given, words)) and listed.is_surname(called)
    if (form := next(forms, "" if by_surname else None)) is None:
        return None
    whole = f"{said} {called}"
    return replace(before.subjects[0], name=whole, within=said, spelt=form and whole + form, entry="")


def narrows(subject: Subject, seen: Seen, before: Ask, listed: ListedNames) -> bool:
    """Whether a given name, with a courtesy behind it or another that is denied before it, says which of a surname is
    meant: "Igor, please", "not Arkady, Boris"; not "thanks, Boris"."""
    if len(before.subjects) != 1 or not is_given(subject.name.casefold()):
        return False
    *first, surname = before.subjects[0].name.split()
    last = seen.parties[-1] if seen.parties else None
    led = {item.word for item in seen.row.items[: last.first]} if last else set()
    behind = seen.row.items[last.last :] if last else ()
    back = sets.DENYING | sets.TAKING_BACK
    corrects = bool(led & back or {item.word for item in behind} & sets.DENYING) and len(first) == 1  # no, Arkady
    of_one = (first in ([], [before.subjects[0].within]) or corrects) and not is_given(surname.casefold())
    alone = all(word in back or is_given(word) for word in led)
    alone = alone and all(is_given(i.word) or {"smalltalk"} & lexicon().parts(i.word) or i.word in back for i in behind)
    return of_one and alone and any(map(listed.is_surname, spellings(surname.casefold())))


def says_beside(seen: Seen) -> bool:
    """Whether no more is said of the party before than what no list is looked through for: where it is ("he's from
    Medellin"), how it is reached ("tel +7 495 1234567"), what it is not ("not the Russian one", "everything except
    SDN"); or who is to look ("Sergei, please look")."""
    row, spans = seen.row, seen.spans
    if seen.is_question or not (spans or seen.by_sort):
        return _says_where(seen)
    if not spans:
        leads = "without" in seen.parts or (row.items[0].word in sets.DENYING and "smalltalk" not in row.parts[0])
        one = sum(item.sort in (Sort.COUNTRY, Sort.LISTS) for _, item in seen.items) == len(seen.by_sort) == 1
        return leads and one and not seen.kinds and seen.parts <= sets.IDLE | {"without"}
    words, asks = {item.word for item in row.items[1:]}, all(parts & sets.OF_REQUESTS for parts in row.parts[1:])
    if asks and row.item(1).apart and len(words) > 1 and words & {*sets.PLEADING, "you"}:
        return is_given(row.items[0].word)
    parties = [s for s in spans if s.borne or s.formed or (s.surety >= Surety.LISTED and not s.subject.name.isdigit())]
    reached = "@" in row.text or (not parties and any(map(str.isdigit, row.text)))
    return ("nolabel" in row.parts[0] and not seen.by_sort and reached) or _says_where(seen)


def _says_where(seen: Seen) -> bool:
    """Whether it is where the party before is: no dealing with whom lists may call as a place: "payment from
    Deripaska"."""
    if not seen.spans or "deal" in seen.parts or not seen.parts <= sets.IDLE | sets.OF_A_PLACE:
        return False
    placed = (span for span in seen.spans if span.place or (is_town(span.subject.name) and not span.sure))
    led = [seen.row.item(span.first - 1).word in sets.PLACED_IN | sets.WHENCE - {"of"} for span in placed]
    return len(led) == len(seen.spans) and all(led)


def told_more(seen: Seen, before: Ask, today: date) -> tuple[Subject, ...]:
    """The parties of the ask before, with the birth date, country or identifiers that are told now; none where none
    is."""
    facts = dict(seen.by_sort.get(Sort.NUMBER, ()))
    facts |= {kind: said for span in seen.parties for kind, said in span.subject.identifiers.items()}
    countries = [country.name for country in seen.by_sort.get(Sort.COUNTRY, ())][-1:]  # not the Russian, the Swiss one
    born = seen.values(Sort.BORN)[:1] or _born(seen, before, today)
    told: dict[str, Any] = {name: said[0] for name, said in (("birth_date", born), ("country", countries)) if said}
    every = before.subjects if told or facts else ()
    return tuple(replace(s, **told, identifiers={**s.identifiers, **facts}) for s in every)


def _born(seen: Seen, before: Ask, today: date) -> tuple[str, ...]:
    """A day or a year that is all that is said of a person, so long ago that it is a birth date; of one in strokes only
    the year, for which figure is the month is not told."""
    said = seen.row.text.strip(" .,?!()")
    words = before.subjects[0].name.casefold().split() if len(before.subjects) == 1 else []
    if before.kind is not Kind.SCREENING or not said[-1:].isdigit() or not any(map(is_of_a_person, words)):
        return ()
    day = read_day(said) if len(seen.row.items) == 1 else ""
    return (day[:4] if "/" in said else day,) if day and int(day[:4]) <= today.year - _GROWN else ()
