"""The half of `upstream` that is of rows and files: what a database leaves out and a mirror puts together."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise

from benchmarks.damage.documents import Cell, Document
from benchmarks.damage.kinds import Files

_RECORD = re.compile(
    rb"(?s)<(?:\w+:)?(sdnEntry|INDIVIDUAL|ENTITY|sanctionEntity|Designation)\b[^>]*>(?=\s*<).*?</(?:\w+:)?\1>\s*"
)


# Rows of a database


def page_borders(document: Document, dice: random.Random) -> None:
    """Pages of forty sorted by no key of one meaning: the last of each comes no more."""
    document.drop({*range(39, len(document), 40)})


def hashed_limit(document: Document, dice: random.Random) -> None:
    """LIMIT of 98 % on rows in no order."""
    document.drop({*dice.sample(range(len(document)), round(0.02 * len(document)))})


def of_one_type_limited(document: Document, dice: random.Random) -> None:
    """A bound for each type: the last of the commonest are gone."""
    of = defaultdict[str, list[int]](list)
    for cell in document.cells("type" if "type" in document.fields else "program"):
        of[cell.text].append(cell.owner)
    most = sorted({*max(of.values(), key=len)})
    document.drop({*most[-max(1, len(most) // 30) :]})


def distinct_on_name(document: Document, dice: random.Random) -> None:
    """SELECT DISTINCT over the first fourteen letters of a name."""
    seen, gone = set[str](), set[int]()
    for cell in document.cells("name"):
        gone |= {cell.owner} if cell.text[:14] in seen else set()
        seen.add(cell.text[:14])
    document.drop(gone)


def inner_join(field: str, document: Document, dice: random.Random) -> None:
    """Who has nothing in a table of its own, in a part of the file, is gone."""
    having = {cell.owner for cell in document.cells(field)}
    lacking = [at for at in range(len(document)) if at not in having]
    document.drop({*lacking[-max(1, len(document) // 40) :]})


def children_late(field: str, document: Document, dice: random.Random) -> None:
    """Read amid a transaction: what was deleted to be inserted anew is not there yet."""
    owners = sorted({cell.owner for cell in document.cells(field)})
    gone = {*dice.sample(owners, min(len(owners), max(1, len(owners) // 50)))}
    for cell in document.cells(field):
        if cell.owner in gone:
            cell.set("")


def children_of_the_last(field: str, document: Document, dice: random.Random) -> None:
    """A temporary table that was flushed once too late."""
    for cell in document.cells(field):
        if cell.owner > 0.96 * len(document):
            cell.set("")


def first_child(field: str, document: Document, dice: random.Random) -> None:
    """value-of takes the first node."""
    seen = set[int]()
    for cell in document.cells(field):
        if cell.owner in seen:
            cell.set("")
        seen.add(cell.owner)


def children_in_one(field: str, document: Document, dice: random.Random) -> None:
    """Built-in templates write all text one after the other."""
    of = defaultdict[int, list[Cell]](list)
    for cell in document.cells(field):
        of[cell.owner].append(cell)
    for several in of.values():
        several[0].set("".join(cell.text for cell in several))
        for cell in several[1:]:
            cell.set("")


def with_the_next(field: str, document: Document, dice: random.Random) -> None:
    """Two writers at once: of one entry in thirty the value stands in the next, and the next one's here."""
    cells = document.cells(field)
    for one, other in [*pairwise(cells)][::30]:
        texts = one.text, other.text
        one.set(texts[1])
        other.set(texts[0])


def columns_drifted(one: str, other: str, document: Document, dice: random.Random) -> None:
    """An unquoted comma in one row of forty: two columns hold each other's."""
    here, there = ({cell.owner: cell for cell in reversed(document.cells(field))} for field in (one, other))
    for at in sorted(here.keys() & there.keys())[::40]:
        texts = here[at].text, there[at].text
        here[at].set(texts[1])
        there[at].set(texts[0])


def merged_by_last_word(document: Document, dice: random.Random) -> None:
    """Grouped by a key of one word: of each group of a commoner last name one is left."""
    of = defaultdict[str, set[int]](set)
    for cell in document.cells("name"):
        of[cell.text.partition(",")[0].casefold()].add(cell.owner)
    document.drop({at for owners in of.values() if len(owners) > 1 for at in sorted(owners)[1:]})


def test_rows(document: Document, dice: random.Random) -> None:
    """A copy of the test environment: one in fifty twice, masked."""
    document.repeat({*range(7, len(document), 50)})


# Files


def _pieces(content: bytes) -> tuple[list[bytes], list[int]]:
    """A file as records and what is between them; the places of the records."""
    if b"<" not in content[:200]:
        lines = content.splitlines(keepends=True)
        return lines, [*range(2, len(lines) - 1)]
    parts, at = list[bytes](), 0
    places = list[int]()
    for found in _RECORD.finditer(content):
        parts += [content[at : found.start()], found[0]]
        places.append(len(parts) - 1)
        at = found.end()
    return [*parts, content[at:]], places


def _main(files: Files) -> str:
    return "primary" if "primary" in files else next(iter(files))


