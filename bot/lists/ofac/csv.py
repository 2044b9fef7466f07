"""OFAC's CSV files: the SDN list (sdn, add, alt, sdn_comments) and the non-SDN list (cons_prim and its three)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.errors import RefusedEdition
from bot.lists import guards
from bot.lists.content import Content, whole
from bot.lists.ofac import remarks as ofac_remarks
from bot.lists.ofac.rows import CsvFile, Rows, belonging, csv_file, of_known_words
from bot.lists.reading import Progress, Reading, Role, silent
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, Craft, Identifier, Name, NameKind, Schema

MAX_BYTES = 64_000_000  # of one file; the largest seen is 4.2 MB
SDN_ROLES = (
    Role("primary", ("sdn.csv",), 12, required=True, max_bytes=MAX_BYTES),
    Role("add", ("add.csv",), 6, max_bytes=MAX_BYTES),
    Role("alt", ("alt.csv",), 5, max_bytes=MAX_BYTES),
    Role("comments", ("sdn_comments.csv",), 2, max_bytes=MAX_BYTES),
)
CONS_ROLES = (
    Role("primary", ("cons_prim.csv",), 12, required=True, max_bytes=MAX_BYTES),
    Role("add", ("cons_add.csv",), 6, max_bytes=MAX_BYTES),
    Role("alt", ("cons_alt.csv",), 5, max_bytes=MAX_BYTES),
    Role("comments", ("cons_comments.csv",), 2, max_bytes=MAX_BYTES),
)
REMARKS_CUT = 1000  # remarks are cut at exactly so many characters; the tail is in the comments file

_TYPES = {
    "": Schema.ORGANIZATION,
    "individual": Schema.PERSON,
    "vessel": Schema.VESSEL,
    "aircraft": Schema.AIRPLANE,
}
_ALIASES = {"aka": NameKind.ALSO, "fka": NameKind.FORMERLY, "nka": NameKind.NOW}
_PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="
# A third of the non-SDN list stands under these and no other; on the SDN list at most two entries name one at all.
_NON_SDN = frozenset({"NS-PLC", "CMIC-EO13959"})
_TOO_MANY = 10


@dataclass(frozen=True, slots=True)
class _Companions:
    """The rows of the other three files, by ent_num."""

    aliases: Mapping[str, Rows]
    addresses: Mapping[str, Rows]
    tails: Mapping[str, str]


def read(key: str, files: Mapping[str, Content], progress: Progress = silent) -> Reading:
    """The listings of one edition. `files` by role; companions may be absent.

    Raises RefusedEdition for files that are not a whole list of this key.
    """
    roles = CONS_ROLES if key == "us_ofac_cons" else SDN_ROLES
    given = _sound(
        key, roles, {role.key: csv_file(role, whole(files[role.key]), MAX_BYTES) for role in roles if role.key in files}
    )
    rows = {role: file.rows for role, file in given.items()}
    primary = rows["primary"]
    companions = _Companions(
        by_number(rows.get("alt", [])),
        by_number(rows.get("add", [])),
        {number: "".join(row[1] for row in of) for number, of in by_number(rows.get("comments", [])).items()},
    )
    listings = []
    for done, row in enumerate(primary):
        if done % 500 == 0:
            progress("reading", done, len(primary))
        listings.append(_listing(key, row, companions))
    progress("reading", len(primary), len(primary))
    unmarked = tuple(
        f"{file.name} lacks the end mark of a file that comes straight from OFAC."
        for file in given.values()
        if not file.marked
    )
    left_out = tuple(file.left_out for file in given.values() if file.left_out)
    return Reading(tuple(listings), warnings=unmarked, left_out=left_out)


def by_number(rows: Iterable[list[str]]) -> dict[str, Rows]:
    """The rows of a file by ent_num, in their order."""
    found: defaultdict[str, Rows] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return dict(found)


def _sound(key: str, roles: tuple[Role, ...], given: Mapping[str, CsvFile]) -> dict[str, CsvFile]:
    """The files without what is wrong in a few rows of them. Raises RefusedEdition."""
    primary = given["primary"]
    guards.refuse_none(primary.name, primary.rows)
    for count, row in enumerate(primary.rows, 1):
        if not row[0].isdigit() or not row[1]:
            raise RefusedEdition(f"{primary.name} has no number or no name in record {count:,}: it is damaged.")
    once = [*dict.fromkeys(map(tuple, primary.rows))]
    twice = ("a row that is there twice",) * (len(primary.rows) - len(once))
    primary = replace(primary, rows=[[*row] for row in once], bad=(*primary.bad, *twice))
    guards.refuse_duplicates(primary.name, (row[0] for row in primary.rows))
    primary = of_known_words(primary, 2, lambda word: word.casefold() in _TYPES, "type")
    _refuse_other_list(key, primary.name, primary.rows)
    numbers = {row[0] for row in primary.rows}
    companions = {
        role.key: belonging(given[role.key], numbers, primary.name) for role in roles[1:] if role.key in given
    }
    if "alt" in companions:
        known = frozenset(_ALIASES)
        companions["alt"] = of_known_words(companions["alt"], 2, lambda w: w.casefold() in known, "kind of alias")
    return {"primary": primary, **companions}


def _refuse_other_list(key: str, name: str, primary: Rows) -> None:
    """SDN files and non-SDN files have the same shape: what only one of the two lists holds tells them apart."""
    if key == "us_ofac_sdn":
        wrong = sum(set(programs(row[3])) <= _NON_SDN for row in primary if row[3]) > _TOO_MANY
    else:
        wrong = any(row[2].casefold() in ("vessel", "aircraft") for row in primary)
    if wrong:
        other = "non-SDN" if key == "us_ofac_sdn" else "SDN"
        raise RefusedEdition(f"{name} is the file of OFAC's {other} list, not of this one.")


def programs(cell: str) -> tuple[str, ...]:
    """`SDGT] [IFSR` is two tags; tags may hold spaces (`CAATSA - RUSSIA`)."""
    tags = (tag.strip() for tag in cell.strip().removeprefix("[").removesuffix("]").split("] ["))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _listing(key: str, row: list[str], companions: _Companions) -> Listing:
    number, name, kind, program, title, *craft, cell = row
    schema = _TYPES.get(kind.casefold(), Schema.LEGAL_ENTITY)
    # No separator and no stripping between the two: the cut falls in mid-word.
    remarks = cell + companions.tails.get(number, "")
    found = ofac_remarks.read(remarks, vessel=schema is Schema.VESSEL)
    aliases = [
        Name(alias[3], _ALIASES.get(alias[2].casefold(), NameKind.ALSO)) for alias in companions.aliases.get(number, [])
    ]
    call_sign = [Identifier("call_sign", craft[0], label="call sign")] if craft[0] else []
    return Listing(
        list=key,
        entity_id=f"ofac-{number}",
        schema=schema,
        names=(Name(name), *aliases, *found.weak_names),
        programs=programs(program),
        identifiers=(*call_sign, *found.identifiers),
        birth_dates=tuple(found.birth_dates),
        birth_places=tuple(found.birth_places),
        nationalities=tuple(found.nationalities),
        citizenships=tuple(found.citizenships),
        genders=tuple(found.genders),
        addresses=tuple(_addresses(companions.addresses.get(number, []))),
        titles=(title,) if title else (),
        craft=Craft(*craft) if any(craft) else None,
        relations=tuple(found.relations),
        directives=tuple(found.directives),
        secondary_sanctions=tuple(found.secondary_sanctions),
        notes=(*found.notes, *_alias_notes(companions.aliases.get(number, []))),
        remarks=remarks,
        url=f"{_PAGE}{number}",
    )


def _addresses(rows: Rows) -> Iterable[Address]:
    """add.csv has a row for every entry, most of the time; those that say nothing are left out."""
    return (
        Address(street, city, country, note.strip())
        for _, _, street, city, country, note in rows
        if street or city or country or note
    )


def _alias_notes(rows: Rows) -> Iterable[str]:
    return (f"{alias[3]}: {alias[4].strip()}" for alias in rows if alias[4])
