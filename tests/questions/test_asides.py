"""What answers ask of an ask: which side of a kind, and which publishers; and text made plain before it is read."""

from __future__ import annotations

import pytest

from bot.questions.ask import Aspect, Kind, Subject
from bot.questions.clean import LONGEST, clean, is_cut, without_emphasis
from bot.questions.composing.wishes import aspect_of
from bot.questions.data import patterns, table
from bot.questions.nearest import EXAMPLES


@pytest.mark.parametrize(
    ("kind", "words", "aspect"),
    [
        (Kind.HISTORY, "was Rosneft ever listed", Aspect.EVER),
        (Kind.HISTORY, "since when is Rosneft listed", Aspect.SINCE),
        (Kind.HISTORY, "was Rosneft delisted", Aspect.LEFT),
        (Kind.HISTORY, "is the ship Ever Given listed", Aspect.NONE),
        (Kind.LINKS, "who owns Ever Given", Aspect.OWNER),
        (Kind.SCREENING, "is there a secondary sanctions risk with Ever Given", Aspect.RISK),
        (Kind.SCREENING, "is Ever Given sanctioned", Aspect.NONE),
        (Kind.OPTION, "что в варианте B", Aspect.NONE),
    ],
)
def test_the_side_of_a_kind_that_is_asked_about_names_apart(kind: Kind, words: str, aspect: Aspect) -> None:
    assert aspect_of(kind, words, [Subject("Ever Given")]) is aspect


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("why is Ever Given listed", True),
        ("за что Ever Given под санкциями", True),
        ("what is Ever Given sanctioned for", True),
        ("is Ever Given listed", False),
    ],
)
def test_that_reasons_are_asked_for_is_told_from_the_words_beside_the_name(words: str, why: bool) -> None:
    assert (aspect_of("reasons", words, [Subject("Ever Given")]) is Aspect.WHY) is why


def test_text_is_made_plain() -> None:
    assert clean("is “Rosneft”\u200b listed…") == 'is "Rosneft" listed...'
    assert clean("علی\u200cاکبر خامنه\u200cای؟") == "علی اکبر خامنئی?"
    assert clean("a\r\n\r\n  b") == "a\nb"
    assert (
        clean("<@U0A1B2C3D> is <https://mahan.aero|Mahan Air> listed <@U2|Ivan Petrov>")
        == "is Mahan Air listed Ivan Petrov"
    )
    assert clean("<!here> watch Rosneft in <#C1|trade>") == "watch Rosneft in #trade"
    assert clean("Mahan Air <info@mahan.aero>, M&amp;S") == "Mahan Air <info@mahan.aero>, M&S"
    assert without_emphasis("is *Rosneft* _listed_") == "is Rosneft listed"
    assert is_cut(clean("x" * (LONGEST + 1)))


@pytest.mark.parametrize("name", ["digests", "wishes"])
def test_a_table_of_patterns_is_put_together_from_its_parts(name: str) -> None:
    assert patterns(name)
    assert not [key for key, each in patterns(name).items() if "{the}" in each.pattern or "\n" in each.pattern]


def test_every_kind_has_a_question_to_press() -> None:
    assert set(EXAMPLES) == set(Kind)
    assert set(table("examples")) == {kind.value for kind in Kind}
