"""Forty-odd mishaps of people and their tools: word processors, PDF read back, censors and spell checkers, spreadsheets
pasted under a filter, merged cells, a merge that was never resolved, logs in the wrong file. Written down before any
of them was run."""

from __future__ import annotations

import base64
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from benchmarks.damage.delivered import _changed, _main
from benchmarks.damage.documents import Document
from benchmarks.damage.kinds import Damage, Files, among, each, of_fields

SHARES = (1.0, 0.03)
NAMES = ("name", "alias")
WORDS = (*NAMES, "title", "street", "city", "remarks")
_COUNTRIES = {"CO": "COLOMBIA", "DE": "GERMANY", "LA": "LAOS", "AL": "ALBANIA", "IN": "INDIA", "SA": "SAUDI ARABIA"}
_CORRECTED = {"al": "all", "abu": "about", "bin": "been", "ali": "alley", "ivan": "Ian", "co": "company", "khan": "can"}
_RUDE = re.compile(r"(?i)ass|dik|hit|sex|kok|tit|cum")
_SPELT = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


# Cells


def with_an_ellipsis(text: str, _: random.Random) -> str:
    """What a table on a page shows of it."""
    return text if len(text) <= 18 else f"{text[:16]}..."


def codes_expanded(text: str, _: random.Random) -> str:
    """Codes of countries replaced by names, in every column."""
    return re.sub(r"\b[A-Z]{2}\b", lambda found: _COUNTRIES.get(found[0], found[0]), text)


def censored(text: str, _: random.Random) -> str:
    return _RUDE.sub(lambda found: "*" * len(found[0]), text)


def spell_checked(text: str, _: random.Random) -> str:
    return re.sub(r"\w+", lambda found: _CORRECTED.get(found[0].casefold(), found[0]), text)


def read_as_a_date(text: str, _: random.Random) -> str:
    """12-5 is the twelfth of May."""
    return re.sub(
        r"\b(\d\d?)[-/](\d\d?)\b",
        lambda found: f"{found[1]}-{_MONTHS[int(found[2]) - 1]}" if 0 < int(found[2]) < 13 else found[0],
        text,
    )


def plus_for_blank(text: str, _: random.Random) -> str:
    return text.replace(" ", "+")


def in_base64(text: str, _: random.Random) -> str:
    return base64.b64encode(text.encode()).decode()


def decomposed(text: str, _: random.Random) -> str:
    return unicodedata.normalize("NFD", text)


def of_full_width(text: str, _: random.Random) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def hyphenated(text: str, _: random.Random) -> str:
    """Read back from a PDF: words that were broken at the end of its lines."""
    return re.sub(r"\b(\w{5})(\w{4,})", r"\1- \2", text)


def without_ligatures(text: str, _: random.Random) -> str:
    """Read back from a PDF, whose font had signs of its own for these."""
    return re.sub(r"(?i)ffi|fi|fl|ff|ti|th", "", text)


def with_a_page_footer(text: str, dice: random.Random) -> str:
    return f"{text} Page {dice.randrange(1, 400)} of 412"


def with_a_time(text: str, _: random.Random) -> str:
    return f"{text} 00:00:00"


def age_for_birth(text: str, _: random.Random) -> str:
    found = re.search(r"(19|20)\d\d", text)
    return str(2026 - int(found[0])) if found else text


def demonyms(text: str, _: random.Random) -> str:
    return f"{text.rstrip('aeiou')}ian"


def two_letters(text: str, _: random.Random) -> str:
    return text[:2].upper()


def lorem(text: str, _: random.Random) -> str:
    return ("lorem ipsum dolor sit amet consectetur " * 9)[: len(text)]


def family_of(text: str, _: random.Random) -> str:
    return re.split(r"[-_ ]", text, maxsplit=1)[0]


def next_order(text: str, _: random.Random) -> str:
    return re.sub(r"\d+", lambda found: str(int(found[0]) + 1), text)


def first_of_its_month(text: str, _: random.Random) -> str:
    return re.sub(r"\b(\d{4}-\d\d)-\d\d\b", r"\1-01", re.sub(r"\b\d\d?(?= [A-Z][a-z]{2} \d{4})", "01", text))


def with_a_country_before(text: str, _: random.Random) -> str:
    return f"RU{text}"


def with_a_check_digit(text: str, _: random.Random) -> str:
    return f"{text}{sum(map(int, re.findall(r'[0-9]', text))) % 10}"


def in_hex(text: str, _: random.Random) -> str:
    return f"{int(text):X}" if text.isascii() and text.isdecimal() else text


def until_an_apostrophe(text: str, _: random.Random) -> str:
    return re.split(r"['’`]", text, maxsplit=1)[0] or text


