"""Relief options: what they free, what they leave. The figures are of SDN 2023-12-28 and non-SDN 2025-12."""

from __future__ import annotations

import time
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from bot.errors import BadInput
from bot.sanctions.files.options import read_options
from bot.sanctions.listing import Directive, Party, Relation
from bot.sanctions.party import Name
from bot.sanctions.register import Register
from bot.sanctions.relief.impact import Outcome, evaluate, impact_facts, outcome_for
from bot.sanctions.relief.option import Group, ReliefOption, Selector, Term
from bot.sanctions.relief.remains import Bond, left_of, what_is_left
from bot.sanctions.relief.wording import terms_in_words
from tests.builders import a_listing, a_person
from tests.sanctions.conftest import EDITIONS

STARTER = (files("bot") / "data" / "relief" / "options.yml").read_text(encoding="utf-8")
OPTIONS = {option.key: option for option in read_options(STARTER, "options.yml")}


def an_option(*terms: Term, **facts: Any) -> ReliefOption:
    return ReliefOption(key="Z", title="Test", status="draft", terms=terms, **facts)


def delisting(*selectors: Selector, **facts: Any) -> Term:
    return Term("delist", select=selectors, **facts)


DERIPASKA = a_person()
BASIC_ELEMENT = a_listing(
    "BASIC ELEMENT LIMITED",
    list="us_ofac_sdn",
    entity_id="ofac-24224",
    programs=("UKRAINE-EO13661", "UKRAINE-EO13662"),
    relations=(Relation("DERIPASKA, OLEG VLADIMIROVICH"),),
)
SBERBANK = a_listing(
    "PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA",
    list="us_ofac_sdn",
    entity_id="ofac-17018",
    programs=("UKRAINE-EO13662", "RUSSIA-EO14024"),
    directives=(Directive("EO13662", "1"),),
)
SBERBANK_SSI = replace(SBERBANK, list="us_ofac_cons")


# ---- the whole lists, against a second calculation -------------------------


@pytest.mark.parametrize("key", ["A", "B", "C"])
def test_an_option_comes_out_as_a_second_calculation_from_the_raw_rows(
    register: Register, expected: dict[str, dict[str, Any]], key: str
) -> None:
    raw = expected[key]
    impact = evaluate(OPTIONS[key], register)
    assert [set(term.selected) for term in impact.terms] == raw["terms"]
    assert set(impact.freed) == raw["freed"]
    assert set(impact.partly_relieved) == raw["partly"]
    assert {parent: set(ids) for parent, ids in impact.linked_left_blocked.items()} == raw["linked"]
    assert impact.freed or key == "C"
    assert raw["linked"]


def test_an_option_is_evaluated_on_all_listings_in_a_moment(register: Register) -> None:
    assert len(register.listings) == 14_263
    for option in OPTIONS.values():
        started = time.process_time()
        evaluate(option, register)
        assert time.process_time() - started < 0.4


def test_the_json_of_an_impact_has_the_keys_of_the_contract(register: Register) -> None:
    facts = impact_facts(evaluate(OPTIONS["B"], register))
    assert list(facts) == [
        "option",
        "version",
        "status",
        "illustrative",
        "terms",
        "freed",
        "partly_relieved",
        "measures",
        "still_listed_elsewhere",
        "linked_left_blocked",
    ]
    assert facts["measures"] == ["oil-price-cap-crude"]


# ---- what is left ----------------------------------------------------------


def left(register: Register, option: ReliefOption, entity_id: str) -> list[str]:
    party = Party(entity_id, register.by_id[entity_id])
    return what_is_left(option, evaluate(option, register), party, EDITIONS)


def test_deripaska_is_freed_by_option_a_and_nothing_is_left(register: Register) -> None:
    impact = evaluate(OPTIONS["A"], register)
    assert outcome_for(impact, "ofac-24283") is Outcome.FREED
    assert left(register, OPTIONS["A"], "ofac-24283") == [
        "no listing of them on the SDN list or the non-SDN list (US)."
    ]


