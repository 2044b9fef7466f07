"""A damaged edition of any format that is read, four months after a whole one, is refused, held, or applied with a
word that the whole edition is not given."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from benchmarks.damage import elements, gaps
from benchmarks.damage.documents import EU, OFAC_XML, UK, UN, Document, OfacCsv, Shape, Xml, thinned
from benchmarks.damage.kinds import Damage, Files
from benchmarks.damage.tables import ADVANCED, ENHANCED, EuCsv, UkCsv, as_csv
from benchmarks.damage.trial import Case, day_after, ready, tried
from benchmarks.large import fsf_rows, uk_rows
from bot.lists.content import pieces_of
from bot.lists.files import find_edition_files
from bot.lists.publishers import known_list

ENTRIES = 300  # of each long list
_FILTERS = re.compile(rb"(?s)<filters>.*?</filters>")
XML: dict[str, tuple[str, str, str, Shape]] = {
    "CONSOLIDATED.XML": ("us_ofac_cons", "ofac_cons_xml/2024-05-06", "2024-05-06", OFAC_XML),
    "CONS_ADVANCED.XML": ("us_ofac_cons", "ofac_cons_advanced/2020-03-17", "2020-03-17", ADVANCED),
    "SDN_ENHANCED.XML": ("us_ofac_sdn", "ofac_enhanced/2024-08-28-irgc", "2024-08-28", ENHANCED),
    "UN": ("un_sc", "un/2026-02-27", "2026-02-27", UN),
    "FSF XML": ("eu_fsf", "eu_fsf/2024-05-13", "2024-05-13", EU),
    "UK XML": ("gb_uksl", "uk_sl/2026-08-22-rebuilt", "2026-08-22", UK),
}
TABLES = {
    "cons_prim.csv": ("us_ofac_cons", "ofac_cons/2025-12", "2025-12-19", OfacCsv),
    "FSF CSV": ("eu_fsf", "eu_fsf/2024-05-13", "2024-05-13", EuCsv),
    "UK CSV": ("gb_uksl", "uk_sl/2026-08-22-rebuilt", "2026-08-22", UkCsv),
}


def _files(key: str, folder: Path, called: str) -> dict[str, bytes]:
    found = find_edition_files(known_list(key), folder).files
    files = {role: _FILTERS.sub(b"", b"".join(pieces_of(content))) for role, content in found.items()}
    if called in ("FSF CSV", "UK CSV"):
        (text,) = files.values()
        return {
            "csv": as_csv(fsf_rows(text), ";") if called == "FSF CSV" else as_csv(uk_rows(text), first="Report\r\n")
        }
    return files


def _four_months_later(called: str, lists_dir: Path) -> Case:
    key, folder, day, how = {**XML, **TABLES}[called]
    take: Callable[[Files], Document] = partial(Xml, shape=how) if isinstance(how, Shape) else how
    whole = take(_files(key, lists_dir / folder, called))
    files = thinned(whole, 1 if len(whole) < 1_100 else len(whole) // ENTRIES).files()
    case = Case(f"{called}, the day after", key, files, day, files, day_after(day), take)
    return [*gaps.made(case)][-1]


def _of_field(field: str, change: Callable[[str], str]) -> Damage:
    def do(document: Document, _: random.Random) -> None:
        for cell in document.cells(field):
            cell.set(change(cell.text))

    return Damage(f"{change.__name__}: {field}", do)


def of_homoglyphs(text: str) -> str:
    return text.translate(str.maketrans("AEOPCTXHaeopcx", "АЕОРСТХНаеорсх"))


def without_its_first_word(text: str) -> str:
    return text.partition(" ")[2] or text


@pytest.mark.parametrize("called", [*XML, *TABLES])
def test_names_that_a_tool_has_rewritten_do_not_pass_in_silence(called: str, lists_dir: Path) -> None:
    of = ready(_four_months_later(called, lists_dir))
    for change in (of_homoglyphs, without_its_first_word):
        result = tried(of, _of_field("name", change), 1)
        assert result is not None
        assert not result.slipped_in, result


@pytest.mark.parametrize("called", ["CONS_ADVANCED.XML", "SDN_ENHANCED.XML", "UN", "FSF XML"])
def test_elements_that_stand_elsewhere_do_not_pass_in_silence(called: str, lists_dir: Path) -> None:
    of = ready(_four_months_later(called, lists_dir))
    for damage in [*elements.damages((), ())][::100]:
        result = tried(of, damage, 1)
        assert result is None or not result.slipped_in, result
