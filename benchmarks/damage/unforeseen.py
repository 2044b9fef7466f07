"""Kinds of damage to whatever a file has, not to the fields that the other sets know: any column or element of any
format, whole pieces of bytes, and records by the signs in them. Written down before they were run, by somebody who had
not read the guards. docs/guards.md has what slipped in."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from xml.etree import ElementTree

from defusedxml.ElementTree import fromstring

from benchmarks.damage.assembled import main_file, parts
from benchmarks.damage.documents import Cell, Document
from benchmarks.damage.kinds import Damage, Files, chosen

SHARES = (1.0, 0.2, 0.03, 0.008)
FEWEST = 8  # values of a column that is worth damage
_SIBLINGS = 20  # of one name: these are records
Change = Callable[[list[Cell], list[Cell], random.Random], None]


class Columns:
    """A file as columns of cells, whatever its format; a cell's owner is the place of its record."""

    def __init__(self, text: bytes) -> None:
        self._cells: defaultdict[str, list[Cell]] = defaultdict(list)
        start = text.lstrip(b"\xef\xbb\xbf \r\n")[:1]
        read = {b"<": self._read_xml, b"{": self._read_lines}.get(start, self._read_csv)
        self._write = read(text)

    def columns(self) -> list[list[Cell]]:
        return [cells for _, cells in sorted(self._cells.items()) if len(cells) >= FEWEST]

    def bytes(self) -> bytes:
        return self._write()

    def _read_csv(self, text: bytes) -> Callable[[], bytes]:
        head, rows, tail = parts(text)
        delimiter = ";" if head.count(b";") > head.count(b",") else ","
        read = [*csv.reader(io.StringIO(b"".join(rows).decode(errors="replace"), newline=""), delimiter=delimiter)]
        for at, row in enumerate(read):
            for column, value in enumerate(row):
                if value.strip() not in ("", "-0-"):
                    self._cells[f"{column:03}"].append(Cell(at, value, partial(row.__setitem__, column)))

        def write() -> bytes:
            out = io.StringIO(newline="")
            csv.writer(out, lineterminator="\r\n", delimiter=delimiter).writerows(read)
            return head + out.getvalue().encode() + tail

        return write

    def _read_xml(self, text: bytes) -> Callable[[], bytes]:
        root = fromstring(text, forbid_dtd=True)
        for at, record in enumerate(records(root)):
            self._of_element(at, record, "")
        return lambda: ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)

    def _of_element(self, at: int, element: Any, path: str) -> None:
        path = f"{path}/{element.tag}"
        for name, value in element.attrib.items():
            if value.strip():
                self._cells[f"{path}@{name}"].append(Cell(at, value, partial(element.set, name)))
        if not len(element) and (element.text or "").strip():
            self._cells[path].append(Cell(at, element.text, partial(setattr, element, "text")))
        for child in element:
            self._of_element(at, child, path)

    def _read_lines(self, text: bytes) -> Callable[[], bytes]:
        lines = [json.loads(line) for line in text.decode().split("\n") if line.strip()]
        for at, line in enumerate(lines):
            for name, values in line["properties"].items():
                for place, value in enumerate(values):
                    self._cells[name].append(Cell(at, value, partial(values.__setitem__, place)))
        return lambda: "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()


def records(element: Any) -> Iterator[Any]:
    """The outermost elements of which there are many in one place."""
    many = Counter(child.tag for child in element)
    for child in element:
        if many[child.tag] >= _SIBLINGS:
            yield child
        else:
            yield from records(child)


def _each(change: Callable[[str], str]) -> Change:
    def do(cells: list[Cell], _: list[Cell], __: random.Random) -> None:
        for cell in cells:
            cell.set(change(cell.text))

    return do


def _among(move: Callable[[list[str], random.Random], list[str]]) -> Change:
    def do(cells: list[Cell], _: list[Cell], dice: random.Random) -> None:
        for cell, text in zip(cells, move([cell.text for cell in cells], dice), strict=True):
            cell.set(text)

    return do


def from_another_column(cells: list[Cell], other: list[Cell], _: random.Random) -> None:
    theirs = {cell.owner: cell.text for cell in reversed(other)}
    for cell in cells:
        cell.set(theirs.get(cell.owner, ""))


def into_another_column(cells: list[Cell], other: list[Cell], _: random.Random) -> None:
    """Put in front of what another column has, and gone from its own."""
    theirs = {cell.owner: cell for cell in reversed(other)}
    for cell in cells:
        if into := theirs.get(cell.owner):
            into.set(f"{cell.text} {into.text}")
            cell.set("")


