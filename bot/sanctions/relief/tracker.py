"""What of a relief option has come about since it was made, by the editions and licenses held. Pure.

Nothing is attributed to the draft: it is told what happened, not why.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.sanctions.listing import Edition, Listing
from bot.sanctions.register import Register, id_order, lists_of, stands_on
from bot.sanctions.relief.impact import Impact
from bot.sanctions.relief.lifecycle import Made


@dataclass(frozen=True, slots=True)
class ComeAbout:
    """Of the parties that a version of an option selects, what became of them since it was made. Ids in order.

    `selected` are all whom it would free or relieve, `freeing` those whom it would free, on the lists that it was
    made on. `delisted` came off those lists, `lifted` lost a program and stay, `amended` differ otherwise; `licensed`
    are named by a license issued since, by its key. `off_elsewhere` came off although no option selects them.
    """

    option: str
    version: int
    selected: tuple[str, ...] = ()
    freeing: tuple[str, ...] = ()
    delisted: tuple[str, ...] = ()
    lifted: tuple[str, ...] = ()
    amended: tuple[str, ...] = ()
    licensed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    off_elsewhere: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.delisted or self.lifted or self.amended or self.licensed)


@dataclass(frozen=True, slots=True)
class Tracked:
    """What has come about of a version, the editions of its own lists that it was made on, and those of now. Of a
    list that was not held here when it was made, the first edition held stands for that."""

    made: Made
    came: ComeAbout
    then: tuple[Edition, ...]
    now: tuple[Edition, ...]
    names: Mapping[str, str] = field(default_factory=dict)  # to read, of all whom `came` tells of, by id

    @property
    def moved_on(self) -> bool:
        """Whether any of its lists has a later edition."""
        return {e.edition for e in self.then} != {e.edition for e in self.now}


def come_about(
    then: Impact,
    before: Register,
    after: Register,
    *,
    moved: Mapping[str, str],
    licensed: Mapping[str, Sequence[str]],
    covered: Collection[str],
) -> ComeAbout:
    """`then`: the version evaluated on `before`, the listings that it was made on; `after`: those of now. `moved`:
    ids under a new number, old to new. `licensed`: keys of licenses issued since, by the id of a party that they
    name. `covered`: whom any option selects."""
    lists = lists_of(then.jurisdiction)
    selected = _in_order(then.covered)
    delisted, lifted, amended = [], [], []
    for one in selected:
        was, now = _on(before, one, lists), _on(after, moved.get(one, one), lists)
        if was and not now:
            delisted.append(one)
        elif _programs(was) - _programs(now):
            lifted.append(one)
        elif was != now:
            amended.append(one)
    gone = [
        one
        for one in before.by_id
        if one not in then.covered
        and one not in covered
        and _on(before, one, lists)
        and not _on(after, moved.get(one, one), lists)
    ]
    return ComeAbout(
        option=then.option,
        version=then.version,
        selected=selected,
        freeing=then.freed,
        delisted=tuple(delisted),
        lifted=tuple(lifted),
        amended=tuple(amended),
        licensed={one: tuple(licensed[one]) for one in selected if one in licensed},
        off_elsewhere=_in_order(gone),
    )


def _on(register: Register, entity_id: str, lists: Collection[str]) -> tuple[Listing, ...]:
    return tuple(one for one in register.listings_of(entity_id) if stands_on(one) in lists)


def _programs(listings: Sequence[Listing]) -> set[tuple[str, str]]:
    return {(stands_on(one), tag) for one in listings for tag in one.programs}


def _in_order(ids: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=id_order))
