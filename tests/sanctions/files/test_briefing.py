"""A briefing written as YAML and read again is the same briefing; a bad one is refused where it is bad."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.sanctions.briefing.measure import Level, Measure
from bot.sanctions.briefing.statement import ACTS, Briefing, Source, Statement
from bot.sanctions.files.briefing import CONFIDENCE, read_briefing, write_briefing
from bot.sanctions.program import Ended, Program
from bot.sanctions.relief.license import STATUSES, UNKNOWN, License
from tests.conftest import ROOT

SHIPPED = (ROOT / "bot" / "data" / "relief" / "briefing.yml").read_text(encoding="utf-8")

# What a person may write: letters of any script, and all that means something to YAML.
words = st.text(
    st.characters(categories=("L", "N", "P", "S", "Zs"), include_characters="\n\t"), min_size=1, max_size=16
).filter(lambda text: text.strip() != "")
keys = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=12)
days = st.dates().map(str)
no_or = st.just("") | days
confidences = st.sampled_from(CONFIDENCE)
values = (
    words | st.integers(-(10**14), 10**14) | st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 2))
)
parameters = st.dictionaries(words, values, max_size=2)
no = st.just(())
counts = st.integers(0, 99)
some_words = st.lists(words, unique=True, max_size=2).map(tuple)
early, late = st.dates(max_value=date(2025, 1, 1)).map(str), st.dates(min_value=date(2025, 1, 1)).map(str)
# An act stands with the parties, the list and the date; without one each may be there or not.
acts = st.fixed_dictionaries(
    {
        "parties": st.lists(words, unique=True, min_size=1, max_size=2).map(tuple),
        "act": st.sampled_from(ACTS),
        "list": words,
        "date": days,
    }
) | st.fixed_dictionaries({"parties": some_words, "list": st.just("") | words, "date": no_or})


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    some_keys = st.lists(keys, unique=True, max_size=2)
    sources = [
        Source(
            key,
            draw(st.just("") | words),
            draw(st.just("") | words),
            draw(no_or),
            draw(st.sampled_from(["", "https://x.org/a?b=c#d"])),
            draw(st.sampled_from(["", "law_firm"])),
        )
        for key in draw(some_keys)
    ]
    a_source = st.sampled_from(["", *(one.key for one in sources)])
    some_sources = st.lists(st.sampled_from([one.key for one in sources]), unique=True).map(tuple) if sources else no
    ids = draw(some_keys)
    some_ids = st.lists(st.sampled_from(ids), unique=True, max_size=2).map(tuple) if ids else no
    statements = [
        Statement(
            id=key,
            topics=tuple(draw(st.lists(words, unique=True, max_size=3))),
            says=draw(words),
            source=draw(a_source),
            confidence=draw(confidences),
            contradicts=draw(some_ids),
            also=draw(some_sources),
            witnesses=draw(counts),
            contradiction=draw(st.just("") | words),
            against=draw(some_sources),
            note=draw(st.just("") | words),
            **draw(acts),
            until=draw(no_or),
            later=draw(some_ids),
        )
        for key in ids
    ]
    history = st.lists(
        st.builds(Level, days, st.sampled_from(["US", "EU", "UK"]), parameters, a_source, st.just("") | confidences),
        unique_by=lambda level: (level.date, level.jurisdiction),
        max_size=3,
    ).map(tuple)
    measures = [
        Measure(
            id=key,
            title=draw(words),
            says=draw(st.just("") | words),
            in_effect_since=draw(no_or),
            imposed_by=tuple(draw(st.lists(words, unique=True, max_size=2))),
            legal_basis=draw(st.just("") | words),
            bases=draw(st.dictionaries(st.sampled_from(["US", "EU", "CA"]), words, max_size=2)),
            parameters=draw(parameters),
            note=draw(st.just("") | words),
            source=draw(a_source),
            confidence=draw(st.just("") | confidences),
            history=draw(history),
        )
        for key in draw(some_keys)
    ]
    programs = [
        Program(
            tag, draw(words), draw(st.just("") | words), draw(no_or), draw(st.just({}) | st.just({"sdn": "blocking"}))
        )
        for tag in draw(some_keys)
    ]
    return Briefing(tuple(sources), tuple(statements), tuple(measures), tuple(programs))


@st.composite
def licenses_and_ends(draw: st.DrawFn) -> Briefing:
    sources = [Source(key) for key in draw(st.lists(keys, unique=True, min_size=1, max_size=2))]
    a_source = st.sampled_from(["", *(one.key for one in sources)])
    some_sources = st.lists(st.sampled_from([one.key for one in sources]), unique=True).map(tuple)
    some_keys = st.lists(keys, unique=True, max_size=2)
    licenses = [
        License(
            key=key,
            title=draw(words),
            authorizes=draw(words),
            status=draw(st.sampled_from(STATUSES)),
            as_of=draw(days),
            jurisdiction=draw(st.sampled_from(["US", "UK"])),
            programs=draw(some_words),
            authority=draw(st.just("") | words),
            not_authorized=draw(st.just("") | words),
            parties=draw(some_words),
            directives=draw(some_words),
            subject=draw(st.just("") | words),
            issued=draw(st.just(UNKNOWN) | early),
            expires=draw(st.sampled_from(["", UNKNOWN]) | late),
            replaces=draw(st.just("") | words),
            replaced_by=draw(st.just("") | words),
            source=draw(a_source),
            also=draw(some_sources),
            url=draw(st.sampled_from(["", "https://x.org/a.pdf"])),
            confidence=draw(confidences),
            witnesses=draw(counts),
            note=draw(st.just("") | words).strip(),
        )
        for key in draw(some_keys)
    ]
    ended = [
        Ended(
            tag,
            draw(days),
            draw(st.just("") | words),
            draw(no_or),
            draw(no_or),
            draw(st.just("") | words).strip(),
            draw(a_source),
            draw(some_sources),
            draw(st.just("") | confidences),
            draw(counts),
        )
        for tag in draw(some_keys)
    ]
    return Briefing(
        sources=tuple(sources),
        licenses=tuple(licenses),
        ended=tuple(ended),
        as_of=draw(no_or),
        newest_material=draw(no_or),
    )


@given(licenses_and_ends())
def test_licenses_that_are_written_are_read_back_the_same(briefing: Briefing):
    assert read_briefing(write_briefing(briefing), "mine.yml") == briefing


@given(briefings())
def test_a_briefing_that_is_written_is_read_back_the_same(briefing: Briefing):
    assert read_briefing(write_briefing(briefing), "mine.yml") == briefing


def test_the_shipped_briefing_makes_the_round_trip():
    shipped = read_briefing(SHIPPED, "briefing.yml")
    assert read_briefing(write_briefing(shipped), "again.yml") == shipped
    levels = [level.date for level in shipped.measures[0].levels_of("EU")]
    assert levels == ["2022-12-05", "2025-09-03", "2026-02-01", "2026-07-23"]
    assert all(level.source and level.confidence for measure in shipped.measures for level in measure.history)


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [
        ("date: 2025-09-02, jurisdiction: UK", "date: soon, jurisdiction: UK", "must be a date such as"),
        ("date: 2025-09-02, jurisdiction: UK", "date: null, jurisdiction: UK", "needs the day from which"),
        ("date: 2025-09-02, jurisdiction: UK", "date: 2022-12-05, jurisdiction: UK", "UK has two levels of 2022-12-05"),
        ("date: 2025-09-02, jurisdiction: UK", "date: 2025-09-02", "jurisdiction is missing"),
        ("source: eu-1494", "source: rumour", "the source 'rumour' is not under sources"),
        ("level: 47.6", "level: yes", "must be text or a plain number"),
        ("- id: plan\n", "- id: plan\n  contradicts: [nobody]\n", "there is no statement 'nobody' to contradict"),
    ],
)
def test_a_bad_level_or_contradiction_is_refused_where_it_stands(was: str, becomes: str, reason: str):
    with pytest.raises(BadInput) as refused:
        read_briefing(SHIPPED.replace(was, becomes, 1), "b.yml")
    assert str(refused.value).startswith("b.yml, line ")
    assert reason in str(refused.value)


def test_a_statement_may_contradict_one_that_is_known_already():
    text = "statements: [{id: b, topic: [x], says: No., confidence: unknown, contradicts: [a]}]"
    with pytest.raises(BadInput):
        read_briefing(text, "b.yml")
    assert read_briefing(text, "b.yml", known=["a"]).statements[0].contradicts == ("a",)


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [
        ("  later: [rosneft-lukoil-us,", "  later: [nobody, rosneft-lukoil-us,", "there is no statement 'nobody' that"),
        ("  act: listed\n  list: us_ofac_sdn\n", "  act: listed\n", "an act needs the parties, the list and the date"),
        ("  act: listed\n", "  act: forgiven\n", "'forgiven' is not known"),
        ("  also: [gaze]\n", "  also: [rumour]\n", "the source 'rumour' is not under sources"),
        ("  confidence: second_hand\n", "  confidence: sure\n", "'sure' is not known"),
    ],
)
def test_what_a_statement_hangs_on_is_checked(was: str, becomes: str, reason: str):
    assert was in SHIPPED
    with pytest.raises(BadInput, match=reason):
        read_briefing(SHIPPED.replace(was, becomes, 1), "b.yml")
