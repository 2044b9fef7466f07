from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.document import Act, Action, Answer, Card, Tone, person, text
from bot.blocks import kit
from bot.blocks.errors import shared_by
from bot.blocks.render import MARKS, render
from bot.questions.ask import Kind
from tests.blocks.checks import assert_payload, elements, mrkdwn, shown
from tests.blocks.samples import BY_KIND, HOSTILE, ROSNEFT, naming


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_answer_passes_slacks_rules(kind: Kind):
    message = render(BY_KIND[kind])
    assert_payload(message.blocks)
    assert 0 < len(message.text) <= 3_000


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name[:20]))
def test_a_hostile_name_comes_out_harmless(name: str):
    assert_harmless(name)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_name_comes_out_harmless_and_as_written(name: str):
    assert_harmless(name)
    assert kit.tidy(name) in shown(render(naming(name)).blocks)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["<!channel>", "*", "_", "`", "~", "<", ">", "&", "|", "@here", "a", " ", ":x:", "😀"]))
)
def test_any_mixture_of_markup_comes_out_harmless(parts: list[str]):
    assert_harmless("".join(parts))


def assert_harmless(name: str) -> None:
    message = render(naming(name))
    assert_payload(message.blocks)
    for element in elements(message.blocks):
        assert element.get("type") not in ("broadcast", "user", "usergroup", "channel", "emoji")
    for said in [message.text, *(one.partition("|")[2].removesuffix(">") for one in mrkdwn(message.blocks))]:
        assert "<" not in said
        assert ">" not in said
        assert "@here" not in said
        assert "@channel" not in said


def test_a_phone_names_people_and_not_their_ids():
    answer = Answer("unwatch", (Card(text(person("U0MARIA"), " stopped watching Rosneft.")),))
    assert render(answer).text == "<@U0MARIA> stopped watching Rosneft."
    assert render(Answer("x", (Card(text("U0MARIA is no person here.")),))).text == "U0MARIA is no person here."


def test_the_verdict_is_the_first_thing_in_the_blocks_and_in_the_text():
    message = render(Answer(kind="screening", cards=(ROSNEFT,)))
    assert message.text.startswith("LISTED, probably blocked: Rosneft Oil Company (OJSC, Russia).")
    first, second, *_ = message.blocks[0]["elements"][0]["elements"]
    assert first["text"] == "🔶 "
    assert second == {"type": "text", "text": "LISTED, probably blocked: Rosneft Oil Company", "style": {"bold": True}}


def test_with_several_subjects_the_text_gives_every_verdict_before_any_evidence():
    said = render(BY_KIND[Kind.SCREENING]).text.split("\n")
    assert said[0].startswith("LISTED, probably blocked: Rosneft")
    assert said[1].startswith("LISTED, probably blocked: Lukoil")


def test_marks_differ_by_shape_and_no_verdict_has_none():
    marked = [mark for tone, mark in MARKS.items() if tone is not Tone.NEUTRAL]
    assert all(marked)
    assert len(marked) == len(set(marked))


def test_buttons_say_to_a_screen_reader_whose_they_are():
    labels = [e.get("accessibility_label") for e in elements(render(BY_KIND[Kind.SCREENING]).blocks)]
    assert "Details for Rosneft Oil Company" in labels


def test_lines_with_a_bullet_become_a_list():
    body = render(BY_KIND[Kind.OPTION]).blocks[0]["elements"]
    assert [part["type"] for part in body] == ["rich_text_section", "rich_text_section", "rich_text_list"]
    assert body[2]["elements"][1]["elements"][0]["text"] == "license transactions with banks under RUSSIA-EO14024"


def test_three_hundred_lines_are_cut_and_the_rest_is_counted():
    lines = tuple(text(f"• designated: PARTY NUMBER {n} of a long list of parties") for n in range(300))
    message = render(Answer(kind="changes", cards=(Card(text("300 changes"), lines=lines),)))
    assert_payload(message.blocks)
    kept = sum("PARTY NUMBER" in e["text"] for e in elements(message.blocks) if isinstance(e.get("text"), str))
    assert f"… and {300 - kept} more lines" in shown(message.blocks)
    assert kept > 50


def test_where_not_all_fit_no_listed_party_is_left_out():
    nobody = tuple(
        Card(text(f"NO MATCH for NOBODY {n}."), lines=(text("x" * 300),), tone=Tone.NO_MATCH) for n in range(80)
    )
    message = render(Answer(kind="screening", cards=(*nobody, ROSNEFT)))
    assert_payload(message.blocks)
    first = message.blocks[0]["elements"][0]["elements"]
    assert "Rosneft" in first[1]["text"]
    assert "more that do not fit in one message" in shown(message.blocks)


def test_five_hundred_subjects_are_cut_and_those_left_out_are_counted_and_named():
    cards = tuple(replace(ROSNEFT, headline=text(f"LISTED, blocked: PARTY {n}")) for n in range(500))
    message = render(Answer(kind="screening", cards=cards))
    assert_payload(message.blocks)
    assert_payload(shared_by(message, "U123").blocks)
    said = shown(message.blocks)
    whole = sum(block["type"] == "actions" for block in message.blocks)
    assert f"And {500 - whole} more that do not fit in one message" in said
    assert f"PARTY {whole}" in said
    assert len(message.text) <= 3_000


def test_a_short_card_keeps_its_lines_beside_a_long_one():
    long = Card(text("300 changes"), lines=tuple(text("x" * 200) for _ in range(300)))
    assert "The full name is equal." in shown(render(Answer(kind="changes", cards=(long, ROSNEFT))).blocks)


def test_a_button_whose_value_slack_would_refuse_is_not_drawn():
    action = Action(Act.SHARE, "Share in channel", "x" * 2_001)
    message = render(Answer(kind="screening", cards=(ROSNEFT,), actions=(action,)))
    assert "Share in channel" not in shown(message.blocks)


def test_an_address_that_is_no_web_address_is_never_a_link():
    action = Action(Act.OPEN, "Open", "javascript:alert(1)")
    message = render(Answer(kind="screening", cards=(ROSNEFT,), actions=(action,)))
    assert "javascript" not in str(message.blocks)


def test_no_more_than_five_buttons_stand_in_a_row():
    asks = tuple(Action(Act.ASK, f"Ask {n}", f"question {n}") for n in range(12))
    message = render(Answer(kind="help", cards=(ROSNEFT,), actions=asks))
    rows = [len(block["elements"]) for block in message.blocks if block["type"] == "actions"]
    assert rows == [2, 5, 5, 2]


def test_an_answer_without_cards_still_has_words():
    message = render(Answer(kind="help", cards=()))
    assert message.text
    assert_payload(message.blocks)
