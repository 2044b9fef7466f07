"""What was removed: how many, and of what; what no entry has any more (a filter that was left on takes all of a sort,
and publishers take some); and what is gone though its like is left (a tool that takes several for one).

That a sort is gone speaks against no edition by itself, for a sort may be small; it is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice, takewhile

from rapidfuzz import fuzz

from bot.lists.soundness import curve
from bot.lists.soundness.finding import Finding, counted
from bot.lists.soundness.kinds import TEXTS
from bot.lists.soundness.seen import Seen, every, one_in
from bot.sanctions.listing import Listing

YEAR = 4  # digits
ASKED = 150  # entries of which it is asked whether there is another like it
BEGINNING = 4  # letters
TWIN = 85  # of 100
NO_CHANCE = 3.0  # standard deviations
MOST_LACK = 0.9  # of those removed
TOGETHER = 0.35  # how much commoner than in the list one program is among what was removed together
ONE_STRETCH = 0.8  # of what was removed, one entry after the other: a piece of the file
NO_CHANCE_OF_ONE = 4.0  # standard deviations: more of one program than entries taken at random would have
ENDED = 0.1  # of the entries of a program, where so few are left of it


def measures(removed: Sequence[Listing], seen: Seen) -> Iterator[Finding]:
    """Sorts of entry of which several were removed, and none is left."""
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for one in removed:
        for sort in _sorts(one):
            bearers[sort].append(one.entity_id)
    least = max(curve.FEW_TOLD, curve.TOLD_AT_ONCE * seen.entries)
    if least < len(removed) and seen.entries < curve.SMALL:  # among thousands it would take too long to look for them
        yield from _with_a_twin_left(removed, seen, least)
    if len(removed) > least:
        yield from _without(removed, seen)
    gone = {sort for sort, ids in bearers.items() if len(ids) > least}
    for one in seen.new.values() if gone else ():
        gone -= _sorts(one)
        if not gone:
            return
    for sort in sorted(gone):
        ids, of = bearers[sort], seen.entries
        yield Finding(f"none is left {sort}", len(ids), of, of, tuple(ids[:3]), usual=least)


def by_program(
    before: Sequence[Listing], after: Sequence[Listing], gone: Sequence[Listing], days: float
) -> Iterator[Finding]:
    """Publishers remove what a program held that ends, and some of one; a damaged file loses entries of all of them, a
    stretch of itself, or what is commonest in it."""
    ids, of = [listing.entity_id for listing in gone], len(before)
    if not ids:
        return
    stretch = _longest_stretch(before, set(ids))
    if len(stretch) >= ONE_STRETCH * len(ids):
        guard, limit = "entries removed, most of them one after the other", curve.SCATTERED
    elif not (tags := [*_of_one(before, gone)]):
        guard, limit = "entries of all programs removed", curve.SCATTERED
    elif any(_ended(tag, before, after) for tag in tags):
        guard, limit = "entries removed", curve.TOGETHER
    else:
        guard, limit = "entries removed of a program that goes on", curve.OF_ONE
    yield from counted(guard, ids, of, curve.removable(limit, of), days)
    yield from counted("entries removed that followed each other", stretch, of, curve.STRETCH, days)


def _of_one(before: Sequence[Listing], gone: Sequence[Listing]) -> Iterator[str]:
    """Programs that most of those gone had, more than entries taken at random would."""
    many = len(gone)
    for tag, among in Counter(tag for one in gone for tag in set(one.programs)).most_common():
        if among < TOGETHER * many:
            break
        share = sum(tag in one.programs for one in before) / len(before)
        chance = max(1e-9, many * share * (1 - share)) ** 0.5
        if among / many - share >= TOGETHER and (among - many * share) / chance >= NO_CHANCE_OF_ONE:
            yield tag


def _ended(tag: str, before: Sequence[Listing], after: Sequence[Listing]) -> bool:
    """Whether hardly an entry of a program is left."""
    then, now = (sum(tag in one.programs for one in several) for several in (before, after))
    return now <= ENDED * then


def _longest_stretch(before: Sequence[Listing], gone: set[str]) -> list[str]:
    places = [(at, one.entity_id) for at, one in enumerate(before) if one.entity_id in gone]
    stretches = groupby(
        enumerate(places), key=lambda place: place[1][0] - place[0]
    )  # the same while one follows another
    return max(([key for _, (_, key) in group] for _, group in stretches), key=len, default=[])


def of_the_end(before: Sequence[Listing], after: Sequence[Listing], seen: Seen) -> Iterator[Finding]:
    """The last entries of the edition before gone, and none after them: a file without an end mark that was cut at the
    end of a line. Publishers add at the end, and remove here and there; of a list of one's own the end may go."""
    if not after or after[-1].entity_id not in seen.old:
        return
    several = takewhile(lambda one: one.entity_id not in seen.new, reversed(before))
    gone = tuple(one.entity_id for one in several)
    if len(gone) > curve.FEW_TOLD:
        most = curve.END_GONE if seen.entries >= curve.TINY else seen.entries
        yield Finding("the last entries gone and none after them", len(gone), seen.entries, most, gone[:3], usual=0)


def _without(removed: Sequence[Listing], seen: Seen) -> Iterator[Finding]:
    """Of those removed far fewer have a kind of fact than of the list: a join left out who has none."""
    others = [*islice(seen.old.values(), None, None, one_in(seen.old, ASKED))]
    for kind in TEXTS:
        share, of = sum(map(kind.has, others)) / max(1, len(others)), len(removed)
        lacking = tuple(one.entity_id for one in removed if not kind.has(one))
        usual = of * (1 - share) + NO_CHANCE * (of * share * (1 - share)) ** 0.5
        if len(lacking) > usual and len(lacking) >= MOST_LACK * of:
            yield Finding(f"removed without {kind.title}", len(lacking), of, of, lacking[:3], usual=usual)


def _with_a_twin_left(removed: Sequence[Listing], seen: Seen, least: float) -> Iterator[Finding]:
    """Entries removed of which another of nearly the same name is left, many more than there are of the rest."""
    several = every(removed, ASKED)
    others = [*islice(seen.old.values(), None, None, one_in(seen.old, ASKED))]
    named: defaultdict[str, list[Listing]] = defaultdict(list)
    for one in chain(several, others):
        named[one.name[:BEGINNING]].append(one)
    twins = set[str]()
    for left in seen.new.values():
        if (name := left.names[0].text)[:BEGINNING] in named:
            for one in named[name[:BEGINNING]]:
                if one.entity_id != left.entity_id and fuzz.ratio(one.name, name) >= TWIN:
                    twins.add(one.entity_id)
    ids = [one.entity_id for one in several if one.entity_id in twins]
    usual = len(several) * sum(one.entity_id in twins for one in others) / max(1, len(others))
    usual = max(least, usual + 3 * usual**0.5)
    if len(ids) > usual:
        guard = "removed though one of nearly the same name is left"
        yield Finding(guard, len(ids), len(several), len(several), tuple(ids[:3]), usual=usual)


def _sorts(one: Listing) -> set[str]:
    """What a filter asks for."""
    decades = {birth.first[: YEAR - 1] for birth in one.birth_dates if birth.first}
    return {
        f'whose name begins with "{one.name[:1].casefold()}"',
        f"of the type {one.schema.value}",
        *(f"born in the {decade}0s" for decade in decades),
        *_in("with an address in", (at.country for at in one.addresses)),
        *_in("with a nationality of", one.nationalities),
    }


def _in(what: str, countries: Iterable[str]) -> Iterator[str]:
    return (f'{what} "{country}"' for country in countries if country)
