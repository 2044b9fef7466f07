"""OFAC's remarks: one line of items parted by `; ` that holds most of what the CSV says of a party.

What each item is, and the traps in it (a cut at 1,000 characters, the final dot, quoted names that are weak
aliases, two number spaces called IMO), is seen in the files of 2022 to 2025.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.lists.dates import birth_date
from bot.lists.ofac.identifiers import identifier
from bot.sanctions.listing import Directive, Relation
from bot.sanctions.party import BirthDate, Identifier, Name, NameKind

_APART = re.compile(r"; |;(?=alt\. )")  # the space is missing once, between two wallets of ofac-42496
_WEAK = re.compile(r"^([afn])\.k\.a\. '(.*?)'?$", re.DOTALL)
_KINDS = {"a": NameKind.ALSO, "f": NameKind.FORMERLY, "n": NameKind.NOW}
_LINKED = re.compile(r"^\(?Linked To:\s*(.*)$", re.DOTALL)
_ORDER = re.compile(r"^Executive Order (\d{5}) Directive (?:Determination|Information)\b")
_SUBJECT = re.compile(r"Subject to Directive (\d+[a-z]?)\b")
_DATED = re.compile(r"^Listing Date \(EO (\d{5}) Directive (\d+[a-z]?)\)")
_SECONDARY = re.compile(r"^(?:Secondary sanctions risk:?\s*|(?=Additional Sanctions Information - ))", re.IGNORECASE)


@dataclass(slots=True)
class Remarks:
    """The items of one entry's remarks, sorted by what they are."""

    weak_names: list[Name] = field(default_factory=list)
    birth_dates: list[BirthDate] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    nationalities: list[str] = field(default_factory=list)
    citizenships: list[str] = field(default_factory=list)
    genders: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    secondary_sanctions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def split(remarks: str) -> list[str]:
    """The items, without the final dot and without the `alt. ` of second and later values.

    The dot of a last item that ends in `CO.` or `LTD.` goes with it: the file does not tell them apart.
    """
    text = remarks.strip().removesuffix(".")
    items = (item.strip().removeprefix("alt. ") for item in _APART.split(text))
    return [item for item in items if item]


def read(remarks: str, vessel: bool = False) -> Remarks:
    """Sort the remarks of one entry. `vessel` decides whose number a plain IMO number is."""
    found = Remarks()
    for item in split(remarks):
        add(found, item, vessel)
    return found


def add(found: Remarks, item: str, vessel: bool) -> None:
    """Sort one item in."""
    if not (_plain(found, item) or add_phrase(found, item)):
        known = identifier(item, vessel)
        if known:
            found.identifiers.append(known)
        else:
            found.notes.append(item)


_PLAIN: Mapping[str, Callable[[Remarks, str], None]] = {
    "DOB": lambda found, text: found.birth_dates.append(birth_date(text)),
    "POB": lambda found, text: found.birth_places.append(text),
    "nationality": lambda found, text: found.nationalities.append(text),
    "citizen": lambda found, text: found.citizenships.append(text),
    "Gender": lambda found, text: found.genders.append(text),
}
_PLAIN_ITEM = re.compile(
    rf"^(?P<what>{'|'.join(_PLAIN)}):?\s+(?P<text>\S.*)$", re.DOTALL
)  # once "nationality: Eritrean"


def _plain(found: Remarks, item: str) -> bool:
    plain = _PLAIN_ITEM.match(item)
    if plain:
        _PLAIN[plain["what"]](found, plain["text"].strip())
    return plain is not None


def add_phrase(found: Remarks, item: str) -> bool:
    """Sort in a weak name, a link, a risk of secondary sanctions or a directive; False where the item is none."""
    weak = _WEAK.match(item)
    if weak:
        found.weak_names.append(Name(weak[2].strip(), _KINDS[weak[1]], weak=True))
        return True
    linked = _LINKED.match(item)
    if linked:
        target = linked[1].strip()
        found.relations.append(Relation(target.removesuffix(")") if item.startswith("(") else target))
        return True
    if _SECONDARY.match(item):
        found.secondary_sanctions.append(_SECONDARY.sub("", item).strip())
        return True
    return _directive(found, item)


def _directive(found: Remarks, item: str) -> bool:
    """A directive that the party is subject to. EO 14024's items also say what it forbids, or since when it holds
    (of Directive 2, on correspondent accounts, they say nothing else): those are kept whole as well."""
    order, number, dated = _ORDER.match(item), _SUBJECT.search(item), _DATED.match(item)
    if order and number:
        directive = Directive(f"EO{order[1]}", number[1])
    elif dated:
        directive = Directive(f"EO{dated[1]}", dated[2])
    else:
        return False
    if not dated or directive not in found.directives:
        found.directives.append(directive)
    if not item.endswith(f"Subject to Directive {directive.number}"):
        found.notes.append(item)
    return True
