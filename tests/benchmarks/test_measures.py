"""The arithmetic of the benchmarks, on cases small enough to count by hand."""

from __future__ import annotations

from itertools import islice
from threading import Barrier
from typing import Any

from benchmarks.__main__ import COUNTED, PARTS
from benchmarks.accuracy import alarms, on_common_cases, pairs_at, quiet_threshold, recall
from benchmarks.cost import spread, take_turns
from benchmarks.page import page
from benchmarks.shared import side_by_side
from benchmarks.synthetic import made_up
from benchmarks.targets import rows, share

REAL = [
    {"id": "ofac-1", "schema": "Person", "names": ["Oleg Vladimirovich DERIPASKA", "Oleg DERIPASKA"]},
    {"id": "ofac-2", "schema": "Person", "names": ["Igor Ivanovich SECHIN", "Igor SECHIN"]},
    {"id": "ofac-3", "schema": "Person", "names": ["Arkady Romanovich ROTENBERG", "Arkady ROTENBERG"]},
]


def a_case(number: int, **facts: Any) -> dict[str, Any]:
    return {"id": str(number), "set": "ssb", "cls": "typo", "rank": 1, "score": 0.9, "top": 0.9, **facts}


def test_recall_counts_the_right_party_only_at_or_above_the_threshold() -> None:
    cases = [a_case(1), a_case(2, score=0.7), a_case(3, rank=None, score=0.0), a_case(4, rank=2)]
    assert recall(cases, 0.8) == 0.5
    assert recall(cases, first=1) == 0.5
    assert recall(cases, first=5) == 0.75


def test_the_quiet_threshold_lets_no_more_than_its_share_alarm() -> None:
    clean = [a_case(n, set="negatives_us", top=n / 200) for n in range(200)]
    threshold = quiet_threshold(clean, 0.01)
    assert alarms(clean, threshold) == 0.01
    assert alarms(clean, threshold - 0.001) > 0.01


def test_pairs_are_judged_by_precision_and_recall() -> None:
    pairs = [{"match": True, "score": 0.9}, {"match": True, "score": 0.5}, {"match": False, "score": 0.85}]
    assert pairs_at(pairs, 0.8) == (0.5, 0.5, 0.5)


def test_engines_are_compared_on_the_cases_that_all_of_them_ran() -> None:
    ours = {"cases": [a_case(1), a_case(2)], "pairs": [{"id": "a"}]}
    other = {"cases": [a_case(2), a_case(3)], "pairs": []}
    common = on_common_cases({"ours": ours, "jw": other})
    assert [case["id"] for case in common["ours"]["cases"]] == ["2"]
    assert common["ours"]["pairs"] == [{"id": "a"}]


def test_made_up_parties_are_the_same_each_time_and_none_is_real() -> None:
    first, second = (list(islice(made_up(REAL), 200)) for _ in range(2))
    assert first == second
    real = {" ".join(sorted(name.casefold().split())) for row in REAL for name in row["names"]}
    assert not real & {" ".join(sorted(row["names"][0].casefold().split())) for row in first}


def test_engines_take_turns_on_every_question() -> None:
    asked: list[tuple[str, str]] = []
    engines = {name: lambda text, name=name: asked.append((name, text)) or [] for name in ("ours", "jw")}
    spent = take_turns(engines, ["a", "b"], warm=1)
    assert sorted(asked) == sorted((n, t) for n in ("ours", "jw") for t in ("a", "a", "b"))
    assert {name: len(times) for name, times in spent.items()} == {"ours": 2, "jw": 2}
    assert spread([0.001, 0.002, 0.003])["p50"] == 2.0


def test_a_page_can_be_written_before_anything_is_measured() -> None:
    assert rows({}) == []
    assert "# Screening, measured" in list(page({}, [10_000]))
    assert (share(0.8604), share(float("nan"))) == (".860", "n/a")


def test_what_no_clock_counts_is_measured_side_by_side_and_told_in_order() -> None:
    both = Barrier(2, timeout=10)  # passed by two at once alone

    def measured(number: int) -> int:
        both.wait()
        return number * 10

    assert side_by_side(measured, [1, 2, 3, 4]) == [10, 20, 30, 40]


def test_no_part_that_a_clock_counts_is_measured_beside_another() -> None:
    assert set(COUNTED) < set(PARTS)
    assert not {"cost", "batch", "understanding", "loading", "lists", "beside", "inverse"} & set(COUNTED)
