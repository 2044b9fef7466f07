"""The set of parties that is described: its kind, where it is from, whose it is.

And what a question denies or leaves out: what is taken out of a set ("Russian but not under RUSSIA-EO14024", "without
tankers")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.questions.ask import Ask, Filter, Kind, Period
from bot.questions.composing.contents import TOLD, runs
from bot.questions.composing.seen import Seen
from bot.questions.composing.shapes import kind_of
from bot.questions.composing.within import TRADES, of_a_trade, part_programs, type_of
from bot.questions.spotting.days import days_of
from bot.questions.spotting.items import LICENSE_NUMBER
from bot.questions.spotting.lexicon import CRAFT_TYPES, KINDS, lexicon, sets
from bot.questions.spotting.sheet import Act, Sort, covered
from bot.sanctions.effect import directives_of
from bot.sanctions.party import Schema

FLAGS = ("flag", "флаг", "прапор")
_COUNTED = {Sort.WORD, Sort.PROGRAMS, Sort.LISTS, Sort.COUNTRY}  # what a list tells of a party
_UNCOUNTED = frozenset({Sort.OPTIONS, Sort.LICENSE})
_MOST_DENIED = 10  # sets that are taken out of one
_Groups = tuple[tuple[str, ...], ...]


def narrowed(seen: Seen, kind: Kind) -> tuple[Seen, tuple[Ask, ...], tuple[str, ...]]:
    """What of a stretch describes a set, or changes of one; the sets that are taken out of it; and the conditions that
    nothing reads."""
    left_out = [*denials(seen), *_linked_to_a_set(seen), *(_causes(seen) if kind is Kind.PARTIES else ())]
    beside = set(range(len(seen.row.items))) - covered(left_out)
    if "unlisted" in seen.features and not any(_is_condition(seen, at) for at in beside):
        left_out = []  # there are no sanctions on Russian banks: nothing is left of which they are taken
    denied = [each for each in left_out if each.part == "denied"][:_MOST_DENIED]
    out = tuple(dict.fromkeys(ask for each in denied for ask in _taken_out(seen, each)))
    aside = frozenset(at for each in left_out for at in range(each.first, each.last))
    groups = kind is Kind.CHANGES or {"contains", "links", "surnamed"} & seen.parts
    # more than small words before a kind: "Chinese shipping companies"
    inner = [(s, seen.row.items[s.first : s.last]) for s in seen.spans if s.first not in aside]
    inner = [(s, items) for s, items in inner if groups or any(i.word and i.capital for i in items)]
    spans = tuple(s for s, items in inner if not {i.word for i in items} <= sets.REGIONS)
    rest = replace(seen, aside=aside, spans=spans)
    strange = _unread_in(rest, sets.SAID_OF_A_SET | (sets.SAID_OF_CHANGES if kind is Kind.CHANGES else set()))
    unmet = [seen.row.said(each.first, each.last) for each in left_out if each.part == "unread"]
    unmet += (rest.row.said(run[0], run[-1] + 1) for run in strange)
    return replace(rest, aside=aside.union(*strange)), out, tuple(dict.fromkeys(unmet))


def _causes(seen: Seen) -> Iterator[Act]:
    """Countries for whose sake parties are listed, and no country of theirs: "sanctioned for Russia", "for helping
    Iran", "under Russia sanctions", "because of Russia"."""
    several = len(seen.by_sort.get(Sort.COUNTRY, ())) > 1  # "over Syria" by itself narrows to it
    for at in (at for at, item in seen.items if item.sort is Sort.COUNTRY and not item.value.people):
        before, ahead = seen.row.item(at - 1).word, seen.row.item(at + 1).word
        under = before == "under" and ahead.startswith(("sanction", "program"))
        tied = next((act.first for act in seen.acts if act.part == "links" and act.last == at and several), at - 1)
        sake = before in sets.FOR_SAKE and "listed" in lexicon().parts(seen.row.item(at - 2).word)  # no "only for Iran"
        if under or (sake and (several or before != "over")) or tied < at - 1 or before in sets.HELPING:
            yield Act("unread", tied, at + 1 + under)


def _linked_to_a_set(seen: Seen) -> Iterator[Act]:
    """Links to those who are no more than described: "aircraft linked to oligarchs"."""
    for act in (act for act in seen.acts if act.part == "links"):
        ahead = range(act.last, min(act.last + 4, len(seen.row.items)))
        at = next((n for n in ahead if seen.row.items[n].word in KINDS), 0)
        if at and seen.named.isdisjoint(range(act.first, at + 2)):
            yield Act("unread", act.first, at + 1)


