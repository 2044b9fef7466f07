"""One edition held against the one before it: what an honest publisher's edition does not do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress, starmap, takewhile

from bot.lists.soundness import curve, details, fitting, manner, remaining, writing
from bot.lists.soundness.curve import Limit
from bot.lists.soundness.finding import Finding, counted
from bot.lists.soundness.gathered import Fresh
from bot.lists.soundness.kinds import IDENTIFIERS, IDENTITY, KINDS, NAME, PROGRAMS, REMARKS, TEXTS, Kind
from bot.lists.soundness.seen import ByIds, Seen, every
from bot.lists.soundness.signs import Fate, MassEdit, Sign, differing_fields, mass_edits, signs
from bot.lists.soundness.text import is_latin
from bot.sanctions.listing import Listing
from bot.sanctions.packed import by_id, differing
from bot.sanctions.party import Identifier, Schema

FEW_CAME = 20  # entries: of fewer that came, nothing can be said of what they have
NEARLY_ALL = 0.9  # entries of a type that have a kind of fact
NEARLY_EVERY = 0.99  # of the entries have a number of the sort that the publisher gives them
HARDLY = 0.1  # of the share that the list has of a kind of fact
AT_THE_END = 4.0  # entries of the last ones that should have it
EXPECTED = 15  # entries that should have it
SHOULD_LACK = 5.0  # entries that came, which would lack it if they were as those before
HARDLY_ANY = 0.05  # of these, where none lacks it or one of many
SAMPLE = 150  # entries of a type, of which its share is taken
# What old entries and new ones lack alike. Numbers, links and remarks are no sign: who is designated now has them all.
MAY_LACK = tuple(
    kind
    for kind in TEXTS
    if kind.key in ("aliases", "birth_dates", "addresses", "titles", "nationalities", "birth_places")
)


@dataclass(frozen=True, slots=True)
class Step:
    """Two editions of one list. `days` between them; `silent` kinds of fact are those that the later one has no file
    for, so that nothing follows from their absence; `of_other_format`: it came in another format than the earlier."""

    before: Sequence[Listing]
    after: Sequence[Listing]
    days: int
    silent: frozenset[str] = frozenset()
    of_other_format: bool = False
    differ: Sequence[str] | None = None  # the ids in both whose listings differ, where they are known already
    by_ids: ByIds | None = None  # the two editions by id, where they are known already


def measures(step: Step) -> list[Finding]:
    """Everything that is looked at, with its limit, whether that is passed or not."""
    old, new = step.by_ids or (by_id(step.before), by_id(step.after))
    removed = [old[key] for key in old if key not in new]
    added = [new[key] for key in new if key not in old]
    differ = differing(old, new) if step.differ is None else step.differ
    pairs = [(old[key], new[key]) for key in differ]
    days = curve.effective(step.days, len(old), len(added))
    fields = [*starmap(differing_fields, pairs)]
    found = [*signs(pairs, fields)]
    dated = 2 * sum(1 for listing in old.values() if listing.updated_on) >= len(old) > 0
    seen = Seen(old, new, pairs, fields, added, len(old), days, dated)
    fresh = Fresh(found, seen, with_forms=not step.of_other_format)
    left, edits = mass_edits(found, old, days)
    return [
        *remaining.by_program(step.before, step.after, removed, days),
        *remaining.of_the_end(step.before, step.after, seen),
        *remaining.measures(removed, seen),
        *_changed(left, found, seen, step.of_other_format),
        *_at_once(edits, len(old)),
        *writing.measures(found, edits, fresh, step.of_other_format),
        *(() if step.of_other_format else _in_one_format(found, left, edits, fresh)),
        *_same_fact(found, seen),
        *_of_others(found, fresh),
        *_added(fresh),
        *_bare(seen, step.silent),
        *_types(seen),
    ]


def _in_one_format(
    found: Sequence[Sign], left: Sequence[Sign], edits: Sequence[MassEdit], fresh: Fresh
) -> Iterator[Finding]:
    """What formats differ in by themselves, so that it says something within one of them alone."""
    yield from fitting.measures(fresh, edits)
    yield from manner.measures(left, fresh.seen)
    yield from details.measures(found, fresh.seen)


def _changed(left: Sequence[Sign], all_signs: Sequence[Sign], seen: Seen, of_other_format: bool) -> Iterator[Finding]:
    """`left` are the signs that no mass edit explains."""
    limit_of = curve.between_formats if of_other_format else _as_it_is
    of, days = seen.entries, seen.days
    grave_days, other_days = curve.of_facts(days, of, dated=seen.dated)
    marked = [sign.entity_id for sign in left if sign.marked]
    yield from counted("entries amended and marked so", marked, of, curve.MARKED, days)
    by_kind: defaultdict[str, list[Sign]] = defaultdict(list)
    for sign in left:
        if not sign.marked:
            by_kind[sign.kind.key].append(sign)
    for kind in KINDS:
        far = grave_days if kind in IDENTITY else days if kind is REMARKS else other_days
        yield from _of_kind(kind, by_kind[kind.key], of, far, limit_of)
    grave = [sign.entity_id for sign in left if sign.is_loss and sign.kind in IDENTITY and not sign.marked]
    yield from counted("facts of any kind lost", grave, of, limit_of(curve.ANY), grave_days)
    emptied = [s.entity_id for s in all_signs if s.fate is Fate.VANISHED and s.kind.key in ("programs", "name")]
    yield from counted("no program left", emptied, of, curve.TYPES, days)


def _at_once(edits: Sequence[MassEdit], of: int) -> Iterator[Finding]:
    """What publishers do, and somebody's "replace all" does too: nothing against an edition, but to be told."""
    for edit in edits:
        yield Finding(edit.title, len(edit.ids), of, of, edit.ids[:3], usual=curve.TOLD_AT_ONCE * of)