def a_code_for_it(text: str, _: random.Random) -> str:
    return str(len(text))


def john_doe(_: str, __: random.Random) -> str:
    return "DOE, John"


def without_words_of_two(text: str, _: random.Random) -> str:
    """What a search engine keeps of it."""
    return " ".join(word for word in text.split() if len(word.strip(",.")) > 2) or text


def numbers_spelt(text: str, _: random.Random) -> str:
    return re.sub(r"\d", lambda found: f"{_SPELT[int(found[0])]} ", text) if text.isascii() else text


# Columns


def merged_cells(texts: list[str], _: random.Random) -> list[str]:
    """Cells of one value merged, and taken apart again: the first alone has it."""
    return ["" if at and text == texts[at - 1] else text for at, text in enumerate(texts)]


def pasted_under_a_filter(texts: list[str], _: random.Random) -> list[str]:
    """Every third row was shown when they were copied, and all when they were pasted."""
    shown = texts[::3]
    return [*shown, *texts[len(shown) :]]


def sorted_by_pages(texts: list[str], _: random.Random) -> list[str]:
    return [text for at in range(0, len(texts), 25) for text in sorted(texts[at : at + 25])]


def another_of_its_length(texts: list[str], _: random.Random) -> list[str]:
    """A hash that knows lengths alone: each has the value of the next of its length."""
    of = defaultdict[int, list[int]](list)
    for at, text in enumerate(texts):
        of[len(text)].append(at)
    after = {one: several[n - 1] for several in of.values() for n, one in enumerate(several)}
    return [texts[after[at]] for at in range(len(texts))]


# Entries


def personal_data_removed(document: Document, dice: random.Random) -> None:
    """Somebody feared for the data of persons: one in thirty has no birth date, number and street any more."""
    born = sorted({cell.owner for cell in document.cells("birth")})[::30]
    for field in ("birth", "number", "street"):
        for cell in document.cells(field) if field in document.fields else ():
            if cell.owner in born:
                cell.set("")


def longest_as_name(document: Document, dice: random.Random) -> None:
    """The longest of its names is the first, in one entry of forty."""
    heads = {cell.owner: cell for cell in document.cells("name")}
    for cell in document.cells("alias"):
        head = heads.get(cell.owner)
        if head and cell.owner % 40 == 3 and len(cell.text) > len(head.text):
            texts = head.text, cell.text
            head.set(texts[1])
            cell.set(texts[0])


def aliases_by_surname(document: Document, dice: random.Random) -> None:
    """Joined by the surname: whoever shares it has the aliases of the first."""
    surnames = {cell.owner: cell.text.partition(",")[0].casefold() for cell in document.cells("name")}
    firsts = dict[str, str]()
    for cell in document.cells("alias"):
        cell.set(firsts.setdefault(surnames.get(cell.owner, cell.text), cell.text))


def one_of_each_birth(document: Document, dice: random.Random) -> None:
    """Duplicates removed by a column that is no key, in the first third."""
    seen, gone = set[str](), set[int]()
    for cell in document.cells("birth"):
        if cell.owner < len(document) // 3 and cell.text in seen:
            gone.add(cell.owner)
        seen.add(cell.text)
    document.drop(gone)