def _unread_in(seen: Seen, read: frozenset[str]) -> list[list[int]]:
    """What else is said and no part of asking for a set, nor of what it is told by, side by side: "with a BIC", "built
    after 2010", "the UN list only". `read`: the parts that are."""
    row, town = seen.row, seen.town
    placed = town or seen.values(Sort.COUNTRY) or any(map(seen.is_of_a_place, seen.spans))
    timed = {n for at, item in seen.items if item.word in sets.TIMING for n in range(at, at + 4)}  # since the war began
    items = dict(seen.items)

    def is_read(at: int) -> bool:
        item, parts = items[at], row.parts[at]
        if not item.word:
            of_part = item.sort is Sort.LISTS and TOLD["of_part"].search(item.text) and not part_programs(seen)
            told = item.sort is Sort.DATE and at - 1 in items and not is_read(at - 1)  # built after 2010
            other = item.sort is Sort.MEASURES and not all(map(directives_of, item.value))
            return not (of_part or told or other or item.sort in _UNCOUNTED)
        near = (row.item(at - 1).sort, row.item(at + 2).sort)
        ahead = at and Sort.LISTS in (row.item(at + 1).sort, near[1])  # how many are only on SDN
        behind = "only" in parts and (near[0] is Sort.LISTS or Sort.PROGRAMS in near or ahead)  # no "only the vessels"
        another = item.word in KINDS and _is_another_kind(at, seen)
        both = "both" in parts and {"added", "removed"} <= seen.parts  # one after the other, which no edition tells
        from_afar = item.word in sets.REGIONS and {row.item(at + 1).word, row.item(at + 2).word} & KINDS.keys()
        if both or behind or another or from_afar or at in timed or item.word in sets.UNTOLD | sets.RANKING:
            return False
        if item.word in TRADES and of_a_trade(at, seen):
            return True
        where = at in town or (placed and (item.word in sets.PLACING or item.word.startswith(FLAGS)))
        return where or item.word in sets.DESCRIBING or not parts.isdisjoint(read)

    return runs([at for at in items if not is_read(at)], lambda one, other: other == one + 1)


def _is_another_kind(at: int, seen: Seen) -> bool:
    """Whether it is a kind beside the one that is counted, and not the same more widely: "banks and tankers"."""
    kind, counted = KINDS[seen.row.items[at].word], seen.kinds[0]
    joined = sets.SPLITTERS & {seen.row.item(at - 1).word, seen.row.item(at + 1).word}
    apart = counted.schema is not None and kind.schema is not counted.schema
    return kind.schema is not None and kind != counted and bool(joined or apart)


def _taken_out(seen: Seen, denial: Act) -> Iterator[Ask]:
    """The sets that a denial takes out: one for each party that it names, else the one that it describes."""
    places = range(denial.first, denial.last)
    others = frozenset(range(len(seen.row.items))).difference(places)
    own = replace(seen, aside=others, spans=tuple(span for span in seen.spans if span.first in places))
    wanted = replace(filter_of(own), linked_to="", group="", unlisted=False)
    for named in [span.subject.name for span in own.spans] or [""]:
        one = replace(wanted, named=named)
        yield Ask(Kind.PARTIES, programs=own.values(Sort.PROGRAMS), lists=own.values(Sort.LISTS), filter=one)


def filter_of(seen: Seen) -> Filter:
    """The set that is described, as far as it was read."""
    kind = seen.kinds[0] if seen.kinds else None
    town = seen.town
    place = next((span.subject.name for span in seen.spans if seen.is_of_a_place(span)), "")
    place = place or (seen.row.said(town[0], town[-1] + 1) if town else "")
    named = [s.subject.name for s in seen.spans if not (seen.is_of_a_place(s) or s.first in town)]
    names = " ".join(name for name in named if not any(name in other.split(" ")[1:] for other in named))
    linked, (country, flag) = names if "links" in seen.features and not place else "", _countries(seen)
    afloat = not kind or kind.schema is not Schema.LEGAL_ENTITY
    told = type_of(seen, kind, CRAFT_TYPES if afloat else TRADES) if kind else ()
    called = (names,) if "surnamed" in seen.parts and names and " " not in names else ()
    return Filter(
        called=kind.called if kind and not called else "",
        schema=kind.schema if kind else None,
        country=country,
        flag=flag,
        words=called or (kind.words if kind else ()) or (() if afloat else told),
        craft=told if afloat else (),
        linked_to=linked,
        group="" if linked or called else names,
        place=place,
        initial=next(iter(seen.values(Sort.INITIAL)), ""),
        together=_is_together(seen),
        standing=_standing_of(seen),
        every="all" in seen.parts and "listed" in seen.parts and seen.is_question,
        unlisted="unlisted" in seen.features,
    )


