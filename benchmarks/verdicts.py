"""What the verdicts make of the harness's cases, and what other settings would cost.

The settings are tried from outside, through the seam: other thresholds on the same scores; weak aliases left out of
the lists; LISTED for equal full names and identifiers alone.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from benchmarks.cost import sample
from benchmarks.shared import Harness, find_harness, listings_of
from bot.sanctions.listing import Listing
from bot.screening.policy import MATCH
from bot.screening.query import Query, Screening
from bot.screening.screen import Index

EQUAL = ("Same name", "Same identifier")
CASES = 3000


def without_weak(listings: Iterable[Listing]) -> list[Listing]:
    kept = []
    for listing in listings:
        strong = tuple(name for name in listing.names if not name.weak)
        if strong:
            kept.append(replace(listing, names=strong))
    return kept


def weak_as_strong(listings: Iterable[Listing]) -> list[Listing]:
    return [replace(listing, names=tuple(replace(name, weak=False) for name in listing.names)) for listing in listings]


def weak_cases(listings: Iterable[Listing], many: int) -> list[dict[str, Any]]:
    """Weak aliases asked as they are listed, all their bearers accepted."""
    bearers: dict[str, set[str]] = {}
    for listing in listings:
        for name in listing.names:
            if name.weak:
                bearers.setdefault(name.text, set()).add(listing.entity_id)
    taken = random.Random(5).sample(sorted(bearers), min(many, len(bearers)))
    return [{"set": "weak", "query": text, "expect": bearers[text]} for text in taken]


def kind_of(case: dict[str, Any]) -> str:
    return "clean" if case["set"].startswith("negatives_") else str(case["set"])


def judged(screening: Screening, expect: set[str]) -> Counter[str]:
    """What one answer says, and whether its certain hits are the right ones."""
    made = Counter([screening.verdict.value])
    certain = [hit for hit in screening.hits if hit.certain]
    made["certain_wrong"] += bool(certain) and not any(hit.entity_id in expect for hit in certain)
    made["found"] += any(hit.entity_id in expect for hit in screening.matches)
    made["alarm"] += bool(screening.matches)
    made["certain_equal"] += any(hit.reasons and hit.reasons[0].says.startswith(EQUAL) for hit in certain)
    made["ask_back"] += bool(screening.ask_back)
    made["matches"] += len(screening.matches)
    made["asked"] += 1
    return made


def over(index: Index, cases: list[dict[str, Any]]) -> dict[str, dict[str, int]]:
    counted: dict[str, Counter[str]] = {}
    for case in cases:
        screening = index.screen(Query(case["query"]), limit=20)
        counted.setdefault(kind_of(case), Counter()).update(judged(screening, set(case["expect"])))
    return {kind: dict(each) for kind, each in counted.items()}


def measure(harness: Harness, cases: int) -> dict[str, Any]:
    listings = list(listings_of(harness.data / "corpus.jsonl"))
    asked = sample(harness, cases or CASES)
    asked += weak_cases(listings, 300)
    return {
        "match": MATCH,
        "cases": len(asked),
        "as_built": over(Index.build(listings), asked),
        "without_weak": over(Index.build(without_weak(listings)), asked),
        "weak_as_strong": over(Index.build(weak_as_strong(listings)), asked),
        "weak_names": sum(name.weak for listing in listings for name in listing.names),
        "names": sum(len(listing.names) for listing in listings),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=CASES)
    given = parser.parse_args()
    harness = find_harness()
    if harness is None:
        parser.error("the shared harness is not here")
    print(json.dumps(measure(harness, given.cases)))


if __name__ == "__main__":
    main()
