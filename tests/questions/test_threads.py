"""What a follow-up takes from the ask before it."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind
from bot.questions.composing.seen import shapes
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY, in_words


def ask(text: str, before: Ask | None = None) -> Ask:
    return understand(text, NOON, VOCABULARY, before).last


@pytest.mark.parametrize(
    ("said", "number"),
    [("the first one", 1), ("the second one", 2), ("number three", 3), ("the last one", -1), ("#2", 2)],
)
def test_one_of_the_candidates_is_picked_by_its_number(said: str, number: int) -> None:
    picked = ask(said, ask("is VTB sanctioned?"))
    assert (picked.kind, picked.pick) == (Kind.SCREENING, number)
    assert [subject.name for subject in picked.subjects] == ["VTB"]


@pytest.mark.parametrize(("said", "name"), [("the first one", "Rosneft"), ("the latter", "Lukoil")])
def test_one_of_the_parties_that_were_asked_about_is_picked(said: str, name: str) -> None:
    picked = ask(said, ask("is Rosneft or Lukoil sanctioned?"))
    assert ([subject.name for subject in picked.subjects], picked.pick) == ([name], 0)


def test_what_is_picked_is_no_longer_picked_when_another_name_follows() -> None:
    picked = ask("the second one", ask("is VTB sanctioned?"))
    assert ask("and Lukoil?", picked).pick == 0


@pytest.mark.parametrize(
    ("before", "said", "kind"),
    [
        ("is Rosneft sanctioned?", "and Lukoil?", Kind.SCREENING),
        ("is Rosneft sanctioned?", "would option B change that?", Kind.COVERAGE),
        ("is Rosneft sanctioned?", "since when?", Kind.HISTORY),
        ("compare options A and B", "and with C?", Kind.COMPARISON),
        ("what changed last week?", "only the removals", Kind.CHANGES),
    ],
)
def test_a_follow_up_leans_on_the_ask_before(before: str, said: str, kind: Kind) -> None:
    question = ask(said, ask(before))
    assert question.kind is kind
    assert question.understood


def test_without_anything_before_it_a_pointer_points_at_nobody() -> None:
    assert not ask("is it sanctioned?").understood


@pytest.mark.parametrize("before", ["what's in option B?", "is Rosneft sanctioned?", "what ends in December?", "help"])
@pytest.mark.parametrize(
    "words",
    [
        "is Lukoil on the SDN list?",
        "was VTB on the SDN list on 1 March 2022?",
        "when was VTB first sanctioned",
        "is it true that Sberbank is blocked?",
        "which vessels are under EO 14024?",
        "how many Iranian vessels are sanctioned?",
        "any new vessels added this month?",
        "what relief options do we have",
        "show me option A",
        "check these:\n- Bank Rossiya\n- Promsvyazbank",
        "IMO 9187629",
        "Novatek",
    ],
)
def test_a_question_that_is_whole_asks_the_same_whatever_was_asked_before(before: str, words: str):
    asked = understand(words, NOON, VOCABULARY)
    again = understand(words, NOON, VOCABULARY, understand(before, NOON, VOCABULARY).last)
    assert [(ask.kind, ask.options, ask.lists, ask.as_of) for ask in again.asks] == [
        (ask.kind, ask.options, ask.lists, ask.as_of) for ask in asked.asks
    ]


def test_the_tables_of_follow_ups_say_kinds_and_what_an_ask_names() -> None:
    told = [row.tells.split() for row in (*shapes("again.txt"), *shapes("leaning.txt"))]
    assert {kind for kind, *_ in told} - set(Kind) == {"same", "relative"}
    assert {name for _, *taken in told for name in taken} == {"options", "programs", "subjects"}


@pytest.mark.parametrize(
    ("before", "said", "expected"),
    [
        ("which licenses cover Venezuela?", "who owns it?", "license"),
        ("watch Lukoil and Gazprom", "actually stop that", "unwatch: Lukoil; Gazprom"),
        ("who is under EO 14024?", "how many are they?", "parties [program RUSSIA-EO14024]"),
        ("what about option C?", "who drafted it?", "option [option C]"),
        ("is VTB or Sberbank blocked?", "his wife", "links: VTB; Sberbank"),
        ("what's in option B?", "is Lukoil in it?", "coverage: Lukoil [option B]"),
        ("compare options A and B", "if so, watch it", "watch [option A, option B]"),
        ("what is CAATSA", "watch it", "watch [program CAATSA - RUSSIA]"),
        ("what is CAATSA", "who is in it?", "program [program CAATSA - RUSSIA]"),
        ("is Igor Sechin blocked?", "is there a licence for it?", "license: Igor Sechin"),
        ("is Igor Sechin blocked?", "would B help him?", "coverage: Igor Sechin [option B]"),
    ],
)
def test_a_follow_up_takes_over_what_the_tables_say(before: str, said: str, expected: str) -> None:
    assert in_words(ask(said, ask(before))) == expected


@pytest.mark.parametrize("said", ["and on the UN list?", "is either on the UN list?"])
def test_a_list_behind_an_option_is_asked_of_the_party_and_not_of_the_option(said: str) -> None:
    question = ask(said, ask("would option B free Rosneft?"))
    assert (question.kind, question.options, question.lists) == (Kind.SCREENING, (), ("un_sc",))
    assert [subject.name for subject in question.subjects] == ["Rosneft"]
