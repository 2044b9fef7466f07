"""What is supposed of options, and whether what has come about of one is asked for, in the words that people use."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def read(words: str) -> Ask:
    return understand(words, NOON, VOCABULARY).first


@pytest.mark.parametrize(
    "words",
    [
        "what of option B has come about?",
        "has anything of option B happened?",
        "what has happened of option B since?",
        "which of option B came true?",
        "has any of option B materialised",
        "how much of relief option B has been carried out?",
        "what from option B has been implemented so far",
        "Has anything in option B come true yet?",
        "что из варианта B сбылось?",
        "что из варианта B уже произошло?",
    ],
)
def test_what_has_come_about_of_an_option_is_asked_for(words: str):
    question = read(words)
    assert (question.kind, question.options, question.option.came) == (Kind.OPTION, ("B",), True)
    assert question.unread == ()


@pytest.mark.parametrize(
    "words",
    [
        "what changed in option B?",
        "what's in option B?",
        "what would happen to Rosneft under option B?",
        "what happened to option B yesterday?",
        "who would come off under option B?",
        "would option B free Rosneft?",
    ],
)
def test_what_was_edited_in_an_option_or_what_it_would_do_is_something_else(words: str):
    assert not read(words).option.came


@pytest.mark.parametrize(
    ("words", "options", "subjects", "without"),
    [
        ("option A without Deripaska", ("A",), ["Deripaska"], ["Deripaska"]),
        ("what would option A without Oleg Deripaska do?", ("A",), ["Oleg Deripaska"], ["Oleg Deripaska"]),
        ("would option B without Rosneft free Sovcomflot?", ("B",), ["Rosneft", "Sovcomflot"], ["Rosneft"]),
        ("would option B free Sovcomflot except Rosneft", ("B",), ["Sovcomflot", "Rosneft"], ["Rosneft"]),
        (
            "option A without Deripaska and Usmanov",
            ("A",),
            ["Deripaska", "Usmanov"],
            ["Deripaska", "Usmanov"],
        ),
        ("вариант A без Deripaska", ("A",), ["Deripaska"], ["Deripaska"]),
    ],
)
def test_who_is_left_out_is_told_from_who_is_asked_of(
    words: str, options: tuple[str, ...], subjects: list[str], without: list[str]
):
    question = read(words)
    assert (question.kind, question.options) == (Kind.COVERAGE, options)
    assert [one.name for one in question.subjects] == subjects
    assert [one.name for one in question.without] == without


@pytest.mark.parametrize("words", ["is Rosneft sanctioned without a license?", "check Rosneft except Lukoil"])
def test_nobody_is_left_out_where_no_option_is_named(words: str):
    assert read(words).without == ()


@pytest.mark.parametrize(
    ("words", "kind", "together"),
    [
        ("what if A and B together?", Kind.COMPARISON, True),
        ("would A and B together free Rosneft?", Kind.COVERAGE, True),
        ("VTB if A and B both pass", Kind.COVERAGE, True),
        ("if options A and C both come, what is left of Sberbank?", Kind.COVERAGE, True),
        ("option A plus option B", Kind.COMPARISON, True),
        ("compare A and B", Kind.COMPARISON, False),
        ("A vs B", Kind.COMPARISON, False),
        ("would A or B free Rosneft?", Kind.COVERAGE, False),
        ("compare A and B together", Kind.COMPARISON, False),
    ],
)
def test_options_that_come_together_are_told_from_those_compared(words: str, kind: Kind, together: bool):
    question = read(words)
    assert (question.kind, question.together) == (kind, together)


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        ("would option A free Deripaska's companies?", True),
        ("if EO 14024 ends, are Deripaska's companies free?", True),
        ("would option A free Deripaska?", False),
    ],
)
def test_the_companies_of_somebody_are_not_that_person(words: str, linked: bool):
    question = read(words)
    assert (question.kind, question.linked) == (Kind.COVERAGE, linked)
    assert [one.name for one in question.subjects] == ["Deripaska"]
    assert question.unread == ()


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("what ends in December?", "2026-12-01", "2026-12-31"),
        ("what licenses end in December 2026?", "2026-12-01", "2026-12-31"),
        ("what expires in January?", "2027-01-01", "2027-01-31"),
        ("which licenses expired in March?", "2026-03-01", "2026-03-31"),
    ],
)
def test_what_ends_in_a_month_ends_in_the_next_one(words: str, since: str, until: str):
    question = read(words)
    assert question.kind is Kind.LICENSE
    assert question.period is not None
    assert (str(question.period.since), str(question.period.until)) == (since, until)


@pytest.mark.parametrize("words", ["LNG price cap", "is there a price cap on Russian LNG?", "потолок цен на СПГ"])
def test_the_cap_on_lng_is_not_that_on_crude(words: str):
    known = {**VOCABULARY.measures, "lng-price-cap": "Price cap on Russian LNG (there is none)"}
    question = understand(words, NOON, VOCABULARY.__class__(VOCABULARY.options, VOCABULARY.programs, known)).first
    assert (question.kind, question.measures) == (Kind.MEASURE, ("lng-price-cap",))


@pytest.mark.parametrize(
    ("words", "options", "programs"),
    [
        ("suppose option B passes. would Sberbank be free?", ("B",), ()),
        ("Assume C goes ahead next week. Does Rosneft walk?", ("C",), ()),
        ("what if EO 14024 is repealed? is Sberbank released then?", (), ("RUSSIA-EO14024",)),
        ("допустим, вариант B принят. Сбербанк освободят?", ("B",), ()),
    ],
)
def test_a_sentence_that_supposes_is_what_the_next_one_asks_under(
    words: str, options: tuple[str, ...], programs: tuple[str, ...]
):
    reading = understand(words, NOON, VOCABULARY)
    assert reading.last.kind is Kind.COVERAGE
    assert (reading.last.options, reading.last.programs) == (options, programs)
    assert len(reading.last.subjects) == 1


def test_what_is_only_said_before_is_not_supposed():
    reading = understand("what's in option B? is Sberbank sanctioned?", NOON, VOCABULARY)
    assert [ask.kind for ask in reading.asks] == [Kind.OPTION, Kind.SCREENING]
