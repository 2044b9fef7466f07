"""How facts are written: in signs, forms or words that no entry had before, cut, with marks of a wrong encoding.

A tool that thinks itself helpful does that to many entries, and publishers do, seldom: it is told with its words, and
held where there is more of it than the limit.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from bot.lists.soundness import curve
from bot.lists.soundness.finding import Finding, counted
from bot.lists.soundness.gathered import TITLES, WORDED, Fresh
from bot.lists.soundness.kinds import IDENTIFIERS, IDENTITY, KINDS, NAME, PROGRAMS, TEXTS, Kind
from bot.lists.soundness.said import FREE, bearers, having
from bot.lists.soundness.seen import Seen
from bot.lists.soundness.signs import MassEdit, Sign, is_marked
from bot.lists.soundness.text import any_damaged, damaged
from bot.sanctions.listing import Listing

_MEET = re.compile(r"[a-z](?=\d)|\d(?=[a-z])")
SHOWN = 6  # words or signs of one finding
LONGER = 2  # letters and digits
ONE = 1  # entry written so is told of nobody
SHORT = 40  # letters of a value that is quoted


def measures(
    found: Sequence[Sign], edits: Sequence[MassEdit], fresh: Fresh, of_other_format: bool
) -> Iterator[Finding]:
    """`found` are the signs of the entries that differ, `edits` those of many that are told by themselves."""
    seen = fresh.seen
    yield from _texts(fresh)
    yield from _new_tags(edits, seen)
    yield from _new_words(edits, fresh)
    yield from _grown(found, seen, of_other_format)
    if not of_other_format:
        yield from _respelt(found, seen)
        yield from _new_forms(fresh)
        yield from _cut(found, seen)
        yield from _turned(found, seen)
        yield from _of_several(fresh)
        yield from _titles_of_others(fresh)
        yield from _remarks_of_others(seen)


def _respelt(found: Sequence[Sign], seen: Seen) -> Iterator[Finding]:
    """Names, programs, numbers, addresses in the same words and other signs, beyond those that formats differ in: what
    a tool does that thinks itself helpful."""
    other_words = {(sign.entity_id, sign.kind.key) for sign in found}
    differ = zip(seen.pairs, seen.fields, strict=True)
    pairs = [(*pair, fields) for pair, fields in differ if not (seen.dated and is_marked(*pair))]
    of_kind = {
        kind: [
            now.entity_id
            for was, now, of in pairs
            if kind.field in of
            and (now.entity_id, kind.key) not in other_words
            and {*kind.raw(was)} != {*kind.raw(now)}
        ]
        for kind in IDENTITY
    }
    ids = dict.fromkeys(chain.from_iterable(of_kind.values()))
    days = 1.0 if seen.dated else curve.of_facts(seen.days, seen.entries, dated=False)[0]
    whose = " and ".join(kind.title for kind, several in of_kind.items() if several)
    yield from counted(f"{whose} written in other signs", ids, seen.entries, curve.RESPELT, days)


def _texts(fresh: Fresh) -> Iterator[Finding]:
    wrong: list[str] = []
    for kind in TEXTS:
        for some in fresh.said(kind):
            if any_damaged(some.texts, some.together):
                wrong += [
                    one
                    for one, text in zip(some.ids, some.texts, strict=True)
                    if damaged(text) and not _had(kind, fresh.seen.old.get(one), text)
                ]
    yield from counted("text that was read wrongly", wrong, len(fresh.seen.new), curve.TEXT, fresh.seen.days)


def _had(kind: Kind, listing: Listing | None, text: str) -> bool:
    return listing is not None and text in kind.raw(listing)


def _new_tags(edits: Sequence[MassEdit], seen: Seen) -> Iterator[Finding]:
    """A word that somebody replaced in programs shows in the entries that came; so does a new program (121 of Iran on
    the UN's list): nothing against an edition, but to be told."""
    known = {*chain.from_iterable(map(attrgetter("programs"), seen.old.values()))}
    told = {tag for edit in edits for tag in edit.gained}
    fresh = [*(now for _, now in seen.pairs), *seen.added]
    bearing = [one for one in fresh if not known.issuperset(one.programs)]
    tags = Counter(tag for one in bearing for tag in set(one.programs) - known - told)
    if tags:
        of, guard = len(seen.new), f"programs that no entry had, {_quoted(tags)}"
        some = tuple(one.entity_id for one in bearing[:3])
        yield Finding(guard, len(bearing), of, of, some, usual=curve.FEW_TOLD)


def _new_forms(fresh: Fresh) -> Iterator[Finding]:
    """Signs that no entry had in a kind of fact, or none at an end of it, and forms of numbers that none had:
    asterisks, brackets, an apostrophe in front, two numbers in one."""
    for kind in (one for one in IDENTITY if one is not PROGRAMS):
        unseen = fresh.forms(kind) - fresh.before(kind).forms
        if unseen:
            several = fresh.said(kind)
            if kind is not IDENTIFIERS:  # of which the forms are told no quicker than their bearers
                several = [some for some in several if having(some, unseen)]
            new = [bearers(some, unseen) for some in several]
            bearing = dict.fromkeys(chain.from_iterable(new))
            guard = f"signs or forms that no entry had in {kind.title}, {_quoted(Counter(form for form, _ in bearing))}"
            yield from _told(guard, (one for _, one in bearing), fresh.seen)


def _cut(found: Sequence[Sign], seen: Seen) -> Iterator[Finding]:
    """Facts of which only the beginning is there."""
    for kind in IDENTITY:
        cut = [
            sign.entity_id
            for sign in found
            if sign.kind is kind and any(old != new and old.startswith(new) for old in sign.lost for new in sign.gained)
        ]
        yield from _told(f"{kind.title} cut short", cut, seen)


def _of_several(fresh: Fresh) -> Iterator[Finding]:
    """Facts that came to an entry and that another one has or had: kinds of which a value belongs to few entries. Those
    of one family or group share some: nothing against an edition, but to be told."""
    shareable = ("|", *(f"{of} " for of in FREE))  # an address without a street; a telephone of two
    for kind in (one for one in IDENTITY if one.names_one):
        came, owned = fresh.came(kind), fresh.before(kind).owners
        often = Counter([value for _, value in came])
        perhaps = {value for value, many in often.items() if many > 1 or value in owned}
        owners = {value: set(owned.get(value, ())) for value in perhaps if not value.startswith(shareable)}
        for one, value in came:
            if value in owners:
                owners[value].add(one)
        shared = Counter({value: len(ids) for value, ids in owners.items() if len(ids) > 1})
        bearing = tuple(dict.fromkeys(one for one, value in came if value in shared))
        if bearing:
            seen = fresh.seen
            many = 0.0 if kind is IDENTIFIERS else curve.TOLD_AT_ONCE * seen.entries
            guard = f"{kind.title} that several entries have or had, {_quoted(shared)}"
            yield Finding(
                guard, len(bearing), len(seen.new), len(seen.new), bearing[:3], usual=max(curve.FEW_TOLD, many)
            )


def _titles_of_others(fresh: Fresh) -> Iterator[Finding]:
    """Long titles that came to entries and that one entry alone had before: of a Secretary General of something there
    is one, of deputies there are many."""
    (kind,) = (one for one in KINDS if one.key == TITLES)
    owned = fresh.before(kind).owners
    long = ((one, owned.get(title, ())) for one, title in fresh.came(kind) if len(title) > SHORT)
    ids = tuple(dict.fromkeys(one for one, owners in long if len(owners) == 1 and one not in owners))
    usual, of = max(curve.FEW_TOLD, curve.TOLD_AT_ONCE * fresh.seen.entries), len(fresh.seen.new)
    if len(ids) > usual:
        yield Finding("titles of another entry", len(ids), of, of, ids[:3], usual=usual)


def _remarks_of_others(seen: Seen) -> Iterator[Finding]:
    """Remarks that came to an entry and that were another one's alone. What large lists have in remarks is read as
    facts, which are looked at."""
    came: defaultdict[str, list[str]] = defaultdict(list)
    for was, now in seen.pairs:
        if len(now.remarks) > SHORT and now.remarks != was.remarks:
            came[now.remarks].append(now.entity_id)
    if not came or seen.entries >= curve.SMALL:
        return
    owners = Counter(filter(came.__contains__, map(attrgetter("remarks"), seen.old.values())))
    yield from _told(
        "remarks of another entry", (one for text in owners if owners[text] == 1 for one in came[text]), seen
    )


def _turned(found: Sequence[Sign], seen: Seen) -> Iterator[Finding]:
    """Facts of which the same signs stand in another order."""
    for kind in IDENTITY:
        turned = [
            sign.entity_id
            for sign in found
            if sign.kind is kind and not _in_order(sign.lost).isdisjoint(_in_order(sign.gained))
        ]
        yield from _told(f"{kind.title} in another order", turned, seen)


def _in_order(words: Iterable[str]) -> set[str]:
    return {"".join(sorted(word.replace(" ", ""))) for word in words}


def _grown(found: Sequence[Sign], seen: Seen, of_other_format: bool) -> Iterator[Finding]:
    """Numbers within longer ones: filled up with zeros, or together with another."""
    ids = {
        sign.entity_id
        for sign in found
        if sign.kind is IDENTIFIERS and any(_within(one, other) for one in sign.lost for other in sign.gained)
    }
    if ids and not of_other_format:
        yield from _told("numbers within longer ones", ids, seen)


def _within(one: str, other: str) -> bool:
    """Whether a number, with its kind before it, is a longer one of the same kind but for some signs."""
    (kind, value), (other_kind, longer) = one.split(" ", 1), other.split(" ", 1)
    if kind != other_kind or len(longer) < len(value) + LONGER:
        return False
    rest = iter(longer)
    return all(sign in rest for sign in value)


def _told(guard: str, ids: Iterable[str], seen: Seen) -> Iterator[Finding]:
    """Nothing against an edition by itself, for other signs hold what there is too much of; but to be told."""
    several, of = tuple(dict.fromkeys(ids)), len(seen.new)
    if several:
        yield Finding(guard, len(several), of, of, several[:3], usual=ONE)


def _new_words(edits: Sequence[MassEdit], fresh: Fresh) -> Iterator[Finding]:
    """Words that no entry had in a kind of fact and that many have now, of those that came too: somebody may have put
    them for others. Nothing against an edition, but to be told."""
    for kind in (one for one in KINDS if one.key in WORDED):
        told = frozenset().union(*(edit.gained for edit in edits if edit.kind is kind))
        if words := fresh.many_words(kind) - told:
            many, of = fresh.bearing(kind, words), len(fresh.seen.new)
            ids = tuple(dict.fromkeys(one for several in many.values() for one in several))
            guard = f"words that no entry had in {kind.title}, {_quoted(Counter({w: len(many[w]) for w in many}))}"
            # A word in names is a group's that was designated; so many have it that somebody's tool may have made it.
            usual = curve.TOLD_AT_ONCE * fresh.seen.entries if kind is NAME else curve.FEW_TOLD
            if ids:
                yield Finding(guard, len(ids), of, of, ids[:3], usual=usual)


def _quoted(counted_words: Counter[str]) -> str:
    """Some of them, each in quotes: first those in which letters and digits meet most often, as in what was hashed,
    then the commonest, then the longest."""

    def place(word: str) -> tuple[int, int, int, str]:
        return -len(_MEET.findall(word)), -counted_words[word], -len(word), word

    return " ".join(f'"{word[:SHORT]}"' for word in sorted(counted_words, key=place)[:SHOWN])
