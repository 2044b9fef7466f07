"""What differs in an entry, in words; and what many entries share, said once."""

from __future__ import annotations

import pytest

from bot.answers.differences import LONGEST, MASS, Shared, apart, by_field, in_words, own_fields
from bot.sanctions.changes.comparison import Change, ChangeKind
from bot.sanctions.changes.facts import FieldChange

RISK = "See Section 11 of Executive Order 14024."


def amended(n: int, *fields: FieldChange, kind: ChangeKind = ChangeKind.AMENDED) -> Change:
    return Change(list="us_ofac_sdn", entity_id=f"ofac-{n}", name=f"PARTY {n}", kind=kind, fields=fields)


def a_field(name: str, before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> FieldChange:
    return FieldChange(name, before, after)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (a_field("programs", after=("RUSSIA-EO14024",)), "program RUSSIA-EO14024 added"),
        (a_field("aliases", before=("TNK-BP",)), "alias TNK-BP removed"),
        (
            a_field("name", ("SECHIN, Igor",), ("SECHIN, Igor Ivanovich",)),
            "name changed from SECHIN, Igor to SECHIN, Igor Ivanovich",
        ),
        (a_field("remarks", ("a",), ("b",)), "remarks reworded"),
        (a_field("aliases", after=("A", "B", "C", "D")), "alias A, B, C and 1 more added"),
        (a_field("relations", after=("linked_to ROSTEC",)), "link linked to ROSTEC added"),
        (a_field("some_field", after=("x",)), "some field x added"),
    ],
)
def test_one_difference(field: FieldChange, words: str) -> None:
    assert in_words(field) == words


def test_a_long_value_is_cut_and_one_that_just_fits_is_not() -> None:
    fits, long = "x" * LONGEST, "x" * (LONGEST + 1)
    assert in_words(a_field("notes", after=(fits,))) == f"note {fits} added"
    assert in_words(a_field("notes", after=(long,))) == f"note {'x' * (LONGEST - 1)}… added"


def test_a_note_that_only_repeats_another_field_is_not_said_twice() -> None:
    title = a_field("titles", after=("Governor",))
    change = amended(1, title, a_field("notes", after=("Governor",)))
    assert own_fields(change) == (title,)
    more = a_field("notes", after=("Governor", "born in Omsk"))
    assert own_fields(amended(1, title, more)) == (title, more)


def test_what_ten_entries_share_is_one_line_and_what_nine_share_is_each_ones_own() -> None:
    risk = a_field("secondary_sanctions", after=(RISK,))
    many, fewer = [amended(n, risk) for n in range(MASS)], [amended(n, risk) for n in range(MASS - 1)]
    shared, own = apart(many)
    assert [one.sentence for one in shared] == [f"Secondary sanctions risk added to 10 entries ({RISK})."]
    assert own == []
    shared, own = apart(fewer)
    assert shared == []
    assert [change for change, _ in own] == fewer


def test_of_an_entry_with_more_only_what_is_its_own_is_left_and_other_kinds_of_change_do_not_count() -> None:
    risk, name = a_field("secondary_sanctions", after=(RISK,)), a_field("name", ("A",), ("B",))
    entries = [*(amended(n, risk) for n in range(MASS)), amended(99, risk, name)]
    designated = [amended(n, risk, kind=ChangeKind.DESIGNATED) for n in range(200, 300)]
    shared, own = apart([*entries, *designated])
    assert [(one.field, one.entries) for one in shared] == [(risk, MASS + 1)]
    assert own == [(entries[-1], (name,))]


def test_shared_differences_in_words() -> None:
    said = [
        Shared(a_field("programs", before=("UKRAINE-EO13662",)), 12).sentence,
        Shared(a_field("nationalities", ("Russia",), ("Russian Federation",)), 1_200).sentence,
        Shared(a_field("remarks", ("a",), ("b",)), 10).sentence,
    ]
    assert said == [
        "Program removed from 12 entries (UKRAINE-EO13662).",
        "Nationality changed from Russia to Russian Federation in 1,200 entries.",
        "Remarks reworded in 10 entries.",
    ]


def test_fields_are_counted_the_most_frequent_first() -> None:
    alias, number = a_field("aliases", after=("X",)), a_field("identifiers", after=("Y",))
    assert by_field([(amended(n), (alias,)) for n in range(2)] + [(amended(3), (number,))]) == (
        "alias 2 and number or code 1"
    )
