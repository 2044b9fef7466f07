"""Which row is the head of a table: told by heads that are known and by what stands below, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from bot.batch.cells import MOSTLY, is_mostly, kind_of
from bot.batch.heads import NAMING, head_of, may_be_head
from bot.batch.wording import HEAD_IT, NAME_IT, shown
from bot.errors import BadInput

_ABOVE = 15  # rows that may stand above the head: a title, a date, an empty line
Texts = Sequence[str]


def head_row(sample: Sequence[Texts], has_head: bool | None, named: Collection[str], name: str) -> int | None:
    """The number of the row that is the head, None where there is none. `has_head` is what somebody says of it, `named`
    what they call columns. Raises BadInput where it cannot be told."""
    filled = [at for at, row in enumerate(sample) if any(row)]
    if has_head is not None:
        return filled[0] if has_head else None
    for at in filled[:_ABOVE]:
        if _is_wished(sample[at], named) or _is_head(sample, at):
            return at
    _refuse_unknown_head(sample, filled[0], name)
    return None


def _is_wished(row: Texts, named: Collection[str]) -> bool:
    """Whether somebody named a column by a text that stands in this row."""
    texts = {text.casefold() for text in row if text}
    return any(said.strip().casefold() in texts for said in named)


def _is_head(sample: Sequence[Texts], at: int) -> bool:
    """Whether a row is a head: enough of its cells are known heads, and below them stands something else."""
    row = sample[at]
    filled = [cell for cell in row if cell]
    cells = Counter(sum(map(bool, below)) for below in sample[at : at + 50] if any(below))
    if len(filled) == 1 and cells.most_common(1)[0][0] > 1:
        return False  # a title above the table
    known = [(column, head) for column, cell in enumerate(row) if (head := head_of(cell)) is not None]
    if not known or _is_form(sample, at) or any(_repeats(sample, at, column) for column, _ in known):
        return False
    if any(kind_of(cell) in ("date", "address") for cell in filled):
        return False
    like = sum(head_of(cell) is not None or may_be_head(cell) for cell in filled)
    names = any(head.role in NAMING and not head.by_party for _, head in known)
    return like >= len(filled) * (0.3 if names else MOSTLY)


def _repeats(sample: Sequence[Texts], at: int, column: int) -> bool:
    """Whether what stands in a cell stands below it again: then it is no head of its column ("Company", a type), unless
    the whole row does, as at the head of every page."""
    head = [cell.casefold() for cell in sample[at]]
    below = ([cell.casefold() for cell in row] for row in sample[at + 1 :] if column < len(row))
    is_row = sum(map(bool, head)) > 1
    return any(row[column] == head[column] and not (is_row and row == head) for row in below)


def _is_form(sample: Sequence[Texts], at: int) -> bool:
    """Whether heads stand below each other, each beside its value: a cover sheet, not a table."""
    below = [row for row in sample[at : at + 20] if any(row)]
    labels = [row[0] for row in below if row[0] and sum(map(bool, row)) <= 2]
    said = sum(head_of(label) is not None or may_be_head(label) for label in labels[1:])
    return len(labels) > 1 and len(labels) == len(below) and said >= (len(labels) - 1) * MOSTLY


def _refuse_unknown_head(sample: Sequence[Texts], first: int, name: str) -> None:
    """Raises BadInput where the first row is not surely that of a party."""
    row, body = sample[first], [each for each in sample[first + 1 :] if any(each)]
    if any(may_be_head(cell) or head_of(cell) is not None for cell in row if cell):
        raise BadInput(
            f"It cannot be told whether the first row of {name} ({shown(row)}) is a head or a party. {HEAD_IT}"
        )
    for at, cell in enumerate(row):
        below = [kind_of(each[at]) for each in body if at < len(each) and each[at]]
        if below and kind_of(cell) == "text" and is_mostly(below, ("number", "date", "address")):
            raise BadInput(
                f"The first row of {name} ({shown(row)}) seems to be a head of words not known here. {NAME_IT}"
            )
