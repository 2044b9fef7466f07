"""One index over real names, built once: from the harness's corpus where it is, beside the real lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sanctions.listing import Listing
from bot.sanctions.party import Name, NameKind, Schema
from bot.screening.screen import Index
from tests.once import made_once


def corpus(path: Path) -> Iterator[Listing]:
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        strong = [Name(text, NameKind.ALSO if at else NameKind.PRIMARY) for at, text in enumerate(entry["names"])]
        weak = [Name(text, NameKind.ALSO, weak=True) for text in entry["weak"]]
        for key in entry["lists"]:
            if strong:
                yield Listing(key, entry["id"], Schema(entry["schema"]), (*strong, *weak))


@pytest.fixture(scope="session")
def bench_dir(lists_dir: Path) -> Path:
    folder = lists_dir.parent / "bench" / "data"
    if not (folder / "corpus.jsonl").exists():
        pytest.skip("the screening corpus is not here")
    return folder


@pytest.fixture(scope="session")
def real_listings(bench_dir: Path) -> list[Listing]:
    return list(corpus(bench_dir / "corpus.jsonl"))


@pytest.fixture(scope="session")
def real_index(bench_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Index:
    def make(folder: Path) -> None:
        Index.build(corpus(bench_dir / "corpus.jsonl"), version="corpus").save(folder / "names.index")

    return Index.load(made_once(tmp_path_factory, "corpus", make) / "names.index")
