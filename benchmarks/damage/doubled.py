"""Kinds of damage that give entries what they have not: cells filled from above, facts of a neighbour beside their own,
joins over a key that several share. Written down before they were run; docs/guards.md has what slipped in."""

from __future__ import annotations

import csv
import io
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from benchmarks.damage.assembled import main_file, parts
from benchmarks.damage.documents import END_MARK, NULL, Document
from benchmarks.damage.kinds import Damage, Files

SHARES = (1.0, 0.1, 0.02)
ELEMENTS = (b"aka", b"address", b"id", b"INDIVIDUAL_ALIAS", b"INDIVIDUAL_ADDRESS", b"INDIVIDUAL_DOCUMENT", b"nameAlias",
            b"birthdate", b"identification", b"citizenship", b"program", b"nationality", b"NATIONALITY",
            b"dateOfBirthItem")  # fmt: skip
Rows = list[list[str]]


def _changed(role: str, change: Callable[[Rows], Rows], files: Files) -> Files:
    """One CSV file with its rows changed; what stands before them and after them stays."""
    text = files[role].decode("utf-8-sig")
    first, _, rest = text.partition("\n") if text.startswith("Report Date") else ("", "", text)
    delimiter = ";" if rest.split("\n", 1)[0].count(";") > 5 else ","
    read = csv.reader(io.StringIO(rest, newline=""), delimiter=delimiter)
    rows = [row for row in read if len(row) > 1]
    out = io.StringIO(newline="")
    out.write(f"{first}\n" if first else "")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(change(rows))
    marked = files[role].rstrip().endswith(END_MARK)
    return {**files, role: out.getvalue().encode() + (END_MARK + b"\r\n" if marked else b"")}


def _is_empty(cell: str) -> bool:
    return cell.strip() in ("", NULL.strip())


def filled_from_above(column_of_head: int, share: float, rows: Rows) -> Rows:
    """A tool that fills what is empty with the value above it, in one column, in the last rows."""
    first, above, found = round((1 - share) * len(rows)), "", []
    for at, row in enumerate(rows):
        cell = row[column_of_head] if column_of_head < len(row) else ""
        if at > max(1, first) and _is_empty(cell) and above and column_of_head < len(row):
            row = [*row[:column_of_head], above, *row[column_of_head + 1 :]]
        elif not _is_empty(cell):
            above = cell
        found.append(row)
    return found


def with_those_of_the_next(share: float, rows: Rows) -> Rows:
    """Rows of a companion once more under the number of another entry: a join over a range."""
    dice = random.Random(8)
    numbers = sorted({row[0] for row in rows if row[0].strip().isdigit()}, key=int)
    after = dict(pairwise(numbers))
    again = [[after[row[0]], *row[1:]] for row in rows if row[0] in after and dice.random() < share]
    return sorted([*rows, *again], key=lambda row: int(row[0]) if row[0].strip().isdigit() else 0)


def with_those_of_a_like_value(column: int, share: float, rows: Rows) -> Rows:
    """Rows of all that have the same first word in a column, for each of these: a join over a name, or a town."""
    dice, of = random.Random(9), defaultdict[str, dict[str, None]](dict)
    for row in rows:
        if len(row) > column and not _is_empty(row[column]):
            of[row[column].split()[0]][row[0]] = None
    made = []
    for row in rows:
        made.append(row)
        alike = [*of.get(row[column].split()[0], ())] if len(row) > column and not _is_empty(row[column]) else []
        if len(alike) > 1 and dice.random() < share:
            made += [[other, *row[1:]] for other in alike[:5] if other != row[0]]
    return made


def elements_of_the_next(share: float, files: Files, _: Files) -> Files:
    """Each entry of an XML list has the facts of the next one beside its own."""
    role, dice = main_file(files), random.Random(10)
    head, entries, tail = parts(files[role])
    made = []
    for entry, other in zip(entries, [*entries[1:], b""], strict=True):
        for name in ELEMENTS if dice.random() < share else ():
            found = re.search(rb"<(\w+:)?%s\b(?:[^>]*/>|.*?</(?:\w+:)?%s>)" % (name, name), other, re.DOTALL)
            mine = re.search(rb"<(\w+:)?%s\b" % name, entry)
            if found and mine:
                entry = entry[: mine.start()] + found[0] + entry[mine.start() :]
        made.append(entry)
    return {**files, role: head + b"".join(made) + tail}


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to the files of these roles."""
    for role, columns in (("primary", (2, 3, 4)), ("alt", (2, 4)), ("add", (2, 3, 4)), ("csv", (5, 10, 15, 20, 25))):
        for column in columns if role in roles else ():
            for share in SHARES:
                change = partial(filled_from_above, column, share)
                yield Damage(f"filled from above: {role} {column}, {share:.0%}", _nothing, _in(role, change))
    for role, column in (("alt", 3), ("add", 3)):
        for share in SHARES if role in roles else ():
            yield Damage(f"those of the next too: {role}, {share:.0%}", _nothing,
                         _in(role, partial(with_those_of_the_next, share)))  # fmt: skip
            yield Damage(f"joined over a word: {role}, {share:.0%}", _nothing,
                         _in(role, partial(with_those_of_a_like_value, column, share)))  # fmt: skip
    for share in SHARES if not {"primary", "csv"} & {*roles} else ():
        yield Damage(f"elements of the next too: {share:.0%}", _nothing, partial(elements_of_the_next, share))


def _in(role: str, change: Callable[[Rows], Rows]) -> Callable[[Files, Files], Files]:
    return lambda files, _: _changed(role, change, files)


def _nothing(document: Document, dice: random.Random) -> None:
    """The document stays: its files are damaged."""
