"""The project's own YAML files: read with reasons, refused with lines, written without loss."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest

from bot.errors import BadInput
from bot.sanctions.files.briefing import read_briefing
from bot.sanctions.files.marked import MOST_CHARACTERS
from bot.sanctions.files.options import read_groups, read_options, read_terms, write_options
from bot.sanctions.files.programs import programs_from
from bot.sanctions.relief.option import Group, Selector
from bot.sanctions.relief.wording import duration_in_words

DATA = files("bot") / "data"
OPTIONS = (DATA / "relief" / "options.yml").read_text(encoding="utf-8")
BRIEFING = (DATA / "relief" / "briefing.yml").read_text(encoding="utf-8")

GOOD = """\
groups:
  banks: {title: Banks, entities: [ofac-17018, ofac-17013]}
options:
  - key: D
    title: A draft
    status: draft
    terms:
      - action: license
        duration: P180D
        select: [{group: banks}]
"""


def refusal(text: str) -> str:
    with pytest.raises(BadInput) as refused:
        read_options(text, "mine.yml")
    return str(refused.value)


# ---- relief options --------------------------------------------------------


def test_the_starter_options_are_read_whole() -> None:
    a, b, c = read_options(OPTIONS, "options.yml")
    assert [a.key, b.key, c.key] == ["A", "B", "C"]
    assert a.illustrative
    assert not a.in_force
    assert a.in_return["says"] == "Nothing public says what would be asked in return."
    assert [group.key for group in a.groups] == ["oligarchs"]
    assert a.terms[1].select == (Selector(linked_to=Selector(group="oligarchs")),)
    assert b.terms[0].scope == "program"
    assert b.terms[3].measure == "oil-price-cap-crude"
    assert c.terms[0].exclude == (Selector(type="Vessel"), Selector(type="Airplane"))


def test_the_starter_options_come_back_as_they_were_written() -> None:
    options = read_options(OPTIONS, "options.yml")
    assert read_options(write_options(options), "again.yml") == options


def test_two_options_may_hold_different_groups_of_one_key() -> None:
    a = read_options(GOOD, "mine.yml")[0]
    b = replace(a, key="E", groups=(Group("banks", "Two banks", ("ofac-17016",)),))
    assert read_options(write_options([a, b]), "again.yml") == [a, b]


@pytest.mark.parametrize(
    ("was", "becomes", "line", "reason"),
    [
        ("title: A draft", "titel: A draft", 5, "the key 'titel' is not known"),
        ("    title: A draft\n", "", 4, "title is missing"),
        ("title: A draft", "title: no", 5, "title must be text; 'no' is read as something else: put it in quotes"),
        ("title: A draft", "title: 2025-03-03", 5, "put it in quotes"),
        ("title: A draft", "title: ' '", 5, "title is empty"),
        ("title: A draft", 'title: "a\\u202Eb"', 5, "U+202E"),
        ("title: A draft", 'title: "a\\0b"', 5, "U+0000"),
        ("key: D", "key: d", 4, "in capitals"),
        ("key: D", "key: 7", 4, "put it in quotes"),
        ("status: draft", "status: leaked", 6, "status 'leaked' is not known; it is one of draft, under_review"),
        ("status: draft", "status: draft\n    status: draft", 7, "the key 'status' stands twice"),
        ("status: draft", "status: draft\n    version: 0", 7, "whole number from 1"),
        ("status: draft", "status: draft\n    illustrative: maybe", 7, "true or false"),
        ("status: draft", "status: draft\n    effective_from: 2025-13-01", 7, "must be a date such as"),
        ("status: draft", "status: draft\n    jurisdiction: Mars", 7, "jurisdiction 'Mars' is not known"),
        ("action: license", "action: free", 8, "action 'free' is not known"),
        ("duration: P180D", "duration: 180 days", 9, "not an ISO 8601 duration"),
        ("duration: P180D", "duration: P", 9, "not an ISO 8601 duration"),
        ("duration: P180D", "scope: program", 9, "scope goes with delist, not with license"),
        ("duration: P180D", "measure: oil-price-cap-crude", 8, "either select or measure"),
        ("{group: banks}", "{group: bank}", 10, "the group 'bank' is not defined"),
        ("{group: banks}", "{type: Yacht}", 10, "type 'Yacht' is not known"),
        ("{group: banks}", "{list: sdn}", 10, "list 'sdn' is not known"),
        ("{group: banks}", "{}", 10, "a selector needs a key"),
        ("[{group: banks}]", "[]", 10, "select is empty"),
        ("[{group: banks}]", "banks", 10, "select must be a list"),
        ("{group: banks}", "{linked_to: {linked_to: {group: banks}}}", 10, "only direct links"),
        ("[{group: banks}]", "&a [*a]", 10, "aliases"),
        ("entities: [ofac-17018, ofac-17013]", "entities: [ofac-17018, ofac-17018]", 2, "stands twice"),
        ("entities: [ofac-17018, ofac-17013]", "entities: [ofac 17018]", 2, "is not an entity id"),
        ("[{group: banks}]", "[" * 40 + "]" * 40, 10, "nested deeper"),
        ("[{group: banks}]", "[{group: banks}", 11, "expected"),
    ],
)
def test_a_bad_file_is_refused_naming_line_and_reason(was: str, becomes: str, line: int, reason: str) -> None:
    assert was in GOOD
    said = refusal(GOOD.replace(was, becomes, 1))
    assert said.startswith(f"mine.yml, line {line}")
    assert reason in said


def test_a_refusal_names_the_option_and_the_term() -> None:
    assert "option D, term 1" in refusal(GOOD.replace("P180D", "soon"))


def test_an_option_that_stands_twice_is_refused() -> None:
    twice = GOOD + GOOD.partition("options:\n")[2]
    assert "option D stands twice" in refusal(twice)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing",
        "options:",
        "a: b",
        "- 1",
        "\x00",
        "options: []\n---\noptions: []",
        "!!python/object:os.x {}",
        "? [a]\n: b",
        "options: {1: 2}",
        '"\\U7FFFFFFF"',
        f"%YAML {'9' * 5000}.1\n--- a",
        "<<: {a: b}",
        "!%ff a",
    ],
)
def test_what_is_no_options_file_is_refused(text: str) -> None:
    assert refusal(text).startswith("mine.yml")


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a, *a]\n" for n in range(9))
    assert "aliases" in refusal(bomb)
    assert "longer than" in refusal("x" * (MOST_CHARACTERS + 1))


def test_a_measure_is_suspended_or_amended_and_never_delisted() -> None:
    measure = GOOD.replace("        duration: P180D\n        select: [{group: banks}]\n", "        measure: cap\n")
    assert "a measure is no listing" in refusal(measure.replace("license", "delist"))
    assert "new parameters" in refusal(measure.replace("license", "amend"))
    amended = measure.replace("license", "amend") + "        parameters: {level: 47.6, currency: USD}\n"
    assert read_options(amended, "mine.yml")[0].terms[0].parameters == {"level": 47.6, "currency": "USD"}


# ---- briefing and programs -------------------------------------------------


def test_the_starter_briefing_is_read_whole() -> None:
    briefing = read_briefing(BRIEFING, "briefing.yml")
    assert (len(briefing.statements), len(briefing.measures), len(briefing.programs)) == (76, 12, 8)
    cap = briefing.measures[0]
    assert (cap.id, cap.parameters["level"], cap.in_effect_since) == ("oil-price-cap-crude", 60, "2022-12-05")
    assert briefing.sources[0].url == ""
    assert {one.id: one for one in briefing.statements}["first-contact"].date == "2025-02-12"


def test_a_sentence_cut_at_an_unquoted_comma_is_joined_again() -> None:
    text = "statements:\n- {id: a, topic: [x], confidence: unknown, says: The House, the Senate and 30,000 others.}\n"
    assert read_briefing(text, "b.yml").statements[0].says == "The House, the Senate and 30,000 others."


def test_a_rest_that_could_be_a_key_is_refused() -> None:
    text = "statements:\n- {id: a, topic: [x], confidence: unknown, says: The House, date, and more}\n"
    with pytest.raises(BadInput, match=r"line 2.*date has no value"):
        read_briefing(text, "b.yml")


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [
        ("confidence: reported\n", "confidence: certain\n", "confidence 'certain' is not known"),
        ("source: report", "source: rumour", "the source 'rumour' is not under sources"),
        ("id: request", "id: plan", "the id 'plan' stands twice"),
        ("https://ofac", "javascript:ofac", "must begin with https://"),
    ],
)
def test_a_bad_briefing_is_refused(was: str, becomes: str, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_briefing(BRIEFING.replace(was, becomes, 1), "b.yml")
    assert str(refused.value).startswith("b.yml, line ")
    assert reason in str(refused.value)


def test_a_program_without_a_title_is_refused() -> None:
    with pytest.raises(BadInput, match="line 2, program X: title is missing"):
        programs_from("programs:\n  X: {date: 2020-01-01}\n")


# ---- durations -------------------------------------------------------------


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P180D", "180 days"),
        ("P1D", "1 day"),
        ("P1Y6M", "1 year and 6 months"),
        ("P2W", "2 weeks"),
        ("PT36H", "36 hours"),
        ("P1M2DT3H", "1 month, 2 days and 3 hours"),
    ],
)
def test_a_duration_is_said_in_words(duration: str, words: str) -> None:
    assert duration_in_words(duration) == words


@pytest.mark.parametrize("duration", ["", "P", "PT", "P1", "180D", "P1DT", "P-1D", "p1d", "P1.5D", "P٣D"])
def test_what_is_no_duration_is_refused(duration: str) -> None:
    with pytest.raises(BadInput):
        duration_in_words(duration)


def test_a_confidential_option_keeps_who_may_know_of_it():
    text = GOOD.replace(
        "status: draft", "status: draft\n    confidential: true\n    channels: [C0DEAL]\n    people: [U0AB]"
    )
    (option,) = read_options(text, "x.yml")
    assert (option.confidential, option.channels, option.people) == (True, ("C0DEAL",), ("U0AB",))
    assert read_options(write_options([option]), "x.yml") == [option]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("channels: [C0DEAL]", "channels goes with confidential: true"),
        ("confidential: yes please", "confidential must be true or false"),
        ("confidential: true\n    channels: ['#deal']", "'#deal' is not a channel id"),
        ("confidential: true\n    people: [maria]", "'maria' is not a person's id"),
    ],
)
def test_who_may_know_has_to_be_named_by_id(line: str, reason: str):
    with pytest.raises(BadInput, match=rf"x\.yml, line \d+, option D: .*{reason}"):
        read_options(GOOD.replace("status: draft", f"status: draft\n    {line}"), "x.yml")


def test_terms_by_themselves_are_refused_with_their_line():
    with pytest.raises(BadInput, match=r"Terms, line 3, term 2: action .free. is not known"):
        read_terms(
            "- action: delist\n  select: [{program: X}]\n- action: free\n  select: [{program: X}]\n", "Terms", {}
        )
    assert read_groups(" ", "Groups") == {}
