"""The part of docs/benchmarks.md on names as payment files, forms and invoices write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.markdown import said, table

# Found of 60 each before screening read fields, on the harness's words (seed 1, commit 5882bf8): what there was to
# gain.
BEFORE = {
    "joiner": 0.033, "brackets": 0.117, "address": 0.2, "lead": 0.483, "ship": 0.333, "numeral": 0.033, "joined": 0.65,
    "form": 0.817, "stock": 0.45, "surname": 0.583, "spaced": 0.617, "two": 0.067,
}  # fmt: skip
SAYS = {
    "joiner": "behind d/b/a, aka, c/o and the like",
    "brackets": "in brackets, or beside them",
    "address": "before an address or a branch",
    "lead": "behind a lead: Attn, Beneficiary",
    "ship": "a ship behind its kind",
    "numeral": "Roman for Arabic numerals, and back",
    "joined": "a number joined to its word",
    "form": "the legal form abbreviated",
    "stock": "a stock word abbreviated",
    "surname": "a Chinese or Korean surname in another romanisation",
    "spaced": "letters apart",
    "two": "two parties in one field",
}
# Of the table in other languages, when it was written and nothing of it had been read (seed 1, commit ee7f370): found,
# the worst kind, alarms on unlisted names, on near misses.
UNREAD = "0.958 (the worst kind, two parties in one field, 0.783), 0 of 300, 10 of 358"
MISSES_SHOWN = 12


def fields(measured: Mapping[str, Any]) -> Iterator[str]:
    """Both tables of words, and the further kinds."""
    yield "## Names as payment files, forms and invoices write them"
    yield ""
    yield from said(
        "Names of SDN 2023-12-28 in twelve kinds, as `wild.py` of the harness writes them; every name is found plain.",
        "*Clean*: unlisted names written so that alarm; *near*: names with another number, another telling word or",
        "another given name that alarm; *parties*: how many match where the right one does. The second table of words",
        "(`benchmarks/data/wild_fresh.json`) shares no word with the harness's and was written before anything was",
        "tuned; some of its misses were read when rules were mended since, so it is not wholly unseen.",
        f"Seeds {', '.join(map(str, measured['seeds']))}.",
    )
    tables = measured["tables"]
    head = ("kind", "before", "found", "clean", "near", "parties", "found, other words", "clean", "near")
    rows = [_line(kind, tables["harness"]["kinds"][kind], tables["ours"]["kinds"][kind]) for kind in SAYS]
    sums = [_sum(tables[name]["kinds"]) for name in ("harness", "ours")]
    before = f"{sum(BEFORE.values()) / len(BEFORE):.3f}"
    yield from table(head, [*rows, ("all", before, *_cells(sums[0]), *_cells(sums[1])[:3])])
    for name, what in (("harness", "the harness's words"), ("ours", "the other words")):
        alarms = (" NEAR ", " CLEAN ")
        missed = [line for line in dict.fromkeys(tables[name]["misses"]) if not any(each in line for each in alarms)]
        if missed:
            yield from said(f"Missed of {what}: {'; '.join(line.split(', top')[0] for line in missed[:MISSES_SHOWN])}.")
    yield from said(_in_other_languages(tables["languages"]["kinds"]))
    yield "### Further kinds"
    yield ""
    yield from said(
        "Made of the same list by rule, Hangul noted by hand; found at 0.80, token sort at 85. Organisations in their",
        "own script are asked by aliases of the EU and the UK whose party SDN has in Latin letters: an alias that a",
        "list gives is found; of Latin names alone those that were written letter by letter are, and what was",
        "translated is not.",
    )
    yield from table(("kind", "of", "ours", "rapidfuzz token sort", "missed, some"), map(_other, measured["others"]))


def _in_other_languages(kinds: Mapping[str, Mapping[str, int]]) -> str:
    found, clean, near, parties = _cells(_sum(kinds))
    worst = min(kinds, key=lambda kind: kinds[kind].get("found", 0) / max(kinds[kind]["of"], 1))
    least = f"{kinds[worst].get('found', 0) / max(kinds[worst]['of'], 1):.3f}"
    return (
        "A third table (`benchmarks/data/wild_languages.json`), of joiners, leads, addresses, abbreviations and "
        "romanisations in a dozen languages, was written without a look at the code. Found, alarms on unlisted names, "
        f"on near misses, before anything of it was read: {UNREAD}. Today, its misses read and their rules mended: "
        f"{found} (the worst, {SAYS[worst]}, {least}), {clean}, {near}; {parties} parties match."
    )


def _other(row: Mapping[str, Any]) -> tuple[str, ...]:
    of = max(row["of"], 1)
    found = (f"{row['ours'] / of:.2f}", f"{row['tokensort'] / of:.2f}")
    return row["kind"], str(row["of"]), *found, ", ".join(row["missed"][:3])


def _line(kind: str, known: Mapping[str, int], other: Mapping[str, int]) -> tuple[str, ...]:
    return SAYS[kind], f"{BEFORE[kind]:.3f}", *_cells(known), *_cells(other)[:3]


def _cells(row: Mapping[str, int]) -> tuple[str, ...]:
    found = max(row.get("found", 0), 1)
    return (
        f"{row.get('found', 0) / max(row['of'], 1):.3f}",
        f"{row.get('clean', 0)} of {row.get('of_clean', 0)}",
        f"{row.get('near', 0)} of {row.get('of_near', 0)}",
        f"{row.get('candidates', 0) / found:.2f}",
    )


def _sum(kinds: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    keys = {key for row in kinds.values() for key in row}
    return {key: sum(int(row.get(key, 0)) for row in kinds.values()) for key in keys}
