"""Kinds of damage of files put together wrongly, tables that slipped, and columns that a tool wrote anew: written down
before they were run. docs/guards.md has what slipped in."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.damage.documents import Cell, Document
from benchmarks.damage.kinds import Damage, Files, among, chosen, each, of_fields

SHARES = (1.0, 0.2, 0.03, 0.012)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PAGE = b"<!DOCTYPE html>\r\n<html><head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body></html>\r\n"
_ENTRY = re.compile(
    rb"<(?:\w+:)?(INDIVIDUAL|ENTITY|sdnEntry|sanctionEntity|Designation|entity|DistinctParty)\b[^>]*>(?=\s*<).*?</(?:\w+:)?\1>\s*",
    re.DOTALL,
)
# How a weak name is marked in each format, and a strong one.
_STRENGTHS = (
    (rb"a\.k\.a\. '", rb"f.k.a. '"),
    (rb"<category>(?:weak|strong)</category>", None),
    (rb"<QUALITY>(?:Low|Good)</QUALITY>", None),
    (rb"<isLowQuality>(?:true|false)</isLowQuality>", None),
    (rb'LowQuality="(?:true|false)"', None),
)
_OTHER = {
    b"weak": b"strong", b"strong": b"weak", b"Low": b"Good", b"Good": b"Low", b"true": b"false", b"false": b"true",
}  # fmt: skip


def to_40(text: str, _: random.Random) -> str:
    """A column of forty signs."""
    return text[:40].rstrip()


def to_24(text: str, _: random.Random) -> str:
    return text[:24].rstrip()


def rounded(text: str, _: random.Random) -> str:
    """A column of numbers as a spreadsheet keeps them: fifteen digits, or six and an exponent."""
    if text.isdigit() and len(text) > 6:
        return f"{float(text):.5E}"
    return text


def without_leading_zeros(text: str, _: random.Random) -> str:
    return text.lstrip("0") or text


def day_and_month_turned(text: str, _: random.Random) -> str:
    """Where the day may be a month."""
    if (found := re.search(r"\b(\d{2}) ([A-Z][a-z]{2}) (\d{4})", text)) and int(found[1]) <= 12 and found[2] in _MONTHS:
        turned = f"{_MONTHS.index(found[2]) + 1:02} {_MONTHS[int(found[1]) - 1]} {found[3]}"
        return text.replace(found[0], turned)
    return re.sub(r"\b(\d{4})-(\d\d)-(0\d|1[0-2])\b", r"\1-\3-\2", text)


def another_country(texts: list[str], dice: random.Random) -> list[str]:
    """Each country for another one throughout, as a table of codes that was sorted anew does."""
    countries = sorted(set(texts))
    if len(countries) < 2:
        raise IndexError("nothing to choose from")
    turned = dict(zip(countries, countries[1:] + countries[:1], strict=True))
    return [turned[text] for text in texts]


def of_the_next(texts: list[str], _: random.Random) -> list[str]:
    return texts[1:] + texts[:1]


def columns_shifted(share: float, block: bool) -> Callable[[Document, random.Random], None]:
    """In some entries each column holds what belongs into the one before."""

    def do(document: Document, dice: random.Random) -> None:
        fields = [field for field in document.fields if field not in ("type", "remarks")]
        first: dict[str, dict[int, Cell]] = {}
        for field in fields:
            first[field] = {cell.owner: cell for cell in reversed(document.cells(field))}
        for cell in chosen([*first[fields[0]].values()], share, dice, block=block):
            row = [first[field][cell.owner] for field in fields if cell.owner in first[field]]
            texts = [one.text for one in row]
            for one, text in zip(row, texts[-1:] + texts[:-1], strict=True):
                one.set(text)

    return do


def one_program_gone(document: Document, dice: random.Random) -> None:
    tags = sorted({cell.text for cell in document.cells("program")})
    tag = tags[dice.randrange(len(tags))]
    document.drop({cell.owner for cell in document.cells("program") if cell.text == tag})


def parts(text: bytes) -> tuple[bytes, list[bytes], bytes]:
    """What stands before the entries of a file, these, and what stands after."""
    if text.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<"):
        found = [*_ENTRY.finditer(text)]
        if not found:
            return text, [], b""
        return text[: found[0].start()], [one[0] for one in found], text[found[-1].end() :]
    lines = text.splitlines(keepends=True)
    head = 2 if text.startswith(b"Report Date") else 1 if re.match(rb'"?(?:id"?,|fileGeneration)', text) else 0
    end = len(lines) - (1 if lines and lines[-1].startswith(b"\x1a") else 0)
    return b"".join(lines[:head]), lines[head:end], b"".join(lines[end:])


def main_file(files: Files) -> str:
    return next(iter(files))


_NUMBER = re.compile(
    rb'^(?:"?(\d+)"?(?=,))|<REFERENCE_NUMBER>([^<]+)|<uid>(\d+)'
    rb'|logicalId="(\d+)|<UniqueID>([^<]+)|<entity id="(\d+)'
    rb'|FixedRef="(\d+)|"id": "([^"]+)'
)


def number_of(entry: bytes) -> tuple[int, int] | None:
    """Where an entry has its number."""
    found = _NUMBER.search(entry)
    return found.span(found.lastindex or 0) if found else None


def ids_shifted(share: float, files: Files, _: Files) -> Files:
    """Each entry under the number of the next, in the main file: a column that slipped by a row."""
    role = main_file(files)
    before, entries, after = parts(files[role])
    found = [*map(number_of, entries)]
    last = round(share * len(entries))
    made = []
    for at, (entry, here) in enumerate(zip(entries, found, strict=True)):
        there = found[(at + 1) % max(1, last)] if at < last else None
        if here is None or there is None:
            made.append(entry)
            continue
        new = entries[(at + 1) % max(1, last)][slice(*there)]
        made.append(entry[: here[0]] + new + entry[here[1] :])
    return {**files, role: before + b"".join(made) + after}


def halves_joined(at: float, older_first: bool, files: Files, older: Files) -> Files:
    """The beginning of one edition and the end of another."""
    made = dict(files)
    for role in files:
        if role not in older:
            continue
        (head, new, tail), (_, old, _) = parts(files[role]), parts(bytes(older[role]))
        one, other = (old, new) if older_first else (new, old)
        made[role] = head + b"".join(one[: round(at * len(one))]) + b"".join(other[round(at * len(other)) :]) + tail
    return made


def pages_repeated(pages: int, files: Files, _: Files) -> Files:
    """A file that is fetched by pages, of which each is the first."""
    role = main_file(files)
    head, entries, tail = parts(files[role])
    return {**files, role: head + b"".join(entries[: len(entries) // pages]) * pages + tail}


def first_twice(share: float, files: Files, _: Files) -> Files:
    role = main_file(files)
    head, entries, tail = parts(files[role])
    some = entries[: round(share * len(entries))]
    return {**files, role: head + b"".join(some + some) + tail}


def page_of_an_error(role: str, share: float, files: Files, _: Files) -> Files:
    """A server that breaks off, and says so in the file."""
    head, entries, _tail = parts(files[role])
    return {**files, role: head + b"".join(entries[: round(share * len(entries))]) + _PAGE}


def lines_ended_twice(files: Files, _: Files) -> Files:
    return {role: text.replace(b"\n", b"\r\n") for role, text in files.items()}


def weak_marks_flipped(every: int, files: Files, _: Files) -> Files:
    """Every n-th mark of a weak or a strong name says the other."""
    met = iter(range(1, 10**9))

    def flip(found: re.Match[bytes], to: bytes | None) -> bytes:
        if next(met) % every:
            return found[0]
        return to or re.sub(rb"weak|strong|Low(?!Q)|Good|true|false", lambda one: _OTHER[one[0]], found[0])

    made = dict(files)
    for pattern, to in _STRENGTHS:
        made = {role: re.sub(pattern, partial(flip, to=to), text) for role, text in made.items()}
    return made


OF_ONE = (
    (to_40, ("name", "alias", "street", "title")),
    (to_24, ("name", "alias")),
    (rounded, ("number",)),
    (without_leading_zeros, ("number",)),
    (day_and_month_turned, ("birth",)),
)
OF_MANY = (
    (another_country, ("country", "nationality")),
    (of_the_next, ("name", "alias", "number", "birth", "street", "country", "program")),
)


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these fields."""
    yield from of_fields(OF_ONE, each, fields, SHARES)
    yield from of_fields(OF_MANY, among, fields, SHARES)
    for field in (field for field in ("name", "alias", "number", "street") if field in fields):
        for share in (0.05, 0.012):
            yield Damage(
                f"of_the_next: {field}, a stretch of {share:.1%}", among(field, share, of_the_next, block=True)
            )
    for share in SHARES:
        yield Damage(f"columns shifted, {share:.1%}", columns_shifted(share, block=False))
        yield Damage(f"columns shifted, a stretch of {share:.1%}", columns_shifted(share, block=True))
        yield Damage(f"ids shifted by a row, the first {share:.1%}", _nothing, partial(ids_shifted, share))
        yield Damage(f"the first twice, {share:.1%}", _nothing, partial(first_twice, share))
    for at in (0.5, 0.9, 0.98):
        for older_first in (True, False):
            name = f"halves joined at {at:.0%}, the older one {'first' if older_first else 'last'}"
            yield Damage(name, _nothing, partial(halves_joined, at, older_first))
    for pages in (2, 10):
        yield Damage(f"one of {pages} pages over and over", _nothing, partial(pages_repeated, pages))
    for _ in range(4 if "program" in fields else 0):
        yield Damage("entries of one program gone", one_program_gone)
    for role in roles:
        for share in (1.0, 0.98, 0.9, 0.5):
            yield Damage(
                f"a page of an error in {role} after {share:.0%}", _nothing, partial(page_of_an_error, role, share)
            )
    yield Damage("lines ended twice", _nothing, lines_ended_twice)
    for every in (1, 5, 40):
        yield Damage(f"weak marks flipped, every {every}", _nothing, partial(weak_marks_flipped, every))


def _nothing(document: Document, dice: random.Random) -> None:
    """The document stays: its files are damaged."""
