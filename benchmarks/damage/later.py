"""Kinds of damage that were written down after the guards, run once before anything was mended: docs/guards.md has what
slipped in then."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.damage.documents import Document
from benchmarks.damage.kinds import Damage, Files, among, each

SHARES = (1.0, 0.2, 0.03, 0.012)
_LOOK_ALIKE = str.maketrans("AaBCcEeHKMOoPpTXxy", "\u0410\u0430\u0412\u0421\u0441\u0415\u0435\u041d\u041a\u041c\u041e\u043e\u0420\u0440\u0422\u0425\u0445\u0443")  # fmt: skip # noqa: E501
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PROSE = re.compile(r"(\d{2}) (" + "|".join(_MONTHS) + r") (\d{4})")
_EMPTY_XML = re.compile(rb"<(\w+)></\1>|<(\w+) ?/>")
_STRENGTH = (
    (b"<category>strong</category>", b"<category>weak</category>"),
    (b"<QUALITY>Good</QUALITY>", b"<QUALITY>Low</QUALITY>"),
    (b"Good quality a.k.a", b"Low quality a.k.a"),
)
_LABELS = ((b"Passport", b"National ID No."), (b"Tax ID No.", b"Registration Number"), (b"SWIFT/BIC", b"Website"))
_KINDS = ((b"aka", b"fka"), (b"a.k.a.", b"f.k.a."))


def look_alikes(text: str, _: random.Random) -> str:
    """Letters of another script that look the same."""
    return text.translate(_LOOK_ALIKE)


def day_for_month(text: str, _: random.Random) -> str:
    """A date read as an American writes it."""
    if match := _PROSE.search(text):
        day, month = int(match[1]), _MONTHS.index(match[2]) + 1
        swapped = f"{month:02} {_MONTHS[day - 1]} {match[3]}" if day <= 12 else match[0]
        return text.replace(match[0], swapped)
    return re.sub(r"(\d{4})-(\d{2})-(0\d|1[0-2])\b", r"\1-\3-\2", text)


def of_the_next_century(text: str, _: random.Random) -> str:
    """A year of two digits that was completed."""
    return re.sub(r"\b19(\d{2})\b", r"20\1", text)


def to_a_width(width: int, text: str, _: random.Random) -> str:
    return text[:width]


def misread(text: str, _: random.Random) -> str:
    """As text is read from a picture."""
    return text.translate(str.maketrans("0158O", "OlSB0"))


def without_zeros(text: str, _: random.Random) -> str:
    return text.replace("0", "") or "0"


def bare(text: str, _: random.Random) -> str:
    """Without accents, dots and dashes, in small letters."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[-'.,/()]", "", plain).casefold()


def with_signs_unseen(text: str, _: random.Random) -> str:
    """A sign of no width between any two letters."""
    return "\u200b".join(text)


def slipped_by_one(texts: list[str], dice: random.Random) -> list[str]:
    """From some place on each value stands one place too far."""
    at = dice.randrange(len(texts) // 2, len(texts))
    return [*texts[:at], "-", *texts[at:-1]]


def a_filter_left_on(field: str, rank: int) -> Callable[[Document, random.Random], None]:
    """The entries with the value of this rank by frequency are gone."""

    def do(document: Document, _: random.Random) -> None:
        cells = document.cells(field)
        value = Counter(cell.text for cell in cells).most_common(rank + 1)[rank][0]
        document.drop({cell.owner for cell in cells if cell.text == value})

    return do


def invented(share: float) -> Callable[[Document, random.Random], None]:
    """Entries that are none: another's facts, each with names of somebody else. Test data that was published."""

    def do(document: Document, dice: random.Random) -> None:
        size = len(document)
        document.repeat(set(dice.sample(range(size), max(1, round(share * size)))))
        for field in ("name", "alias", "number"):
            if field in document.fields:
                for cell in document.cells(field):
                    if cell.owner >= size:
                        cell.set("".join(dice.sample(cell.text, len(cell.text))))

    return do


def a_piece_twice(share: float) -> Callable[[Document, random.Random], None]:
    """The end is not there, and a piece before it is there twice: a download taken up again at the wrong place."""

    def do(document: Document, _: random.Random) -> None:
        size = len(document)
        many = max(1, round(share * size))
        document.repeat(set(range(size - 2 * many, size - many)))
        document.drop(set(range(size - many, size)))

    return do


def nan(files: Files, _: Files) -> Files:
    """What was empty says so in a programmer's words."""
    return {role: _EMPTY_XML.sub(rb"<\1\2>nan</\1\2>", text).replace(b"-0- ", b"nan") for role, text in files.items()}


def put_for(pairs: tuple[tuple[bytes, bytes], ...], share: float, files: Files, _: Files) -> Files:
    """Words of the format, one for another."""
    dice, found = random.Random(11), dict(files)
    for role, text in files.items():
        for old, new in pairs:
            text = re.sub(re.escape(old), lambda m, new=new: new if dice.random() < share else m[0], text)  # type: ignore[misc]
        found[role] = text
    return found


OF_ONE = (
    (look_alikes, ("name", "alias", "number")),
    (day_for_month, ("birth",)),
    (of_the_next_century, ("birth",)),
    (misread, ("number", "birth", "name")),
    (without_zeros, ("number",)),
    (bare, ("name", "alias", "street", "program")),
    (with_signs_unseen, ("name", "alias", "number")),
)


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these fields."""
    for change, where in OF_ONE:
        for field in (field for field in where if field in fields):
            for share in SHARES:
                yield Damage(f"{change.__name__}: {field}, {share:.1%}", each(field, share, change))
    for width in (8, 16, 30):
        for field in (field for field in ("name", "alias", "street", "program") if field in fields):
            yield Damage(f"to a width of {width}: {field}", each(field, 1.0, partial(to_a_width, width)))
    for field in (field for field in ("name", "alias", "birth", "number", "program", "country") if field in fields):
        yield Damage(f"slipped by one: {field}", among(field, 1.0, slipped_by_one))
    for field in (field for field in ("program", "type", "country") if field in fields):
        for rank in (0, 2, 6, 12):
            yield Damage(f"a filter left on: {field} of rank {rank}", a_filter_left_on(field, rank))
    for share in (0.2, 0.05, 0.012):
        yield Damage(f"invented: {share:.1%}", invented(share))
        yield Damage(f"a piece twice: {share:.1%}", a_piece_twice(share))
    yield Damage("nan", _nothing, nan)
    for name, pairs in (("strength", _STRENGTH), ("labels", _LABELS), ("kinds of alias", _KINDS)):
        for share in (1.0, 0.1):
            yield Damage(f"one word for another: {name}, {share:.0%}", _nothing, partial(put_for, pairs, share))


def _nothing(document: Document, dice: random.Random) -> None:
    """The document stays: its files are damaged."""
