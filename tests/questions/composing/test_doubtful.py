"""Beside a name that is sure, a single word that looks like one is not screened, but where it is asked for."""

from __future__ import annotations

import pytest

from bot.questions.composing.doubtful import is_written_as_a_name, labelled_whole, without_doubtful, words_beside
from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.handlers.ask.conftest import desk
from tests.questions.conftest import listed
from tests.questions.words import VOCABULARY

__all__ = ["desk", "listed"]


def screened(words: str, listed: Mentions) -> list[str]:
    asks = understand(words, NOON, VOCABULARY, None, listed).asks
    return [subject.name for ask in asks for subject in ask.subjects]


@pytest.mark.parametrize(
    "words",
    [
        "Rosneft wants slots at HAM tonight, ok?",
        "is Rosneft (Moskau) sanctioned?",
        "is Rosneft ok, they sit out of Tyumen?",
        "Please look at Rosneft by noon. Demurrage runs and the master is nervous.",
        "Can you screen Rosneft?\n\nMany thanks\nHenrike",
        "does the Security Council have Rosneft?",
        "Rosneft wants an account. misgivings?",
    ],
)
def test_a_word_that_only_looks_like_a_name_is_not_screened_beside_a_sure_one(words: str, listed: Mentions) -> None:
    assert screened(words, listed) == ["Rosneft"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("are Rosneft and Zentrix sanctioned?", ["Rosneft", "Zentrix"]),
        ("check zentrix and rosneft", ["zentrix", "rosneft"]),
        ("Rosneft, Zentrix, Lukoil", ["Rosneft", "Zentrix", "Lukoil"]),
        ("is Rosneft sanctioned? and Zentrix?", ["Rosneft", "Zentrix"]),
        ("1. Rosneft\n2. Zentrix", ["Rosneft", "Zentrix"]),
        ("screen Zentrix, Rosneft's agent", ["Zentrix", "Rosneft"]),
    ],
)
def test_one_that_is_asked_for_or_stands_in_a_list_is(words: str, names: list[str], listed: Mentions) -> None:
    assert screened(words, listed) == names


@pytest.mark.parametrize("words", ["is Zentrix sanctioned?", "check zentrix", "anything on Zentrix at all?"])
def test_where_no_name_is_sure_nothing_is_left_out(words: str, listed: Mentions) -> None:
    assert [name.casefold() for name in screened(words, listed)] == ["zentrix"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ('is OOO "Zavtra i Tochka" anywhere on it?', "OOO Zavtra i Tochka"),
        ("ООО «Завтра и Точка» где-то числится?", "ООО Завтра и Точка"),
    ],
)
def test_a_name_in_quotation_marks_ends_with_them(words: str, name: str, listed: Mentions) -> None:
    assert screened(words, listed) == [name]


def test_a_firm_that_is_only_told_of_is_screened_where_nothing_else_could_be_asked(listed: Mentions) -> None:
    assert screened("Blue Heron Consulting Oy would like an account with us. misgivings?", listed) == [
        "Blue Heron Consulting Oy"
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("can we ship to Zorblax in Dubai", ["Zorblax"]),
        ("can we ship to Zorblax at Port Quux", ["Zorblax"]),
        ("can we ship to Zorblax in Quux Ltd", ["Zorblax", "Quux Ltd"]),
        ("our London branch asks about Zorblax, any hits?", ["Zorblax"]),
        ("Bitte prüfen: Zorblax Verlag GmbH, Quuxburg", ["Zorblax Verlag GmbH"]),
        ("check Zorblax Ltd, Quuxly, Rosneft", ["Zorblax Ltd", "Quuxly", "Rosneft"]),
        ("is Zorblax from Quuxburg sanctioned?", ["Zorblax"]),
        ("Rosneft (crude, Quuxburg): may we pay them?", ["Rosneft"]),
        ("any hits on Rosneft, loading at Quuxport for Zorbmouth?", ["Rosneft"]),
    ],
)
def test_where_a_party_is_or_we_are_is_no_party(words: str, names: list[str], listed: Mentions) -> None:
    assert screened(words, listed) == names


@pytest.mark.parametrize(
    "words",
    [
        "Zorblaxers now propose Rosneft instead, do we object?",
        "Quuxlage bleibt kurz, ist Rosneft sanktioniert?",
        "does Rosneft ship under the QXZ terms?",
    ],
)
def test_what_only_begins_a_sentence_or_shortens_is_said_to_be_unread_beside_a_sure_name(
    words: str, listed: Mentions
) -> None:
    reading = understand(words, NOON, VOCABULARY, None, listed)
    assert [subject.name for ask in reading.asks for subject in ask.subjects] == ["Rosneft"]
    assert len(reading.unread) == 1


def seen_in(text: str, listed: Mentions, frame: Frame = Frame.PROSE) -> Seen:
    return Seen.of(Stretch(text, frame), NOON.date(), VOCABULARY, listed)


@pytest.mark.parametrize(
    ("text", "names", "unread"),
    [
        ("is Rosneft from Hamburg sanctioned?", ["Rosneft"], ()),
        ("check Sechin, not Miller", ["Sechin"], ("Miller",)),
        ("is Rosneft ok before 4pm thanks Priya", ["Rosneft"], ()),
        ("check Rosneft and Zentrix", ["Rosneft", "Zentrix"], ()),
    ],
)
def test_what_is_no_name_is_taken_out_and_told(
    text: str, names: list[str], unread: tuple[str, ...], listed: Mentions
) -> None:
    (seen,) = without_doubtful([seen_in(text, listed)])
    assert ([span.subject.name for span in seen.spans], seen.doubtful) == (names, unread)


def test_everyday_words_that_are_joined_to_a_name_are_told(listed: Mentions) -> None:
    assert words_beside(seen_in("watch justice and Rosneft", listed)) == ["justice"]
    assert words_beside(seen_in("watch Rosneft", listed)) == []


@pytest.mark.parametrize(
    ("text", "name"), [("Helmut Bauer", "Helmut Bauer"), ("Turkiye Is Bankasi", "Turkiye Is Bankasi"), ("unknown", "")]
)
def test_a_name_behind_a_label_is_whole(text: str, name: str, listed: Mentions) -> None:
    seen = seen_in(text, listed, Frame.LABELLED)
    whole = labelled_whole(seen)
    assert (whole.subject.name if whole else " ".join(span.subject.name for span in seen.spans)) == name


@pytest.mark.parametrize(
    ("text", "written"),
    [("Ever Given", True), ("Trade and Ocean House", True), ("Ever given", False), ("OK THANKS", False)],
)
def test_a_few_words_in_capitals_are_written_as_a_name(text: str, written: bool, listed: Mentions) -> None:
    assert is_written_as_a_name(seen_in(text, listed)) is written
