"""A file of names through the page: dropped, told how far it is, counted, the ten to look at first, sent back."""

from __future__ import annotations

import csv
import io
import random
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.tabs import Tab
from tests.conftest import ROOT
from tests.endure.figures import figure

pytestmark = pytest.mark.browser
LISTED = ("Gazprombank", "Oleg Deripaska", "Sberbank")
SECONDS = 600.0  # for the small one, on a machine that is busy with other things


def rows_of(count: int) -> bytes:
    """Parties whom no list has, and a listed one in five hundred."""
    chance = random.Random(18)
    words = (ROOT / "benchmarks" / "data" / "words.txt").read_text(encoding="utf-8").split()
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["Customer no.", "Customer name", "Country"])
    for number in range(count):
        name = f"{chance.choice(words)} {chance.choice(words)} {chance.randrange(10_000)} GmbH".title()
        table.writerow([f"{number:07d}", LISTED[number % 3] if number % 500 == 499 else name, "DE"])
    return out.getvalue().encode()


def screened(page: Tab, folder: Path, count: int, shots: str, seconds: float) -> float:
    """Drop a file of so many rows, wait for what comes back and read it; how many seconds it took."""
    file = folder / "parties.csv"
    file.write_bytes(rows_of(count))
    began = time.monotonic()
    page.page.locator("main .composer").get_by_label("Attach a file").set_input_files(file)
    told = page.answer("parties.csv", 120)
    page.shot(f"{shots}-a-begun")
    if count > 50_000:
        expect(told).to_contain_text("rows so far", timeout=seconds * 1000)
        expect(told.get_by_role("button", name="Cancel")).to_be_visible()
        page.shot(f"{shots}-b-under-way")
    sent = page.answer("parties.csv, screened", seconds)
    took = time.monotonic() - began
    counts = page.answer(f"{count:,} rows", 60)
    assert counts.locator("table tr").count() == 11
    sent.scroll_into_view_if_needed()
    page.shot(f"{shots}-c-done")
    with page.page.expect_popup() as opened:
        sent.get_by_role("link", name="parties-screened.csv").click()
    address = opened.value.url
    opened.value.close()
    content = page.page.request.get(address).body().decode("utf-8-sig")
    verdicts = [row["verdict"] for row in csv.DictReader(io.StringIO(content, newline=""))]
    assert len(verdicts) == count
    assert f"{verdicts.count('listed')} LISTED" in counts.inner_text()
    assert all(verdict == "listed" for verdict in verdicts[499::500])
    return took


def test_a_file_goes_through_the_page(desk, tab, tmp_path):
    screened(tab(desk).go("maria"), tmp_path, 5_000, "30-file", SECONDS)


def test_a_file_is_given_in_a_window(desk, tab, tmp_path):
    file = tmp_path / "partners.csv"
    file.write_bytes(rows_of(500))
    page = tab(desk).go("erin")
    page.page.get_by_role("link", name="Home").click()
    page.page.get_by_role("button", name="Screen a file").click()
    window = page.page.get_by_role("dialog", name="Screen a file")
    window.get_by_label("Files of names").set_input_files(file)
    page.shot("31-window-with-a-file")
    window.get_by_role("button", name="Screen").click()
    expect(window).to_be_hidden(timeout=30_000)
    page.go("erin")
    page.answer("partners.csv, screened", SECONDS)
    expect(page.answer("500 rows", 60)).to_contain_text("1 LISTED")


@pytest.mark.endure
def test_a_hundred_thousand_rows_go_through_the_page(desk, tab, tmp_path):
    took = screened(tab(desk).go("james"), tmp_path, 100_000, "32-hundred-thousand", 3_600)
    figure(f"100,000 rows through the page: {took:.0f} s, {100_000 / took:,.0f} a second")
