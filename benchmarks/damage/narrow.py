"""Damage to few entries, or to one program or type of party only, and editions mixed with others: written down before
the guards were looked at again, and run once before anything was mended. docs/guards.md has what slipped in."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.damage.assembled import main_file, number_of, parts
from benchmarks.damage.documents import Cell, Document
from benchmarks.damage.kinds import Damage, Files

SHARES = (0.03, 0.015, 0.008)  # of all entries
RANKS = (0, 2, 5)  # of programs, by how many entries they have
_ARTICLES = re.compile(r"\b(?:AL|EL|BIN|IBN|ABU|VAN|DE|LLC|LTD|CO|JSC|OOO|OAO|COMPANY|LIMITED)\b[-. ]*", re.IGNORECASE)
_SOUNDS = (("KH", "X"), ("J", "DJ"), ("Q", "G"), ("EE", "I"), ("OU", "U"), ("Y", "I"), ("TS", "C"), ("PH", "F"))
Owners = Callable[[Document, random.Random], set[int]]


def a_letter_gone(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + text[at + 1 :] or "X"


def two_signs_turned(text: str, dice: random.Random) -> str:
    at = dice.randrange(max(1, len(text) - 1))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def by_other_sounds(text: str, _: random.Random) -> str:
    """Transliterated by the habits of another language."""
    for old, new in _SOUNDS:
        text = text.replace(old, new).replace(old.capitalize(), new.capitalize())
    return text


def without_small_words(text: str, _: random.Random) -> str:
    return " ".join(_ARTICLES.sub("", text).split()).strip(" ,.") or text


def to_the_comma(text: str, _: random.Random) -> str:
    return text.split(",")[0].split(" (")[0]


def with_a_note(text: str, _: random.Random) -> str:
    return f"{text} (see annex)"


def nothing_said(text: str, _: random.Random) -> str:
    return ""


def a_year_less(text: str, _: random.Random) -> str:
    return re.sub(r"\b(?:19|20)\d\d\b", lambda year: str(int(year[0]) - 1), text)


def without_digits(text: str, _: random.Random) -> str:
    """A house number or a number within a name that was taken for a footnote."""
    return re.sub(r"\s*\d+\s*", " ", text).strip() or text


def in_pairs(texts: list[str], _: random.Random) -> list[str]:
    """Two neighbours changed for each other."""
    turned = [*texts]
    for at in range(0, len(texts) - 1, 2):
        turned[at], turned[at + 1] = texts[at + 1], texts[at]
    return turned


def the_last_for_all(texts: list[str], _: random.Random) -> list[str]:
    return texts[-1:] * len(texts)


def a_few(field: str, share: float) -> Owners:
    """So many of all entries, of those that have the field."""

    def owners(document: Document, dice: random.Random) -> set[int]:
        having = sorted({cell.owner for cell in document.cells(field) if cell.text.strip()})
        return set(dice.sample(having, min(len(having), max(1, round(share * len(document))))))

    return owners


def of_rank(field: str, rank: int) -> Owners:
    """Those that have the value of this rank by frequency: of one program, of one type of party."""

    def owners(document: Document, _: random.Random) -> set[int]:
        cells = document.cells(field)
        value = Counter(cell.text for cell in cells).most_common(rank + 1)[rank][0]
        return {cell.owner for cell in cells if cell.text == value}

    return owners


def _cells(document: Document, field: str, owners: set[int]) -> list[Cell]:
    return [cell for cell in document.cells(field) if cell.owner in owners and cell.text.strip()]


def each_of(owners: Owners, field: str, change: Callable[[str, random.Random], str]) -> Callable[[Document, random.Random], None]:  # fmt: skip # noqa: E501
    def do(document: Document, dice: random.Random) -> None:
        for cell in _cells(document, field, owners(document, dice)):
            cell.set(change(cell.text, dice))

    return do


def among_of(owners: Owners, field: str, move: Callable[[list[str], random.Random], list[str]]) -> Callable[[Document, random.Random], None]:  # fmt: skip # noqa: E501
    def do(document: Document, dice: random.Random) -> None:
        cells = _cells(document, field, owners(document, dice))
        for cell, text in zip(cells, move([cell.text for cell in cells], dice), strict=True):
            cell.set(text)

    return do


def doubled_with_changes(share: float) -> Callable[[Document, random.Random], None]:
    """Entries once more under other numbers, each with a name that differs by two letters."""

    def do(document: Document, dice: random.Random) -> None:
        size = len(document)
        document.repeat(set(dice.sample(range(size), max(1, round(share * size)))))
        for cell in document.cells("name"):
            if cell.owner >= size:
                cell.set(two_signs_turned(cell.text, dice))

    return do


def renumbered_here_and_there(share: float, files: Files, _: Files) -> Files:
    """Entries of the main file under numbers that nobody has."""
    role, dice = main_file(files), random.Random(5)
    head, entries, tail = parts(files[role])
    made = []
    for entry in entries:
        place = number_of(entry)
        if place and dice.random() < share:
            first, last = place
            entry = entry[:first] + b"77" + entry[first:last] + entry[last:]
        made.append(entry)
    return {**files, role: head + b"".join(made) + tail}


def in_another_order(files: Files, _: Files) -> Files:
    """Harmless: the last entry first."""
    role = main_file(files)
    head, entries, tail = parts(files[role])
    return {**files, role: head + b"".join(reversed(entries)) + tail}


def _by_number(entries: list[bytes]) -> dict[bytes, bytes]:
    return {entry[place[0] : place[1]]: entry for entry in entries if (place := number_of(entry))}


def with_yesterdays(files: Files, older: Files) -> Files:
    """What left the list since the edition before is there again, in the main file."""
    role = main_file(files)
    (head, new, tail), (_, old, _) = parts(files[role]), parts(bytes(older[role]))
    now, then = _by_number(new), _by_number(old)
    return {**files, role: head + b"".join([*new, *(then[key] for key in then if key not in now)]) + tail}


def some_of_yesterday(share: float, files: Files, older: Files) -> Files:
    """Some entries of the main file as they were in the edition before, here and there."""
    role, dice = main_file(files), random.Random(6)
    (head, new, tail), (_, old, _) = parts(files[role]), parts(bytes(older[role]))
    then = _by_number(old)
    made = []
    for entry in new:
        place = number_of(entry)
        was = then.get(entry[place[0] : place[1]]) if place else None
        made.append(was if was is not None and dice.random() < share else entry)
    return {**files, role: head + b"".join(made) + tail}


def cut_within_a_sign(share: float, role: str, files: Files, _: Files) -> Files:
    """Cut in the middle of a letter of several bytes, and mended by a tool that leaves out what it cannot read."""
    text = files[role]
    at = next((n for n in range(int(share * len(text)), len(text)) if text[n] > 0xBF), int(share * len(text)))
    return {**files, role: text[: at + 1].decode("utf-8", "ignore").encode()}


def bytes_lost(every: int, files: Files, _: Files) -> Files:
    """Of each letter of several bytes, every n-th lost its last byte, and then itself."""
    met = iter(range(1, 10**9))
    return {
        role: re.sub(rb"[\xc2-\xf4][\x80-\xbf]+", lambda sign: sign[0] if next(met) % every else b"", text)
        for role, text in files.items()
    }


def rows_of_the_next(role: str, share: float, files: Files, _: Files) -> Files:
    """Rows of a companion under the number of the row after: a join that slipped, in a stretch."""
    lines = files[role].split(b"\n")
    first = len(lines) // 3
    last = min(len(lines) - 2, first + max(2, round(share * len(lines))))
    numbers = [line.partition(b",")[0] for line in lines]
    for at in range(first, last):
        if numbers[at].strip(b' "').isdigit() and numbers[at + 1].strip(b' "').isdigit():
            lines[at] = numbers[at + 1] + b"," + lines[at].partition(b",")[2]
    return {**files, role: b"\n".join(lines)}


def rows_of_one_sort_lost(role: str, mark: bytes, files: Files, _: Files) -> Files:
    """The rows of a companion that bear a word."""
    return {**files, role: b"\n".join(line for line in files[role].split(b"\n") if mark not in line)}


OF_ONE = (
    (a_letter_gone, ("name", "alias", "number")),
    (two_signs_turned, ("name", "number", "birth")),
    (by_other_sounds, ("name", "alias")),
    (without_small_words, ("name", "alias")),
    (to_the_comma, ("name", "street")),
    (with_a_note, ("name", "title", "nationality")),
    (nothing_said, ("alias", "birth", "number", "street", "nationality", "remarks")),
    (a_year_less, ("birth",)),
    (without_digits, ("street", "number")),
)
OF_MANY = (
    (in_pairs, ("name", "alias", "birth", "number", "street", "program", "country", "title", "remarks")),
    (the_last_for_all, ("program", "nationality", "country", "title", "birth")),
)


def _scopes(field: str, fields: tuple[str, ...]) -> Iterator[tuple[str, Owners]]:
    for share in SHARES:
        yield f"{share:.1%} of the entries", a_few(field, share)
    for rank in RANKS if "program" in fields and field != "program" else ():
        yield f"those of one tag, {rank}", of_rank("program", rank)
    for rank in (0, 1) if "type" in fields else ():
        yield f"those of one sort, {rank}", of_rank("type", rank)


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these fields and files."""
    changes = [(change, where, each_of) for change, where in OF_ONE]
    for change, where, spread in [*changes, *((move, where, among_of) for move, where in OF_MANY)]:
        for field in (field for field in where if field in fields):
            for scope, owners in _scopes(field, fields):
                yield Damage(f"{change.__name__}: {field}, {scope}", spread(owners, field, change))  # type: ignore[operator]
    for share in (0.03, 0.015, 0.008):
        yield Damage(f"doubled with changes: {share:.1%}", doubled_with_changes(share))
        yield Damage(f"renumbered: {share:.1%}", _nothing, partial(renumbered_here_and_there, share))
    for share in (1.0, 0.2, 0.03):
        yield Damage(f"some of yesterday: {share:.1%}", _nothing, partial(some_of_yesterday, share))
    yield Damage("with yesterday's", _nothing, with_yesterdays)
    yield Damage("in another order", _nothing, in_another_order)
    for every in (1, 10):
        yield Damage(f"letters of several bytes lost, every {every}", _nothing, partial(bytes_lost, every))
    for role in roles:
        for share in (0.99, 0.7):
            name = f"cut within a sign: {role} after {share:.0%}"
            yield Damage(name, _nothing, partial(cut_within_a_sign, share, role))
    for role in roles[1:]:
        for share in (0.1, 0.03, 0.01):
            yield Damage(f"rows of the next: {role}, {share:.0%}", _nothing, partial(rows_of_the_next, role, share))
        for mark in (b'"fka"', b'"Russia"', b"Tehran", b"fka,", b"aka,"):
            name = f"rows lost that say {mark.decode()}: {role}"
            yield Damage(name, _nothing, partial(rows_of_one_sort_lost, role, mark))


def _nothing(document: Document, dice: random.Random) -> None:
    """The document stays: its files are damaged."""
