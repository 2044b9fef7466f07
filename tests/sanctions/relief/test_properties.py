"""What holds of every relief option and of every options file."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.sanctions.files.briefing import read_briefing
from bot.sanctions.files.options import read_options, write_options
from bot.sanctions.listing import Listing, Party, Relation
from bot.sanctions.party import Name, Schema
from bot.sanctions.relief.impact import Outcome, evaluate, outcome_for
from bot.sanctions.relief.option import STATUSES, Group, ReliefOption, Selector, Term
from bot.sanctions.relief.remains import Bond, left_of
from bot.sanctions.relief.wording import terms_in_words
from tests.sanctions.files.test_options import GOOD

PROGRAMS = ("RUSSIA-EO14024", "UKRAINE-EO13661", "UKRAINE-EO13662")
NAMES = ("ROSTEC", "VTB", "SBERBANK", "GAZ GROUP")
IDS = tuple(f"ofac-{number}" for number in range(6))
LISTS = ("us_ofac_sdn", "us_ofac_cons", "un_sc")
GROUPS = (Group("two", "Two", IDS[:2]), Group("three", "Three", IDS[2:5]))

# ---- a small world ---------------------------------------------------------

listings = st.builds(
    Listing,
    list=st.sampled_from(LISTS),
    entity_id=st.sampled_from(IDS),
    schema=st.sampled_from([Schema.ORGANIZATION, Schema.VESSEL]),
    names=st.lists(st.builds(Name, st.sampled_from(NAMES)), min_size=1, max_size=2).map(tuple),
    programs=st.lists(st.sampled_from(PROGRAMS), min_size=1, max_size=3, unique=True).map(tuple),
    relations=st.lists(st.builds(Relation, st.sampled_from(NAMES)), max_size=2).map(tuple),
)
worlds = st.lists(listings, max_size=10, unique_by=lambda one: (one.list, one.entity_id))


def selectors(program: st.SearchStrategy[str], linked: bool = True) -> st.SearchStrategy[Selector]:
    return st.builds(
        Selector,
        entity=st.sampled_from(("", *IDS)),
        group=st.sampled_from(("", "two", "three")),
        program=program,
        type=st.sampled_from(("", "Vessel", "Organization")),
        list=st.sampled_from(("", "us_ofac_sdn")),
        linked_to=st.none() | selectors(program, linked=False) if linked else st.none(),
    ).filter(lambda one: one != Selector() and one.linked_to != Selector())


any_program = st.sampled_from(("", *PROGRAMS))
some = st.lists(selectors(any_program), min_size=1, max_size=3).map(tuple)
durations = st.sampled_from(("", "P30D", "P1Y6M"))
terms = st.one_of(
    st.builds(Term, st.just("delist"), select=some, exclude=st.just(()) | some),
    st.builds(
        Term,
        st.just("delist"),
        select=st.lists(selectors(st.sampled_from(PROGRAMS)), min_size=1, max_size=3).map(tuple),
        scope=st.just("program"),
    ),
    st.builds(Term, st.just("license"), select=some, exclude=st.just(()) | some, duration=durations),
    st.builds(Term, st.just("suspend"), measure=st.just("oil-price-cap-crude"), snap_back=durations),
)
options = st.builds(
    ReliefOption,
    key=st.just("Z"),
    title=st.just("Test"),
    status=st.sampled_from(STATUSES),
    terms=st.lists(terms, max_size=4).map(tuple),
    groups=st.just(GROUPS),
)


# ---- what an option does ---------------------------------------------------


@given(options, terms, worlds)
def test_a_term_added_never_shrinks_who_is_freed(option: ReliefOption, term: Term, world: list[Listing]) -> None:
    more = replace(option, terms=(*option.terms, term))
    assert set(evaluate(option, world).freed) <= set(evaluate(more, world).freed)
    assert evaluate(option, world).covered <= evaluate(more, world).covered


@given(options, some, worlds)
def test_an_exclusion_never_grows_who_is_freed(
    option: ReliefOption, excluded: tuple[Selector, ...], world: list[Listing]
) -> None:
    less = replace(option, terms=tuple(replace(one, exclude=(*one.exclude, *excluded)) for one in option.terms))
    assert set(evaluate(less, world).freed) <= set(evaluate(option, world).freed)


@given(options, worlds)
def test_an_option_without_terms_frees_nobody(option: ReliefOption, world: list[Listing]) -> None:
    assert evaluate(replace(option, terms=()), world).covered == frozenset()


@given(options, worlds)
def test_outcomes_and_what_is_left_agree(option: ReliefOption, world: list[Listing]) -> None:
    impact = evaluate(option, world)
    assert not set(impact.freed) & set(impact.partly_relieved)
    for entity_id in {one.entity_id for one in world}:
        party = Party(entity_id, tuple(one for one in world if one.entity_id == entity_id))
        in_reach = [one for one in party.listings if one.list != "un_sc"]
        left = left_of(impact, party)
        outcome = outcome_for(impact, entity_id)
        assert (left.bond is Bond.NONE) == (outcome is Outcome.FREED or not in_reach)
        assert set(left.programs) <= {tag for one in in_reach for tag in one.programs}


@given(options, worlds)
def test_nobody_left_bound_is_covered(option: ReliefOption, world: list[Listing]) -> None:
    impact = evaluate(option, world)
    for parent, bound in impact.linked_left_blocked.items():
        assert parent in impact.covered
        assert not set(bound) & impact.covered


@given(options)
def test_each_term_is_one_sentence(option: ReliefOption) -> None:
    said = terms_in_words(option, {})
    assert len(said) == len(option.terms)
    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in said)


# ---- files -----------------------------------------------------------------

readable = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Cn", "Co"), include_characters="\n\t"), min_size=1, max_size=40
).filter(lambda text: text.strip())
empty_or = readable | st.just("")
texts = st.lists(readable, max_size=3, unique=True).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> list[ReliefOption]:
    """Options as a file can hold them: each with the groups that its terms name, in the order of use."""
    found = []
    for key in draw(st.lists(st.sampled_from(("A", "B", "C2", "ENERGY-1")), max_size=3, unique=True)):
        titles = draw(st.tuples(readable, readable))
        groups = {group.key: replace(group, title=title) for group, title in zip(GROUPS, titles, strict=True)}
        option = draw(
            st.builds(
                ReliefOption,
                key=st.just(key),
                title=readable,
                status=st.sampled_from(STATUSES),
                terms=st.lists(terms, max_size=3).map(tuple),
                version=st.integers(1, 999),
                illustrative=st.booleans(),
                jurisdiction=st.sampled_from(("US", "EU", "UK", "UN")),
                summary=empty_or,
                drafted_by=texts,
                in_return=st.fixed_dictionaries({}, optional={"status": readable, "says": readable}),
                sources=texts,
                note=empty_or,
                effective_from=st.just("") | st.dates().map(str),
            )
        )
        named = [s for term in option.terms for one in (*term.select, *term.exclude) for s in (one, one.linked_to)]
        used = dict.fromkeys(one.group for one in named if one and one.group)
        found.append(replace(option, groups=tuple(groups[group] for group in used)))
    return found


@given(documents())
@settings(max_examples=60, deadline=None)
def test_options_written_are_read_back_the_same(document: list[ReliefOption]) -> None:
    assert read_options(write_options(document), "again.yml") == document


def refusals(text: str) -> list[str]:
    """What the readers say against a text; any error but BadInput is let out."""
    found = []
    for read in (read_options, read_briefing):
        try:
            read(text, "mine.yml")
        except BadInput as refused:
            found.append(str(refused))
    return found


@given(st.text())
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    assert all(said.startswith("mine.yml") for said in refusals(text))


@given(st.integers(0, len(GOOD)), st.integers(0, 12), st.text(max_size=8) | st.sampled_from("{}[]:,&*!|>%@-?#'\"\n\t"))
@settings(deadline=None)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(at: int, gone: int, put: str) -> None:
    damaged = GOOD[:at] + put + GOOD[at + gone :]
    assert all(said.startswith("mine.yml") for said in refusals(damaged))
