"""A chart as PNG. matplotlib is imported here alone, when something is drawn: without it everything else works."""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING, Any

from bot.errors import BotError
from bot.pictures.chart import Chart, Panel

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Okabe and Ito's colours, which colour-blind readers tell apart; the hatching tells them apart in grey.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00")
HATCHES = ("", "///", "...", "\\\\\\", "xxx")
INK, FAINT = "#1a1a1a", "#6b6b6b"
WIDTH = 9.0  # inches
DPI = 130
BAR = 0.34  # inches a bar
LINE = 92  # characters of a line of the title
FOOT = 135  # of a line of the foot
LINES = 3
LABEL = 38  # characters of the label of a bar
OVER, UNDER = 0.4, 0.15  # inches about the bars of a panel


class PicturesMissing(BotError):
    """matplotlib is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Pictures need matplotlib, which is not installed here: install the bot with its extra, "
            "pip install 'sanctions-bot[plots]'. Everything else works without it."
        )


def draw_png(chart: Chart) -> bytes:
    """The chart as the bytes of a PNG. Raises PicturesMissing."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise PicturesMissing from error
    head = _wrapped(chart.standing, 2) + _wrapped(chart.title, LINES)
    heights = [BAR * max(len(panel.rows), 1) + OVER + UNDER for panel in chart.panels]
    top, bottom = 0.28 * len(head) + 0.5, 0.5
    figure = Figure(figsize=(WIDTH, sum(heights) + top + bottom), dpi=DPI, facecolor="white")
    FigureCanvasAgg(figure)
    _head(figure, head, len(_wrapped(chart.standing, 2)))
    height = figure.get_figheight()
    y = height - top
    start = _start_of_bars(chart)
    for panel, tall in zip(chart.panels, heights, strict=True):
        axes = figure.add_axes((start, (y - tall + UNDER) / height, 0.8 - start, (tall - OVER - UNDER) / height))
        _panel(axes, panel, chart)
        y -= tall
    _legend(figure, chart, (height - top + 0.14) / height)
    _say(figure, 0.02, 0.2 / height, "\n".join(_wrapped(chart.foot, 2, FOOT)), size=8, color=FAINT, va="center")
    out = io.BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def _start_of_bars(chart: Chart) -> float:
    """Where the bars begin, as a share of the width: the longest label stands whole before them."""
    from matplotlib.textpath import TextPath

    labels = {_safe(row.label)[:LABEL] for panel in chart.panels for row in panel.rows if row.label.strip()}
    points = max((TextPath((0, 0), label, size=9).get_extents().width for label in labels), default=0.0)
    return max(0.26, 0.03 + points / 72 / WIDTH)


def _head(figure: Any, lines: list[str], standing: int) -> None:
    """Title lines from the top; those of the standing in bold."""
    height = figure.get_figheight()
    for at, line in enumerate(lines):
        weight = "bold" if at < standing else "normal"
        _say(figure, 0.02, 1 - (0.22 + 0.28 * at) / height, line, size=11, weight=weight, va="center")


def _panel(axes: Axes, panel: Panel, chart: Chart) -> None:
    rows = list(reversed(panel.rows))
    longest = max((row.total for row in rows), default=1) or 1
    left = [0] * len(rows)
    for at in range(len(chart.series)):
        counts = [row.counts[at] for row in rows]
        axes.barh(range(len(rows)), counts, left=left, height=0.66, **_style(at))
        left = [x + n for x, n in zip(left, counts, strict=True)]
    for y, row in enumerate(rows):
        parts = [f"{n:,}" for n in row.counts if n]
        label = f"{row.total:,}" + (f" = {' + '.join(parts)}" if len(parts) > 1 else "")
        _say(axes, row.total + longest * 0.012, y, label, size=9, va="center")
    if not rows:
        _say(axes, 0.01, 0, "nobody", size=9, va="center")
    axes.set_xlim(0, longest)
    axes.set_ylim(-0.6, max(len(rows), 1) - 0.4)
    axes.set_yticks(range(len(rows)))
    axes.set_yticklabels([_safe(row.label)[:LABEL] for row in rows], fontsize=9, color=INK, parse_math=False)
    axes.set_xticks([])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    axes.tick_params(axis="y", length=0)
    title = f"{panel.title}. {panel.note}" if panel.note else panel.title
    axes.set_title(_safe(title), loc="left", fontsize=9.5, color=INK, parse_math=False, pad=5)


def _style(at: int) -> dict[str, Any]:
    return {
        "facecolor": COLOURS[at % len(COLOURS)],
        "hatch": HATCHES[at % len(HATCHES)],
        "edgecolor": "white",
        "linewidth": 0.6,
    }


def _legend(figure: Any, chart: Chart, y: float) -> None:
    from matplotlib.patches import Patch

    patches = [Patch(label=_safe(name), **_style(at)) for at, name in enumerate(chart.series)]
    if len(patches) > 1:  # one colour needs no key: the panel says what is counted
        figure.legend(
            handles=patches,
            loc="center left",
            bbox_to_anchor=(0.01, y),
            ncols=len(patches),
            frameon=False,
            fontsize=9,
            handlelength=1.6,
        )


def _say(where: Any, x: float, y: float, words: str, **style: Any) -> None:
    """Words as they are: a dollar sign in a title is no formula."""
    style.setdefault("color", INK)
    where.text(x, y, "\n".join(_safe(line) for line in words.split("\n")), parse_math=False, **style)


def _wrapped(words: str, most: int, width: int = LINE) -> list[str]:
    lines = textwrap.wrap(" ".join(words.split()), width)
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1][: width - 1]}…"]


def _safe(words: str) -> str:
    """Without what cannot be drawn: control characters, direction overrides, letters that the font lacks."""
    from matplotlib import font_manager

    known = font_manager.get_font(font_manager.findfont("DejaVu Sans")).get_charmap()
    return "".join(letter if ord(letter) in known else "?" for letter in words if letter.isprintable())
