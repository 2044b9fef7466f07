"""Large editions lie packed: they say the same as small ones, whatever is asked of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.sanctions import packed
from bot.sanctions.changes.comparison import compare
from bot.sanctions.listing import Listing
from bot.sanctions.packed import Packed, PackedEdition, by_id, differing, ids_of, kept
from bot.sanctions.party import Name, NameKind, Schema


def edition(many: int) -> list[Listing]:
    return [
        Listing(
            list="us_ofac_sdn",
            entity_id=f"ofac-{n}",
            schema=Schema.PERSON,
            names=(Name(f"PARTY {n}"), Name(f"P. {n}", NameKind.ALSO)),
            programs=("IRGC",),
        )
        for n in range(1, many + 1)
    ]


@pytest.fixture
def nothing_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LARGE", 0)


def test_a_small_edition_is_a_tuple_and_a_large_one_is_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LARGE", 400)
    assert kept(edition(200)) == tuple(edition(200))
    assert isinstance(kept(iter(edition(201))), PackedEdition)
    assert [*kept(iter(edition(201)))] == edition(201)


@pytest.mark.parametrize("many", [0, 1, 127, 128, 129, 1_000])
def test_packed_values_stand_in_their_order_and_at_their_places(many: int) -> None:
    items = edition(many)
    held = Packed(iter(items))
    assert (len(held), [*held]) == (many, items)
    assert [held[at] for at in reversed(range(many))] == [*reversed(items)]
    assert [held[at] for at in range(-many, 0)] == items
    assert [*held[::100]] == items[::100]
    with pytest.raises(IndexError):
        held[many]


def test_packed_values_are_made_anew_so_that_none_is_kept() -> None:
    held = Packed(edition(1_000))
    for at in range(0, 1_000, 50):
        assert held[at] == edition(at + 1)[-1]
    assert len(held._open) <= packed.OPEN


def test_ids_are_those_of_the_listings() -> None:
    assert [*ids_of(PackedEdition(edition(300)))] == [*ids_of(edition(300))]
    found = by_id(PackedEdition(edition(300)))
    assert found == by_id(edition(300))
    assert "ofac-300" in found
    assert "ofac-301" not in found
    assert found.get("ofac-301") is None


@pytest.mark.parametrize(
    "changed",
    [
        {"names": (Name("PARTY 7"),)},
        {"programs": ("IRGC", "SDGT")},
        {"schema": Schema.ORGANIZATION},
        {"remarks": "x"},
        {"listed_on": "2026-01-01"},
        {"measures": ("Asset freeze",)},
    ],
)
def test_an_entry_that_differs_in_any_fact_differs_in_its_digest(changed: dict[str, object]) -> None:
    old, new = edition(300), edition(300)
    new[6] = replace(new[6], **changed)  # type: ignore[arg-type]
    both = by_id(PackedEdition(old)), by_id(PackedEdition(new))
    assert [*differing(*both)] == [*differing(by_id(old), by_id(new))] == ["ofac-7"]


@pytest.mark.usefixtures("nothing_is_small")
def test_what_changed_is_the_same_whether_editions_are_packed_or_not() -> None:
    old, new = edition(500), edition(520)
    del new[100:110]
    new[3] = replace(new[3], programs=("SDGT",))
    new[400] = replace(new[400], names=(*new[400].names, Name("ANOTHER", NameKind.ALSO)))
    assert compare(kept(iter(old)), kept(iter(new))) == compare(tuple(old), tuple(new))
