"""The kinds of damage that the guards were made against: what goes wrong between a publisher and a reader."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from benchmarks.damage.documents import Cell, Document

Files = dict[str, bytes]
SHARES = (1.0, 0.3, 0.05, 0.012)  # of the entries that have what is damaged


@dataclass(frozen=True, slots=True)
class Damage:
    """One damaged edition to make: `do` changes a document; `last` changes its files, where the damage is of bytes."""

    name: str
    do: Callable[[Document, random.Random], None]
    last: Callable[[Files, Files], Files] | None = None  # (the files, those of an edition before) -> damaged files


def chosen(cells: list[Cell], share: float, dice: random.Random, *, block: bool = False) -> list[Cell]:
    """The cells of so many of the owners: here and there, or of a stretch of the file."""
    cells = [cell for cell in cells if cell.text.strip()]
    owners = sorted({cell.owner for cell in cells})
    many = max(1, round(share * len(owners)))
    start = dice.randrange(len(owners) - many + 1) if owners else 0
    taken = set(owners[start : start + many] if block else dice.sample(owners, many)) if owners else set()
    return [cell for cell in cells if cell.owner in taken]


def of_fields(
    changes: Iterable[tuple[Callable[..., Any], tuple[str, ...]]],
    spread: Callable[..., Callable[[Document, random.Random], None]],
    fields: tuple[str, ...],
    shares: Iterable[float],
    digits: int = 1,
) -> Iterator[Damage]:
    """A damage for each change, each of its fields that a document has, and each share of their cells; `spread` is
    `each` or `among`."""
    for change, where in changes:
        for field in (field for field in where if field in fields):
            for share in shares:
                yield Damage(f"{change.__name__}: {field}, {share:.{digits}%}", spread(field, share, change))


def each(field: str, share: float, change: Callable[[str, random.Random], str], *, block: bool = False) -> Callable[[Document, random.Random], None]:  # fmt: skip # noqa: E501
    """Damage to every cell by itself."""

    def do(document: Document, dice: random.Random) -> None:
        for cell in chosen(document.cells(field), share, dice, block=block):
            cell.set(change(cell.text, dice))

    return do


def among(field: str, share: float, move: Callable[[list[str], random.Random], list[str]], *, block: bool = False) -> Callable[[Document, random.Random], None]:  # fmt: skip # noqa: E501
    """Damage that gives cells the values of others."""

    def do(document: Document, dice: random.Random) -> None:
        cells = chosen(document.cells(field), share, dice, block=block)
        for cell, text in zip(cells, move([cell.text for cell in cells], dice), strict=True):
            cell.set(text)

    return do


def swapped(one: str, other: str, share: float) -> Callable[[Document, random.Random], None]:
    """Two columns, one in the place of the other."""

    def do(document: Document, dice: random.Random) -> None:
        theirs = {cell.owner: cell for cell in document.cells(other)}
        for cell in chosen([c for c in document.cells(one) if c.owner in theirs], share, dice):
            mine, text = cell.text, theirs[cell.owner].text
            cell.set(text)
            theirs[cell.owner].set(mine)

    return do


def constant(text: str, _: str, __: random.Random) -> str:
    return text


def halved(text: str, _: random.Random) -> str:
    return text[: max(3, len(text) // 2)]


def twice_encoded(table: str, text: str, _: random.Random) -> str:
    return text.encode("utf-8").decode(table, errors="replace")


def holes(sign: str, text: str, dice: random.Random) -> str:
    letters = [at for at, c in enumerate(text) if not c.isascii()] or [dice.randrange(len(text))]
    return "".join(sign if at in letters else c for at, c in enumerate(text))


def misspelt(text: str, dice: random.Random) -> str:
    at = dice.sample(range(len(text)), min(len(text), max(2, len(text) // 5)))
    return "".join(dice.choice(string.ascii_uppercase + string.digits) if i in at else c for i, c in enumerate(text))


def escaped(text: str, _: random.Random) -> str:
    return f"&quot;{text}&quot;&amp;#32;"


def rotated(texts: list[str], _: random.Random) -> list[str]:
    return texts[-1:] + texts[:-1]


def shuffled(texts: list[str], dice: random.Random) -> list[str]:
    return dice.sample(texts, len(texts))


def repeated(texts: list[str], _: random.Random) -> list[str]:
    return texts[:1] * len(texts)


def dropped(share: float, where: str) -> Callable[[Document, random.Random], None]:
    def do(document: Document, dice: random.Random) -> None:
        size = len(document)
        many = max(1, round(share * size))
        start = {"tail": size - many, "head": 0}.get(where, dice.randrange(size - many + 1))
        document.drop(set(dice.sample(range(size), many)) if where == "scattered" else set(range(start, start + many)))

    return do


def doubled(share: float) -> Callable[[Document, random.Random], None]:
    def do(document: Document, dice: random.Random) -> None:
        document.repeat(set(dice.sample(range(len(document)), max(1, round(share * len(document))))))

    return do


def cut(role: str, share: float, files: Files, _: Files) -> Files:
    """A file cut at the end of a line."""
    lines = files[role].split(b"\n")
    return {**files, role: b"\n".join(lines[: round(len(lines) * (1 - share))]) + b"\n"}


def mixed(roles: tuple[str, ...], files: Files, older: Files) -> Files:
    """Companions of the edition before: rows of entries that are gone left out, as a careless mirror would."""
    return {**files, **{role: older[role] for role in roles if role in older}}


TEXTS = ("name", "alias", "street", "title", "remarks")
VALUES = ("name", "alias", "program", "birth", "number", "street", "country", "nationality")
SWAPS = (("name", "program"), ("alias", "program"), ("street", "country"), ("name", "title"), ("name", "alias"),
         ("number", "birth"), ("city", "country"))  # fmt: skip
Change = Callable[[str, random.Random], str]
OF_ONE: Mapping[str, tuple[Change, tuple[str, ...]]] = {
    "UNKNOWN": (partial(constant, "UNKNOWN"), ("name", "alias", "number", "country", "type")),
    "N/A": (partial(constant, "N/A"), ("program", "birth", "street", "nationality")),
    "emptied": (partial(constant, ""), VALUES),
    "cut in half": (halved, ("name", "alias", "number", "street", "program")),
    "encoded twice": (partial(twice_encoded, "cp1252"), TEXTS),
    "encoded twice as Latin-1": (partial(twice_encoded, "latin-1"), ("name", "alias", "street")),
    "replacement signs": (partial(holes, "\ufffd"), TEXTS),
    "question marks": (partial(holes, "?"), ("name", "alias")),
    "misspelt": (misspelt, ("name", "alias", "number")),
    "escaped": (escaped, ("name", "alias", "street")),
    "birth dates of 1 January 1900": (partial(constant, "1900-01-01"), ("birth",)),
}
OF_MANY = {
    "shifted": (rotated, ("name", "alias", "birth", "number", "street", "program")),
    "shuffled": (shuffled, ("name", "alias", "birth", "number", "street", "program", "nationality", "type")),
    "one repeated": (repeated, ("name", "alias", "birth", "number", "street", "program", "nationality", "type")),
}  # fmt: skip


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage to a document with these fields and files."""
    for kind, (change, where) in OF_ONE.items():
        for field in (field for field in where if field in fields):
            for share in SHARES:
                yield Damage(f"{kind}: {field}, {share:.1%}", each(field, share, change))
            yield Damage(f"{kind}: {field}, a stretch of 8.0%", each(field, 0.08, change, block=True))
    for kind, (move, where) in OF_MANY.items():
        for field in (field for field in where if field in fields):
            for share in SHARES:
                yield Damage(f"{kind}: {field}, {share:.1%}", among(field, share, move))
            yield Damage(f"{kind}: {field}, a stretch of 8.0%", among(field, 0.08, move, block=True))
    for one, other in SWAPS:
        if one in fields and other in fields:
            for share in SHARES:
                yield Damage(f"swapped: {one} and {other}, {share:.1%}", swapped(one, other, share))
    for where in ("tail", "head", "stretch", "scattered"):
        for share in (0.5, 0.1, 0.03, 0.01):
            yield Damage(f"entries lost: {where}, {share:.0%}", dropped(share, where))
    for share in (0.5, 0.05, 0.012):
        yield Damage(f"entries doubled: {share:.1%}", doubled(share))
    yield Damage("renumbered", lambda document, _: document.renumber())
    for role in roles[1:]:
        for share in (0.6, 0.3, 0.1, 0.02):
            yield Damage(f"cut at a line end: {role}, {share:.0%}", _nothing, partial(cut, role, share))
    if len(roles) > 1:
        for mix in (("alt",), ("add",), ("alt", "add")):
            yield Damage(f"companions of the edition before: {' and '.join(mix)}", _nothing, partial(mixed, mix))


def _nothing(document: Document, dice: random.Random) -> None:
    """The document stays: its files are damaged."""
