"""What a relief option would do to the current listings. Pure. Definitions: docs/relief.md."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.sanctions.listing import Listing
from bot.sanctions.register import Register, id_order
from bot.sanctions.relief.option import ReliefOption, Selector
from bot.sanctions.relief.selection import Selection


class Outcome(StrEnum):
    """What an option does to one party."""

    FREED = "freed"  # no listing of it on the lists of the option's jurisdiction remains
    PARTLY_RELIEVED = "partly_relieved"  # a program lifted or transactions authorised, but still listed
    UNAFFECTED = "unaffected"


@dataclass(frozen=True, slots=True)
class TermReach:
    """What one term selects: entity ids, or a measure."""

    action: str
    selected: tuple[str, ...] = ()
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Impact:
    """An option evaluated against the current editions. All ids are entity ids, in order.

    `lifted` says per (list key, entity id) which programs are lifted there; a listing that leaves has all of
    its programs there. `authorised` holds the parties, freed ones too, with whom some term licenses dealings, and
    the actions that do. `absent` are parties that the option names but that none of its lists holds.
    """

    option: str
    version: int
    status: str
    illustrative: bool
    jurisdiction: str
    terms: tuple[TermReach, ...]
    freed: tuple[str, ...] = ()
    partly_relieved: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    still_listed_elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    linked_left_blocked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lifted: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    authorised: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    absent: tuple[str, ...] = ()

    @property
    def covered(self) -> frozenset[str]:
        """Every party that is freed or partly relieved."""
        return frozenset(self.freed) | frozenset(self.partly_relieved)


def outcome_for(impact: Impact, entity_id: str) -> Outcome:
    if _holds(impact.freed, entity_id):
        return Outcome.FREED
    return Outcome.PARTLY_RELIEVED if _holds(impact.partly_relieved, entity_id) else Outcome.UNAFFECTED


def _holds(in_order: Sequence[str], entity_id: str) -> bool:
    """They may be thousands, and each is asked about."""
    at = bisect_left(in_order, id_order(entity_id), key=id_order)
    return at < len(in_order) and in_order[at] == entity_id


def evaluate(option: ReliefOption, listings: Register | Sequence[Listing]) -> Impact:
    """What the option would do, whatever its status. Give a Register where several options are evaluated.

    Raises BadInput for a jurisdiction whose lists are not known.
    """
    register = listings if isinstance(listings, Register) else Register.of(listings)
    selection = Selection.for_option(option, register)
    chosen = [selection.of_term(term) for term in option.terms]
    lifted = _lifted(option, selection, chosen)
    gone = {at for at, tags in lifted.items() if tags.issuperset(register.listings[at].programs)}
    authorised = _authorised(option, register, chosen)

    places = register.places
    touched = frozenset([places[at][1] for at in lifted]) | authorised.keys()
    in_order = sorted(touched, key=register.rank.__getitem__)  # once: an order of the executive reaches thousands
    freed = frozenset([one for one in in_order if (register.at_id[one] - gone).isdisjoint(selection.reach)])
    return Impact(
        option=option.key,
        version=option.version,
        status=option.status,
        illustrative=option.illustrative,
        jurisdiction=option.jurisdiction,
        terms=tuple(
            TermReach(term.action, _among(in_order, touched, at, register), term.measure)
            for term, at in zip(option.terms, chosen, strict=True)
        ),
        freed=tuple([one for one in in_order if one in freed]),
        partly_relieved=tuple([one for one in in_order if one not in freed]),
        measures=tuple(dict.fromkeys(term.measure for term in option.terms if term.measure)),
        still_listed_elsewhere=still_listed_elsewhere(touched, register, option.jurisdiction),
        linked_left_blocked=_linked_left(touched, selection),
        lifted={places[at]: tags for at, tags in lifted.items()},
        authorised=authorised,
        absent=_absent(option, selection),
    )


def _among(
    in_order: Sequence[str], touched: frozenset[str], chosen: frozenset[int], register: Register
) -> tuple[str, ...]:
    """The parties of these listings, in the order that is known of those that the option touches."""
    ids = {register.places[at][1] for at in chosen}
    return tuple([one for one in in_order if one in ids]) if ids <= touched else _in_order(ids)


def _lifted(option: ReliefOption, selection: Selection, chosen: Sequence[frozenset[int]]) -> dict[int, frozenset[str]]:
    """The programs that all delisting terms together lift, per listing: two terms can free what neither frees."""
    lifted: dict[int, frozenset[str]] = {}
    for term, selected in zip(option.terms, chosen, strict=True):
        if term.action != "delist":
            continue
        if term.scope == "program":
            for selector in (one for one in term.select if one.program):
                tag = frozenset((selector.program,))  # one for all listings: they may be thousands
                for at in selection.by(selector) & selected:
                    lifted[at] = lifted[at] | tag if at in lifted else tag
        else:
            for at in selected:
                tags = frozenset(selection.register.listings[at].programs)
                lifted[at] = lifted[at] | tags if at in lifted else tags
    return lifted


def _authorised(
    option: ReliefOption, register: Register, chosen: Sequence[frozenset[int]]
) -> dict[str, tuple[str, ...]]:
    actions: defaultdict[str, list[str]] = defaultdict(list)
    for term, selected in zip(option.terms, chosen, strict=True):
        if term.action in ("license", "suspend"):
            for entity_id in register.ids(selected):
                if term.action not in actions[entity_id]:
                    actions[entity_id].append(term.action)
    return {entity_id: tuple(found) for entity_id, found in actions.items()}


def still_listed_elsewhere(
    entity_ids: Iterable[str], register: Register, jurisdiction: str
) -> dict[str, tuple[str, ...]]:
    """Per party, the keys of other publishers' lists (UN, EU, UK) that hold the same party: see `same_party`."""
    abroad = register.lists_abroad(jurisdiction)
    return {entity_id: tuple(sorted(abroad[entity_id])) for entity_id in _in_order(abroad.keys() & set(entity_ids))}


