"""How patterns are put together from their pieces."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.questions.data import NEVER, Telling, anchored, patterns, standing_apart, table
from bot.questions.spotting.sheet import Sheet
from bot.screening.words.identifiers import NUMBERED, in_text
from handlers.desk import Desk

TABLES = (
    "aspects",
    "days",
    "digests",
    "identifiers",
    "items",
    "lists",
    "mail",
    "measures",
    "options",
    "programs",
    "wishes",
)


def _said(value: object) -> list[str]:
    if isinstance(value, dict):
        return [said for each in value.values() for said in _said(each)]
    if isinstance(value, list):
        return [said for each in value for said in _said(each)]
    return [str(value)]


@pytest.mark.parametrize("name", TABLES)
def test_every_piece_that_a_pattern_holds_is_there(name: str) -> None:
    given = {
        "digests": {"numbers", "said"},
        "items": {"gl"},
        "lists": {"of_kinds", "of_peoples"},
        "options": {"key", "known"},
        "programs": {"loose", "words", "names", "countries", "shouted", "short"},
    }
    left = {piece for said in _said(table(name)) for piece in re.findall(r"\{([a-z_]{2,})\}", said)}
    assert left == given.get(name, set())


def test_a_list_of_patterns_is_a_piece_of_others() -> None:
    assert table("days")["months"][0].startswith("jan")
    assert patterns("days")["calendar"].fullmatch("January")


@pytest.mark.parametrize(
    ("lines", "made"),
    [
        (r"\bone" "\n" r"\btwo\b" "\n" "three", r"\b(?:one|two\b)|three"),
        ("^one|two\n^three\n^four", "^one|two|^(?:three|four)"),  # the first has alternatives of its own
        ("(?<=[)|] )one\n(?<=[)|] )two (?:a|b)", "(?<=[)|] )(?:one|two (?:a|b))"),
        ("[^a]one\n[^a]two", "[^a]one|[^a]two"),
        (r"\b[|]one" "\n" r"\b\|two", r"\b(?:[|]one|\|two)"),
    ],
)
def test_an_anchor_is_looked_for_once_for_the_alternatives_in_a_row_under_it(lines: str, made: str) -> None:
    assert "|".join(anchored(lines.splitlines())) == made


def test_what_is_known_only_later_is_given_when_it_is_used() -> None:
    assert patterns("options", key="B", known="B")["named"].search("what is in option B?")
    assert not patterns("options", key=NEVER, known=NEVER)["named"].search("what is in option B?")


@pytest.mark.parametrize(("text", "beside", "fits"), [("an-eu-x", r"\w", True), ("an-eu-x", r"\w-", False)])
def test_what_may_not_stand_beside_a_word_is_told(text: str, beside: str, fits: bool) -> None:
    assert bool(standing_apart("eu", beside).search(text)) is fits


def test_a_list_is_looked_for_where_a_word_begins_as_its_name_does() -> None:
    said = [words for row in table("lists")["list"] for words in row["words"].split("|")]
    plain = [words for words in said if re.fullmatch(r"[\w -]+(?:\\w[+*])?", words)]
    assert len(plain) > 20
    told = frozenset(table("lists")["telling"])
    assert [words for words in plain if not Sheet(words.split("\\")[0]).may_hold(told)] == []


def test_a_pattern_is_not_passed_over_where_it_fits() -> None:
    """What `telling` says of a pattern stands in every text in which it fits."""
    asked = [Path(__file__).with_name(name).read_text("utf-8").splitlines() for name in ("asked.txt", "heard.txt")]
    aspects = [each for of, each in table("aspects").items() if of != "telling"]
    sides = {side: standing_apart(words) for each in aspects for side, words in each.items()}
    tables = [(patterns(name), table(name)["telling"]) for name in ("marks", "mail")]
    for every, telling in (*tables, (sides, table("aspects")["telling"])):
        assert telling.keys() <= every.keys()
        texts = [line.split(" => ")[0].replace("\\n", "\n").replace("\\t", "\t") for lines in asked for line in lines]
        passed = [
            text for text in texts if [*Telling(every, telling).fitting(text)] != [*Telling(every, {}).fitting(text)]
        ]
        assert passed == []


def test_what_lists_call_their_numbers_is_known(desk: Desk) -> None:
    """A number in figures behind the label that its list gives it is of a known type, and the label of no name."""
    apart = ("wallet", "phone", "website", "email", "ticker", "aircraft", "imo", "passport")  # they are told otherwise
    parties = desk.snapshot().index._parties
    numbers = [i for at in range(len(parties)) for i in parties[at].identifiers if i.label and i.type not in apart]
    told = [(one.label, one.value) for one in numbers if re.fullmatch(r"[A-Z]{0,4}-?\d{5,}", one.value)]
    assert len(told) > 1_000
    lost = {label for label, value in told if value not in [w.value for w in in_text(f"{label} {value}")[0] if w.type]}
    assert lost <= {"Romanian C.R.", "number:", 'Identity document ("Bundespersonalausweis")'}


def test_no_listed_name_is_a_number_behind_what_lists_call_numbers(desk: Desk) -> None:
    """VATO 2002 EOOD is no VAT number."""
    names = desk.snapshot().index._names
    said = [text for at in range(len(names)) if len(text := names.name(at).text) < 100]
    assert len(said) > 30_000
    assert [text for text in said if any(pattern.search(text) for _, pattern in NUMBERED)] == []
