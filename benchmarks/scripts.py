"""Organisations asked in their own script: what screening makes of Latin listings, and what aliases of the lists add.

OFAC's CSV has Latin letters alone; the EU and the UK give names in the original script beside. The names asked are
those aliases, of parties that SDN holds under an equal Latin name: against SDN alone, and with both lists beside.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import kinds
from benchmarks.sets import plain
from bot.lists.files import find_edition_files
from bot.lists.publishers import LISTS
from bot.sanctions.listing import Listing
from bot.screening.screen import Index

EDITIONS = {"eu_fsf": "eu_fsf/2026-02-26-rebuilt", "gb_uksl": "uk_sl/2026-08-22-rebuilt"}
SAMPLE = 200


def beside(folder: Path) -> Iterator[Listing]:
    """The EU's and the UK's lists, where they are."""
    for key, place in EDITIONS.items():
        known = LISTS[key]
        if known.reader is not None and (folder / place).exists():
            yield from known.reader(known.key, find_edition_files(known, folder / place).files).listings


def is_latin(text: str) -> bool:
    return all(not char.isalpha() or char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in text)


def asked(sdn: Iterable[Listing], others: Iterable[Listing]) -> dict[str, set[str]]:
    """Names in other scripts, with the parties that they mean: SDN's of an equal Latin name, and their own."""
    known: dict[str, set[str]] = {}
    for listing in sdn:
        for name in listing.strong_names if listing.schema.is_body else ():
            known.setdefault(plain(name.text), set()).add(listing.entity_id)
    found: dict[str, set[str]] = {}
    for listing in others:
        same = {each for name in listing.strong_names for each in known.get(plain(name.text), ())}
        if listing.schema.is_body and same:
            for name in listing.strong_names:
                if not is_latin(name.text):
                    found.setdefault(name.text, set()).update(same | {listing.entity_id})
    return found


def measure(index: Index, sdn: Sequence[Listing], folder: Path) -> list[dict[str, Any]]:
    """Two rows: against SDN alone, and with the lists that give scripts. `index`: of SDN."""
    others = list(beside(folder))
    names = random.Random(3).sample(sorted(asked(sdn, others).items()), SAMPLE)
    whole = [*sdn, *others]
    says = "an organisation in its own script"
    return [
        kinds.row(f"{says}, SDN alone", names, index, sdn),
        kinds.row(f"{says}, the EU's and the UK's lists beside", names, Index.build(whole), whole),
    ]
