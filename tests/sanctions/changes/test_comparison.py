"""What changed between two editions, on real editions and on listings made up by hypothesis."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lists.comparable import as_far_as_known
from bot.lists.files import find_edition_files
from bot.lists.publishers import LISTS
from bot.sanctions.changes.comparison import ChangeKind, compare, in_order
from bot.sanctions.changes.facts import FACTS, FieldChange
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.party import BirthDate, Identifier, Name, NameKind, Schema
from tests.builders import a_listing, a_person
from tests.lists.read import reading

BORN = BirthDate("20 May 1967", "1967-05-20", "1967-05-20")
BORN_ELSE = BirthDate("1 Jan 1970", "1970-01-01", "1970-01-01")

words = st.sampled_from(["ROSNEFT", "LUKOIL", "GAZPROM", "NOVATEK"])
listings = st.builds(
    Listing,
    list=st.just("us_ofac_sdn"),
    entity_id=st.integers(1, 12).map(lambda number: f"ofac-{number}"),
    schema=st.sampled_from([Schema.PERSON, Schema.ORGANIZATION]),
    names=st.lists(words, min_size=1, max_size=3).map(
        lambda texts: (Name(texts[0]), *(Name(text, NameKind.ALSO) for text in texts[1:]))
    ),
    programs=st.lists(st.sampled_from(["SDGT", "CUBA", "RUSSIA-EO14024"]), max_size=3, unique=True).map(tuple),
    identifiers=st.lists(st.builds(Identifier, st.just("imo"), st.sampled_from(["1", "2"])), max_size=1).map(tuple),
    birth_dates=st.lists(st.sampled_from([BORN, BORN_ELSE]), max_size=2).map(tuple),
    relations=st.lists(st.builds(Relation, words), max_size=2).map(tuple),
    notes=st.lists(words, max_size=2).map(tuple),
    remarks=st.sampled_from(["", "A.", "B."]),
)
editions = st.lists(listings, max_size=8, unique_by=lambda listing: listing.entity_id)


@settings(max_examples=60)
@given(editions)
def test_an_edition_compared_with_itself_has_no_changes(edition: list[Listing]) -> None:
    found = compare(edition, edition)
    assert (found.added, found.removed, found.amended, found.changes) == ((), (), (), ())


@settings(max_examples=60)
@given(editions, editions)
def test_what_one_direction_adds_the_other_removes(before: list[Listing], after: list[Listing]) -> None:
    there, back = compare(before, after), compare(after, before)
    assert (there.added, there.removed, there.amended) == (back.removed, back.added, back.amended)


@settings(max_examples=60)
@given(editions, editions, st.randoms())
def test_the_order_of_listings_and_of_their_values_never_matters(
    before: list[Listing], after: list[Listing], random: Any
) -> None:
    shuffled = sorted(after, key=lambda _: random.random())
    assert compare(before, shuffled) == compare(before, after)
    turned = [_turned(listing) for listing in before]
    assert compare(before, turned).amended == ()


def _turned(listing: Listing) -> Listing:
    facts = {name: getattr(listing, name) for name in Listing.__dataclass_fields__}
    facts["names"] = (listing.names[0], *reversed(listing.names[1:]))
    for name in ("programs", "birth_dates", "relations", "notes"):
        facts[name] = tuple(reversed(facts[name]))
    return Listing(**facts)


@settings(max_examples=60)
@given(editions, editions)
def test_the_changes_lead_from_the_one_edition_to_the_other(before: list[Listing], after: list[Listing]) -> None:
    found = compare(before, after)
    old, new = ({one.entity_id: one for one in edition} for edition in (before, after))
    assert (old.keys() - set(found.removed)) | set(found.added) == new.keys()
    changed: dict[str, list[FieldChange]] = {}
    for change in found.changes:
        if change.entity_id in found.amended and not change.was:
            changed.setdefault(change.entity_id, []).extend(change.fields)
    for key in old.keys() & new.keys():
        for field, words_of in FACTS.items():
            have = Counter(words_of(old[key]))
            for step in changed.get(key, []):
                if step.field == field:
                    have = have - Counter(step.before) + Counter(step.after)
            assert have == Counter(words_of(new[key]))


@settings(max_examples=60)
@given(editions, editions)
def test_every_party_that_came_or_went_is_told_once(before: list[Listing], after: list[Listing]) -> None:
    found = compare(before, after)
    gone = [c.was or c.entity_id for c in found.changes if c.kind in (ChangeKind.DELISTED, ChangeKind.REKEYED)]
    moved_to = [change.entity_id for change in found.changes if change.was and change.entity_id in found.added]
    come = [change.entity_id for change in found.changes if change.kind is ChangeKind.DESIGNATED]
    assert sorted(gone) == sorted(found.removed)
    assert sorted([*come, *moved_to]) == sorted(found.added)


def test_a_program_added_is_its_own_kind_beside_the_other_fields() -> None:
    before = a_person(birth_dates=(BORN_ELSE,))
    after = a_person(birth_dates=(BORN,), programs=(*before.programs, "RUSSIA-EO14024"))
    added, amended = compare([before], [after]).changes
    assert (added.kind, added.fields) == (
        ChangeKind.PROGRAM_ADDED,
        (FieldChange("programs", after=("RUSSIA-EO14024",)),),
    )
    assert (amended.kind, [field.field for field in amended.fields]) == (ChangeKind.AMENDED, ["birth_dates"])


def test_a_renamed_program_is_one_removed_and_one_added() -> None:
    """22 Sep 2022: ILLICIT-DRUGS-EO became ILLICIT-DRUGS-EO14059 on 45 entries at once."""
    found = compare([a_person(programs=("ILLICIT-DRUGS-EO",))], [a_person(programs=("ILLICIT-DRUGS-EO14059",))])
    assert [change.kind for change in found.changes] == [ChangeKind.PROGRAM_ADDED, ChangeKind.PROGRAM_REMOVED]


def test_a_party_that_comes_or_goes_is_told_with_its_programs_and_without_a_field_where_it_has_none() -> None:
    deripaska, un = a_person(), a_person("AL-RAWI", list="un_sc", entity_id="un-1", programs=())
    for found, side in ((compare([], [deripaska, un]), "after"), (compare([deripaska, un], []), "before")):
        told = {change.entity_id: change.fields for change in found.changes}
        assert told == {deripaska.entity_id: (FieldChange("programs", **{side: deripaska.programs}),), "un-1": ()}


def test_a_party_under_a_new_id_is_rekeyed_not_delisted() -> None:
    """KADYROV left as 36459 and stood under another number the same day."""
    before = a_person("KADYROV, Ramzan Akhmatovich", entity_id="ofac-36459", birth_dates=(BORN,))
    after = a_person("Kadyrov, Ramzan Akhmatovich", entity_id="ofac-50000", birth_dates=(BORN,))
    found = compare([before], [after])
    assert (found.added, found.removed) == (("ofac-50000",), ("ofac-36459",))
    (change,) = found.changes
    assert (change.kind, change.entity_id, change.was) == (ChangeKind.REKEYED, "ofac-50000", "ofac-36459")


def test_a_party_merged_into_one_that_was_listed_before_is_rekeyed_by_its_birth_date_not_its_name_alone() -> None:
    """KRIVORUCHKO 35168 was merged into 31124 (same birth date, other spelling); 15885 only has the name."""
    namesake = a_person("KRIVORUCHKO, Aleksey", entity_id="ofac-15885", birth_dates=(BORN_ELSE,))
    kept = a_person("KRIVORUCHKO, Alexey", entity_id="ofac-31124", birth_dates=(BORN,), aka=["KRIVORUCHKO, Aleksey"])
    merged = a_person("KRIVORUCHKO, Aleksey", entity_id="ofac-35168", birth_dates=(BORN,))
    (change,) = compare([namesake, kept, merged], [namesake, kept]).changes
    assert (change.kind, change.was, change.entity_id) == (ChangeKind.REKEYED, "ofac-35168", "ofac-31124")


@pytest.mark.parametrize(
    "other",
    [
        {"birth_dates": (BORN_ELSE,)},
        {"schema": Schema.ORGANIZATION},
    ],
)
def test_a_namesake_of_another_birth_date_or_type_is_not_the_same_party(other: dict[str, Any]) -> None:
    before = a_person("KRIVORUCHKO, Aleksey", entity_id="ofac-15885", birth_dates=(BORN,))
    after = a_person("KRIVORUCHKO, Aleksey", **{"entity_id": "ofac-35168", "birth_dates": (BORN,), **other})
    kinds = {change.kind for change in compare([before], [after]).changes}
    assert kinds == {ChangeKind.DESIGNATED, ChangeKind.DELISTED}


def test_an_equal_identifier_makes_two_spellings_one_party() -> None:
    inn = (Identifier("tax_id", "7706107510", "Russia"),)
    found = compare(
        [a_listing("ROSNEFT OIL COMPANY", entity_id="ofac-1", identifiers=inn)],
        [a_listing("NK ROSNEFT PAO", entity_id="ofac-2", identifiers=inn)],
    )
    assert [change.kind for change in found.changes] == [ChangeKind.REKEYED]


def test_ids_come_in_the_order_of_their_numbers() -> None:
    assert sorted(["ofac-10", "ofac-9", "unsc-QDi.010", "unsc-QDi.9"], key=in_order) == [
        "ofac-9",
        "ofac-10",
        "unsc-QDi.9",
        "unsc-QDi.010",
    ]


STEPS = [
    ("ofac_sdn", "2022-01-21", "2022-02-24"),
    ("ofac_sdn", "2022-02-24", "2022-02-25"),
    ("ofac_sdn", "2022-02-25", "2023-12-28"),
    ("ofac_sdn", "2023-12-28", "2024-02-23"),
    ("ofac_cons", "2025-08", "2025-12"),
]


@pytest.mark.parametrize(("folder", "day", "next_day"), STEPS)
def test_a_step_of_ofacs_lists_agrees_with_the_independent_count(
    folder: str, day: str, next_day: str, lists_dir: Path, truth: dict[str, Any]
) -> None:
    """truth.json compares the twelve columns of the primary file, so both editions are read from that file alone."""
    known = next(known for known in LISTS.values() if known.mirror == folder)
    expected = truth[f"diff {folder} {day} -> {next_day}"]
    before, after = (_primary_alone(known.key, lists_dir / folder / of) for of in (day, next_day))
    found = compare(before, after)
    assert [key.removeprefix("ofac-") for key in found.added] == expected["added"]
    assert [key.removeprefix("ofac-") for key in found.removed] == expected["removed"]
    assert [key.removeprefix("ofac-") for key in found.amended] == expected["amended"]
    programs = (ChangeKind.PROGRAM_ADDED, ChangeKind.PROGRAM_REMOVED)
    changed = {change.entity_id.removeprefix("ofac-") for change in found.changes if change.kind in programs}
    assert changed <= set(expected["program_changed"])


@cache
def _primary_alone(key: str, folder: Path) -> tuple[Listing, ...]:
    known = LISTS[key]
    assert known.reader is not None
    return known.reader(key, {"primary": find_edition_files(known, folder).files["primary"]}).listings


def test_a_step_of_the_un_list_agrees_but_for_the_entry_that_only_got_a_new_dataid(
    lists_dir: Path, truth: dict[str, Any]
) -> None:
    """truth.json takes DATAID for a fact. Of the six entries with a new one, HTi.006 differs in nothing else."""
    expected = truth["diff un 2025-04-19 -> 2026-02-27"]
    before, after = (reading("un_sc", lists_dir / "un" / day).listings for day in ("2025-04-19", "2026-02-27"))
    found = compare(before, after)
    assert [key.removeprefix("unsc-") for key in found.added] == expected["added"]
    assert [key.removeprefix("unsc-") for key in found.removed] == expected["removed"]
    amended = {key.removeprefix("unsc-") for key in found.amended}
    assert set(expected["amended"]) - amended == {"HTi.006"}
    assert amended <= set(expected["amended"])


def test_aliases_seen_for_the_first_time_are_no_change() -> None:
    before = [a_listing(), a_listing("LUKOIL OAO", entity_id="ofac-17248")]
    after = [a_listing(aka=["ROSNEFT"]), a_listing("LUKOIL OAO", entity_id="ofac-17248", titles=("new",))]
    assert compare(before, after).amended == ("ofac-17022", "ofac-17248")
    known = as_far_as_known(before, after, frozenset({"alt", "add"}))
    assert compare(before, known).amended == ("ofac-17248",)
