"""One stretch -> one ask: its kind, and everything that it names."""

from __future__ import annotations

from datetime import date

import pytest

from bot.questions.ask import Ask, ByHand, Cannot, HelpWith, Kind, Period, Subject
from bot.questions.composing.ask import ask_of, unique
from bot.questions.composing.periods import dated
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY

MONDAY = date(2026, 11, 23)


def seen(words: str, listed: Mentions) -> Seen:
    return Seen.of(Stretch(words, Frame.PROSE), MONDAY, VOCABULARY, listed)


def ask(words: str, listed: Mentions) -> Ask | None:
    return ask_of(seen(words, listed), MONDAY)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("is Rosneft sanctioned?", Kind.SCREENING),
        ("would option B free Rosneft?", Kind.COVERAGE),
        ("was Rosneft listed on 24 February 2022?", Kind.HISTORY),
        ("which vessels are under RUSSIA-EO14024?", Kind.PARTIES),
        ("watch Rosneft", Kind.WATCH),
        ("digest at 9", Kind.DIGEST),
        ("compare A and B", Kind.COMPARISON),
        ("thanks!", Kind.HELP),
    ],
)
def test_the_kind_is_told_from_what_stands_there(words: str, kind: Kind, listed: Mentions) -> None:
    found = ask(words, listed)
    assert found is not None
    assert found.kind is kind


def test_a_sentence_that_asks_nothing_is_no_ask(listed: Mentions) -> None:
    assert ask("the meeting took place in the garden", listed) is None


@pytest.mark.parametrize("words", ["Watch Trading House", "Never Again", "Will Smith"])
def test_a_name_of_ordinary_words_by_itself_is_screened(words: str, listed: Mentions) -> None:
    found = ask(words, listed)
    assert found is not None
    assert (found.kind, found.subjects) == (Kind.SCREENING, (Subject(words),))


def test_an_ask_carries_everything_that_is_named_and_wished(listed: Mentions) -> None:
    found = ask("can we pay Rosneft under the EU list?", listed)
    assert found is not None
    assert ([one.name for one in found.subjects], found.lists, found.permission) == (["Rosneft"], ("eu_fsf",), True)


def test_small_talk_a_complaint_and_a_call_for_help_are_told_apart(listed: Mentions) -> None:
    found = [ask(words, listed) for words in ("thanks", "you're wrong", "what can you do")]
    assert [each.help for each in found if each] == [HelpWith.CHAT, HelpWith.SORRY, HelpWith.MENU]


def test_screening_on_a_day_is_history_and_on_today_it_is_screening() -> None:
    asked = Ask(Kind.SCREENING, subjects=(Subject("Rosneft"),))
    day = date(2022, 2, 24)
    past = dated(Ask(Kind.SCREENING, period=Period(day, day)), MONDAY)
    assert (past.kind, past.as_of) == (Kind.HISTORY, day)
    assert dated(Ask(Kind.SCREENING, period=Period(MONDAY, MONDAY)), MONDAY).kind is Kind.SCREENING
    assert dated(asked, MONDAY) == asked


def test_what_is_said_twice_is_one() -> None:
    one, other = Subject("Rosneft"), Subject("Lukoil")
    assert unique([one, other, one]) == (one, other)


def test_sets_points_and_acts_are_seen(listed: Mentions) -> None:
    assert "set" in seen("which Russian banks are listed?", listed).features
    assert "set" not in seen("who are the ministers", listed).features
    assert seen("pls chk the new one again", listed).points_at_somebody
    assert seen("please screen", listed).is_bare_act
    assert seen("Deripaska's companies", listed).features >= {"owned", "links"}
    assert {"name", "listed", "question"} <= seen("is Rosneft listed?", listed).features


def test_names_that_nobody_vouches_for_are_kept_apart(listed: Mentions) -> None:
    found = seen("is zorblax fine with Rosneft", listed)
    assert [span.subject.name for span in found.parties] == ["Rosneft"]
    assert [span.subject.name for span in found.plain] == ["zorblax"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("please add Gerhard Schröder to the SDN list", "add"),
        ("put Rosneft on the list", "put"),
        ("can you place Rosneft on the SDN list?", "place"),
        ("take Rosneft off the list", "take"),
    ],
)
def test_nobody_is_put_on_a_list_or_taken_off_by_words(words: str, said: str, listed: Mentions) -> None:
    found = ask(words, listed)
    assert found is not None
    assert (found.kind, found.cannot) == (Kind.HELP, Cannot(said, ByHand.LIST))


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("Is Polyus on the World Bank debarment list?", "World Bank debarment list"),
        ("is Polyus on the Interpol list", "Interpol list"),
        ("is Polyus on the Pentagon's 1260H list?", "Pentagon's 1260H list"),
        ("is Polyus on the Navalny list?", "Navalny list"),
        ("is Polyus on the Full List?", ""),
        ("is Polyus on the SDN List?", ""),
    ],
)
def test_a_list_by_a_name_that_is_not_known_is_no_party(words: str, other: str, listed: Mentions) -> None:
    found = ask(words, listed)
    assert found is not None
    assert ([one.name for one in found.subjects], found.other_list) == (["Polyus"], other)


@pytest.mark.parametrize(
    "words",
    [
        "Is the CEO of Rosneft sanctioned?",
        "is Rosneft's CEO sanctioned?",
        "Is anyone at Rosneft sanctioned?",
        "Генеральный директор Роснефти под санкциями?",
        "le PDG de Rosneft est-il sous sanctions ?",
        "Ist der Chef von Rosneft sanktioniert?",
    ],
)
def test_of_an_officer_the_lists_do_not_tell_and_the_firm_is_screened_beside(listed: Mentions, words: str) -> None:
    officer, firm = understand(words, NOON, VOCABULARY, None, listed).asks
    assert (officer.kind, officer.officer) == (Kind.LINKS, True)
    assert (firm.kind, firm.officer, firm.subjects) == (Kind.SCREENING, False, officer.subjects)


@pytest.mark.parametrize("words", ["CEO Igor Sechin", "our CEO asked whether Rosneft is listed", "Captain Morgan Ltd"])
def test_who_has_an_office_and_a_name_is_screened(listed: Mentions, words: str) -> None:
    assert [ask.kind for ask in understand(words, NOON, VOCABULARY, None, listed).asks] == [Kind.SCREENING]
