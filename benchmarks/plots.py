"""The pictures of docs/benchmarks.md and docs/screening.md. Needs matplotlib (the dependency group `bench`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.accuracy import alarms, is_clean, of_set, pairs_at, recall

# Okabe and Ito's palette, told apart by the colour-blind; each engine has a marker of its own, too.
STYLE = {
    "ours": ("#0072B2", "o", "ours"),
    "tokensort": ("#E69F00", "s", "rapidfuzz token sort"),
    "trigram": ("#009E73", "^", "trigrams"),
    "jw": ("#CC79A7", "D", "Jaro-Winkler"),
    "wratio": ("#D55E00", "v", "rapidfuzz WRatio"),
    "tokenset": ("#56B4E9", "P", "rapidfuzz token set"),
    "logicv2": ("#000000", "X", "logic-v2"),
}
GREY = "#666666"
MATCH = 0.80
FEWEST = 20  # cases, for a class to be drawn
CALLED = {
    "cyrillic_ru_person": "Russian, persons",
    "cyrillic_uk_person": "Ukrainian, persons",
    "un_original_person": "UN's original script, persons",
    "un_original_other": "UN's original script, others",
}
STEPS = np.round(np.arange(0.5, 1.0001, 0.01), 4)
Results = Mapping[str, Mapping[str, Any]]


def draw(path: Path, size: tuple[float, float], paint: Callable[[Figure], None]) -> None:
    """One picture on white, which stays legible on a dark page."""
    plt.rcParams.update(
        {
            "font.size": 11,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "grid.color": "#dddddd",
        }
    )
    figure = plt.figure(figsize=size, facecolor="white", layout="constrained")
    paint(figure)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=130, facecolor="white", metadata={"Software": None})
    plt.close(figure)


def recall_by_class(path: Path, engines: Results) -> None:
    """One line a class, one mark an engine: `engines` are the figures of accuracy.figures."""
    shown = [("ssb_classes", name) for name in sorted(engines["ours"]["ssb_classes"], key=_by(engines, "ssb_classes"))]
    others = [name for name in engines["ours"]["cross_classes"] if engines["ours"]["cross_sizes"][name] >= FEWEST]
    shown += [("cross_classes", name) for name in others]

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        places = list(range(len(shown)))[::-1]
        for engine in reversed(list(engines)):
            color, marker, label = STYLE[engine]
            values = [engines[engine][group].get(name, float("nan")) for group, name in shown]
            big = 75 if engine == "ours" else 42
            axes.scatter(values, places, s=big, color=color, marker=marker, label=label, zorder=3, clip_on=False)
        axes.set_yticks(places, [CALLED.get(name, name.replace("_", " ")) for _, name in shown])
        axes.set_xlim(0, 1.0)
        axes.set_xlabel("recall at the threshold where 1 % of people not listed raise an alarm")
        axes.axhline(len(others) - 0.5, color=GREY, linewidth=0.8)
        axes.set_ylim(-0.6, len(shown) - 0.4)
        axes.set_title("Recall by kind of disturbance; below the line: names in other scripts", fontsize=12, loc="left")
        handles, labels = axes.get_legend_handles_labels()
        figure.legend(handles[::-1], labels[::-1], loc="outside lower center", ncols=4, frameon=False)

    draw(path, (9, 9.5), paint)


def _by(engines: Results, group: str) -> Callable[[str], tuple[float, str]]:
    """Hard classes last: by the mean of all engines."""
    return lambda name: (-sum(engine[group].get(name, 0.0) for engine in engines.values()), name)


def cost_by_size(path: Path, sizes: list[int], spreads: list[Mapping[str, Mapping[str, float]]]) -> None:
    """CPU for one question at each number of names, both axes in powers of ten."""

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        for engine in dict.fromkeys(name for each in spreads for name in each):
            color, marker, label = STYLE[engine]
            points = [(n, each[engine]) for n, each in zip(sizes, spreads, strict=True) if engine in each]
            across = [n for n, _ in points]
            axes.plot(across, [p["p50"] for _, p in points], color=color, marker=marker, label=f"{label}, p50")
            if engine == "ours":
                axes.plot(across, [p["p99"] for _, p in points], "--", color=color, marker=marker, label="ours, p99")
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.set_xticks(sizes, [f"{n // 1000:,}k" if n < 1_000_000 else f"{n // 1_000_000}M" for n in sizes])
        axes.minorticks_off()
        axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
        axes.set_xlabel("names in the index")
        axes.set_ylabel("CPU milliseconds for one question")
        axes.set_title("What one question costs", fontsize=12, loc="left")
        axes.legend(frameon=False)

    draw(path, (8, 5), paint)


def memory_by_size(path: Path, sizes: list[int], held: list[float], goal: float = 400) -> None:
    """Bytes a name that the index takes while it answers."""

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        bars = axes.bar([f"{n:,}" for n in sizes], held, color=STYLE["ours"][0], width=0.5, zorder=2)
        axes.bar_label(bars, [f"{value:,.0f}" for value in held], padding=3)
        axes.axhline(goal, color=STYLE["wratio"][0], linestyle="--", label=f"the goal at 1,000,000: {goal:.0f} bytes")
        axes.set_xlabel("names in the index")
        axes.set_ylabel("bytes a name")
        axes.set_title("Memory of the index while it answers", fontsize=12, loc="left")
        axes.set_ylim(0, 1.25 * max(goal, *held))
        axes.legend(frameon=False, loc="upper right")

    draw(path, (8, 4.2), paint)


def precision_and_recall(path: Path, results: Results) -> None:
    """Every engine over its thresholds. The mix: disturbed listed names, people not listed, near misses."""

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        for engine, result in results.items():
            color, marker, label = STYLE[engine]
            line = [point for step in np.linspace(0.3, 1, 141) if (point := _point(result["cases"], float(step)))]
            axes.plot([x for x, _ in line], [y for _, y in line], color=color, label=label, linewidth=2)
            usual = _point(result["cases"], result["threshold"])
            if usual:
                axes.scatter(*usual, s=70, color=color, marker=marker, zorder=4)
        axes.set_xlim(0.4, 1.005)
        axes.set_ylim(0.4, 1.005)
        axes.set_xlabel("recall of disturbed listed names (ssb)")
        axes.set_ylabel("precision among people not listed and near misses")
        axes.set_title("Precision against recall; the mark is the usual threshold", fontsize=12, loc="left")
        axes.legend(frameon=False, loc="lower left")

    draw(path, (8, 5.6), paint)


def _point(cases: list[dict[str, Any]], threshold: float) -> tuple[float, float] | None:
    """Recall and precision by question: an alarm is right where an accepted party is among the hits."""
    ssb = of_set(cases, "ssb")
    others = [case for case in cases if is_clean(case) or case["set"] == "ssb_negative"]
    right = recall(ssb, threshold) * len(ssb)
    wrong = alarms(others, threshold) * len(others)
    return (right / len(ssb), right / (right + wrong)) if right else None


def by_threshold(path: Path, cases: list[dict[str, Any]]) -> None:
    """Our recall and our false alarms against the threshold."""
    found = {"ssb (disturbed names)": "ssb", "cross_script (other scripts)": "cross_script", "un_treated": "un_treated"}
    quiet = {
        "near misses": of_set(cases, "ssb_negative"),
        "people not listed": [case for case in cases if is_clean(case)],
    }
    marks = [STYLE[name] for name in ("ours", "tokensort", "trigram", "jw", "wratio")]

    def paint(figure: Figure) -> None:
        above, below = figure.subplots(2, 1, sharex=True)
        for (label, name), (color, _, _) in zip(found.items(), marks[:3], strict=True):
            part = of_set(cases, name)
            above.plot(STEPS, [recall(part, step) for step in STEPS], color=color, linewidth=2, label=label)
        for (label, part), (color, _, _) in zip(quiet.items(), marks[3:], strict=True):
            below.plot(STEPS, [100 * alarms(part, step) for step in STEPS], color=color, linewidth=2, label=label)
        above.set_ylabel("recall")
        above.set_ylim(0.5, 1.01)
        below.set_ylabel("false alarms, %")
        below.set_yscale("symlog", linthresh=0.1)
        below.set_ylim(0, 120)
        below.set_yticks([0, 0.1, 1, 10, 100], ["0", "0.1", "1", "10", "100"])
        below.set_xlabel("threshold")
        _mark_match(above, below)
        _legend_below(figure)
        above.set_title("What is found and what alarms wrongly, by threshold", fontsize=12, loc="left")

    draw(path, (8, 7), paint)


def pairs_by_threshold(path: Path, pairs: list[dict[str, Any]]) -> None:
    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        values = np.array([pairs_at(pairs, float(step)) for step in STEPS])
        for column, (label, engine, dash) in enumerate(
            (("precision", "jw", "-."), ("recall", "tokensort", "--"), ("F1", "ours", "-"))
        ):
            axes.plot(STEPS, values[:, column], dash, color=STYLE[engine][0], linewidth=2, label=label)
        axes.set_xlabel("threshold")
        axes.set_ylim(0.4, 1.01)
        _mark_match(axes)
        _legend_below(figure)
        axes.set_title(f"One name against another: {len(pairs)} labelled pairs", fontsize=12, loc="left")

    draw(path, (8, 4.6), paint)


def _mark_match(*many: Axes) -> None:
    for axes in many:
        axes.axvline(MATCH, color=GREY, linestyle=":", linewidth=1.5, label="the threshold, 0.80")


def _legend_below(figure: Figure) -> None:
    """One legend for all that is drawn, outside, where it can hide nothing."""
    named = {label: line for axes in figure.axes for line, label in zip(*axes.get_legend_handles_labels(), strict=True)}
    figure.legend(
        named.values(), named.keys(), loc="outside lower center", ncols=4 if len(named) == 4 else 3, frameon=False
    )
