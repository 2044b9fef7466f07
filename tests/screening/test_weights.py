"""The figures that a score is made of."""

from __future__ import annotations

import ast
from pathlib import Path

from bot.screening import weights
from bot.screening.policy import MATCH
from bot.screening.weights import FEATURES, Does, Origin
from bot.screening.words.naming import weight_of
from bot.screening.words.weak_words import Role

PAGE = Path(__file__).resolve().parents[2] / "docs" / "screening.md"


def test_the_table_of_the_document_is_what_screening_computes_with() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = lines.index("| feature | does | figure | it means | from |") + 2
    rows = [f"| {f.name} | {f.does} | {f.value:g} | {f.says} | {f.origin} |" for f in FEATURES]
    assert lines[start : start + len(rows)] == rows


def test_every_feature_says_what_it_means_and_where_its_figure_is_from() -> None:
    assert all(feature.name and feature.says and feature.origin in Origin for feature in FEATURES)


def test_what_a_rule_forbids_to_be_a_match_is_below_the_threshold() -> None:
    below = {"something speaks against", "must not be a match", "an initial or a small word alone"}
    capped = {feature.name: feature.value for feature in FEATURES if feature.does is Does.MOST}
    assert all(capped[name] < MATCH for name in below)
    differ = [f.value for f in FEATURES if f.does is Does.TIMES and "differ" in f.name]
    assert len(differ) == 2
    assert all(value <= MATCH for value in differ)


def test_no_other_module_of_screening_has_a_fraction_of_its_own() -> None:
    found = []
    for path in sorted(Path(weights.__file__).parent.rglob("*.py")):
        nodes = (
            ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if path.name not in ("weights.py", "policy.py")
            else ()
        )
        found += [
            f"{path.name}:{node.lineno}: {node.value}"
            for node in nodes
            if isinstance(node, ast.Constant) and isinstance(node.value, float) and node.value % 1
        ]
    assert not found


def test_a_word_weighs_what_its_part_does() -> None:
    weighed = {feature.name: feature.value for feature in FEATURES if feature.does is Does.WEIGHS}
    assert {role.weight for role in Role} <= set(weighed.values())
    assert weight_of("li", Role.NAME) == weighed["a name of one or two letters"]
    assert weight_of("abd", Role.NAME) == weight_of("ii", Role.NUMBER) == weight_of("din", Role.NAME)
    assert max(weighed.values()) == weight_of("deripaska", Role.NAME)
