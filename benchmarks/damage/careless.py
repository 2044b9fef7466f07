"""Kinds of damage of a careless pipeline at a bank: written down before they were run, and run blind on formats of
which the other sets were made for others. docs/guards.md has what slipped in."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from rapidfuzz import fuzz

from benchmarks.damage.assembled import main_file, number_of, parts
from benchmarks.damage.documents import Cell, Document
from benchmarks.damage.kinds import Damage, Files, among, chosen, each, of_fields

SHARES = (1.0, 0.1, 0.02)
Do = Callable[[Document, random.Random], None]
# Countries that a search by the beginning of a name, or by one word of it, takes for each other.
_CONFUSED = (
    ("Iran", "Iraq"), ("Korea, North", "Korea, South"), ("Nigeria", "Niger"), ("South Sudan", "Sudan"),
    ("Belarus", "Belgium"), ("Austria", "Australia"), ("Libya", "Liberia"), ("Mauritania", "Mauritius"),
    ("Russia", "Russian America"), ("Syria", "Serbia"), ("Afghanistan", "Albania"), ("Ukraine", "United Kingdom"),
    ("United Arab Emirates", "United Kingdom"), ("China", "Chile"), ("Myanmar", "Mali"), ("Somalia", "Slovakia"),
)  # fmt: skip
_PATRONYMIC = re.compile(r"\s+\w+(?:OVICH|EVICH|OVNA|EVNA|YEVICH|YEVNA)\b", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def first_and_last_word(text: str, _: random.Random) -> str:
    """Two columns for a name: what stands between is nowhere."""
    words = text.split()
    return f"{words[0]} {words[-1]}" if len(words) > 2 else text


def without_patronymics(text: str, _: random.Random) -> str:
    return _PATRONYMIC.sub("", text)


def without_what_is_in_brackets(text: str, _: random.Random) -> str:
    return re.sub(r"\s*\([^)]*\)|\s*\"[^\"]*\"", "", text).strip() or text


def until_a_hyphen(text: str, _: random.Random) -> str:
    return text.split("-")[0].strip() or text


def countries_confused(text: str, _: random.Random) -> str:
    for one, other in _CONFUSED:
        if text.casefold().startswith(one.casefold()):
            return other.upper() if text.isupper() else other
    return text


def of_the_last_century(text: str, _: random.Random) -> str:
    """Years of two digits read with a pivot of forty: 1935 becomes 2035."""
    return re.sub(r"\b19([0-3]\d)\b", r"20\1", text)


def a_day_for_a_month_where_it_may_be(text: str, _: random.Random) -> str:
    """A locale that reads 1971-05-03 as the fifth of March, and leaves alone what it cannot read so."""
    return _ISO.sub(lambda day: f"{day[1]}-{day[3]}-{day[2]}" if int(day[3]) <= 12 else day[0], text)


def without_the_last_four(text: str, _: random.Random) -> str:
    """Cut for privacy."""
    return text[:-4] if len(text) > 5 else text


def without_a_prefix_of_letters(text: str, _: random.Random) -> str:
    """A column of whole numbers."""
    return re.sub(r"^[A-Z]+", "", text) or text


def one_letter_for_two(text: str, _: random.Random) -> str:
    """A repair of the encoding that drops what is doubled."""
    return re.sub(r"([a-z])\1", r"\1", text, flags=re.IGNORECASE)


def by_bucket(texts: list[str], _: random.Random) -> list[str]:
    """A cache of which the key has few bits: whoever comes into a bucket later finds what the first one left."""
    size, kept, found = max(2, 20 * len(texts)), dict[int, str](), []
    for text in texts:
        found.append(kept.setdefault(sum(map(ord, text)) * 31 % size, text))
    return found


def from_a_row_on(share: float) -> Callable[[str], Do]:
    """From a row on, each value stands one entry lower."""

    def of_field(field: str) -> Do:
        def do(document: Document, _: random.Random) -> None:
            cells = document.cells(field)
            lower = cells[round((1 - share) * len(cells)) :]
            for cell, text in zip(lower[1:], [cell.text for cell in lower][:-1], strict=True):
                cell.set(text)

        return do

    return of_field


def all_in_the_first(field: str, share: float) -> Do:
    """Several values of an entry put into one, with semicolons."""

    def do(document: Document, dice: random.Random) -> None:
        of = Counter(cell.owner for cell in document.cells(field))
        cells = [cell for cell in document.cells(field) if of[cell.owner] > 1]
        met = dict[int, Cell]()
        for cell in chosen(cells, share, dice):
            first = met.setdefault(cell.owner, cell)
            if first is not cell:
                first.set(f"{first.text}; {cell.text}")
                cell.set("")

    return do


def only_the_greatest_of_several(field: str, share: float) -> Do:
    """`max` of a group."""

    def do(document: Document, dice: random.Random) -> None:
        cells = chosen(document.cells(field), share, dice)
        greatest = {owner: max(c.text for c in cells if c.owner == owner) for owner in {cell.owner for cell in cells}}
        for cell in cells:
            if cell.text != greatest[cell.owner]:
                cell.set("")

    return do


def each_value_once_by_its_beginning(field: str, letters: int) -> Do:
    """Values of which another begins alike are left out, but for the first: a deduplication on the wrong key."""

    def do(document: Document, _: random.Random) -> None:
        met: set[str] = set()
        for cell in document.cells(field):
            key = cell.text[:letters].casefold()
            if key in met:
                cell.set("")
            met.add(key)

    return do


def one_of_names_alike(letters: int) -> Do:
    """Of the entries whose names begin alike only the first."""

    def do(document: Document, _: random.Random) -> None:
        met, gone = set[str](), set[int]()
        for owner, cell in sorted({cell.owner: cell for cell in reversed(document.cells("name"))}.items()):
            key = cell.text[:letters].casefold()
            if key in met:
                gone.add(owner)
            met.add(key)
        document.drop(gone)

    return do


def one_of_names_nearly_alike(ratio: float) -> Do:
    """Two entries one after the other in the alphabet whose names are nearly alike are taken for one."""

    def do(document: Document, _: random.Random) -> None:
        cells = sorted({c.owner: c for c in reversed(document.cells("name"))}.values(), key=lambda cell: cell.text)
        pairs = pairwise(cells)
        document.drop({other.owner for one, other in pairs if fuzz.ratio(one.text, other.text) >= ratio})

    return do


def those_whose_names_begin_after(letter: str) -> Do:
    """A range of the alphabet that never arrived."""

    def do(document: Document, _: random.Random) -> None:
        document.drop({cell.owner for cell in document.cells("name") if cell.text[:1].upper() >= letter})

    return do


def with_a_word_gone(field: str, word: str) -> Do:
    def do(document: Document, _: random.Random) -> None:
        document.drop({cell.owner for cell in document.cells(field) if word in cell.text.casefold()})

    return do


def of_one_only(field: str, rank: int, emptied: str) -> Do:
    """A partial sync: those of one program, type or country came without one of their kinds of fact."""

    def do(document: Document, _: random.Random) -> None:
        cells = document.cells(field)
        value = Counter(cell.text for cell in cells).most_common(rank + 1)[rank][0]
        owners = {cell.owner for cell in cells if cell.text == value}
        for cell in document.cells(emptied):
            if cell.owner in owners:
                cell.set("")

    return do


def ids_wrapped(bits: int, files: Files, _: Files) -> Files:
    """Numbers of entries that a column of so many bits had no room for."""
    role = main_file(files)
    head, entries, tail = parts(files[role])
    made = []
    for entry in entries:
        place = number_of(entry)
        if place and (number := entry[place[0] : place[1]]).isdigit():
            entry = entry[: place[0]] + str(int(number) % 2**bits).encode() + entry[place[1] :]
        made.append(entry)
    return {**files, role: head + b"".join(made) + tail}


def entries_as_before_from(share: float, files: Files, older: Files) -> Files:
    """A partial sync: the last entries of the main file as they were in the edition before, where they were in it."""
    role = main_file(files)
    (head, new, tail), (_, old, _) = parts(files[role]), parts(bytes(older[role]))
    then = {entry[place[0] : place[1]]: entry for entry in old if (place := number_of(entry))}
    first = round((1 - share) * len(new))
    made = [
        then.get(entry[place[0] : place[1]], entry) if at >= first and (place := number_of(entry)) else entry
        for at, entry in enumerate(new)
    ]
    return {**files, role: head + b"".join(made) + tail}


def only_those_of_before(files: Files, older: Files) -> Files:
    """An update without inserts: entries that were there are new, those that came are missing."""
    role = main_file(files)
    (head, new, tail), (_, old, _) = parts(files[role]), parts(bytes(older[role]))
    then = {entry[place[0] : place[1]] for entry in old if (place := number_of(entry))}
    made = [entry for entry in new if not (place := number_of(entry)) or entry[place[0] : place[1]] in then]
    return {**files, role: head + b"".join(made) + tail}


def empty_ones(value: bytes, files: Files, _: Files) -> Files:
    """What is empty is written out as some tools write it."""
    filled = {}
    for role, text in files.items():
        text = re.sub(rb"(?<=,)-0- ?(?=[,\r\n])", value, text)
        text = re.sub(rb"(?<=[,;])(?=[,;\r\n])", value, text)
        text = re.sub(rb"<(\w+)(?: ?/>|></\1>)", rb"<\1>" + value + rb"</\1>", text)
        filled[role] = re.sub(rb'(?<==")(?=")', value, text)
    return filled


OF_ONE = (
    (first_and_last_word, ("name", "alias")),
    (without_patronymics, ("name", "alias")),
    (without_what_is_in_brackets, ("name", "alias", "street")),
    (until_a_hyphen, ("name", "alias", "number")),
    (countries_confused, ("country", "nationality")),
    (of_the_last_century, ("birth",)),
    (a_day_for_a_month_where_it_may_be, ("birth",)),
    (without_the_last_four, ("number",)),
    (without_a_prefix_of_letters, ("number",)),
    (one_letter_for_two, ("name", "alias", "street")),
)
OF_SEVERAL = ("alias", "number", "street", "birth", "nationality", "program")
OF_MANY = ((by_bucket, ("name", "birth", "number", "street")),)


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these fields and files."""
    yield from of_fields(OF_ONE, each, fields, SHARES)
    yield from of_fields(OF_MANY, among, fields, SHARES)
    for field in (one for one in fields if one in ("name", "birth", "number", "street", "program", "country")):
        for share in (0.5, 0.05, 0.02):
            yield Damage(f"one lower in the last {share:.0%}: {field}", from_a_row_on(share)(field))
    for field in (one for one in fields if one in OF_SEVERAL):
        for share in SHARES:
            yield Damage(f"all in the first: {field}, {share:.1%}", all_in_the_first(field, share))
            yield Damage(f"only the greatest: {field}, {share:.1%}", only_the_greatest_of_several(field, share))
        for letters in (4, 12):
            name = f"once by {letters} letters: {field}"
            yield Damage(name, each_value_once_by_its_beginning(field, letters))
    for letters in (6, 14):
        yield Damage(f"a filter, one of names alike in {letters} letters", one_of_names_alike(letters))
    for ratio in (80, 88):
        yield Damage(f"a filter, one of names alike to {ratio}", one_of_names_nearly_alike(ratio))
    for letter in "TWZ":
        yield Damage(f"a filter, names from {letter} on gone", those_whose_names_begin_after(letter))
    for word in (word for word in ("deceased", "bank", "company") if "remarks" in fields):
        yield Damage(f"a filter, {word} in remarks gone", with_a_word_gone("remarks", word))
    for of in (of for of in ("program", "country", "nationality") if of in fields):
        for emptied in (one for one in ("alias", "number", "birth", "street", "nationality") if one in fields):
            for rank in (0, 3) if emptied != of else ():
                yield Damage(f"of {of} {rank} none: {emptied}", of_one_only(of, rank, emptied))
    for bits in (12, 15):
        yield Damage(f"a filter, ids of {bits} bits", _nothing, partial(ids_wrapped, bits))
    for share in (0.5, 0.1):
        yield Damage(f"as before in the last {share:.0%}", _nothing, partial(entries_as_before_from, share))
    yield Damage("only those of before", _nothing, only_those_of_before)
    for value in (b"nan", b"None", b"0"):
        yield Damage(f"what is empty says {value.decode()}", _nothing, partial(empty_ones, value))


def _nothing(document: Document, dice: random.Random) -> None:
    """The document stays: its files are damaged."""
