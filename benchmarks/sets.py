"""Sets of our own, which the shared harness lacks: firms, single common words, common people. See benchmarks/data.

The labels are checked against the lists each time: a firm or a person that a list has by this very name is no false
alarm, is left out of the count, and is said.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.shared import WORK, find_harness, listings_of
from bot.lists.files import find_edition_files
from bot.lists.publishers import LISTS
from bot.sanctions.listing import Listing
from bot.screening.query import Query, Screening, Verdict
from bot.screening.screen import Index

DATA = Path(__file__).resolve().parent / "data"
EDITIONS = ("ofac_sdn/2023-12-28", "ofac_cons/2025-12", "un/2026-02-27")  # the newest whole ones of the three lists


@dataclass
class Outcome:
    """What one set gave: how many counted, and which of them were missed, each with what came."""

    asked: int = 0
    missed: list[dict[str, Any]] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)  # left out: a list has this very name

    @property
    def share(self) -> float:
        return len(self.missed) / self.asked if self.asked else float("nan")

    def miss(self, screening: Screening) -> None:
        best = screening.hits[0] if screening.hits else None
        said = {"name": best.matched.text, "score": best.score} if best else {}
        self.missed.append({"asked": screening.query.name, "verdict": screening.verdict.value, **said})


def entries(name: str) -> list[str]:
    """The lines of one of our sets, without its comments."""
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def plain(name: str) -> str:
    """A name as a careful reader compares two: case, accents, punctuation and order apart. Not screening's own way."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    return " ".join(sorted(letters.split()))


def names_on(listings: Iterable[Listing]) -> frozenset[str]:
    return frozenset(plain(name.text) for listing in listings for name in listing.names)


def real_listings(folder: Path) -> Iterator[Listing]:
    """OFAC's two lists and the UN's, as published."""
    by_mirror = {known.mirror: known for known in LISTS.values() if known.mirror}
    for place in EDITIONS:
        known = by_mirror[place.split("/")[0]]
        if known.reader is not None:
            yield from known.reader(known.key, find_edition_files(known, folder / place).files).listings


def screen_firms(index: Index, listed: frozenset[str]) -> Outcome:
    """Missed: a firm on no list that gets a hit at or above the threshold."""
    made = Outcome()
    for name in entries("firms"):
        if plain(name) in listed:
            made.listed.append(name)
            continue
        made.asked += 1
        screening = index.screen(Query(name))
        if screening.matches:
            made.miss(screening)
    return made


def screen_words(index: Index) -> Outcome:
    """Missed: a common word that is LISTED by itself, or is not asked back about."""
    made = Outcome()
    for word in entries("words"):
        made.asked += 1
        screening = index.screen(Query(word))
        if screening.verdict is Verdict.LISTED or not screening.ask_back:
            made.miss(screening)
    return made


def screen_people(index: Index, listed: frozenset[str]) -> Outcome:
    """Missed: a common personal name that is LISTED though no list has it as a whole."""
    made = Outcome()
    for name in entries("common_people"):
        if plain(name) in listed:
            made.listed.append(name)
            continue
        made.asked += 1
        screening = index.screen(Query(name))
        if screening.verdict is Verdict.LISTED:
            made.miss(screening)
    return made


def all_three(listings: list[Listing]) -> dict[str, Any]:
    index, listed = Index.build(listings), names_on(listings)
    outcomes = {
        "firms": screen_firms(index, listed),
        "words": screen_words(index),
        "common_people": screen_people(index, listed),
    }
    return {name: asdict(each) | {"share": each.share} for name, each in outcomes.items()} | {"names": index.size}


def main() -> None:
    harness = find_harness()
    if harness is None:
        raise SystemExit("the shared harness is not here")
    WORK.mkdir(parents=True, exist_ok=True)
    found = {"corpus": all_three(list(listings_of(harness.data / "corpus.jsonl")))}
    folder = harness.folder.parent / "lists"
    if (folder / EDITIONS[0]).exists():
        found["lists"] = all_three(list(real_listings(folder)))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
