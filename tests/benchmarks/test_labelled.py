"""The reader of labelled pairs of parties."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.labelled import measure, of_harness, score_of
from benchmarks.shared import find_harness


def party(name: str, schema: str = "Person", **properties: str) -> dict[str, object]:
    return {"schema": schema, "properties": {"name": [name], **{key: [value] for key, value in properties.items()}}}


def lines(*pairs: tuple[dict[str, object], dict[str, object], str]) -> str:
    return "".join(json.dumps({"left": a, "right": b, "judgement": said}) + "\n" for a, b, said in pairs)


def test_pairs_are_counted_by_what_was_judged_and_what_is_said(tmp_path: Path) -> None:
    file = tmp_path / "pairs.json"
    one, same, other = party("Oleg Deripaska"), party("DERIPASKA, Oleg"), party("Igor Novikov")
    file.write_text(
        lines((one, same, "positive"), (one, other, "negative"), (one, other, "positive"), (one, same, "unsure"))
    )
    got = measure(file)
    assert (got["true_positive"], got["true_negative"], got["false_negative"], got["left_out"]) == (1, 1, 1, 1)
    assert (got["precision"], got["recall"]) == (1.0, 0.5)


def test_any_name_counts_and_a_birth_year_that_differs_speaks_against() -> None:
    left = {
        "schema": "Person",
        "properties": {"name": ["Unlike"], "alias": ["Oleg Deripaska"], "birthDate": ["1968-01-02"]},
    }
    assert score_of(left, party("Oleg Deripaska", birthDate="1968")) >= 0.8
    assert score_of(left, party("Oleg Deripasko", birthDate="1931")) < 0.8


def test_another_format_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "pairs.json"
    file.write_text('{"name1": "a", "name2": "b"}\n')
    with pytest.raises(ValueError, match=r"line 1 of pairs\.json"):
        measure(file)


def test_the_pairs_of_the_harness_walk_through_the_published_format() -> None:
    harness = find_harness()
    if harness is None:
        pytest.skip("the shared harness is not here")
    got = of_harness(harness)
    counted = [got.get(key, 0) for key in ("true_positive", "true_negative", "false_positive", "false_negative")]
    assert sum(counted) == len(harness.rows("pairs.jsonl"))
    assert got["precision"] >= 0.9
    assert got["recall"] >= 0.8
