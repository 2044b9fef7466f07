"""Other kinds of damage, written down before the guards were tuned and never tuned to: do they hold what nobody
thought of?"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from itertools import groupby

from benchmarks.damage.documents import Document
from benchmarks.damage.kinds import Damage, among, chosen, each, of_fields

SHARES = (1.0, 0.2, 0.02)


def backwards(text: str, _: random.Random) -> str:
    return text[::-1]


def as_a_spreadsheet_has_numbers(text: str, _: random.Random) -> str:
    digits = re.sub(r"\D", "", text)
    return f"{float(digits):.4E}" if len(digits) > 5 else text.lstrip("0") + ".0"


def as_a_serial(text: str, dice: random.Random) -> str:
    return str(dice.randrange(15_000, 34_000))


def without_letters_of_other_scripts(text: str, _: random.Random) -> str:
    return text.encode("ascii", "ignore").decode() or "-"


def first_word(text: str, _: random.Random) -> str:
    return re.split(r"[\s,]+", text.strip())[0]


def without_vowels(text: str, _: random.Random) -> str:
    return re.sub("[aeiouAEIOU]", "", text) or text


def two_in_one(text: str, _: random.Random) -> str:
    return f"{text}; {text[::2]}; {text[1::2]}"


def later_by_a_year(text: str, _: random.Random) -> str:
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) + 1), text)


def transposed(text: str, _: random.Random) -> str:
    return "".join(b + a for a, b in zip(text[::2], text[1::2], strict=False)) + (text[-1] if len(text) % 2 else "")


def in_order_of_the_alphabet(texts: list[str], _: random.Random) -> list[str]:
    return sorted(texts)


def the_next_but_two(texts: list[str], _: random.Random) -> list[str]:
    return texts[3:] + texts[:3]


def filled_down(texts: list[str], _: random.Random) -> list[str]:
    """Every fourth value, and the three after it the same: merged cells of a spreadsheet."""
    return [texts[at - at % 4] for at in range(len(texts))]


def the_id_for_a_name(share: float) -> Callable[[Document, random.Random], None]:
    def do(document: Document, dice: random.Random) -> None:
        for cell in chosen(document.cells("name"), share, dice):
            cell.set(f"{70_000 + cell.owner}")

    return do


def swallowed(share: float) -> Callable[[Document, random.Random], None]:
    """A line end lost: an entry's name takes that of the next one in, which is gone."""

    def do(document: Document, dice: random.Random) -> None:
        names = {cell.owner: cell for cell in reversed(document.cells("name"))}
        gone: set[int] = set()
        for owner in sorted(dice.sample(range(len(document) - 1), max(1, round(share * len(document))))):
            if owner not in gone and owner in names and owner + 1 in names:
                names[owner].set(f"{names[owner].text} {names[owner + 1].text}")
                gone.add(owner + 1)
        document.drop(gone)

    return do


def only_the_last_of_several(field: str) -> Callable[[Document, random.Random], None]:
    """Where an entry has several values only the last one is there, in the place of each."""

    def do(document: Document, dice: random.Random) -> None:
        for _, cells in groupby(document.cells(field), key=lambda cell: cell.owner):
            several = list(cells)
            for cell in several:
                cell.set(several[-1].text)

    return do


def every_other_gone(document: Document, dice: random.Random) -> None:
    document.drop(set(range(0, len(document), 2)))


OF_ONE = (
    (backwards, ("name", "alias", "street")),
    (as_a_spreadsheet_has_numbers, ("number",)),
    (as_a_serial, ("birth",)),
    (without_letters_of_other_scripts, ("alias", "name")),
    (first_word, ("name", "alias", "street", "program")),
    (without_vowels, ("name", "alias", "country")),
    (two_in_one, ("alias", "program")),
    (later_by_a_year, ("birth",)),
    (transposed, ("name", "number")),
)
OF_MANY = (
    (in_order_of_the_alphabet, ("name", "alias", "number", "birth", "street", "country")),
    (the_next_but_two, ("name", "number", "program", "nationality")),
    (filled_down, ("name", "alias", "program", "birth", "country", "type")),
)


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these fields."""
    yield from of_fields(OF_ONE, each, fields, SHARES, 0)
    yield from of_fields(OF_MANY, among, fields, SHARES, 0)
    for share in SHARES:
        yield Damage(f"the_id_for_a_name: {share:.0%}", the_id_for_a_name(share))
    for share in (0.3, 0.05, 0.01):
        yield Damage(f"swallowed: {share:.0%}", swallowed(share))
    for field in ("alias", "number", "street", "program"):
        if field in fields:
            yield Damage(f"only_the_last_of_several: {field}", only_the_last_of_several(field))
    yield Damage("every_other_gone", every_other_gone)
