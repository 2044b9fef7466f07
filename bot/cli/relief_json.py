"""What options impact and options compare print with --json: CONTRACT.md, and what it leaves free beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.sanctions.party import Schema
from bot.sanctions.relief.comparing import compare
from bot.sanctions.relief.impact import impact_facts
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.reached import Tally, by_program, by_type, kind_of, reached_by
from bot.sanctions.relief.remains import Left
from store.snapshot.snapshot import Snapshot


def impact_json(option: ReliefOption, snapshot: Snapshot) -> dict[str, object]:
    """The contract's keys; then counts by type and program, what remains on each, and the editions."""
    impact = snapshot.impacts[option.key]
    reached = reached_by(impact, snapshot.register)
    return {
        **impact_facts(impact),
        "jurisdiction": impact.jurisdiction,
        "by_type": tallies(by_type(reached)),
        "by_program": tallies(by_program(reached)),
        "remains": {one.entity_id: remains(one.left) for one in reached if one.left.remaining},
        "absent": list(impact.absent),
        "editions": dict(snapshot.register.editions),
    }


def tallies(counts: Mapping[Schema, Tally] | Mapping[str, Tally]) -> dict[str, dict[str, int]]:
    return {
        str(key): {
            "freed": count.freed,
            "partly_relieved": count.partly,
            "still_listed_elsewhere": count.elsewhere,
            "linked_left_blocked": count.linked_left,
        }
        for key, count in counts.items()
    }


def remains(left: Left) -> dict[str, object]:
    """What stays on a party, listing by listing; `probable_sdn` where it is probably on a newer SDN list too."""
    found: dict[str, object] = {
        "bond": left.bond.value,
        "listings": [
            {"list": one.list, "programs": list(one.programs), "bond": one.bond.value, "says": one.words}
            for one in left.remaining
        ],
        "authorised": list(left.authorised),
    }
    return {**found, "probable_sdn": left.probable_sdn} if left.probable_sdn else found


def comparison_json(one: str, other: str, snapshot: Snapshot) -> dict[str, object]:
    """Whom only one reaches and whom both; `outcomes` has a cell for each pair of outcomes, and they add up."""
    found = compare(snapshot.impacts[one], snapshot.impacts[other])
    return {
        "options": [one, other],
        "only": {one: list(found.only_first), other: list(found.only_second)},
        "both": list(found.both),
        "outcomes": [
            {one: under_one.value, other: under_other.value, "entities": list(ids)}
            for (under_one, under_other), ids in found.cells.items()
        ],
        "by_type": {
            "only": {one: typed(found.only_first, snapshot), other: typed(found.only_second, snapshot)},
            "both": typed(found.both, snapshot),
        },
        "measures": {one: list(found.measures_first), other: list(found.measures_second)},
    }


def typed(entity_ids: Iterable[str], snapshot: Snapshot) -> dict[str, int]:
    counts: dict[str, int] = {}
    for entity_id in entity_ids:
        if party := snapshot.party(entity_id):
            kind = kind_of(party.schema).value
            counts[kind] = counts.get(kind, 0) + 1
    return counts
