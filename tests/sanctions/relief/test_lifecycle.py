from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.sanctions.relief.confidential import Audience, Confidants, may_see
from bot.sanctions.relief.lifecycle import Editor, Editors, Made, Move, authors, edited, moved, moves
from bot.sanctions.relief.option import STATUSES, ReliefOption, Selector, Term
from tests.conftest import NOON

TODAY = date(2026, 11, 23)
ENERGY = ReliefOption("B", "Energy", "draft", (Term("license", (Selector(entity="ofac-17022"),)),))


def history(*steps: tuple[str, str, str]) -> list[Made]:
    """Versions from who, title and status, the first one first; given back newest first."""
    made = [
        Made(replace(ENERGY, title=title, status=status, version=number), who, "why", NOON)
        for number, (who, title, status) in enumerate(steps, 1)
    ]
    return made[::-1]


def after(option: ReliefOption, past: list[Made], who: str) -> list[Made]:
    return [Made(replace(option, version=len(past) + 1), who, "why", NOON), *past]


def test_an_option_goes_from_draft_to_effect_and_is_withdrawn():
    past = history(("U1", "Energy", "draft"))
    for move, who in ((Move.SUBMIT, "U1"), (Move.APPROVE, "U2"), (Move.ENACT, "U1"), (Move.WITHDRAW, "U1")):
        past = after(moved(move, past, who, TODAY), past, who)
    assert [made.option.status for made in past[::-1]] == [
        "draft", "under_review", "proposed", "in_effect", "withdrawn",
    ]  # fmt: skip
    assert past[0].option.effective_from == "2026-11-23"


def test_what_is_put_into_effect_keeps_the_date_that_it_has():
    past = history(("U1", "Energy", "proposed"))
    past = [replace(past[0], option=replace(past[0].option, effective_from="2027-01-01"))]
    assert moved(Move.ENACT, past, "U1", TODAY).effective_from == "2027-01-01"


def test_the_author_does_not_approve():
    past = history(("U1", "Energy", "draft"), ("U1", "Energy", "under_review"))
    with pytest.raises(BadInput, match="somebody else has to"):
        moved(Move.APPROVE, past, "U1", TODAY)
    assert Move.APPROVE not in moves(past, "U1")
    assert Move.APPROVE in moves(past, "U2")


def test_nobody_approves_who_wrote_any_part_of_it_or_handed_it_in():
    past = history(
        ("U1", "Energy", "draft"), ("U2", "Energy and ships", "draft"), ("U3", "Energy and ships", "under_review")
    )
    assert authors(past) == {"U1", "U2", "U3"}
    assert Move.APPROVE in moves(past, "U4")


def test_what_was_approved_before_is_nobodys_draft_any_more():
    past = history(
        ("U1", "Energy", "draft"), ("U1", "Energy", "under_review"), ("U2", "Energy", "proposed"),
        ("U2", "Oil", "draft"), ("U2", "Oil", "under_review"),
    )  # fmt: skip
    assert authors(past) == {"U2"}
    assert Move.APPROVE in moves(past, "U1")


def test_sending_back_makes_nobody_an_author():
    past = history(("U1", "Energy", "draft"), ("U1", "Energy", "under_review"), ("U2", "Energy", "draft"))
    assert authors(past) == {"U1"}


def test_a_step_that_does_not_follow_says_why():
    with pytest.raises(BadInput, match="Option B is draft: only what is under review can be made proposed"):
        moved(Move.APPROVE, history(("U1", "Energy", "draft")), "U2", TODAY)
    assert moves(history(("U1", "Energy", "withdrawn")), "U2") == ()
    assert moves([], "U1") == ()


@pytest.mark.parametrize("status", STATUSES)
def test_new_words_are_a_draft_whatever_was_approved_before(status: str):
    before = replace(ENERGY, status=status)
    assert edited(before, replace(before, title="Oil")).status == "draft"
    assert edited(before, before).status == status


def test_a_new_option_is_a_draft():
    assert edited(None, replace(ENERGY, status="in_effect")).status == "draft"


@given(st.lists(st.tuples(st.sampled_from(list(Move)), st.sampled_from(["U1", "U2", "U3"])), max_size=30))
def test_nothing_is_ever_approved_by_its_only_author(tries: list[tuple[Move, str]]):
    past = history(("U1", "Energy", "draft"))
    for move, who in tries:
        if move in moves(past, who):
            past = after(moved(move, past, who, TODAY), past, who)
    approved = [made for made in past if made.option.status == "proposed"]
    assert all(made.who != "U1" for made in approved)


# ---- who may edit -----------------------------------------------------------


def test_editors_are_those_who_are_named_and_the_admins_where_the_setting_says_so():
    editors = Editors.named(["admins", "U1"])
    assert editors.may(Editor("U1", known=True))
    assert editors.may(Editor("U2", is_admin=True, known=True))
    assert not editors.may(Editor("U2", known=True))
    assert not Editors.named(["U1"]).may(Editor("U2", is_admin=True, known=True))


@pytest.mark.parametrize("what", ["is_guest", "is_external"])
def test_guests_and_strangers_never_edit_even_where_they_are_named(what: str):
    assert not Editors.named(["admins", "U1"]).may(Editor("U1", is_admin=True, known=True, **{what: True}))


def test_of_whom_slack_says_nothing_does_not_edit():
    assert not Editors.named(["U1"]).may(Editor("U1"))


# ---- who may know -----------------------------------------------------------

SECRET = replace(ENERGY, confidential=True)
NAMED = Confidants(frozenset({"C1"}), frozenset({"U1"}))


def test_an_open_option_is_for_everybody():
    assert may_see(ENERGY, Audience("C9"), Confidants())


def test_a_confidential_one_is_for_the_channels_and_people_named():
    assert may_see(SECRET, Audience("C1", "U9", known=True), NAMED)
    assert may_see(SECRET, Audience("U1", "U1", known=True), NAMED)
    assert not may_see(SECRET, Audience("C2", "U1", known=True), NAMED)
    assert not may_see(SECRET, Audience("U2", "U2", known=True), NAMED)
    assert not may_see(SECRET, Audience("C1", "U1", known=True), Confidants())


def test_one_that_names_its_own_goes_by_them_alone():
    own = replace(SECRET, people=("U2",))
    assert may_see(own, Audience("U2", "U2", known=True), NAMED)
    assert not may_see(own, Audience("C1", "U1", known=True), NAMED)


@given(st.builds(Audience, st.sampled_from(["C1", "U1"]), st.just("U1"), st.booleans(), st.booleans(), st.booleans(),
                 st.booleans()))  # fmt: skip
def test_never_for_guests_strangers_shared_channels_or_the_unknown(audience: Audience):
    fine = audience.known and not (audience.is_guest or audience.is_external or audience.is_shared)
    assert may_see(SECRET, audience, NAMED) is fine
