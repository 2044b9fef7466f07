"""What the edition before does not vouch for, when it is weeks old: what came since, and what was corrected meanwhile.

From day to day that is little, and more of it is told for what it is. Of months it is so much that damage may hide in
it, and so its figures are told, kind of fact by kind of fact, with some entries to look at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from bot.lists.soundness import curve
from bot.lists.soundness.finding import NAME
from bot.lists.soundness.kinds import IDENTITY, KINDS, TEXTS, Kind
from bot.lists.soundness.signs import differing_fields
from bot.sanctions.listing import Listing

LONG_GAP = 45  # days: what no refresh leaves between two editions, and an outage may
NAMES = "names"
_OF_FIELD = {kind.field: tuple(one for one in TEXTS if one.field == kind.field) for kind in KINDS}
STILL = 30  # days: in as many something came to every list of thousands that was ever seen


def sentences(
    added: Sequence[Listing], pairs: Sequence[tuple[Listing, Listing]], entries: int, before: int, days: int
) -> Iterator[str]:
    """`added` are the entries that came and `pairs` those that differ, as they were and are; `entries` those of the
    edition, `before` those of the one before it, `days` what lies between."""
    if days > STILL and before >= curve.SMALL and not added:
        yield f"Nothing came in {days} days to a list of {before:,} entries: see whether it is its end that is gone."
    if days <= LONG_GAP or len(added) + len(pairs) <= max(curve.FEW_TOLD, curve.TOLD_AT_ONCE * before):
        return
    came = Counter({kind.title: _having(kind, added) for kind in IDENTITY})
    differ = Counter(chain.from_iterable(map(_differing, pairs)))
    titles = [kind.title for kind in TEXTS if came[kind.title] or differ[kind.title]]
    said = "; ".join(f"{title} {came[title]:,} and {differ[title]:,}" for title in titles)
    some = "; ".join(f"{one.name[:NAME]}, {one.entity_id}" for one in _to_look_at(added, pairs))
    yield (
        f"The edition before is {days} days older, too old to vouch for what came and what differs, of {entries:,} "
        f"entries: {said}. Look at some on the publisher's own page (such as {some})."
    )


def _having(kind: Kind, added: Sequence[Listing]) -> int:
    """How many have an item of the kind: of most kinds, whether the field says anything."""
    return sum(map(bool, map(attrgetter(kind.field) if kind.field != NAMES else kind.items, added)))


def _differing(pair: tuple[Listing, Listing]) -> list[str]:
    """The kinds of fact in which the two differ: of a name and its aliases, which of them."""
    kinds = chain.from_iterable(map(_OF_FIELD.__getitem__, differing_fields(*pair)))
    return [kind.title for kind in kinds if kind.field != NAMES or not kind.same(*pair)]


def _to_look_at(added: Sequence[Listing], pairs: Sequence[tuple[Listing, Listing]]) -> list[Listing]:
    """The first and the last of those that came and of those that differ: both ends of a file."""
    changed = [now for _, now in pairs]
    return [one for several in (added, changed) for one in (*several[:1], *several[1:][-1:])]
