"""Names asked as they are published, and as people type them off a list: none of them may be NO MATCH.

    python -m benchmarks.published [--lists us_ofac_sdn un_sc] [--every 1] [--misses]

Each name of each edition, strong or weak, in each of the `WAYS`, against an index of all those editions. *Nobody*: the
verdict is NO MATCH. *Another*: something matches, but not the party whose name it is.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.shared import find_harness
from bot.lists.files import find_edition_files
from bot.lists.publishers import LISTS
from bot.sanctions.listing import Listing
from bot.sanctions.party import Name
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index

EDITIONS = {
    "us_ofac_sdn": "ofac_sdn/2023-12-28",
    "us_ofac_cons": "ofac_cons/2025-12",
    "un_sc": "un/2026-02-27",
    "eu_fsf": "eu_fsf/2024-05-13",
    "gb_uksl": "uk_sl/2026-08-22-rebuilt",
}
EVERYBODY = 100_000  # parties: how many of the hits are looked at


def as_published(name: str) -> str:
    return name


def in_another_order(name: str) -> str:
    """The words in another order, the same each time; the comma goes."""
    words = name.replace(",", " ").split()
    random.Random(name).shuffle(words)
    return " ".join(words)


def in_another_case(name: str) -> str:
    return name.lower() if name.upper() == name else name.upper()


def without_marks(name: str) -> str:
    """No diacritics: the marks that Unicode takes apart from Latin letters."""
    apart = unicodedata.normalize("NFD", name)
    return "".join(at for at in apart if not "̀" <= at <= "ͯ")


def without_punctuation(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", " ", name).split())


def punctuation_closed(name: str) -> str:
    """Punctuation gone and nothing in its place, but for the comma: FAREAA for FAREA'A."""
    return " ".join(re.sub(r"[^\w\s]|_", "", name.replace(",", " ")).split())


WAYS: tuple[Callable[[str], str], ...] = (
    as_published,
    in_another_order,
    in_another_case,
    without_marks,
    without_punctuation,
    punctuation_closed,
)


def listings_of(folder: Path, keys: Iterable[str]) -> tuple[Listing, ...]:
    found: list[Listing] = []
    for key in keys:
        known = LISTS[key]
        found += known.read(known.key, find_edition_files(known, folder / EDITIONS[key]).files).listings
    return tuple(found)


def asked_of(listings: Iterable[Listing]) -> Iterator[tuple[str, str, Name, str]]:
    """Entity id, way, name as published and as asked; what two ways make alike is asked once."""
    for listing in listings:
        for name in dict.fromkeys(listing.names):
            asked: set[str] = set()
            for way in WAYS:
                text = way(name.text)
                if text.strip() and text not in asked:
                    asked.add(text)
                    yield listing.entity_id, way.__name__, name, text


def measure(listings: tuple[Listing, ...], index: Index, every: int = 1) -> tuple[Counter[str], list[str]]:
    """Counts by way, and what is missed, as sentences. Each text is asked once for all the parties that share it."""
    owners: dict[str, set[str]] = {}
    asked = [*asked_of(listings)]
    for entity_id, _, _, text in asked:
        owners.setdefault(text, set()).add(entity_id)
    counted: Counter[str] = Counter()
    missed: list[str] = []
    done: set[str] = set()
    for _, way, name, text in asked[::every]:
        if text in done:
            continue
        done.add(text)
        screening = index.screen(Query(text), EVERYBODY)
        ids = {hit.entity_id for hit in screening.matches}
        counted[f"{way} asked"] += 1
        if screening.verdict is Verdict.NO_MATCH:
            kind = "nobody"
        elif screening.verdict is Verdict.NOT_CHECKED:
            kind = "asked back"
        elif not owners[text] & ids:
            kind = "another"
        else:
            kind = "found" if owners[text] <= ids else "not all"
        counted[f"{way} {kind}"] += 1
        if kind in ("nobody", "another"):
            top = next(iter(screening.hits), None)
            said = f"{top.matched.text} {top.score:.3f}" if top else "nothing"
            missed.append(f"[{way}] {kind}: {text!r} ({name.text}{', weak' if name.weak else ''}), top {said}")
        elif kind == "asked back":
            missed.append(f"[{way}] {kind}: {text!r} ({name.text}{', weak' if name.weak else ''})")
    return counted, missed


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.published", description=__doc__)
    parser.add_argument("--lists", nargs="+", default=list(EDITIONS), choices=list(EDITIONS))
    parser.add_argument("--every", type=int, default=1, help="ask one in so many")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    harness = find_harness()
    if harness is None:
        raise SystemExit("The shared harness is not here.")
    listings = listings_of(harness.folder.parent / "lists", given.lists)
    index = Index.build(listings)
    began = time.process_time()
    counted, missed = measure(listings, index, given.every)
    for line in missed if given.misses else ():
        print(line)
    print(
        json.dumps(
            {"names": index.size, "cpu_s": round(time.process_time() - began, 1), **dict(sorted(counted.items()))}
        )
    )


if __name__ == "__main__":
    main()
