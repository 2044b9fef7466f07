"""Inverse screening beside screening all: an edition's changes against a portfolio, as CPU time and as what is found.

    python -m benchmarks.inverse [--names 1000000] [--changed 200] [--sample 4000]

The portfolio is made-up names (`synthetic`) with listed ones among them. Of screening them all a sample is timed:
that is
what a full pass costs for each name.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from itertools import islice

from benchmarks import synthetic
from benchmarks.shared import find_harness, read_rows
from benchmarks.wild import sdn
from bot.screening.inverse import Portfolio
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inverse", description=__doc__)
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--changed", type=int, default=200)
    parser.add_argument("--sample", type=int, default=4_000)
    given = parser.parse_args()
    harness = find_harness()
    if harness is None:
        raise SystemExit("The shared harness is not here.")
    rng = random.Random(17)
    listings = sdn(harness.folder.parent / "lists")
    changed = rng.sample(listings, given.changed)
    rows = read_rows(synthetic.corpus_of(harness, given.names))
    names = [name for row in rows for name in row["names"]]
    names = names[: given.names - given.changed] + [listing.name for listing in changed]
    began = time.process_time()
    portfolio = Portfolio.of((str(at), name) for at, name in enumerate(names))
    built, began = time.process_time() - began, time.process_time()
    touched = dict(portfolio.touched_by(changed))
    inverse = time.process_time() - began
    index = Index.build(listings)
    sample = rng.sample(range(len(names)), given.sample - given.changed) + list(
        range(len(names) - given.changed, len(names))
    )
    began = time.process_time()
    for at in sample:
        index.screen(Query(names[at]))
    each = (time.process_time() - began) / len(sample)
    against = Index.build(changed)
    hits = (Verdict.LISTED, Verdict.POSSIBLE)
    direct = {str(at) for at in sample if against.screen(Query(names[at])).verdict in hits}
    kept = {str(at) for at in sample} & set(touched)
    print(
        json.dumps(
            {
                "names": len(names),
                "changed": len(changed),
                "touched": len(touched),
                "build_s": round(built, 1),
                "inverse_s": round(inverse, 2),
                "all_s": round(each * len(names), 1),
                "times_less": round(each * len(names) / inverse, 1),
                "sample": {
                    "direct": len(direct),
                    "inverse": len(kept),
                    "missed": sorted(names[int(at)] for at in islice(direct - kept, 20)),
                },
            },
            ensure_ascii=False,
        )
    )


if __name__ == "__main__":
    main()