def pairs_exchanged(texts: list[str], _: random.Random) -> list[str]:
    even = len(texts) - len(texts) % 2
    return [texts[at ^ 1] if at < even else texts[at] for at in range(len(texts))]


def commonest(texts: list[str], _: random.Random) -> list[str]:
    return [Counter(texts).most_common(1)[0][0]] * len(texts)


def with_those_below(texts: list[str], _: random.Random) -> list[str]:
    return [f"{one} {other}" for one, other in zip(texts, [*texts[1:], ""], strict=True)]


def three_below(texts: list[str], _: random.Random) -> list[str]:
    return texts[-3:] + texts[:-3]


def digits_mixed(text: str) -> str:
    """Each figure for its complement to nine."""
    return re.sub(r"\d", lambda digit: str(9 - int(digit[0])), text)


def years_of_two_digits(text: str) -> str:
    return re.sub(r"\b(?:19|20)(\d\d)\b", r"\1", text)


def read_by_ocr(text: str) -> str:
    return text.replace("rn", "m").replace("RN", "M").replace("S", "5").replace("B", "8").replace("l", "1")


def to_plain_letters(text: str) -> str:
    """Letters that a table of plain ones lacks are dropped."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def until_a_comma(text: str) -> str:
    return text.split(",")[0]


def of_words_turned(text: str) -> str:
    return " ".join(reversed(text.split()))


OF_COLUMNS: dict[str, Change] = {
    "gone": _each(lambda _: ""),
    "sorted": _among(lambda texts, _: sorted(texts)),
    "three below": _among(three_below),
    "pairs exchanged": _among(pairs_exchanged),
    "the commonest": _among(commonest),
    "with those below": _among(with_those_below),
    "from another column": from_another_column,
    "into another column": into_another_column,
    "twenty signs": _each(lambda text: text[:20]),
    "title case": _each(str.title),
    "case turned": _each(str.swapcase),
    "without the first sign": _each(lambda text: text[1:]),
    "backwards": _each(lambda text: text[::-1]),
    "other digits": _each(digits_mixed),
    "years of two digits": _each(years_of_two_digits),
    "read by ocr": _each(read_by_ocr),
    "plain letters": _each(to_plain_letters),
    "until a comma": _each(until_a_comma),
    "words turned": _each(of_words_turned),
    "without spaces": _each(lambda text: text.replace(" ", "")),
}


def _of_column(change: Change, share: float, block: bool, role: str, seed: str, files: Files, _: Files) -> Files:
    dice = random.Random(seed)
    read = Columns(files[role])
    if len(read.columns()) < 2:
        raise IndexError("nothing to choose from")
    column, other = dice.sample(read.columns(), 2)
    change(chosen(column, share, dice, block=block), other, dice)
    return {**files, role: read.bytes()}


def _records_without(gone: Callable[[int, bytes], bool], role: str, files: Files, _: Files) -> Files:
    head, entries, tail = parts(files[role])
    kept = [entry for at, entry in enumerate(entries) if not gone(at, entry)]
    return {**files, role: _counted(head + b"".join(kept) + tail, len(kept))}


def _counted(text: bytes, many: int) -> bytes:
    return re.sub(rb"(?<=<Record_Count>)\d+", str(many).encode(), text)


def _merged(share: float, role: str, files: Files, _: Files) -> Files:
    """The end of a record and the beginning of the next are lost: two are one."""
    head, entries, tail = parts(files[role])
    some = set(random.Random(share).sample(range(len(entries) - 1), max(1, round(share * len(entries)))))
    made = []
    for at, entry in enumerate(entries):
        if at in some:
            entry = re.sub(rb"</[^<>]+>\s*$", b"", entry) if entry.startswith(b"<") else entry.rstrip(b"\r\n") + b","
        if at - 1 in some and at - 1 >= 0 and entry.startswith(b"<"):
            entry = re.sub(rb"^<[^<>]+>", b"", entry)
        made.append(entry)
    ends = len(some) if entries and entries[0].startswith(b"<") else 0
    return {**files, role: _counted(head + b"".join(made) + tail, len(entries) - ends)}


def _bytes(how: str, size: int, at: float, role: str, files: Files, older: Files) -> Files:
    """A piece of a download that is lost, there twice, all zeros, or of the edition before."""
    text = files[role]
    first = round(at * len(text))
    piece = text[first : first + size]
    put = {
        "lost": b"",
        "twice": piece + piece,
        "zeros": b"\0" * len(piece),
        "of before": bytes(older.get(role, b""))[first : first + size],
    }[how]
    return {**files, role: text[:first] + put + text[first + size :]}


def _whole_lines(how: str, share: float, at: float, role: str, files: Files, _: Files) -> Files:
    """Records of a stretch: sorted anew by a copy that lost some, or put at the end of the record before."""
    head, entries, tail = parts(files[role])
    first, many = round(at * len(entries)), max(2, round(share * len(entries)))
    some = entries[first : first + many]
    kept = {"lost": [], "every second": some[::2], "first and last": [some[0], some[-1]]}[how]
    made = [*entries[:first], *kept, *entries[first + many :]]
    return {**files, role: _counted(head + b"".join(made) + tail, len(made))}


def _rewritten(how: Callable[[str], str], files: Files, _: Files) -> Files:
    return {role: how(text.decode(errors="replace")).encode() for role, text in files.items()}


def _as_a_page(files: Files, _: Files) -> Files:
    role = main_file(files)
    return {**files, role: b"<html><body><pre>\r\n" + files[role] + b"</pre></body></html>\r\n"}


_SIGNS = {"an apostrophe": rb"\w'\w", "an ampersand": rb"&amp;|&(?!\w+;)", "a slash": rb"\w/\w", "a bracket": rb"\(",
          "no plain letter": rb"[\x80-\xff]", "a figure in a name": rb'^\d+,"?[A-Z ]*\d|Name>[^<]*\d',
          "two programs": rb"\] \[|</program>\s*<program"}  # fmt: skip


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these files."""
    for role in roles:
        for name, change in OF_COLUMNS.items():
            for share in SHARES:
                for block in (False, True) if share < 1 else (False,):
                    seed = f"{role} {name} {share} {block}"
                    how = f"{role}, a column, {name}, {share:.1%}{', a stretch' if block else ''}"
                    yield Damage(how, _nothing, partial(_of_column, change, share, block, role, seed))
        for name, sign in _SIGNS.items():
            gone = re.compile(sign, re.MULTILINE)
            yield Damage(
                f"{role}, records with {name} lost",
                _nothing,
                partial(_records_without, lambda _, entry, gone=gone: bool(gone.search(entry)), role),
            )
        for every in (3, 33, 150):
            yield Damage(
                f"{role}, each {every}th record lost",
                _nothing,
                partial(_records_without, lambda at, _, every=every: at % every == every // 2, role),
            )
        for share in (0.1, 0.008):
            yield Damage(f"{role}, two records are one, {share:.1%}", _nothing, partial(_merged, share, role))
        for how in ("lost", "twice", "zeros", "of before"):
            for size, at in ((4096, 0.4), (65536, 0.7)):
                yield Damage(f"{role}, bytes {how}, {size}", _nothing, partial(_bytes, how, size, at, role))
        for how in ("lost", "every second", "first and last"):
            for share, at in ((0.008, 0.5), (0.05, 0.2), (0.4, 0.0)):
                yield Damage(f"{role}, lines {how}, {share:.1%}", _nothing, partial(_whole_lines, how, share, at, role))
    for name, rewritten in _OF_TEXTS.items():
        yield Damage(f"the whole file, {name}", _nothing, partial(_rewritten, rewritten))
    yield Damage("in a page", _nothing, _as_a_page)


_OF_TEXTS: dict[str, Callable[[str], str]] = {
    "letters and accents apart": partial(unicodedata.normalize, "NFD"),
    "letters made alike": partial(unicodedata.normalize, "NFKC"),
    "question marks": lambda text: text.encode("ascii", "replace").decode(),
    "signs read as Cyrillic": lambda text: text.encode().decode("cp1251", "replace"),
    "semicolons and commas": lambda text: text.replace("; ", ", "),
    "double spaces": lambda text: text.replace(" ", "  "),
    "hyphens lost": lambda text: re.sub(r"(?<=[a-zA-Z])-(?=[a-zA-Z])", " ", text),
    "circa lost": lambda text: re.sub(r"\b(?:circa|APPROXIMATELY|approximately) ?", "", text),
    "alt. lost": lambda text: text.replace("; alt. ", "; "),
    "linked to lost": lambda text: re.sub(r"; Linked To: [^;\"]*|Linked To: [^;\"]*; ", "", text),
    "quotes lost": lambda text: text.replace("'", ""),
    "escapes twice": lambda text: text.replace("&amp;", "&amp;amp;"),
}


def _nothing(document: Document, dice: random.Random) -> None:
    """The document stays: its files are damaged."""
