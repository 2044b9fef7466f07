"""The data_visualization block: pie, bar, area and line charts."""

from __future__ import annotations

from typing import Any

from bot.workspace.slack.rules.shape import Findings, Rule, items, number, one_of, shape, string


def positive(value: Any, path: str, findings: Findings) -> None:
    number(value, path, findings)
    if isinstance(value, int | float) and value <= 0:
        findings.note("must be more than 0", path)


def points_match(value: Any, path: str, findings: Findings) -> None:
    """Every series has a point for each category, and for nothing else."""
    axis, series = value.get("axis_config"), value.get("series")
    categories = axis.get("categories") if isinstance(axis, dict) else None
    if not isinstance(categories, list) or not isinstance(series, list):
        return
    for at, one in enumerate(series):
        data = one.get("data") if isinstance(one, dict) else None
        labels = [point.get("label") for point in data if isinstance(point, dict)] if isinstance(data, list) else []
        if sorted(map(str, labels)) != sorted(map(str, categories)):
            findings.note("points must match the categories", f"{path}/series/{at}/data")


LABEL = string(20)
PIE = shape({"segments": items(shape({"label": LABEL, "value": positive}), 12)})
SERIES = shape({"name": LABEL, "data": items(shape({"label": LABEL, "value": number}), 20)})
AXES = shape({"categories": items(LABEL, 20)}, {"x_label": string(50), "y_label": string(50)})
XY = shape({"series": items(SERIES, 12), "axis_config": AXES}, None, points_match)
DATA_VISUALIZATION: tuple[dict[str, Rule], dict[str, Rule]] = (
    {"title": string(50), "chart": one_of({"pie": PIE, "bar": XY, "area": XY, "line": XY})},
    {},
)
