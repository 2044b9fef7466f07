"""Names as documents, forms and machines write them: each kind made by rule of listed names, and of names that are not.

    python -m benchmarks.written [--per-kind 60] [--seed 1] [--only KIND ...] [--misses]

*Found*: the party is a match. *Clean*: a name that is on no list, written in the same form, is a match: a false alarm.
*Near*: so is one of the harness's near misses of listed names.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.sets import DATA
from benchmarks.shared import Harness, find_harness
from benchmarks.wild import matches, sdn
from benchmarks.writing import KINDS, Typed
from bot.sanctions.listing import Listing
from bot.sanctions.party import Schema
from bot.screening.screen import Index

SIDES = {"person": Schema.PERSON, "ship": Schema.VESSEL, "aircraft": Schema.AIRPLANE}


def of_listing(listing: Listing) -> Typed:
    surname, comma, given = listing.name.partition(",")
    if listing.schema is Schema.PERSON and comma:
        family = "-".join(part.capitalize() for part in surname.split("-")) if "-" in surname else surname.title()
        return Typed(f"{given.strip()} {family}", given.strip(), family)
    imo = next((each.value for each in listing.identifiers if each.type == "imo"), "")
    return Typed(listing.name, imo=re.sub(r"\D", "", imo))


def _of_text(text: str, side: str) -> Typed:
    given, _, family = text.rpartition(" ")
    return Typed(text, given, family) if side == "person" else Typed(text)


def _fits(listing: Listing, side: str) -> bool:
    if side == "person":
        return listing.schema is Schema.PERSON and "," in listing.name
    return listing.schema.is_body if side == "firm" else listing.schema is SIDES[side]


def others(harness: Harness, side: str) -> tuple[list[str], ...]:
    """Names that are on no list, and near misses."""
    rows = [json.loads(line) for line in (harness.data / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
    if side == "person":
        clean = [
            row["query"]
            for row in rows
            if row["set"] == "negatives_us" and row["query"].count(" ") and row["query"].isascii()
        ]
        near = [
            row["query"]
            for row in rows
            if row["set"] == "ssb_negative" and row["schema"] == "Person" and row["query"].count(" ")
        ]
        return clean, near
    if side == "firm":
        clean = [line for line in (DATA / "firms.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
        return clean, [row["query"] for row in rows if row["set"] == "ssb_negative" and row["schema"] != "Person"]
    words = json.loads((DATA / "wild_fresh.json").read_text(encoding="utf-8"))["stems"]
    if side == "ship":
        return [f"{word.upper()} {end}".strip() for word in words for end in ("", "STAR", "7", "QUEEN")], []
    return [f"D-A{a}{b}{c}" for a in "BIK" for b in "LMX" for c in "ABCDEFG"], []


def written(kind: str, names: Sequence[Any], rng: random.Random, many: int) -> Iterator[tuple[str, Any]]:
    """Names in the form of a kind, at most `many`, each with what it was made of."""
    side, make = KINDS[kind]
    made = 0
    for each in rng.sample(list(names), len(names)):
        if text := make(of_listing(each) if isinstance(each, Listing) else _of_text(each, side), rng):
            yield text, each
            made += 1
            if made == many:
                return


def measure(
    index: Index, listings: Sequence[Listing], harness: Harness, kinds: Sequence[str], per_kind: int, seed: int
) -> list[dict[str, Any]]:
    """Counts by kind, and the misses and alarms."""
    made = []
    for kind in kinds:
        side = KINDS[kind][0]
        rng = random.Random(f"{kind} {seed}")
        pool = [each for each in listings if _fits(each, side)]
        row: dict[str, Any] = {"kind": kind, "of": 0, "found": 0, "missed": [], "alarms": []}
        for text, each in written(kind, pool, rng, per_kind):
            hit = any(own.entity_id == each.entity_id for own in matches(index, text))
            row["of"] += 1
            row["found"] += hit
            row["missed"] += [] if hit else [text]
        for what, names in zip(("clean", "near"), others(harness, side), strict=True):
            texts = [text for text, _ in written(kind, names, rng, 3 * per_kind)]
            alarms = [(text, own[0].matched.text) for text in texts if (own := matches(index, text))]
            row |= {f"of_{what}": len(texts), what: len(alarms)}
            row["alarms"] += [(what, *each) for each in alarms]
        made.append(row)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.written", description=__doc__)
    parser.add_argument("--per-kind", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", default=[], help="kinds that begin so")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    harness = find_harness()
    if harness is None:
        raise SystemExit("The shared harness is not here.")
    listings = sdn(harness.folder.parent / "lists")
    kinds = [kind for kind in KINDS if not given.only or kind.startswith(tuple(given.only))]
    for row in measure(Index.build(listings), listings, harness, kinds, given.per_kind, given.seed):
        found, clean, near = (
            f"{row[what]:3} of {row[of]:3}"
            for what, of in (("found", "of"), ("clean", "of_clean"), ("near", "of_near"))
        )
        print(f"{row['kind']:48} found {found}  clean {clean}  near {near}")
        if given.misses:
            for text in row["missed"]:
                print("   missed", repr(text))
            for each in row["alarms"]:
                print("   alarm", *map(repr, each))


if __name__ == "__main__":
    main()
