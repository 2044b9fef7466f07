"""Charts of what relief options reach: one option by type and program, and how several overlap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.pictures.chart import Chart, Panel, Row
from bot.sanctions.party import Schema
from bot.sanctions.relief.reached import Reached, Tally, by_program, by_type, kind_of, tally

KINDS = {
    Schema.PERSON: "persons",
    Schema.LEGAL_ENTITY: "companies and other bodies",
    Schema.VESSEL: "vessels",
    Schema.AIRPLANE: "aircraft",
    Schema.CRYPTO_WALLET: "wallets",
}
OUTCOMES = ("would come off", "would be partly relieved")
PROGRAMS = 12


@dataclass(frozen=True, slots=True)
class Drawn:
    """An option as a picture names it."""

    key: str
    title: str
    version: int
    reached: Sequence[Reached]


def reach_chart(option: Drawn, standing: str, foot: str) -> Chart:
    """Whom one option would reach, by type and by program. `standing` is a sentence."""
    whole = tally(option.reached)
    types = Panel("By type", tuple(_row(KINDS[kind], count) for kind, count in by_type(option.reached).items()))
    programs = by_program(option.reached)
    rows = [_row(tag or "no program", count) for tag, count in programs.items()]
    left = f"; {len(rows) - PROGRAMS} more programs are not drawn" if len(rows) > PROGRAMS else ""
    named = Panel("By program", tuple(rows[:PROGRAMS]), f"A party under two programs counts under each{left}.")
    title = f"{option.title} (version {option.version}): {whole.freed:,} would come off, {whole.partly:,} partly"
    return Chart(standing, f"{title} relieved.", OUTCOMES, (types, named), foot)


def _row(label: str, count: Tally) -> Row:
    return Row(label, (count.freed, count.partly))


def overlap_chart(options: Sequence[Drawn], standing: str, foot: str) -> Chart:
    """Whom only one option reaches, and whom each combination of them does: a bar each, so that nothing is judged
    by the size of circles. Every party stands in one bar."""
    where = _where(options)
    kinds = [kind for kind in KINDS if any(kind in counts for counts in where.values())]
    rows = [
        Row(_named(keys, len(options)), tuple(where.get(keys, {}).get(kind, 0) for kind in kinds))
        for keys in _subsets([option.key for option in options])
    ]
    title = "Whom they would reach: " + "; ".join(f"{option.key} {len(option.reached):,}" for option in options) + "."
    panel = Panel("In one option only, or in several", tuple(rows), "Each party is in one bar.")
    return Chart(standing, title, tuple(KINDS[kind] for kind in kinds), (panel,), foot)


def _where(options: Sequence[Drawn]) -> Mapping[tuple[str, ...], Mapping[Schema, int]]:
    """How many parties of each type are in exactly these options."""
    members = {option.key: {one.entity_id for one in option.reached} for option in options}
    kinds = {one.entity_id: kind_of(one.party.schema) for option in options for one in option.reached}
    found: dict[tuple[str, ...], dict[Schema, int]] = {}
    for entity_id, kind in kinds.items():
        keys = tuple(option.key for option in options if entity_id in members[option.key])
        counts = found.setdefault(keys, {})
        counts[kind] = counts.get(kind, 0) + 1
    return found


def _subsets(keys: Sequence[str]) -> list[tuple[str, ...]]:
    return [chosen for size in range(1, len(keys) + 1) for chosen in combinations(keys, size)]


def _named(keys: tuple[str, ...], of: int) -> str:
    if len(keys) == 1:
        return f"only {keys[0]}"
    return " and ".join(keys) + ("" if len(keys) == of else " only")