def _as_it_is(limit: Limit) -> Limit:
    return limit


def _of_kind(
    kind: Kind, found: Sequence[Sign], of: int, days: float, limit_of: Callable[[Limit], Limit]
) -> Iterator[Finding]:
    of_fate = {fate: [sign.entity_id for sign in found if sign.fate is fate] for fate in Fate}
    losses = [*of_fate[Fate.VANISHED], *of_fate[Fate.LOST]]
    grave = kind in IDENTITY
    most = curve.PROGRAM if kind is PROGRAMS else curve.LOST if grave else curve.LESS
    yield from counted(f"{kind.title} lost", losses, of, limit_of(most), days)
    rewritten = of_fate[Fate.ALIKE]
    if kind is REMARKS:  # their items are judged each by its kind: what is added to them is no sign
        rewritten = [sign.entity_id for sign in found if sign.fate is Fate.ALIKE and sign.edit[0]]
    limit = curve.ALIKE if grave else curve.REWORDED
    yield from counted(f"{kind.title} rewritten", rewritten, of, limit_of(limit), days)
    yield from counted(f"{kind.title} gained", of_fate[Fate.GAINED], of, limit_of(curve.GAINED), days)


def _same_fact(found: Sequence[Sign], seen: Seen) -> Iterator[Finding]:
    """One name, number or date that came to many entries, each of which has its own."""
    came: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for sign in found:
        if sign.kind.names_one or sign.kind.key == "birth_dates":
            for value in sign.gained:
                came[(sign.kind.title, value)].append(sign.entity_id)
    ids = [one for (_, _), several in came.items() if len(several) > 5 for one in several]
    yield from counted("the same fact in many entries", ids, seen.entries, curve.REPEATED, seen.days)


def _of_others(found: Sequence[Sign], fresh: Fresh) -> Iterator[Finding]:
    """Facts that one entry alone had before, now in another one."""
    seen = fresh.seen
    suspects = [sign for sign in found if sign.kind.names_one and sign.gained]
    if len(suspects) <= curve.MOVED.of(seen.entries, seen.days):
        return
    ids = [
        sign.entity_id
        for sign in suspects
        if any(len(fresh.before(sign.kind).owners.get(value, set()) - {sign.entity_id}) == 1 for value in sign.gained)
    ]
    yield from counted("facts of another entry", ids, seen.entries, curve.MOVED, seen.days)


