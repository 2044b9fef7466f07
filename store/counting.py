"""What an edition holds, counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bot.errors import BadInput
from bot.sanctions.party import Identifier, NameKind
from store.editions import alive_in, row_on
from store.tables.lists import EntryProgramRow, EntryRow, IdentifierRow, NameRow, RelationRow

RUSSIA = ("russia", "russian federation")
OGRN_DIGITS = (13, 15)  # an OGRN has 13 digits, that of a sole trader (OGRNIP) 15


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of `lists show`. `former` names are counted among `strong` or `weak` too, "inn" among
    `tax_id` and "ogrn" among `registration`."""

    list: str
    edition: str
    published: str
    entries: int
    by_type: dict[str, int] = field(default_factory=dict)
    programs: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    identifiers: dict[str, int] = field(default_factory=dict)
    with_birth_date: int = 0
    relations: int = 0

    def as_json(self) -> dict[str, dict[str, int] | int]:
        """What is counted beside the entries, as `lists show --json` names it."""
        return {
            "by_type": self.by_type,
            "programs": self.programs,
            "names": self.names,
            "identifiers": self.identifiers,
            "with_birth_date": self.with_birth_date,
            "relations": self.relations,
        }


def counts(session: Session, list: str, as_of: date | None = None) -> Counts:
    """What the edition in force holds, now or on a day. Raises BadInput where no such edition is loaded."""
    edition = row_on(session, list, as_of)
    if edition is None:
        raise BadInput(f"No edition of {list} is loaded" + (f" for {as_of}." if as_of else "."))
    alive = (EntryRow.list == list) & alive_in(edition.id)
    identifiers = _tally(session, IdentifierRow.type, alive) | _tally(session, IdentifierRow.counted_as, alive)
    identifiers.pop("", None)
    relations = select(func.count()).select_from(RelationRow).join(EntryRow, RelationRow.entry_id == EntryRow.id)
    return Counts(
        list=list,
        edition=edition.edition,
        published=edition.published,
        entries=session.scalar(select(func.count()).select_from(EntryRow).where(alive)) or 0,
        by_type=_tally_entries(session, alive),
        programs=_tally(session, EntryProgramRow.tag, alive),
        names=_names(session, alive),
        identifiers=identifiers,
        with_birth_date=session.scalar(select(func.count()).where(alive, EntryRow.has_birth_date)) or 0,
        relations=session.scalar(relations.where(alive)) or 0,
    )


def counted_as(identifier: Identifier) -> str:
    """What an identifier is counted as beside its type: a Russian tax number as "inn", a Russian register
    number of an OGRN's length as "ogrn"."""
    if identifier.country.strip().casefold() not in RUSSIA:
        return ""
    if identifier.type == "tax_id":
        return "inn"
    digits = sum(c.isdigit() for c in identifier.value)
    return "ogrn" if identifier.type == "registration" and digits in OGRN_DIGITS else ""


def _names(session: Session, alive: ColumnElement[bool]) -> dict[str, int]:
    found = (
        select(NameRow.kind, NameRow.weak, func.count())
        .join(EntryRow, NameRow.entry_id == EntryRow.id)
        .where(alive)
        .group_by(NameRow.kind, NameRow.weak)
    )
    names = {"primary": 0, "strong": 0, "weak": 0, "former": 0}
    for kind, weak, number in session.execute(found):
        names["weak" if weak else "primary" if kind == NameKind.PRIMARY else "strong"] += number
        if kind == NameKind.FORMERLY:
            names["former"] += number
    return names


def _tally_entries(session: Session, alive: ColumnElement[bool]) -> dict[str, int]:
    found = select(EntryRow.schema, func.count()).where(alive).group_by(EntryRow.schema).order_by(EntryRow.schema)
    return dict(session.execute(found).all())


def _tally(session: Session, column: Any, alive: ColumnElement[bool]) -> dict[str, int]:
    """How often each value of a column of a table of facts occurs; a program once an entry."""
    facts = column.class_
    each = func.count(facts.entry_id.distinct()) if facts is EntryProgramRow else func.count()
    found = select(column, each).join(EntryRow, facts.entry_id == EntryRow.id).where(alive)
    return dict(session.execute(found.group_by(column).order_by(column)).all())
