"""Names as payment files, forms and invoices write them: the harness's kinds, on its own table of words and on ours.

Our tables share no word with the harness's. `data/wild_fresh.json` was written before anything was tuned,
`data/wild_languages.json`, in other languages, before its writer had seen the code; `data/wild_payments.json`, of
payment files in ten languages, before anything of it was measured. Misses of all were read later.

    python -m benchmarks.wild [--tables FILE] [--seeds 1 2] [--per-kind 60] [--misses]
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks import kinds, scripts
from benchmarks.sets import DATA
from benchmarks.shared import Harness, find_harness
from bot.lists.files import find_edition_files
from bot.lists.publishers import LISTS
from bot.sanctions.listing import Listing
from bot.screening.query import Hit, Query
from bot.screening.screen import Index

EDITION = "ofac_sdn/2023-12-28"
FRESH, LANGUAGES = DATA / "wild_fresh.json", DATA / "wild_languages.json"
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wild", description=__doc__)
    parser.add_argument("--tables", type=Path, help="words of the kinds; the harness's own by default")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--per-kind", type=int, default=60)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--json", action="store_true", help="all tables and the further kinds, as one object")
    given = parser.parse_args()
    harness = find_harness()
    if harness is None:
        raise SystemExit("The shared harness is not here.")
    listings = sdn(harness.folder.parent / "lists")
    index = Index.build(listings)
    if given.json:
        tables = {"harness": None, "ours": FRESH, "languages": LANGUAGES}
        made = {k: measure(index, harness, t, given.seeds, given.per_kind, misses=True) for k, t in tables.items()}
        others = [*kinds.measure(index, listings), *scripts.measure(index, listings, harness.folder.parent / "lists")]
        print(json.dumps({"tables": made, "others": others, "seeds": given.seeds}))
        return
    show(measure(index, harness, given.tables, given.seeds, given.per_kind, misses=given.misses))


def sdn(folder: Path) -> tuple[Listing, ...]:
    """The SDN list alone, as the harness reads it."""
    known = LISTS["us_ofac_sdn"]
    if known.reader is None:
        raise SystemExit("There is no reader of the SDN list.")
    return tuple(known.reader(known.key, find_edition_files(known, folder / EDITION).files).listings)


def measure(
    index: Index, harness: Harness, tables: Path | None, seeds: list[int], per_kind: int, *, misses: bool = False
) -> Row:
    """Counts by kind over all seeds: found, plain, alarms; and the misses, as sentences."""
    wild = harness.module("wild")
    words = json.loads((tables or harness.data / "wild.json").read_text(encoding="utf-8"))
    counted: dict[str, Counter[str]] = {label: Counter() for label in wild.LABELS}
    missed: list[str] = []
    began = time.process_time()
    for seed in seeds:
        cases, clean, near = wild.make(words, seed, per_kind)
        for case in cases:
            row, got = counted[case["kind"]], matches(index, case["query"])
            found = any(hit.entity_id in case["expect"] for hit in got)
            plain = any(hit.entity_id in case["expect"] for hit in matches(index, case["base"]))
            row.update(of=1, plain=plain, found=found, candidates=len(got) if found else 0)
            if not found:
                top = next(iter(index.screen(Query(case["query"]), 1).hits), None)
                said = f"{top.matched.text} {top.score:.3f}" if top else "nothing"
                missed.append(f"[{case['kind']}] {case['query']!r}: want {case['base']!r}, top {said}")
        for what, rows in (("clean", clean), ("near", near)):
            for case in rows:
                got = matches(index, case["query"])
                counted[case["kind"]].update({f"of_{what}": 1, what: bool(got)})
                if got:
                    missed.append(
                        f"[{case['kind']}] {what.upper()} {case['query']!r}: {got[0].matched.text} {got[0].score:.3f}"
                    )
    spent = time.process_time() - began
    return {"kinds": {k: dict(v) for k, v in counted.items()}, "misses": missed if misses else [], "cpu": spent}


def matches(index: Index, name: str) -> tuple[Hit, ...]:
    return index.screen(Query(name), 20).matches


def show(made: Row) -> None:
    for line in made["misses"]:
        print(line)
    total: Counter[str] = Counter()
    print(f"{'kind':9} {'of':>4} {'plain':>6} {'found':>6} {'cand':>5}   {'clean':>10} {'near':>10}")
    for label, counts in [*made["kinds"].items(), ("all", None)]:
        row = total if counts is None else Counter(counts)
        if counts is not None:
            total += row
        of, found = max(row["of"], 1), max(row["found"], 1)
        print(
            f"{label:9} {row['of']:4} {row['plain'] / of:6.3f} {row['found'] / of:6.3f} "
            f"{row['candidates'] / found:5.2f}"
            f"   {row['clean']:4} of {row['of_clean']:3} {row['near']:4} of {row['of_near']:3}"
        )
    print(f"cpu {made['cpu']:.1f} s")


if __name__ == "__main__":
    main()