def _added(fresh: Fresh) -> Iterator[Finding]:
    seen = fresh.seen
    yield from counted("entries added", (one.entity_id for one in seen.added), seen.entries, curve.ADDED, seen.days)
    if len(seen.added) <= curve.TWICE.of(seen.entries, seen.days):
        return
    yield from counted("entries there twice", _twice(fresh), seen.entries, curve.TWICE, seen.days)
    yield from counted("entries with the facts of others", _copied(seen), seen.entries, curve.TWICE, seen.days)


def _twice(fresh: Fresh) -> list[str]:
    """Entries that came and are equal to another one: those of a name that no other has are not looked at."""
    seen, of_name = fresh.seen, defaultdict[str, set[str]](set)
    for one, name in fresh.came(NAME):
        of_name[name].add(one)
    for name, owners in fresh.before(NAME).owners.items():
        of_name[name] |= owners
    perhaps = {one for several in of_name.values() if len(several) > 1 for one in several if one in seen.new}
    selves = {one: _self(seen.new[one]) for one in perhaps}
    known = Counter(selves.values())
    return [one.entity_id for one in seen.added if known[selves.get(one.entity_id, ())] > 1]


def _copied(seen: Seen) -> list[str]:
    marked = [*map(_mark, seen.added)]
    marks = {*marked} - {("", "", "")}
    births, streets = {birth for birth, _, _ in marks if birth}, {street for _, _, street in marks if street}
    alike = [one for one in _that_may_be_of(seen.old.values(), births, streets) if _mark(one) in marks]
    theirs, shared = {_but_for_names(listing) for listing in alike} - {()}, set(map(_mark, alike))
    perhaps = compress(seen.added, map(shared.__contains__, marked))
    return [one.entity_id for one in perhaps if _but_for_names(one) in theirs]


def _that_may_be_of(listings: Iterable[Listing], births: set[str], streets: set[str]) -> Iterator[Listing]:
    """Those that have a birth date of these, or none and a street of these."""
    for one in listings:
        if born := one.birth_dates:
            if born[0].text in births:
                yield one
        elif (at := one.addresses) and at[0].street in streets:
            yield one


def _self(listing: Listing) -> tuple[object, ...]:
    return listing.schema, listing.name.casefold(), listing.programs, listing.birth_dates, listing.identifiers


def _mark(listing: Listing) -> tuple[str, str, str]:
    """What is quickly told of `_but_for_names`: entries that differ in it differ in that."""
    birth, places, at = listing.birth_dates, listing.birth_places, listing.addresses
    return birth[0].text if birth else "", places[0] if places else "", at[0].street if at else ""


def _but_for_names(listing: Listing) -> tuple[object, ...]:
    """What an entry says beside names and numbers, where that is enough to know it by: nobody shares a day of birth and
    its place, and seldom two firms a street and every note. () where it says less."""
    born = any(date.first and date.first == date.last for date in listing.birth_dates) and listing.birth_places
    if not born and not any(address.street for address in listing.addresses):
        return ()
    said = listing.schema, listing.programs, listing.birth_dates, listing.birth_places, listing.addresses
    return (*said, listing.titles, listing.nationalities, listing.notes)


def _bare(seen: Seen, silent: frozenset[str]) -> Iterator[Finding]:
    """Entries that came, many of them, and hardly any with a kind of fact that most of their type have: their part of a
    file is missing."""
    if len(seen.added) < FEW_CAME:
        return
    came_in = every(seen.added, SAMPLE)
    types = Counter(one.schema for one in came_in)
    by_type: defaultdict[Schema, list[Listing]] = defaultdict(list)
    for one in seen.old.values():
        by_type[one.schema].append(one)
    like = {schema: some for schema in types if (some := every(by_type[schema], SAMPLE))}
    for kind in IDENTITY:
        if kind.key in silent:
            continue
        has = _numbered(like) if kind is IDENTIFIERS else kind.has
        shares = {schema: sum(map(has, some)) / len(some) for schema, some in like.items()}
        expected = sum(came * shares.get(schema, 0.0) for schema, came in types.items())
        if expected >= EXPECTED:
            lacking = tuple(one.entity_id for one in came_in if not has(one))
            most = len(came_in) - HARDLY * expected
            guard = f"entries came without {kind.title}"
            yield Finding(guard, len(lacking), len(came_in), most, lacking[:3])
            yield from _bare_of_their_type(kind, has, came_in, shares)
        yield from _bare_end(kind, has, seen, shares)
    for kind in MAY_LACK:
        if kind.key not in silent:
            yield from _none_without(kind, came_in, like)