def test_rosneft_stays_sectoral_and_probably_blocked_under_option_b(register: Register) -> None:
    assert left(register, OPTIONS["B"], "ofac-17022") == [
        "on the non-SDN list under UKRAINE-EO13662 and RUSSIA-EO14024: sectoral directives 2 and 4.",
        "dealings with it would be licensed; the listing stays.",
        "it has probably been put on the SDN list since the edition loaded here (RUSSIA-EO14024); whether it stays "
        "blocked, the files here cannot tell.",
    ]


def test_sberbank_without_eo14024_is_sectoral_not_blocked() -> None:
    lifting = an_option(delisting(Selector(program="RUSSIA-EO14024"), scope="program"))
    impact = evaluate(lifting, [SBERBANK, SBERBANK_SSI])
    assert impact.partly_relieved == ("ofac-17018",)
    found = left_of(impact, Party("ofac-17018", (SBERBANK, SBERBANK_SSI)))
    assert found.bond is Bond.SECTORAL
    assert found.programs == ("UKRAINE-EO13662",)


def test_where_the_file_may_have_lost_a_determination_it_says_that_it_cannot_tell() -> None:
    cut = replace(SBERBANK, directives=(), remarks="x" * 1000)
    lifting = an_option(delisting(Selector(program="RUSSIA-EO14024"), scope="program"))
    for listings in ([cut], [replace(SBERBANK, directives=()), SBERBANK_SSI]):
        found = left_of(evaluate(lifting, listings), Party("ofac-17018", tuple(listings)))
        assert found.bond is Bond.UNKNOWN
        assert found.remaining[0].words == "the file cannot tell whether blocked"


def test_deripaska_without_eo13661_stays_blocked_under_eo13662() -> None:
    lifting = an_option(delisting(Selector(program="UKRAINE-EO13661"), scope="program"))
    found = left_of(evaluate(lifting, [DERIPASKA]), Party("ofac-24283", (DERIPASKA,)))
    assert (found.outcome, found.bond, found.programs) == (
        Outcome.PARTLY_RELIEVED,
        Bond.BLOCKED,
        ("UKRAINE-EO13662",),
    )


def test_a_party_that_the_option_does_not_reach_keeps_all_it_had() -> None:
    found = left_of(evaluate(an_option(), [DERIPASKA]), Party("ofac-24283", (DERIPASKA,)))
    assert (found.outcome, found.bond, found.authorised) == (Outcome.UNAFFECTED, Bond.BLOCKED, ())


# ---- outcomes --------------------------------------------------------------


def test_an_empty_option_frees_nobody(register: Register) -> None:
    impact = evaluate(an_option(), register)
    assert (impact.freed, impact.partly_relieved, impact.linked_left_blocked) == ((), (), {})


def test_two_terms_together_free_what_neither_frees_alone() -> None:
    first = delisting(Selector(program="UKRAINE-EO13661"), scope="program")
    second = delisting(Selector(program="UKRAINE-EO13662"), scope="program")
    assert evaluate(an_option(first), [DERIPASKA]).partly_relieved == ("ofac-24283",)
    assert evaluate(an_option(first, second), [DERIPASKA]).freed == ("ofac-24283",)


def test_a_listing_left_on_the_other_ofac_list_means_partly_relieved() -> None:
    only_sdn = an_option(delisting(Selector(entity="ofac-17018", list="us_ofac_sdn")))
    impact = evaluate(only_sdn, [SBERBANK, SBERBANK_SSI])
    assert (impact.freed, impact.partly_relieved) == ((), ("ofac-17018",))


def test_a_party_both_delisted_and_licensed_is_only_freed() -> None:
    both = an_option(delisting(Selector(entity="ofac-24283")), Term("license", (Selector(entity="ofac-24283"),)))
    impact = evaluate(both, [DERIPASKA])
    assert (impact.freed, impact.partly_relieved) == (("ofac-24283",), ())
    assert left_of(impact, Party("ofac-24283", (DERIPASKA,))).authorised == ()


def test_an_option_of_the_united_states_does_not_reach_the_list_of_the_united_nations() -> None:
    taliban = a_listing("TALIBAN", list="un_sc", entity_id="unsc-TAe.001", programs=("Taliban",))
    impact = evaluate(an_option(delisting(Selector(entity="unsc-TAe.001"))), [taliban])
    assert (impact.freed, impact.absent) == ((), ("unsc-TAe.001",))


