"""Pictures of relief options: the bars add up, the words say the figures, hostile titles are only words."""

from __future__ import annotations

import io
import struct
import sys

import pytest

from bot.pictures import Chart, Panel, PicturesMissing, Row, alt_text, draw_png, overlap_chart, reach_chart
from bot.pictures.chart import ALT
from bot.pictures.relief import Drawn
from bot.sanctions.listing import Listing
from bot.sanctions.party import Schema
from bot.sanctions.register import Register
from bot.sanctions.relief.impact import evaluate
from bot.sanctions.relief.option import ReliefOption, Selector, Term
from bot.sanctions.relief.reached import reached_by
from tests.builders import a_listing, a_person

DERIPASKA = a_person()
ADLER = a_listing(
    "ADLER", list="us_ofac_sdn", entity_id="ofac-37057", schema=Schema.VESSEL, programs=("RUSSIA-EO14024",)
)
ROSNEFT = a_listing()
STANDING = "Option Z: draft, illustrative, not in force."


def drawn(key: str, *terms: Term, title: str = "A test", listings: tuple[Listing, ...] = ()) -> Drawn:
    register = Register.of(listings or (DERIPASKA, ADLER, ROSNEFT))
    option = ReliefOption(key, title, "draft", terms)
    return Drawn(key, title, 1, reached_by(evaluate(option, register), register))


DELISTS_ALL = Term("delist", (Selector(list="us_ofac_sdn"),))
LICENSES_BODIES = Term("license", (Selector(type="Company"),))


def test_a_chart_has_a_bar_for_each_type_and_each_program_with_what_it_counts() -> None:
    chart = reach_chart(drawn("Z", DELISTS_ALL, LICENSES_BODIES), STANDING, "Reckoned on: SDN.")
    types, programs = chart.panels
    assert {row.label: row.counts for row in types.rows} == {
        "persons": (1, 0),
        "vessels": (1, 0),
        "companies and other bodies": (0, 1),
    }
    assert sum(row.total for row in types.rows) == 3
    assert {row.label: row.counts for row in programs.rows}["UKRAINE-EO13662"] == (1, 1)
    assert programs.note == "A party under two programs counts under each."


def test_the_words_for_those_who_do_not_see_it_begin_with_the_standing_and_state_the_figures() -> None:
    said = alt_text(reach_chart(drawn("Z", DELISTS_ALL), STANDING, "Reckoned on: SDN 28 Dec 2023."))
    assert said.startswith(
        "Bar chart. Option Z: draft, illustrative, not in force. A test (version 1): 2 would come off"
    )
    assert "By type: persons: would come off 1; vessels: would come off 1." in said
    assert said.endswith("Reckoned on: SDN 28 Dec 2023.")


def test_every_party_stands_in_one_bar_of_an_overlap() -> None:
    one, other = drawn("Y", DELISTS_ALL), drawn("Z", LICENSES_BODIES, Term("license", (Selector(type="Vessel"),)))
    chart = overlap_chart([one, other], "Options Y and Z: draft, not in force.", "")
    (panel,) = chart.panels
    assert {row.label: row.total for row in panel.rows} == {"only Y": 1, "only Z": 1, "Y and Z": 1}
    assert sum(row.total for row in panel.rows) == len({r.entity_id for d in (one, other) for r in d.reached})


def test_combinations_of_three_are_named_so_that_none_is_mistaken() -> None:
    chart = overlap_chart([drawn(key, DELISTS_ALL) for key in "XYZ"], "Drafts.", "")
    labels = [row.label for row in chart.panels[0].rows]
    assert labels == ["only X", "only Y", "only Z", "X and Y only", "X and Z only", "Y and Z only", "X and Y and Z"]
    assert chart.panels[0].rows[-1].total == 2


def test_long_words_are_cut_to_what_slack_keeps_and_never_within_a_row() -> None:
    rows = tuple(Row(f"PROGRAM-{n}" * 3, (n, n)) for n in range(1, 40))
    chart = Chart(STANDING, "Many", ("a", "b"), (Panel("By program", rows), Panel("Again", rows * 3)), "Foot." * 90)
    said = alt_text(chart)
    assert len(said) <= ALT
    assert "and 31 more" in said


# ---- drawn -----------------------------------------------------------------


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", io.BytesIO(png[16:24]).read())
    return width, height


@pytest.mark.parametrize(
    "title",
    [
        "Ships",
        r"$\frac{1}{0}$ and $",
        "<!channel> *bold* `code`",
        "\x00\x1b[31m\u202egnp.exe",
        "制裁 🚢 Роснефть",
        "x" * 5_000,
        "",
        "a\nb\nIN FORCE",
    ],
)
def test_a_hostile_title_is_drawn_as_words(title: str) -> None:
    pytest.importorskip("matplotlib")
    chart = reach_chart(drawn("Z", DELISTS_ALL, title=title), STANDING, "Reckoned on: SDN.")
    width, height = size(draw_png(chart))
    assert width == 1_170
    assert 250 < height < 1_200


def test_an_option_that_reaches_nobody_is_drawn_as_reaching_nobody() -> None:
    pytest.importorskip("matplotlib")
    chart = reach_chart(drawn("Z"), STANDING, "")
    assert "By type: nobody." in alt_text(chart)
    size(draw_png(chart))


def test_one_picture_is_always_the_same_bytes() -> None:
    pytest.importorskip("matplotlib")
    chart = overlap_chart([drawn("Y", DELISTS_ALL), drawn("Z", LICENSES_BODIES)], STANDING, "")
    assert draw_png(chart) == draw_png(chart)


def test_without_matplotlib_the_reader_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(PicturesMissing, match=r"pip install 'sanctions-bot\[plots\]'. Everything else works without"):
        draw_png(reach_chart(drawn("Z"), STANDING, ""))


@pytest.mark.parametrize("label", ["W" * 60, "23 Jul 2027: The review due on 15 Ju…", "GL 8"])
def test_the_longest_label_stands_whole_before_its_bar(label: str) -> None:
    image = pytest.importorskip("matplotlib.image")
    chart = Chart("A draft.", "What ends.", ("days",), (Panel("Days", (Row(label, (20,)), Row("short", (300,)))),))
    pixels = image.imread(io.BytesIO(draw_png(chart)))
    assert (pixels[:, :8, :3] > 0.99).all(), "something is drawn over the left edge"
