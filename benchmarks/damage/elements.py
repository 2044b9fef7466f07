"""Kinds of damage of a stylesheet, a wrapper of objects or an editor of XML: elements that stand elsewhere, in others,
under other names, or once where there were several. Written down before they were run, by somebody who had not read
the guards; docs/guards.md has what slipped in."""

from __future__ import annotations

import copy
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

from defusedxml.ElementTree import fromstring

from benchmarks.damage.assembled import main_file
from benchmarks.damage.documents import Document
from benchmarks.damage.kinds import Damage, Files
from benchmarks.damage.unforeseen import records

EACH_OF = (1, 33, 110)  # records: in one of so many
FEWEST = 8  # records that have an element of a sort which is worth damage


@dataclass(frozen=True, slots=True)
class Place:
    """An element, what it stands in, and what that stands in (None where that is the record's own)."""

    element: Any
    parent: Any
    above: Any


Change = Callable[[list[list[Place]]], None]
"""Given the elements of one sort by record, of the records that are damaged."""


def _sorts(root: Any) -> list[list[list[Place]]]:
    """The elements below records by sort (their path): of each, those of every record that has some."""
    found: defaultdict[str, list[list[Place]]] = defaultdict(list)
    for record in records(root):
        of_record: defaultdict[str, list[Place]] = defaultdict(list)
        _below(record, None, "", of_record)
        for path, places in of_record.items():
            found[path].append(places)
    return [found[path] for path in sorted(found) if len(found[path]) >= FEWEST]


def _below(parent: Any, above: Any, path: str, of_record: dict[str, list[Place]]) -> None:
    for child in parent:
        of_record[f"{path}/{child.tag}"].append(Place(child, parent, above))
        _below(child, parent, f"{path}/{child.tag}", of_record)


def to_the_next(groups: list[list[Place]]) -> None:
    """Below the record after."""
    homes = [group[0].parent for group in groups]
    for group, home in zip(groups, [*homes[1:], homes[0]], strict=True):
        for place in group:
            place.parent.remove(place.element)
            home.append(place.element)


def to_the_next_as_well(groups: list[list[Place]]) -> None:
    copies = [[copy.deepcopy(place.element) for place in group] for group in groups]
    for group, theirs in zip(groups, [copies[-1], *copies[:-1]], strict=True):
        group[0].parent.extend(theirs)


def each_in_the_one_before(groups: list[list[Place]]) -> None:
    for group in groups:
        for one, other in pairwise(group):
            other.parent.remove(other.element)
            one.element.append(other.element)


def one_higher(groups: list[list[Place]]) -> None:
    for place in (place for group in groups for place in group if place.above is not None):
        place.parent.remove(place.element)
        place.above.append(place.element)


def without_their_wrapper(groups: list[list[Place]]) -> None:
    """What is in an element stands where it stood."""
    for place in (place for group in groups for place in group if len(place.element)):
        at = list(place.parent).index(place.element)
        place.parent.remove(place.element)
        for child in reversed(list(place.element)):
            place.parent.insert(at, child)


def of_one_more_level(groups: list[list[Place]]) -> None:
    for place in (place for group in groups for place in group):
        at = list(place.parent).index(place.element)
        place.parent.remove(place.element)
        wrapper = ElementTree.Element("item")
        wrapper.append(place.element)
        place.parent.insert(at, wrapper)


def under_another_name(groups: list[list[Place]]) -> None:
    for place in (place for group in groups for place in group):
        place.element.tag += "_1"


def in_other_letters(groups: list[list[Place]]) -> None:
    for place in (place for group in groups for place in group):
        space, _, name = place.element.tag.rpartition("}")
        turned = name.lower() if name != name.lower() else name.upper()
        place.element.tag = f"{space}}}{turned}" if space else turned


def without_a_namespace(groups: list[list[Place]]) -> None:
    for place in (place for group in groups for place in group):
        place.element.tag = place.element.tag.rpartition("}")[2]


def only_the_first(groups: list[list[Place]]) -> None:
    for place in (place for group in groups for place in group[1:]):
        place.parent.remove(place.element)


def only_the_last(groups: list[list[Place]]) -> None:
    for place in (place for group in groups for place in group[:-1]):
        place.parent.remove(place.element)


def gone(groups: list[list[Place]]) -> None:
    for place in (place for group in groups for place in group):
        place.parent.remove(place.element)


def emptied(groups: list[list[Place]]) -> None:
    for place in (place for group in groups for place in group):
        tail = place.element.tail
        place.element.clear()
        place.element.tail = tail


def parts_of_the_next(groups: list[list[Place]]) -> None:
    """Of several in one record, each has what is in the next one: parts of names, of documents, of addresses."""
    for group in groups:
        parts = [(place.element.text, list(place.element)) for place in group]
        for place, (text, children) in zip(group, [*parts[1:], parts[0]], strict=True):
            for child in list(place.element):
                place.element.remove(child)
            place.element.text = text
            place.element.extend(children)


def last_part_of_the_next(groups: list[list[Place]]) -> None:
    """The last thing in an element stands in the one of the next record."""
    several = [group[0].element for group in groups if len(group[0].element)]
    lasts = [one[-1] for one in several]
    for one, mine, theirs in zip(several, lasts, [*lasts[1:], *lasts[:1]], strict=True):
        one.remove(mine)
        one.append(theirs)


def attributes_of_the_next(groups: list[list[Place]]) -> None:
    several = [group[0].element for group in groups if group[0].element.attrib]
    given = [dict(one.attrib) for one in several]
    for one, theirs in zip(several, [*given[1:], *given[:1]], strict=True):
        one.attrib.clear()
        one.attrib.update(theirs)


def all_text_in_one(groups: list[list[Place]]) -> None:
    """What is in an element is one text: `itertext` of a careless reader."""
    for place in (place for group in groups for place in group if len(place.element)):
        text = " ".join(" ".join(place.element.itertext()).split())
        for child in list(place.element):
            place.element.remove(child)
        place.element.text = text


CHANGES: tuple[Change, ...] = (
    to_the_next,
    to_the_next_as_well,
    each_in_the_one_before,
    one_higher,
    without_their_wrapper,
    of_one_more_level,
    under_another_name,
    in_other_letters,
    without_a_namespace,
    only_the_first,
    only_the_last,
    gone,
    emptied,
    parts_of_the_next,
    last_part_of_the_next,
    attributes_of_the_next,
    all_text_in_one,
)
_TRIES = 4  # sorts of element for each change and share


def _changed(change: Change, one_in: int, turn: int, files: Files, _: Files) -> Files:
    role = main_file(files)
    if not files[role].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<"):
        raise IndexError("no elements")
    root = fromstring(files[role], forbid_dtd=True)
    groups = random.Random(f"{change.__name__} {one_in} {turn}").choice(_sorts(root))
    change(groups[:: one_in if len(groups) >= 2 * one_in else 2] if one_in > 1 else groups)
    if space := re.match(r"\{(.*)\}", root.tag):
        ElementTree.register_namespace("", space[1])
    return {**files, role: ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)}


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a list in XML; none to another."""
    for change in CHANGES:
        for one_in in EACH_OF:
            for turn in range(_TRIES):
                name = f"elements {change.__name__}, in one of {one_in}, {turn}"
                yield Damage(name, _nothing, partial(_changed, change, one_in, turn))


def _nothing(document: Document, dice: random.Random) -> None:
    """The document stays: its file is damaged."""
