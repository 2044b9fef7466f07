"""Kinds of damage of joins, filters and exports: values at other entries, entries that a query left out or made several
of. Written down before they were run, with `pipelines`."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.damage.documents import Cell, Document
from benchmarks.damage.kinds import Damage, Files, among, of_fields

SHARES = (1.0, 0.15, 0.02)
Do = Callable[[Document, random.Random], None]


def in_order_of_length(texts: list[str], _: random.Random) -> list[str]:
    return sorted(texts, key=len)


def pages_of_ten_turned(texts: list[str], _: random.Random) -> list[str]:
    return [text for at in range(0, len(texts), 10) for text in reversed(texts[at : at + 10])]


def the_commonest_for_the_rare(texts: list[str], _: random.Random) -> list[str]:
    """Values that one in a hundred has are "others"."""
    often = Counter(texts)
    common = often.most_common(1)[0][0]
    return [text if often[text] * 100 > len(texts) else common for text in texts]


def each_value_once(texts: list[str], _: random.Random) -> list[str]:
    """A column of distinct values: empty where one stood before."""
    met: set[str] = set()
    return ["" if text in met or met.add(text) else text for text in texts]  # type: ignore[func-returns-value]


def half_a_table_on(texts: list[str], _: random.Random) -> list[str]:
    return texts[len(texts) // 2 :] + texts[: len(texts) // 2]


def of_the_page_before(texts: list[str], _: random.Random) -> list[str]:
    """A buffer of a hundred values that was not emptied."""
    return texts[:100] + texts[:-100]


def _first_of(document: Document, field: str) -> dict[int, Cell]:
    return {cell.owner: cell for cell in reversed(document.cells(field)) if cell.text.strip()}


def joined_by(key: str, field: str) -> Do:
    """Each entry has the `field` of the first entry of the same first word of `key`: a join by the surname."""

    def do(document: Document, _: random.Random) -> None:
        keys, cells, value = _first_of(document, key), _first_of(document, field), dict[str, str]()
        for owner in sorted(cells.keys() & keys.keys()):
            word = keys[owner].text.split()[0]
            cells[owner].set(value.setdefault(word, cells[owner].text))

    return do


def only_those_of(field: str, rank: int) -> Do:
    """The entries of the value of this rank by frequency, and no other."""

    def do(document: Document, _: random.Random) -> None:
        cells = document.cells(field)
        value = Counter(cell.text for cell in cells).most_common(rank + 1)[rank][0]
        document.drop({*range(len(document))} - {cell.owner for cell in cells if cell.text == value})

    return do


def without_those_that_begin(letter: str) -> Do:
    def do(document: Document, _: random.Random) -> None:
        document.drop({one for one, cell in _first_of(document, "name").items() if cell.text.startswith(letter)})

    return do


def one_of_each(field: str) -> Do:
    """Of the entries that have one value of a field only the first."""

    def do(document: Document, _: random.Random) -> None:
        met, gone = set[str](), set[int]()
        for owner, cell in sorted(_first_of(document, field).items()):
            if cell.text in met:
                gone.add(owner)
            met.add(cell.text)
        document.drop(gone)

    return do


def joined_within(field: str) -> Do:
    """An inner join: entries that have none of a field are gone."""

    def do(document: Document, _: random.Random) -> None:
        document.drop({*range(len(document))} - {cell.owner for cell in document.cells(field) if cell.text.strip()})

    return do


def under_new_ids(share: float) -> Do:
    def do(document: Document, dice: random.Random) -> None:
        some = set(dice.sample(range(len(document)), max(1, round(share * len(document)))))
        document.repeat(some)
        document.drop(some)

    return do


def a_row_for_each_alias(share: float) -> Do:
    """A join that makes several of one: entries again, each by the name of one of its aliases."""

    def do(document: Document, dice: random.Random) -> None:
        aliases, size = _first_of(document, "alias"), len(document)
        having = sorted(aliases)
        some = sorted(dice.sample(having, max(1, round(share * len(having)))))
        texts = [aliases[owner].text for owner in some]
        document.repeat(set(some))
        for owner, cell in _first_of(document, "name").items():
            if owner >= size:
                cell.set(texts[owner - size])

    return do


def aliases_are_names(share: float, *, turned: bool) -> Do:
    """All aliases set to the name; or, turned, the name set to the last alias."""

    def do(document: Document, dice: random.Random) -> None:
        names, aliases = _first_of(document, "name"), defaultdict[int, list[Cell]](list)
        for cell in document.cells("alias"):
            aliases[cell.owner].append(cell)
        having = sorted(names.keys() & aliases.keys())
        for owner in dice.sample(having, max(1, round(share * len(having)))):
            if turned:
                names[owner].set(aliases[owner][-1].text)
            for cell in () if turned else aliases[owner]:
                cell.set(names[owner].text)

    return do


def not_in_plain_letters(field: str) -> Do:
    """Every value that has a letter with an accent or of another script is gone: a language left out."""

    def do(document: Document, _: random.Random) -> None:
        for cell in document.cells(field):
            if not cell.text.isascii():
                cell.set("")

    return do


def each_nth(every: int, *, doubled: bool) -> Do:
    """The first of each page lost, or there twice."""

    def do(document: Document, _: random.Random) -> None:
        some = set(range(every - 1, len(document), every))
        if not some:
            raise IndexError("fewer entries than a page has")
        (document.repeat if doubled else document.drop)(some)

    return do


def the_longest_gone(field: str, share: float) -> Do:
    """Rows that a table had no room for."""

    def do(document: Document, _: random.Random) -> None:
        length = Counter[int]()
        for cell in document.cells(field):
            length[cell.owner] += len(cell.text)
        document.drop({owner for owner, _ in length.most_common(max(1, round(share * len(document))))})

    return do


def born_before(year: str) -> Do:
    """A filter by year of birth."""

    def do(document: Document, _: random.Random) -> None:
        cells = _first_of(document, "birth")
        document.drop({owner for owner, cell in cells.items() if any(w < year for w in _years(cell.text))})

    return do


def _years(text: str) -> list[str]:
    return [word for word in text.replace("-", " ").split() if len(word) == 4 and word.isdigit()]


def blank_lines(every: int, files: Files, _: Files) -> Files:
    return _by_line(files, lambda at, line: line + b"\r\n\r\n" if at % every == every - 1 else line + b"\n")


def lines_of_a_width(width: int, files: Files, _: Files) -> Files:
    return _by_line(files, lambda _at, line: line[:width].rstrip(b"\r") + b"\r\n")


def _by_line(files: Files, made: Callable[[int, bytes], bytes]) -> Files:
    return {
        role: b"".join(made(at, line) for at, line in enumerate(text.split(b"\n")) if line)
        for role, text in files.items()
    }


def without_quotes(files: Files, _: Files) -> Files:
    return {role: text.replace(b'"', b"") for role, text in files.items()}


def in_small_letters(files: Files, _: Files) -> Files:
    return {role: text.lower() for role, text in files.items()}


def marks_between_pieces(mark: bytes, files: Files, _: Files) -> Files:
    """Files put together of ten pieces, each with the mark that a file begins or ends with."""
    found = {}
    for role, text in files.items():
        lines = text.split(b"\n")
        many = max(1, len(lines) // 10)
        found[role] = mark.join(b"\n".join([*lines[at : at + many], b""]) for at in range(0, len(lines), many))
    return found


def every_second_row(role: str, files: Files, _: Files) -> Files:
    """A companion read two rows at a time."""
    return {**files, role: b"\n".join(files[role].split(b"\n")[::2])}


OF_MANY = (
    (in_order_of_length, ("name", "birth", "number", "program", "alias")),
    (pages_of_ten_turned, ("name", "birth", "number", "street", "country", "alias")),
    (the_commonest_for_the_rare, ("program", "country", "nationality", "type")),
    (each_value_once, ("program", "country", "nationality", "street", "birth")),
    (half_a_table_on, ("name", "birth", "number", "street")),
    (of_the_page_before, ("name", "number", "street", "title")),
)


def _of_fields(fields: tuple[str, ...]) -> Iterator[Damage]:
    for field in (field for field in ("birth", "number", "street", "program", "country") if field in fields):
        yield Damage(f"joined by the first word of the name: {field}", joined_by("name", field))
    for field in (field for field in ("type", "program", "country") if field in fields):
        for rank in (0, 1):
            yield Damage(f"a filter, only those of {field} {rank}", only_those_of(field, rank))
    for field in (field for field in ("birth", "street", "number", "name") if field in fields):
        yield Damage(f"a filter, one of each {field}", one_of_each(field))
    for field in (field for field in ("alias", "birth", "street", "number", "country", "title") if field in fields):
        yield Damage(f"a filter, joined within {field}", joined_within(field))
    for field in (field for field in ("name", "alias", "street", "remarks") if field in fields):
        yield Damage(f"not in plain letters: {field}", not_in_plain_letters(field))
        for share in (0.05, 0.012):
            yield Damage(f"a filter, the longest {field} gone, {share:.1%}", the_longest_gone(field, share))
    if "birth" in fields:
        for year in ("1950", "1935"):
            yield Damage(f"a filter, born before {year}", born_before(year))
    for share in SHARES if "alias" in fields else ():
        yield Damage(f"a row for each alias, {share:.1%}", a_row_for_each_alias(share))
        yield Damage(f"aliases are names: alias, {share:.1%}", aliases_are_names(share, turned=False))
        yield Damage(f"the last alias for the name: name, {share:.1%}", aliases_are_names(share, turned=True))


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these fields and files."""
    yield from of_fields(OF_MANY, among, fields, SHARES)
    yield from _of_fields(fields)
    for letter in "AMZ":
        yield Damage(f"a filter, those that begin with {letter} gone", without_those_that_begin(letter))
    for share in (0.5, 0.1, 0.012):
        yield Damage(f"under new ids, {share:.1%}", under_new_ids(share))
    for every in (20, 100):
        yield Damage(f"each {every}th lost", each_nth(every, doubled=False))
        yield Damage(f"each {every}th doubled", each_nth(every, doubled=True))
    for every in (2, 50):
        yield Damage(f"blank lines, each {every}", _nothing, partial(blank_lines, every))
    for width in (80, 120, 255):
        yield Damage(f"lines of {width} signs", _nothing, partial(lines_of_a_width, width))
    yield Damage("without quotes", _nothing, without_quotes)
    yield Damage("in small letters", _nothing, in_small_letters)
    for name, mark in (("beginning", b"\xef\xbb\xbf"), ("end", b"\x1a\r\n")):
        yield Damage(f"marks of the {name} between pieces", _nothing, partial(marks_between_pieces, mark))
    for role in roles[1:]:
        yield Damage(f"every second row: {role}", _nothing, partial(every_second_row, role))


def _nothing(document: Document, dice: random.Random) -> None:
    """The document stays: its files are damaged."""
