"""The parties that a relief option reaches, each with what it gains and what still binds it; and them counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.sanctions.display import readable
from bot.sanctions.listing import Party
from bot.sanctions.party import Schema
from bot.sanctions.register import Register, lists_of, stands_on
from bot.sanctions.relief.impact import Impact, Outcome
from bot.sanctions.relief.remains import Bond, Left, left_of

K = TypeVar("K", bound=str)


@dataclass(frozen=True, slots=True)
class Reached:
    """A party that is freed or partly relieved. `programs` are those it is under now on the option's own lists;
    `linked_left` are listed parties linked to it and not covered; `elsewhere` are lists of other publishers."""

    party: Party
    lists: tuple[str, ...]
    programs: tuple[str, ...]
    left: Left
    elsewhere: tuple[str, ...] = ()
    linked_left: tuple[str, ...] = ()

    @property
    def entity_id(self) -> str:
        return self.party.entity_id

    @property
    def name(self) -> str:
        return readable(self.party.name, self.party.schema)

    @property
    def outcome(self) -> Outcome:
        return self.left.outcome


@dataclass(frozen=True, slots=True)
class Tally:
    """Of some of the parties reached: how many are freed or partly relieved, how many others list too, and how many
    listed parties linked to them are left bound."""

    freed: int = 0
    partly: int = 0
    elsewhere: int = 0
    linked_left: int = 0

    @property
    def all(self) -> int:
        return self.freed + self.partly


def reached_by(impact: Impact, register: Register) -> tuple[Reached, ...]:
    """Everybody whom the option reaches: those freed first, by name."""
    found = [_reached(impact, entity_id, register) for entity_id in (*impact.freed, *impact.partly_relieved)]
    return tuple(sorted(found, key=lambda one: (one.outcome is not Outcome.FREED, one.name.casefold(), one.entity_id)))


def _reached(impact: Impact, entity_id: str, register: Register) -> Reached:
    party = Party(entity_id, register.listings_of(entity_id))
    own = [one for one in party.listings if stands_on(one) in lists_of(impact.jurisdiction)]
    return Reached(
        party=party,
        lists=tuple(dict.fromkeys(stands_on(one) for one in own)),
        programs=tuple(dict.fromkeys(tag for one in own for tag in one.programs)),
        left=left_of(impact, party, register.editions),
        elsewhere=impact.still_listed_elsewhere.get(entity_id, ()),
        linked_left=impact.linked_left_blocked.get(entity_id, ()),
    )


def kind_of(schema: Schema) -> Schema:
    """The type to count under: OFAC's CSV does not tell companies from organisations, so all bodies are one."""
    return Schema.LEGAL_ENTITY if schema.is_body else schema


def by_type(reached: Iterable[Reached]) -> dict[Schema, Tally]:
    """Counted by type, most first. A party has one type, so these add up."""
    groups: defaultdict[Schema, list[Reached]] = defaultdict(list)
    for one in reached:
        groups[kind_of(one.party.schema)].append(one)
    return _tallied(groups)


def by_program(reached: Iterable[Reached]) -> dict[str, Tally]:
    """Counted by the programs that they are under now, most first. A party under two counts under each."""
    groups: defaultdict[str, list[Reached]] = defaultdict(list)
    for one in reached:
        for tag in one.programs or ("",):
            groups[tag].append(one)
    return _tallied(groups)


def tally(reached: Sequence[Reached]) -> Tally:
    freed = sum(one.outcome is Outcome.FREED for one in reached)
    return Tally(
        freed=freed,
        partly=len(reached) - freed,
        elsewhere=sum(bool(one.elsewhere) for one in reached),
        linked_left=len({bound for one in reached for bound in one.linked_left}),
    )


def by_bond(reached: Iterable[Reached]) -> dict[Bond, Mapping[str, int]]:
    """What remains on those who stay listed: per bond, strongest first, the remaining programs and on how many."""
    found: defaultdict[Bond, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in reached:
        for tag in one.left.programs if one.left.remaining else ():
            found[one.left.bond][tag] += 1
    return {bond: dict(sorted(found[bond].items(), key=lambda i: -i[1])) for bond in Bond if bond in found}


def _tallied(groups: Mapping[K, list[Reached]]) -> dict[K, Tally]:
    return {key: tally(ones) for key, ones in sorted(groups.items(), key=lambda item: (-len(item[1]), str(item[0])))}
