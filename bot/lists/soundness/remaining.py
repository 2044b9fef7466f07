"""What no entry has any more: a filter that was left on takes all of a sort, and publishers take some.

Nothing of it speaks against an edition by itself, for a sort may be small; it is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot.lists.soundness import curve
from bot.lists.soundness.finding import Finding
from bot.lists.soundness.seen import Seen
from bot.sanctions.listing import Listing

YEAR = 4  # digits


def measures(removed: Sequence[Listing], seen: Seen) -> Iterator[Finding]:
    """Sorts of entry of which several were removed, and none is left."""
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for one in removed:
        for sort in _sorts(one):
            bearers[sort].append(one.entity_id)
    least = max(curve.FEW_TOLD, curve.TOLD_AT_ONCE * seen.entries)
    gone = {sort for sort, ids in bearers.items() if len(ids) > least}
    for one in seen.new.values() if gone else ():
        gone -= _sorts(one)
        if not gone:
            return
    for sort in sorted(gone):
        ids, of = bearers[sort], seen.entries
        yield Finding(f"none is left {sort}", len(ids), of, of, tuple(ids[:3]), usual=least)


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
