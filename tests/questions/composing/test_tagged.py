"""Fields of a payment message that stand side by side get lines of their own; figures stay what they are."""

from __future__ import annotations

import pytest

from bot.questions.composing.tagged import in_fields


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("50K: X LTD 59: Y AG 70: OIL", [":50K:X LTD", ":59:Y AG", ":70:OIL"]),
        ("50K OOO X 59 Y 70 INV 22", [":50K:OOO X", ":59:Y", ":70:INV 22"]),
        ("50K/OOO XYZ/SPB 59/YZ/HK", [":50K:OOO XYZ", "SPB", ":59:YZ", "HK"]),
        ("50H/1234567890 X LTD 59/AE12345678901 Y", [":50H:/1234567890", "X LTD", ":59:/AE12345678901", "Y"]),
        ("F50K OOO X F59 Y", [":50K:OOO X", ":59:Y"]),
        ("[50K] X [59] Y", [":50K:X", ":59:Y"]),
        ("ok? 50K: MAERSK A/S 59: Y", ["ok?", ":50K:MAERSK A/S", ":59:Y"]),
    ],
)
def test_tags_in_order_open_fields(line: str, fields: list[str]) -> None:
    assert in_fields(line).split("\n") == fields


@pytest.mark.parametrize(
    "line",
    [
        "50 Boeing 52 Airbus",
        "Fu Yuan Yu 59, 70 and 72",
        "58 Rosneft 57 Lukoil",
        "50K X",
        "70% X 59% Y",
    ],
)
def test_figures_are_no_tags(line: str) -> None:
    assert in_fields(line) == line
