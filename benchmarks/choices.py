"""What other choices of threshold, of weak aliases and of the LISTED rule would cost: two sections of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.markdown import said, table
from benchmarks.targets import share

KINDS = {
    "ssb": "listed names, disturbed",
    "ssb_negative": "near misses",
    "clean": "people not listed",
    "weak": "weak aliases",
}


def thresholds(measured: list[Mapping[str, float]]) -> Iterator[str]:
    yield "## Other thresholds"
    yield ""
    yield from said("Ours alone, at the thresholds that a team may choose; 0.80 is the one that is set.")
    columns = ("ssb", "cross", "clean", "near", "precision", "recall", "f1")
    yield from table(
        ("threshold", "`ssb` found", "`cross_script`", "clean alarms", "near misses", "pairs P", "pairs R", "pairs F1"),
        (
            (f"{each['threshold']:.2f}", *(share(each[key], 4 if key == "clean" else 3) for key in columns))
            for each in measured
        ),
    )


def settings(measured: Mapping[str, Any]) -> Iterator[str]:
    yield "## The verdicts, and what they rest on"
    yield ""
    built, without = measured["as_built"], measured["without_weak"]
    yield from said(f"A sample of {measured['cases']:,} cases, in one process, through the same seam as the bot.")
    yield from table(
        ("asked", "cases", "LISTED", "POSSIBLE", "NO MATCH", "LISTED, another party", "candidates a question"),
        (_kind_line(what, built[kind]) for kind, what in KINDS.items() if kind in built),
    )
    yield from said(
        "*Another party*: LISTED, and none of the certain hits is a party that the case accepts. What one list has as",
        "a weak alias, another party has as a strong name, or the same one under the id of another list.",
    )
    ssb = built["ssb"]
    yield from said(
        "LISTED for an equal full name or identifier alone would be said for",
        f"{_of(ssb, 'certain_equal')} of the disturbed names in place of {_of(ssb, 'listed')}:",
        "the rest is LISTED by given name and rare surname, a patronymic left out.",
    )
    yield from said(
        f"Weak aliases ({measured['weak_names']:,} of {measured['names']:,} names), left out, as they are, or taken as",
        "strong: what comes when they are asked as listed, and what they do to the rest.",
    )
    ways = {"left out": without, "as they are": built, "as strong": measured["weak_as_strong"]}
    yield from table(
        ("weak aliases", "asked: a match", "asked: LISTED", "disturbed names found", "near misses", "clean alarms"),
        (
            (
                way,
                _of(got["weak"], "found"),
                _of(got["weak"], "listed"),
                _of(got["ssb"], "found"),
                _of(got["ssb_negative"], "alarm"),
                _of(got["clean"], "alarm"),
            )
            for way, got in ways.items()
        ),
    )


def _kind_line(what: str, got: Mapping[str, int]) -> Iterator[str]:
    yield what
    yield f"{got['asked']:,}"
    yield from (f"{100 * got.get(key, 0) / got['asked']:.1f} %" for key in ("listed", "possible", "no_match"))
    yield str(got["certain_wrong"])
    yield f"{got['matches'] / got['asked']:.2f}"


def _of(got: Mapping[str, int], key: str) -> str:
    return f"{100 * got.get(key, 0) / got['asked']:.1f} %"