def _standing_of(seen: Seen) -> str:
    """How the parties stand that are meant: "how many are blocked", "only restricted"."""
    words = {item.word for _, item in seen.items}  # not those taken out: "not blocked"
    said = {"blocked": words & sets.BLOCKING, "restricted": words & sets.RESTRICTING}
    return next((how for how, found in said.items() if found), "") if len([*filter(None, said.values())]) == 1 else ""


def set_of(seen: Seen, out: tuple[Ask, ...], unmet: tuple[str, ...], kind: Kind) -> Filter | None:
    """The set that is asked about; of changes None where they are of everybody, or of parties by name."""
    wanted = filter_of(seen)
    births = ((day, days_of(day, date.max)) for day in seen.values(Sort.BORN))
    born = next((Period(*days, f"in {day}") for day, days in births if days), None)
    wanted = replace(wanted, born=born, but=out, unmet=unmet, unlisted=wanted.unlisted and not out)
    if kind is Kind.PARTIES:
        return wanted
    wanted = replace(wanted, every=False, together=False, unlisted=False, standing="")
    sets_out = [each for each in out if not (each.filter and each.filter.named)]  # not so a party: but not for X
    whole = wanted == Filter(called=wanted.called) or (seen.parties and not (sets_out or unmet))
    return None if whole else replace(wanted, group="" if seen.parties[1:] else wanted.group)


def _countries(seen: Seen) -> tuple[_Groups, _Groups]:
    """The countries of which a party is of one of each group, and those whose flag it flies."""
    places = [at for at, item in seen.items if item.sort is Sort.COUNTRY]
    groups = runs(places, lambda one, other: _are_joined(seen, one, other))
    names = [tuple(dict.fromkeys(seen.row.items[at].value.name for at in group)) for group in groups]
    flies = (at for at in places if seen.row.item(at - 1).word in sets.FLYING)  # how many fly Panama
    flag = next((at for at, item in seen.items if item.word.startswith(FLAGS)), next(flies, None))
    if flag is None or not groups:
        return tuple(names), ()
    # the nearest; behind the word it is nearer than before: "Russian vessels flagged in Panama"
    near = [min(2 * abs(at - flag) - (at > flag) for at in group) for group in groups]
    flown = (names.pop(near.index(min(near))),)
    return tuple(names), flown


def _are_joined(seen: Seen, one: int, other: int) -> bool:
    """Whether "or", "and" or a comma alone stands between two countries, so that either is meant."""
    between = {seen.row.items[at].word for at in range(one + 1, other)}
    if not between:
        return seen.row.items[other].after_comma
    return not sets.SPLITTERS.isdisjoint(between) and sets.BETWEEN_COUNTRIES.issuperset(between)


def _is_together(seen: Seen) -> bool:
    """Whether each of several programs or lists is meant: "on both SDN and the UN list", "also on SDN", "under SDGT and
    under IRGC"."""
    if len(seen.values(Sort.LISTS)) > 1 and {"both", "also"} & seen.parts:
        return True
    programs = [at for at, item in seen.items if item.sort is Sort.PROGRAMS]
    between = {seen.row.items[at].word for at in range(programs[0], programs[-1])} if programs else set()
    added = not between.isdisjoint(sets.SPLITTERS) and between.isdisjoint(sets.EITHER)
    return len(seen.values(Sort.PROGRAMS)) > 1 and (added or "both" in seen.parts | seen.first)


def denials(seen: Seen) -> list[Act]:
    """The words that deny a condition on a set or leave it out, in order: "denied" where it is understood, else
    "unread"."""
    starts = {at: at + 1 for at, item in enumerate(seen.row.items) if denies(item.word) or _is_outside(seen, at)}
    starts |= {act.first: act.last for act in seen.row.acts if act.part == "without"}
    found: list[Act] = []
    for first, behind in sorted(starts.items()):
        denial = _denial(seen, first, behind)
        if denial and not (found and first < found[-1].last):
            found.append(denial)
    return found


