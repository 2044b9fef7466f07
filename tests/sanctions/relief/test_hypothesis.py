"""Options that nobody drafted are evaluated like those that somebody did."""

from __future__ import annotations

import pytest

from bot.errors import BadInput
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.register import Register
from bot.sanctions.relief.hypothesis import if_programs_end, together, without
from bot.sanctions.relief.impact import evaluate
from bot.sanctions.relief.option import Group, ReliefOption, Selector, Term
from tests.builders import a_listing


def listed(entity_id: str, *programs: str, name: str = "") -> Listing:
    return a_listing(name or f"PARTY {entity_id}", entity_id=entity_id, list="us_ofac_sdn", programs=programs)


@pytest.fixture
def register() -> Register:
    return Register.of([listed("ofac-1", "P"), listed("ofac-2", "P", "Q"), listed("ofac-3", "Q")])


def option(
    key: str, *ids: str, group: str = "", members: tuple[str, ...] = (), jurisdiction: str = "US"
) -> ReliefOption:
    select = tuple(Selector(entity=one) for one in ids) or (Selector(group=group),)
    groups = (Group(group, "Some", members),) if group else ()
    return ReliefOption(key, key, "draft", (Term("delist", select),), jurisdiction=jurisdiction, groups=groups)


def test_the_end_of_a_program_frees_who_is_under_it_alone_and_relieves_the_others_in_part(register: Register):
    impact = evaluate(if_programs_end(["P"]), register)
    assert (impact.freed, impact.partly_relieved) == (("ofac-1",), ("ofac-2",))


def test_the_end_of_two_programs_together_frees_what_neither_does(register: Register):
    assert evaluate(if_programs_end(["P", "Q"]), register).freed == ("ofac-1", "ofac-2", "ofac-3")


def test_it_has_no_key_and_says_what_is_supposed():
    supposed = if_programs_end(["P", "Q", "P"])
    assert (supposed.key, supposed.title) == ("", "If P and Q ended")
    assert not supposed.in_force


def test_two_options_together_reach_what_either_reaches_and_no_less(register: Register):
    one, other = option("A", "ofac-1"), option("B", "ofac-3")
    both = evaluate(together([one, other]), register)
    assert set(both.freed) == {*evaluate(one, register).freed, *evaluate(other, register).freed}


def test_groups_of_one_name_keep_their_own_members(register: Register):
    one = option("A", group="some", members=("ofac-1",))
    other = option("B", group="some", members=("ofac-2",))
    assert evaluate(together([one, other]), register).freed == ("ofac-1", "ofac-2")


def test_options_of_two_jurisdictions_are_not_taken_as_one():
    with pytest.raises(BadInput, match="US and EU cannot be taken as one"):
        together([option("A", "ofac-1"), option("B", "ofac-2", jurisdiction="EU")])


def test_an_option_without_somebody_neither_frees_him_nor_reaches_those_linked_to_him():
    him = a_listing("HIM", entity_id="ofac-1", list="us_ofac_sdn", programs=("P",))
    his = a_listing("HIS", entity_id="ofac-2", list="us_ofac_sdn", programs=("P",), relations=(Relation("HIM"),))
    register = Register.of([him, his])
    terms = (
        Term("delist", (Selector(group="some"),)),
        Term("license", (Selector(linked_to=Selector(group="some")),)),
    )
    whole = ReliefOption("A", "A", "draft", terms, groups=(Group("some", "Some", ("ofac-1",)),))
    assert evaluate(whole, register).covered == {"ofac-1", "ofac-2"}
    left = without(whole, ["ofac-1"], ["Him"])
    assert left.title == "If option A came without Him"
    assert evaluate(left, register).covered == frozenset()
