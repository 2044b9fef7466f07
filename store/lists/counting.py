"""What an edition holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.errors import BadInput
from bot.sanctions.party import Identifier, Name, NameKind
from store.lists.editions import alive_in, in_force, row_on
from store.lists.listings import listings_in
from store.tables.lists import EditionRow, EntryRow

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
    schemas: Counter[str] = Counter()
    programs: Counter[str] = Counter()
    identifiers: Counter[str] = Counter()
    names = Counter({"primary": 0, "strong": 0, "weak": 0, "former": 0})
    entries = with_birth_date = relations = 0
    for listing in listings_in(session, [edition.id]):
        entries += 1
        schemas[listing.schema.value] += 1
        programs.update(set(listing.programs))
        identifiers.update(kind for one in listing.identifiers for kind in (one.type, counted_as(one)) if kind)
        names.update(kind for name in listing.names for kind in _kinds(name))
        with_birth_date += bool(listing.birth_dates)
        relations += len(listing.relations)
    return Counts(
        list=list,
        edition=edition.edition,
        published=edition.published,
        entries=entries,
        by_type=_in_order(schemas),
        programs=_in_order(programs),
        names=dict(names),
        identifiers=_in_order(identifiers),
        with_birth_date=with_birth_date,
        relations=relations,
    )


def held(session: Session) -> dict[str, int]:
    """How many entries of each edition in force are here. They are as many as the edition says that it has, unless
    somebody or something has been at the database."""
    alive = (EntryRow.list == EditionRow.list) & alive_in(EditionRow.id)
    counted = select(EditionRow.list, func.count(EntryRow.id)).outerjoin(EntryRow, alive)
    rows = session.execute(counted.where(EditionRow.id.in_(in_force())).group_by(EditionRow.list))
    return dict(list(rows))


def counted_as(identifier: Identifier) -> str:
    """What an identifier is counted as beside its type: a Russian tax number as "inn", a Russian register
    number of an OGRN's length as "ogrn"."""
    if identifier.country.strip().casefold() not in RUSSIA:
        return ""
    if identifier.type == "tax_id":
        return "inn"
    digits = sum(c.isdigit() for c in identifier.value)
    return "ogrn" if identifier.type == "registration" and digits in OGRN_DIGITS else ""


def _kinds(name: Name) -> Iterator[str]:
    yield "weak" if name.weak else "primary" if name.kind is NameKind.PRIMARY else "strong"
    if name.kind is NameKind.FORMERLY:
        yield "former"


def _in_order(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items()))
