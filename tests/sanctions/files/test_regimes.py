"""The regimes of the EU and the UK: every code of the real lists has its title and its act."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.lists.content import whole
from bot.lists.files import find_edition_files
from bot.lists.publishers import LISTS
from bot.sanctions.files.programs import known_programs, regime_of

NOT_A_REGIME = {"UNLI"}  # of one entry in 2024 and four in 2026; the list names no act for it


@pytest.mark.parametrize(
    ("key", "folder", "codes"),
    [
        ("eu_fsf", "eu_fsf/2024-05-13", rb'programme="([^"]+)"'),
        ("eu_fsf", "eu_fsf/2026-02-26-rebuilt", rb'programme="([^"]+)"'),
        ("gb_uksl", "uk_sl/2026-08-22-rebuilt", rb"<RegimeName>([^<]+)</RegimeName>"),
    ],
)
def test_every_code_of_the_real_lists_stands_for_an_act(lists_dir: Path, key: str, folder: str, codes: bytes) -> None:
    content = whole(find_edition_files(LISTS[key], lists_dir / folder).files["xml"])
    found = {code.decode() for code in set(re.findall(codes, content))} - NOT_A_REGIME
    assert len(found) > 25
    regimes = {code: regime_of(key, code) for code in found}
    assert {code for code, regime in regimes.items() if regime is None} == set()
    assert all(regime and regime.title and regime.authority for regime in regimes.values())


def test_a_code_means_something_on_its_own_list_alone() -> None:
    sudan = regime_of("eu_fsf", "SDN")
    assert sudan is not None
    assert (sudan.title, sudan.authority, sudan.date) == (
        "Sudan (Darfur)",
        "Regulation (EU) No 747/2014",
        "2014-07-10",
    )
    assert regime_of("us_ofac_sdn", "SDN") is None
    assert "SDN" not in known_programs()


def test_a_regime_of_the_uk_says_its_act_itself() -> None:
    russia = regime_of("gb_uksl", "The Russia (Sanctions) (EU Exit) Regulations 2019")
    assert russia is not None
    assert russia.title == "Russia (Sanctions) (EU Exit) Regulations 2019"
    assert russia.authority == "Sanctions and Anti-Money Laundering Act 2018"
