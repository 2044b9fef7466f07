"""What many entries say, gathered in one pass, is what each of them says by itself."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lists.soundness.gathered import FORMED, Asked, gathered
from bot.lists.soundness.kinds import ADDRESSES, ALIASES, IDENTIFIERS, KINDS, NAME, Kind
from bot.lists.soundness.said import bearers, forms_of, having, key_of, said, words_within
from bot.lists.soundness.step import Step, measures
from bot.sanctions.listing import Listing
from bot.sanctions.party import Address, Identifier
from tests.builders import a_person

SIGNS = st.sampled_from("|-.,'\"/()* \t\n\u00a0éЖ中ß١")
TYPES = st.sampled_from(("passport", "website"))
TEXT = st.text(st.one_of(st.sampled_from(string.ascii_letters + string.digits), SIGNS), max_size=12)


@st.composite
def listings(draw: st.DrawFn) -> list[Listing]:
    return [
        a_person(
            draw(TEXT),
            entity_id=f"ofac-{number}",
            aka=tuple(draw(st.lists(TEXT, max_size=3))),
            identifiers=tuple(Identifier(*two) for two in draw(st.lists(st.tuples(TYPES, TEXT), max_size=2))),
            addresses=tuple(Address(*three) for three in draw(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=2))),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


@given(listings())
def test_texts_folded_together_are_what_each_is_by_itself(several: list[Listing]) -> None:
    for kind in KINDS:
        if kind.key == "birth_dates":  # of which the span counts, not the text
            continue
        (some,) = said(kind, several)
        together = {(one, value) for one, value in zip(some.ids, some.values, strict=True) if value}
        assert together == {(one.entity_id, value) for one in several for value in kind.words(one)}, kind.key


@given(listings())
def test_each_form_is_borne_by_an_entry_and_by_those_alone_that_have_it(several: list[Listing]) -> None:
    for kind in (one for one in KINDS if one.key in FORMED):
        (all_of_them,) = said(kind, several)
        forms = forms_of(all_of_them)
        by_itself = {(form, one.entity_id) for one in several for some in said(kind, [one]) for form in forms_of(some)}
        assert set(bearers(all_of_them, forms)) == by_itself, kind.key


@given(listings(), listings())
def test_forms_that_are_asked_for_are_found_where_they_are(several: list[Listing], others: list[Listing]) -> None:
    for kind in (one for one in KINDS if one.key in FORMED):
        (some,), (other,) = said(kind, several), said(kind, others)
        asked = frozenset(some.forms | other.forms)
        assert having(some, asked) == some.forms, kind.key
        assert gathered(several, [Asked(kind, forms=asked)])[kind.key].forms == some.forms, kind.key


@pytest.mark.parametrize("kind", [NAME, ALIASES, IDENTIFIERS, ADDRESSES])
@given(several=listings())
def test_of_the_values_asked_for_the_owners_are_found(kind: Kind, several: list[Listing]) -> None:
    asked = frozenset().union(*(kind.words(one) for one in several[:2]))
    owners = gathered(several, [Asked(kind, frozenset(map(key_of, asked)))])[kind.key].owners
    found = {value: owners[value] for value in asked}
    assert found == {value: {one.entity_id for one in several if value in kind.words(one)} for value in asked}


@given(several=listings())
def test_values_that_may_have_a_word_are_those_of_texts_that_have_it(several: list[Listing]) -> None:
    for kind in (NAME, ALIASES, ADDRESSES):
        (some,) = said(kind, several)
        for word in set(words_within(some.values)):
            having_it = [
                (one, value) for one, value in zip(some.ids, some.values, strict=True) if word in value.split()
            ]
            assert [(one, value) for one, value in some.with_any({word}) if word in value.split()] == having_it


def test_whose_a_text_is_is_told_of_one_place_as_of_all() -> None:
    several = [a_person(f"ONE {n}", entity_id=f"ofac-{n}", aka=("TWO",) * (n % 3)) for n in range(300)]
    for kind in (NAME, ALIASES):
        (some,) = said(kind, several)
        assert [some.ids_at([at]) for at in range(len(some.texts))] == [[one] for one in some.ids]
        assert some.ids_at(range(len(some.texts))) == some.ids


def test_of_thousands_that_came_some_show_the_signs_and_words_and_all_that_bear_them_are_counted() -> None:
    before = [a_person(f"SMITH, John {n}", entity_id=f"ofac-{n}") for n in range(500)]
    came = [
        a_person(f"SMITH, John {'ANNEX ' * (n % 50 == 7)}{n}{'*' * (n % 50 == 9)}", entity_id=f"ofac-{n}")
        for n in range(1_000, 6_000)
    ]
    told = {one.guard: one.entries for one in measures(Step(before, (*before, *came), 600)) if one.is_odd}
    assert told['words that no entry had in name, "annex"'] == 100
    assert [told[one] for one in told if one.startswith("signs or forms that no entry had in name")] == [100]