def _none_without(kind: Kind, came: Sequence[Listing], like: Mapping[Schema, Sequence[Listing]]) -> Iterator[Finding]:
    """Entries that came, and not one without a kind of fact that many of their types lack: a join leaves out who has
    nothing in a table. Told only, for what is designated on one day is often of a sort."""
    lacking = {schema: sum(not kind.has(one) for one in some) / len(some) for schema, some in like.items()}
    expected = sum(lacking.get(one.schema, 0.0) for one in came)
    if expected >= SHOULD_LACK and sum(not kind.has(one) for one in came) <= HARDLY_ANY * expected:
        ids, of = tuple(one.entity_id for one in came), len(came)
        yield Finding(f"entries came and none is without {kind.title}", of, of, of, ids[:3], usual=0)


def _numbered(like: Mapping[Schema, Sequence[Listing]]) -> Callable[[Listing], bool]:
    """Whether an entry has a number beside those of a sort that every entry has, the publisher's own reference."""
    several = [*chain.from_iterable(like.values())]
    sorts = Counter(sort for one in several for sort in {*map(_sort, one.identifiers)})
    of_all = {sort for sort, many in sorts.items() if many >= NEARLY_EVERY * len(several)}
    return lambda one: any(_sort(number) not in of_all for number in one.identifiers)


def _sort(number: Identifier) -> tuple[str, str]:
    return number.type, number.label


def _bare_of_their_type(
    kind: Kind, has: Callable[[Listing], bool], came: Sequence[Listing], shares: Mapping[Schema, float]
) -> Iterator[Finding]:
    """Entries that came without what nearly all of their type have, more than of those before: of one program or
    publisher's page the facts may be missing. Told only."""
    near = [schema for schema, share in shares.items() if share >= NEARLY_ALL]
    of = [one for one in came if one.schema in near] if near else []
    lacking = tuple(one.entity_id for one in of if not has(one))
    expected = sum((1 - shares[schema]) * sum(one.schema is schema for one in of) for schema in near)
    usual = curve.FEW_TOLD + 2 * expected + 2 * expected**0.5
    if len(lacking) > usual:
        guard = f"entries came without {kind.title}, as few of their type"
        yield Finding(guard, len(lacking), len(of), len(of), lacking[:3], usual=usual)


def _bare_end(
    kind: Kind, has: Callable[[Listing], bool], seen: Seen, shares: Mapping[Schema, float]
) -> Iterator[Finding]:
    """The last entries of those that came, as the file has them, without a kind of fact: its own file may be cut. Told
    only, for publishers list ships and firms of a sort together."""
    lacking = tuple(one for one in takewhile(lambda one: not has(one), reversed(seen.added)))
    if sum(shares.get(one.schema, 0.0) for one in lacking) >= AT_THE_END:
        ids, of = tuple(one.entity_id for one in lacking), len(seen.added)
        yield Finding(f"the last entries came without {kind.title}", len(ids), of, of, ids[:3], usual=0)


def _types(seen: Seen) -> Iterator[Finding]:
    changed = [now.entity_id for was, now in seen.pairs if not was.schema.may_be(now.schema)]
    yield from counted("types changed", changed, seen.entries, curve.TYPES, seen.days)
    put = [now.entity_id for was, now in seen.pairs if is_latin(was.name) and not is_latin(now.name)]
    yield from counted("names put into another script", put, seen.entries, curve.SCRIPT, seen.days)
