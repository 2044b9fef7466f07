"""A pasted paper, laid out: every field in a line of its own as "Label: value", the cells of its rows parted by tabs.
What a label says, whose names stand in several fields, and what the columns of a table hold."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from bot.questions.composing.labels import labelled, parts_of, role_of, with_words
from bot.questions.composing.persons import OF_PERSONS, fields_of, whole_persons
from bot.questions.data import patterns
from bot.questions.spotting.days import is_of_calendar
from bot.questions.spotting.lexicon import WORD, folded, is_everyday, is_form, lexicon, sets
from bot.sanctions.countries import is_country
from bot.screening.words.normalise import words_of
from bot.screening.words.weak_words import PLACES

_MAIL = patterns("mail")
_BETWEEN = {"strokes": "/", "dashes": "-", "marks": "|;"}  # that part cells
LONG_NUMBER = 7  # figures of what tells a party from another
LEAST_CELLS, LEAST_ROWS = 3, 2  # of a table whose cells another mark parts
LEAST_LETTERS = 4  # of a word in a cell that may be a name

_OF_NAMES = ("label", *OF_PERSONS)

Row = Sequence[str]


def laid_out(body: str) -> str:
    """A text with the fields and the rows of papers each in a line, whatever they were parted by."""
    lines = _in_rows(with_words(body.split("\n")) or [body])
    if not any("\t" in line for line in lines) and not (":" in body and _MAIL["tag"].search(body)):
        lines = _priced(_counted("\n".join(lines))).split("\n")
    told = sum(map(_is_told, lines)) > 1 and not ("\t" in lines[0] and all(map(parts_of, lines[0].split("\t"))))
    fields = [field for line in lines for field in _fields(line, told=told)]
    return "\n".join(whole_persons(_with_values(fields)) if len(fields) > 1 else fields)


def _counted(text: str) -> str:
    """A text, the numbers that run and the codes of one shape made marks of items: "1 X", "2.Y"; "A-11 X", "A-12 Y";
    "Party 1 X", "Party 2 Y"."""
    marks = [mark for mark in _MAIL["counting"].finditer(text) if not is_of_calendar(folded(mark["word"]))]
    running = set[int]()
    for one, two in pairwise(marks):
        first, code = int(one["number"] or one["inline"]), one["code"] or ""
        step = int(two["number"] or two["inline"]) - first
        begins = code or first < 2 or one.start() in running  # 90 Eksperimentalny Zavod, 91 Atlas
        if begins and code == (two["code"] or "") and (step == 1 or (step > 1 and "-" in code)):
            running |= {one.start(), two.start()}
    said = [text[mark.end() :].partition("\n")[0].strip() for mark in marks if mark.start() in running]
    if len({*said}) < len(said):  # 1 Vostok LLC, 2 Vostok LLC
        return text

    def mark(found: re.Match[str]) -> str:
        start, code, number = found["start"], found["code"] or "", found["number"]
        if found.start() not in running or (code.endswith(" ") and "label" not in parts_of(code)):
            return found[0]
        if start is None:
            return f"{found['inline']}) "
        if code.endswith(" "):
            return f"{start}{code}{number}: "
        return start if ";" in text else f"{start}- " if code else f"{start}{number}. "

    return _MAIL["counting"].sub(mark, text) if running else text


def _priced(text: str) -> str:
    """A text of names with a number each, a comma before these where one of them is a sum: "X 1,200", "Y 20"."""
    parts = re.split("([;\n])", text)
    items = [item for item in parts[::2] if ":" not in item and item.strip()]
    sums = [found["sum"] for item in items if (found := _MAIL["priced"].search(item))] if len(items) > 1 else []
    if len(sums) < max(LEAST_ROWS, len(items) - 1) or all(map(str.isdigit, sums)):
        return text
    return "".join(_MAIL["priced"].sub(r", \g<sum>", item) if ":" not in item else item for item in parts)


def _is_told(line: str) -> bool:
    """Whether a line is a label of known words and, in a second cell, what it says: not "MTS Bank", a country."""
    cells = line.split("\t")
    known = len(cells) == 2 and all(lexicon().knows(folded(word)) for word in WORD.findall(cells[0]))
    says = known and role_of(cells[0]) - ({"label"} if not any(map(str.isalpha, cells[1])) else set())  # Day Bank, 5000
    return bool(says) and not parts_of(cells[1])


def _in_rows(lines: list[str]) -> list[str]:
    """Lines, the cells of tables parted by tabs where another mark does it as often in every line: commas only under
    heads, one upright line likewise, for two cells may be a label and what it says; or several times in several."""
    if len(lines) < LEAST_ROWS:
        return lines
    headed = all(parts_of(cell.strip()) & sets.OF_PAPERS for cell in re.split("[;|,]", lines[0]))
    marks = ";|," if headed else ";|" if lines[0].count("|") > 1 else ";"
    parts = next((m for m in marks if len({line.count(m) for line in lines}) == 1 and m in lines[0]), "")
    if parts:
        return [line.replace(parts, "\t") for line in lines]
    held = set().union(*lines)
    for mark in (*(mark for mark, signs in _BETWEEN.items() if not held.isdisjoint(signs)), None):
        cells = [_MAIL[mark].split(line) if mark else _of_commas(line) for line in lines]
        if max(map(len, cells)) < 2:
            continue
        often = Counter(len(row) for row in cells if len(row) >= LEAST_CELLS)
        sizes = {size for size, times in often.items() if times >= LEAST_ROWS}
        coded = [_MAIL["figures"].sub("#", row[0]) if len(row) > 1 else "" for row in cells]  # Rm 402 - X; Rm 7 - Y
        alike = {code for code, times in Counter(coded).items() if "#" in code and times >= LEAST_ROWS}
        rows = zip(cells, lines, coded, strict=True)
        lines = ["\t".join(row) if len(row) in sizes or code in alike else line for row, line, code in rows]
    return lines


def _of_commas(line: str) -> Row:
    """The cells of a line that a program has written: in quotations, or with no space behind its commas."""
    return next(csv.reader([line])) if "\t" not in line and _MAIL["of_a_program"].match(line) else [line]


def _fields(line: str, *, told: bool) -> Iterable[str]:
    """The fields that stand in a line side by side, or the line. `told`: a cell that is a label says what the next
    is."""
    if len(named := fields_of(line)) > 1:
        return named
    line = _MAIL["leader"].sub(r"\1: ", line, count=1) if "." in line else line
    for mark, parts in (("dashed", sets.LABELS), ("figured", {"nolabel"})):
        if (mark != "dashed" or " -" in line) and (field := _MAIL[mark].match(line)) and parts_of(field[1]) & parts:
            return [f"{field[1]}: {line[field.end() :]}"]
    cells = with_words(cell.strip() for cell in line.split("\t"))
    if len(cells) < 2:
        return [line]
    fields = [bool(role_of(labelled(cell)[0])) for cell in cells]
    if fields[0] or sum(fields) * 2 > len(fields):  # no more than one in a row: rule: name
        return cells
    return [": ".join(cells)] if told and _is_told(line) else [line]


def _with_values(lines: Sequence[str]) -> list[str]:
    """Lines, those that are a label and no more with the line below: SHIPPER, and who it is; and a name with what of it
    stands in the next."""
    alone = [line for line in lines if "label" in parts_of(line)]
    made = list[str]()
    for line in lines:
        before = made[-1] if made else ""
        if len(alone) > 1 and before in alone and line not in alone:
            made[-1] = f"{before}: {line}"
        elif "label" in role_of(labelled(before)[0]) and _goes_on(before, line):
            made[-1] = f"{before} {line}"
        else:
            made.append(line)
    return made


def _goes_on(line: str, below: str) -> bool:
    """Whether the name in a field goes on in the next line: HOLLOWAY FREIGHT, SYSTEMS INC."""
    if labelled(below)[0] or "\t" in line + below or line.isupper() is not below.isupper():
        return False
    ends, form = (folded(said.split()[-1]).strip(".,") for said in (line, below))
    return line.endswith(",") or (is_form(form) and not is_form(ends) and "," not in line)


class Table:
    """Rows of cells, told by a first row of heads or by their words which columns name parties.

    `named` are those columns, `given` those of given names beside surnames, if any, `places` those of towns."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
        rows = [row for row in self.rows if len(row) > 1]
        begin = next((at for at, row in enumerate(rows) if _is_known_as_head(row)), 0)
        head, under = rows[begin] if rows else [], rows[begin + 1 :]
        self.above = rows[:begin] if under or len(self.rows) == 1 else rows  # a heading in several cells
        heads = [*map(_head, head)]
        self.head = head if under and (begin or _is_known_as_head(head) or _heads(head, under)) else None
        label, given, middle, family = ([at for at, parts in enumerate(heads) if part in parts] for part in _OF_NAMES)
        if middle or {*family} - {*label}:  # Surname; Name; Patronymic
            given = given or [at for at in family if at in label]
            label = [at for at in label if at not in given]
            family = [at for at in family if at not in (*given, *label)]
        self.given = [*given, *middle] if self.head else []
        goods = {at for at, parts in enumerate(heads) if self.head and "nolabel" in parts}
        self.named = label if label and self.head else _named(under if self.head else [head, *under], goods)
        if self.given and not family and {*self.given}.issuperset(self.named):
            self.named, self.given = given, []  # no surnames beside them: they are whole names
        elif self.given:
            first = (family or self.named)[0]
            self.named = [first, *(at for at in self.named if at not in (first, *self.given))]
        # Vevey below Moscow; Kazan is a ship where ships are named
        self.places = {at for row in self.rows for at, cell in enumerate(row) if _is_town(cell)} - {*self.named}

    def lines(self) -> Iterator[tuple[str, bool | None]]:
        """Its lines, each with whether it names a party: a row as often as it does, its name first and behind tabs what
        tells it from others. None of a cell in which nothing says so; what is no row is given as it stands, False."""
        for cells in self.rows:
            if len(cells) == 1 or cells in self.above:
                yield from ((cell, False) for cell in cells if cell)
            elif cells is not self.head:
                left = {at for at, cell in enumerate(cells) if cell} - self.places - {*self.given}
                for at, end in zip(self.named, [*self.named[1:], len(cells)], strict=False):
                    if at not in left:
                        continue
                    beside = left & {*(range(at) if at == self.named[0] else ()), *range(at + 1, end)}
                    facts = {i: fact for i in sorted(beside) if (fact := self._fact(cells, i))}
                    left -= {at, *facts}
                    yield "\t".join([self._name(cells, at), *facts.values()]), True
                yield from ((cells[at], None) for at in sorted(left) if _may_be_another(cells[at]))

    def _name(self, cells: Row, at: int) -> str:
        given = [cells[each] for each in self.given if each < len(cells)] if at == self.named[0] else []
        return " ".join(filter(None, [*given, cells[at]]))

    def _fact(self, cells: Row, at: int) -> str:
        """A cell beside a name, a number with its head before it; "" for what tells nobody from another: what stands
        under a strange head but a long number, a rank, the code of a country or a currency."""
        cell = cells[at]
        digits = re.search(r"\d", cell)
        short = len(cell) < LEAST_LETTERS and (cell.isupper() or cell.isdigit())  # RUS, No 1
        if short or _MAIL["money"].fullmatch(cell):
            return ""
        if not (digits or is_country(cell)) or (len(self.named) > 1 and not digits):
            return ""  # whose flag a column tells is not said where several hold parties
        if self.head is None or at >= len(self.head):
            return cell if _MAIL["telling_number"].search(cell) or is_country(cell) else ""
        if not (cell.isdigit() and len(cell) >= LONG_NUMBER) and "head" not in parts_of(self.head[at]):
            return ""
        return f"{self.head[at]} {cell}" if cell.isdigit() else cell


