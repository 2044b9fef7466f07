"""A few bad rows in a file beside the main one do not keep new designations out: they are left out, or read as far as
they go, and told. More than one in a thousand are for a person to judge. On one in seven of the real SDN list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.damage.documents import OfacCsv, thinned
from bot.lists.content import whole
from bot.lists.files import EditionFiles, find_edition_files
from bot.lists.publishers import LISTS
from jobs.deciding import Decision, InForce, decide
from tests.conftest import NOON
from tests.lists.files import sdn_row

SDN = LISTS["us_ofac_sdn"]
NEW = sdn_row(46_001, "NOVATEK MURMANSK", "RUSSIA-EO14024")
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files(lists_dir: Path) -> Files:
    found = find_edition_files(SDN, lists_dir / "ofac_sdn/2023-12-28").files
    return thinned(OfacCsv({role: whole(content) for role, content in found.items()}), 7).files()


@pytest.fixture(scope="module")
def before(files: Files) -> InForce:
    first = decide(SDN, EditionFiles(files, "2023-12-28"), None, InForce(None, {}, ()), NOON, accept=True)
    return InForce(first.edition, dict(first.files or {}), first.listings)


@pytest.fixture
def next_day(files: Files, before: InForce) -> Callable[..., Decision]:
    """The edition of the day after, with one designation more and some files changed."""

    def load(**changed: bytes) -> Decision:
        primary = files["primary"].replace(b"\x1a", NEW + b"\x1a")
        return decide(SDN, EditionFiles({**files, "primary": primary, **changed}, "2023-12-29"), None, before, NOON)

    return load


def rows_of(content: bytes) -> list[bytes]:
    return content.split(b"\r\n")


def with_rows(content: bytes, change: Callable[[bytes], bytes], many: int) -> bytes:
    rows = rows_of(content)
    return b"\r\n".join([*map(change, rows[:many]), *rows[many:]])


def stray_quote(row: bytes) -> bytes:
    return row.replace(b"aka,", b'aka,"THE ', 1).replace(b",-0-", b' "GROUP" LTD",-0-', 1)


def short(row: bytes) -> bytes:
    return row.rpartition(b",")[0]


def of_nobody(row: bytes) -> bytes:
    return b"999999," + row.partition(b",")[2]


def of_a_new_kind(row: bytes) -> bytes:
    return row.replace(b",aka,", b",tka,", 1).replace(b",fka,", b",tka,", 1).replace(b",nka,", b",tka,", 1)


def test_without_damage_nothing_is_told(next_day: Callable[..., Decision]) -> None:
    outcome = next_day().outcome
    assert (outcome.status, outcome.added, outcome.reason) == ("applied", 1, "")


@pytest.mark.parametrize("role", ["alt", "add"])
@pytest.mark.parametrize(
    ("change", "told"),
    [
        (short, "line 1 has"),
        (of_nobody, "a row of 999999, which sdn.csv does not hold"),
        (lambda row: row + b"\r\n" + row, "a row that is there twice"),
    ],
)
def test_one_bad_row_is_told_and_the_designation_comes(
    files: Files, next_day: Callable[..., Decision], role: str, change: Callable[[bytes], bytes], told: str
) -> None:
    outcome = next_day(**{role: with_rows(files[role], change, 1)}).outcome
    assert (outcome.status, outcome.added) == ("applied", 1), outcome.reason
    assert outcome.reason.startswith(f"{role}.csv: 1 row of ")
    assert told in outcome.reason


def test_a_stray_quotation_mark_in_a_name_is_read_over_and_told_and_no_name_is_lost(
    files: Files, next_day: Callable[..., Decision], before: InForce
) -> None:
    decision = next_day(alt=with_rows(files["alt"], stray_quote, 1))
    assert (decision.outcome.status, decision.outcome.added) == ("applied", 1), decision.outcome.reason
    assert sum(len(one.names) for one in decision.listings) == sum(len(one.names) for one in before.listings) + 1
    assert "alt.csv: 1 row of " in decision.outcome.reason
    assert "has a stray quotation mark)" in decision.outcome.reason


def test_rows_that_are_bad_for_several_reasons_are_told_with_two_of_them(
    files: Files, next_day: Callable[..., Decision]
) -> None:
    rows = with_rows(with_rows(files["alt"], stray_quote, 1), of_a_new_kind, 1)
    reason = next_day(alt=rows).outcome.reason
    assert "alt.csv: 2 rows of " in reason
    assert "stray quotation mark; the kind of alias 'tka' is new)" in reason


def test_a_new_word_for_a_kind_of_alias_is_told_and_its_name_stays(
    files: Files, next_day: Callable[..., Decision], before: InForce
) -> None:
    decision = next_day(alt=with_rows(files["alt"], of_a_new_kind, 1))
    assert decision.outcome.status == "applied"
    assert "the kind of alias 'tka' is new" in decision.outcome.reason
    assert sum(len(one.names) for one in decision.listings) == sum(len(one.names) for one in before.listings) + 1


@pytest.mark.parametrize("role", ["alt", "add"])
@pytest.mark.parametrize("change", [short, of_nobody, lambda row: row + b"\r\n" + row])
def test_more_than_one_in_a_thousand_is_held_with_its_figures(
    files: Files, next_day: Callable[..., Decision], role: str, change: Callable[[bytes], bytes]
) -> None:
    many = len(rows_of(files[role])) // 1000 + 2
    outcome = next_day(**{role: with_rows(files[role], change, many)}).outcome
    assert outcome.status == "held", outcome.reason
    assert f"bad rows in {role}.csv: {many} of " in outcome.reason


def test_as_many_as_one_in_a_thousand_are_applied_and_told(files: Files, next_day: Callable[..., Decision]) -> None:
    many = len(rows_of(files["alt"])) // 1000
    assert many >= 2
    outcome = next_day(alt=with_rows(files["alt"], lambda row: row + b"\r\n" + row, many)).outcome
    assert outcome.status == "applied", outcome.reason
    assert outcome.reason.startswith(f"alt.csv: {many} rows of ")
