"""What a chart shows, apart from how it is drawn: bars of counts, stacked by series. Values only."""

from __future__ import annotations

from dataclasses import dataclass

ALT = 1_000  # characters: what Slack keeps of a file's alt text
ALT_ROWS = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: a count for each series of the chart, in order."""

    label: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars under one title. `note` says how the counts are to be read."""

    title: str
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """`standing` is said above everything else: a picture is passed on without the words around it."""

    standing: str
    title: str
    series: tuple[str, ...]
    panels: tuple[Panel, ...]
    foot: str = ""


def alt_text(chart: Chart) -> str:
    """The figures of the chart in words, for those who do not see it; at most ALT characters, never cut in a figure."""
    said = [f"Bar chart. {chart.standing} {chart.title}".strip()]
    for panel in chart.panels:
        shown = [_row_words(row, chart) for row in panel.rows[:ALT_ROWS]]
        if len(panel.rows) > ALT_ROWS:
            shown.append(f"and {len(panel.rows) - ALT_ROWS} more")
        said.append(f"{panel.title}: {'; '.join(shown) or 'nobody'}.")
    said.append(chart.foot)
    while len(said) > 2 and len(" ".join(said)) > ALT:
        said.pop()
    whole = " ".join(part for part in said if part)
    return whole if len(whole) <= ALT else f"{whole[: ALT - 1]}…"


def _row_words(row: Row, chart: Chart) -> str:
    counts = [f"{name} {n:,}" for name, n in zip(chart.series, row.counts, strict=True) if n]
    return f"{row.label}: {', '.join(counts) or '0'}"