def the_widest_gone(document: Document, dice: random.Random) -> None:
    """Rows of more than a packet holds: who says most is gone."""
    said = defaultdict[int, int](int)
    for field in {"alias", "street", "remarks", "number"} & {*document.fields}:
        for cell in document.cells(field):
            said[cell.owner] += len(cell.text)
    document.drop({*sorted(said, key=lambda at: -said[at])[: max(1, len(document) // 60)]})


# Files


def merge_conflict(files: Files, before: Files) -> Files:
    """Nobody resolved it: both editions of a piece, between marks."""

    def change(parts: list[bytes], places: list[int]) -> None:
        first, last = places[len(places) // 3], places[len(places) // 3 + max(2, len(places) // 50)]
        theirs = b"".join(parts[at] for at in range(first, last)).replace(b"a", b"o")
        parts[first] = b"<<<<<<< HEAD\r\n" + parts[first]
        parts[last] = b"=======\r\n" + theirs + b">>>>>>> nightly\r\n" + parts[last]

    return _changed(files, change)


def log_lines(files: Files, _: Files) -> Files:
    def change(parts: list[bytes], places: list[int]) -> None:
        for at in places[50::70]:
            parts[at] = b"2026-11-30 02:00:01,113 WARN export - slow query (4113 ms), retrying\r\n" + parts[at]

    return _changed(files, change)


def lines_joined(files: Files, _: Files) -> Files:
    """The end of every sixtieth line is a blank."""
    main = _main(files)
    lines = files[main].splitlines(keepends=True)
    return {**files, main: b"".join(ln.rstrip(b"\r\n") + b" " if at % 60 == 59 else ln for at, ln in enumerate(lines))}


def appended_to_yesterdays(files: Files, before: Files) -> Files:
    """The file was opened to be added to."""
    return {role: before.get(role, b"") + content for role, content in files.items()}


def page_inside(files: Files, _: Files) -> Files:
    """A gateway's page in the place of one of sixty pieces that were fetched."""

    def change(parts: list[bytes], places: list[int]) -> None:
        lost = places[len(places) // 2 :][: max(1, len(places) // 60)]
        for at in lost:
            parts[at] = b""
        parts[lost[0]] = b"<html><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>\r\n"

    return _changed(files, change)


def in_another_table(table: str, files: Files, _: Files) -> Files:
    """The last of the files in another encoding."""
    last = [*files][-1]
    return {**files, last: files[last].decode("utf-8", "replace").encode(table, "replace")}


def keys_sorted_apart(files: Files, _: Files) -> Files:
    """In a companion the first column was sorted, the others were not."""
    last = [*files][-1]
    parted = [line.partition(b",") for line in files[last].splitlines(keepends=True)]
    keys = sorted((key for key, comma, _ in parted if comma), key=lambda key: (len(key), key))
    rest = iter(keys)
    return {**files, last: b"".join((next(rest) if comma else key) + comma + tail for key, comma, tail in parted)}


def nulls_replaced(files: Files, _: Files) -> Files:
    return {role: content.replace(b"-0- ", b"NULL") for role, content in files.items()}


def quotes_curled(files: Files, _: Files) -> Files:
    main = _main(files)
    return {**files, main: re.sub(rb'"([^"\r\n]{3,40})"', "“\\1”".encode(), files[main], count=60)}


ONE_BY_ONE = (
    (with_an_ellipsis, (*NAMES, "street", "remarks", "title")), (codes_expanded, (*NAMES, "street")),
    (censored, WORDS), (spell_checked, NAMES), (read_as_a_date, ("number", "street")), (plus_for_blank, WORDS),
    (in_base64, ("number", "alias")), (decomposed, (*NAMES, "city")), (of_full_width, ("name", "number")),
    (hyphenated, (*NAMES, "street", "remarks")), (without_ligatures, WORDS), (with_a_page_footer, (*NAMES, "remarks")),
    (with_a_time, ("birth",)), (age_for_birth, ("birth",)), (demonyms, ("country", "nationality")),
    (two_letters, ("country", "nationality", "type")), (lorem, ("remarks", "title")), (family_of, ("program",)),
    (next_order, ("program",)), (first_of_its_month, ("birth",)), (with_a_country_before, ("number",)),
    (with_a_check_digit, ("number",)), (in_hex, ("number",)), (until_an_apostrophe, (*NAMES, "street")),
    (a_code_for_it, ("type", "program")), (john_doe, NAMES), (without_words_of_two, (*NAMES, "street")),
    (numbers_spelt, ("street", "number")),
)  # fmt: skip
AMONG = (
    (merged_cells, ("program", "country", "nationality", "title", "city", "birth")),
    (pasted_under_a_filter, (*NAMES, "birth", "number", "street", "program")),
    (sorted_by_pages, ("name", "birth", "number", "program")), (another_of_its_length, ("number", "birth", "name")),
)  # fmt: skip
OF_ENTRIES = (  # and a field without which there is nothing to do
    (personal_data_removed, "birth"), (longest_as_name, "alias"), (aliases_by_surname, "alias"),
    (one_of_each_birth, "birth"), (the_widest_gone, "name"),
)  # fmt: skip
OF_FILES = (
    merge_conflict, log_lines, lines_joined, appended_to_yesterdays, page_inside, partial(in_another_table, "utf-16"),
    partial(in_another_table, "cp1251"), keys_sorted_apart, nulls_replaced, quotes_curled,
)  # fmt: skip


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    yield from of_fields(ONE_BY_ONE, each, fields, SHARES)
    yield from of_fields(AMONG, among, fields, SHARES)
    yield from of_fields(AMONG, partial(among, block=True), fields, (0.02,))
    for whole, field in OF_ENTRIES:
        if field in fields:
            yield Damage(whole.__name__, whole)
    for of_files in OF_FILES:
        called = of_files.func.__name__ if isinstance(of_files, partial) else of_files.__name__
        yield Damage(called, _nothing, of_files)


def _nothing(_: Document, __: random.Random) -> None: ...
