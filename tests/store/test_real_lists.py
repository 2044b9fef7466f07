"""The store on what OFAC really published."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session, sessionmaker

from bot.lists.files import find_edition_files
from bot.lists.publishers import known_list
from bot.sanctions.listing import Listing
from store.lists.counting import counts
from store.lists.listings import listings_now, listings_on
from store.lists.loading import kept_files
from tests.databases import a_database
from tests.lists.read import reading
from tests.store.builders import load

EDITIONS = ("2022-02-24", "2023-12-28")
Loaded = tuple[sessionmaker[Session], dict[str, list[Listing]]]


@pytest.fixture(scope="module")
def loaded(lists_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    factory = a_database(tmp_path_factory.mktemp("real"))
    sdn = known_list("us_ofac_sdn")
    read: dict[str, list[Listing]] = {}
    for published in EDITIONS:
        files = find_edition_files(sdn, lists_dir / "ofac_sdn" / published).files
        read[published] = list(reading(sdn.key, lists_dir / "ofac_sdn" / published).listings)
        load(factory, published, read[published], files=files)
    return factory, read


def test_every_listing_of_every_edition_comes_back_as_it_was_read(loaded: Loaded):
    factory, read = loaded
    with factory() as session:
        for published in EDITIONS:
            then = {listing.entity_id: listing for listing in listings_on(session, "us_ofac_sdn", day(published))}
            assert then == {listing.entity_id: listing for listing in read[published]}
        assert sum(1 for _ in listings_now(session)) == 13_821


def test_the_figures_are_those_of_an_independent_reader(loaded: Loaded, truth: dict[str, Any]):
    factory, _ = loaded
    with factory() as session:
        for published in EDITIONS:
            counted, expected = counts(session, "us_ofac_sdn", day(published)), truth[f"ofac_sdn/{published}"]
            assert counted.entries == expected["entries"]
            assert counted.programs == expected["programs"]
            assert counted.names["strong"] == (expected["alias_strong_alt_csv"] or 0)  # null: alt.csv is not there
            assert counted.names["weak"] == expected["alias_weak_remarks"]


def test_the_published_files_are_kept_byte_for_byte(loaded: Loaded, lists_dir: Path):
    factory, _ = loaded
    with factory() as session:
        kept = kept_files(session, "us_ofac_sdn")
    assert kept == find_edition_files(known_list("us_ofac_sdn"), lists_dir / "ofac_sdn" / EDITIONS[-1]).files


def day(published: str) -> date:
    return date.fromisoformat(published)