def _linked_left(covered: frozenset[str], selection: Selection) -> dict[str, tuple[str, ...]]:
    """Per covered party, the listed parties that say `Linked To` it and are not covered themselves."""
    register = selection.register
    left: defaultdict[str, set[str]] = defaultdict(set)
    for at, keys in register.targets.items():
        bound = register.listings[at].entity_id
        if at not in selection.reach or bound in covered:
            continue
        for key in keys:
            for bearer in register.bearers(key, selection.reach):
                if (named := register.listings[bearer].entity_id) in covered:
                    left[named].add(bound)
    return {named: _in_order(left[named]) for named in _in_order(left)}


def _absent(option: ReliefOption, selection: Selection) -> tuple[str, ...]:
    named: set[str] = set()
    for term in option.terms:
        for selector in (*term.select, *term.exclude):
            named |= _named(selector, selection)
    return _in_order(one for one in named if not selection.register.at_id.get(one, frozenset()) & selection.reach)


def _named(selector: Selector, selection: Selection) -> set[str]:
    """The parties that a selector names one by one, itself or through a group or a link."""
    named = {selector.entity} if selector.entity else set()
    named.update(selection.groups.get(selector.group, ()))
    return named | _named(selector.linked_to, selection) if selector.linked_to else named


def _in_order(entity_ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(entity_ids, key=id_order))


def impact_facts(impact: Impact) -> dict[str, object]:
    """What `options impact --json` prints (CONTRACT.md)."""
    return {
        "option": impact.option,
        "version": impact.version,
        "status": impact.status,
        "illustrative": impact.illustrative,
        "terms": [{"action": term.action, "selected": list(term.selected)} for term in impact.terms],
        "freed": list(impact.freed),
        "partly_relieved": list(impact.partly_relieved),
        "measures": list(impact.measures),
        "still_listed_elsewhere": {one: list(keys) for one, keys in impact.still_listed_elsewhere.items()},
        "linked_left_blocked": {one: list(ids) for one, ids in impact.linked_left_blocked.items()},
    }
