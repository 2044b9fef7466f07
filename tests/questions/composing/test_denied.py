"""What a question denies or leaves out: it is taken out of a set, of orders that end it stays, else it is unread."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind
from bot.questions.composing.described import denials, narrowing
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.composing.wishes import standing
from bot.questions.spotting.names import NO_NAMES
from bot.questions.spotting.sheet import Sort
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def read(words: str) -> Ask:
    return understand(words, NOON, VOCABULARY).first


@pytest.mark.parametrize(
    ("words", "programs"),
    [
        ("if EO 14024 ended but EO 13662 stayed: is Oleg Deripaska free?", ("RUSSIA-EO14024",)),
        ("if EO 14024 ended and not EO 13662, is Oleg Deripaska free?", ("RUSSIA-EO14024",)),
        ("if EO 13662 is kept and EO 14024 is lifted, is Oleg Deripaska free?", ("RUSSIA-EO14024",)),
        ("if EO 14024 and 13662 are both lifted, is Oleg Deripaska free?", ("RUSSIA-EO14024", "UKRAINE-EO13662")),
        ("with 14024 gone is Oleg Deripaska out?", ("RUSSIA-EO14024",)),
        ("so with 13662 gone Oleg Deripaska can travel again?", ("UKRAINE-EO13662",)),
    ],
)
def test_an_order_that_stays_is_not_supposed_to_end(words: str, programs: tuple[str, ...]) -> None:
    question = read(words)
    assert (question.kind, question.programs) == (Kind.COVERAGE, programs)


@pytest.mark.parametrize(
    "words",
    [
        "vessels under UKRAINE-EO13660 but not under RUSSIA-EO14024",
        "changes under UKRAINE-EO13660 since 2022 but not under RUSSIA-EO14024",
    ],
)
def test_of_a_set_and_of_changes_a_program_is_taken_out(words: str) -> None:
    question = read(words)
    assert question.programs == ("UKRAINE-EO13660",)
    assert question.filter is not None
    assert [each.programs for each in question.filter.but] == [("RUSSIA-EO14024",)]


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("Which licenses ended before 2026 without successor?", "without successor"),
        ("What if only half of option A came?", "half of option A"),
        ("Was Alisher Usmanov listed before the invasion?", "before the invasion"),
        ("Number of Syrian persons, excluding those under ended programs", "excluding those under ended programs"),
        ("which Russian oligarchs are not in option A", "which Russian oligarchs are not in option A"),
    ],
)
def test_what_is_left_out_and_not_reckoned_with_is_told(words: str, unread: str) -> None:
    assert read(words).unread == (unread,)


def test_what_is_not_known_of_a_country_is_no_name_of_a_party() -> None:
    question = read("If the US lifted everything on Belarus, who is still listed?")
    assert question.kind is not Kind.SCREENING


def seen_in(text: str) -> Seen:
    return Seen.of(Stretch(text, Frame.PROSE), NOON.date(), VOCABULARY, NO_NAMES)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Iranian vessels not under SDGT", [("denied", "not under SDGT")]),
        ("Russian banks without a BIC", [("unread", "without a BIC")]),
        ("persons under SDGT, excluding Iran and Iraq", [("denied", "excluding Iran and Iraq")]),
        ("is Rosneft listed or not", []),
    ],
)
def test_what_is_denied_is_understood_or_unread(text: str, denied: list[tuple[str, str]]) -> None:
    seen = seen_in(text)
    assert [(act.part, seen.row.said(act.first, act.last)) for act in denials(seen)] == denied


@pytest.mark.parametrize(
    ("text", "stay"),
    [
        ("EO 13662 stays and EO 14024 ends", ("UKRAINE-EO13662",)),
        ("EO 14024 ends, but not EO 13662", ("UKRAINE-EO13662",)),
        ("EO 14024 ends", ()),
    ],
)
def test_which_of_several_programs_stay(text: str, stay: tuple[str, ...]) -> None:
    assert standing(seen_in(text), Sort.PROGRAMS) == stay


def test_what_narrows_and_is_not_reckoned_with_is_told() -> None:
    assert list(narrowing(seen_in("what if only half of option A came?"), Kind.COVERAGE)) == ["half of option A"]
    assert list(narrowing(seen_in("was Rosneft listed before the invasion?"), Kind.HISTORY)) == ["before the invasion"]
    assert list(narrowing(seen_in("what if option A came?"), Kind.COVERAGE)) == []