def test_an_unknown_jurisdiction_is_refused() -> None:
    with pytest.raises(BadInput, match="Jurisdiction 'XX' is not known"):
        evaluate(an_option(jurisdiction="XX"), [DERIPASKA])


def test_a_starter_fact_stands_on_the_list_it_was_taken_from() -> None:
    facts = [replace(one, list="starter", taken_from=one.list) for one in (SBERBANK, SBERBANK_SSI)]
    only_sdn = an_option(delisting(Selector(entity="ofac-17018", list="us_ofac_sdn")))
    impact = evaluate(only_sdn, facts)
    assert impact.partly_relieved == ("ofac-17018",)
    found = left_of(impact, Party("ofac-17018", tuple(facts)))
    assert [(one.list, one.bond) for one in found.remaining] == [("us_ofac_cons", Bond.SECTORAL)]


def test_a_selector_without_keys_selects_nothing() -> None:
    assert evaluate(an_option(delisting(Selector())), [DERIPASKA]).freed == ()


# ---- links -----------------------------------------------------------------


def test_a_linked_party_is_found_by_name_with_punctuation_and_case_apart() -> None:
    linked = an_option(Term("license", (Selector(linked_to=Selector(entity="ofac-24283")),)))
    assert evaluate(linked, [DERIPASKA, BASIC_ELEMENT]).partly_relieved == ("ofac-24224",)


def test_an_alias_counts_only_where_the_name_is_nobodys_primary_name() -> None:
    child = replace(BASIC_ELEMENT, relations=(Relation("BASEL"),))
    by_alias = replace(DERIPASKA, names=(*DERIPASKA.names, Name("Basel")))
    other = a_listing("BASEL", entity_id="ofac-1")
    linked = an_option(Term("license", (Selector(linked_to=Selector(entity="ofac-24283")),)))
    assert evaluate(linked, [by_alias, child]).partly_relieved == ("ofac-24224",)
    assert evaluate(linked, [by_alias, child, other]).partly_relieved == ()


def test_who_is_linked_to_a_freed_party_and_not_covered_stays_bound() -> None:
    impact = evaluate(an_option(delisting(Selector(entity="ofac-24283"))), [DERIPASKA, BASIC_ELEMENT])
    assert impact.linked_left_blocked == {"ofac-24283": ("ofac-24224",)}
    covering = an_option(delisting(Selector(entity="ofac-24283"), Selector(entity="ofac-24224")))
    assert evaluate(covering, [DERIPASKA, BASIC_ELEMENT]).linked_left_blocked == {}


# ---- in words --------------------------------------------------------------


def test_terms_read_as_a_lawyer_would_write_them() -> None:
    names = {"ofac-24283": "Oleg Deripaska", "ofac-17018": "Sberbank"}
    titles = {"oil-price-cap-crude": "Price cap on seaborne Russian crude oil"}
    said = {key: terms_in_words(option, names, titles) for key, option in OPTIONS.items()}
    group = "Oleg Deripaska and nine others (group: Business figures named in the illustration)"
    banks = "Sberbank and five others (group: Banks)"
    assert said["A"] == [f"Delists {group}.", f"Licenses dealings with parties linked to {group}, for 180 days."]
    assert said["B"][0] == "Lifts RUSSIA-EO14024, and no other program, from vessels listed under RUSSIA-EO14024."
    assert said["B"][3] == (
        "Suspends the measure 'Price cap on seaborne Russian crude oil', with a snap-back on 30 days' notice."
    )
    assert said["C"] == [
        f"Suspends the sanctions on {banks}; and parties listed under RUSSIA-EO14024 and linked to {banks}, except "
        "vessels and aircraft, with a snap-back on 30 days' notice."
    ]


def test_a_group_of_one_is_named_alone() -> None:
    group = Group("one", "One", ("ofac-24283",))
    option = an_option(delisting(Selector(group="one")), groups=(group,))
    assert terms_in_words(option, {"ofac-24283": "Oleg Deripaska"}) == ["Delists Oleg Deripaska (group: One)."]
