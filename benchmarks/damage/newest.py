"""Twelve kinds of damage written down before the guards that they try were looked at, and run once before anything else
was: docs/guards.md has what slipped in."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import groupby

from benchmarks.damage.documents import Cell, Document
from benchmarks.damage.kinds import Damage, chosen, each, of_fields

SHARES = (1.0, 0.2, 0.03, 0.012)
RANKS = (0, 1, 3, 8)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PROSE = re.compile(r"(\d{2}) (" + "|".join(_MONTHS) + r") (\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORD = re.compile(r"[^\W_]{2,}")
_CYRILLIC = str.maketrans(
    "ABVGDEZIKLMNOPRSTUFHCYabvgdeziklmnoprstufhcy", "АБВГДЕЗИКЛМНОПРСТУФХЦЫабвгдезиклмнопрстуфхцы"
)


def the_day_before(text: str, _: random.Random) -> str:
    """A date at midnight that was read in a zone farther west."""
    if match := _PROSE.search(text):
        there = date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1])) - timedelta(days=1)
        return text.replace(match[0], f"{there.day:02} {_MONTHS[there.month - 1]} {there.year}")
    if match := _ISO.search(text):
        return text.replace(match[0], (date.fromisoformat(match[0]) - timedelta(days=1)).isoformat())
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), text)


def only_the_year(text: str, _: random.Random) -> str:
    years = re.findall(r"\d{4}", text)
    return years[0] if years else text


def without_the_letter_e(text: str, _: random.Random) -> str:
    """A letter that a font does not have."""
    return re.sub("[eE]", "", text) or text


def words_of_four_letters(text: str, _: random.Random) -> str:
    return re.sub(r"\w+", lambda word: word[0][:4], text)


def masked(text: str, _: random.Random) -> str:
    """What a filter of personal data does."""
    return re.sub(r"\w{3,}", lambda word: word[0][:2] + "*" * (len(word[0]) - 2), text)


def in_groups(text: str, _: random.Random) -> str:
    """Numbers with commas between thousands."""
    return re.sub(r"\d{4,}", lambda digits: f"{int(digits[0]):,}", text)


def footnoted(text: str, dice: random.Random) -> str:
    return f"{text} [{dice.randrange(1, 40)}]"


def initials(text: str, _: random.Random) -> str:
    """All words but the first by their first letter."""
    first, *others = text.split()
    return " ".join([first, *(f"{word[0]}." for word in others)])


def in_cyrillic(text: str, _: random.Random) -> str:
    """As a machine that transliterates has it."""
    return text.translate(_CYRILLIC)


def run_together(text: str, _: random.Random) -> str:
    return text.replace(" ", "")


OF_ONE = (
    (the_day_before, ("birth",)),
    (only_the_year, ("birth",)),
    (without_the_letter_e, ("name", "alias", "street")),
    (words_of_four_letters, ("name", "alias")),
    (masked, ("name", "number", "street")),
    (in_groups, ("number",)),
    (footnoted, ("name", "alias", "number", "program", "country")),
    (initials, ("name", "alias")),
    (in_cyrillic, ("name", "alias")),
    (run_together, ("name", "alias", "street")),
)


def a_word_replaced(field: str, rank: int, word: str) -> Callable[[Document, random.Random], None]:
    """The word of this rank by frequency is another wherever it stands in the field: somebody's "replace all"."""

    def do(document: Document, _: random.Random) -> None:
        cells = document.cells(field)
        counted = Counter(found for cell in cells for found in set(_WORD.findall(cell.text)))
        old = counted.most_common(rank + 1)[rank][0]
        whole = re.compile(rf"\b{re.escape(old)}\b")
        for cell in cells:
            if whole.search(cell.text):
                cell.set(whole.sub(word, cell.text))

    return do


def of_its_own_entry(field: str, share: float) -> Callable[[Document, random.Random], None]:
    """The first value of the entry's own `field` in the place of its name, and its name there."""

    def do(document: Document, dice: random.Random) -> None:
        names: dict[int, Cell] = {cell.owner: cell for cell in reversed(document.cells("name"))}
        firsts = [next(cells) for _, cells in groupby(document.cells(field), key=lambda cell: cell.owner)]
        for cell in chosen([first for first in firsts if first.owner in names], share, dice):
            name, text = names[cell.owner].text, cell.text
            names[cell.owner].set(text)
            cell.set(name)

    return do


REPLACED = (
    ("name", "Verwaltung"),
    ("alias", "Societe"),
    ("street", "Prospekt"),
    ("city", "Hauptstadt"),
    ("country", "Ruritania"),
    ("nationality", "Ruritania"),
    ("program", "SPECIAL"),
    ("remarks", "Anmerkung"),
    ("title", "Vorsitzender"),
    ("birth", "1960"),
)


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these fields."""
    yield from of_fields(OF_ONE, each, fields, SHARES)
    for field, word in REPLACED:
        for rank in RANKS if field in fields else ():
            yield Damage(f"a_word_replaced: {field}, of rank {rank}", a_word_replaced(field, rank, word))
    for share in SHARES if "alias" in fields else ():
        yield Damage(f"of_its_own_entry: alias, {share:.1%}", of_its_own_entry("alias", share))
