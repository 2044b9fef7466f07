"""What a compliance team may move, and what it may not."""

from __future__ import annotations

import pytest

from bot.errors import BadInput
from bot.screening.policy import STANDARD, Certainty, Policy, Weak
from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from tests.builders import a_listing, a_person

PARTIES = [
    a_person(),
    a_person("QUINTERO, Rafael Caro", entity_id="ofac-4673", weak=("EL NARCO DE NARCOS",)),
    a_listing("GAZPROMBANK", entity_id="ofac-17016"),
    a_listing("DEUTSCHE HANDELSBANK AG", entity_id="ofac-3"),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(PARTIES)


def verdict(index: Index, name: str, policy: Policy = STANDARD) -> Verdict:
    return index.under(policy).screen(Query(name)).verdict


def test_a_careful_team_sees_what_speaks_against_a_match_too(index: Index) -> None:
    misspelt_weak_alias = "El Narko de Narcos"
    assert verdict(index, misspelt_weak_alias) is Verdict.NO_MATCH
    assert verdict(index, misspelt_weak_alias, Policy(possible_from=0.75)) is Verdict.POSSIBLE


def test_a_quiet_team_sees_less(index: Index) -> None:
    hit = index.screen(Query("Deripaska")).hits[0]
    assert hit.is_match
    assert verdict(index, "Deripaska", Policy(possible_from=0.90)) is Verdict.NO_MATCH


@pytest.mark.parametrize("threshold", [0.70, 0.80, 0.90])
def test_an_equal_name_is_listed_wherever_possible_begins(index: Index, threshold: float) -> None:
    assert verdict(index, "Gazprombank", Policy(possible_from=threshold)) is Verdict.LISTED


def test_weak_aliases_find_nobody_where_a_team_leaves_them_out(index: Index) -> None:
    assert verdict(index, "El Narco de Narcos") is Verdict.POSSIBLE
    assert verdict(index, "El Narco de Narcos", Policy(weak=Weak.OUT)) is Verdict.NO_MATCH
    assert verdict(index, "Rafael Caro Quintero", Policy(weak=Weak.OUT)) is Verdict.LISTED


def test_weak_aliases_taken_as_strong_are_listed_and_still_said_to_be_weak(index: Index) -> None:
    screening = index.under(Policy(weak=Weak.STRONG)).screen(Query("El Narco de Narcos"))
    assert screening.verdict is Verdict.LISTED
    assert any(reason.kind == "weak" for reason in screening.hits[0].reasons)


def test_given_name_and_rare_surname_are_listed_unless_a_team_wants_equal_names_alone(index: Index) -> None:
    equal_only = Policy(certainty=Certainty.EQUAL)
    assert verdict(index, "Oleg Deripaska") is Verdict.LISTED
    assert verdict(index, "Oleg Deripaska", equal_only) is Verdict.POSSIBLE
    assert verdict(index, "Oleg Vladimirovich Deripaska", equal_only) is Verdict.LISTED


def test_an_index_under_a_policy_leaves_the_other_as_it_was(index: Index) -> None:
    index.under(Policy(possible_from=0.90)).screen(Query("Deripaska"))
    assert index.screen(Query("Deripaska")).verdict is Verdict.POSSIBLE


def test_a_policy_is_read_as_a_person_writes_it() -> None:
    assert Policy.read("0.80", "below", "rare") == STANDARD
    assert Policy.read("0.75", "Out", "EQUAL") == Policy(0.75, Weak.OUT, Certainty.EQUAL)


@pytest.mark.parametrize(
    ("possible_from", "weak", "certainty"),
    [
        ("0.5", "below", "rare"),
        ("1", "below", "rare"),
        ("high", "below", "rare"),
        ("nan", "below", "rare"),
        ("0.8", "sometimes", "rare"),
        ("0.8", "below", "always"),
    ],
)
def test_a_policy_that_cannot_be_is_refused_with_the_choices(possible_from: str, weak: str, certainty: str) -> None:
    with pytest.raises(BadInput, match=r"0\.70 to 0\.90|there are"):
        Policy.read(possible_from, weak, certainty)
