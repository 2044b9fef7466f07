"""Six kinds of damage written down after the guards of `later.py` were mended, and run once before anything else was:
docs/guards.md has what slipped in."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator

from benchmarks.damage.documents import Document
from benchmarks.damage.kinds import Damage, among, each

SHARES = (1.0, 0.2, 0.03, 0.012)


def padded(text: str, _: random.Random) -> str:
    """Numbers filled up to a width, as a table with columns of digits has them."""
    return re.sub(r"\d+", lambda number: number[0].zfill(14), text)


def last_word_first(text: str, _: random.Random) -> str:
    """A tool that knows given names and surnames turns round what it takes for a person."""
    words = text.replace(",", "").split()
    return " ".join([*words[1:], words[0]])


def without_its_longest_word(text: str, _: random.Random) -> str:
    """A word that a filter of secrets or of bad words took out."""
    words = text.split()
    return " ".join(word for word in words if word != max(words, key=len)) or "***"


def translated(text: str, _: random.Random) -> str:
    """Words of another language for some of this one, as a machine that translates has them."""
    table = {"Company": "Compagnie", "COMPANY": "COMPAGNIE", "Bank": "Banque", "BANK": "BANQUE", "of": "de", "OF": "DE"}
    table |= {"Russia": "Russie", "Iran": "Iran (République islamique)", "Street": "Rue", "and": "et", "AND": "ET"}
    return " ".join(table.get(word, word) for word in text.split())


def from_the_entry_before(texts: list[str], _: random.Random) -> list[str]:
    """What an entry has and the one before has, too, in one: a list that was not emptied between two entries."""
    return [
        f"{before} {text}" if at else text for at, (before, text) in enumerate(zip(["", *texts], texts, strict=False))
    ]


def merged_by_name(document: Document, _: random.Random) -> None:
    """Entries whose names begin alike were taken for one: only the first of each is left."""
    first: defaultdict[str, list[int]] = defaultdict(list)
    for cell in document.cells("name"):
        first[cell.text[:7].casefold()].append(cell.owner)
    document.drop({owner for owners in first.values() for owner in owners[1:]})


OF_ONE = (
    (padded, ("number", "birth")),
    (last_word_first, ("name", "alias")),
    (without_its_longest_word, ("name", "alias", "street")),
    (translated, ("name", "alias", "street", "country")),
)


def damages(fields: tuple[str, ...], roles: tuple[str, ...]) -> Iterator[Damage]:
    """Every damage of these kinds to a document with these fields."""
    for change, where in OF_ONE:
        for field in (field for field in where if field in fields):
            for share in SHARES:
                yield Damage(f"{change.__name__}: {field}, {share:.1%}", each(field, share, change))
    for field in (field for field in ("alias", "number", "street", "program") if field in fields):
        for share in SHARES:
            yield Damage(f"from_the_entry_before: {field}, {share:.1%}", among(field, share, from_the_entry_before))
    yield Damage("merged_by_name", merged_by_name)
