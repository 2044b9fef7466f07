"""Stores in which editions landed upon others: in one an option was made between two of the SDN list, those of 28 Dec
2023 and 23 Feb 2024; in the other the EU and the UK added a party."""

from __future__ import annotations

import gzip
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.options
import store.telling.watches
from bot.lists.files import EditionFiles
from bot.sanctions.relief.option import ReliefOption, Selector, Term
from jobs.loading import load
from jobs.starter import load_starter_content
from store.database import writing
from store.telling.subscriptions import subscribe
from tests.conftest import NOON
from tests.handlers.ask.conftest import three_lists
from tests.once import a_store_of

AN_HOUR = timedelta(hours=1)
NICKEL = ("ofac-39857", "ofac-39858", "ofac-39859")
SELECTED = tuple(Selector(entity=one) for one in (*NICKEL, "ofac-16713", "ofac-17018"))


def an_option_and_what_landed(lists_dir: Path, factory: pytest.TempPathFactory) -> Path:
    """The folder of the store, and of its index. Option T is watched in a channel, and a secret one that selects the
    same; then the next edition lands."""

    def fill(here: sessionmaker[Session]) -> None:
        load_starter_content(here, NOON)
        load(here, "us_ofac_sdn", lists_dir / "ofac_sdn" / "2023-12-28", None, NOON + AN_HOUR)
        made = ReliefOption("T", "Nickel, and two others", "draft", (Term("delist", SELECTED),))
        secret = ReliefOption("S", "The same", "draft", made.terms, confidential=True, channels=("C1",))
        with writing(here) as session:
            for one in (made, secret):
                store.options.save_option(session, one, "U1", "between", NOON + 2 * AN_HOUR)
                store.telling.watches.watch(session, "T1", "C1", f"option:{one.key}", "U1", NOON + 3 * AN_HOUR)
            subscribe(session, "T1", "C1", "U1", NOON + 3 * AN_HOUR)
        later = lists_dir / "ofac_sdn" / "2024-02-23"
        load(here, "us_ofac_sdn", later, None, NOON + 4 * AN_HOUR, accept=True)

    return a_store_of(factory, "landed", fill)


def five_lists(lists_dir: Path, factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with all five lists, and of its index. The EU and the UK added one party each in their last
    edition: the first one's watch and the watch of the UK's list were there before, as was a channel's digest."""

    def fill(here: sessionmaker[Session]) -> None:
        eu = gzip.decompress((lists_dir / "eu_fsf/2024-05-13/xmlFullSanctionsList_1_1.xml.gz").read_bytes())
        (of_uk,) = (lists_dir / "uk_sl/2026-08-22-rebuilt").glob("*.xml*")
        uk = gzip.decompress(of_uk.read_bytes()) if of_uk.suffix == ".gz" else of_uk.read_bytes()
        eu_before, added = _without(eu, rb"<sanctionEntity .*?</sanctionEntity>", b"MELNICHENKO")
        uk_before, _ = _without(uk, rb"<Designation>.*?</Designation>", b"MELNICHENKO")
        added_id = "eu-fsf-" + re.search(r'logicalId="(\d+)"', added)[1]  # type: ignore[index]
        for key, before, day in (("eu_fsf", eu_before, "2024-05-10"), ("gb_uksl", uk_before, "2026-08-20")):
            assert load(here, key, EditionFiles({"xml": before}), day, NOON).status == "applied"
        with writing(here) as session:
            store.telling.watches.watch(session, "T1", "D1", f"entity:{added_id}", "U1", NOON)
            store.telling.watches.watch(session, "T1", "D2", "list:gb_uksl", "U2", NOON)
            subscribe(session, "T1", "C1", "U1", NOON - timedelta(days=3))
        assert load(here, "eu_fsf", EditionFiles({"xml": eu}), "2024-05-13", NOON).added == 1
        assert load(here, "gb_uksl", EditionFiles({"xml": uk}), "2026-08-22", NOON).added == 1

    return a_store_of(factory, "five-lists", fill, upon=three_lists(lists_dir, factory))


def _without(text: bytes, entry: bytes, has: bytes) -> tuple[bytes, str]:
    """A published file without the first entry in which something stands, and that entry."""
    found = next(one for one in re.findall(entry, text, re.DOTALL) if has in one)
    return text.replace(found, b"", 1), found.decode()
