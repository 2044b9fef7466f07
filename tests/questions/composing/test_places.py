"""Which names of a message say where something is or goes."""

from __future__ import annotations

import pytest

from bot.questions.composing.seen import Seen
from bot.questions.composing.stretches import Frame, Stretch
from bot.questions.composing.things import is_in_or_towards, is_place
from bot.questions.spotting.sheet import PartySpan
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.handlers.ask.conftest import desk
from tests.questions.conftest import listed
from tests.questions.words import VOCABULARY

__all__ = ["desk", "listed"]


def last_name(text: str, listed: Mentions) -> tuple[PartySpan, Seen]:
    seen = Seen.of(Stretch(text, Frame.PROSE), NOON.date(), VOCABULARY, listed)
    return seen.spans[-1], seen


@pytest.mark.parametrize("text", ["is Rosneft in Kazan ok?", "check Sechin from Tartus", "from Tartus to Baltiysk"])
def test_a_place_stands_behind_where_something_is_or_goes(text: str, listed: Mentions) -> None:
    assert is_in_or_towards(*last_name(text, listed))


@pytest.mark.parametrize("text", ["check Acme Shipping Ltd, Hamburg", "our London branch"])
def test_a_place_stands_behind_a_firm_or_before_its_branch(text: str, listed: Mentions) -> None:
    assert is_place(*last_name(text, listed), sure=True)


@pytest.mark.parametrize("text", ["is Rosneft sanctioned?", "check Halvorsen Seafood Ltd", "is Hamburg listed?"])
def test_what_is_asked_for_is_no_place(text: str, listed: Mentions) -> None:
    span, seen = last_name(text, listed)
    assert not is_in_or_towards(span, seen)
    assert not is_place(span, seen, sure=True)


def test_a_form_or_the_index_says_that_it_is_a_name(listed: Mentions) -> None:
    firm, rosneft = last_name("check Halvorsen Seafood Ltd", listed), last_name("check Rosneft", listed)
    assert firm[0].formed
    assert firm[0].sure
    assert rosneft[0].is_no_place
    assert not rosneft[0].formed