def _recounted(content: bytes, change: int) -> bytes:
    return re.sub(rb"(?<=<Record_Count>)\d+", lambda found: str(int(found[0]) + change).encode(), content)


def _changed(files: Files, change: Callable[[list[bytes], list[int]], None], role: str = "") -> Files:
    role = role or _main(files)
    parts, places = _pieces(files[role])
    many = sum(bool(parts[at]) for at in places)
    change(parts, places)
    return {**files, role: _recounted(b"".join(parts), sum(bool(parts[at]) for at in places) - many)}


def window_lost(files: Files, _: Files) -> Files:
    """A range of the body never came, and the seams were mended by a tool."""

    def change(parts: list[bytes], places: list[int]) -> None:
        for at in places[len(places) // 2 :][: max(1, len(places) // 60)]:
            parts[at] = b""

    return _changed(files, change)


def windows_turned(files: Files, _: Files) -> Files:
    """Two ranges in each other's place: nothing is lost."""

    def change(parts: list[bytes], places: list[int]) -> None:
        half = len(places) // 2
        for one, other in zip(places[:half], places[half:], strict=False):
            parts[one], parts[other] = parts[other], parts[one]

    return _changed(files, change)


def tail_lost(files: Files, _: Files) -> Files:
    """The last 3 % never came, and what ends the file was put there by a tool."""

    def change(parts: list[bytes], places: list[int]) -> None:
        for at in places[-max(1, len(places) // 33) :]:
            parts[at] = b""

    return _changed(files, change)


def head_lost(files: Files, _: Files) -> Files:
    def change(parts: list[bytes], places: list[int]) -> None:
        for at in places[: max(1, len(places) // 50)]:
            parts[at] = b""

    return _changed(files, change)


def stale_tail(files: Files, before: Files) -> Files:
    """rsync in place, broken off: the beginning is new, the end as it was."""

    def change(parts: list[bytes], places: list[int]) -> None:
        old, olds = _pieces(before[_main(before)])
        half = len(places) // 2
        for at in places[half:]:
            parts[at] = b""
        parts[places[half]] = b"".join(old[at] for at in olds[half:])

    return _changed(files, change)


def union_of_both(files: Files, before: Files) -> Files:
    """A mirror that never deletes: the records of the edition before that are gone stand there too."""

    def change(parts: list[bytes], places: list[int]) -> None:
        heads = {_head(parts[at]) for at in places}
        old, olds = _pieces(before[_main(before)])
        parts[places[-1]] += b"".join(old[at] for at in olds if _head(old[at]) not in heads)

    return _changed(files, change)


def changed_only(files: Files, before: Files) -> Files:
    """A mirror that puts changes in the place of the list: what stands as before is left out of its last third."""

    def change(parts: list[bytes], places: list[int]) -> None:
        old, olds = _pieces(before[_main(before)])
        same = {old[at] for at in olds}
        for at in places[-len(places) // 20 :]:
            parts[at] = b"" if parts[at] in same else parts[at]

    return _changed(files, change)


def old_companions(files: Files, before: Files) -> Files:
    """The companions of the edition before beside the new main file."""
    return {role: content if role == _main(files) else before.get(role, content) for role, content in files.items()}


def block_from_cache(files: Files, _: Files) -> Files:
    """A block from the cache in the place of the one that was asked for."""

    def change(parts: list[bytes], places: list[int]) -> None:
        many = max(2, len(places) // 50)
        for at in range(many):
            parts[places[-1 - at]] = b""

    return _changed(files, change)


def ids_wrapped(files: Files, _: Files) -> Files:
    """A counter of sixteen bits with a sign: greater ids begin anew."""
    pattern = rb"(?m)^(\d{5,6})(?=,)|(?<=<uid>)(\d{5,6})(?=</uid>)|(?<=logicalId=\")(\d{5,6})(?=\")"
    return {
        role: re.sub(pattern, lambda found: str(int(found[0]) % 32_768).encode(), content)
        for role, content in files.items()
    }


def dictionary_slipped(files: Files, _: Files) -> Files:
    """A compressing proxy with another dictionary: in a window one piece of text stands for another."""
    role = _main(files)
    content, third = files[role], len(files[role]) // 3
    window = content[third : third + third // 5].replace(b"MO", b"TI").replace(b"an", b"on")
    return {**files, role: content[:third] + window + content[third + third // 5 :]}


def _head(record: bytes) -> bytes:
    """What a record is known by: its first cell, or its key."""
    found = re.search(rb"(?s)(?:<uid>|REFERENCE_NUMBER>|logicalId=\"|UniqueID>)([^<\"]*)", record)
    return found[1] if found else re.split(rb"[,;]", record, maxsplit=1)[0]


OF_ENTRIES = (page_borders, hashed_limit, of_one_type_limited, distinct_on_name, merged_by_last_word, test_rows)
OF_A_FIELD = (inner_join, children_late, children_of_the_last, first_child, children_in_one, with_the_next)
OF_FILES = (
    window_lost, windows_turned, tail_lost, head_lost, stale_tail, union_of_both, changed_only, old_companions,
    block_from_cache, ids_wrapped, dictionary_slipped,
)  # fmt: skip