def _head(cell: str) -> frozenset[str]:
    """What the head of a column says of it, as far as it is known."""
    return parts_of(_MAIL["figures"].sub("", cell).replace("_", " ")).intersection(sets.OF_PAPERS)


def _is_known_as_head(row: Row) -> bool:
    """Whether half of the cells of a row are heads that are known, and none is a number or a day."""
    return sum(map(bool, map(_head, row))) * 2 >= len(row) and not any(map(_MAIL["of_a_row"].search, row))


def _heads(head: Row, under: Sequence[Row]) -> bool:
    """Whether a first row that is not known says what the columns hold: it has no figures, and a column has them."""
    columns = [*zip_longest(*under, fillvalue="")][: len(head)]
    figures = (any(column) and all(re.search(r"\d", cell or "0") for cell in column) for column in columns)
    return not re.search(r"\d", "".join(head)) and any(figures)


def _named(rows: Sequence[Row], others: Container[int]) -> list[int]:
    """The columns of names in rows without heads, none of the `others`: the first of words that do more than number the
    rows ("acct 001"), and those whose cells are several words in capitals."""
    columns = [*zip_longest(*rows, fillvalue="")]
    most = (at for at, cells in enumerate(columns) if sum(map(_may_be_named, cells)) * 2 > len(cells))
    first = next((at for at in most if at not in others), None)
    if first is None:
        said = ({_MAIL["figures"].sub("", cell) for cell in cells} for cells in columns)
        return [] if others else [next((at for at, each in enumerate(said) if len(each) > 1), 0)]
    return [first, *(at for at, cells in enumerate(columns) if at > first and all(map(_is_whole_name, cells)))]


def _may_be_named(cell: str) -> bool:
    """Whether a cell may be a name rather than a rank, a number, a day, a town or a code."""
    coded = any(char.isdigit() for char in cell) or (len(cell) < LEAST_LETTERS and cell.isupper())
    words = [folded(word) for word in WORD.findall(cell)]
    several = len(words) > 1 and not any(map(lexicon().plays, words))  # LEE ANN, and no Third Engineer
    strange = any(len(w) >= LEAST_LETTERS and not (lexicon().plays(w) or is_everyday(w)) for w in words)
    formed = len(words) > 1 and is_form(words[-1])
    return (several or strange or formed) and not (coded or _is_town(cell) or is_country(cell))


def _may_be_another(cell: str) -> bool:
    """Whether somebody may be named in a cell beside a name, whatever its column holds."""
    return _may_be_named(cell) or (len(WORD.findall(cell)) > 1 and not _is_town(cell) and not cell[0].isdigit())


def _is_whole_name(cell: str) -> bool:
    words = WORD.findall(cell)
    return len(words) > 1 and _may_be_named(cell) and all(word[0].isupper() for word in words)


def _is_town(cell: str) -> bool:
    return bool(cell) and PLACES.issuperset(words_of(cell)) and not is_country(cell)
