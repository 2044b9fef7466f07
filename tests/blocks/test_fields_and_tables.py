"""Identity as fields, listings as a table, by Slack's rules: one table a message, and lines where none can be drawn."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.document import Answer, Card, Table, bold, text
from bot.blocks.render import render
from tests.blocks.checks import assert_payload, shown

LISTINGS = Table("Listings of X", ("List", "Effect"), (("SDN", "blocked"), ("non-SDN", "sectoral directive 1")))
CARD = Card(headline=text(bold("LISTED, blocked: X.")), fields=(("INN", "*7707*"), ("Born", "<1956>")), table=LISTINGS)


def kinds(answer: Answer) -> list[str]:
    return [block["type"] for block in render(answer).blocks]


def test_a_card_is_the_verdict_then_fields_then_the_table_then_its_lines() -> None:
    message = render(Answer(kind="screening", cards=(replace(CARD, lines=(text("By name alone."),)),)))
    assert_payload(message.blocks)
    assert [block["type"] for block in message.blocks] == ["rich_text", "section", "table", "rich_text"]


def test_values_in_fields_are_data_and_no_markup() -> None:
    (section,) = [b for b in render(Answer(kind="screening", cards=(CARD,))).blocks if b["type"] == "section"]
    assert section["fields"][1]["text"] == "*Born*\n&lt;1956&gt;"
    assert section["fields"][0]["text"] == "*INN*\n\u200b*\u200b7707\u200b*\u200b"


def test_a_second_table_of_a_message_is_lines() -> None:
    blocks = render(Answer(kind="screening", cards=(CARD, CARD))).blocks
    assert_payload(blocks)
    assert kinds(Answer(kind="screening", cards=(CARD, CARD))).count("table") == 1
    assert "non-SDN: sectoral directive 1." in shown(blocks)


def test_a_table_too_long_to_read_is_lines() -> None:
    long = replace(CARD, table=Table("T", ("Party", "Left"), tuple((f"PARTY {n}", "blocked") for n in range(31))))
    assert "table" not in kinds(Answer(kind="option", cards=(long,)))


def test_the_plain_text_has_fields_and_table_as_lines() -> None:
    assert Answer(kind="screening", cards=(CARD,)).text.splitlines() == [
        "LISTED, blocked: X.",
        "INN *7707*; Born <1956>.",
        "SDN: blocked.",
        "non-SDN: sectoral directive 1.",
    ]
