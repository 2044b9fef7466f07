"""A store in which an option was made between two editions of the SDN list, those of 28 Dec 2023 and 23 Feb 2024."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

import store.options
import store.telling.watches
from bot.sanctions.relief.option import ReliefOption, Selector, Term
from jobs.loading import load
from jobs.starter import load_starter_content
from store.database import writing
from store.telling.subscriptions import subscribe
from tests.conftest import NOON
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
