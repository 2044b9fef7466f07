"""A run that was broken off goes on where it stopped."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

import benchmarks.__main__ as run
from benchmarks import shared

NOW = {"commit": "abc1234", "all": True, "machine": "x86_64", "day": "28 November 2026"}


@pytest.fixture(autouse=True)
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shared, "PARTS", tmp_path)
    return tmp_path


def test_a_part_measured_on_this_code_as_wholly_is_kept() -> None:
    shared.save_part("cost", {"stamp": NOW | {"day": "27 November 2026", "minutes": 2.0}})
    assert run.is_kept("cost", NOW)
    assert not run.is_kept("wild", NOW)


@pytest.mark.parametrize("other", [{"commit": "def5678"}, {"all": False}, {"machine": "arm64"}])
def test_a_part_measured_otherwise_is_measured_again(other: dict[str, object]) -> None:
    shared.save_part("cost", {"stamp": NOW | other})
    assert not run.is_kept("cost", NOW)


def test_nothing_is_kept_of_code_that_is_not_committed() -> None:
    now = NOW | {"commit": "abc1234 and later changes"}
    shared.save_part("cost", {"stamp": now})
    assert not run.is_kept("cost", now)


def test_a_stamp_says_what_it_was_measured_on() -> None:
    made = run.stamp(Namespace(all=True))
    assert made["all"] is True
    assert {"day", "commit", "machine"} < set(made)
