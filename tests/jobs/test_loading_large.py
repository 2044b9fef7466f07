"""A large edition, which lies packed in memory, is loaded as a small one is: the same entries, changes and guards."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pytest

from bot.lists.content import whole
from bot.lists.files import EditionFiles, find_edition_files
from bot.lists.publishers import known_list
from bot.sanctions import packed
from bot.sanctions.packed import PackedEdition
from jobs.deciding import InForce, decide
from jobs.loading import in_force, load
from store.lists.changes import changes_between
from store.lists.listings import listings_now
from tests.conftest import NOON
from tests.databases import a_database

STEPS = {
    "un_sc": ("un/2025-04-19", "un/2026-02-27"),
    "us_ofac_cons": ("ofac_cons_xml/2024-05-06", "ofac_cons/2025-08", "ofac_cons/2025-12"),
    "eu_fsf": ("eu_fsf/2024-05-13",),
    "gb_uksl": ("uk_sl/2026-08-22-rebuilt",),
}


ENTRIES = {"eu_fsf": rb"<sanctionEntity .*?</sanctionEntity>", "gb_uksl": rb"<Designation>.*?</Designation>"}


def every_third(text: bytes, entry: bytes) -> bytes:
    """A published file with every third of its entries."""
    count = itertools.count()
    return re.sub(entry, lambda one: b"" if next(count) % 3 else one[0], text, flags=re.DOTALL)


def loaded(folder: Path, lists_dir: Path, key: str) -> list[Any]:
    folder.mkdir()
    store, found = a_database(folder), list[Any]()
    for place in STEPS[key]:
        given = find_edition_files(known_list(key), lists_dir / place)
        if key in ENTRIES:
            given = EditionFiles({"xml": every_third(whole(given.files["xml"]), ENTRIES[key])}, given.day)
        day = None if given.day else Path(place).name[:10]
        found.append(load(store, key, given, day, NOON))
    with store() as session:
        found += [
            [*listings_now(session, [key])],
            [*changes_between(session, lists=[key])],
        ]
    return found


@pytest.mark.parametrize("key", STEPS)
def test_packed_or_not_the_same_is_written(
    key: str, lists_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the two largest lists every third entry, the same ones each time: what lies packed is each by itself."""
    plain = loaded(tmp_path / "plain", lists_dir, key)
    assert {one.status for one in plain[:-2]} == {"applied"}
    monkeypatch.setattr(packed, "LARGE", 0)
    assert loaded(tmp_path / "packed", lists_dir, key) == plain


def test_an_edition_in_force_that_is_large_comes_packed_from_the_store(
    lists_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = a_database(tmp_path)
    load(store, "un_sc", lists_dir / "un/2025-04-19", None, NOON)
    monkeypatch.setattr(packed, "LARGE", 0)
    with store() as session:
        found = in_force(session, "un_sc").listings
    assert isinstance(found, PackedEdition)
    assert len(found) == 877


def test_packed_or_not_a_damaged_edition_is_held_for_the_same_reason(
    lists_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = known_list("us_ofac_cons")
    whole = find_edition_files(known, lists_dir / "ofac_cons/2025-12").files
    rows = bytes(whole["alt"]).splitlines(keepends=True)  # type: ignore[arg-type]
    cut = EditionFiles({**whole, "alt": b"".join(rows[: len(rows) // 2])}, "2025-12-20")

    def reason() -> str:
        first = decide(known, EditionFiles(whole, "2025-12-19"), None, InForce(None, {}, ()), NOON)
        before = InForce(first.edition, dict(first.files or {}), first.listings)
        outcome = decide(known, cut, None, before, NOON).outcome
        assert outcome.status == "held"
        return outcome.reason

    plain = reason()
    assert "aliases lost" in plain
    monkeypatch.setattr(packed, "LARGE", 0)
    assert reason() == plain
