"""docs/benchmarks.md, written from what the parts measured. A part that was not run is said to be missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.choices import settings, thresholds
from benchmarks.cost import CROWDED, OTHERS, STEADY
from benchmarks.fields import fields
from benchmarks.markdown import picture, said, table
from benchmarks.shared import ROOT
from benchmarks.targets import Row, bytes_a_name, rows, share

PAGE = ROOT / "docs" / "benchmarks.md"
PICTURES = ROOT / "docs" / "pictures"
LABELS = {
    "ours": "ours",
    STEADY: f"ours, after {OTHERS:,} other questions",
    "tokensort": "rapidfuzz token sort",
    "trigram": "trigrams (TF-IDF)",
    "jw": "Jaro-Winkler",
    "wratio": "rapidfuzz WRatio",
    "tokenset": "rapidfuzz token set",
    "logicv2": "logic-v2",
}
Parts = Mapping[str, Any]


def write(parts: Parts, sizes: list[int]) -> None:
    PAGE.write_text("\n".join(page(parts, sizes)).rstrip() + "\n", encoding="utf-8")


def page(parts: Parts, sizes: list[int]) -> Iterator[str]:
    yield from _opening(parts)
    yield from table(("what", "best of today", "must reach", "ours", "met"), map(_cells, rows(parts)))
    if parts.get("wild"):
        yield from fields(parts["wild"])
    if parts.get("accuracy"):
        yield from _accuracy(parts["accuracy"])
        yield from thresholds(parts["accuracy"]["thresholds"])
    if parts.get("unseen"):
        yield from _unseen(parts["unseen"])
    if parts.get("verdicts"):
        yield from settings(parts["verdicts"])
    if parts.get("cost"):
        yield from _cost(parts["cost"])
    measured = [size for size in sizes if parts.get(f"scale-{size}")]
    if measured:
        yield from _scale(measured, [parts[f"scale-{size}"] for size in measured])
    if parts.get("batch"):
        yield from _batch(parts["batch"])
    if parts.get("sets"):
        yield from _sets(parts["sets"]["sets"])
    yield from _how()


def _cells(row: Row) -> tuple[str, ...]:
    return row.what, row.best, row.must, row.ours, {True: "yes", False: "**no**", None: ""}[row.met]


def _opening(parts: Parts) -> Iterator[str]:
    yield "# Screening, measured"
    yield ""
    yield from said(
        "Written by `make bench`; do not edit. What the figures mean, and why the threshold is 0.80:",
        "[screening.md](screening.md). Beside older code, and one by one: [measured.md](measured.md).",
    )
    stamps = {name: part["stamp"] for name, part in parts.items()}
    if stamps:
        runs: dict[str, list[str]] = {}
        for name, stamp in stamps.items():
            runs.setdefault(f"{stamp['day']}, commit {stamp['commit']}", []).append(name)
        told = [f"{run} ({', '.join(names)})" if len(runs) > 1 else run for run, names in runs.items()]
        yield from said(
            f"Measured on {'; '.join(told)}; {next(iter(stamps.values()))['machine']}, 2 cores. CPU time is of the",
            "process alone, wall time is not, and both vary by a tenth or two between runs: compare figures of one",
            "table only.",
        )
    yield from said(
        "*Best of today* is the best figure of the engines that the harness was first run with: rapidfuzz (WRatio,",
        "token sort, token set), Jaro-Winkler, trigrams, and nomenklatura's logic-v2.",
    )


def _accuracy(measured: Mapping[str, Any]) -> Iterator[str]:
    engines = measured["engines"]
    ours = engines["ours"]
    kind = "all cases" if measured["all"] else "a sample of the cases"
    yield "## Accuracy"
    yield ""
    yield from said(
        f"{ours['cases']:,} cases ({kind}; {ours['clean']:,} of them people who are not listed), the same for every",
        "engine, over the command line for ours; nobody tells the type of the party.",
    )
    yield from table(
        ("engine", *(label for label, _ in AT_QUIET), "threshold", "`ssb`", "clean alarms", "near misses", "pairs F1"),
        (_engine_line(name, each) for name, each in engines.items()),
    )
    yield from said(
        "The columns before *threshold* are recall at 1 % false positives (at the threshold, each engine's own, where",
        "1 % of the people who are not listed raise an alarm) and recall at first place and",
        "among the first five; those",
        "after it are what is found and what alarms wrongly at the threshold that people commonly set.",
    )
    yield from picture(
        "recall-by-class",
        "Dots by kind of disturbance: ours stands right of the baselines, near 1.0, in nearly every row; initials, "
        "truncated names and the original scripts of the UN list are lowest.",
    )
    yield from picture(
        "precision-recall",
        "Precision against recall: our curve stays near precision 1.0 up to recall .97 and falls "
        "after it; those of the "
        "baselines fall from recall .6 on.",
    )
    yield from said("The mix in this picture: all `ssb` cases against all people not listed and all near misses.")
    yield from _classes(engines)


AT_QUIET = (
    ("`ssb`", "ssb"),
    ("`cross_script`", "cross"),
    ("`un_treated`", "un_treated"),
    ("`ssb` recall@1", "ssb_first"),
    ("recall@5", "ssb_five"),
)


def _unseen(got: Mapping[str, Any]) -> Iterator[str]:
    yield "## Cases that nobody has looked at"
    yield ""
    yield from said(
        "The harness's development cases are of 316 names, and its rules were tuned with a view of them. These",
        f"{got['cases']:,} cases are of other names of the same corpus, disturbed in the same ways",
        "(`benchmarks/unseen.py`); near misses and people who are not listed are crossed from real names, so they are",
        "nearer to listed ones than the harness's.",
    )
    yield from table(
        ("`ssb` at 1 %", "recall@1", "recall@5", "`ssb` at 0.80", "clean alarms", "near misses"),
        [
            [
                *(share(got[key]) for key in ("ssb", "ssb_first", "ssb_five", "ssb_usual")),
                share(got["clean_alarms"], 4),
                share(got["near_alarms"]),
            ]
        ],
    )
    classes = sorted(got["ssb_classes"], key=got["ssb_classes"].get)
    lowest = ", ".join(f"`{n}` {share(got['ssb_classes'][n])} ({got['ssb_sizes'][n]} cases)" for n in classes[:5])
    yield from said(f"Lowest classes at 1 %: {lowest}.")


def _engine_line(name: str, got: Mapping[str, Any]) -> Iterator[str]:
    yield LABELS[name]
    yield from (share(got[key]) for _, key in AT_QUIET)
    yield f"{got['threshold']:.2f}"
    yield from (share(got["ssb_usual"]), share(got["clean_alarms"], 4), share(got["near_alarms"]))
    yield share(got["pairs"][2]) if got["pairs"] else ""


def _classes(engines: Mapping[str, Any]) -> Iterator[str]:
    ours = engines["ours"]
    yield from said(
        "Recall at 1 % false positives by class, and our recall@5 beside it. `initials`, `truncate` and `token_drop`",
        "have true rivals: several listed parties fit what is left of the name, and none of them is wrong.",
        "*Not first*: how often ours puts another party first; in brackets, how often by less than 0.02 of the score.",
    )
    names = list(engines)

    def line(group: str, sizes: str, name: str) -> list[str]:
        five = share(ours["ssb_classes_five"][name]) if group == "ssb_classes" else ""
        rival = ours["ssb_rivals"][name] if group == "ssb_classes" else {}
        told = f"{rival['behind']} ({rival['close']})" if rival else ""
        figures = [share(engines[engine][group].get(name, float("nan"))) for engine in names]
        return [f"`{name}`", str(ours[sizes][name]), *figures, five, told]

    lines = [line("ssb_classes", "ssb_sizes", name) for name in ours["ssb_classes"]]
    lines += [line("cross_classes", "cross_sizes", name) for name in ours["cross_classes"]]
    yield from table(
        ("class", "cases", *(LABELS[name] for name in names), "ours, recall@5", "not first (rivals)"), lines
    )


def _cost(measured: Mapping[str, Any]) -> Iterator[str]:
    questions = measured["cpu_ms"]["ours"]["questions"]
    yield "## One question"
    yield ""
    yield from said(
        "Process CPU time, milliseconds, at 43,000 distinct names (45,999 in all); the engines",
        "take turns in one process, 100 questions at a time,",
        f"on the same {questions} questions. Ours gives its reasons for every result while it is timed. A word that",
        "has been asked about is remembered: one line is of a process that has answered other questions before, as a",
        "bot has that has been open for some hours. *Crowded*: the other engines are asked between any two questions",
        "of one, so that each finds the processor's caches full of the others' data. The baselines of the goals were",
        "timed so: trigrams took 2.0 ms there, Jaro-Winkler 8.3, token sort 14.8.",
    )
    yield from table(
        ("engine", "p50", "p95", "p99", "building, CPU seconds"),
        (
            (_label(name), *(f"{each[key]:.2f}" for key in PERCENTILES), _seconds(measured["build_cpu_s"].get(name)))
            for name, each in measured["cpu_ms"].items()
        ),
    )


PERCENTILES = ("p50", "p95", "p99")


def _seconds(taken: float | None) -> str:
    return "" if taken is None else f"{taken:.1f}"


def _label(name: str) -> str:
    engine = name.removesuffix(CROWDED)
    return LABELS.get(name) or f"{LABELS[engine]}{CROWDED}"


def _scale(sizes: list[int], measured: list[Mapping[str, Any]]) -> Iterator[str]:
    others = [name for name in ("jw", "tokensort") if name in measured[0]["cpu_ms"]]
    yield "## Longer lists"
    yield ""
    yield from said(
        "Made from the real corpus, always the same way (`benchmarks/synthetic.py`): parties that do not exist, their",
        "names crossed from real ones and respelt. Asked are disturbed names of real parties among them;",
        f"recall is of {measured[-1]['cases']:,} of them.",
    )
    head = ["names", "ours p50 / p99, ms", *(f"{LABELS[name]} p50, ms" for name in others), "`ssb` recall@1 / @5"]
    head += ["build, CPU s", "start, CPU s", "bytes a name", "stored, MB"]
    yield from table(head, (_size_line(size, each, others) for size, each in zip(sizes, measured, strict=True)))
    yield from said(
        "*Start* is from the stored index to the first answer, in a process that has just begun; *bytes a name* is",
        "what that process holds more than before, the part of the mapped file in memory included, after it has",
        "answered. Some 20 MB are the same at every size (word tables, caches), and weigh on the small ones.",
    )
    yield from picture(
        "cost",
        "CPU for one question against the number of names, both in powers of ten: ours grows "
        "slower than the baselines, "
        "which compare with every name.",
    )
    yield from picture("memory", "Bars: bytes a name that the index takes at each size, beside the goal of 400.")


def _size_line(size: int, got: Mapping[str, Any], others: list[str]) -> Iterator[str]:
    times = got["cpu_ms"]
    yield f"{size:,}"
    yield f"{times['ours']['p50']:.2f} / {times['ours']['p99']:.2f}"
    yield from (f"{times[name]['p50']:.1f}" for name in others)
    yield f"{share(got['first'])} / {share(got['five'])}"
    yield f"{got['build_cpu_s']:.1f}"
    yield f"{got['start_cpu_s']:.2f}"
    yield f"{bytes_a_name(got):,.0f}"
    yield f"{got['stored_mb']:,.0f}"


def _batch(measured: Mapping[str, Any]) -> Iterator[str]:
    first, start = measured["first_start"], measured["start"]
    yield "## The command line"
    yield ""
    yield from said(
        f"`sanctions-bot screen --jsonl` on the harness's corpus, {measured['names']:,} names shared by",
        f"{measured['processes']} processes on 2 cores, start-up taken off:",
        f"**{measured['names_a_second']:,.0f} names a second**",
        f"({measured['names_a_cpu_second']:,.0f} for each second of",
        f"CPU). From the command to the first answer: {first['wall_s']:.1f} s (CPU",
        f"{first['cpu_s']:.1f} s) right after a",
        f"list was loaded, {start['wall_s']:.1f} s (CPU {start['cpu_s']:.1f} s) after that.",
    )


def _sets(measured: Mapping[str, Any]) -> Iterator[str]:
    yield "## Firms, common words, common people"
    yield ""
    yield from said("Sets of our own (`benchmarks/data/`), which the harness lacks. What is missed, by name:")
    for lists, got in measured.items():
        where = "the harness's corpus" if lists == "corpus" else "OFAC's two lists and the UN's, as published"
        yield f"On {where} ({got['names']:,} names):"
        yield ""
        for name, what in SETS.items():
            each = got[name]
            left = f"; {len(each['listed'])} left out, for a list has this very name" if each["listed"] else ""
            yield f"- {what}: {len(each['missed'])} of {each['asked']}{left}{_named(each['missed'])}"
        yield ""


SETS = {
    "firms": "firms on no list that raise an alarm",
    "words": "common words that are LISTED alone, or not asked back about",
    "common_people": "common people who are LISTED though no listed name is equal",
}


def _named(missed: list[Mapping[str, Any]]) -> str:
    if not missed:
        return "."
    loud = [each["asked"] for each in missed if each["verdict"] == "listed"]
    quiet = [each["asked"] for each in missed if each["verdict"] != "listed"]
    parts = [f"LISTED {', '.join(loud)}"] * bool(loud) + [f"not LISTED {', '.join(quiet)}"] * bool(quiet)
    return f": {'; '.join(parts)}."


def _how() -> Iterator[str]:
    yield "## Run it"
    yield ""
    yield from said(
        "`make bench` takes a sample and some minutes; `make bench BENCH=--all` takes every case and 1,000,000 names,",
        "an hour and more; broken off, `BENCH='--all --resume'` goes on. It needs the shared harness",
        "(`$SANCTIONS_BENCH`, else `../shared/bench`), says so and stops where that is absent, and the dependency",
        "group `bench`. `BENCH='--parts cost,sets'` measures only those anew and takes the rest from the last run.",
    )
    yield from said(
        "Parts of the harness's data are OpenSanctions' (CC BY-NC 4.0): nothing of it is kept here but figures."
    )
