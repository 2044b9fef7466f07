"""Which listings a relief option's selectors select. Definitions: docs/relief.md, Selectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.sanctions.party import Schema
from bot.sanctions.register import Register
from bot.sanctions.relief.option import ReliefOption, Selector, Term

NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Selection:
    """Selects from a register, confined to `reach` (positions of listings), with groups by their key."""

    register: Register
    reach: frozenset[int]
    groups: Mapping[str, tuple[str, ...]]

    @classmethod
    def for_option(cls, option: ReliefOption, register: Register) -> Selection:
        groups = {group.key: group.entities for group in option.groups}
        return cls(register, register.within(option.jurisdiction), groups)

    def by(self, selector: Selector) -> frozenset[int]:
        """What one selector selects: its keys ANDed. A selector without keys selects nothing."""
        conditions = self._conditions(selector)
        if not conditions:
            return NOTHING
        return self.reach.intersection(*conditions)

    def by_any(self, selectors: tuple[Selector, ...]) -> frozenset[int]:
        return NOTHING.union(*(self.by(selector) for selector in selectors))

    def of_term(self, term: Term) -> frozenset[int]:
        """What a term selects: its selectors ORed, less what `exclude` selects."""
        return self.by_any(term.select) - self.by_any(term.exclude)

    def linked_directly_to(self, parties: frozenset[int]) -> frozenset[int]:
        """Listings that say `Linked To` one of these listings' parties."""
        chosen = {self.register.listings[at].entity_id for at in parties}
        named: dict[str, bool] = {}
        linked: set[int] = set()
        for at, keys in self.register.targets.items():
            if at not in self.reach:
                continue
            for key in keys:
                if key not in named:
                    bearers = self.register.bearers(key, self.reach)
                    named[key] = any(self.register.listings[one].entity_id in chosen for one in bearers)
                if named[key]:
                    linked.add(at)
        return frozenset(linked)

    def _conditions(self, selector: Selector) -> list[frozenset[int]]:
        register = self.register
        conditions: list[frozenset[int]] = []
        if selector.entity:
            conditions.append(register.at_id.get(selector.entity, NOTHING))
        if selector.group:
            members = self.groups.get(selector.group, ())
            conditions.append(NOTHING.union(*(register.at_id.get(one, NOTHING) for one in members)))
        if selector.program:
            conditions.append(register.by_program.get(selector.program, NOTHING))
        if selector.type:
            conditions.append(self._of_type(Schema(selector.type)))
        if selector.list:
            conditions.append(register.by_list.get(selector.list, NOTHING))
        if selector.linked_to is not None:
            conditions.append(self.linked_directly_to(self.by(selector.linked_to)))
        return conditions

    def _of_type(self, schema: Schema) -> frozenset[int]:
        """OFAC says "entity" of companies and organisations alike, so any type of body selects all bodies."""
        kinds = [other for other in Schema if other is schema or (other.is_body and schema.is_body)]
        return NOTHING.union(*(self.register.by_type.get(kind, NOTHING) for kind in kinds))
