"""Kinds of damage of joins, columns and defaults that the other sets do not have, written down before they were run:
docs/guards.md has what slipped in."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby

from benchmarks.damage.documents import Cell, Document
from benchmarks.damage.kinds import Damage, Files, among, chosen, each, of_fields, swapped

SHARES = (1.0, 0.2, 0.03, 0.012)


def without_its_first_letter(text: str, _: random.Random) -> str:
    """A column of fixed width that begins one sign too late."""
    return text[1:] or text


def without_its_last_letter(text: str, _: random.Random) -> str:
    return text[:-1] or text


def in_capitals(text: str, _: random.Random) -> str:
    return text.upper() if text.upper() != text else text.title()


def with_a_letter_for_another(text: str, _: random.Random) -> str:
    """Another transliteration of one letter, wherever it stands."""
    return text.translate(str.maketrans("yYkKwW", "iIqQvV"))


def with_letters_twice(text: str, _: random.Random) -> str:
    return re.sub(r"([lmnrst])(?!\1)", r"\1\1", text, flags=re.IGNORECASE)


def another_last_digit(text: str, _: random.Random) -> str:
    """A number that was rounded."""
    return re.sub(r"\d(?=\D*$)", "0" if not re.search(r"0\D*$", text) else "5", text)


def ten_years_off(text: str, _: random.Random) -> str:
    return re.sub(r"\b(19|20)(\d)(\d)\b", lambda m: f"{m[1]}{(int(m[2]) + 1) % 10}{m[3]}", text)


def of_the_first(text: str, _: random.Random) -> str:
    """A month and a day that were lost, and the first of January put for them."""
    if re.search(r"\d{2} [A-Z][a-z]{2} \d{4}", text):
        return re.sub(r"\d{2} [A-Z][a-z]{2} (\d{4})", r"01 Jan \1", text)
    return re.sub(r"(\d{4})-\d{2}-\d{2}", r"\1-01-01", text)


def twice_over(text: str, _: random.Random) -> str:
    return f"{text} {text}"


def to_255(text: str, _: random.Random) -> str:
    return text[:255]


def another_valid(texts: list[str], dice: random.Random) -> list[str]:
    """Another value of the list's own in the place of each: a lookup by the wrong key."""
    values = sorted(set(texts))
    if len(values) < 2:
        raise IndexError("nothing to choose from")
    return [dice.choice([value for value in values if value != text]) for text in texts]


def the_commonest(texts: list[str], _: random.Random) -> list[str]:
    """A default for all."""
    common = max(sorted(set(texts)), key=texts.count)
    return [common] * len(texts)


def mirrored(texts: list[str], _: random.Random) -> list[str]:
    """Two columns of which one was sorted the other way."""
    return texts[::-1]


def owned_by_the_next(field: str, share: float) -> Callable[[Document, random.Random], None]:
    """All that an entry has of a field stands at the next entry that has some: a join that is one off."""

    def do(document: Document, dice: random.Random) -> None:
        cells = chosen(document.cells(field), share, dice)
        groups = [[*several] for _, several in groupby(cells, key=lambda cell: cell.owner)]
        texts = [[cell.text for cell in several] for several in groups]
        for several, theirs in zip(groups, texts[-1:] + texts[:-1], strict=True):
            for at, cell in enumerate(several):
                cell.set(theirs[at % len(theirs)])

    return do


def only_the_first_of_several(field: str, share: float) -> Callable[[Document, random.Random], None]:
    """A join that keeps one row: of what an entry has several of, the others are gone."""

    def do(document: Document, dice: random.Random) -> None:
        cells = document.cells(field)
        more: list[Cell] = [c for _, several in groupby(cells, key=lambda cell: cell.owner) for c in [*several][1:]]
        for cell in chosen(more, share, dice):
            cell.set("")

    return do


def lines_lost(role: str, share: float, files: Files, _: Files) -> Files:
    """Lines of a companion, here and there."""
    dice, lines = random.Random(7), files[role].split(b"\n")
    return {**files, role: b"\n".join(line for line in lines if line.startswith(b"\x1a") or dice.random() >= share)}


def elements_lost(share: float, files: Files, _: Files) -> Files:
    """Elements that hold lists, here and there, in an XML file."""
    dice = random.Random(7)
    return {
        role: re.sub(
            rb"<(\w+:)?(\w*(?:LIST|List|ALIAS|Alias|DOCUMENT|ADDRESS|Address))\b[^<>]*(?<!/)>.*?</(\1)?\2>",
            lambda found: b"" if dice.random() < share else found[0],
            text,
            flags=re.DOTALL,
        )
        for role, text in files.items()
        if text.lstrip().startswith(b"<")
    } or files  # fmt: skip


OF_ONE = (
    (without_its_first_letter, ("name", "alias", "number", "street")),
    (without_its_last_letter, ("name", "alias", "number")),
    (in_capitals, ("name", "alias", "street", "country")),
    (with_a_letter_for_another, ("name", "alias")),
    (with_letters_twice, ("name", "alias")),
    (another_last_digit, ("number", "birth")),
    (ten_years_off, ("birth",)),
    (of_the_first, ("birth",)),
    (twice_over, ("name", "alias", "program", "street")),
    (to_255, ("remarks",)),
)
OF_MANY = (
    (another_valid, ("program", "country", "nationality", "type", "birth", "title")),
    (the_commonest, ("program", "country", "nationality", "type")),
    (mirrored, ("name", "alias", "number", "birth", "street")),
)


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these fields."""
    yield from of_fields(OF_ONE, each, fields, SHARES)
    yield from of_fields(OF_MANY, among, fields, SHARES)
    for share in SHARES:
        for field in (field for field in ("alias", "number", "street", "program") if field in fields):
            yield Damage(f"owned_by_the_next: {field}, {share:.1%}", owned_by_the_next(field, share))
            yield Damage(f"only_the_first_of_several: {field}, {share:.1%}", only_the_first_of_several(field, share))
        for one, other in (("street", "city"), ("country", "nationality")):
            if one in fields and other in fields:
                yield Damage(f"columns swapped: {one} and {other}, {share:.1%}", swapped(one, other, share))
        yield Damage(f"elements lost: {share:.1%}", _nothing, partial(elements_lost, share))
        for role in roles[1:]:
            yield Damage(f"lines lost: {role}, {share:.1%}", _nothing, partial(lines_lost, role, share))


def _nothing(document: Document, dice: random.Random) -> None:
    """The document stays: its files are damaged."""
