"""Why a relief option reaches a party, or does not: which term selects it, and by which words of the term."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace

from bot.sanctions.listing import Party
from bot.sanctions.register import Register
from bot.sanctions.relief.option import ReliefOption, Selector, Term
from bot.sanctions.relief.selection import Selection


@dataclass(frozen=True, slots=True)
class Reason:
    """One term and a party. `by` are the selectors that select it, `but` those under `exclude` that take it away.

    Where no selector selects it, `met` and `unmet` are the parts of the nearest one, each with a single key.
    """

    number: int  # of the term, from 1
    term: Term
    by: tuple[Selector, ...] = ()
    but: tuple[Selector, ...] = ()
    met: tuple[Selector, ...] = ()
    unmet: tuple[Selector, ...] = ()

    @property
    def holds(self) -> bool:
        return bool(self.by) and not self.but


def reasons(option: ReliefOption, register: Register, party: Party) -> list[Reason]:
    """Each term that selects the party, took it away again, or nearly selects it, in the order of the terms."""
    selection = Selection.for_option(option, register)
    at = register.at_id.get(party.entity_id, frozenset()) & selection.reach

    def selects(selector: Selector) -> bool:
        return bool(at & selection.by(selector))

    found = (_reason(number, term, at, selection, selects) for number, term in enumerate(option.terms, 1))
    return [reason for reason in found if reason]


def _reason(
    number: int, term: Term, at: frozenset[int], selection: Selection, selects: Callable[[Selector], bool]
) -> Reason | None:
    by = tuple(one for one in term.select if selects(one))
    if by:
        kept = at & selection.of_term(term)
        but = () if kept else tuple(one for one in term.exclude if selects(one))
        return Reason(number, term, by, but)
    for selector in term.select:
        parts = list(parts_of(selector))
        met = tuple(part for part in parts if selects(part))
        # That a party is a vessel is no near miss by itself: the term has to name it otherwise too.
        if any(not part.type and not part.list for part in met):
            return Reason(number, term, met=met, unmet=tuple(part for part in parts if part not in met))
    return None


def parts_of(selector: Selector) -> Iterator[Selector]:
    """A selector taken apart: one with a single key for each of its keys."""
    for field in fields(selector):
        if value := getattr(selector, field.name):
            yield replace(Selector(), **{field.name: value})


def targets_of(option: ReliefOption, register: Register, party: Party, selector: Selector) -> tuple[str, ...]:
    """The parties, of those that `selector` selects, that the party's own listing says it is linked to."""
    selection = Selection.for_option(option, register)
    chosen = selection.by(selector)
    found = (
        register.ids(register.bearers(key, selection.reach) & chosen)
        for at in register.at_id.get(party.entity_id, frozenset()) & selection.reach
        for key in register.targets.get(at, ())
    )
    return tuple(dict.fromkeys(one for ids in found for one in ids))
