"""Thirteen kinds of damage of tables, joins and exports, written down before the guards were mended for `newest.py`
and run once before that: docs/guards.md has what slipped in."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Iterator
from itertools import groupby

from benchmarks.damage.documents import Cell, Document
from benchmarks.damage.kinds import Damage, among, chosen, each

SHARES = (1.0, 0.2, 0.03, 0.012)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PROSE = re.compile(r"(\d{2}) (" + "|".join(_MONTHS) + r") (\d{4})")
_TURKISH = str.maketrans({"i": "İ", "I": "ı"})
_TYPOGRAPHIC = str.maketrans({"'": "’", "-": "–", '"': "”", " ": "\u00a0"})
_OTHER_TABLE = (("KH", "H"), ("ZH", "J"), ("YA", "IA"), ("YU", "IU"), ("SH", "CH"), ("OV", "OFF"), ("EI", "EY"))


def an_apostrophe_in_front(text: str, _: random.Random) -> str:
    """How a spreadsheet is told that a cell is text."""
    return f"'{text}"


def as_month_day_year(text: str, _: random.Random) -> str:
    """A date as a spreadsheet of another country shows it."""
    if match := _PROSE.search(text):
        return text.replace(match[0], f"{_MONTHS.index(match[2]) + 1}/{int(match[1])}/{match[3]}")
    return re.sub(r"(\d{4})-(\d{2})-(\d{2})", r"\2/\3/\1", text)


def years_of_two_digits(text: str, _: random.Random) -> str:
    return re.sub(r"\b(?:19|20)(\d{2})\b", r"\1", text)


def in_turkish_letters(text: str, _: random.Random) -> str:
    """Capitals and small letters by the rules of another language."""
    return text.translate(_TURKISH)


def typographic(text: str, _: random.Random) -> str:
    """What a word processor makes of quotes, dashes and spaces."""
    return text.translate(_TYPOGRAPHIC)


def wrapped(text: str, _: random.Random) -> str:
    """Lines of twelve letters, parted by hyphens and put together again with a space."""
    return "- ".join(text[at : at + 12] for at in range(0, len(text), 12))


def hashed(text: str, _: random.Random) -> str:
    """Made anonymous."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def by_another_table(text: str, _: random.Random) -> str:
    """Transliterated again, by other rules."""
    for old, new in _OTHER_TABLE:
        text = re.sub(old, lambda m, new=new: new if m[0].isupper() else new.capitalize() if m[0][0].isupper() else new.lower(), text, flags=re.IGNORECASE)  # type: ignore[misc] # fmt: skip # noqa: E501
    return text


def until_a_sign(text: str, _: random.Random) -> str:
    """Cut at the first sign that a query did not escape."""
    return re.split(r"[-'\"(,.]", text.strip())[0].strip() or text


def words_in_order(text: str, _: random.Random) -> str:
    return " ".join(sorted(text.split()))


def as_above(texts: list[str], _: random.Random) -> list[str]:
    """What is the same as in the entry above is left to the reader."""
    return ["〃" if at and text == texts[at - 1] else text for at, text in enumerate(texts)]


def joined_on_a_rounded_key(field: str, share: float) -> Callable[[Document, random.Random], None]:
    """Ten entries have the values of the first of them that has any."""

    def do(document: Document, dice: random.Random) -> None:
        cells = chosen(document.cells(field), share, dice, block=share < 1)
        for _, ten in groupby(cells, key=lambda cell: cell.owner // 10):
            first, *rest = ten
            for cell in rest:
                cell.set(first.text)

    return do


def glued(field: str, other: str, share: float) -> Callable[[Document, random.Random], None]:
    """Two columns in one."""

    def do(document: Document, dice: random.Random) -> None:
        theirs: dict[int, Cell] = {cell.owner: cell for cell in reversed(document.cells(other))}
        for cell in chosen([c for c in document.cells(field) if c.owner in theirs], share, dice):
            cell.set(f"{cell.text} {theirs[cell.owner].text}")

    return do


OF_ONE = (
    (an_apostrophe_in_front, ("name", "alias", "number")),
    (as_month_day_year, ("birth",)),
    (years_of_two_digits, ("birth",)),
    (in_turkish_letters, ("name", "alias")),
    (typographic, ("name", "alias", "street")),
    (wrapped, ("name", "alias", "street")),
    (hashed, ("number",)),
    (by_another_table, ("name", "alias")),
    (until_a_sign, ("name", "alias", "street")),
    (words_in_order, ("name", "alias")),
)


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these fields."""
    for change, where in OF_ONE:
        for field in (field for field in where if field in fields):
            for share in SHARES:
                yield Damage(f"{change.__name__}: {field}, {share:.1%}", each(field, share, change))
    for share in SHARES:
        for field in (field for field in ("program", "birth", "country") if field in fields):
            yield Damage(f"as_above: {field}, {share:.1%}", among(field, share, as_above))
        for field in (field for field in ("alias", "number", "street") if field in fields):
            yield Damage(f"joined_on_a_rounded_key: {field}, {share:.1%}", joined_on_a_rounded_key(field, share))
        for field, other in (("name", "program"), ("alias", "country"), ("number", "name")):
            if field in fields and other in fields:
                yield Damage(f"glued: {field} with {other}, {share:.1%}", glued(field, other, share))