def but_for_some(seen: Seen) -> Kind | None:
    """The kind of ask where a set is asked for and all that is named beside it is left out: "Russian banks without
    Sberbank", "who is under GLOMAG but not Serbian"; None elsewhere."""
    if not (seen.denies or "without" in seen.parts) or "of_bot" in seen.features:
        return None
    denied = [each for each in denials(seen) if each.part == "denied"]
    out = covered(denied)
    if not out or 0 in out or seen.named - out or any(seen.row.items[at].apart for at in out - {denied[0].first}):
        return None
    of_a_set = kind_of(replace(seen, spans=(), aside=frozenset(out)).features) in (Kind.PARTIES, Kind.PROGRAM)
    return Kind.PARTIES if of_a_set else None


def _denial(seen: Seen, first: int, behind: int) -> Act | None:
    """What is denied from a word on; None where it is nothing of a set: "not sure how many", "listed or not"."""
    items, end = seen.row.items, len(seen.row.items)
    standing = sets.BLOCKING | sets.RESTRICTING
    parts = ((item.word, lexicon().parts(item.word)) for item in items[behind:])
    light = (word in sets.LIGHT or ({"listed", "links"} & of and word not in standing) for word, of in parts)
    at = next((n for n, only_leads in enumerate(light, behind) if not only_leads), end)  # no "under", "listed on"
    if at < end and (last := _end_of(seen, at, items[first].word)):
        return Act("denied" if all(item.sort in _COUNTED for item in items[at:last]) else "unread", first, last)
    if at == end or not any(_is_condition(seen, n) for n in range(first)):
        return None
    last = next((n for n in range(at + 1, end) if items[n].apart or _is_condition(seen, n)), end)
    while items[last - 1].word in sets.LIGHT:
        last -= 1
    return Act("unread", first, last)


def _end_of(seen: Seen, at: int, denial: str) -> int:
    """Where the conditions end that begin at an item: those side by side, and those that "or" joins; 0 for none."""
    row, last = seen.row, at
    while _is_condition(seen, last) or (last > at and row.item(last).word.startswith(FLAGS)):
        last += 1
        if denial == "non":
            return last
    behind = last + (row.item(last).word in sets.SPLITTERS)  # "and", or a comma alone
    joined = row.item(behind).sort is row.items[at].sort and (behind > last or row.item(last).after_comma)
    if last > at and joined:
        return _end_of(seen, behind, denial) or last
    return last if last > at else 0


def _is_condition(seen: Seen, at: int) -> bool:
    item = seen.row.item(at)
    stands = item.word in sets.BLOCKING or item.word in sets.RESTRICTING
    return stands or item.word in KINDS or at in seen.named or item.sort is not Sort.WORD


def _is_told_by_no_name(word: str) -> bool:
    """Whether it is a sort of people, whom no list tells and no name: oligarchs, ministers."""
    return word in KINDS and KINDS[word].schema is Schema.PERSON and bool(KINDS[word].words)


def narrowing(seen: Seen, kind: Kind) -> Iterator[str]:
    """What narrows an ask and is not reckoned with: "only half of option A", "before the invasion"."""
    row = seen.row
    if kind is Kind.LICENSE:
        yield from (row.said(each.first, each.last) for each in denials(seen) if not _is_outside(seen, each.first))
    if kind in (Kind.HISTORY, Kind.LICENSE) and not seen.values(Sort.DATE):  # before the invasion
        before = (act for act in seen.acts if act.part == "before")
        yield from (row.said(act.first, min(act.last + 1, len(row.items))) for act in before)
    if kind in (Kind.COVERAGE, Kind.COMPARISON) and not seen.parties:  # of all who would be reached
        yield from (i.text for i in row.items if i.sort is Sort.COUNTRY or getattr(KINDS.get(i.word), "words", None))
    if kind is Kind.OPTION:  # of its parties
        yield from (i.text for _, i in seen.items if i.word in sets.UNTOLD or _is_told_by_no_name(i.word))
        yield from (row.said(each.first, each.last) for each in denials(seen) if each.part == "denied")
        whom = seen.kinds or {"who", "every", "count"} & seen.parts
        yield from (i.text for _, i in seen.items if whom and i.sort is Sort.LISTS and "us_ofac_sdn" not in i.value)
        asked = (TOLD["said_about"].search(row.text), "gl" in seen.features and LICENSE_NUMBER.search(row.text))
        yield from (found[0] for found in asked if found)
    shares = (at for at, item in seen.items if item.word in sets.SHARES)
    yield from (row.said(at, at + 3) for at in shares if row.item(at + 2).sort is Sort.OPTIONS)


def _is_outside(seen: Seen, at: int) -> bool:
    return seen.row.items[at].word in sets.OUTSIDE and seen.row.item(at + 1).sort is Sort.COUNTRY


def denies(word: str) -> bool:
    return word in sets.DENYING or word.endswith(("n't", "n’t"))
