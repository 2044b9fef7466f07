"""A sentence or a thread of several asks: each is told, and of whom; what was not applied is said."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind, Reading
from bot.questions.composing.parting import headed, with_series
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY, in_words, seen_in


def read(*turns: str, listed: Mentions) -> Reading:
    before: Ask | None = None
    for said in turns:
        reading = understand(said, NOON, VOCABULARY, before, listed)
        before = reading.last
    return reading


MIXED = [
    (
        "Is Rosneft listed, is Sberbank freed under A, what's the price cap, which licences name Lukoil, "
        "and what does SSI mean?",
        ["screening: Rosneft", "coverage: Sberbank [option A]", "measure", "license: Lukoil", "explain"],
    ),
    (
        "compare B and C, then say whether Sberbank is covered by either one",
        ["comparison [option B, option C]", "coverage: Sberbank [option B, option C]"],
    ),
    (
        "put B next to C and say whether Rosneft is in one of them",
        ["comparison [option B, option C]", "coverage: Rosneft [option B, option C]"],
    ),
    ("Is Rosneft listed, which licences name Lukoil?", ["screening: Rosneft", "license: Lukoil"]),
    ("is Rosneft blocked, who drafted option A?", ["screening: Rosneft", "option [option A]"]),
    ("we need: Rosneft (status), Sberbank (option B)", ["screening: Rosneft", "coverage: Sberbank [option B]"]),
    ("Sberbank status, option B for Rosneft, GL 8", ["screening: Sberbank", "coverage: Rosneft [option B]", "license"]),
    ("check Sberbank but first tell me what's in option B", ["screening: Sberbank", "option [option B]"]),
    (
        "Is Sberbank listed, who owns it, and since when is it blocked?",
        ["screening: Sberbank", "links: Sberbank", "history: Sberbank"],
    ),
    ("was Rosneft listed in May 2022, and Sberbank today?", ["history: Rosneft", "screening: Sberbank"]),
    (
        "Sberbank: status?\nRosneft: option B?\nLukoil: changes?\nGazprombank: licences?",
        ["screening: Sberbank", "coverage: Rosneft [option B]", "changes: Lukoil", "license: Gazprombank"],
    ),
    # A for X, B for Y
    ("option a for Sberbank and b for Rosneft", ["coverage: Sberbank [option A]", "coverage: Rosneft [option B]"]),
    (
        "Does A help Lukoil, B Rosneft and C Sberbank?",
        ["coverage: Lukoil [option A]", "coverage: Rosneft [option B]", "coverage: Sberbank [option C]"],
    ),
    ("Rosneft under B and Usmanov under A", ["coverage: Rosneft [option B]", "coverage: Usmanov [option A]"]),
    ("Rosneft: B; Sberbank: C", ["coverage: Rosneft [option B]", "coverage: Sberbank [option C]"]),
    (
        "Hi team, quick one: is Rosneft still blocked and does GL 8 still apply? Thanks!",
        ["screening: Rosneft", "license"],
    ),
    ("Morning! Is Rosneft blocked still, and GL 13, is it in force?", ["screening: Rosneft", "license: Rosneft"]),
    ("tell me if Rosneft is listed and whether license 134 is in force", ["screening: Rosneft", "license"]),
    ("Quick question: is Rosneft sanctioned and has GL 13 ended?", ["screening: Rosneft", "license"]),
    ("is Rosneft sanctioned and what licenses are there?", ["screening: Rosneft", "license: Rosneft"]),
    (
        "is Rosneft sanctioned, would option B free it and which licenses cover it?",
        ["screening: Rosneft", "coverage: Rosneft [option B]", "license: Rosneft"],
    ),
    (
        "Sberbank: SDN? option C? licences?",
        ["screening: Sberbank [list us_ofac_sdn]", "coverage: Sberbank [option C]", "license: Sberbank"],
    ),
    ("is Lukoil blocked? and what would option B change?", ["screening: Lukoil", "coverage: Lukoil [option B]"]),
    ("option B for Rosneft\noption C: Sberbank", ["coverage: Rosneft [option B]", "coverage: Sberbank [option C]"]),
]


@pytest.mark.parametrize(("said", "asks"), MIXED)
def test_each_ask_of_a_sentence_is_told_of_the_party_it_names(said: str, asks: list[str], listed: Mentions) -> None:
    told = [in_words(ask) for ask in read(said, listed=listed).asks]
    assert [whole[: len(each)] for whole, each in zip(told, asks, strict=True)] == asks


@pytest.mark.parametrize(
    ("said", "ask"),
    [
        ("check Lukoil, Sberbank and Rosneft under option B", "coverage: Lukoil; Sberbank; Rosneft [option B]"),
        ("compare A and B for Rosneft", "coverage: Rosneft [option A, option B]"),
        ("which of A, B and C does something for Rosneft?", "coverage: Rosneft [option A, option B, option C]"),
        ("Rosneft, is it under option B?", "coverage: Rosneft [option B]"),
        ("check Petrov A, Senin B", "screening: Petrov A; Senin B"),
        ("Instead of option B, what does option C do for Rosneft?", "coverage: Rosneft [option C]"),
        ("what if 13662 ended, would Sberbank be free?", "coverage: Sberbank [program UKRAINE-EO13662]"),
        ("if 14024 tonnes are shipped, is Rosneft listed?", "screening: Rosneft"),
        ("unless EO 13662 ends, would option C help Rosneft?", "coverage: Rosneft [option C]"),
    ],
)
def test_one_ask_stays_one(said: str, ask: str, listed: Mentions) -> None:
    assert [in_words(one) for one in read(said, listed=listed).asks] == [ask]


@pytest.mark.parametrize(
    ("said", "programs"),
    [
        ("Would B free Rosneft if EO 14024 went too?", ("RUSSIA-EO14024",)),
        ("would option C plus an end to 13662 free Sberbank?", ("UKRAINE-EO13662",)),
    ],
)
def test_an_option_and_the_end_of_a_program_are_supposed_together(
    said: str, programs: tuple[str, ...], listed: Mentions
) -> None:
    (ask,) = read(said, listed=listed).asks
    assert (ask.kind, ask.together, ask.programs) == (Kind.COVERAGE, True, programs)


@pytest.mark.parametrize(
    ("said", "unread"),
    [
        ("would B free Rosneft if the ceasefire holds?", "if the ceasefire holds"),
        ("would option C without the cap free Sberbank?", "without the cap"),
        ("what if B were in force without term 3?", "without term 3"),
        ("would B free Rosneft if it is adopted?", ""),
    ],
)
def test_a_condition_that_is_not_applied_is_said(said: str, unread: str, listed: Mentions) -> None:
    assert read(said, listed=listed).unread == ((unread,) if unread else ())


@pytest.mark.parametrize(
    ("turns", "ask"),
    [
        (("is Lukoil listed?", "sorry, wrong one: Rosneft", "would B free it?"), "coverage: Rosneft [option B]"),
        (("is Lukoil listed?", "he told Rosneft about it", "under option B?"), "coverage: Rosneft [option B]"),
        (("is Rosneft listed?", "licences?"), "license: Rosneft"),
        (("would A free Rosneft?", "why not Lukoil?"), "coverage: Lukoil [option A]"),
        (("what's in option A?", "and B?", "which one frees Rosneft?"), "coverage: Rosneft"),
        (("check Lukoil and Rosneft", "the first under B?", "and the second?"), "coverage: Rosneft [option B]"),
        (("what changed in May 2022?", "and June?"), "changes [2022-06-01..2022-06-30]"),
        (("was Lukoil listed in 2021?", "and Rosneft now?"), "screening: Rosneft"),
        (("ships linked to Sovcomflot", "under option B?"), "coverage: Sovcomflot [option B]"),
    ],
)
def test_a_thread_asks_of_whom_it_came_to(turns: tuple[str, ...], ask: str, listed: Mentions) -> None:
    assert in_words(read(*turns, listed=listed).last) == ask


def test_what_an_option_does_for_the_set_before_is_asked_of_that_set(listed: Mentions) -> None:
    asked = read("which Russian banks are on SDN?", "which of them would C free?", listed=listed).last
    assert (asked.kind, asked.options) == (Kind.OPTION, ("C",))
    assert asked.filter is not None
    assert (asked.filter.called, asked.filter.country) == ("banks", (("Russia",),))


@pytest.mark.parametrize(
    ("said", "unread"),
    [
        ("is Sberbank listed and its parent too?", ("its parent",)),
        ("is Rosneft or any of its subsidiaries under option B?", ("its subsidiaries",)),
        ("is Severgroup and its owner Mordashov listed?", ()),
    ],
)
def test_who_is_only_called_by_what_he_is_to_a_party_is_said_to_be_unread(
    said: str, unread: tuple[str, ...], listed: Mentions
) -> None:
    assert read(said, listed=listed).unread == unread


def test_of_parties_by_name_another_that_is_left_out_makes_no_set(listed: Mentions) -> None:
    ask = read("what changed in May 2022 for Rosneft and Sberbank but not for Lukoil", listed=listed).last
    assert (len(ask.subjects), ask.filter) == (2, None)


@pytest.mark.parametrize(
    ("behind", "name"),
    [("Lufthansa", "Lufthansa"), ("Friday", None), ("Leeds", None), ("Peter", None)],
)
def test_a_capital_word_behind_a_name_and_a_semicolon_is_one_of_the_series(
    behind: str, name: str | None, listed: Mentions
) -> None:
    led, last = with_series([seen_in("Mahan Air;", listed), seen_in(behind, listed)])
    assert led.spans
    assert [span.subject.name for span in last.spans] == [name] * (name is not None)


def test_an_act_stands_apart_from_the_name_that_leads_lines_of_names(listed: Mentions) -> None:
    def read_again(stretch: Stretch) -> Seen:
        return Seen.of(stretch, NOON.date(), VOCABULARY, listed)

    lines = [Stretch("Watch Alrosa", Frame.PROSE), Stretch("Severstal", Frame.ITEM), Stretch("Polyus", Frame.ITEM)]
    every = headed([*map(read_again, lines)], read_again)
    assert [seen.row.text for seen in every] == ["Watch:", "Alrosa", "Severstal", "Polyus"]
